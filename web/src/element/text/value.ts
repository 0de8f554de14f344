import { html } from 'lit'
import { refuseValue } from '../../network/refuse.ts'
import type { Change } from '../../session/announcer.ts'
import { type Reference, readReference } from '../../state/written/references.ts'
import { styleMap } from '../../views/parts/style-map.ts'
import { Companion, define } from './companion.ts'
import { Pointing } from './pointing.ts'
import { aboutOf, numberOf, written } from './readings.ts'

/** Most digits that a number of the engine has. */
const mostDigits = 16

/**
 * A number of the network, live in a sentence: `The cost is <glassbox-value of="cost">0.25</glassbox-value>.`
 *
 * While the network trains it is written ten times a second at most, and no screen reader is told of it. Pointing at it
 * lights the weight or neuron in every figure.
 *
 * @slot - Shown until there is a network.
 */
export class GlassboxValue extends Companion {
  /**
   * Which number: cost, testCost, accuracy, testAccuracy, r2, testR2, step, epoch, neurons, parameters, or one of the
   * network, counted from 1: `1.W4,2`, `1.B2`, `1.A2`, `1.Z2`, `1.delta2`; the last three are of the row that is shown.
   */
  declare of: string
  /** How many significant digits, else as many as the page shows; shares and counts have their own. */
  declare digits: string | null
  static override properties = { of: {}, digits: {} }

  #reference: Reference | null = null
  #digits: number | undefined
  /** The widest that it has been, so that the line does not move as it changes. */
  #width = 0
  readonly #pointing = new Pointing(() => this.session)

  constructor() {
    super()
    this.of = ''
    this.digits = null
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>) {
    if (!changed.has('of') && !changed.has('digits')) return
    this.#width = 0
    this.#reference = this.understood(() => {
      this.#digits = digitsIn(this.digits)
      return readReference(this.of, 'of')
    })
  }

  protected override named() {
    return this.#reference ? [this.#reference] : []
  }

  protected override heed(changes: ReadonlySet<Change>) {
    return (changes.has('frame') || changes.has('state') || changes.has('data')) && super.heed(changes)
  }

  protected override render() {
    const { session, mistake } = this
    const reference = this.#reference
    if (!reference) return html`<span class="companion-wrong" title=${mistake}><slot>–</slot></span>`
    if (!session?.frame) return html`<slot></slot>`
    const number = written(session, reference, numberOf(session, reference), this.#digits)
    this.#width = Math.max(this.#width, widthOf(number))
    return html`<span class="companion-number" title=${aboutOf(session, reference)}
      style=${styleMap({ 'padding-inline-end': `${this.#width - widthOf(number)}ch` })}
      @pointerenter=${() => this.#pointing.at(reference)} @pointerleave=${this.#pointing.end}>${number}</span>`
  }

  override disconnectedCallback() {
    this.#pointing.end()
    super.disconnectedCallback()
  }
}

function digitsIn(written: string | null): number | undefined {
  if (written === null) return undefined
  const digits = Number(written)
  const isAllowed = Number.isInteger(digits) && digits >= 1 && digits <= mostDigits
  return isAllowed ? digits : refuseValue('whole', 'digits', written, { minimum: 1, maximum: mostDigits })
}

/** About how wide it is, in digits: a point is half as wide. */
export const widthOf = (number: string) =>
  Array.from(number).reduce((sum, letter) => sum + (/[.,:'’\s]/.test(letter) ? 0.5 : 1), 0)

define('glassbox-value', GlassboxValue)
