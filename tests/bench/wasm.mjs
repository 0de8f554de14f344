/** The engine as the page uses it: through the facade. See row.mjs. */
import { loadEngine } from '../../web/src/engine/engine.ts'

export async function createNet(workload, { X, Y, count, inputs, outputs }) {
  const { net, hidden, output, cost, optimizer, learningRate, batchSize, precision } = workload
  const layers = net.slice(1).map((units, i) => ({ units, activation: i + 2 < net.length ? hidden : output }))
  const engine = await loadEngine()
  // The peers get the same batches again and again, made outside the clock.
  const shuffle = false
  const trainer = engine.createTrainer({ inputs, layers, cost, optimizer, learningRate, batchSize, precision, shuffle })
  trainer.setData({ data: X, shape: [count, inputs] }, { data: Y, shape: [count, outputs] })
  const rows = (samples) => ({ data: X.subarray(0, samples * inputs), shape: [samples, inputs] })
  return {
    train: (steps) => trainer.step(steps),
    predict: (samples) => trainer.predict(rows(samples)).data,
  }
}
