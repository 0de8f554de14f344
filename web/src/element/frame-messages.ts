import { refuseType, refuseValue } from '../network/refuse.ts'
import type { GlassboxPlayground } from './glassbox-playground.ts'

/**
 * The page around an iframe asks by messages what a script in the page would ask of the element:
 * `{ glassbox: 1, id, call, with: [...] }` is answered by `{ glassbox: 1, id, ok, result }` or `{ ..., ok: false, error }`.
 * What is said before the frame has loaded may be lost; said once more with `again: true`, it is done once only.
 * After `call: 'hello'` it is told the element's events, as `{ glassbox: 1, event, detail }`.
 *
 * Any page may embed this one and nothing here is a secret, so an origin is no permission; but answers go to nobody but the
 * page that asked, and only the frame's own parent is heard.
 */
const calls = [
  'run',
  'play',
  'pause',
  'step',
  'reset',
  'getState',
  'setState',
  'frame',
  'predict',
  'export',
  'trace',
  'link',
] as const
/** What can be called: a method of the element. */
export type Call = (typeof calls)[number]
const events = ['change', 'step', 'epoch', 'play', 'pause', 'error'] as const
/** What can be heard of: the element is there by then. */
export type Heard = (typeof events)[number]

/** What is asked while so many questions are unanswered is refused. */
const mostWaiting = 32

/** What is asked for by a message. */
export interface Asked {
  id: unknown
  call: unknown
  with?: unknown
  again?: unknown
}

export function answerMessages(playground: GlassboxPlayground) {
  let waiting = 0
  let isTelling = false
  const heard: Set<unknown> = new Set()
  addEventListener('message', async ({ source, origin, data }) => {
    if (source !== window.parent || typeof data !== 'object' || data?.glassbox !== 1 || !('call' in data)) return
    const to = origin === 'null' ? '*' : origin
    const send = (message: object) => window.parent.postMessage({ glassbox: 1, ...message }, to)
    const { id, again } = data as Asked
    if (again === true && heard.has(id)) return
    heard.add(id)
    if (waiting >= mostWaiting) return send({ id, ok: false, error: `at most ${mostWaiting} calls at a time` })
    waiting++
    try {
      send({ id, ok: true, result: await answer(playground, data) })
      if (data.call === 'hello' && !isTelling) tellEvents(playground, send)
      isTelling ||= data.call === 'hello'
    } catch (error) {
      send({ id, ok: false, error: error instanceof Error ? error.message : String(error) })
    }
    waiting--
  })
}

/**
 * Calls what a message asks for.
 * @throws {RangeError | TypeError} where it asks for what cannot be
 */
export async function answer(playground: GlassboxPlayground, { call, with: details = [] }: Asked) {
  await customElements.whenDefined('glassbox-playground')
  if (call === 'hello') return { version: 1, calls: [...calls] }
  const known = calls.find((name) => name === call)
  if (!known) refuseValue('choice', 'call', call, { names: calls.join(', ') })
  if (!Array.isArray(details)) refuseType('list', 'with', details)
  if (details.length > 2) refuseValue('most', 'with.length', details.length, { maximum: 2 })
  const method = playground[known] as (...details: unknown[]) => unknown
  return method.apply(playground, details)
}

function tellEvents(playground: GlassboxPlayground, send: (message: object) => void) {
  for (const event of events)
    playground.addEventListener(`glassbox-${event}`, (happened) => {
      const { detail } = happened as CustomEvent
      send({ event, detail: event === 'change' ? { state: detail.state } : detail })
    })
}
