/**
 * `./dev bench`: how fast it is.
 *
 *     node run.mjs [engine] [page] [peers] [--rounds 3]      engine and page unless told otherwise
 */
import { parseArgs } from 'node:util'
import { nativeRows, wasmRows } from './engine-rows.mjs'
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
  peers: async (rounds) => (await import('./peers/run.mjs')).comparePeers(rounds),
}

const options = { rounds: { type: 'string', default: '3' } }
const { values, positionals } = parseArgs({ allowPositionals: true, options })
const unknown = positionals.find((part) => !(part in parts))
if (unknown) throw new RangeError(`part: must be one of ${Object.keys(parts).join(', ')}, got ${unknown}`)
for (const part of positionals.length ? positionals : ['engine', 'page']) await parts[part](Number(values.rounds))
