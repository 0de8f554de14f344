import { html, nothing } from 'lit'
import { layerClass } from '../../parts/layer-class.js'
import { text } from './context.js'
import { phases, stopAfterKey } from './stops.js'

/**
 * The stage bar: the four phases as segments, in each its stops, as on a music player.
 *
 * @import { Stop } from './stops.js'
 * @typedef {{ stops: Stop[], at: number, layers: number, go: (to: number) => void }} Bar
 */

/** @param {Bar} bar */
export function barTemplate(bar) {
  const { stops, at, go } = bar
  const onKey = (/** @type {KeyboardEvent} */ event) => {
    const to = stopAfterKey(event.key, at, stops.length)
    if (to === undefined) return
    event.preventDefault()
    const list = /** @type {HTMLElement} */ (event.currentTarget)
    go(to)
    const current = /** @type {HTMLElement | null} */ (list.querySelector('[aria-current]'))
    current?.focus()
  }
  return html`
    <div class="stage-bar" role="toolbar" aria-label=${text('bar')} @keydown=${onKey}>
      ${phases.map((_, phase) => segmentTemplate(bar, phase))}
    </div>`
}

/** One phase. @param {Bar} bar @param {number} phase */
function segmentTemplate({ stops, at, layers, go }, phase) {
  const first = stops.findIndex((stop) => stop.phase === phase)
  const current = stops[at].phase
  const name = text('phase', { number: phase + 1, name: text(phases[phase]) })
  const state = current === phase ? 'now' : current > phase ? 'done' : ''
  return html`
    <div role="group" aria-label=${name} class="segment ${phases[phase]} ${state}"
      @click=${(/** @type {Event} */ event) => event.target === event.currentTarget && go(first)}>
      <span class="segment-name" aria-hidden="true" @click=${() => go(first)}>
        <span class="segment-number">${phase + 1}</span> ${text(phases[phase])}</span>
      <div class="segment-stops">${stops.map((stop, i) =>
        stop.phase === phase
          ? html`
        <button type="button" class="stop ${i < at ? 'done' : ''} ${colourOf(stop, layers)}"
          tabindex=${i === at ? 0 : -1} aria-current=${i === at ? 'step' : nothing}
          data-stop="${stop.kind} ${stop.layer}" @click=${() => go(i)}
          ><span class="spoken">${name}, </span>${stopName(stop, layers)}</button>`
          : nothing,
      )}
      </div>
    </div>`
}

/** @param {Stop} stop @param {number} layers */
const colourOf = ({ kind, layer }, layers) => (kind === 'forward' || kind === 'start' ? layerClass(layer, layers) : '')

/** @param {Stop} stop @param {number} layers */
function stopName({ kind, layer }, layers) {
  if (kind === 'start') return text('start')
  if (kind === 'cost') return text('costStop')
  if (kind === 'update') return text('updateStop')
  return layer === layers - 1 ? text('output') : text('layer', { number: layer + 1 })
}
