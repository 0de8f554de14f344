/** The engine's own rows, in both precisions. */
import { fileURLToPath } from 'node:url'

const path = (name) => fileURLToPath(new URL(name, import.meta.url))
const precisions = ['float32', 'float64']

/** A row that runs in Node. @param {string} name @param {string} net a module beside this one, see row.mjs */
export const nodeRow = (name, net, options = {}) => ({
  name,
  command: [process.execPath, path('row.mjs'), path(net)],
  ...options,
})

export const wasmRows = precisions.map((precision) => nodeRow(`Glassbox wasm ${precision}`, 'wasm.mjs', { precision }))

const program = path('../../build/tests/bench/engine_bench')
export const nativeRows = precisions.map((precision) => ({
  name: `Glassbox native ${precision}`,
  command: [program],
  precision,
  needsData: true,
}))
