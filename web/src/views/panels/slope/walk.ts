import type { Frame } from '../../../session/frame.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { AutoPlay } from '../../parts/auto-play.ts'

/** Walking downhill at a pace at which each step is seen. Anything but its own steps ends it. */
export class Walk {
  session: SessionLike
  play: AutoPlay
  #isTaking = false
  /** What its last step led to. */
  #frame: Frame | null = null

  constructor(session: SessionLike) {
    this.session = session
    this.play = new AutoPlay(
      () => this.#take(),
      () => !this.#isTaking,
    )
    this.play.speed = 'fast'
  }

  get isGoing() {
    return this.play.isPlaying
  }

  start() {
    this.play.start()
    this.#take()
  }

  stop() {
    this.play.stop()
  }

  /** Looks at what has changed. */
  heed() {
    if (!this.#isTaking && this.session.frame !== this.#frame) this.stop()
  }

  async #take() {
    this.#isTaking = true
    const { ok: isTaken } = await this.session.run({ do: 'step' })
    this.#isTaking = false
    this.#frame = this.session.frame
    if (!isTaken || this.#frame?.hasDiverged) this.stop()
  }
}
