import convnetjs from 'convnetjs'
import { cycle, predictions, rowsOf } from './feed.mjs'

/** It has no Adam: where that is asked for it runs Adadelta, which keeps as much. */
export function createNet(workload, { X, Y, inputs, outputs }) {
  const { net, hidden, output, cost, optimizer, learningRate, batchSize } = workload
  const network = new convnetjs.Net()
  const isClassifier = output === 'softmax'
  network.makeLayers([
    { type: 'input', out_sx: 1, out_sy: 1, out_depth: inputs },
    ...net.slice(1, -1).map((units) => ({ type: 'fc', num_neurons: units, activation: hidden })),
    isClassifier ? { type: 'softmax', num_classes: outputs } : { type: 'fc', num_neurons: outputs, activation: output },
  ])
  if (!isClassifier) network.layers.push(new convnetjs.RegressionLayer({ in_sx: 1, in_sy: 1, in_depth: outputs }))
  const trainer = new convnetjs.Trainer(network, {
    method: optimizer === 'adam' ? 'adadelta' : 'sgd',
    batch_size: batchSize,
    momentum: 0,
    l2_decay: 0,
    learning_rate: (cost === 'mse' ? 2 : 1) * learningRate,
  })
  const volume = (row) => Object.assign(new convnetjs.Vol(1, 1, inputs, 0), { w: Float64Array.from(row) })
  const rows = rowsOf(X, inputs).map(volume)
  const targets = rowsOf(Y, outputs).map((row) => (isClassifier ? row.indexOf(1) : row))
  const next = cycle(rows.map((row, i) => [row, targets[i]]))
  return {
    train(steps) {
      for (let left = steps * batchSize; left > 0; left--) trainer.train(...next())
    },
    predict: (count) => predictions(count, outputs, (i) => network.forward(rows[i]).w),
  }
}
