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
  #timer = 0

  /**
   * @param count of layers
   * @param onStage drawn again after every move
   */
  constructor(count: () => number, onStage: () => void) {
    this.count = count
    this.onStage = onStage
  }

  get isPlaying() {
    return this.#timer !== 0
  }

  /** From the output on, layer by layer, then it rests at the inputs. */
  play() {
    this.#stop()
    this.layer = this.count() - 1
    this.#wait()
    this.onStage()
  }

  /** Rests where it is. */
  stop() {
    this.#stop()
    this.onStage()
  }

  /** Towards the inputs, or back towards the output. */
  go(by: 1 | -1) {
    this.#stop()
    const last = this.count() - 1
    this.layer = this.layer === null ? last : Math.min(last, Math.max(0, this.layer - by))
    this.onStage()
  }

  /** Off the way again. */
  leave() {
    this.#stop()
    this.layer = null
  }

  #wait() {
    this.#timer = setTimeout(() => {
      this.#timer = 0
      if (this.layer) {
        this.layer -= 1
        if (this.layer > 0) this.#wait()
      }
      this.onStage()
    }, pause)
  }

  #stop() {
    clearTimeout(this.#timer)
    this.#timer = 0
  }
}
