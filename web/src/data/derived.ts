import { refuseValue } from '../network/refuse.ts'
import { type FlatRows, rowAt } from '../network/rows.ts'
import { type Term, termName } from './sources.ts'

/** Features that are made of others: products, of which squares and powers are some, and sines. */

/** What is derived, by name, and rows with it behind them; rows that have it already are left as they are. */
export interface Derived {
  names: string[]
  derive: (X: FlatRows) => FlatRows
}

/**
 * The terms, ready to be computed.
 * @param features that they are made of
 * @throws {RangeError} when one is of a feature that is not there, or is there already
 */
export function derivedFrom(terms: readonly Term[], features: readonly string[]): Derived {
  const places = terms.map((term, at) => placesOf(term, features, `data.derived.${at}`))
  const names = terms.map((term, at) =>
    termName(
      term,
      places[at].map((place) => features[place]),
    ),
  )
  const twice = names.find((name, at) => features.includes(name) || names.indexOf(name) < at)
  if (twice !== undefined) refuseValue('once', 'data.derived', twice)
  return { names, derive: (X) => (X.shape[1] === features.length ? withTerms(X, terms, places) : X) }
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

function withTerms(X: FlatRows, terms: readonly Term[], places: number[][]): FlatRows {
  const [count, columns] = X.shape
  const width = columns + terms.length
  const data = new Float64Array(count * width)
  for (let at = 0; at < count; at++) {
    const row = rowAt(X, at)
    data.set(row, at * width)
    terms.forEach((term, i) => {
      const product = places[i].reduce((value, place) => value * row[place], 1)
      data[at * width + columns + i] = 'sine' in term ? sineOfPi(product) : product
    })
  }
  return { data, shape: [count, width] }
}
