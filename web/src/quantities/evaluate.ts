import type { At, QuantityName } from './at.ts'
import type { Condition, FunctionName, SettingName, Tree } from './tree.ts'

/**
 * What a formula comes to, from the numbers that it is made of. Of the numbers that are shown only what each output of a
 * row costs is computed here, which the engine does not give. Tests hold the engine's numbers against it, and curves are
 * drawn by it.
 */

/** Where the numbers come from. */
export interface Operands {
  quantity: (name: QuantityName, at: At) => number
  setting: (name: SettingName) => number
}

export interface Result {
  value: number
  /** The sum of the absolute values of all that was added up: what rounding is measured by. */
  size: number
}

const exactly = (value: number): Result => ({ value, size: Math.abs(value) })

/** @throws {RangeError} where a letter stands for nothing */
export function evaluate(tree: Tree, operands: Operands): Result {
  const of = (other: Tree) => evaluate(other, operands)
  switch (tree.kind) {
    case 'number':
      return exactly(tree.value)
    case 'e':
      return exactly(Math.E)
    case 'setting':
      return exactly(operands.setting(tree.name))
    case 'quantity':
      return exactly(operands.quantity(tree.name, tree.at))
    case 'letter':
      throw new RangeError(`letter: must stand for a number, got ${tree.name}`)
    case 'sum':
      return added(Array.from({ length: tree.count }, (_, i) => of(tree.term(i))))
    case 'plus':
      return added(tree.terms.map(of))
    case 'minus':
      return added([of(tree.left), negated(of(tree.right))])
    case 'negative':
      return negated(of(tree.of))
    case 'times':
      return tree.factors.map(of).reduce((a, b) => ({ value: a.value * b.value, size: a.size * b.size }))
    case 'over':
      return divided(of(tree.above), of(tree.below))
    case 'power':
      return raised(of(tree.base), of(tree.exponent))
    case 'root':
      return applied(Math.sqrt, of(tree.of))
    case 'call':
      return called(tree.name, tree.of.map(of))
    case 'either':
      return of(holds(tree.when, of) ? tree.value : tree.otherwise)
  }
}

const added = (terms: Result[]): Result =>
  terms.reduce((a, b) => ({ value: a.value + b.value, size: a.size + b.size }), { value: 0, size: 0 })

const negated = ({ value, size }: Result): Result => ({ value: -value, size })

/** How much larger than itself a result is measured, for what is made of it. */
const lossOf = ({ value, size }: Result) => (value === 0 ? 1 : Math.max(1, size / Math.abs(value)))

const divided = (above: Result, below: Result): Result => {
  const value = above.value / below.value
  return { value, size: (above.size / Math.abs(below.value)) * lossOf(below) }
}

function raised(base: Result, exponent: Result): Result {
  const value = base.value ** exponent.value
  const loss = lossOf(base) * Math.max(1, exponent.size)
  return { value, size: Math.abs(value) * loss }
}

function applied(f: (x: number) => number, x: Result): Result {
  const value = f(x.value)
  return { value, size: Math.max(Math.abs(value), 1) * lossOf(x) * Math.max(1, x.size) }
}

const functions: Record<Exclude<FunctionName, 'max' | 'min'>, (x: number) => number> = {
  ln: Math.log,
  tanh: Math.tanh,
  abs: Math.abs,
  sign: Math.sign,
  sigmoid: (x) => 1 / (1 + Math.exp(-x)),
  density,
  normal: (x) => 0.5 + density(x) * oddSeries(x),
}

function called(name: FunctionName, [first, ...others]: Result[]): Result {
  if (name === 'max') return others.reduce((a, b) => (b.value > a.value ? b : a), first)
  if (name === 'min') return others.reduce((a, b) => (b.value < a.value ? b : a), first)
  return applied(functions[name], first)
}

/** The standard normal density. */
function density(x: number) {
  return Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)
}

/** x + x³/3 + x⁵/(3·5) + …: Marsaglia, "Evaluating the normal distribution" (2004). */
function oddSeries(x: number) {
  let [sum, term] = [x, x]
  for (let odd = 3; Math.abs(term) > 1e-18 * Math.abs(sum); odd += 2) {
    term *= (x * x) / odd
    sum += term
  }
  return sum
}

function holds({ left, is, right }: Condition, of: (tree: Tree) => Result) {
  const [a, b] = [of(left).value, of(right).value]
  return is === '<' ? a < b : is === '>' ? a > b : a === b
}
