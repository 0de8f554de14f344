import { type ChildPart, html, nothing } from 'lit'
import { AsyncDirective, directive } from 'lit/async-directive.js'
import { keyed } from 'lit/directives/keyed.js'
import { live } from 'lit/directives/live.js'
import { isLocked } from '../../../network/held.ts'
import { parameterAbout } from '../../../network/names.ts'
import { type Parameter, parameterValue } from '../../../network/parameters.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { isSeveral, typedNumber } from '../../../text/read-number.ts'
import { text as sharedText } from '../../../text/text.ts'
import { useStyle } from '../late-style.ts'
import { numberOf } from '../number.ts'
import { styleMap } from '../style-map.ts'
import { lockTemplate, nextTemplate, text } from './beside.ts'
import css from './dial.css'
import { DialLine } from './send-line.ts'
import { pace, stepOf, stepped, stepsOfKey } from './steps.ts'

interface Options {
  /** Its name, else what the parameter leads from and to. */
  label?: string
  /** The number alone, for a cell of a matrix. */
  isCompact?: boolean
  /** Its value after one step of descent, NaN while that is not known. */
  next?: number
}

/** Pixels that a finger may shake without turning the dial. */
const shake = 3

/**
 * One number of the network to be turned: typed, stepped with the arrow keys, dragged sideways, locked.
 * What is typed stays until it is sent, taken back by Escape, or understood after a refusal.
 */
class Dial extends AsyncDirective {
  /** What is typed and not yet taken. */
  #typed: string | null = null
  /** What was typed when it was last sent. */
  #sentText: string | null = null
  #isRefused = false
  #line = new DialLine(() => this.#redraw())
  /** The input while it has the focus. */
  #focused: HTMLInputElement | null = null
  #frozen = ''
  #step = 0.01
  #drag: { x: number; before: number; value: number; isMoved: boolean } | null = null
  #hasStyle = false
  /** As last drawn. */
  #given!: [SessionLike, Parameter, Options]

  render(...given: [SessionLike, Parameter, Options]) {
    this.#given = given
    return this.#template(...given)
  }

  update(part: ChildPart, values: [SessionLike, Parameter, Options]) {
    if (!this.#hasStyle) queueMicrotask(() => part.parentNode?.isConnected && useStyle(part.parentNode as Element, css))
    this.#hasStyle = true
    return this.render(...values)
  }

  #template(
    session: SessionLike,
    parameter: Parameter,
    { label = parameterAbout(session, parameter), isCompact = false, next }: Options,
  ) {
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

  /** What stands in the input: while it has the focus all digits, held still while the network learns. */
  #shown(write: (value: number) => string, value: number) {
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

  #send(value: number | string, goesOn: boolean) {
    const [session, parameter] = this.#given
    return this.#line.send({ session, parameter, value, goesOn })
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

  #onInput = (event: Event) => {
    this.#typed = (event.target as HTMLInputElement).value
    this.#sentText = null
    this.#isRefused = false
  }

  /** Several cells are no number: they are refused, and what stood here stands. */
  #onPaste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData?.getData('text') ?? ''
    if (!isSeveral(pasted)) return
    event.preventDefault()
    this.#send(pasted, false)
  }

  #onFocus = (event: FocusEvent) => {
    this.#focused = event.target as HTMLInputElement
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

  #onKey = (event: KeyboardEvent) => {
    const steps = stepsOfKey(event.key)
    const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && this.#typed === null
    if (steps) this.#turn(steps * pace(event), event.repeat)
    else if (event.key === 'Enter') this.#commit()
    else if (isUndo) this.#given[0].run({ do: event.shiftKey ? 'redo' : 'undo' })
    else if (event.key !== 'Escape' || !this.#takeBack()) return
    event.preventDefault()
    event.stopPropagation()
  }

  #turn(steps: number, goesOn: boolean) {
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

  #onMouseDown = (event: MouseEvent) => {
    if (!this.#focused) event.preventDefault()
  }

  #onPress = (event: PointerEvent) => {
    if (this.#focused || event.button !== 0) return
    const input = event.target as HTMLInputElement
    input.setPointerCapture(event.pointerId)
    const value = this.#value
    this.#step = stepOf(value)
    this.#drag = { x: event.clientX, before: value, value, isMoved: false }
  }

  #onMove = (event: PointerEvent) => {
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
    if (isFirst && event.pointerType === 'mouse') (event.target as HTMLElement).focus({ preventScroll: true })
    this.#send(drag.value, !isFirst)
    this.#redraw()
  }

  #onRelease = (event: PointerEvent) => {
    const drag = this.#drag
    this.#drag = null
    if (drag && !drag.isMoved && event.type === 'pointerup') (event.target as HTMLElement).focus()
    this.#redraw()
  }
}

const dialDirective = directive(Dial)

/** A dial for one weight or bias, with the value of the frame. */
export const dial = (session: SessionLike, parameter: Parameter, options: Options = {}) =>
  keyed(
    `${parameter.layer} ${parameter.row} ${'bias' in parameter ? 'b' : parameter.column}`,
    dialDirective(session, parameter, options),
  )
