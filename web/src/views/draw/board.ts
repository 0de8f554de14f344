import { html, nothing, render, svg } from 'lit'
import { markPath } from '../plot/colour.ts'
import { classColour } from '../plot/marks.ts'
import type { Ground } from './ground.ts'
import type { Place } from './spray.ts'

/**
 * What lies over a plot while points are drawn on it: it takes pointer and keys, and shows what is not in the data yet.
 * A stroke lasts from press to release; what comes of it is told once, at its end.
 */

/** A point on the board. `style`: of its class; null = it has a value. */
export interface Mark extends Place {
  style: number | null
}

export interface Drawn {
  /** What the pointer does. */
  tool: 'points' | 'spray' | 'erase'
  /** How far it does it, in pixels; 0 = at one place. */
  radius: number
  /** The rows there are, in their order. */
  marks(): Mark[]
  /** Nothing but what is drawn is to be seen. */
  isEmpty: boolean
  /** Points that are not in the data yet. */
  settling: Mark[]
  /** The points of a stroke that has come to these places. */
  add(places: Place[]): void
  move(row: number, to: Place): void
  erase(rows: number[]): void
  /** Places that one touch of the spray leaves; `touch` counts them. */
  sprayed(about: Place, touch: number): Place[]
  /** The class or value of what is added, as a mark. */
  style: number | null
  /** Another class: by so many further. */
  turn(by: number): void
  /** The cross-hair has come somewhere. @param row that is there, or -1 */
  arrived(at: Place, row: number): void
}

/** Pixels within which a point is meant, and beyond which a press on one is a drag. */
const near = 12
const still = 4

/** Ways of the keys, as shares of the plane; with Shift so many times as far. */
const ways: Record<string, Place> = {
  ArrowLeft: { x: -0.02, y: 0 },
  ArrowRight: { x: 0.02, y: 0 },
  ArrowUp: { x: 0, y: -0.02 },
  ArrowDown: { x: 0, y: 0.02 },
}
const quick = 5

interface Stroke {
  from: Place
  /** The row that is taken along, or -1. */
  row: number
  isDrag: boolean
  places: Place[]
  erased: Set<number>
}

export class Board {
  readonly element = document.createElement('div')
  readonly ground: Ground
  readonly #drawn: Drawn
  #stroke: Stroke | null = null
  #pointer: Place | null = null
  /** Where the keys are, as shares of the plane. */
  #cross: Place = { x: 0.5, y: 0.5 }
  /** The row that the keys have picked up, or -1. */
  #carried = -1
  #touches = 0

  constructor(ground: Ground, drawn: Drawn, words: { name: string; describedBy: string }) {
    this.ground = ground
    this.#drawn = drawn
    const { element } = this
    element.className = 'draw-board'
    element.tabIndex = 0
    element.setAttribute('role', 'application')
    element.setAttribute('aria-label', words.name)
    element.setAttribute('aria-describedby', words.describedBy)
    for (const name of ['pointerdown', 'pointermove', 'pointerup', 'pointercancel', 'pointerleave', 'keydown', 'focus'])
      element.addEventListener(name, this)
    ground.plot.after(element)
    if (element.parentElement) element.parentElement.style.position = 'relative'
    this.paint()
  }

  dispose() {
    this.element.remove()
  }

  handleEvent(event: Event) {
    if (event instanceof KeyboardEvent) this.#onKey(event)
    else if (event instanceof PointerEvent) this.#onPointer(event)
    else this.#arrive()
    this.paint()
  }

  #onPointer(event: PointerEvent) {
    const at = this.ground.plot.pixelOf(event)
    this.#pointer = event.type === 'pointerleave' ? null : at
    if (event.type === 'pointerdown' && event.button === 0 && this.ground.isOn(at)) this.#press(event, at)
    else if (event.type === 'pointermove') this.#drag(at)
    else if (event.type === 'pointerup') this.#release(at)
    else if (event.type === 'pointercancel') this.#stroke = null
  }

  #press(event: PointerEvent, at: Place) {
    this.element.setPointerCapture(event.pointerId)
    const row = this.#drawn.tool === 'points' ? this.#rowNear(at, near) : -1
    this.#stroke = { from: at, row, isDrag: false, places: [], erased: new Set() }
    if (this.#drawn.tool !== 'points') this.#touch(this.#stroke, at)
  }

  #drag(at: Place) {
    const stroke = this.#stroke
    if (!stroke) return
    const { tool, radius } = this.#drawn
    const far = Math.hypot(at.x - stroke.from.x, at.y - stroke.from.y)
    if (tool === 'points') stroke.isDrag ||= far >= still
    else if (far >= (tool === 'spray' ? radius : still)) this.#touch(stroke, at)
  }

  /** The brush comes down at a place. */
  #touch(stroke: Stroke, at: Place) {
    stroke.from = at
    if (this.#drawn.tool === 'spray') stroke.places.push(...this.#sprayed(at))
    else for (const row of this.#rowsWithin(at, this.#drawn.radius)) stroke.erased.add(row)
  }

  #release(at: Place) {
    const stroke = this.#stroke
    this.#stroke = null
    if (!stroke) return
    const { tool } = this.#drawn
    if (tool === 'spray') this.#drawn.add(stroke.places)
    else if (tool === 'erase') this.#drawn.erase([...stroke.erased])
    else if (stroke.row >= 0 && stroke.isDrag) this.#drawn.move(stroke.row, this.ground.kept(at))
    else if (this.ground.isOn(at)) this.#drawn.add([at])
  }

  #sprayed(about: Place) {
    return this.#drawn.sprayed(about, this.#touches++).map((place) => this.ground.kept(place))
  }

  #onKey(event: KeyboardEvent) {
    const way = ways[event.key]
    const act = this.#acts[event.key.toLowerCase()]
    if ((!way && !act) || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    if (act) return act()
    const by = event.shiftKey ? quick : 1
    const kept = (share: number) => Math.min(1, Math.max(0, share))
    this.#cross = { x: kept(this.#cross.x + by * way.x), y: kept(this.#cross.y + by * way.y) }
    this.#arrive()
  }

  readonly #acts: Record<string, () => void> = {
    enter: () => this.#act(),
    ' ': () => this.#act(),
    delete: () => this.#drawn.erase([this.#rowNear(this.#at, near)].filter((row) => row >= 0)),
    backspace: () => this.#acts.delete(),
    m: () => {
      if (this.#carried >= 0) this.#act()
      else this.#carried = this.#rowNear(this.#at, near)
    },
    '[': () => this.#drawn.turn(-1),
    ']': () => this.#drawn.turn(1),
  }

  /** Enter: what a press of the pointer would do there. */
  #act() {
    const { tool, radius } = this.#drawn
    if (this.#carried >= 0) {
      this.#drawn.move(this.#carried, this.#at)
      this.#carried = -1
    } else if (tool === 'erase') this.#drawn.erase(this.#rowsWithin(this.#at, radius))
    else this.#drawn.add(tool === 'spray' ? this.#sprayed(this.#at) : [this.#at])
  }

  #arrive() {
    this.#drawn.arrived(this.#at, this.#rowNear(this.#at, near))
  }

  /** The place of the cross-hair. */
  get #at(): Place {
    const { left, top, width, height } = this.ground.plot.inner
    return { x: left + this.#cross.x * width, y: top + this.#cross.y * height }
  }

  #rowNear(at: Place, within: number) {
    const [nearest = -1] = this.#rowsWithin(at, within)
    return nearest
  }

  /** The nearest first. */
  #rowsWithin(at: Place, radius: number) {
    return this.#drawn
      .marks()
      .map(({ x, y }, row) => ({ row, distance: Math.hypot(x - at.x, y - at.y) }))
      .filter(({ distance }) => distance <= radius)
      .sort((a, b) => a.distance - b.distance)
      .map(({ row }) => row)
  }

  /** Shows what is under way. */
  paint() {
    const { width, height, inner } = this.ground.plot
    const { isEmpty, settling, style, radius } = this.#drawn
    const [stroke, cross] = [this.#stroke, this.#at]
    const moved = stroke?.isDrag && stroke.row >= 0 ? this.#drawn.marks()[stroke.row] : null
    const marks = [
      ...settling,
      ...(stroke?.places.map((place) => ({ ...place, style })) ?? []),
      ...(moved && this.#pointer ? [{ ...this.ground.kept(this.#pointer), style: moved.style }] : []),
    ]
    const ring = this.#pointer && radius > 0 ? this.#pointer : null
    const carried = this.#carried >= 0 ? this.#drawn.marks()[this.#carried] : null
    const { left, top } = inner
    render(
      html`<svg viewBox="0 0 ${width} ${height}" aria-hidden="true">
        ${
          isEmpty
            ? svg`<rect class="draw-paper" x=${left} y=${top} width=${inner.width} height=${inner.height}></rect>`
            : nothing
        }
        ${marks.map(markTemplate)}
        ${[...(stroke?.erased ?? [])].map((row) => crossTemplate(this.#drawn.marks()[row]))}
        ${ring ? svg`<circle class="draw-ring" cx=${ring.x} cy=${ring.y} r=${radius}></circle>` : nothing}
        ${carried ? svg`<circle class="draw-ring" cx=${carried.x} cy=${carried.y} r="9"></circle>` : nothing}
        <path class="draw-cross" d=${`M${left} ${cross.y}h${inner.width}M${cross.x} ${top}v${inner.height}`}></path>
      </svg>`,
      this.element,
    )
  }
}

const markTemplate = ({ x, y, style }: Mark) => svg`
  <path class=${style === null ? 'draw-value' : classColour(style)} transform="translate(${x} ${y})" d=${markPath(style ?? 0, 4.6)}></path>`

/** Through a point that goes. */
const crossTemplate = (mark: Mark | undefined) =>
  mark ? svg`<path class="draw-gone" d=${`M${mark.x - 5} ${mark.y - 5}l10 10m0 -10l-10 10`}></path>` : nothing
