import { html, nothing } from 'lit'
import type { DataInfo } from '../../../data/prepare.ts'
import { featureName, targetName } from '../../../network/names.ts'
import type { Parameter } from '../../../network/parameters.ts'
import { sampleOf } from '../../../network/rows.ts'
import { inTargetUnit } from '../../../network/units.ts'
import type { QuantityName } from '../../../quantities/at.ts'
import { valueAt } from '../../../quantities/explained.ts'
import type { Change } from '../../../session/announcer.ts'
import type { Frame } from '../../../session/frame.ts'
import { costs } from '../../../text/options/costs.ts'
import { texts } from '../../../text/text.ts'
import { setView } from '../../parts/buttons.ts'
import { dial } from '../../parts/dial/dial.ts'
import { EngineQuery } from '../../parts/engine-query.ts'
import { Entries } from '../../parts/fields/entries.ts'
import { frameNumbers, traceNumbers } from '../../parts/maths/values.ts'
import { numberOf } from '../../parts/number.ts'
import { Feeder } from '../../parts/row/feed.ts'
import { SessionElement } from '../../parts/session-element.ts'
import { mark, marked } from '../../parts/term/marked.ts'
import { numbersTemplate } from '../../parts/terms/equation.ts'
import { roundedNote } from '../../parts/terms/rounded.ts'
import { throttle } from '../../parts/throttle.ts'
import { betasOf, halfwayOf, interceptOf } from './betas.ts'
import css from './regression.css'
import { sentences } from './sentences.ts'
import { CoefficientTable } from './table.ts'
import { largestSentence } from './words.ts'
import './plots.ts'

const text = texts(sentences)

/** One neuron, read as the regression it is. */
export class RegressionPanel extends SessionElement {
  static override room = 'regression'
  static override sheets = [css]
  #table!: CoefficientTable
  #entries!: Entries
  #feeder!: Feeder
  /** What is on the network. */
  #trace!: EngineQuery<'trace'>
  #isDue = throttle(100)

  protected override begin() {
    const { session } = this
    if (this.#table?.session !== session) this.#table = new CoefficientTable(session, this, () => this.requestUpdate())
    this.#trace = this.own(new EngineQuery(session, 'trace', () => this.requestUpdate()))
    if (this.#entries?.session !== session) this.#entries = new Entries(session, () => this.requestUpdate())
    this.#feeder = new Feeder(session)
  }

  protected override heed(changes: ReadonlySet<Change>) {
    const { session } = this
    const isForced = changes.has('state') || changes.has('data') || (!session.isRunning && changes.has('frame'))
    if (!isForced && !changes.has('frame')) return false
    this.#trace.ask(this.#isInFrame ? null : sampleOf(session.state.view))
    return this.#isDue(isForced)
  }

  /** The network while it is one neuron of the data that is there. */
  get #one() {
    const { data, frame } = this.session
    const isOne = frame?.layers.length === 1 && frame.layers[0].units === 1
    return data && frame && isOne && frame.layers[0].inputs === data.featureNames.length ? { data, frame } : null
  }

  protected override shouldUpdate() {
    return super.shouldUpdate() && this.#one !== null
  }

  /** Whether what stands on the network is the row that this is about, and not a batch. */
  get #isInFrame() {
    return this.session.state.view.scope !== 'batch'
  }

  /** Of what is on the network; null = not known yet. */
  get #numbers() {
    const { frame } = this.session
    if (frame && this.#isInFrame) return frameNumbers(this.session, frame)
    const answered = this.#trace.found?.answer
    return frame && answered ? traceNumbers(this.session, frame, answered) : null
  }

  #value(name: QuantityName, from?: number) {
    const numbers = this.#numbers
    return numbers ? valueAt(numbers, name, { layer: 0, unit: 0, from, row: 0 }) : NaN
  }

  get #isLogistic() {
    return this.session.frame?.layers[0].activationName === 'sigmoid'
  }

  /** Another cost leads a logistic neuron to other betas. */
  get #otherCost() {
    const {
      catalog,
      state: { training },
    } = this.session
    const cost = catalog.costs.find(({ name }) => name === training.cost)
    return this.#isLogistic && cost?.partner !== 'sigmoid'
      ? marked(text('otherCost', { cost: mark(costs.label(training.cost), `costs:${training.cost}`) }))
      : nothing
  }

  protected override render() {
    if (!this.#one) return nothing
    const { data, frame } = this.#one
    const isOne = data.featureNames.length === 1
    const about = this.#isLogistic ? text(isOne ? 'logistic' : 'logisticMany') : text(isOne ? 'linear' : 'linearMany')
    return html`
      <p class="hint lead">${marked(about)} ${text('change')} ${this.#otherCost}</p>
      ${isOne ? this.#single(data, frame) : this.#several(data, frame)}`
  }

  #single(data: DataInfo, frame: Frame) {
    return html`
      <div class="betas">
        ${this.#beta({ layer: 0, row: 0, column: 0 }, text('slope'))}
        ${this.#beta({ layer: 0, row: 0, bias: true }, text('intercept'))}
      </div>
      ${this.#ownX(data)}
      ${this.#arithmetic(data, frame)}
      ${this.#rounded(1)}
      ${this.#units(data, frame)}
      <glassbox-regression-plots class="regression-plots" .session=${this.session}></glassbox-regression-plots>`
  }

  #beta(parameter: Parameter, label: string) {
    return html`<div class="beta"><span>${label}</span>${dial(this.session, parameter, { label })}</div>`
  }

  /** A field for an x of one's own; the prediction and its working follow. */
  #ownX(data: DataInfo) {
    const { sample } = this.#feeder
    if (!sample) return nothing
    const [x] = sample.input
    const name = text('tryX', { feature: featureName(data, 0) })
    const send = (value: number) => this.#feeder.feed({ ...sample, input: [value] })
    return html`
      <div class="own-x number-entry">
        <label for="regression-x">${name}</label>
        ${this.#entries.number({ key: 'x', id: 'regression-x', name, value: x, isLive: true, write: plainly, send })}
        ${
          this.session.state.view.own
            ? html`<button type="button" class="quiet" @click=${() => setView(this.session, { own: null })}>${text(
                'backToRow',
                {
                  row: this.session.state.view.row + 1,
                },
              )}</button>`
            : nothing
        }
      </div>
      ${this.#entries.sentences.map((sentence) => html`<p class="refusal" role="alert">${sentence}</p>`)}`
  }

  /** Log-odds and probability of what is on the network, in numbers. */
  #arithmetic(data: DataInfo, { layers: [layer] }: Frame) {
    const write = numberOf(this.session)
    const [slope, intercept, x, z, a] = [
      this.#value('weight', 0),
      this.#value('bias'),
      this.#value('input'),
      this.#value('sum'),
      this.#value('activation'),
    ]
    const halfway = halfwayOf(data, layer)
    const number = (name: string, value: number, kind = '') =>
      html`<span class=${kind} data-value=${name}>${write(value)}</span>`
    return html`
      <div class="arithmetic">
        <h2>${text('equation', { sample: this.#sampleName })}</h2>
        ${this.#seenSentence(data, x)}
        <p>${text(this.#isLogistic ? 'z' : data.targetScale ? 'zSeen' : 'zLinear')} = B0 + B1 · x
          = ${number('B0', intercept, signOf(intercept))} + ${number('B1', slope, signOf(slope))} · ${number('x', x, 'of-input')}
          = ${number('z', z, 'strong')}</p>
        ${
          this.#isLogistic
            ? html`
          ${this.#probability()}
          <p>${text(data.inputScale ? 'halfSeen' : 'half', { feature: featureName(data, 0), value: write(halfway) })}</p>`
            : data.targetScale
              ? html`<p>${text('zLinear')} = ${number('p', inTargetUnit(data, a), 'strong of-output')}
            ${data.targetUnit}</p>`
              : nothing
        }
      </div>`
  }

  /** Where the network does not see the input as it is. */
  #seenSentence(data: DataInfo, x: number) {
    const { inputScale } = data
    const value = this.session.state.view.own?.input[0] ?? data.train.X.data[this.session.state.view.row]
    const write = numberOf(this.session)
    if (!inputScale) return nothing
    return html`<p>${text('standardisedOne', {
      feature: featureName(data, 0),
      mean: write(inputScale.mean[0]),
      deviation: write(inputScale.deviation[0]),
    })} ${text('seen', { name: featureName(data, 0), value: write(value), seen: write(x) })}</p>`
  }

  get #sampleName() {
    const { own, row } = this.session.state.view
    return own ? text('own') : text('row', { row: row + 1 })
  }

  /** What the betas say in the data's own units. */
  #units(data: DataInfo, { layers: [layer] }: Frame) {
    const write = numberOf(this.session)
    const betas = betasOf(data, layer)
    return html`
      <p class="reading">${largestSentence(this.session, data, betas)}</p>
      ${
        data.inputScale
          ? html`<p class="hint">${text('ownUnits', {
              slope: write(betas[0].perUnit),
              feature: featureName(data, 0),
              intercept: write(interceptOf(data, layer)),
            })}</p>`
          : nothing
      }`
  }

  #several(data: DataInfo, { layers: [layer] }: Frame) {
    const write = numberOf(this.session)
    const betas = betasOf(data, layer)
    const { targetScale } = data
    return html`
      <p class="reading">${largestSentence(this.session, data, betas)}</p>
      ${this.#table.template(data, betas, this.#numbers, { isLogistic: this.#isLogistic, sample: this.#sampleName })}
      <p class="hint">${data.inputScale ? marked(text('standardised')) : nothing}
        ${targetScale ? text('targetStandardised', { deviation: write(targetScale.deviation[0]), name: targetName(data) }) : nothing}</p>
      ${this.#outcome(data)}
      ${this.#rounded(data.featureNames.length)}`
  }

  /** @param count of inputs whose terms are shown */
  #rounded(count: number) {
    const numbers = this.#numbers
    if (!numbers) return nothing
    const at = { layer: 0, unit: 0, row: 0 }
    const terms = Array.from({ length: count }, (_, from) => ({
      ...numbers,
      name: 'signal' as const,
      at: { ...at, from },
    }))
    return roundedNote({ ...numbers, name: 'sum', at }, { ...numbers, name: 'activation', at }, ...terms)
  }

  /** What the sum amounts to. */
  #outcome(data: DataInfo) {
    if (!this.#isLogistic && !data.targetScale) return nothing
    return html`
      <div class="arithmetic">
        ${
          this.#isLogistic
            ? this.#probability()
            : html`<p>${targetName(data)} = ${this.#result(inTargetUnit(data, this.#value('activation')))}</p>`
        }
      </div>`
  }

  /** The activation with its numbers. */
  #probability() {
    const numbers = this.#numbers
    const p = this.#value('activation')
    return html`<p>${text('p')}${
      numbers ? numbersTemplate({ ...numbers, name: 'activation', at: { layer: 0, unit: 0, row: 0 } }) : nothing
    } = ${this.#result(p)}</p>`
  }

  #result = (value: number) =>
    html`<span class="strong of-output" data-value="p">${numberOf(this.session)(value)}</span>`
}

/** Without idle digits. */
const plainly = (value: number) => String(Number(value.toPrecision(12)))

const signOf = (value: number) => (value < 0 ? 'negative' : 'positive')
