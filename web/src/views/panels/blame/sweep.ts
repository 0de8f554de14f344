import { AutoPlay } from '../../parts/auto-play.ts'

/**
 * A way through the layers from the output back to the inputs, by itself or by hand.
 */

/** Milliseconds that one layer is looked at. */
const pause = 2600

export class Sweep {
  count: () => number
  onStage: () => void
  /** The layer that blames just now; null = not on the way. */
  layer: number | null = null
  readonly #play = new AutoPlay(
    () => this.#goOn(),
    () => pause,
  )

  /**
   * @param count of layers
   * @param onStage drawn again after every move
   */
  constructor(count: () => number, onStage: () => void) {
    this.count = count
    this.onStage = onStage
  }

  get isPlaying() {
    return this.#play.isPlaying
  }

  /** From the output on, layer by layer, then it rests at the inputs. */
  play() {
    this.layer = this.count() - 1
    this.#play.start()
    this.onStage()
  }

  /** Rests where it is. */
  stop() {
    this.#play.stop()
    this.onStage()
  }

  /** Towards the inputs, or back towards the output. */
  go(by: 1 | -1) {
    this.#play.stop()
    const last = this.count() - 1
    this.layer = this.layer === null ? last : Math.min(last, Math.max(0, this.layer - by))
    this.onStage()
  }

  /** Off the way again. */
  leave() {
    this.#play.stop()
    this.layer = null
  }

  #goOn() {
    if (this.layer) this.layer -= 1
    if (!this.layer) this.#play.stop()
    this.onStage()
  }
}
