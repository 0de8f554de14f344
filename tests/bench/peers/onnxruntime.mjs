import ort from 'onnxruntime-web/wasm'
import { batchesOf, cycle, firstWeight } from './feed.mjs'
import { Graph } from './onnx.mjs'

const operations = { tanh: 'Tanh', sigmoid: 'Sigmoid', relu: 'Relu', softmax: 'Softmax' }

/** An inference runtime: a training step is a graph by hand, from parameters (and Adam's memory) to the next ones. */
export async function createNet(workload, data) {
  ort.env.wasm.numThreads = 1
  const { net, optimizer, batchSize = 1 } = workload
  const shapes = net.slice(1).flatMap((units, i) => [[net[i], units], [units]])
  const tensor = (values, shape) => new ort.Tensor('float32', Float32Array.from(values), shape)
  const filled = (shape, value) => tensor({ length: shape.reduce((a, b) => a * b) }, shape).data.map(value)
  let state = {}
  shapes.forEach((shape, i) => {
    state[`p${i}`] = tensor(
      filled(shape, () => (shape.length > 1 ? firstWeight(...shape) : 0)),
      shape,
    )
    if (optimizer === 'adam')
      for (const name of ['m', 'v'])
        state[name + i] = tensor(
          filled(shape, () => 0),
          shape,
        )
  })
  const load = (graph) => ort.InferenceSession.create(graph.write())
  const trainer = optimizer && (await load(trainingGraph(workload, shapes)))
  const predictors = new Map()
  const next = cycle(batchesOf(data, batchSize, (values, width) => tensor(values, [batchSize, width])))
  let step = 0
  return {
    async train(steps) {
      for (; steps > 0; steps--) {
        const [X, Y] = next()
        const powers = optimizer === 'adam' ? { c1: 0.9 ** ++step, c2: 0.999 ** step } : {}
        const corrections = Object.entries(powers).map(([name, power]) => [name, tensor([1 - power], [1])])
        const results = await trainer.run({ X, Y, ...state, ...Object.fromEntries(corrections) })
        state = Object.fromEntries(Object.entries(results).map(([name, value]) => [name.replace('next', ''), value]))
      }
    },
    async predict(count) {
      if (!predictors.has(count)) {
        const rows = tensor(data.X.subarray(0, count * data.inputs), [count, data.inputs])
        predictors.set(count, { session: await load(predictionGraph(workload, shapes, count)), rows })
      }
      const { session, rows } = predictors.get(count)
      const parameters = Object.fromEntries(Object.entries(state).filter(([name]) => name.startsWith('p')))
      return (await session.run({ X: rows, ...parameters })).activation.data
    },
  }
}

/** Writes the forward pass; returns every layer's activation, X first. */
function forward(graph, { net, hidden, output }, shapes, count) {
  const activations = [graph.input('X', [count, net[0]])]
  const parameters = shapes.map((shape, i) => graph.input(`p${i}`, shape))
  for (let l = 1; l < net.length; l++) {
    const Z = graph.node('Gemm', [activations[l - 1], parameters[2 * l - 2], parameters[2 * l - 1]])
    activations.push(graph.node(operations[l + 1 < net.length ? hidden : output], [Z]))
  }
  return activations
}

function predictionGraph(workload, shapes, count) {
  const graph = new Graph()
  graph.output(forward(graph, workload, shapes, count).at(-1), 'activation', [count, workload.net.at(-1)])
  return graph
}

function trainingGraph(workload, shapes) {
  const { net, hidden, output, cost, optimizer, batchSize } = workload
  const graph = new Graph()
  const activations = forward(graph, workload, shapes, batchSize)
  const one = graph.constant(1)
  const slopes = {
    tanh: (a) => graph.node('Sub', [one, graph.node('Mul', [a, a])]),
    sigmoid: (a) => graph.node('Mul', [a, graph.node('Sub', [one, a])]),
    relu: (a) => graph.node('Sign', [a]),
  }
  const difference = graph.node('Sub', [activations.at(-1), graph.input('Y', [batchSize, net.at(-1)])])
  const scale = graph.constant(cost === 'mse' ? 2 / (batchSize * net.at(-1)) : 1 / batchSize)
  let delta = graph.node('Mul', [difference, scale])
  if (output !== 'softmax') delta = graph.node('Mul', [delta, slopes[output](activations.at(-1))])
  const update = updates[optimizer](graph, workload)
  for (let l = net.length - 1; l > 0; l--) {
    const [weights, bias] = [2 * l - 2, 2 * l - 1]
    const before = delta
    if (l > 1) {
      const sent = graph.node('Gemm', [delta, `p${weights}`], { transB: 1 })
      delta = graph.node('Mul', [sent, slopes[hidden](activations[l - 1])])
    }
    update(weights, shapes[weights], graph.node('Gemm', [activations[l - 1], before], { transA: 1 }))
    update(bias, shapes[bias], graph.node('ReduceSum', [before], { axes: [0], keepdims: 0 }))
  }
  return graph
}

/** How a parameter becomes the next one, by optimizer: parameter number i, its shape and its gradient. */
const updates = {
  sgd: (graph, { learningRate }) => {
    const rate = graph.constant(learningRate)
    return (i, shape, gradient) =>
      graph.output(graph.node('Sub', [`p${i}`, graph.node('Mul', [gradient, rate])]), `p${i}next`, shape)
  },
  adam: (graph, { learningRate }) => {
    const [rate, epsilon] = [learningRate, 1e-8].map((value) => graph.constant(value))
    const [kept1, new1, kept2, new2] = [0.9, 0.1, 0.999, 0.001].map((value) => graph.constant(value))
    const [c1, c2] = ['c1', 'c2'].map((name) => graph.input(name, [1]))
    const product = (a, b) => graph.node('Mul', [a, b])
    const mix = (a, weightA, b, weightB) => graph.node('Add', [product(a, weightA), product(b, weightB)])
    return (i, shape, gradient) => {
      const m = mix(graph.input(`m${i}`, shape), kept1, gradient, new1)
      const v = mix(graph.input(`v${i}`, shape), kept2, product(gradient, gradient), new2)
      const root = graph.node('Add', [graph.node('Sqrt', [graph.node('Div', [v, c2])]), epsilon])
      const move = graph.node('Mul', [graph.node('Div', [graph.node('Div', [m, c1]), root]), rate])
      graph.output(graph.node('Sub', [`p${i}`, move]), `p${i}next`, shape)
      graph.output(m, `m${i}next`, shape)
      graph.output(v, `v${i}next`, shape)
    }
  },
}
