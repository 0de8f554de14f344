import { dequal as isEqual } from 'dequal/lite'
import type { Pointed } from '../../network/pointed.ts'
import type { SessionLike } from '../../session/session-like.ts'
import { pointedOf } from './pointed-of.ts'

/** Points at a neuron, a weight or a bias, in every place at once; null = at nothing. */
export function pointAt(session: SessionLike, at: Pointed | null): void {
  if (!isEqual(at, session.pointed)) session.run({ do: 'point', at })
}

/**
 * Points at what the row stands for that the pointer is on, else the focus; at that no more when the view leaves.
 * @param rows selects the rows, which carry data-layer, data-row and the like
 */
export function pointByRows(view: HTMLElement, session: SessionLike, rows: string, leave: AbortSignal): void {
  let own: Pointed | null = null
  const show = ({ target }: Event) => {
    const [row] = [target, view.querySelector(':focus-visible')].flatMap((from) =>
      from instanceof Element ? (from.closest(rows) ?? []) : [],
    )
    own = row ? pointedOf(row) : null
    pointAt(session, own)
  }
  const clear = () => {
    if (isEqual(session.pointed, own)) pointAt(session, null)
  }
  for (const type of ['pointerover', 'pointerleave', 'focusin']) view.addEventListener(type, show, { signal: leave })
  view.addEventListener('focusout', clear, { signal: leave })
  leave.addEventListener('abort', clear)
}
