/**
 * One row of a table in JavaScript, alone in its process.
 *
 *     node row.mjs NET KEY=VALUE...      NET: a module, see createNet below; keys as in native.cpp
 *
 * Prints samples (grids) a second and whether the cost fell, as a JSON object.
 *
 * @typedef {{
 *   train: (steps: number) => unknown
 *   predict: (count: number) => ArrayLike<number> | Promise<ArrayLike<number>>
 * }} Net
 *   train takes steps, each with the next batch; predict gives the outputs for the first samples, one after the other.
 *   A NET exports `createNet(workload, data)`, which makes one or promises it.
 */
import { pathToFileURL } from 'node:url'
import { dataOf } from './data.mjs'
import { rateWhenWarm } from './measure.mjs'
import { readKeys } from './workloads.mjs'

/** Mean squared distance from the targets over some samples. @param {Net} net */
async function distance(net, { Y, count, outputs }) {
  const samples = Math.min(count, 200)
  const predictions = await net.predict(samples)
  let sum = 0
  for (let i = 0; i < samples * outputs; i++) sum += (predictions[i] - Y[i]) ** 2
  return sum / samples
}

const [, , path, ...keys] = process.argv
const workload = readKeys(keys)
const data = dataOf(workload)
const { createNet } = await import(pathToFileURL(path).href)
const net = await createNet(workload, data)

if (workload.grid) {
  const predict = async (times) => {
    while (times-- > 0) await net.predict(data.count)
  }
  console.log(JSON.stringify({ rate: await rateWhenWarm(predict, workload), hasLearnt: true }))
} else {
  const before = await distance(net, data)
  const steps = await rateWhenWarm((count) => net.train(count), workload)
  console.log(JSON.stringify({ rate: steps * workload.batchSize, hasLearnt: (await distance(net, data)) < before }))
}
process.exit() // some libraries keep workers waiting
