/** The 2-2-2 network of https://mattmazur.com/2015/03/17/a-step-by-step-backpropagation-example/, biases frozen. */
export const settings = {
  inputs: 2,
  layers: [
    { units: 2, activation: 'sigmoid' },
    { units: 2, activation: 'sigmoid' },
  ],
  cost: 'quadratic',
  optimizer: 'sgd',
  learningRate: 0.5,
  batchSize: 0,
}
export const X = [[0.05, 0.1]]
export const Y = [[0.01, 0.99]]
export const parameters = [
  {
    weights: [
      [0.15, 0.2],
      [0.25, 0.3],
    ],
    bias: [0.35, 0.35],
  },
  {
    weights: [
      [0.4, 0.45],
      [0.5, 0.55],
    ],
    bias: [0.6, 0.6],
  },
]
export const biases = [0, 1].flatMap((layer) => [0, 1].map((row) => ({ layer, row, bias: true })))

/** A trainer that stands at the example's start. */
export function mazur(engine, changes = {}) {
  const trainer = engine.createTrainer({ ...settings, ...changes })
  trainer.setData(X, Y)
  trainer.setParameters(parameters)
  trainer.lock(biases)
  return trainer
}
