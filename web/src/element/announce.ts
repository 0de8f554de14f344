import type { Change, ChangeEvent } from '../session/announcer.ts'
import type { Frame } from '../session/frame.ts'
import type { SessionLike } from '../session/session-like.ts'
import type { State } from '../state/state.ts'
import type { EventDetails } from './events.ts'

/** The most often that one kind of event is told, in milliseconds. */
const shortestPause = 100

/**
 * Tells the host page of the session's changes as `glassbox-*` events.
 * @param begun what the session began with: what has changed since is told at once
 */
export function announce(
  element: HTMLElement,
  session: SessionLike,
  begun: { state: State; frame: Frame | null },
  signal: AbortSignal,
) {
  const tell = <Name extends keyof EventDetails>(name: Name, detail: EventDetails[Name]) =>
    element.dispatchEvent(new CustomEvent(`glassbox-${name}`, { detail, bubbles: true, composed: true }))
  const seen = { step: begun.frame?.step ?? 0, epoch: Math.floor(begun.frame?.epoch ?? 0) }

  // Copied when it is read: rows entered by hand may be many, and mostly nobody listens.
  const tellState = throttle(signal, () =>
    tell('change', {
      get state() {
        return structuredClone(session.save())
      },
    }),
  )
  const tellProgress = throttle(signal, () => {
    if (!session.frame) return
    const { step, epoch, cost, testCost, accuracy, testAccuracy } = session.frame
    const now = { step, epoch: Math.floor(epoch) }
    const detail = { step, epoch, cost, testCost, accuracy, testAccuracy }
    if (now.step !== seen.step) tell('step', detail)
    if (now.epoch !== seen.epoch) tell('epoch', detail)
    Object.assign(seen, now)
  })

  const tellAll = (changes: ReadonlySet<Change>) => {
    if (changes.has('running')) tell(session.isRunning ? 'play' : 'pause', {})
    if (changes.has('notice') && session.notice?.kind === 'error') {
      const { offer, ...told } = session.notice
      tell('error', told)
    }
    if (changes.has('state') || changes.has('opened') || changes.has('edit')) tellState()
    if (changes.has('frame')) tellProgress()
  }
  tellAll(
    new Set([
      'notice',
      'frame',
      ...(session.isRunning ? (['running'] as const) : []),
      ...(session.state === begun.state ? [] : (['state'] as const)),
    ]),
  )
  session.addEventListener('change', (event) => tellAll((event as ChangeEvent).changes), { signal })
}

/**
 * A call that comes soon after it is asked for, never more often than the shortest pause; the last one always comes.
 */
function throttle(signal: AbortSignal, call: () => void) {
  let timer = 0
  let last = -Infinity
  return () => {
    if (timer) return
    timer = setTimeout(
      () => {
        timer = 0
        last = performance.now()
        if (!signal.aborted) call()
      },
      Math.max(0, last + shortestPause - performance.now()),
    )
  }
}
