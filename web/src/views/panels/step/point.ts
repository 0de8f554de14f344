import type { Pointed } from '../../../network/pointed.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { pointedOf } from '../../parts/pointed-of.ts'

/**
 * Lights on the network what the row that the pointer or the focus is in stands for: a neuron, weight or bias.
 * @returns points at nothing
 */
export function pointFrom(root: HTMLElement, session: SessionLike): () => void {
  const point = (at: Pointed | null) => {
    if (JSON.stringify(at) !== JSON.stringify(session.pointed)) session.run({ do: 'point', at })
  }
  /** What is pointed at, else what the keyboard is at. */
  const show = ({ target }: Event) => {
    const [row] = [target, root.querySelector(':focus-visible')].flatMap((from) =>
      from instanceof Element ? (from.closest('[data-layer]') ?? []) : [],
    )
    point(row ? pointedOf(row) : null)
  }
  const clear = () => point(null)
  for (const type of ['pointerover', 'pointerleave', 'focusin']) root.addEventListener(type, show)
  root.addEventListener('focusout', clear)
  return clear
}
