import { html, nothing } from 'lit'
import type { SessionLike } from '../../session/session-like.ts'
import { activations } from '../../text/options/activations.ts'
import { texts } from '../../text/text.ts'
import { sentences } from './shares-sentences.ts'

const text = texts(sentences)

/** Says, where several outputs stand for classes and each is computed for itself, that they need not add up to 1. */
export function sharesTemplate({ data, state, catalog }: SessionLike) {
  const kind = catalog.activations.find(({ name }) => name === state.network.layers.at(-1)?.activation)
  if (data?.task !== 'classes' || !kind?.elementwise) return nothing
  return html`<p class="hint no-shares">${text('noShares', { activation: activations.label(kind.name) })}</p>`
}
