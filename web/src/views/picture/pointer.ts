import { rowAt } from '../../network/rows.ts'
import type { SessionLike } from '../../session/session-like.ts'
import { useStyle } from '../parts/late-style.ts'
import { chooseRow } from '../parts/row/choose-row.ts'
import { Feeder } from '../parts/row/feed.ts'
import type { Plot } from '../plot/plot.ts'
import css from './pointer.css'

/**
 * Mouse and finger on a plot of the data: a click on a point puts that row on the network, a click elsewhere or a drag
 * feeds the point itself. By keyboard the same is done in the pane's panel of inputs.
 */

interface Pixel {
  x: number
  y: number
}

export type Values = number[] | Float64Array

/** Where a sample is drawn, which input a pixel stands for, and where the mark of what is fed belongs */
interface Ground {
  pixelOfRow: (input: Values, target: Values) => Pixel
  inputAt: (pixel: Pixel) => number[]
  pixelOf: (input: Values) => Pixel
}

/** Pixels within which a point is meant, and beyond which a press is a drag. */
const near = 12
const still = 4

export class PicturePointer {
  plot: Plot
  session: SessionLike
  ground: Ground
  feeder: Feeder
  mark: HTMLSpanElement
  /** The press that is going on. */
  #press: { from: Pixel; target: number[]; isDrag: boolean } | null = null

  /** @param leave takes it off the plot */
  constructor(plot: Plot, session: SessionLike, leave: AbortSignal, ground: Ground) {
    this.plot = plot
    this.session = session
    this.ground = ground
    this.feeder = new Feeder(session)
    this.mark = plot.appendChild(document.createElement('span'))
    this.mark.className = 'fed-mark'
    this.mark.hidden = true
    useStyle(plot, css)
    plot.classList.add('can-feed')
    const on = (name: string, listener: (event: PointerEvent) => void) =>
      plot.addEventListener(name, listener as EventListener, { signal: leave })
    on('pointerdown', this.#onDown)
    on('pointermove', this.#onMove)
    on('pointerup', this.#onUp)
    on('pointercancel', () => {
      this.#press = null
    })
    leave.addEventListener('abort', () => this.mark.remove())
  }

  /** Puts the mark of an own sample where it belongs. */
  draw() {
    const { own, scope } = this.session.state.view
    const sample = own && scope === 'row' ? this.feeder.sample : null
    this.mark.hidden = !sample
    if (!sample) return
    const { x, y } = this.ground.pixelOf(sample.input)
    Object.assign(this.mark.style, { left: `${x}px`, top: `${y}px` })
  }

  #onDown = (event: PointerEvent) => {
    if (event.button !== 0 || !this.session.data) return
    const from = this.plot.pixelOf(event)
    const { own } = this.session.state.view
    const target = own && event.target === this.mark ? own.target : this.#targetNear(from)
    this.#press = { from, target, isDrag: false }
  }

  #onMove = (event: PointerEvent) => {
    const press = this.#press
    if (!press) return
    const at = this.plot.pixelOf(event)
    if (!press.isDrag && Math.hypot(at.x - press.from.x, at.y - press.from.y) < still) return
    if (!press.isDrag) this.plot.setPointerCapture(event.pointerId)
    press.isDrag = true
    this.#feed(at)
  }

  #onUp = (event: PointerEvent) => {
    const press = this.#press
    if (press && !press.isDrag && event.target !== this.mark) this.#take(this.plot.pixelOf(event))
    this.#press = null
  }

  /** A click: the row that is meant, or the point itself. */
  #take(at: Pixel) {
    const { row, distance } = this.#nearest(at)
    if (distance <= near) chooseRow(this.session, row)
    else this.#feed(at)
  }

  #feed(at: Pixel) {
    this.feeder.feed({ input: this.ground.inputAt(at), target: this.#press?.target ?? this.#targetNear(at) })
  }

  /** What the nearest row has to say is taken as true here. */
  #targetNear(at: Pixel) {
    const { data } = this.session
    return data ? [...rowAt(data.train.Y, this.#nearest(at).row)] : []
  }

  /** The training row nearest to a pixel. */
  #nearest(at: Pixel) {
    const best = { row: 0, distance: Infinity }
    const { train } = this.session.data as NonNullable<SessionLike['data']>
    for (let row = 0; row < train.X.shape[0]; row++) {
      const { x, y } = this.ground.pixelOfRow(rowAt(train.X, row), rowAt(train.Y, row))
      const distance = Math.hypot(x - at.x, y - at.y)
      if (distance < best.distance) Object.assign(best, { row, distance })
    }
    return best
  }
}
