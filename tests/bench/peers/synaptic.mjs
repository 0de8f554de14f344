import synaptic from 'synaptic'
import { cycle, firstWeight, predictions, rateASample, rowsOf } from './feed.mjs'

const squash = { tanh: synaptic.Neuron.squash.TANH, sigmoid: synaptic.Neuron.squash.LOGISTIC }

/** One sample at a time. */
export function createNet(workload, { X, Y, inputs, outputs }) {
  const { net, hidden, output, batchSize } = workload
  const network = new synaptic.Architect.Perceptron(...net)
  for (const layer of network.layers.hidden) layer.set({ squash: squash[hidden] })
  network.layers.output.set({ squash: squash[output] })
  for (const [i, layer] of [...network.layers.hidden, network.layers.output].entries()) {
    for (const unit of layer.list) {
      for (const wire of Object.values(unit.connections.inputs)) wire.weight = firstWeight(net[i], net[i + 1])
    }
  }
  const rows = rowsOf(X, inputs)
  const targets = rowsOf(Y, outputs)
  const rate = rateASample(workload)
  const next = cycle(rows.map((_, i) => i))
  return {
    train(steps) {
      for (let left = steps * batchSize; left > 0; left--) {
        const i = next()
        network.activate(rows[i])
        network.propagate(rate, targets[i])
      }
    },
    predict: (count) => predictions(count, outputs, (i) => network.activate(rows[i])),
  }
}
