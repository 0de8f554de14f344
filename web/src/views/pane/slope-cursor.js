/**
 * A cursor over the nodes of the cost surface, moved by pointer or keys, that puts the network where it stands.
 *
 * @import { Plot } from '../plot.js'
 * @import { Surface } from './slope-surface.js'
 * @typedef {{ i: number, j: number }} Node
 */
const quick = 5

export class SlopeCursor {
  /** @type {Node | null} */
  at = null

  /**
   * @param {Plot} plot
   * @param {() => Surface | null} surface
   * @param {(isSettled: boolean) => void} onMove
   * @param {(node: Node) => void} onSet
   */
  constructor(plot, surface, onMove, onSet) {
    this.plot = plot
    this.surface = surface
    this.onMove = onMove
    this.onSet = onSet
    plot.box.tabIndex = 0
    plot.box.setAttribute('role', 'application')
    plot.box.addEventListener('pointermove', (event) => this.#moveTo(this.#nodeAt(event)))
    plot.box.addEventListener('pointerleave', () => { if (!plot.box.matches(':focus-visible')) this.#moveTo(null) })
    plot.box.addEventListener('focusout', () => this.#moveTo(null))
    plot.box.addEventListener('click', (event) => this.#set(this.#nodeAt(event)))
    plot.box.addEventListener('keydown', this.#onKey)
  }

  /** @param {Node | null} node */
  #moveTo(node) {
    if (node?.i === this.at?.i && node?.j === this.at?.j) return
    this.at = node
    this.onMove(node !== null)
  }

  /** @param {Node | null} node */
  #set(node) {
    this.#moveTo(node)
    if (node) this.onSet(node)
  }

  /** The node nearest to the pointer; null outside the plane. @param {MouseEvent} event @returns {Node | null} */
  #nodeAt(event) {
    const surface = this.surface()
    if (!surface) return null
    const { x, y } = this.plot.pixelOf(event)
    const { left, top, width, height } = this.plot.inner
    const last = surface.resolution - 1
    const node = { i: Math.round(((x - left) / width) * last), j: Math.round((1 - (y - top) / height) * last) }
    return node.i >= 0 && node.i <= last && node.j >= 0 && node.j <= last ? node : null
  }

  #onKey = (/** @type {KeyboardEvent} */ event) => {
    const surface = this.surface()
    if (!surface) return
    const last = surface.resolution - 1
    const from = this.at ?? { i: Math.floor(last / 2), j: Math.floor(last / 2) }
    const by = event.shiftKey ? quick : 1
    /** @type {Record<string, Node>} */
    const ways = {
      ArrowLeft: { i: from.i - by, j: from.j }, ArrowRight: { i: from.i + by, j: from.j },
      ArrowUp: { i: from.i, j: from.j + by }, ArrowDown: { i: from.i, j: from.j - by },
      Home: { i: 0, j: 0 }, End: { i: last, j: last },
    }
    const kept = (/** @type {number} */ k) => Math.min(last, Math.max(0, k))
    if (event.key === 'Enter') this.#set(from)
    else if (ways[event.key]) this.#moveTo({ i: kept(ways[event.key].i), j: kept(ways[event.key].j) })
    else return
    event.preventDefault()
  }

  /** Keeps to the grid that is there. */
  fit() {
    const last = (this.surface()?.resolution ?? 0) - 1
    if (this.at && (this.at.i > last || this.at.j > last)) this.at = null
  }
}
