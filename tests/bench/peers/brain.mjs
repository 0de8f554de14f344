import brain from 'brain.js'
import { cycle, firstWeight, predictions, rateASample, rowsOf } from './feed.mjs'

/** One sample at a time. */
export function createNet(workload, { X, Y, inputs, outputs }) {
  const { net, hidden, batchSize } = workload
  const network = new brain.NeuralNetwork({
    inputSize: inputs,
    hiddenLayers: net.slice(1, -1),
    outputSize: outputs,
    activation: hidden,
    learningRate: rateASample(workload) || 0.01,
  })
  network.trainOpts.momentum = 0 // which its options refuse
  network.initialize()
  for (const [i, layer] of network.weights.entries()) {
    for (const unit of layer ?? [])
      unit.forEach((_, k) => {
        unit[k] = firstWeight(net[i - 1], net[i])
      })
  }
  const rows = rowsOf(X, inputs).map((row) => Float32Array.from(row))
  const targets = rowsOf(Y, outputs).map((row) => Float32Array.from(row))
  const next = cycle(rows.map((input, i) => ({ input, output: targets[i] })))
  return {
    train(steps) {
      for (let left = steps * batchSize; left > 0; left--) network.trainPattern(next())
    },
    predict: (count) => predictions(count, outputs, (i) => network.runInput(rows[i])),
  }
}
