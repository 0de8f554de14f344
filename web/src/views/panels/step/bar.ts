import { html, nothing } from 'lit'
import { layerClass } from '../../parts/layer-class.ts'
import { text } from './context.ts'
import { phases, type Stop, stopAfterKey } from './stops.ts'

/** The stage bar: the four phases as segments, in each its stops, as on a music player. */

interface Bar {
  stops: Stop[]
  at: number
  layers: number
  go: (to: number) => void
}

export function barTemplate(bar: Bar) {
  const { stops, at, go } = bar
  const onKey = (event: KeyboardEvent) => {
    const to = stopAfterKey(event.key, at, stops.length)
    if (to === undefined) return
    event.preventDefault()
    const { currentTarget: bar } = event
    go(to)
    if (bar instanceof Element) bar.querySelectorAll<HTMLElement>('.stop')[to]?.focus()
  }
  return html`
    <div class="stage-bar" role="toolbar" aria-label=${text('bar')} @keydown=${onKey}>
      ${phases.map((_, phase) => segmentTemplate(bar, phase))}
    </div>`
}

/** One phase. */
function segmentTemplate({ stops, at, layers, go }: Bar, phase: number) {
  const first = stops.findIndex((stop) => stop.phase === phase)
  const current = stops[at].phase
  const name = text('phase', { number: phase + 1, name: text(phases[phase]) })
  const state = current === phase ? 'now' : current > phase ? 'done' : ''
  return html`
    <div role="group" aria-label=${name} class="segment ${phases[phase]} ${state}"
      @click=${(event: Event) => event.target === event.currentTarget && go(first)}>
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

const colourOf = ({ kind, layer }: Stop, layers: number) =>
  kind === 'forward' || kind === 'start' ? layerClass(layer, layers) : ''

function stopName({ kind, layer }: Stop, layers: number) {
  if (kind === 'start') return text('start')
  if (kind === 'cost') return text('costStop')
  if (kind === 'update') return text('updateStop')
  return layer === layers - 1 ? text('output') : text('layer', { number: layer + 1 })
}
