/**
 * Measures the rows of a table, each in a process of its own, pinned to one processor.
 *
 * @typedef {{ name: string, command: string[], precision?: string, needsData?: boolean, skips?: string[] }} Row
 *   The command gets a workload's keys as further arguments and, if it asks for data, X and Y on standard input.
 *   skips: workloads it cannot do.
 * @typedef {{ rate: number, spread: number, hasLearnt: boolean }} Result spread: (largest - smallest) / median
 */
import { spawn, spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { dataOf } from './data.mjs'
import { workloads, writeKeys } from './workloads.mjs'

/** Seconds of processor time before and while it is measured: the largest runtime takes almost one to compile. */
const time = { warmUp: 1, measured: 0.5 }

/** Pinned to the last processor where that can be done; the first has the most interrupts to serve. */
const canPin = spawnSync('taskset', ['--version']).status === 0
const pin = canPin ? ['taskset', '-c', String(availableParallelism() - 1)] : []

/**
 * Rounds go through the whole table one after the other: a busy spell of the machine strikes all rows alike.
 * @param {Row[]} rows
 * @param {number} rounds
 * @returns {Promise<Map<string, Result>>} by key(row, workload)
 */
export async function measureAll(rows, rounds) {
  const results = new Map()
  for (let round = 0; round < rounds; round++) {
    for (const workload of workloads) {
      const data = rows.some((row) => row.needsData) ? dataOf(workload) : null
      for (const row of rows.filter(({ skips }) => !skips?.includes(workload.name))) {
        const place = key(row, workload)
        if (round > 0 && !results.has(place)) continue // it failed in the first round
        const result = await runRow(row, workload, data)
        if (result) results.set(place, [...(results.get(place) ?? []), result])
      }
      process.stderr.write('.')
    }
  }
  process.stderr.write('\n')
  return new Map([...results].map(([place, runs]) => [place, summary(runs)]))
}

/** @param {Row} row */
export const key = (row, workload) => `${row.name} ${workload.name}`

function runRow({ name, command, precision = 'float64', needsData }, workload, data) {
  const count = workload.samples ?? workload.grid ** 2
  const [program, ...parameters] = [...pin, ...command, ...writeKeys({ ...workload, ...time, precision, count })]
  const child = spawn(program, parameters, { stdio: [needsData ? 'pipe' : 'ignore', 'pipe', 'pipe'] })
  if (needsData) for (const values of [data.X, data.Y]) child.stdin.write(new Uint8Array(values.buffer))
  child.stdin?.end()
  const output = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'])
    child[stream].on('data', (text) => {
      output[stream] += text
    })
  return new Promise((resolve) =>
    child.on('close', (code) => {
      if (code === 0) return resolve(JSON.parse(output.stdout.trim().split('\n').at(-1)))
      console.error(`\n${name}, ${workload.name}: failed\n${output.stderr.slice(0, 600)}`)
      resolve(null)
    }),
  )
}

/** @returns {Result} */
function summary(runs) {
  const rates = runs.map(({ rate }) => rate).sort((a, b) => a - b)
  const rate = median(rates)
  return { rate, spread: (rates.at(-1) - rates[0]) / rate, hasLearnt: runs.every((run) => run.hasLearnt) }
}

/** @param {number[]} sorted */
export const median = (sorted) => (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2
