/** A network of 784 inputs, 30 hidden neurons and 10 outputs, with rows like handwritten digits: for load(). */
export function digitsLike(rows = 200) {
  const inputs = Array.from({ length: 784 }, (_, i) => `pixel ${i + 1}`)
  const outputs = Array.from({ length: 10 }, (_, i) => `digit ${i}`)
  // A blot at a place that depends on the digit: nothing is drawn at random.
  const ink = (digit, i) => {
    const [x, y] = [i % 28, Math.floor(i / 28)]
    const distance = Math.hypot(x - 6 - 2 * (digit % 5) - (digit > 4 ? 4 : 0), y - 6 - 1.7 * digit)
    return Math.round(100 * Math.max(0, 1 - distance / 6)) / 100
  }
  const row = (_, r) => {
    const digit = r % 10
    return [
      ...inputs.map((_, i) => ink(digit, (i + 31 * Math.floor(r / 10)) % 784)),
      ...outputs.map((_, k) => Number(k === digit)),
    ]
  }
  return {
    v: 1,
    data: { name: 'hand', table: { inputs, outputs, rows: Array.from({ length: rows }, row) }, testShare: 0 },
    network: {
      layers: [
        { units: 30, activation: 'sigmoid' },
        { units: 10, activation: 'sigmoid' },
      ],
    },
    training: { cost: 'quadratic', optimizer: 'sgd', learningRate: 3, batchSize: 10 },
    view: { selected: { layer: 0, unit: 0 } },
  }
}

/** The panels of the glass pane, by the names of their tabs. */
export const panels = [
  'One step',
  'Inputs',
  'Neuron',
  'Layer',
  'Cost',
  'Error',
  'Blame',
  'Shock',
  'Slope',
  'Predictions',
]
