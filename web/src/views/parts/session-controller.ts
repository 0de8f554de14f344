import { ContextConsumer, createContext } from '@lit/context'
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Change, ChangeEvent } from '../../session/announcer.ts'
import type { SessionLike } from '../../session/session-like.ts'
import { everyChange } from './every-change.ts'

/** The session that stands round a view. Named by a word, so that copies of this module mean the same. */
export const sessionContext = createContext<SessionLike | undefined>('glassbox-session')

/** What is told by a SessionController. */
export interface Joined {
  /** It has a session from now on. `leave`: aborted when it has none any more. */
  begin(session: SessionLike, leave: AbortSignal): void
  /** Whether it is to be told of a change. */
  isHeard(change: Change): boolean
  /** What has changed since it was last told; at most once a frame. */
  heed(changes: ReadonlySet<Change>): void
}

/**
 * Joins an element with its session while it stands in a document: the one that it is given, else the one that stands
 * round it.
 */
export class SessionController implements ReactiveController {
  /** The one it is joined with, or was last: what is under way when it is removed may still read it. */
  session: SessionLike | null = null
  isJoined = false
  readonly #host: ReactiveControllerHost & HTMLElement
  readonly #joined: Joined
  readonly #around: ContextConsumer<typeof sessionContext, ReactiveControllerHost & HTMLElement>
  #given: SessionLike | null = null
  #leave = new AbortController()
  #changes: Set<Change> = new Set()
  #request = 0

  constructor(host: ReactiveControllerHost & HTMLElement, joined: Joined) {
    this.#host = host
    this.#joined = joined
    const callback = () => this.#join()
    this.#around = new ContextConsumer(host, { context: sessionContext, subscribe: true, callback })
    host.addController(this)
  }

  hostConnected() {
    this.#join()
  }

  hostDisconnected() {
    this.#part()
  }

  /** @param session null: the one round it */
  give(session: SessionLike | null) {
    this.#given = session
    this.#join()
  }

  #join() {
    const session = this.#given ?? this.#around.value ?? null
    if ((this.isJoined && session === this.session) || !this.#host.isConnected) return
    this.#part()
    if (!session) return
    this.session = session
    this.isJoined = true
    this.#leave = new AbortController()
    const { signal } = this.#leave
    session.addEventListener('change', this.#note, { signal })
    this.#joined.begin(session, signal)
    this.#joined.heed(everyChange)
  }

  #part() {
    cancelAnimationFrame(this.#request)
    this.#request = 0
    this.#changes = new Set()
    this.#leave.abort()
    this.isJoined = false
  }

  #note = (event: Event) => {
    for (const change of (event as ChangeEvent).changes) if (this.#joined.isHeard(change)) this.#changes.add(change)
    if (this.#changes.size) this.#request ||= requestAnimationFrame(this.#tell)
  }

  #tell = () => {
    const changes = this.#changes
    this.#changes = new Set()
    this.#request = 0
    this.#joined.heed(changes)
  }
}
