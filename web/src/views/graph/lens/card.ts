import { html, nothing, render } from 'lit'
import { isAt, isPointedAt, type Neuron, type Pointed } from '../../../network/pointed.ts'
import type { Frame } from '../../../session/frame.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { changed } from '../../parts/changed.ts'
import { EngineQuery } from '../../parts/engine-query.ts'
import { useStyle } from '../../parts/late-style.ts'
import { frameNumbers } from '../../parts/maths/values.ts'
import { marked } from '../../parts/term/marked.ts'
import type { GraphView } from '../graph.ts'
import type { Layout } from '../layout.ts'
import { type Line, pointOn } from '../lines.ts'
import { boxOf } from '../overlay-marks.ts'
import { type Curve, curveOf, curveTemplate } from './curve.ts'
import { type Facts, factsOf, text } from './facts.ts'
import css from './lens.css'
import { type Box, placeCard } from './place.ts'
import { letReach } from './reached.ts'

/** The height of the number beneath a neuron with a map. */
const beneath = 16
/** Shares of a wire that a card best leaves in view. */
const wireShares = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]

/** The card beside what is pointed at on the network. The pointer goes through it until it is at a word. */
export class LensCard {
  graph: GraphView
  session: SessionLike
  isTaken: () => boolean
  card: HTMLDivElement
  /** What the next step does to a weight or bias. */
  #next: EngineQuery<'nextParameters'>
  /** Whether it has to be placed anew. */
  #isElsewhere = changed()

  /**
   * @param isTaken whether something else stands beside what is pointed at
   * @param leave aborts when the network leaves the page
   */
  constructor(graph: GraphView, session: SessionLike, isTaken: () => boolean, leave: AbortSignal) {
    this.graph = graph
    this.session = session
    this.isTaken = isTaken
    useStyle(graph, css)
    this.card = document.createElement('div')
    this.card.className = 'lens'
    this.card.id = 'lens'
    graph.stage.parentElement?.after(this.card) // what Tab leads to next
    letReach(graph, this.card, leave)
    this.#next = new EngineQuery(session, 'nextParameters', () => this.draw())
    this.draw()
  }

  draw() {
    const { frame, pointed: at } = this.session
    const { layout } = this.graph
    const isShown = at && layout && frame && !frame.hasDiverged && !this.isTaken() && this.#write(at, frame)
    this.card.hidden = !isShown
    if (isShown) this.#place(at, layout)
    else this.#isElsewhere = changed()
  }

  /** @returns whether there is such a thing in the network */
  #write(at: Pointed, frame: Frame) {
    const isWire = 'row' in at
    if (isWire) this.#next.ask({})
    const step = (isWire && this.#next.found?.answer) || null
    const numbers = frameNumbers(this.session, frame)
    Object.assign(numbers.values, { step })
    const facts = factsOf(this.session, numbers, at)
    const curve = frame.samples === 1 && 'unit' in at && at.layer >= 0 ? curveOf(numbers, at) : null
    if (facts) render(lensTemplate(facts, curve, numbers.write, isAt(this.session.state.view.selected, at)), this.card)
    return facts !== null
  }

  /** Only once beside each thing: it does not move while its numbers do. */
  #place(at: Pointed, layout: Layout) {
    const { offsetWidth: width, offsetHeight: height } = this.card
    if (!this.#isElsewhere([at, layout, height])) return
    const own = this.graph.getBoundingClientRect()
    const scale = Math.round(own.width) / this.graph.offsetWidth // its own size where the network is drawn smaller
    const { x, y } = placeCard({ width: width / scale, height: height / scale }, this.#around(at, layout, own, scale))
    Object.assign(this.card.style, { translate: `${Math.round(x)}px ${Math.round(y)}px`, scale: 1 / scale })
  }

  /** All that stands there, in pixels of the view. */
  #around(at: Pointed, layout: Layout, own: DOMRect, scale: number) {
    const stage = this.graph.stage.getBoundingClientRect()
    const shift = { x: (stage.x - own.x) / scale, y: (stage.y - own.y) / scale }
    const moved = (box: Box) => ({ ...box, x: box.x + shift.x, y: box.y + shift.y })
    const pointsOf = (line: Line) => wireShares.map((share) => moved({ ...pointOn(line, share), width: 0, height: 0 }))
    const lines = this.graph.everyWire.filter((wire) => isPointedAt(at, wire))
    const boxes = layout.columns.flatMap(({ layer, places }) =>
      places.flatMap(({ unit }) => {
        const box = boxOf(layout, { layer, unit })
        return box ? [{ layer, unit, box: moved(withNumber(box)) }] : []
      }),
    )
    const unit = 'unit' in at ? at.unit : 'bias' in at ? at.row : NaN
    const isTarget = (each: Neuron) => each.layer === at.layer && each.unit === unit
    const points = lines.flatMap(pointsOf)
    const target = boxes.find(isTarget)?.box ?? boxAround(points) ?? moved(wholeOf(layout))
    const headers = layout.columns.map(({ x }) => moved({ x: x - 50, y: 0, width: 100, height: layout.header }))
    const isEnd = ({ layer, unit }: Neuron) =>
      'row' in at &&
      ((layer === at.layer && unit === at.row) || ('column' in at && layer === at.layer - 1 && unit === at.column))
    const ends = boxes.filter((each) => !isTarget(each) && isEnd(each)).map(({ box }) => box)
    const others = boxes.filter((each) => !isTarget(each) && !isEnd(each)).map(({ box }) => box)
    return { target, ends, points, others: [...others, ...headers], bounds: this.#bounds(own, scale) }
  }

  /**
   * The picture of the network, as far as it is in the window and above what is docked at its foot; drawn smaller, it
   * has the window's width.
   */
  #bounds(own: DOMRect, scale: number): Box {
    const { stage } = this.graph
    const all = (stage.parentElement ?? stage).getBoundingClientRect()
    const docked = parseFloat(getComputedStyle(stage.querySelector('button') ?? stage).scrollMarginBlockEnd)
    const [left, right] = scale < 1 ? [0, innerWidth] : [Math.max(0, all.left), Math.min(innerWidth, all.right)]
    const [top, bottom] = [Math.max(0, all.top), Math.min(innerHeight - docked, all.bottom)]
    return {
      x: (left - own.x) / scale,
      y: (top - own.y) / scale,
      width: (right - left) / scale,
      height: (bottom - top) / scale,
    }
  }

  dispose() {
    this.#next.dispose()
    render(nothing, this.card)
    this.card.remove()
  }
}

/** A neuron with a map has its number beneath. */
const withNumber = (box: Box): Box => (box.width === box.height ? { ...box, height: box.height + beneath } : box)

const wholeOf = ({ width, height }: Layout): Box => ({ x: 0, y: 0, width, height })

/** A small box in the middle of a wire. */
function boxAround(points: { x: number; y: number }[]): Box | null {
  const middle = points[Math.floor(points.length / 2)]
  return middle ? { x: middle.x - 26, y: middle.y - 10, width: 52, height: 20 } : null
}

/** @param isOpen whether it is open in the pane */
function lensTemplate(
  { title, kind, facts }: Facts,
  curve: Curve | null,
  write: (value: number) => string,
  isOpen: boolean,
) {
  const [z, value] = curve?.at.map(write) ?? []
  return html`
    <p class="lens-title">${title}${kind ? html` <small>${marked(kind)}</small>` : nothing}</p>
    ${curve ? curveTemplate(curve, text('curve', { z, value })) : nothing}
    <dl>${facts.map(({ label, of, written }) => html`<div class="of-${of}"><dt>${marked(label)}</dt><dd>${written}</dd></div>`)}</dl>
    ${isOpen ? html`<p class="lens-again">${text('again')}</p>` : nothing}`
}
