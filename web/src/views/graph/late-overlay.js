/**
 * The overlay of an explanation on the network: fetched when a panel first lays one over it.
 * @implements {View}
 * @typedef {import('../../types.d.ts').View} View
 * @typedef {import('../../types.d.ts').Change} Change
 */
export class LateOverlay {
  /** @type {Promise<unknown> | null} */
  #fetched = null
  /** @type {import('./overlay.js').OverlayView | null} */
  #view = null
  #isDisposed = false

  /** @param {import('../../types.d.ts').SessionLike} session @param {import('./graph.js').GraphView} graph */
  constructor(session, graph) {
    this.session = session
    this.graph = graph
  }

  /** @param {ReadonlySet<Change>} changes */
  update(changes) {
    if (this.session.overlay) this.#fetched ??= this.#fetch()
    if (changes.has('overlay')) this.#view?.draw()
  }

  async #fetch() {
    const { OverlayView } = await import('../late.js')
    if (this.#isDisposed) return
    this.#view = new OverlayView(this.graph, this.session)
    this.#view.draw()
  }

  dispose() {
    this.#isDisposed = true
    this.#view?.dispose()
  }
}
