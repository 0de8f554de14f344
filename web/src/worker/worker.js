import { tableLoader } from '../data/load.js'
import { loadEngine } from '../engine/engine.js'
import { failureOf } from '../session/protocol.js'
import { clock } from './clock.js'
import { Service } from './service.js'

/** The worker: one engine, serving the session that made it. */
const port = /** @type {import('../session/protocol.js').Port} */ (globalThis)

try {
  new Service(port, await loadEngine(), tableLoader(import.meta.url), clock())
} catch (error) {
  port.postMessage({ crashed: failureOf(error) })
}
