import { dequal as isEqual } from 'dequal/lite'
import { html, noChange, nothing, type PropertyValues } from 'lit'
import type { Shock } from '../../../engine/results.ts'
import { parameterTitle } from '../../../network/names.ts'
import { countParameters } from '../../../network/parameter-order.ts'
import { isSameParameter, type Parameter } from '../../../network/parameters.ts'
import { quantityText } from '../../../quantities/names.ts'
import type { Change } from '../../../session/announcer.ts'
import type { Revision } from '../../../session/protocol.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import type { Overlay } from '../../../state/overlay.ts'
import { formatShort } from '../../../text/numbers.ts'
import { texts } from '../../../text/text.ts'
import { changed } from '../../parts/changed.ts'
import { divergedTemplate } from '../../parts/diverged/diverged.ts'
import { EngineQuery } from '../../parts/engine-query.ts'
import { Entries } from '../../parts/fields/entries.ts'
import { keepFocus } from '../../parts/keep-focus.ts'
import { numberOf } from '../../parts/number.ts'
import { ownOverlay } from '../../parts/own-overlay.ts'
import { chosenParameter } from '../../parts/parameter-menu/parameter-menu.ts'
import { errorWords } from '../../parts/refusal/words.ts'
import { scopeOf } from '../../parts/scope.ts'
import { SessionElement } from '../../parts/session-element.ts'
import { marked } from '../../parts/term/marked.ts'
import { type Check, checkAll } from './check.ts'
import { offsetsAround, plotTemplate } from './plot.ts'
import { sentences } from './sentences.ts'
import css from './shock.css'
import { checkTemplate, factsTemplate, movedTemplate } from './tables.ts'
import { scopeWords, toolsTemplate } from './tools.ts'
import '../../plot/plot.ts'

/** The shock: one weight or bias nudged, and how the cost and every neuron after it answer. */

interface Answered {
  shock: Shock
  epsilon: number
}

const text = texts(sentences)

/** The nudge of each playground, kept while the panel is closed. */
const nudges: WeakMap<SessionLike, number> = new WeakMap()
const firstNudge = 0.1

export class ShockPanel extends SessionElement {
  static override sheets = [css]
  #entries!: Entries
  #shock!: EngineQuery<'shock'>
  #check: Check | null = null
  /** Told what a comparison is about. */
  #isOtherCheck = changed()
  /** What there was when the last comparison ended. */
  #checked: Revision | null = null
  /** Which comparison is under way, 0 = none; and how many there were, or were dropped: all but the last are over. */
  #checking = 0
  #checks = 0

  protected override begin() {
    const { session } = this
    const redraw = () => this.requestUpdate()
    if (this.#entries?.session !== session) this.#entries = new Entries(session, redraw)
    this.#shock = this.own(new EngineQuery(session, 'shock', redraw))
    ownOverlay(session, this.leave)
    this.leave.addEventListener('abort', () => this.#dropCheck())
  }

  get #epsilon() {
    return nudges.get(this.session) ?? firstNudge
  }

  #nudge(nudge: number) {
    nudges.set(this.session, nudge)
    this.heed(new Set(['state']))
    this.requestUpdate()
  }

  /** The last answer about the chosen parameter, as far as it is known. */
  get #answer(): Answered | null {
    const { found } = this.#shock
    if (!found || !isSameParameter(found.details.parameter, chosenParameter(this.session))) return null
    return { shock: found.answer, epsilon: found.details.epsilon }
  }

  get #refusal() {
    return this.#shock.refusal ? errorWords(this.session, this.#shock.refusal) : ''
  }

  protected override heed(changes: ReadonlySet<Change>) {
    if (!this.session.frame) return false
    const parameter = chosenParameter(this.session)
    const which = scopeOf(this.session)
    const { revision } = this.session
    if (this.#isOtherCheck([parameter, which, revision.data, revision.network])) this.#dropCheck()
    // other weights: what was compared is of the past, unless it was compared while they changed
    const isOfNow = isEqual(revision, this.#checked) || (this.session.isRunning && this.#check?.isMoved)
    if (this.#check?.isOver && !isOfNow) this.#check = null
    // a nudge of 0 moves nothing; the slopes are the same whatever the nudge
    const epsilon = this.#epsilon || firstNudge
    const { hasDiverged } = this.session.frame
    this.#shock.ask(hasDiverged ? null : { parameter, epsilon, offsets: offsetsAround(epsilon), ...which })
    return !this.session.isRunning || changes.has('state')
  }

  #dropCheck() {
    this.#check = null
    this.#checks++
  }

  /** The reverberation on the network itself. */
  #light({ shock: { changes }, epsilon }: Answered) {
    const parameter = chosenParameter(this.session)
    const neurons = changes
      .map((values, layer) => ({
        layer,
        isSigned: true,
        values: Array.from(values, (change) => (change === 0 ? NaN : change)),
      }))
      .filter(({ layer, values }) => layer >= parameter.layer && values.some((value) => !Number.isNaN(value)))
    const words = `${epsilon > 0 ? '+' : ''}${formatShort(epsilon)}`
    const { layer, row } = parameter
    const target: Pick<Overlay, 'unit' | 'wires'> =
      'bias' in parameter
        ? { unit: { layer, unit: row } }
        : {
            wires: [
              { layer, row, column: parameter.column, share: 1, isNegative: epsilon < 0, colour: 'gradient', words },
            ],
          }
    const change = quantityText('change')
    const names = { neurons: change, wires: 'bias' in parameter ? undefined : change }
    const overlay: Overlay = { kind: 'shock', colour: 'gradient', names, neurons, ...target }
    if (!isEqual(overlay, this.session.overlay)) this.session.run({ do: 'overlay', overlay })
  }

  protected override update(changed: PropertyValues) {
    keepFocus(
      this,
      () => super.update(changed),
      this.session.frame?.hasDiverged ? '.shock-closed button' : '#shock-nudge',
    )
  }

  /** What was drawn of the last answer stays until the next is there. */
  protected override render() {
    const { session } = this
    if (!session.frame) return nothing
    if (session.frame.hasDiverged) return html`<div class="shock-closed">${divergedTemplate(session)}</div>`
    const parameter = chosenParameter(session)
    const nudge = (by: number) => this.#nudge(by)
    const answer = this.#shown
    return html`
      <div class="shock-body">
        <div class="shock-tools">${toolsTemplate(session, parameter, this.#epsilon, nudge, this.#refusal, this.#entries)}</div>
        <div class="shock-panel">
          <div>${answer ? this.#plot(parameter, answer) : noChange}<p class="hint shock-legend">${answer ? legendTemplate(parameterTitle(session, parameter)) : noChange}</p><p class="hint">${scopeWords(session)}</p></div>
          <div class="shock-facts-box">${answer ? factsTemplate(session, parameter, answer) : noChange}</div>
        </div>
        <div class="shock-more">
          <div class="shock-reverberation">${answer ? movedTemplate(session, parameter, answer.shock) : nothing}</div>
          <div class="shock-all">${answer ? this.#checkTemplate() : noChange}</div>
        </div>
      </div>`
  }

  /** What is drawn of the last answer. */
  get #shown(): Answered | null {
    const answered = this.#answer
    return answered && this.#epsilon === 0 ? unmoved(answered) : answered
  }

  #checkTemplate() {
    const { session } = this
    const stop = () => {
      this.#checking = 0
    }
    return checkTemplate(session, countParameters(session.frame?.layers ?? []), this.#check, () => this.#start(), stop)
  }

  protected override updated() {
    const answer = this.#shown
    if (answer && !this.session.frame?.hasDiverged) this.#light(answer)
  }

  #plot(parameter: Parameter, { shock, epsilon }: Answered) {
    const number = numberOf(this.session)
    const name = parameterTitle(this.session, parameter)
    const words = text('plot', {
      name,
      before: number(shock.costBefore),
      value: number(shock.value),
      after: number(shock.costAfter),
      nudged: number(shock.value + epsilon),
    })
    return plotTemplate({ name, costLabel: text('costAxis'), words, shock, epsilon })
  }

  #start() {
    const turn = (this.#checking = ++this.#checks)
    checkAll(this.session, scopeOf(this.session), countParameters(this.session.frame?.layers ?? []), (check) => {
      const isWanted = turn === this.#checks
      if (isWanted) {
        this.#check = check
        this.#checked = this.session.revision
        this.requestUpdate()
      }
      return isWanted && turn === this.#checking
    })
  }
}

const legendTemplate = (name: string) => html`
  <span class="key-curve">${text('legendCurve', { name })}</span>
  <span class="key-tangent">${marked(text('legendTangent'))}</span>
  <span class="key-now">${text('legendNow')}</span> <span class="key-nudged">${text('legendNudged')}</span>`

/** A nudge of 0: what the engine told of the slopes, and nothing moved. */
const unmoved = ({ shock }: Answered): Answered => ({
  epsilon: 0,
  shock: {
    ...shock,
    costAfter: shock.costBefore,
    changes: shock.changes.map(({ length }) => new Float64Array(length)),
  },
})
