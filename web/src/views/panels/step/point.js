import { pointedOf } from '../../parts/pointed-of.js'

/** @import { Pointed, SessionLike } from '../../../types.d.ts' */

/**
 * Lights on the network what the row that the pointer or the focus is in stands for: a neuron, weight or bias.
 * @param {HTMLElement} root
 * @param {SessionLike} session
 * @returns {() => void} points at nothing
 */
export function pointFrom(root, session) {
  const point = (/** @type {Pointed | null} */ at) => {
    if (JSON.stringify(at) !== JSON.stringify(session.pointed)) session.run({ do: 'point', at })
  }
  /** What is pointed at, else what the keyboard is at. */
  const show = (/** @type {Event} */ { target }) => {
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
