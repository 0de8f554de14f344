import { key, median } from './rounds.mjs'
import { describe, workloads } from './workloads.mjs'

/** @import { Result, Row } from './rounds.mjs' */

/** @param {Row[]} rows @param {Map<string, Result>} results */
export function printRates(rows, results) {
  printTable(
    rows.map((row) => [
      row.name,
      ...workloads.map((workload) => {
        const result = results.get(key(row, workload))
        return result ? short(result.rate) + (result.hasLearnt ? '' : '?') : ''
      }),
    ]),
  )
}

/** One row for each pair: how many times faster the first is. */
export function printRatios(pairs, results) {
  printTable(
    pairs.map(({ name, of, to }) => [
      name,
      ...workloads.map((workload) => {
        const [a, b] = [of, to].map((row) => results.get(key(row, workload))?.rate)
        return a && b ? (a / b).toPrecision(2) : ''
      }),
    ]),
  )
}

/** The columns explained, and how much the rounds differed. */
export function printNotes(results, rounds) {
  const spreads = [...results.values()].map(({ spread }) => spread).sort((a, b) => a - b)
  for (const workload of workloads) console.log(describe(workload))
  console.log(
    `Medians of ${rounds} rounds on one processor, by processor time. (largest - smallest) / median: ` +
      `${percent(median(spreads))} as a rule, ${percent(spreads.at(-1))} at worst. ? = its cost did not fall.`,
  )
}

const percent = (share) => `${Math.round(100 * share)} %`

/** @param {number} rate */
export function short(rate) {
  const [divisor, unit] = rate >= 1e6 ? [1e6, 'M'] : rate >= 1e3 ? [1e3, 'k'] : [1, '']
  return Number((rate / divisor).toPrecision(3)) + unit
}

/** @param {string[][]} lines the first cell of each names the row */
function printTable(lines) {
  const all = [['', ...workloads.map(({ name }) => name)], ...lines]
  const first = Math.max(...all.map(([name]) => name.length))
  console.log()
  for (const [name, ...cells] of all) console.log(name.padEnd(first) + cells.map((cell) => cell.padStart(8)).join(''))
  console.log()
}
