import { html, nothing } from 'lit'
import { layerClass } from '../../parts/layer-class.ts'
import { styleMap } from '../../parts/style-map.ts'
import { text } from './context.ts'
import {
  endsOf,
  type Film,
  momentAt,
  nextOf,
  positionOn,
  previousOf,
  restOf,
  restsOf,
  shareOn,
  spansOf,
} from './film.ts'
import { phases, type Stop, stopAfterKey } from './stops.ts'

/** The track of the film: the four phases with their stops, as wide as they last, and beneath them what can be dragged. */

interface Track {
  film: Film
  position: number
  seek: (position: number) => void
  drag: Drag
}

export function trackTemplate(track: Track) {
  const { film, position, seek, drag } = track
  const widths = spansOf(film).map(({ width }) => width)
  const at = film.stops.indexOf(momentAt(film, position).stop)
  const onKey = (event: KeyboardEvent) => {
    const to = stopAfterKey(event.key, at, film.stops.length)
    if (to === undefined) return
    event.preventDefault()
    const { currentTarget: bar } = event
    seek(restOf(film, to))
    if (bar instanceof Element) bar.querySelectorAll<HTMLElement>('.stop')[to]?.focus()
  }
  return html`
    <div class="film">
      <div class="stage-bar" role="toolbar" aria-label=${text('bar')} @keydown=${onKey}>
        ${phases.map((_, phase) => segmentTemplate(track, phase, at, widths))}
      </div>
      <div class="film-track" role="slider" tabindex="0" aria-label=${text('position')}
        aria-valuemin="0" aria-valuemax=${seconds(film.length)}
        @keydown=${(event: KeyboardEvent) => onTrackKey(event, track)}
        @pointerdown=${drag.begin} @pointermove=${drag.move} @pointerup=${drag.end} @pointercancel=${drag.end}
        ><span class="film-thumb"></span></div>
    </div>`
}

const seconds = (position: number) => (position / 1000).toFixed(1)

/** One phase. */
function segmentTemplate({ film, seek }: Track, phase: number, at: number, widths: number[]) {
  const { stops } = film
  const own = stops.flatMap((stop, i) => (stop.phase === phase ? [i] : []))
  const current = stops[at].phase
  const name = text('phase', { number: phase + 1, name: text(phases[phase]) })
  const state = current === phase ? 'now' : current > phase ? 'done' : ''
  const wide = (share: number) => styleMap({ 'flex-grow': (100 * share).toFixed(3) })
  return html`
    <div role="group" aria-label=${name} class="segment ${phases[phase]} ${state}"
      style=${wide(own.reduce((sum, i) => sum + widths[i], 0))}>
      <span class="segment-name" aria-hidden="true" @click=${() => seek(restOf(film, own[0]))}>
        <span class="segment-number">${phase + 1}</span> <span>${text(phases[phase])}</span></span>
      <div class="segment-stops">${own.map(
        (i) => html`
        <button type="button" class="stop ${i < at ? 'done' : ''} ${colourOf(stops[i], film)}"
          tabindex=${i === at ? 0 : -1} aria-current=${i === at ? 'step' : nothing} style=${wide(widths[i])}
          data-stop="${stops[i].kind} ${stops[i].layer}" @click=${() => seek(restOf(film, i))}
          ><span class="spoken">${name}, </span><span class="stop-name">${stopName(stops[i], film)}</span
          ><span class="stop-short" aria-hidden="true">${shortName(stops[i], film)}</span></button>`,
      )}
      </div>
    </div>`
}

const layersIn = ({ stops }: Film) => stops.filter(({ kind }) => kind === 'forward').length

const colourOf = ({ kind, layer }: Stop, film: Film) =>
  kind === 'forward' || kind === 'start' ? layerClass(layer, layersIn(film)) : ''

/** As it is read out. */
function stopName({ kind, layer }: Stop, film: Film) {
  if (kind === 'start') return text('start')
  if (kind === 'cost') return text('costStop')
  if (kind === 'update') return text('updateStop')
  return layer === layersIn(film) - 1 ? text('output') : text('layer', { number: layer + 1 })
}

/** As it is seen where there is no room for more. */
function shortName(stop: Stop, film: Film) {
  if (stop.kind === 'start') return text('in')
  if (stop.layer < 0) return stopName(stop, film)
  return stop.layer === layersIn(film) - 1 ? text('out') : stop.layer + 1
}

/** Arrows go from beat to beat, Page Up and Page Down from stop to stop. */
function onTrackKey(event: KeyboardEvent, { film, position, seek }: Track) {
  const to = {
    ArrowRight: () => nextOf(endsOf(film), position),
    ArrowUp: () => nextOf(endsOf(film), position),
    ArrowLeft: () => previousOf(endsOf(film), position),
    ArrowDown: () => previousOf(endsOf(film), position),
    PageDown: () => nextOf([...restsOf(film), film.length], position),
    PageUp: () => previousOf(restsOf(film), position),
    Home: () => 0,
    End: () => film.length,
  }[event.key]
  if (!to) return
  event.preventDefault()
  seek(to())
}

/** Shows on the track where the film is. @param words the moment in words, where it is another */
export function showPosition(root: ParentNode, film: Film, position: number, words?: string) {
  const track = root.querySelector<HTMLElement>('.film-track')
  if (!track) return
  track.style.setProperty('--at', String(shareOn(film, position)))
  track.setAttribute('aria-valuenow', seconds(position))
  if (words !== undefined) track.setAttribute('aria-valuetext', words || text('startTitle'))
}

/** Dragging along the track, in both directions. */
export class Drag {
  readonly #film: () => Film
  readonly #seek: (position: number, isUnderWay: boolean) => void
  /** Where the track is on the screen while it is dragged. */
  #box: DOMRect | null = null
  #position = 0

  /** @param seek is told where it is dragged to, and whether it will be dragged on */
  constructor(film: () => Film, seek: (position: number, isUnderWay: boolean) => void) {
    this.#film = film
    this.#seek = seek
  }

  get isUnderWay() {
    return this.#box !== null
  }

  begin = (event: PointerEvent) => {
    if (event.button !== 0 || !(event.currentTarget instanceof HTMLElement)) return
    event.currentTarget.setPointerCapture(event.pointerId)
    this.#box = event.currentTarget.getBoundingClientRect()
    this.move(event)
  }

  move = ({ clientX }: PointerEvent) => {
    const box = this.#box
    if (!box) return
    this.#position = positionOn(this.#film(), (clientX - box.left) / box.width)
    this.#seek(this.#position, true)
  }

  end = () => {
    if (!this.#box) return
    this.#box = null
    this.#seek(this.#position, false)
  }
}
