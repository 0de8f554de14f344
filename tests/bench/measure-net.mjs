/**
 * What is measured of a network, in Node and in a browser alike.
 *
 * @import { Clock } from './measure.mjs'
 * @typedef {{
 *   train: (steps: number) => unknown
 *   predict: (count: number) => ArrayLike<number> | Promise<ArrayLike<number>>
 * }} Net
 *   train takes steps, each with the next batch; predict gives the outputs for the first samples, one after the other.
 *   A module of one exports `createNet(workload, data)`, which makes it or promises it.
 */
import { dataOf } from './data.mjs'
import { rateWhenWarm } from './measure.mjs'
import { sharesFromTheStart } from './measure-cold.mjs'

/**
 * @param {(workload: any, data: any) => Net | Promise<Net>} createNet
 * @param {any} workload one of workloads.json, with warmUp and measured; or isCold
 * @param {Clock} clock
 * @returns {Promise<{ rate: number, hasLearnt: boolean } | { shares: number[] }>} rate: samples (grids) a second
 */
export async function measureNet(createNet, workload, clock) {
  const data = dataOf(workload)
  const net = await createNet(workload, data)
  if (workload.isCold) return { shares: await sharesFromTheStart(net, clock) }
  if (workload.grid) {
    const predict = async (times) => {
      while (times-- > 0) await net.predict(data.count)
    }
    return { rate: await rateWhenWarm(predict, workload, clock), hasLearnt: true }
  }
  const before = await distance(net, data)
  const steps = await rateWhenWarm((count) => net.train(count), workload, clock)
  return { rate: steps * workload.batchSize, hasLearnt: (await distance(net, data)) < before }
}

/** Mean squared distance from the targets over some samples. @param {Net} net */
async function distance(net, { Y, count, outputs }) {
  const samples = Math.min(count, 200)
  const predictions = await net.predict(samples)
  let sum = 0
  for (let i = 0; i < samples * outputs; i++) sum += (predictions[i] - Y[i]) ** 2
  return sum / samples
}
