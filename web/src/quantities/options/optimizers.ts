import { minus, number, over, plus, power, root, setting, square, type Tree, times } from '../tree.ts'

/** The rule of every optimizer, by the engine's names: PyTorch's definitions. */

/** What a rule is applied to: of one parameter. */
export interface Place {
  /** The parameter. */
  p: Tree
  /** The gradient as the optimizer uses it. */
  g: Tree
  /** What it remembers, before the step and after it. */
  first: Tree
  second: Tree
  newFirst: Tree
  newSecond: Tree
}

export interface OptimizerTrees {
  newFirst?: (place: Place) => Tree
  newSecond?: (place: Place) => Tree
  newValue: (place: Place) => Tree
}

const rate = setting('learningRate')
const momentum = setting('momentum')
const rest = (name: 'beta1' | 'beta2' | 'rho') => minus(number(1), setting(name))
/** What remains of the old, and the rest of the new. */
const rolling = (name: 'beta1' | 'beta2' | 'rho', old: Tree, now: Tree) =>
  plus(times(setting(name), old), times(rest(name), now))
/** A running mean that started at 0, made as large as it should be. */
const corrected = (mean: Tree, name: 'beta1' | 'beta2') =>
  over(mean, minus(number(1), power(setting(name), setting('steps'))))
/** Scaled down by the root of the squares. */
const scaled = (above: Tree, squares: Tree) => over(times(rate, above), plus(root(squares), setting('epsilon')))

const velocity = ({ g, first }: Place) => plus(times(momentum, first), g)
const adamStep = ({ newFirst, newSecond }: Place) => scaled(corrected(newFirst, 'beta1'), corrected(newSecond, 'beta2'))
const moments = {
  newFirst: ({ g, first }: Place) => rolling('beta1', first, g),
  newSecond: ({ g, second }: Place) => rolling('beta2', second, square(g)),
}

export const optimizerTrees: Record<string, OptimizerTrees> = {
  sgd: { newValue: ({ p, g }) => minus(p, times(rate, g)) },
  momentum: { newFirst: velocity, newValue: ({ p, newFirst }) => minus(p, times(rate, newFirst)) },
  nesterov: {
    newFirst: velocity,
    newValue: ({ p, g, newFirst }) => minus(p, times(rate, plus(g, times(momentum, newFirst)))),
  },
  adagrad: {
    newFirst: ({ g, first }) => plus(first, square(g)),
    newValue: ({ p, g, newFirst }) => minus(p, scaled(g, newFirst)),
  },
  rmsprop: {
    newFirst: ({ g, first }) => rolling('rho', first, square(g)),
    newValue: ({ p, g, newFirst }) => minus(p, scaled(g, newFirst)),
  },
  adam: { ...moments, newValue: (place) => minus(place.p, adamStep(place)) },
  adamw: {
    ...moments,
    newValue: (place) => minus(times(minus(number(1), times(rate, setting('weightDecay'))), place.p), adamStep(place)),
  },
}
