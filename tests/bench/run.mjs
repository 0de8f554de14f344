/**
 * `./dev bench`: how fast it is.
 *
 *     node run.mjs [engine] [page] [rebuild] [peers] [--rounds 3] [--check]      all but peers unless told otherwise
 *
 * With --check it fails if a figure is beyond its limit; the limits stand where the figures are printed.
 */
import { parseArgs } from 'node:util'
import { nativeRows, wasmRows } from './engine-rows.mjs'
import { broken } from './limits.mjs'
import { measureAll } from './rounds.mjs'
import { printNotes, printRates, printRatios } from './table.mjs'

const parts = {
  engine: async (rounds) => {
    const rows = [...nativeRows, ...wasmRows]
    const results = await measureAll(rows, rounds)
    printRates(rows, results)
    printRatios(
      wasmRows.map((of, i) => ({ name: `wasm / native ${of.precision}`, of, to: nativeRows[i] })),
      results,
    )
    printNotes(results, rounds)
  },
  page: async () => (await import('./page.mjs')).measurePage(),
  rebuild: async (rounds) => (await import('./rebuild.mjs')).measureRebuild(rounds),
  peers: async (rounds) => (await import('./peers/run.mjs')).comparePeers(rounds),
}

const options = { rounds: { type: 'string', default: '3' }, check: { type: 'boolean' } }
const { values, positionals } = parseArgs({ allowPositionals: true, options })
const unknown = positionals.find((part) => !(part in parts))
if (unknown) throw new RangeError(`part: must be one of ${Object.keys(parts).join(', ')}, got ${unknown}`)
for (const part of positionals.length ? positionals : ['engine', 'page', 'rebuild']) {
  await parts[part](Number(values.rounds))
}
if (values.check) {
  for (const text of broken) console.error(`Beyond its limit: ${text}`)
  process.exitCode = broken.length ? 1 : 0
}
