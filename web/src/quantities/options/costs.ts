import {
  call,
  either,
  exponential,
  mean,
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

/** The formula of every cost: of one row's own, and of its slope by each output; by the engine's names. */

/** What a row's cost is made of: by output, its activation and its target. */
export interface Outputs {
  a: (output: number) => Tree
  y: (output: number) => Tree
  count: number
  /** The activation of the outputs is the one that the cost is made for. */
  isPartner: boolean
}

export interface CostTrees {
  /** Of one row: the mean of what its outputs cost, or their sum. */
  row: (outputs: Outputs) => Tree
  /** What one of the outputs costs. */
  term: (outputs: Outputs, output: number) => Tree
  /** dCost/dActivation of one row's output. */
  slope: (outputs: Outputs, output: number) => Tree
  /** delta of an output whose activation is the cost's partner, where there is one. */
  partnerDelta?: (outputs: Outputs, output: number) => Tree
  /** Of an activation other than its partner it first makes shares. */
  ofShares?: true
}

const one = number(1)
const half = (tree: Tree) => over(tree, number(2))
const difference = ({ a, y }: Outputs, k: number) => minus(a(k), y(k))
/** Divided by the number of outputs, where there are several. */
const perOutput = ({ count }: Outputs, tree: Tree) => (count === 1 ? tree : over(tree, number(count)))

/** Squared up to 1, straight beyond. */
function huber(d: Tree) {
  const size = call('abs', d)
  return either({ left: size, is: '<', right: one }, half(square(d)), minus(size, number(0.5)))
}

/** The share that softmax would give one of the numbers. */
const share = ({ a, count }: Outputs, k: number) =>
  over(
    exponential(a(k)),
    sum('j', count, (j) => exponential(a(j))),
  )

/** The logarithm of how likely the target is by an output that is a probability of its own. */
function likelihood({ a, y }: Outputs, k: number) {
  return plus(times(y(k), call('ln', a(k))), times(minus(one, y(k)), call('ln', minus(one, a(k)))))
}

/** The same by outputs that are shares of one whole. */
const shareLikelihood = (outputs: Outputs, k: number) =>
  times(outputs.y(k), call('ln', outputs.isPartner ? outputs.a(k) : share(outputs, k)))

export const costTrees: Record<string, CostTrees> = {
  mse: {
    row: (outputs) => mean('k', outputs.count, (k) => square(difference(outputs, k))),
    term: (outputs, k) => square(difference(outputs, k)),
    slope: (outputs, k) => perOutput(outputs, times(number(2), difference(outputs, k))),
  },
  quadratic: {
    row: (outputs) => half(sum('k', outputs.count, (k) => square(difference(outputs, k)))),
    term: (outputs, k) => half(square(difference(outputs, k))),
    slope: difference,
  },
  binaryCrossEntropy: {
    row: (outputs) => negative(mean('k', outputs.count, (k) => likelihood(outputs, k))),
    term: (outputs, k) => negative(likelihood(outputs, k)),
    slope: (outputs, k) =>
      perOutput(outputs, over(difference(outputs, k), times(outputs.a(k), minus(one, outputs.a(k))))),
    partnerDelta: (outputs, k) => perOutput(outputs, difference(outputs, k)),
  },
  softmaxCrossEntropy: {
    row: (outputs) => negative(sum('k', outputs.count, (k) => shareLikelihood(outputs, k))),
    term: (outputs, k) => negative(shareLikelihood(outputs, k)),
    slope: (outputs, k) => minus(share(outputs, k), outputs.y(k)),
    partnerDelta: difference,
    ofShares: true,
  },
  huber: {
    row: (outputs) => mean('k', outputs.count, (k) => huber(difference(outputs, k))),
    term: (outputs, k) => huber(difference(outputs, k)),
    slope: (outputs, k) => perOutput(outputs, call('max', number(-1), call('min', one, difference(outputs, k)))),
  },
}
