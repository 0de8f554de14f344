import { buildTable } from '../../web/data/build-tables.mjs'
import { RowStore } from '../../web/src/data/row-store.ts'
import { loadEngine } from '../../web/src/engine/engine.ts'
import { createSession } from '../../web/src/session/session.ts'
import { checkedAt } from '../../web/src/state/state.ts'
import { Service } from '../../web/src/worker/service.ts'

export const engine = await loadEngine()
export const { catalog } = engine

/** What states meet on their way in and out where there is no session. */
export const border = { catalog, rows: new RowStore() }

/** Node lets a port that writes to itself starve the others, which browsers do not: here another way of coming back. */
const clock = {
  now: () => performance.now(),
  soon: (next) => void setImmediate(next),
  later: (next, milliseconds) => void setTimeout(next, milliseconds),
}

/** The worker's side in this very thread, at the other end of a channel: what the page has in a worker. */
export const startWorker = () => startService().port

/** The same, with what stands behind the port. */
export function startService() {
  const { port1, port2 } = new MessageChannel()
  const service = new Service(port2, engine, buildTable, clock)
  port2.start()
  port2.addEventListener('close', () => service.dispose())
  return { port: port1, service }
}

/** A table entered by hand as a state has it. */
export const stored = (table) => checkedAt('data.table', table, border)

/** The table of a session with its rows. */
export const tableOf = (session) => session.save().data.table

/** A session that is disposed of when the test ends. */
export async function openSession(test, url = '', worker = startWorker, moment = null) {
  const session = await createSession({ worker, url, moment })
  test.after(() => session.dispose())
  return session
}

/** Resolves when the session comes to a state of affairs. */
export function until(session, holds) {
  return new Promise((resolve) => {
    const look = () => {
      if (!holds(session)) return
      session.removeEventListener('change', look)
      resolve()
    }
    session.addEventListener('change', look)
    look()
  })
}

/** All parameters of the frame, to be compared bit for bit. */
export const weightsOf = ({ frame }) => frame.layers.flatMap(({ weights, bias }) => [...weights, ...bias])
