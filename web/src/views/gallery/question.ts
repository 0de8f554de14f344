import { html, nothing } from 'lit'
import type { Change } from '../../session/announcer.ts'
import type { Command } from '../../state/commands.ts'
import type { StartName } from '../../state/starts.ts'
import { formatCount, formatNumber, formatShare } from '../../text/numbers.ts'
import { text as pageText, texts } from '../../text/text.ts'
import { presses } from '../parts/buttons.ts'
import { SessionElement } from '../parts/session-element.ts'
import { throttle } from '../parts/throttle.ts'
import css from './gallery.css'
import { outcomeOf, questions } from './questions.ts'
import { sentences } from './sentences.ts'

const text = texts(sentences)

type Outcome = NonNullable<ReturnType<typeof outcomeOf>>
type Answer = Parameters<typeof text>[0]

/** The question of the starting point that is open: predict, then see what comes of it. */
export class QuestionView extends SessionElement {
  static override room = 'gallery'
  static override sheets = [css]
  /** What the reader has predicted of which starting point, and which question was put away. */
  #predicted: { of?: StartName; answer?: string } = {}
  #away: StartName | undefined
  #isDue = throttle(200)

  protected override begin() {
    const { session, leave: signal } = this
    session.addEventListener('command', this.#onCommand, { signal })
  }

  /** What is opened again begins again. */
  #onCommand = (event: Event) => {
    if ((event as Event & { command: Command }).command.do !== 'load') return
    this.#predicted = {}
    this.#away = undefined
  }

  /** The starting point whose question stands. */
  get #name() {
    const { start } = this.session.state
    return start === this.#away ? undefined : start
  }

  protected override heed(changes: ReadonlySet<Change>) {
    if (changes.has('state') || changes.has('edit')) return true
    return this.#name !== undefined && changes.has('frame') && this.#isDue(!this.session.isRunning)
  }

  protected override render() {
    const name = this.#name
    this.hidden = !name
    if (!name) return nothing
    const question = questions[name]
    const outcome = outcomeOf(question, this.session)
    const predicted = this.#predicted.of === name ? this.#predicted.answer : undefined
    return html`
      <section class="gallery-question" aria-labelledby="question-title">
        <header>
          <h2 id="question-title">${text('predict')}: ${text(name)}</h2>
          <button type="button" class="close" aria-label=${text('away')} @click=${this.#putAway}>×</button>
        </header>
        <p id="question">${text(`${name}Asks`)}</p>
        <div class="answers" role="group" aria-labelledby="question">
          ${question.answers.map((answer) => this.#answer(name, answer, predicted, outcome))}
        </div>
        <p role="status">${outcome ? this.#told(name, outcome, predicted) : wait(question.after, predicted)}</p>
      </section>`
  }

  #answer(of: StartName, answer: string, predicted: string | undefined, outcome: Outcome | null) {
    const hasCome = outcome?.answer === answer
    return html`
      <button type="button" class="quiet ${hasCome ? 'come' : ''}" aria-pressed=${answer === predicted}
        ${presses(() => this.#predict(of, answer), outcome !== null)}
        >${text(`answer_${of}_${answer}` as Answer)}${hasCome ? html` <span aria-hidden="true">✓</span><span class="spoken">${text('came')}</span>` : nothing}</button>`
  }

  #predict(of: StartName, answer: string) {
    this.#predicted = { of, answer }
    this.requestUpdate()
  }

  #putAway = () => {
    this.#away = this.#name
    this.requestUpdate()
  }

  /** What has come of it, whether it was predicted, and why it is so. */
  #told(name: StartName, outcome: Outcome, predicted: string | undefined) {
    const verdict = predicted && text(predicted === outcome.answer ? 'held' : 'missed')
    const { after, usual } = questions[name]
    const numbers = { ...values(outcome), after: countOf(after) }
    const why = outcome.answer === usual && text(`${name}Why`, numbers)
    return [verdict, text(`${name}Tells`, numbers), why].filter(Boolean).join(' ')
  }
}

const wait = (count: number, predicted: string | undefined) =>
  predicted ? text('wait_other', { count }) : text('choose')

const countOf = (count: number) => pageText('story.steps_other', { count })

/** The numbers that a sentence may name. */
function values({ findings: { now, first, best, frame } }: Outcome) {
  const [{ weights, bias }] = frame.layers
  return {
    steps: countOf(now.step),
    now: countOf(frame.step),
    cost: formatNumber(now.cost),
    first: formatNumber(first.cost),
    firstTest: formatNumber(first.testCost),
    best: formatNumber(best.testCost),
    bestStep: formatCount(best.step),
    test: formatNumber(now.testCost),
    accuracy: formatShare(now.accuracy),
    testAccuracy: formatShare(now.testAccuracy),
    r2: formatNumber(frame.r2),
    weight: formatNumber(weights[0]),
    bias: formatNumber(bias[0]),
    secondBias: formatNumber(bias[1] ?? NaN),
  }
}
