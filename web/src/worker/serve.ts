import { tableLoader } from '../data/load.ts'
import { loadEngine } from '../engine/engine.ts'
import { type FromWorker, failureOf, type Port } from '../session/protocol.ts'
import { clock } from './clock.ts'
import { Service } from './service.ts'

/** Where a table lies: written as bundlers know it. */
const addressOf = (name: string) => new URL(`./data/${name}.json`, import.meta.url)

/**
 * One engine, serving the session at the other end of a port; what goes wrong with it is told there.
 * @param loadTable reads a shipped table by its name
 * @param wasm where the engine is no file beside this one
 */
export async function serve(
  port: Port,
  loadTable = tableLoader(addressOf),
  wasm?: Promise<Uint8Array>,
): Promise<Service | undefined> {
  try {
    return new Service(port, await loadEngine(wasm && { wasmBinary: await wasm }), loadTable, clock())
  } catch (error) {
    port.postMessage({ type: 'crashed', failure: failureOf(error) } satisfies FromWorker)
  }
}
