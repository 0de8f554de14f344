import { LitElement, type PropertyValues } from 'lit'
import type { Change } from '../../session/announcer.ts'
import type { SessionLike } from '../../session/session-like.ts'
import { isInPlayground, useStyle } from './late-style.ts'
import { SessionController } from './session-controller.ts'
import block from './session-element.css'

/** What lasts as long as a view stands in the document. `isUnderWay`: what it knows is of the past, and an answer on its way. */
interface Part {
  dispose(): void
  readonly isUnderWay?: boolean
}

/**
 * A view of a session: an element that stands anywhere in a document. Its session is the property `session`, or that of
 * the playground or figure round it.
 *
 * It draws into the root in which it stands and brings its style sheets there, so that names and ids hold across all
 * views of a playground; the border to a guest's page is the shadow root of whoever holds them.
 */
export abstract class SessionElement extends LitElement {
  /** What all views are drawn with: a playground has it in its shadow root, a view without one brings it. */
  static base: readonly string[] = []
  /** The class that its room's styles stand beneath, where that is the view itself. */
  static room = ''
  /** The style sheets of the view and of its parts. */
  static sheets: readonly string[] = []

  /** What it is not drawn from: most views not from what the reader attends to. */
  static ignores: readonly Change[] = ['pointed', 'overlay', 'opened']

  /** So that one that is given before the view is defined is not lost. */
  static override properties = { session: { noAccessor: true } }

  readonly #controller = new SessionController(this, {
    begin: (_, leave) => {
      this.leave = leave
      this.#parts = []
      const { sheets } = this.constructor as typeof SessionElement
      const base = isInPlayground(this) ? [] : SessionElement.base
      for (const sheet of [...base, block, ...sheets]) useStyle(this, sheet)
      this.begin()
      this.requestUpdate()
    },
    isHeard: (change) => !(this.constructor as typeof SessionElement).ignores.includes(change),
    heed: (changes) => {
      if (this.heed(changes)) this.requestUpdate()
      this.#markAge()
    },
  })
  /** What it has of the engine's answers. */
  #parts: Part[] = []

  override connectedCallback() {
    super.connectedCallback()
    const { room } = this.constructor as typeof SessionElement
    this.classList.add('session-element', ...(room ? [room] : []))
  }

  /** Aborted when it is taken out of the document, or given another session. */
  protected leave: AbortSignal = AbortSignal.abort()

  /** There from the first `begin` on. */
  get session(): SessionLike {
    return this.#controller.session as SessionLike
  }

  /** A session of its own, instead of the one that stands round it. */
  set session(session: SessionLike | null) {
    this.#controller.give(session)
  }

  /** Makes what lasts as long as it stands here; what its fields hold stays when it is put back. */
  protected begin(): void {}

  /** Of what has changed: @returns whether it is to be drawn anew */
  protected heed(_changes: ReadonlySet<Change>): boolean {
    return true
  }

  /** Has a part disposed of with this stay in the document. */
  protected own<P extends Part>(part: P): P {
    this.#parts.push(part)
    this.leave.addEventListener('abort', () => part.dispose(), { once: true })
    return part
  }

  protected override update(changed: PropertyValues) {
    super.update(changed)
    this.#markAge()
  }

  /** What is of the past, while the engine is being asked anew, is marked as that. */
  #markAge() {
    this.ariaBusy = this.#parts.some(({ isUnderWay }) => isUnderWay) ? 'true' : null
  }

  protected override createRenderRoot() {
    return this
  }

  protected override shouldUpdate() {
    return this.#controller.isJoined
  }
}

/** Names the element of a view; another copy of this module may have done so. */
export function defineView(name: string, view: CustomElementConstructor) {
  if (!customElements.get(name)) customElements.define(name, view)
}
