/** The engine's own rows, in both precisions. */
import { nativeRow, nodeRow } from './process-row.mjs'

export const precisions = ['float32', 'float64']

/** The engine in WebAssembly, as it runs in Node. */
export const wasmRows = precisions.map((precision) => nodeRow(`Glassbox ${precision}`, 'wasm.mjs', { precision }))

export const nativeRows = precisions.map((precision) => nativeRow(`Glassbox native ${precision}`, precision))
