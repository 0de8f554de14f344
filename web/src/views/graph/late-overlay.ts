import type { Change } from '../../session/announcer.ts'
import type { SessionLike } from '../../session/session-like.ts'
import type { GraphView } from './graph.ts'
import type { OverlayView } from './overlay.ts'

/** The overlay of an explanation on the network: fetched when a panel first lays one over it. */
export class LateOverlay {
  session: SessionLike
  graph: GraphView
  #fetched: Promise<unknown> | null = null
  #view: OverlayView | null = null
  #isDisposed = false

  constructor(session: SessionLike, graph: GraphView) {
    this.session = session
    this.graph = graph
  }

  update(changes: ReadonlySet<Change>) {
    if (this.session.overlay) this.#fetched ??= this.#fetch()
    if (changes.has('overlay')) this.#view?.update()
  }

  async #fetch() {
    const { OverlayView } = await import('../late.ts')
    if (this.#isDisposed) return
    this.#view = new OverlayView(this.graph, this.session)
    this.#view.draw()
  }

  dispose() {
    this.#isDisposed = true
    this.#view?.dispose()
  }
}
