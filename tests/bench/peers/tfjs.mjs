import * as tf from '@tensorflow/tfjs'
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm'
import { batchesOf, cycle, span } from './feed.mjs'

const activations = { tanh: tf.tanh, sigmoid: tf.sigmoid, relu: tf.relu, softmax: tf.softmax }

/** Its WebAssembly backend, one thread; the tensors of all batches are made beforehand. */
export async function createNet({ net, hidden, output, cost, optimizer, learningRate, batchSize = 1 }, data) {
  setWasmPaths(new URL('./node_modules/@tensorflow/tfjs-backend-wasm/dist/', import.meta.url).href)
  await tf.setBackend('wasm')
  const layers = net.slice(1).map((units, i) => ({
    weights: tf.variable(tf.randomUniform([net[i], units], -span(net[i], units), span(net[i], units))),
    bias: tf.variable(tf.zeros([units])),
    activation: activations[i + 2 < net.length ? hidden : output],
  }))
  const sums = (X) =>
    layers.reduce((A, { weights, bias }, i) => tf.add(tf.matMul(i ? layers[i - 1].activation(A) : A, weights), bias), X)
  const forward = (X) => layers.at(-1).activation(sums(X))
  const costs = {
    mse: (X, Y) => tf.mean(tf.squaredDifference(forward(X), Y)),
    quadratic: (X, Y) => tf.div(tf.sum(tf.squaredDifference(forward(X), Y)), 2 * batchSize),
    softmaxCrossEntropy: (X, Y) => tf.neg(tf.mean(tf.sum(tf.mul(Y, tf.logSoftmax(sums(X))), -1))),
  }
  const descent = optimizer && tf.train[optimizer](learningRate)
  const tensor = (values, width) => tf.tensor2d(Float32Array.from(values), [values.length / width, width])
  const next = cycle(optimizer ? batchesOf(data, batchSize, tensor) : [])
  const all = tensor(data.X, data.inputs)
  return {
    train(steps) {
      for (; steps > 0; steps--) {
        const [X, Y] = next()
        descent.minimize(() => costs[cost](X, Y))
      }
    },
    predict: (count) => tf.tidy(() => forward(tf.slice(all, 0, count)).dataSync()),
  }
}
