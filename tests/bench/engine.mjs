/** `./dev bench engine`: the engine in WebAssembly beside the same engine compiled for this machine. */
import { nativeRows, precisions, wasmRows } from './engine-rows.mjs'
import { atLeastEach } from './limits.mjs'
import { measureAll } from './rounds.mjs'
import { printNotes, printRates, printRatios, ratio } from './table.mjs'
import { workloads } from './workloads.mjs'

/** What WebAssembly keeps of the native rate, at least. */
const least = 0.8

/** @param {number} rounds */
export async function measureEngine(rounds) {
  const results = await measureAll([...nativeRows, ...wasmRows], rounds)
  const pairs = precisions.map((precision, i) => ({
    name: `wasm / native ${precision}`,
    of: wasmRows[i],
    to: nativeRows[i],
  }))
  printRates([...nativeRows, ...wasmRows], results)
  printRatios(pairs, results)
  for (const pair of pairs) {
    const kept = (name) => ratio(pair, results, name) ?? 0 // nothing is kept where a row has failed
    const figures = workloads.map(({ name }) => ({ name: `${pair.name}, ${name}`, value: kept(name) }))
    console.log(atLeastEach(figures, least))
  }
  printNotes(results, rounds)
}
