import { median } from './median.mjs'
import { describe, workloads } from './workloads.mjs'

/** @import { Results, Row } from './rounds.mjs' */

const names = workloads.map(({ name }) => name)

/** @param {Row[]} rows @param {Results} results */
export function printRates(rows, results) {
  printTable(
    names,
    rows.map((row) => [row.name, ...names.map((name) => rateText(results.get(row)[name]))]),
  )
}

/** One row for each pair: how many times faster the first is. @param {{ name: string, of: Row, to: Row }[]} pairs */
export function printRatios(pairs, results) {
  printTable(
    names,
    pairs.map((pair) => [pair.name, ...names.map((name) => ratio(pair, results, name)?.toPrecision(2) ?? '')]),
  )
}

/** How many times faster the first of a pair is with a workload; undefined where one of them is not there. */
export function ratio({ of, to }, results, name) {
  const [a, b] = [of, to].map((row) => results.get(row)[name]?.rate)
  return a && b ? a / b : undefined
}

/** The columns explained, and how much the rounds differed. @param {Results} results @param {number} rounds */
export function printNotes(results, rounds) {
  for (const workload of workloads) console.log(describe(workload))
  console.log(`${spreadText(results, rounds)} ? = its cost did not fall.`)
}

/** How the figures came about. @param {Results} results @param {number} rounds */
export function spreadText(results, rounds) {
  if (rounds === 1) return 'One round on one processor, by processor time.'
  const spreads = [...results.values()].flatMap((of) => Object.values(of).map(({ spread }) => spread))
  return (
    `Medians of ${rounds} rounds on one processor, by processor time. (largest - smallest) / median: ` +
    `${percent(median(spreads))} as a rule, ${percent(Math.max(...spreads))} at worst.`
  )
}

/** @param {number} share */
export const percent = (share) => `${Math.round(100 * share)} %`

/** @param {number} rate */
export function short(rate) {
  const [divisor, unit] = rate >= 1e6 ? [1e6, 'M'] : rate >= 1e3 ? [1e3, 'k'] : [1, '']
  return Number((rate / divisor).toPrecision(3)) + unit
}

const rateText = (result) => (result ? short(result.rate) + (result.hasLearnt ? '' : '?') : '')

/** @param {string[]} heads of all columns but the first @param {string[][]} lines the first cell of each names it */
export function printTable(heads, lines) {
  const all = [['', ...heads], ...lines]
  const widths = all[0].map((_, i) => Math.max(...all.map((cells) => cells[i].length)))
  console.log()
  for (const [name, ...cells] of all)
    console.log(name.padEnd(widths[0]) + cells.map((cell, i) => cell.padStart(widths[i + 1] + 2)).join(''))
  console.log()
}
