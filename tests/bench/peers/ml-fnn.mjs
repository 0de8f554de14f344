import fnn from 'ml-fnn'
import { Matrix } from 'ml-matrix'
import { batchesOf, cycle, rowsOf } from './feed.mjs'

/** A classifier only: tanh inside and a softmax at the end, whatever is asked for, with one output for each class. */
export function createNet({ net, learningRate = 0.01, batchSize = 1 }, data) {
  const { X, inputs, outputs, count } = data
  const classes = Math.max(2, outputs)
  const network = new fnn({ hiddenLayers: net.slice(1, -1), learningRate: learningRate / batchSize, regularization: 0 })
  network.buildNetwork(inputs, classes)
  network.dicts = { inputs: Object.fromEntries(Array.from({ length: classes }, (_, i) => [i, i])) }
  const labelOf = (row) => (outputs === 1 ? Number(row[0] > 0) : row.indexOf(1))
  const batches = batchesOf(data, batchSize, rowsOf)
  const next = cycle(batches.map(([rows, targets]) => [new Matrix(rows), targets.map(labelOf)]))
  const all = new Matrix(rowsOf(X, inputs))
  return {
    train(steps) {
      for (; steps > 0; steps--) {
        const [rows, labels] = next()
        network.backpropagation(rows, labels, network.propagate(rows))
      }
    },
    predict(samples) {
      const rows = samples === count ? all : all.subMatrix(0, samples - 1, 0, inputs - 1)
      const shares = network.propagate(rows)
      return outputs > 1 ? shares.to1DArray() : shares.getColumn(1).map((share) => 2 * share - 1)
    },
  }
}
