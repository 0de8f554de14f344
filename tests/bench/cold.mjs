/**
 * `./dev bench cold`: how soon a module that was just made trains at full speed, in a process (on a page) of its own.
 * Code is compiled twice: quickly at first and well as soon as it has run for a while.
 */
import { Chromium } from './chromium.mjs'
import { precisions } from './engine-rows.mjs'
import { atLeast } from './limits.mjs'
import { shareBetween } from './measure-cold.mjs'
import { median } from './median.mjs'
import { nodeRow } from './process-row.mjs'
import { percent, printTable } from './table.mjs'
import { workloadNamed } from './workloads.mjs'

/** From when to when, in seconds from the first step; the limit is for the last. */
const spans = [
  [0, 0.025],
  [0.025, 0.05],
  [0.05, 0.1],
  [0.1, 0.2],
]
const least = 0.8

/** @param {number} rounds */
export async function measureCold(rounds) {
  const chromium = await Chromium.open()
  const rows = []
  for (const precision of precisions) {
    rows.push(nodeRow(`Node ${precision}`, 'wasm.mjs', { precision }))
    rows.push(await chromium.row(`Chromium ${precision}`, 'wasm.mjs', { precision }))
  }
  const runs = rows.map(() => [])
  for (let round = 0; round < rounds; round++)
    for (const [i, { measure }] of rows.entries())
      runs[i].push((await measure({ ...workloadNamed('W1'), isCold: true })).shares)
  await chromium.close()
  const shares = runs.map((of) => spans.map((span) => median(of.map((run) => shareBetween(run, ...span)))))
  console.log('\nTraining W1 with a cold module: share of the rate it settles at, by the time since the first step')
  printTable(
    spans.map(([from, to]) => `${1000 * from} to ${1000 * to} ms`),
    rows.map(({ name }, i) => [name, ...shares[i].map(percent)]),
  )
  for (const [i, { name }] of rows.entries())
    console.log(atLeast(`Share of the full rate after 100 ms, ${name}`, shares[i].at(-1), least))
}
