import {
  call,
  either,
  exponential,
  minus,
  negative,
  number,
  over,
  plus,
  square,
  sum,
  type Tree,
  times,
} from '../tree.ts'

/** The formula of every activation and of its slope, by the engine's names. */

/** Of one neuron's own sum. `a` is f(z), where the slope is said shorter with it. */
interface Elementwise {
  value: (z: Tree) => Tree
  slope: (z: Tree, a: Tree) => Tree
}

/** Of all sums of a layer together. */
interface OfLayer {
  ofLayer: (z: (unit: number) => Tree, unit: number, units: number) => Tree
  /**
   * The error of a unit.
   * @param a of each unit @param come what comes back to each: the slope of the cost by its activation
   */
  back: (a: (unit: number) => Tree, come: (unit: number) => Tree, unit: number, units: number) => Tree
}

export type ActivationTrees = Elementwise | OfLayer

const one = number(1)
const isPositive = (z: Tree) => ({ left: z, is: '>', right: number(0) }) as const
const sigmoid = (z: Tree) => over(one, plus(one, exponential(negative(z))))

export const activationTrees: Record<string, ActivationTrees> = {
  linear: { value: (z) => z, slope: () => one },
  sigmoid: { value: sigmoid, slope: (_, a) => times(a, minus(one, a)) },
  tanh: { value: (z) => call('tanh', z), slope: (_, a) => minus(one, square(a)) },
  relu: { value: (z) => call('max', number(0), z), slope: (z) => either(isPositive(z), one, number(0)) },
  leakyRelu: {
    value: (z) => either(isPositive(z), z, times(number(0.01), z)),
    slope: (z) => either(isPositive(z), one, number(0.01)),
  },
  elu: {
    value: (z) => either(isPositive(z), z, minus(exponential(z), one)),
    slope: (z, a) => either(isPositive(z), one, plus(a, one)),
  },
  softplus: { value: (z) => call('ln', plus(one, exponential(z))), slope: sigmoid },
  gelu: {
    value: (z) => times(z, call('normal', z)),
    slope: (z) => plus(call('normal', z), times(z, call('density', z))),
  },
  silu: {
    value: (z) => over(z, plus(one, exponential(negative(z)))),
    slope: (z, a) => plus(a, times(call('sigmoid', z), minus(one, a))),
  },
  softmax: {
    ofLayer: (z, unit, units) =>
      over(
        exponential(z(unit)),
        sum('k', units, (k) => exponential(z(k))),
      ),
    back: (a, come, unit, units) =>
      times(
        a(unit),
        minus(
          come(unit),
          sum('k', units, (k) => times(a(k), come(k))),
        ),
      ),
  },
}
