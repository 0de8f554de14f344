import { dequal as isEqual } from 'dequal/lite'
import type { Plot } from '../../plot/plot.ts'
import { isOn, type Point, type Range } from './range.ts'
import type { Surface } from './surface.ts'

/**
 * A cursor over the cost surface, moved by pointer or keys from node to node, that puts the network where it stands. It
 * keeps its point when the nodes become finer.
 */

interface Node {
  i: number
  j: number
}

const quick = 5

export class SlopeCursor {
  plot: Plot
  surface: () => Surface | null
  onMove: () => void
  onSet: (point: Point) => void
  at: Point | null = null
  /** Where the pointer was last, and the point that was shown for it. */
  #pointed: { at: unknown[]; point: Point | null } = { at: [], point: null }

  /** @param surface the one in view */
  constructor(plot: Plot, surface: () => Surface | null, onMove: () => void, onSet: (point: Point) => void) {
    this.plot = plot
    this.surface = surface
    this.onMove = onMove
    this.onSet = onSet
    plot.box.tabIndex = 0
    plot.box.setAttribute('role', 'application')
    plot.box.addEventListener('pointermove', (event) => this.#moveTo(this.#pointAt(event)))
    plot.box.addEventListener('pointerleave', () => {
      if (!plot.box.matches(':focus-visible')) this.#moveTo(null)
    })
    plot.box.addEventListener('focusout', () => this.#moveTo(null))
    plot.box.addEventListener('click', (event) => this.#set(this.#pointAt(event)))
    plot.box.addEventListener('keydown', this.#onKey)
  }

  #moveTo(point: Point | null) {
    if (point?.a === this.at?.a && point?.b === this.at?.b) return
    this.at = point
    this.onMove()
  }

  #set(point: Point | null) {
    this.#moveTo(point)
    if (point) this.onSet(point)
  }

  /** The node nearest to the pointer; while it rests, the one that was shown. null outside the plane. */
  #pointAt(event: MouseEvent): Point | null {
    const surface = this.surface()
    if (!surface) return null
    // whole pixels, as a click tells them; moves may tell parts of one
    const [clientX, clientY] = [event.clientX, event.clientY].map(Math.floor)
    const { x, y } = this.plot.pixelOf({ clientX, clientY })
    const at = [x, y, surface.wanted.range]
    if (isEqual(at, this.#pointed.at)) return this.#pointed.point
    const { left, top, width, height } = this.plot.inner
    const last = surface.resolution - 1
    const node = { i: Math.round(((x - left) / width) * last), j: Math.round((1 - (y - top) / height) * last) }
    const isWithin = node.i >= 0 && node.i <= last && node.j >= 0 && node.j <= last
    this.#pointed = { at, point: isWithin ? pointOf(surface, node) : null }
    return this.#pointed.point
  }

  #onKey = (event: KeyboardEvent) => {
    const surface = this.surface()
    if (!surface) return
    const last = surface.resolution - 1
    const middle = Math.floor(last / 2)
    const from = this.at ? nodeNear(surface, this.at) : { i: middle, j: middle }
    const by = event.shiftKey ? quick : 1
    const ways: Record<string, Node> = {
      ArrowLeft: { i: from.i - by, j: from.j },
      ArrowRight: { i: from.i + by, j: from.j },
      ArrowUp: { i: from.i, j: from.j + by },
      ArrowDown: { i: from.i, j: from.j - by },
      Home: { i: 0, j: 0 },
      End: { i: last, j: last },
    }
    const kept = (k: number) => Math.min(last, Math.max(0, k))
    const to = ways[event.key]
    if (event.key === 'Enter') this.#set(this.at ?? pointOf(surface, from))
    else if (to) this.#moveTo(pointOf(surface, { i: kept(to.i), j: kept(to.j) }))
    else return
    event.preventDefault()
  }

  /** Keeps to the piece that is shown. */
  fit(range: Range) {
    if (this.at && !isOn(range, this.at)) this.at = null
  }
}

const pointOf = ({ a, b }: Surface, { i, j }: Node): Point => ({ a: a[i], b: b[j] })

function nodeNear({ a, b, resolution }: Pick<Surface, 'a' | 'b' | 'resolution'>, point: Point): Node {
  const near = (nodes: Float64Array, value: number) => {
    const index = Math.round(((value - nodes[0]) / (nodes[resolution - 1] - nodes[0])) * (resolution - 1))
    return Math.min(resolution - 1, Math.max(0, index))
  }
  return { i: near(a, point.a), j: near(b, point.b) }
}

/** The cost measured there; NaN where this surface has no node. */
export function costAt(surface: Pick<Surface, 'a' | 'b' | 'resolution' | 'values'>, point: Point) {
  const { a, b, resolution, values } = surface
  const { i, j } = nodeNear(surface, point)
  const close = ((a[resolution - 1] - a[0]) / resolution) * 1e-6
  const isNode = Math.abs(a[i] - point.a) < close && Math.abs(b[j] - point.b) < close
  return isNode ? values[i + j * resolution] : NaN
}
