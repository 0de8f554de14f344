import { dequal as isEqual } from 'dequal/lite'
import type { Plot } from '../../plot/plot.ts'
import { plotIn } from '../../plot/plot-in.ts'
import { isOn, type Point, type Range } from './range.ts'
import type { Surface } from './surface.ts'

interface Node {
  i: number
  j: number
}

/** Nodes that a key goes while Shift is held. */
const quick = 5

/** Ways of the keys, in nodes; those to a corner lead beyond every node. */
const ways: Record<string, Node> = {
  ArrowLeft: { i: -1, j: 0 },
  ArrowRight: { i: 1, j: 0 },
  ArrowUp: { i: 0, j: 1 },
  ArrowDown: { i: 0, j: -1 },
  Home: { i: -Infinity, j: -Infinity },
  End: { i: Infinity, j: Infinity },
}

/**
 * A cursor over the cost surface, moved by pointer or keys from node to node, that puts the network where it stands. It
 * keeps its point when the nodes become finer. The plot's events are told to it.
 */
export class SlopeCursor {
  readonly surface: () => Surface | null
  readonly onMove: () => void
  readonly onSet: (point: Point) => void
  at: Point | null = null
  /** Where the pointer was last, and the point that was shown for it. */
  #pointed: { at: unknown[]; point: Point | null } = { at: [], point: null }

  /** @param surface the one in view */
  constructor(surface: () => Surface | null, onMove: () => void, onSet: (point: Point) => void) {
    this.surface = surface
    this.onMove = onMove
    this.onSet = onSet
  }

  handleEvent(event: Event) {
    const plot = plotIn(event)
    if (event instanceof KeyboardEvent) this.#onKey(event)
    else if (!plot) return
    else if (event instanceof MouseEvent && event.type === 'click') this.#set(this.#pointAt(plot, event))
    else if (event instanceof MouseEvent && event.type === 'pointermove') this.#moveTo(this.#pointAt(plot, event))
    else if (event.type === 'focusout' || !plot.matches(':focus-visible')) this.#moveTo(null)
  }

  #moveTo(point: Point | null) {
    if (isEqual(point, this.at)) return
    this.at = point
    this.onMove()
  }

  #set(point: Point | null) {
    this.#moveTo(point)
    if (point) this.onSet(point)
  }

  /** The node nearest to the pointer; while it rests, the one that was shown. null outside the plane. */
  #pointAt(plot: Plot, event: MouseEvent): Point | null {
    const surface = this.surface()
    if (!surface) return null
    // whole pixels, as a click tells them; moves may tell parts of one
    const [clientX, clientY] = [event.clientX, event.clientY].map(Math.floor)
    const { x, y } = plot.pixelOf({ clientX, clientY })
    const at = [x, y, surface.wanted.range]
    if (isEqual(at, this.#pointed.at)) return this.#pointed.point
    const { left, top, width, height } = plot.inner
    const last = surface.resolution - 1
    const node = { i: Math.round(((x - left) / width) * last), j: Math.round((1 - (y - top) / height) * last) }
    this.#pointed = { at, point: isEqual(node, keptOn(surface, node)) ? pointOf(surface, node) : null }
    return this.#pointed.point
  }

  #onKey(event: KeyboardEvent) {
    const surface = this.surface()
    const way = ways[event.key]
    if (!surface || !(way || event.key === 'Enter')) return
    event.preventDefault()
    const middle = Math.floor((surface.resolution - 1) / 2)
    const { i, j } = this.at ? nodeNear(surface, this.at) : { i: middle, j: middle }
    const by = event.shiftKey ? quick : 1
    if (way) this.#moveTo(pointOf(surface, keptOn(surface, { i: i + by * way.i, j: j + by * way.j })))
    else this.#set(this.at ?? pointOf(surface, { i, j }))
  }

  /** Keeps to the piece that is shown. */
  fit(range: Range) {
    if (this.at && !isOn(range, this.at)) this.at = null
  }
}

/** The nearest that there is. */
function keptOn({ resolution }: Pick<Surface, 'resolution'>, { i, j }: Node): Node {
  const kept = (k: number) => Math.min(resolution - 1, Math.max(0, k))
  return { i: kept(i), j: kept(j) }
}

const pointOf = ({ a, b }: Surface, { i, j }: Node): Point => ({ a: a[i], b: b[j] })

function nodeNear(surface: Pick<Surface, 'a' | 'b' | 'resolution'>, point: Point): Node {
  const last = surface.resolution - 1
  const near = (nodes: Float64Array, value: number) =>
    Math.round(((value - nodes[0]) / (nodes[last] - nodes[0])) * last)
  return keptOn(surface, { i: near(surface.a, point.a), j: near(surface.b, point.b) })
}

/** The cost measured there; NaN where this surface has no node. */
export function costAt(surface: Pick<Surface, 'a' | 'b' | 'resolution' | 'values'>, point: Point): number {
  const { a, b, resolution, values } = surface
  const { i, j } = nodeNear(surface, point)
  const close = ((a[resolution - 1] - a[0]) / resolution) * 1e-6
  const isNode = Math.abs(a[i] - point.a) < close && Math.abs(b[j] - point.b) < close
  return isNode ? values[i + j * resolution] : NaN
}
