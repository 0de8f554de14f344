import { defaultDevice, grad, init, jit, nn, numpy as np, tree } from '@jax-js/jax'
import { batchesOf, cycle, firstWeight } from './feed.mjs'

const activations = { tanh: np.tanh, sigmoid: nn.sigmoid, relu: nn.relu, softmax: nn.softmax }

/** Its WebAssembly backend; a step is compiled as one function. Every use of an array but the last is a `.ref`. */
export async function createNet({ net, hidden, output, cost, optimizer, learningRate, batchSize = 1 }, data) {
  await init('wasm')
  defaultDevice('wasm')
  const zeros = () => net.slice(1).map((units, i) => ({ weights: np.zeros([net[i], units]), bias: np.zeros([units]) }))
  const sums = (parameters, X) =>
    parameters.reduce((A, { weights, bias }, i) => np.matmul(i ? activations[hidden](A) : A, weights).add(bias), X)
  const forward = (parameters, X) => activations[output](sums(parameters, X))
  const costs = {
    mse: (parameters, X, Y) => np.square(forward(parameters, X).sub(Y)).mean(),
    quadratic: (parameters, X, Y) =>
      np
        .square(forward(parameters, X).sub(Y))
        .sum()
        .div(2 * batchSize),
    softmaxCrossEntropy: (parameters, X, Y) => nn.logSoftmax(sums(parameters, X)).mul(Y).sum().div(-batchSize),
  }
  const rules = {
    sgd: ({ parameters }, X, Y) => {
      const slope = grad(costs[cost])(tree.ref(parameters), X, Y)
      return { parameters: tree.map((p, g) => p.sub(g.mul(learningRate)), parameters, slope) }
    },
    adam: ({ parameters, mean, square, decay }, X, Y) => {
      const slope = grad(costs[cost])(tree.ref(parameters), X, Y)
      const powers = { mean: decay.mean.mul(0.9), square: decay.square.mul(0.999) }
      const means = tree.map((m, g) => m.mul(0.9).add(g.mul(0.1)), mean, tree.ref(slope))
      const squares = tree.map((v, g) => v.mul(0.999).add(np.square(g).mul(0.001)), square, slope)
      const move = (p, m, v) =>
        p.sub(
          m
            .div(np.subtract(1, powers.mean.ref))
            .mul(learningRate)
            .div(np.sqrt(v.div(np.subtract(1, powers.square.ref))).add(1e-8)),
        )
      const moved = tree.map(move, parameters, tree.ref(means), tree.ref(squares))
      return { parameters: moved, mean: means, square: squares, decay: powers }
    },
  }
  const array = (values, width) => np.array(Float32Array.from(values)).reshape([values.length / width, width])
  const first = net.slice(1).map((units, i) => ({
    weights: array(
      Float32Array.from({ length: net[i] * units }, () => firstWeight(net[i], units)),
      units,
    ),
    bias: np.zeros([units]),
  }))
  let state = { parameters: first }
  if (optimizer === 'adam') {
    Object.assign(state, { mean: zeros(), square: zeros(), decay: { mean: np.array(1), square: np.array(1) } })
  }
  const [step, predict] = [optimizer && jit(rules[optimizer]), jit(forward)]
  const next = cycle(optimizer ? batchesOf(data, batchSize, array) : [])
  const all = array(data.X, data.inputs)
  return {
    async train(steps) {
      for (; steps > 0; steps--) {
        const [X, Y] = next()
        state = step(state, X.ref, Y.ref)
      }
      await state.parameters[0].bias.ref.data()
    },
    predict: (count) => predict(tree.ref(state.parameters), all.ref.slice([0, count])).data(),
  }
}
