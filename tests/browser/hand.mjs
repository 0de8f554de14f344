/** Networks on rows entered by hand, for tests of what the panels say of them. */

/** 5-2-3-5, all sigmoid, every weight another one with two decimals: as they stand on the wires. */
export const fiveTwoThreeFive = {
  sizes: [5, 2, 3, 5],
  table: {
    inputs: ['age', 'height', 'weight', 'pulse', 'sleep'],
    outputs: ['a', 'b', 'c', 'd', 'e'],
    rows: [
      [0.5, -1.25, 0.75, 0.3, -0.4, 0, 1, 0, 0, 1],
      [1.5, 0.25, -0.6, -0.9, 0.2, 1, 0, 0, 1, 0],
      [-0.7, 0.8, 0.1, 1.1, -1.3, 0, 0, 1, 1, 0],
    ],
  },
}

/** Weights that are all different: 0.11, 0.14, −0.17 ... @param {number[]} sizes */
export function parametersFor(sizes) {
  let count = 0
  const value = () => (Math.round((0.11 + 0.03 * count++) * 100) / 100) * (count % 3 ? 1 : -1)
  return sizes.slice(1).map((units, l) => ({
    weights: Array.from({ length: units }, () => Array.from({ length: sizes[l] }, value)),
    bias: Array.from({ length: units }, value),
  }))
}

/** Puts such a network on the page. */
export async function loadHand(playground, { table, sizes }, { training = {}, view = {} } = {}) {
  const state = await playground.state()
  const parameters = parametersFor(sizes)
  const { ok, message } = await playground.run({
    do: 'load',
    state: {
      ...state,
      parameters,
      data: { ...state.data, name: 'hand', table, testShare: 0, standardize: false },
      network: { ...state.network, layers: sizes.slice(1).map((units) => ({ units, activation: 'sigmoid' })) },
      training: {
        ...state.training,
        cost: 'mse',
        optimizer: 'sgd',
        learningRate: 0.5,
        batchSize: 0,
        l1: 0,
        l2: 0,
        ...training,
      },
      view: { ...state.view, selected: null, row: 0, digits: 12, ...view },
    },
  })
  if (!ok) throw new Error(message)
  return parameters
}
