import { html, nothing } from 'lit'
import type { Change as Changed } from '../../session/announcer.ts'
import { valueAt } from '../../state/paths.ts'
import type { Change } from '../../state/written/changes.ts'
import { language } from '../../text/language.ts'
import { formatNumber } from '../../text/numbers.ts'
import { texts } from '../../text/text.ts'
import { DialLine } from '../../views/parts/dial/send-line.ts'
import { styleMap } from '../../views/parts/style-map.ts'
import { said } from '../said.ts'
import { applyChanges, labelOf, plainNumber } from './apply.ts'
import { Companion, define } from './companion.ts'
import { type Limits, readTold, type Told } from './limits.ts'
import { Pointing } from './pointing.ts'
import { aboutOf, isThere, numberOf } from './readings.ts'
import { prepareToSay, say } from './say.ts'
import { Scrub } from './scrub.ts'
import { sentences } from './sentences.ts'
import { widthOf } from './value.ts'

const text = texts(sentences)

/** Keeps a comma behind it on its line. */
const wordJoiner = '\u2060'

/**
 * A button in a sentence that changes the network: `<glassbox-set changes="1.W1,1=0.5; 1.B2=0">set W to 0.5</glassbox-set>`.
 * One press is one edit, which one undo takes back; whatever is wrong with it, nothing is changed. A weight or bias is
 * `layer.Wfrom,to` or `layer.Bneuron`, counted from 1; a setting has the key of a link, `rate=0.1`.
 *
 * With `min`, `max` and one change that has no value, `changes="1.W1,1" min="-2" max="2"`, it is the number itself, which is
 * dragged sideways or turned with the arrow keys, Shift ten steps at a time. A drag is one edit; a setting takes effect at
 * its end.
 *
 * @slot - The words of the button; of a number, what is shown until there is a network.
 */
export class GlassboxSet extends Companion {
  /** What it changes, separated by `;`: `1.W1,1=0.5; 1.B2=0; rate=0.1`. */
  declare changes: string
  /** The least that the number can be. */
  declare min: string | null
  /** The most that the number can be. */
  declare max: string | null
  /** How far an arrow key turns it; without it, a hundredth of the way. */
  declare step: string | null
  /** Why the last press changed nothing. @internal */
  declare refusal: string
  static override properties = { changes: {}, min: {}, max: {}, step: {}, refusal: { state: true } }

  #told: Told | null = null
  readonly #line = new DialLine(() => this.requestUpdate())
  /** How far a setting has been dragged. */
  #dragged: number | null = null
  #width = 0
  readonly #scrub = new Scrub(
    () => this.#value,
    (value, goesOn) => this.#turn(value, goesOn),
    () => this.#end(),
  )
  readonly #pointing = new Pointing(() => this.session)

  constructor() {
    super()
    this.changes = ''
    this.min = this.max = this.step = null
    this.refusal = ''
  }

  override connectedCallback() {
    super.connectedCallback()
    prepareToSay()
  }

  override disconnectedCallback() {
    this.#pointing.end()
    super.disconnectedCallback()
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>) {
    if (!['changes', 'min', 'max', 'step'].some((name) => changed.has(name))) return
    this.#width = 0
    this.refusal = ''
    this.#told = this.understood(() => readTold(this.changes, this))
  }

  /** Settings may bring what is named beside them. */
  protected override named() {
    const changes = this.#told?.changes ?? []
    return changes.every((change) => 'parameter' in change) ? changes : []
  }

  protected override heed(changed: ReadonlySet<Changed>) {
    return Boolean(this.#told?.limits) && (changed.has('frame') || changed.has('state')) && super.heed(changed)
  }

  protected override render() {
    const { mistake, refusal } = this
    const told = this.#told
    if (!told) return html`<span class="companion-wrong" title=${mistake}><slot></slot></span>`
    return html`${told.limits ? this.#number(told.changes[0], told.limits) : this.#button(told.changes)}${
      refusal ? html` <small class="companion-refused" lang=${language()}>(${refusal})</small>` : nothing
    }`
  }

  /** Written as a span, which is broken over lines like the words that it stands among. */
  #button(changes: Change[]) {
    return html`<span class="companion-button" role="button" tabindex="0"
      aria-disabled=${this.session?.frame ? 'false' : 'true'}
      @click=${() => this.#press(changes)} @keydown=${(event: KeyboardEvent) => this.#key(event, changes)}
      @pointerenter=${() => this.#light(changes)} @pointerleave=${this.#pointing.end}
      @focus=${() => this.#light(changes)} @blur=${this.#pointing.end}><slot></slot></span>`
  }

  #key(event: KeyboardEvent, changes: Change[]) {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    if (!event.repeat) this.#press(changes)
  }

  /** A single weight or bias is lit. */
  #light(changes: Change[]) {
    const [change] = changes
    if (changes.length === 1 && 'parameter' in change) this.#pointing.at(change)
  }

  async #press(changes: Change[]) {
    const { session } = this
    if (!session?.frame) return
    const { ok, message } = await applyChanges(session, changes)
    this.refusal = ok ? '' : message
    say(message)
  }

  #number(change: Change, limits: Limits) {
    const { session } = this
    if (!session?.frame) return html`<span class="companion-scrub"><slot></slot></span>${wordJoiner}`
    const name = 'parameter' in change ? aboutOf(session, change) : labelOf(session, change)
    if ('parameter' in change && !isThere(session, change)) return html`<span title=${name}>–</span>`
    const value = this.#value
    const written = 'parameter' in change ? formatNumber(value, session.state.view.digits) : plainNumber(value)
    this.#width = Math.max(this.#width, widthOf(written))
    return html`<span class="companion-number companion-scrub" role="slider" tabindex="0" aria-label=${name}
      title=${text('how', { name })} aria-valuemin=${limits.min} aria-valuemax=${limits.max}
      aria-valuenow=${Number.isFinite(value) ? value : nothing} aria-valuetext=${written}
      style=${styleMap({ 'min-inline-size': `${this.#width}ch` })}
      @pointerdown=${(event: PointerEvent) => this.#scrub.press(event, limits)}
      @pointermove=${(event: PointerEvent) => this.#scrub.move(event, limits)}
      @pointerup=${() => this.#scrub.release()} @pointercancel=${() => this.#scrub.release()}
      @keydown=${(event: KeyboardEvent) => this.#scrub.key(event, limits)} @keyup=${() => this.#scrub.keyUp()}
      @pointerenter=${() => this.#light([change])} @pointerleave=${this.#pointing.end}
      @focus=${() => this.#light([change])} @blur=${this.#pointing.end}>${written}</span>${wordJoiner}`
  }

  /** As far as it has been turned, else as it is. */
  get #value(): number {
    const { session } = this
    const change = this.#told?.changes[0]
    if (!session || !change) return NaN
    if ('parameter' in change) return this.#line.value ?? numberOf(session, change)
    return this.#dragged ?? Number(valueAt(session.state, change.path))
  }

  #turn(value: number, goesOn: boolean) {
    const { session } = this
    const change = this.#told?.changes[0]
    if (!session || !change) return
    if ('parameter' in change) this.#send(change, value, goesOn)
    else this.#dragged = value
    this.requestUpdate()
  }

  async #send({ parameter }: Extract<Change, { parameter: unknown }>, value: number, goesOn: boolean) {
    const { session } = this
    if (!session) return
    const isTaken = await this.#line.send({ session, parameter, value, goesOn })
    this.refusal = isTaken ? '' : await said(session)
    if (!isTaken) say(this.refusal)
  }

  /** A setting is set when it is let go. */
  async #end() {
    const { session } = this
    const change = this.#told?.changes[0]
    const value = this.#dragged
    if (!session || !change || !('path' in change) || value === null) return
    const { ok, message } = await applyChanges(session, [{ ...change, value }])
    this.refusal = ok ? '' : message
    if (!ok) say(message)
    if (this.#dragged === value) this.#dragged = null
    this.requestUpdate()
  }
}

define('glassbox-set', GlassboxSet)
