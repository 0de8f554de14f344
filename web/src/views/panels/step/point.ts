import type { SessionLike } from '../../../session/session-like.ts'
import { pointAt } from '../../parts/point-at.ts'
import { pointedOf } from '../../parts/pointed-of.ts'

/**
 * Lights on the network what the row that the pointer or the focus is in stands for: a neuron, weight or bias.
 * @returns points at nothing
 */
export function pointFrom(root: HTMLElement, session: SessionLike): () => void {
  /** What is pointed at, else what the keyboard is at. */
  const show = ({ target }: Event) => {
    const [row] = [target, root.querySelector(':focus-visible')].flatMap((from) =>
      from instanceof Element ? (from.closest('[data-layer]') ?? []) : [],
    )
    pointAt(session, row ? pointedOf(row) : null)
  }
  const clear = () => pointAt(session, null)
  for (const type of ['pointerover', 'pointerleave', 'focusin']) root.addEventListener(type, show)
  root.addEventListener('focusout', clear)
  return clear
}
