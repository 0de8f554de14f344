import { html, nothing } from 'lit'
import { live } from 'lit/directives/live.js'
import { typedNumber } from '../../text/read-number.js'

/**
 * Fields in which one can type while they are kept up to date: the one in hand keeps what was typed.
 *
 * @typedef {{
 *   key: string
 *   value: number
 *   label?: string
 *   id?: string
 *   isLive?: boolean
 *   write?: (value: number) => string
 *   send: (value: number) => unknown
 * }} NumberEntry
 * `isLive`: sent with every key that leaves a number, otherwise with Enter or on leaving; `label` or a <label for=id>
 * @typedef {{ key: string, value: string, label: string, send: (value: string) => unknown }} WordEntry
 */
export class Entries {
  /** The field in hand, what stands in it, and whether that can be used. */
  #typed = nothingTyped

  /** @param {() => void} redraw */
  constructor(redraw) {
    this.redraw = redraw
  }

  /** Whether something stands in a field for a number that is none. */
  get isWrong() {
    return !this.#typed.isRight
  }

  /** @param {NumberEntry} entry */
  number({ key, value, label, id, isLive = false, write = String, send }) {
    const { written, isRight } = this.#typed.key === key ? this.#typed : { written: write(value), isRight: true }
    const hand = this.#hand(key, isNumber, (typed) => send(Number(typedNumber(typed))), isLive)
    return html`<input class="number" id=${id ?? nothing} aria-label=${label ?? nothing} inputmode="decimal"
      autocomplete="off" aria-invalid=${isRight ? nothing : 'true'}
      .value=${live(written)} @input=${hand.onInput} @change=${hand.onChange} @blur=${hand.onLeave}>`
  }

  /** A field for a name, sent with Enter or on leaving. @param {WordEntry} entry */
  words({ key, value, label, send }) {
    const written = this.#typed.key === key ? this.#typed.written : value
    const hand = this.#hand(
      key,
      () => true,
      (typed) => send(typed.trim()),
    )
    return html`<input class="number" aria-label=${label} autocomplete="off"
      .value=${live(written)} @input=${hand.onInput} @change=${hand.onChange} @blur=${hand.onLeave}>`
  }

  /**
   * What a field does while it is typed in.
   * @param {string} key
   * @param {(written: string) => boolean} isRight
   * @param {(written: string) => unknown} send
   * @param {boolean} [isLive]
   */
  #hand(key, isRight, send, isLive = false) {
    const take = (/** @type {Event} */ { target }) => {
      const { value: written } = /** @type {HTMLInputElement} */ (target)
      this.#typed = { key, written, isRight: isRight(written) }
      return this.#typed
    }
    return {
      onInput: (/** @type {Event} */ event) => {
        const typed = take(event)
        if (isLive && typed.isRight) send(typed.written)
        this.redraw()
      },
      onChange: (/** @type {Event} */ event) => {
        const typed = take(event)
        if (!typed.isRight) return this.redraw()
        if (!isLive) send(typed.written)
        this.#typed = nothingTyped
      },
      onLeave: () => {
        this.#typed = nothingTyped
        this.redraw()
      },
    }
  }
}

const nothingTyped = { key: '', written: '', isRight: true }

/** @param {string} written */
const isNumber = (written) => Number.isFinite(typedNumber(written))
