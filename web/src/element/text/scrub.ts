import { Drag } from '../../views/parts/dial/drag.ts'
import { stepsOfKey } from '../../views/parts/dial/steps.ts'
import { type Limits, onStep, within } from './limits.ts'

/** Pixels from one end to the other, at least: so that a few steps are not passed in a twitch. */
const shortestWay = 160

/** Steps that further keys of a slider ask for. */
const further: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 }

/** A number in a sentence that is dragged sideways or turned by keys, within limits. */
export class Scrub {
  readonly #value: () => number
  readonly #turn: (value: number, goesOn: boolean) => void
  readonly #end: () => void
  #drag: Drag | null = null
  /** The last value of a drag or of a key that is held down. */
  #last: number | null = null

  /**
   * @param value the number as it is
   * @param turn called with every value on the way; `goesOn`: it continues the turn before it
   * @param end called when it is let go
   */
  constructor(value: () => number, turn: (value: number, goesOn: boolean) => void, end: () => void) {
    this.#value = value
    this.#turn = turn
    this.#end = end
  }

  press(event: PointerEvent, { min, max, step }: Limits) {
    if (event.button !== 0) return
    const number = event.currentTarget as HTMLElement
    number.setPointerCapture(event.pointerId)
    this.#drag = new Drag(event, this.#value(), Math.min(step, (max - min) / shortestWay))
    event.preventDefault() // no words are selected on the way
    number.focus({ preventScroll: true })
  }

  move(event: PointerEvent, limits: Limits) {
    const drag = this.#drag
    const isFirst = !drag?.isMoved
    if (!drag?.move(event)) return
    drag.value = within(drag.value, limits) // no way back from beyond the end
    this.#take(onStep(drag.value, limits), !isFirst)
  }

  release() {
    const isMoved = this.#drag?.isMoved
    this.#drag = null
    if (isMoved) this.#finish()
  }

  key(event: KeyboardEvent, limits: Limits) {
    const { min, max, step } = limits
    const steps = further[event.key] ?? stepsOfKey(event.key)
    const end = { Home: min, End: max }[event.key]
    const before = this.#drag?.isMoved ? this.#drag.before : undefined
    if (event.key === 'Escape' && before !== undefined) {
      this.#drag = null
      this.#take(before, true)
      this.#finish()
    } else if (steps || end !== undefined) {
      const count = event.shiftKey ? 10 * steps : steps
      this.#take(end ?? onStep(this.#now + count * step, limits), event.repeat)
    } else return
    event.preventDefault()
  }

  keyUp() {
    if (!this.#drag) this.#finish()
  }

  /** As far as it has been turned. */
  get #now() {
    return this.#last ?? this.#value()
  }

  #take(value: number, goesOn: boolean) {
    if (value === this.#now) return
    this.#turn(value, goesOn && this.#last !== null)
    this.#last = value
  }

  #finish() {
    if (this.#last === null) return
    this.#last = null
    this.#end()
  }
}
