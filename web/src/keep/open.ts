import { RowStore } from '../data/row-store.ts'
import { unflatten } from '../network/layer-parameters.ts'
import { Log } from '../run/log.ts'
import type { Port } from '../session/protocol.ts'
import type { Moment, SessionLike } from '../session/session-like.ts'
import { plainState, rowIdsIn } from '../state/border.ts'
import { digits } from '../state/digits.ts'
import { type Proof, prove } from './prove.ts'
import { unpackMoment } from './unpack.ts'

/** Opens a session that was kept in the place of the one that is there. */

/** What came of it. `goBack`: to what was there before; 'other': its weights alone were taken, as the first ones. */
export interface Opened {
  proof: Proof
  goBack: () => Promise<void>
}

/**
 * @param kept as it was kept; whatever is wrong with it, nothing has changed
 * @param worker starts one to try it out first; null: the browser has kept it for us, or there can be no other worker
 * @returns rejects with what was refused
 */
export async function openKept(
  session: SessionLike,
  kept: unknown,
  worker: (() => Port) | null,
  isOurs = false,
): Promise<Opened> {
  const { digits: made, ...moment } = unpackMoment(kept, session.catalog)
  session.guard?.({ do: 'load', state: {} }, session.state, moment.state)
  const proof = worker && !(isOurs && made === digits) ? await prove(moment, session.catalog, worker) : 'same'
  await session.wake()
  await session.run({ do: 'pause' })
  const before = apart(session.moment())
  const way = proof === 'other' ? takeWeights(session, moment) : take(session, moment)
  await way.catch(async (error) => {
    await take(session, before)
    throw error
  })
  return { proof, goBack: () => take(session, before) }
}

/** A moment with the rows of its own: a session forgets those that it cannot come to any more. */
function apart(moment: Moment): Moment {
  const rows = new RowStore()
  for (const id of idsIn(moment)) rows.put(id, moment.rows.get(id))
  return { ...moment, rows }
}

const idsIn = ({ log, state }: Moment) => rowIdsIn([...Log.from(log).states, state])

/** Has a session go on from a moment. */
async function take(session: SessionLike, moment: Moment) {
  for (const id of idsIn(moment)) session.rows.put(id, moment.rows.get(id))
  if (session.isRunning) await session.run({ do: 'pause' })
  await session.takeUp?.(moment)
}

/** Takes the weights as the first ones of the state, at step 0: that much is true of them. */
async function takeWeights(session: SessionLike, { state, checkpoint, rows }: Moment) {
  const { layers } = state.network
  const parameters = checkpoint && unflatten(checkpoint.parameters, layers)
  const { ok, message } = await session.run({
    do: 'load',
    state: { ...plainState(state, rows), ...(parameters ? { parameters } : {}) },
  })
  if (!ok) throw new Error(message)
}
