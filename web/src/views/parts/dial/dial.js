import { html, nothing } from 'lit'
import { AsyncDirective, directive } from 'lit/async-directive.js'
import { keyed } from 'lit/directives/keyed.js'
import { live } from 'lit/directives/live.js'
import { isLocked } from '../../../network/held.js'
import { parameterAbout } from '../../../network/names.js'
import { parameterValue } from '../../../network/parameters.js'
import { isSeveral, typedNumber } from '../../../text/read-number.js'
import { text as sharedText } from '../../../text/text.js'
import { useStyle } from '../late-style.js'
import { numberOf } from '../number.js'
import { styleMap } from '../style-map.js'
import { lockTemplate, nextTemplate, text } from './beside.js'
import css from './dial.css'
import { DialLine } from './send-line.js'
import { pace, stepOf, stepped, stepsOfKey } from './steps.js'

/**
 * @typedef {import('../../../types.d.ts').SessionLike} SessionLike
 * @typedef {import('../../../types.d.ts').Parameter} Parameter
 * @typedef {{ label?: string, isCompact?: boolean, next?: number }} Options
 * `label`: its name, else what the parameter leads from and to; `isCompact`: the number alone, for a cell of a matrix;
 * `next`: its value after one step of descent, NaN while that is not known
 */
/** Pixels that a finger may shake without turning the dial. */
const shake = 3

/**
 * One number of the network to be turned: typed, stepped with the arrow keys, dragged sideways, locked.
 * What is typed stays until it is sent, taken back by Escape, or understood after a refusal.
 */
class Dial extends AsyncDirective {
  /** What is typed and not yet taken. @type {string | null} */
  #typed = null
  /** What was typed when it was last sent. @type {string | null} */
  #sentText = null
  #isRefused = false
  #line = new DialLine(() => this.#redraw())
  /** The input while it has the focus. @type {HTMLInputElement | null} */
  #focused = null
  #frozen = ''
  #step = 0.01
  /** @type {{ x: number, before: number, value: number, isMoved: boolean } | null} */
  #drag = null
  #hasStyle = false
  /** As last drawn. @type {[SessionLike, Parameter, Options]} */
  #given = /** @type {any} */ ([])

  /** @param {[SessionLike, Parameter, Options]} given */
  render(...given) {
    this.#given = given
    return this.#template(...given)
  }

  /** @param {import('lit').ChildPart} part @param {[SessionLike, Parameter, Options]} values */
  update(part, values) {
    if (!this.#hasStyle)
      queueMicrotask(() => part.parentNode?.isConnected && useStyle(/** @type {Element} */ (part.parentNode), css))
    this.#hasStyle = true
    return this.render(...values)
  }

  /** @param {SessionLike} session @param {Parameter} parameter @param {Options} options */
  #template(session, parameter, { label = parameterAbout(session, parameter), isCompact = false, next }) {
    const value = this.#value
    const write = numberOf(session)
    const isHeld = isLocked(session, parameter)
    const name = isHeld ? sharedText('graph.locked', { name: label }) : label
    return html`
      <span class="dial ${isCompact ? 'is-compact' : ''} ${isHeld ? 'is-locked' : ''}"
        style=${styleMap({ '--digits': String(session.state.view.digits) })}>
        <input class="dial-value ${value < 0 ? 'negative' : 'positive'}" role="spinbutton" inputmode="decimal"
          autocomplete="off" spellcheck="false" aria-label=${name} title=${isCompact ? name : text('how')}
          aria-valuenow=${Number.isFinite(value) ? value : nothing} aria-valuetext=${write(value)}
          aria-invalid=${this.#isRefused ? 'true' : 'false'} .value=${live(this.#shown(write, value))}
          @input=${this.#onInput} @change=${this.#commit} @keydown=${this.#onKey}
          @focus=${this.#onFocus} @blur=${this.#onBlur} @paste=${this.#onPaste} @mousedown=${this.#onMouseDown}
          @pointerdown=${this.#onPress} @pointermove=${this.#onMove}
          @pointerup=${this.#onRelease} @pointercancel=${this.#onRelease}>
        ${isCompact ? nothing : lockTemplate(session, parameter)}
        ${next === undefined ? nothing : nextTemplate(value, next, write)}
      </span>`
  }

  /** The value as far as the reader has turned it. */
  get #value() {
    const [{ frame }, parameter] = this.#given
    return this.#drag?.isMoved ? this.#drag.value : (this.#line.value ?? parameterValue(frame, parameter))
  }

  /**
   * What stands in the input: while it has the focus all digits, held still while the network learns.
   * @param {(value: number) => string} write
   * @param {number} value
   */
  #shown(write, value) {
    if (this.#typed !== null) return this.#typed
    const input = this.#focused
    if (!input || this.#drag?.isMoved) return write(value)
    if (this.#line.value !== null || !this.#given[0].isRunning) this.#frozen = String(value)
    if (input.value !== this.#frozen) queueMicrotask(() => this.#focused?.select())
    return this.#frozen
  }

  #redraw() {
    if (this.isConnected) this.setValue(this.#template(...this.#given))
  }

  /** @param {number | string} value @param {boolean} goesOn */
  #send(value, goesOn) {
    const [session, parameter] = this.#given
    return this.#line.send(session, parameter, value, goesOn)
  }

  #commit = async () => {
    const typed = this.#typed
    if (typed === null || typed === this.#sentText) return
    this.#sentText = typed
    const value = typedNumber(typed)
    const isTaken = value === this.#value || (await this.#send(value, false))
    if (this.#typed !== typed) return
    this.#isRefused = !isTaken
    if (isTaken) this.#forget()
    this.#redraw()
  }

  #forget() {
    this.#typed = this.#sentText = null
    this.#isRefused = false
  }

  #onInput = (/** @type {Event} */ event) => {
    this.#typed = /** @type {HTMLInputElement} */ (event.target).value
    this.#sentText = null
    this.#isRefused = false
  }

  /** Several cells are no number: they are refused, and what stood here stands. */
  #onPaste = (/** @type {ClipboardEvent} */ event) => {
    const pasted = event.clipboardData?.getData('text') ?? ''
    if (!isSeveral(pasted)) return
    event.preventDefault()
    this.#send(pasted, false)
  }

  #onFocus = (/** @type {FocusEvent} */ event) => {
    this.#focused = /** @type {HTMLInputElement} */ (event.target)
    this.#step = stepOf(this.#value)
    this.#frozen = String(this.#value)
    this.#redraw()
    this.#focused.select()
  }

  #onBlur = () => {
    this.#focused = null
    this.#commit()
    this.#redraw()
  }

  #onKey = (/** @type {KeyboardEvent} */ event) => {
    const steps = stepsOfKey(event.key)
    const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && this.#typed === null
    if (steps) this.#turn(steps * pace(event), event.repeat)
    else if (event.key === 'Enter') this.#commit()
    else if (isUndo) this.#given[0].run({ do: event.shiftKey ? 'redo' : 'undo' })
    else if (event.key !== 'Escape' || !this.#takeBack()) return
    event.preventDefault()
    event.stopPropagation()
  }

  /** @param {number} steps @param {boolean} goesOn */
  #turn(steps, goesOn) {
    const from = this.#typed === null ? this.#value : typedNumber(this.#typed)
    if (typeof from === 'string') return
    this.#forget()
    this.#send(stepped(from, steps, this.#step), goesOn)
    this.#redraw()
  }

  /** The text or the value before, if there is one to go back to. */
  #takeBack() {
    const drag = this.#drag
    if (this.#typed === null && !drag?.isMoved) return false
    this.#forget()
    this.#drag = null
    if (drag?.isMoved) this.#send(drag.before, true)
    this.#redraw()
    return true
  }

  #onMouseDown = (/** @type {MouseEvent} */ event) => {
    if (!this.#focused) event.preventDefault()
  }

  #onPress = (/** @type {PointerEvent} */ event) => {
    if (this.#focused || event.button !== 0) return
    const input = /** @type {HTMLInputElement} */ (event.target)
    input.setPointerCapture(event.pointerId)
    const value = this.#value
    this.#step = stepOf(value)
    this.#drag = { x: event.clientX, before: value, value, isMoved: false }
  }

  #onMove = (/** @type {PointerEvent} */ event) => {
    const drag = this.#drag
    const pixels = drag ? Math.round(event.clientX - drag.x) : 0
    if (!drag || (!drag.isMoved && Math.abs(pixels) <= shake) || !pixels) return
    const isFirst = !drag.isMoved
    this.#forget()
    Object.assign(drag, {
      x: drag.x + pixels,
      value: stepped(drag.value, pixels * pace(event), this.#step),
      isMoved: true,
    })
    if (isFirst && event.pointerType === 'mouse')
      /** @type {HTMLElement} */ (event.target).focus({ preventScroll: true })
    this.#send(drag.value, !isFirst)
    this.#redraw()
  }

  #onRelease = (/** @type {PointerEvent} */ event) => {
    const drag = this.#drag
    this.#drag = null
    if (drag && !drag.isMoved && event.type === 'pointerup') /** @type {HTMLElement} */ (event.target).focus()
    this.#redraw()
  }
}

const dialDirective = directive(Dial)

/**
 * A dial for one weight or bias, with the value of the frame.
 * @param {SessionLike} session
 * @param {Parameter} parameter
 * @param {Options} [options]
 */
export const dial = (session, parameter, options = {}) =>
  keyed(
    `${parameter.layer} ${parameter.row} ${'bias' in parameter ? 'b' : parameter.column}`,
    dialDirective(session, parameter, options),
  )
