import { hasParameter } from '../network/parameters.ts'
import type { Command } from '../state/commands.ts'
import type { Overlay } from '../state/overlay.ts'
import type { State } from '../state/state.ts'
import { Announcer, type Change, type ChangeEvent } from './announcer.ts'
import type { Details, Question } from './questions.ts'
import type { Outcome, SessionLike } from './session-like.ts'

type View = State['view']

/** Whose explanation lies over the network: of several figures the one that the reader turned to last. */
const attended: WeakMap<SessionLike, FigureSession> = new WeakMap()

/**
 * A session as one figure shows it. The network is that of the session, and so is most of what the reader chooses; what
 * the figure is about, such as its neuron, is its own.
 */
export class FigureSession extends Announcer implements SessionLike {
  readonly #whole: SessionLike
  #own: Partial<View>
  #merged: { whole: State; state: State } | null = null
  /** What it has laid over the network; undefined: it never does. */
  #laid: Overlay | null | undefined

  /** It cannot be seen: what it would be told is held back meanwhile. */
  #isResting = false
  readonly #held: Set<Change> = new Set()

  /** @param own what of the view is the figure's @param signal aborted when the figure goes */
  constructor(whole: SessionLike, own: Partial<View>, signal: AbortSignal) {
    super()
    this.#whole = whole
    this.#own = own
    whole.addEventListener('change', this.#forward, { signal })
    signal.addEventListener('abort', () => this.#leave())
  }

  #forward = (event: Event) => {
    const { changes } = event as ChangeEvent
    if (!this.#isResting) return this.announce(changes)
    for (const change of changes) this.#held.add(change)
  }

  get state() {
    const { state: whole } = this.#whole
    if (this.#merged?.whole !== whole) {
      this.#merged = { whole, state: { ...whole, view: { ...whole.view, ...this.#ownIn(whole) } } }
    }
    return this.#merged.state
  }

  /** Of what is its own that which the network has. */
  #ownIn({ network: { layers } }: State): Partial<View> {
    const { selected, parameter, ...own } = this.#own
    const isThere =
      selected && selected.layer < layers.length && selected.unit < (layers[selected.layer]?.units ?? Infinity)
    const hasWeight = parameter && hasParameter(this.frame?.layers ?? [], parameter)
    return { ...own, ...(isThere ? { selected } : {}), ...(hasWeight ? { parameter } : {}) }
  }

  get catalog() {
    return this.#whole.catalog
  }
  get tables() {
    return this.#whole.tables
  }
  get rows() {
    return this.#whole.rows
  }
  get data() {
    return this.#whole.data
  }
  get frame() {
    return this.#whole.frame
  }
  get revision() {
    return this.#whole.revision
  }
  get history() {
    return this.#whole.history
  }
  get isRunning() {
    return this.#whole.isRunning
  }
  get notice() {
    return this.#whole.notice
  }
  get stopped() {
    return this.#whole.stopped
  }
  get pointed() {
    return this.#whole.pointed
  }
  get overlay() {
    return this.#laid === undefined ? this.#whole.overlay : this.#laid
  }
  get edits() {
    return this.#whole.edits
  }
  get log() {
    return this.#whole.log
  }
  get editCount() {
    return this.#whole.editCount
  }

  /** The reader turns to this figure: from now on the network shows what it explains, if it explains anything. */
  attend() {
    if (this.#laid === undefined || attended.get(this.#whole) === this) return
    attended.set(this.#whole, this)
    this.#whole.run({ do: 'overlay', overlay: this.#laid })
  }

  #leave() {
    if (attended.get(this.#whole) !== this) return
    attended.delete(this.#whole)
    this.#whole.run({ do: 'overlay', overlay: null })
  }

  tell(notice: NonNullable<SessionLike['notice']>) {
    this.#whole.tell(notice)
  }

  get guard() {
    return this.#whole.guard
  }

  async run(command: Command, isAuthors = false): Promise<Outcome> {
    if (command.do === 'overlay') return this.#lay(command.overlay)
    if (!this.#isOwn(command)) return this.#whole.run(command, isAuthors)
    const { edit } = await import('../state/commands.ts')
    const { view } = edit(this.state, command, this, this.data).state
    for (const key of Object.keys(this.#own) as (keyof View)[]) Object.assign(this.#own, { [key]: view[key] })
    this.#merged = null
    this.announce(['state'])
    return { ok: true, message: '' }
  }

  /** Whether a command changes no more than what is the figure's own. */
  #isOwn(command: Command) {
    if (command.do !== 'set') return false
    return Object.keys(command.changes).every((path) => path.startsWith('view.') && path.slice(5) in this.#own)
  }

  async #lay(overlay: Overlay | null): Promise<Outcome> {
    this.#laid = overlay
    if (attended.get(this.#whole) === this) return this.#whole.run({ do: 'overlay', overlay })
    return { ok: true, message: '' }
  }

  ask<Q extends Question>(question: Q, details: Details<Q>) {
    return this.#whole.ask(question, details)
  }
  askWithRevision<Q extends Question>(question: Q, details: Details<Q>) {
    return this.#whole.askWithRevision(question, details)
  }
  save(options?: { withParameters?: boolean }) {
    return this.#whole.save(options)
  }
  link(options?: { withParameters?: boolean; isQuiet?: boolean }) {
    return this.#whole.link(options)
  }
  /** The network trains on if others are seen; but this figure is not drawn. */
  rest(isResting: boolean) {
    this.#isResting = isResting
    if (isResting || this.#held.size === 0) return
    this.announce(this.#held)
    this.#held.clear()
  }
  /** That is for the network's owner. */
  sleep() {
    return false
  }
  wake() {
    return this.#whole.wake()
  }
  onWake = async () => {}
  giveWay() {
    this.#whole.giveWay()
  }
  moment() {
    return this.#whole.moment()
  }
  /** The session lives on: it is the network's. */
  dispose() {}
}
