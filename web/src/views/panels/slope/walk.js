import { AutoPlay } from '../../parts/auto-play.js'

/**
 * Walking downhill at a pace at which each step is seen. Anything but its own steps ends it.
 *
 * @import { Frame, SessionLike } from '../../../types.d.ts'
 */
export class Walk {
  #isTaking = false
  /** What its last step led to. @type {Frame | null} */
  #frame = null

  /** @param {SessionLike} session */
  constructor(session) {
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
