/**
 * Measures the rows of a table.
 *
 * @typedef {{
 *   name: string
 *   measure: (workload: any) => Promise<{ rate: number, hasLearnt: boolean }>
 *   warmUp?: number
 *   skips?: string[]
 * }} Row
 *   measure rejects with the reason where it cannot; warmUp: seconds before it is measured; skips: workloads it cannot do.
 * @typedef {{ rate: number, spread: number, hasLearnt: boolean }} Result spread: (largest - smallest) / median
 * @typedef {Map<Row, Record<string, Result>>} Results by the workload's name
 */
import { median } from './median.mjs'
import { workloads } from './workloads.mjs'

/** Seconds of processor time before and while it is measured: the largest runtime takes almost one to compile. */
const time = { warmUp: 1, measured: 0.5 }

/**
 * Rounds go through the whole table one after the other: a busy spell of the machine strikes all rows alike.
 * @param {Row[]} rows
 * @param {number} rounds
 * @returns {Promise<Results>}
 */
export async function measureAll(rows, rounds) {
  const runs = new Map(rows.map((row) => [row, {}]))
  for (let round = 0; round < rounds; round++) {
    for (const workload of workloads) {
      for (const row of rows.filter(({ skips }) => !skips?.includes(workload.name))) {
        const before = runs.get(row)
        if (round > 0 && !before[workload.name]) continue // it failed in the first round
        const run = await runRow(row, workload)
        if (run) (before[workload.name] ??= []).push(run)
      }
      process.stderr.write('.')
    }
  }
  process.stderr.write('\n')
  return new Map(
    [...runs].map(([row, of]) => [
      row,
      Object.fromEntries(Object.entries(of).map(([name, all]) => [name, summary(all)])),
    ]),
  )
}

async function runRow({ name, measure, warmUp = time.warmUp }, workload) {
  try {
    return await measure({ ...workload, ...time, warmUp })
  } catch ({ message }) {
    console.error(`\n${name}, ${workload.name}: failed\n${message}`)
    return null
  }
}

/** @returns {Result} */
function summary(runs) {
  const rates = runs.map(({ rate }) => rate)
  const rate = median(rates)
  const spread = (Math.max(...rates) - Math.min(...rates)) / rate
  return { rate, spread, hasLearnt: runs.every((run) => run.hasLearnt) }
}
