import { refuseValue } from '../network/refuse.ts'
import { type FlatRows, rowAt } from '../network/rows.ts'
import { type Term, termName } from './sources.ts'

/** Features that are made of others: products, of which squares and powers are some, and sines. */

/** A term over the features that the data has by itself. */
export interface Derived {
  /** Such as x², x·y or sin(πx). */
  name: string
  of: (row: ArrayLike<number>) => number
}

/**
 * The terms, ready to be computed.
 * @param names of the features that they are made of
 * @throws {RangeError} when one is of a feature that is not there, or is there already
 */
export function derivedFrom(terms: readonly Term[], names: readonly string[]): Derived[] {
  const known = [...names]
  return terms.map((term, at) => {
    const factors = placesOf(term, names, `data.derived.${at}`)
    const name = termName(
      term,
      factors.map((place) => names[place]),
    )
    if (known.includes(name)) refuseValue('once', 'data.derived', name)
    known.push(name)
    const multiplied = (row: ArrayLike<number>) => factors.reduce((value, place) => value * row[place], 1)
    return { name, of: 'sine' in term ? (row) => sineOfPi(multiplied(row)) : multiplied }
  })
}

/** Where a term's factors stand among the features, in the order of these. */
function placesOf(term: Term, names: readonly string[], path: string): number[] {
  const places = ('sine' in term ? [term.sine] : term.product).map((name) => {
    const place = names.indexOf(name)
    return place < 0 ? refuseValue('among', path, name, { names: names.join(', ') }) : place
  })
  return places.sort((a, b) => a - b)
}

/**
 * sin(π value) by sums and products alone: what Math.sin gives differs between browsers in the last bit, and the same
 * link is to give the same digits everywhere. It is 0 at every whole number.
 */
export function sineOfPi(value: number): number {
  const turned = value - 2 * Math.round(value / 2)
  const folded = Math.abs(turned) > 0.5 ? Math.sign(turned) - turned : turned
  const angle = Math.PI * folded
  let sum = 0
  for (let power = 23; power > 1; power -= 2) sum = ((1 - sum) * angle * angle) / (power * (power - 1))
  return angle * (1 - sum)
}

/** The rows with what is derived from them behind them; rows that have it already are left as they are. */
export function withDerived(X: FlatRows, derived: readonly Derived[], features: number): FlatRows {
  const [count, columns] = X.shape
  if (derived.length === 0 || columns !== features) return X
  const width = features + derived.length
  const data = new Float64Array(count * width)
  for (let at = 0; at < count; at++) {
    const row = rowAt(X, at)
    data.set(row, at * width)
    derived.forEach((term, i) => {
      data[at * width + features + i] = term.of(row)
    })
  }
  return { data, shape: [count, width] }
}
