import { isOn } from './range.js'

/**
 * A cursor over the cost surface, moved by pointer or keys from node to node, that puts the network where it stands. It
 * keeps its place when the nodes become finer.
 *
 * @import { Plot } from '../../plot/plot.js'
 * @import { Place, Range } from './range.js'
 * @import { Surface } from './surface.js'
 * @typedef {{ i: number, j: number }} Node
 */
const quick = 5

export class SlopeCursor {
  /** @type {Place | null} */
  at = null
  /** Where the pointer was last, and the place that was shown for it. */
  #pointed = { key: '', place: /** @type {Place | null} */ (null) }

  /**
   * @param {Plot} plot
   * @param {() => Surface | null} surface the one in view
   * @param {() => void} onMove
   * @param {(place: Place) => void} onSet
   */
  constructor(plot, surface, onMove, onSet) {
    this.plot = plot
    this.surface = surface
    this.onMove = onMove
    this.onSet = onSet
    plot.box.tabIndex = 0
    plot.box.setAttribute('role', 'application')
    plot.box.addEventListener('pointermove', (event) => this.#moveTo(this.#placeAt(event)))
    plot.box.addEventListener('pointerleave', () => {
      if (!plot.box.matches(':focus-visible')) this.#moveTo(null)
    })
    plot.box.addEventListener('focusout', () => this.#moveTo(null))
    plot.box.addEventListener('click', (event) => this.#set(this.#placeAt(event)))
    plot.box.addEventListener('keydown', this.#onKey)
  }

  /** @param {Place | null} place */
  #moveTo(place) {
    if (place?.a === this.at?.a && place?.b === this.at?.b) return
    this.at = place
    this.onMove()
  }

  /** @param {Place | null} place */
  #set(place) {
    this.#moveTo(place)
    if (place) this.onSet(place)
  }

  /**
   * The node nearest to the pointer; while it rests, the one that was shown. null outside the plane.
   * @param {MouseEvent} event @returns {Place | null}
   */
  #placeAt(event) {
    const surface = this.surface()
    if (!surface) return null
    // whole pixels, as a click tells them; moves may tell parts of one
    const [clientX, clientY] = [event.clientX, event.clientY].map(Math.floor)
    const { x, y } = this.plot.pixelOf({ clientX, clientY })
    const key = JSON.stringify([x, y, surface.wanted.range])
    if (key === this.#pointed.key) return this.#pointed.place
    const { left, top, width, height } = this.plot.inner
    const last = surface.resolution - 1
    const node = { i: Math.round(((x - left) / width) * last), j: Math.round((1 - (y - top) / height) * last) }
    const isWithin = node.i >= 0 && node.i <= last && node.j >= 0 && node.j <= last
    this.#pointed = { key, place: isWithin ? placeOf(surface, node) : null }
    return this.#pointed.place
  }

  #onKey = (/** @type {KeyboardEvent} */ event) => {
    const surface = this.surface()
    if (!surface) return
    const last = surface.resolution - 1
    const middle = Math.floor(last / 2)
    const from = this.at ? nodeNear(surface, this.at) : { i: middle, j: middle }
    const by = event.shiftKey ? quick : 1
    /** @type {Record<string, Node>} */
    const ways = {
      ArrowLeft: { i: from.i - by, j: from.j },
      ArrowRight: { i: from.i + by, j: from.j },
      ArrowUp: { i: from.i, j: from.j + by },
      ArrowDown: { i: from.i, j: from.j - by },
      Home: { i: 0, j: 0 },
      End: { i: last, j: last },
    }
    const kept = (/** @type {number} */ k) => Math.min(last, Math.max(0, k))
    const to = ways[event.key]
    if (event.key === 'Enter') this.#set(this.at ?? placeOf(surface, from))
    else if (to) this.#moveTo(placeOf(surface, { i: kept(to.i), j: kept(to.j) }))
    else return
    event.preventDefault()
  }

  /** Keeps to the piece that is shown. @param {Range} range */
  fit(range) {
    if (this.at && !isOn(range, this.at)) this.at = null
  }
}

/** @param {Surface} surface @param {Node} node @returns {Place} */
const placeOf = ({ a, b }, { i, j }) => ({ a: a[i], b: b[j] })

/** @param {Pick<Surface, 'a' | 'b' | 'resolution'>} surface @param {Place} place @returns {Node} */
function nodeNear({ a, b, resolution }, place) {
  const near = (/** @type {Float64Array} */ nodes, /** @type {number} */ value) => {
    const index = Math.round(((value - nodes[0]) / (nodes[resolution - 1] - nodes[0])) * (resolution - 1))
    return Math.min(resolution - 1, Math.max(0, index))
  }
  return { i: near(a, place.a), j: near(b, place.b) }
}

/**
 * The cost measured there; NaN where this surface has no node.
 * @param {Pick<Surface, 'a' | 'b' | 'resolution' | 'values'>} surface @param {Place} place
 */
export function costAt(surface, place) {
  const { a, b, resolution, values } = surface
  const { i, j } = nodeNear(surface, place)
  const close = ((a[resolution - 1] - a[0]) / resolution) * 1e-6
  const isNode = Math.abs(a[i] - place.a) < close && Math.abs(b[j] - place.b) < close
  return isNode ? values[i + j * resolution] : NaN
}
