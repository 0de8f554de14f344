import { tableLoader } from '../data/load.ts'
import { loadEngine } from '../engine/engine.ts'
import { type FromWorker, failureOf, type Port } from '../session/protocol.ts'
import { clock } from './clock.ts'
import { Service } from './service.ts'

/** The worker: one engine, serving the session that made it. */
const port = globalThis as Port

try {
  new Service(port, await loadEngine(), tableLoader(import.meta.url), clock())
} catch (error) {
  port.postMessage({ type: 'crashed', failure: failureOf(error) } satisfies FromWorker)
}
