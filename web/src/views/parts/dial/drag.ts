import { pace, stepOf, stepped } from './steps.ts'

/** Pixels that a finger may shake without turning anything. */
const shake = 3

/** A number that is dragged sideways, as of a dial or in a formula. */
export class Drag {
  readonly before: number
  value: number
  isMoved = false
  #x: number
  readonly #step: number

  /** @param step what a pixel turns it by */
  constructor({ clientX }: PointerEvent, value: number, step = stepOf(value)) {
    this.before = this.value = value
    this.#x = clientX
    this.#step = step
  }

  /** @returns whether it has turned the number */
  move(event: PointerEvent): boolean {
    const pixels = Math.round(event.clientX - this.#x)
    if (!pixels || (!this.isMoved && Math.abs(pixels) <= shake)) return false
    this.#x += pixels
    this.value = stepped(this.value, pixels * pace(event), this.#step)
    this.isMoved = true
    return true
  }
}
