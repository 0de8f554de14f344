import { dequal as isEqual } from 'dequal/lite'
import { nothing, render, svg } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { isSameParameter } from '../../network/parameters.ts'
import { isPointedAt, type Neuron } from '../../network/pointed.ts'
import type { SessionLike } from '../../session/session-like.ts'
import type { Overlay } from '../../state/overlay.ts'
import { useStyle } from '../parts/late-style.ts'
import { fitCanvas } from '../plot/canvas.ts'
import type { GraphView } from './graph.ts'
import type { Layout } from './layout.ts'
import { type Line, wirePath } from './lines.ts'
import css from './overlay.css'
import { aheadOf, headPath, wishArrowsOf } from './overlay-arrows.ts'
import {
  backOf,
  boxOf,
  type Disc,
  discsOf,
  type Stripe,
  stripesOf,
  thickness,
  veilsOf,
  veilsOver,
  wireKey,
  wordsOf,
} from './overlay-marks.ts'
import { runPulse } from './pulse.ts'
import { traceWire } from './wires.ts'

/**
 * What the open panel shows on the network: values as discs with their numbers, shares as bars along the wires, what is
 * not reached yet behind a veil, wishes as arrows. All of it is a picture of what the panel says in words.
 */
const mostElements = 300
const namespace = 'http://www.w3.org/2000/svg'

export class OverlayView {
  graph: GraphView
  session: SessionLike
  canvas: HTMLCanvasElement
  under: SVGSVGElement
  over: SVGSVGElement
  #pulse = { token: NaN, stop: new AbortController() }
  #drawn: { overlay: Overlay | null; stripes: Stripe[] } = { overlay: null, stripes: [] }

  constructor(graph: GraphView, session: SessionLike) {
    this.graph = graph
    this.session = session
    useStyle(graph, css)
    this.canvas = document.createElement('canvas')
    this.under = document.createElementNS(namespace, 'svg')
    this.over = document.createElementNS(namespace, 'svg')
    for (const layer of [this.canvas, this.under, this.over]) layer.setAttribute('aria-hidden', 'true')
    this.canvas.className = 'overlay'
    graph.columns.before(this.canvas, this.under)
    graph.stage.append(this.over)
    graph.stage.addEventListener('redraw', this.draw)
  }

  /** Draws what has changed: mostly it is only how far something has run. */
  update() {
    const { overlay } = this.session
    const isSame = overlay?.run && isEqual({ ...overlay, run: null }, { ...this.#drawn.overlay, run: null })
    if (!isSame) return this.draw()
    this.#drawn.overlay = overlay
    this.#run()
  }

  /** Draws the session's overlay over the network as it stands. */
  draw = () => {
    const { overlay } = this.session
    const { layout } = this.graph
    const kind = `overlay of-${overlay?.colour ?? 'none'}`
    for (const layer of [this.under, this.over]) layer.setAttribute('class', kind)
    const stripes = overlay?.wires && layout ? stripesOf(this.graph.everyWire, overlay.wires) : []
    this.graph.stage.classList.toggle('is-told', stripes.length > 0)
    const isPainted = stripes.length > mostElements
    this.canvas.hidden = !isPainted
    if (isPainted && layout) this.#paint(stripes, layout)
    render(isPainted ? nothing : repeat(stripes, wireKey, (stripe) => stripeTemplate(stripe, overlay?.run)), this.under)
    const discs = overlay?.neurons && layout ? discsOf(layout, overlay.neurons) : []
    this.#takeOver([...discs, ...(overlay?.waiting ?? [])])
    render(overlay && layout ? this.#marks(overlay, layout, stripes, discs) : nothing, this.over)
    this.#drawn = { overlay, stripes }
    this.#run()
    if (overlay?.pulse) this.#send(overlay.pulse)
  }

  /** Sends a signal over the wires, once. */
  #send(pulse: NonNullable<Overlay['pulse']>) {
    if (pulse.token === this.#pulse.token) return
    this.#pulse.stop.abort()
    this.#pulse = { token: pulse.token, stop: new AbortController() }
    runPulse(this.graph, pulse, this.#pulse.stop.signal)
  }

  /** Shows of what runs over the wires how far it has come. */
  #run() {
    const { overlay, stripes } = this.#drawn
    const { run } = overlay ?? {}
    const { left, right } = run && this.graph.layout ? aheadOf(stripes, run, this.graph.layout.width) : nowhere
    const clip = left || right ? `inset(-20px ${right}px -20px ${left}px)` : ''
    this.canvas.style.clipPath = this.under.style.clipPath = clip
    this.over.style.setProperty('--share', String(run?.share ?? 1))
  }

  /** Where a number of the overlay stands, the neuron's own gives way. */
  #takeOver(neurons: readonly Neuron[]) {
    const told = new Set(neurons.map(({ layer, unit }) => `${layer} ${unit}`))
    for (const neuron of this.graph.columns.querySelectorAll<HTMLElement>('.neuron')) {
      const { layer, unit } = neuron.dataset
      neuron.classList.toggle('told', told.has(`${layer} ${unit}`))
    }
  }

  #marks(overlay: Overlay, layout: Layout, stripes: Stripe[], discs: Disc[]) {
    const { reached, waiting = [], wishes = [], unit } = overlay
    const box = unit && boxOf(layout, unit)
    const veils = reached ? [...veilsOf(layout, reached), ...veilsOver(layout, waiting)] : []
    return svg`
      ${reached ? veilTemplate(layout, veils, this.graph.pointedWires) : nothing}
      ${box ? boxTemplate(box) : nothing}
      ${repeat(
        wordsOf(stripes, [...this.#weightsInSight, ...discs], this.#isPointed),
        ({ wire }) => wireKey(wire),
        ({ wire, x, y }) => wordsTemplate(wire.words, x, y, `overlay-share of-${wire.colour}`),
      )}
      ${repeat(discs, discKey, (disc) => discTemplate(disc, overlay.colour))}
      ${wishArrowsOf(layout, wishes).map(
        ({ path, isUp }) => svg`<path class="overlay-wish ${isUp ? 'up' : 'down'}" d=${path}></path>`,
      )}`
  }

  /** Weights that are seen beside what is told on the wires. */
  get #weightsInSight() {
    return this.graph.chips.shown.filter(({ parameter }) => isPointedAt(this.session.pointed, parameter))
  }

  /** Whether a wire itself is pointed at. */
  #isPointed = (stripe: Stripe) => {
    const { pointed } = this.session
    return pointed !== null && 'column' in pointed && isSameParameter(pointed, stripe)
  }

  /** Bars of one colour, sign and about one thickness are one stroke. */
  #paint(stripes: Stripe[], { width, height }: Layout) {
    const context = fitCanvas(this.canvas, width, height)
    const step = ({ share }: Stripe) => Math.ceil(share * 10)
    const strokes = Map.groupBy(stripes, (stripe) => `${step(stripe)} ${stripe.colour} ${stripe.isNegative}`)
    for (const alike of [...strokes.values()].sort(([a], [b]) => step(a) - step(b))) {
      const [{ colour, isNegative }] = alike
      const about = step(alike[0]) / 10
      context.strokeStyle = this.graph.palette.css(colour)
      context.globalAlpha = opacity(about)
      context.lineWidth = thickness(about)
      context.setLineDash(isNegative ? dash : [])
      context.beginPath()
      for (const stripe of alike) traceWire(context, stripe)
      context.stroke()
    }
  }

  dispose() {
    this.#pulse.stop.abort()
    this.graph.stage.removeEventListener('redraw', this.draw)
    this.#takeOver([])
    for (const layer of [this.canvas, this.under, this.over]) layer.remove()
  }
}

/** A bar below 0, dashed as a weight is. */
const dash = [7, 4]

const opacity = (share: number) => Math.round((0.25 + 0.6 * share) * 100) / 100

const nowhere = { left: 0, right: 0 }

const stripeTemplate = (stripe: Stripe, run: Overlay['run']) => svg`
  <path class="of-${stripe.colour} ${stripe.isNegative ? 'negative' : ''}" d=${wirePath(stripe)} stroke-width=${thickness(stripe.share).toFixed(2)}
    stroke-opacity=${opacity(stripe.share)}></path>
  ${run?.isFlow ? svg`<path class="overlay-head of-${stripe.colour}" d=${headPath(stripe, run.direction)}></path>` : nothing}`

const discKey = ({ layer, unit, isBare }: Disc) => `${layer} ${unit} ${isBare}`

const tintOfDisc = ({ isNegative }: Disc, colour: Overlay['colour']) =>
  colour === 'sign' ? (isNegative ? 'negative' : 'positive') : colour

const discTemplate = (disc: Disc, colour: Overlay['colour']) => {
  const { x, y, r, isHollow, isBare, words, wordsX, wordsY } = disc
  const kind = `of-${tintOfDisc(disc, colour)}`
  return svg`
  ${
    isBare
      ? nothing
      : svg`<circle class="${kind} ${isHollow ? 'hollow' : ''}" cx=${x} cy=${y}
    r=${(isHollow ? Math.max(1, r - 1) : r).toFixed(2)}></circle>`
  }
  ${words ? wordsTemplate(words, wordsX, wordsY, `${kind} ${isBare ? 'overlay-coming' : ''}`) : nothing}`
}

/** A number on ground of its own. */
function wordsTemplate(words: string, x: number, y: number, kind = '') {
  const back = backOf(words, x, y)
  return svg`
    <rect class="overlay-back" x=${back.x} y=${back.y} width=${back.width} height=${back.height} rx="4"></rect>
    <text class=${kind} x=${x} y=${y}>${words}</text>`
}

/** Veils, open over the wires that are pointed at. A neuron that is pointed at stands above them. */
const veilTemplate = (
  { width, height }: { width: number; height: number },
  veils: { x: number; y: number; width: number; height: number }[],
  open: readonly Line[],
) => svg`
  <mask id="veil-open" maskUnits="userSpaceOnUse" x="0" y="0" width=${width} height=${height}>
    <rect class="veiled" width=${width} height=${height}></rect>
    ${open.map((line) => svg`<path class="unveiled" d=${wirePath(line)}></path>`)}
  </mask>
  <g mask="url(#veil-open)">${veils.map(
    ({ x, y, width, height }) => svg`
    <rect class="overlay-veil" x=${x} y=${y} width=${width} height=${height}></rect>`,
  )}</g>`

const boxTemplate = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }) => svg`
  <rect class="overlay-unit" x=${x - 4} y=${y - 4} width=${width + 8} height=${height + 8} rx="10"></rect>`
