import { html, nothing, svg } from 'lit'
import type { Change } from '../../session/announcer.ts'
import type { SessionLike } from '../../session/session-like.ts'
import { type Comparison, isMet, readGoal } from '../../state/written/goal.ts'
import { writeReference } from '../../state/written/references.ts'
import { language } from '../../text/language.ts'
import { formatShare } from '../../text/numbers.ts'
import { texts } from '../../text/text.ts'
import { sheetOf } from '../../views/parts/late-style.ts'
import type { GoalDetail } from '../events.ts'
import css from './check.css'
import { Companion, define } from './companion.ts'
import { nameOf, numberOf, written } from './readings.ts'
import { prepareToSay, say } from './say.ts'
import { sentences } from './sentences.ts'

const text = texts(sentences)

/**
 * A question with a goal that the network has to reach, and whether it has:
 * `<glassbox-check goal="testCost <= 0.05 and neurons <= 3" hint="Try tanh.">Can three neurons do it?</glassbox-check>`.
 *
 * Once reached it stays so while training goes on, and until an edit or a reset leaves it unreached.
 * That it comes to be reached is read out.
 *
 * @fires glassbox-goal
 * @slot - The question.
 */
export class GlassboxCheck extends Companion {
  /**
   * What has to be reached: comparisons by <, <=, =, >= or > of what `<glassbox-value>` takes with a number, joined by
   * `and`. Shares are from 0 to 1; neurons are counted in all layers, the output's too.
   */
  declare goal: string
  /** Shown when it is asked for. */
  declare hint: string | null
  /** @internal */
  declare isHintShown: boolean
  static override properties = { goal: {}, hint: {}, isHintShown: { state: true } }
  static override styles = [...(Companion.styles as CSSStyleSheet[]), sheetOf(css)]

  #goal: Comparison[] | null = null
  /** What it is about: another network or another goal is another question. */
  #about: { session: SessionLike; goal: Comparison[] } | null = null
  #reachedAt: number | null = null
  /** When the question was put. */
  #start = 0

  constructor() {
    super()
    this.goal = ''
    this.hint = null
    this.isHintShown = false
  }

  override connectedCallback() {
    super.connectedCallback()
    prepareToSay()
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>) {
    if (changed.has('goal')) this.#goal = this.understood(() => readGoal(this.goal, 'goal'))
    this.#look(new Set())
  }

  protected override named() {
    return this.#goal?.map(({ of }) => of) ?? []
  }

  protected override heed(changes: ReadonlySet<Change>) {
    const before = this.#reachedAt
    this.#look(changes)
    if (before !== this.#reachedAt) return true
    return (['frame', 'state', 'data', 'edit'] as const).some((change) => changes.has(change)) && super.heed(changes)
  }

  /** Whether it is reached by now, or not any more. */
  #look(changes: ReadonlySet<Change>) {
    const { session } = this
    const goal = this.#goal
    if (!session?.frame || !goal) return
    const isReached = goal.every((comparison) => isMet(comparison, numberOf(session, comparison.of)))
    const { step } = session.frame
    if (this.#about?.session !== session || this.#about.goal !== goal) {
      this.#about = { session, goal }
      this.#put(isReached ? step : null)
    } else if (this.#reachedAt !== null && changes.has('edit') && !(isReached && this.#reachedAt <= step))
      this.#put(isReached ? step : null)
    else if (this.#reachedAt === null && isReached) {
      this.#reachedAt = step
      this.#tell(session, goal)
    }
  }

  #put(reachedAt: number | null) {
    this.#reachedAt = reachedAt
    this.#start = performance.now()
  }

  #tell(session: SessionLike, goal: Comparison[]) {
    const seconds = Number(((performance.now() - this.#start) / 1000).toFixed(2))
    const response = goal.map(({ of }) => `${writeReference(of)} = ${numberOf(session, of)}`).join(' and ')
    const score = { raw: goal.length, min: 0, max: goal.length, scaled: 1 }
    const detail: GoalDetail = { success: true, score, duration: `PT${seconds}S`, response }
    say(`${this.textContent?.trim()} ${this.#verdict()}.`)
    this.dispatchEvent(new CustomEvent('glassbox-goal', { detail, bubbles: true, composed: true }))
  }

  protected override render() {
    const { session, hint, isHintShown, mistake } = this
    const isReached = this.#reachedAt !== null
    if (!this.#goal) return html`<span class="companion-wrong" title=${mistake}><slot></slot></span>`
    return html`
      <div class=${isReached ? 'goal is-reached' : 'goal'}>
        <slot></slot>
        <p class="goal-verdict" lang=${language()}>${icon(isReached)}<span>${this.#verdict()}</span></p>
        <ul class="goal-list" lang=${language()}>${this.#goal.map((one) => comparisonTemplate(session?.frame ? session : null, one))}</ul>
        ${
          hint
            ? html`<button type="button" class="goal-hint" aria-expanded=${isHintShown ? 'true' : 'false'}
                @click=${() => (this.isHintShown = !isHintShown)}>${text('hint')}</button>
              <p class="goal-help" ?hidden=${!isHintShown}>${hint}</p>`
            : nothing
        }
      </div>`
  }

  #verdict() {
    if (!this.session?.frame) return text('waiting')
    if (this.#reachedAt === null) return text('notReached')
    return this.#reachedAt > 0 ? text('reachedAt', { step: this.#reachedAt }) : text('reached')
  }
}

/** A ring, with a tick in it where something holds: told by words too. */
const icon = (holds: boolean) => html`
  <svg class="goal-icon" viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="9.5"/>${
    holds ? svg`<path d="M7.2 12.4l3.3 3.3 6.3-7"/>` : nothing
  }</svg>`

const signs = { '<': '<', '<=': '≤', '=': '=', '>=': '≥', '>': '>' }

/** @param session null until there is a network: a comparison has its line from the start */
function comparisonTemplate(session: SessionLike | null, { of, is, value }: Comparison) {
  const now = session ? numberOf(session, of) : NaN
  const holds = isMet({ is, value }, now)
  return html`
    <li class="goal-part">
      ${icon(holds)}<span class="goal-words">${nameOf(session, of)} <span class="companion-number">${signs[is]} ${limitWords(of, value)}</span>:
      ${text('now', { value: session ? written(session, of, now) : '–' })}<span class="goal-spoken">, ${text(holds ? 'holds' : 'holdsNot')}</span></span>
    </li>`
}

/** The number that it is compared with, as it was written: a share as a share. */
const limitWords = (of: Comparison['of'], value: number) =>
  'measure' in of && /ccuracy/.test(of.measure) ? formatShare(value) : String(value).replace('-', '−')

define('glassbox-check', GlassboxCheck)
