import type { Outcome, SessionLike } from '../../../session/session-like.ts'
import type { Lane } from './trial-run.ts'

/** A session that shows a lane in place of the page's network, and is only looked at: no command reaches anything. */
export function laneSession(whole: SessionLike, lane: () => Lane): SessionLike {
  const done: Outcome = { ok: true, message: '' }
  const own = {
    get state() {
      return { ...lane().state, view: { ...whole.state.view, own: null } }
    },
    get data() {
      return lane().seen?.data ?? null
    },
    get frame() {
      return lane().seen?.frame ?? null
    },
    pointed: null,
    overlay: null,
    isRunning: false,
    run: async () => done,
    giveWay() {},
  }
  return new Proxy(whole, {
    get(_, name) {
      const value = name in own ? Reflect.get(own, name) : Reflect.get(whole, name, whole)
      return typeof value === 'function' ? value.bind(whole) : value
    },
  })
}
