import { html, LitElement, nothing } from 'lit'
import { Directive, directive, type ElementPart } from 'lit/directive.js'
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
import { defineView } from '../session-element.ts'
import { lockTemplate, nextTemplate, text } from './beside.ts'
import css from './dial.css'
import { Drag } from './drag.ts'
import { DialLine } from './send-line.ts'
import { pace, stepOf, stepped, stepsOfKey } from './steps.ts'

/**
 * One number of the network to be turned: `<glassbox-dial>`, typed, stepped with the arrow keys, dragged sideways, locked.
 * What is typed stays until it is sent, taken back by Escape, or understood after a refusal.
 *
 * It shows what its session held when it was given its parameter: a matrix has hundreds, which are to be of the same
 * moment as the numbers round them.
 */
export class Dial extends LitElement {
  // Declared only: Lit makes them properties that it watches.
  declare session: SessionLike
  declare parameter: Parameter
  /** Its name, else what the parameter leads from and to. */
  declare label: string | undefined
  /** The number alone, for a cell of a matrix. */
  declare compact: boolean
  /** Its value after one step of descent, NaN while that is not known. */
  declare next: number | undefined

  static override properties = {
    session: { attribute: false },
    parameter: { attribute: false },
    label: {},
    compact: { type: Boolean },
    next: { attribute: false },
  }

  /** What is typed and not yet taken. */
  #typed: string | null = null
  /** What was typed when it was last sent. */
  #sentText: string | null = null
  #isRefused = false
  #line = new DialLine(() => this.requestUpdate())
  #hasFocus = false
  #frozen = ''
  #step = 0.01
  #drag: Drag | null = null

  override connectedCallback() {
    super.connectedCallback()
    useStyle(this, css)
    this.draw() // whoever has put it here may measure it, or focus it
  }

  /** Draws it now, if it has changed. */
  draw() {
    this.performUpdate()
  }

  protected override createRenderRoot() {
    return this
  }

  protected override shouldUpdate() {
    return Boolean(this.session && this.parameter)
  }

  protected override willUpdate() {
    this.classList.add('dial')
    this.classList.toggle('is-compact', this.compact)
    this.classList.toggle('is-locked', isLocked(this.session, this.parameter))
    this.style.setProperty('--digits', String(this.session.state.view.digits))
  }

  protected override render() {
    const { session, parameter, label = parameterAbout(session, parameter), compact, next } = this
    const value = this.#value
    const write = numberOf(session)
    const name = isLocked(session, parameter) ? sharedText('graph.locked', { name: label }) : label
    return html`
      <input class="dial-value ${value < 0 ? 'negative' : 'positive'}" role="spinbutton" inputmode="decimal"
        autocomplete="off" spellcheck="false" aria-label=${name} title=${compact ? name : text('how')}
        aria-valuenow=${Number.isFinite(value) ? value : nothing} aria-valuetext=${write(value)}
        aria-invalid=${this.#isRefused ? 'true' : 'false'} .value=${live(this.#shown(write, value))}
        @input=${this.#onInput} @change=${this.#commit} @keydown=${this.#onKey}
        @focus=${this.#onFocus} @blur=${this.#onBlur} @paste=${this.#onPaste} @mousedown=${this.#onMouseDown}
        @pointerdown=${this.#onPress} @pointermove=${this.#onMove}
        @pointerup=${this.#onRelease} @pointercancel=${this.#onRelease}>
      ${compact ? nothing : lockTemplate(session, parameter)}
      ${next === undefined ? nothing : nextTemplate(value, next, write)}`
  }

  get #input() {
    return this.querySelector('input')
  }

  override focus(options?: FocusOptions) {
    this.#input?.focus(options)
  }

  /** Has the reader go on with what was typed elsewhere. */
  async type(typed: string) {
    this.focus()
    await this.updateComplete // by then it has selected what stood here
    const input = this.#input
    if (!input) return
    input.value = typed
    this.#onInput()
  }

  /** The value as far as the reader has turned it. */
  get #value() {
    const moved = this.#drag?.isMoved ? this.#drag.value : this.#line.value
    return moved ?? parameterValue(this.session.frame, this.parameter)
  }

  /** What stands in the input: while it has the focus all digits, held still while the network learns. */
  #shown(write: (value: number) => string, value: number) {
    if (this.#typed !== null) return this.#typed
    if (!this.#hasFocus || this.#drag?.isMoved) return write(value)
    if (this.#line.value !== null || !this.session.isRunning) this.#frozen = String(value)
    if (this.#input?.value !== this.#frozen) queueMicrotask(() => this.#hasFocus && this.#input?.select())
    return this.#frozen
  }

  #send(value: number | string, goesOn: boolean) {
    const { session, parameter } = this
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
    this.requestUpdate()
  }

  #forget() {
    this.#typed = this.#sentText = null
    this.#isRefused = false
  }

  #onInput = () => {
    this.#typed = this.#input?.value ?? null
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

  #onFocus = () => {
    this.#hasFocus = true
    this.#step = stepOf(this.#value)
    this.#frozen = String(this.#value)
    this.requestUpdate()
    this.#input?.select()
  }

  #onBlur = () => {
    this.#hasFocus = false
    this.#commit()
    this.requestUpdate()
  }

  #onKey = (event: KeyboardEvent) => {
    const steps = stepsOfKey(event.key)
    const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && this.#typed === null
    if (steps) this.#turn(steps * pace(event), event.repeat)
    else if (event.key === 'Enter') this.#commit()
    else if (isUndo) this.session.run({ do: event.shiftKey ? 'redo' : 'undo' })
    else if (event.key !== 'Escape' || !this.#takeBack()) return
    event.preventDefault()
    event.stopPropagation()
  }

  #turn(steps: number, goesOn: boolean) {
    const from = this.#typed === null ? this.#value : typedNumber(this.#typed)
    if (typeof from === 'string') return
    this.#forget()
    this.#send(stepped(from, steps, this.#step), goesOn)
    this.requestUpdate()
  }

  /** The text or the value before, if there is one to go back to. */
  #takeBack() {
    const drag = this.#drag
    if (this.#typed === null && !drag?.isMoved) return false
    this.#forget()
    this.#drag = null
    if (drag?.isMoved) this.#send(drag.before, true)
    this.requestUpdate()
    return true
  }

  #onMouseDown = (event: MouseEvent) => {
    if (!this.#hasFocus) event.preventDefault()
  }

  #onPress = (event: PointerEvent) => {
    if (this.#hasFocus || event.button !== 0) return
    this.#input?.setPointerCapture(event.pointerId)
    this.#drag = new Drag(event, this.#value)
  }

  #onMove = (event: PointerEvent) => {
    const drag = this.#drag
    const isFirst = !drag?.isMoved
    if (!drag?.move(event)) return
    this.#forget()
    if (isFirst && event.pointerType === 'mouse') this.focus({ preventScroll: true })
    this.#send(drag.value, !isFirst)
    this.requestUpdate()
  }

  #onRelease = (event: PointerEvent) => {
    const drag = this.#drag
    this.#drag = null
    if (drag && !drag.isMoved && event.type === 'pointerup') this.focus()
    this.requestUpdate()
  }
}

defineView('glassbox-dial', Dial)

declare global {
  interface HTMLElementTagNameMap {
    'glassbox-dial': Dial
  }
}

/** Draws a dial before it is put into the page, where the same takes longer. */
const drawn = directive(
  class extends Directive {
    override update({ element }: ElementPart) {
      if (element instanceof Dial) element.draw()
    }

    render() {}
  },
)

/** A dial for one weight or bias, with the value of the frame; drawn whenever what stands round it is. */
export const dial = (
  session: SessionLike,
  parameter: Parameter,
  { label, compact = false, next }: Partial<Pick<Dial, 'label' | 'compact' | 'next'>> = {},
) =>
  keyed(
    `${parameter.layer} ${parameter.row} ${'bias' in parameter ? 'b' : parameter.column}`,
    html`<glassbox-dial .session=${session} .parameter=${{ ...parameter }} .label=${label} .compact=${compact}
      .next=${next} ${drawn()}></glassbox-dial>`,
  )
