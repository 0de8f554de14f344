import type { Frame } from '../../../session/frame.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { AutoPlay, pace } from '../../parts/auto-play.ts'
import { Latest } from '../../parts/latest.ts'

/** Walking downhill at a pace at which each step is seen. Anything but its own steps ends it. */
export class Walk {
  readonly session: SessionLike
  readonly #steps = new Latest<null>(() => this.#take())
  readonly #play = new AutoPlay(
    () => this.#steps.want(null),
    () => pace.fast,
    () => !this.#steps.isBusy,
  )
  /** What its last step led to. */
  #frame: Frame | null = null

  constructor(session: SessionLike) {
    this.session = session
  }

  get isGoing() {
    return this.#play.isPlaying
  }

  start() {
    this.#play.start()
    this.#steps.want(null)
  }

  stop() {
    this.#play.stop()
  }

  /** Looks at what has changed. */
  heed() {
    if (!this.#steps.isBusy && this.session.frame !== this.#frame) this.stop()
  }

  async #take() {
    const { ok: isTaken } = await this.session.run({ do: 'step' })
    this.#frame = this.session.frame
    if (!isTaken || this.#frame?.hasDiverged) this.stop()
  }
}
