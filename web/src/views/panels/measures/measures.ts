import { html, nothing } from 'lit'
import type { DataInfo } from '../../../data/prepare.ts'
import { type Measures, measures } from '../../../measures/measures.ts'
import { rowAt, type SetName } from '../../../network/rows.ts'
import type { Change } from '../../../session/announcer.ts'
import type { Frame } from '../../../session/frame.ts'
import { formatCount } from '../../../text/numbers.ts'
import { outputsAreShares } from '../../parts/chosen.ts'
import { Fetched } from '../../parts/fetched.ts'
import { numberOf } from '../../parts/number.ts'
import { defineView, SessionElement } from '../../parts/session-element.ts'
import { menu, setOptions } from '../../parts/tables/tools.ts'
import { marked } from '../../parts/term/marked.ts'
import { throttle } from '../../parts/throttle.ts'
import { Bitmap } from '../../plot/canvas.ts'
import { imageScale, inkTable } from '../../plot/ink.ts'
import { Palette } from '../../plot/palette.ts'
import { amountsMeaning, residualTemplate, worstTemplate } from './amounts.ts'
import { cellTemplate, matrixTemplate, scoresTemplate, thresholdMeaning } from './classes.ts'
import { type Chosen, type MeasuresContext, setName, share, text } from './context.ts'
import css from './measures.css'
import { type AmountNumbers, amountNumbers, type ClassNumbers, classNumbers, sets } from './numbers.ts'
import { calibrationPlot, rocPlot } from './plots.ts'
import { amountSummary, classSummary } from './summary.ts'
import './terms.ts'

type BySet<Numbers> = Partial<Record<SetName, Numbers>>

/** How good the predictions are on the training set and on the test set, and what each measure means. */
class MeasuresPanel extends SessionElement {
  static override sheets = [css]
  static override room = 'measures'
  #palette!: Palette
  readonly #measures = new Fetched(
    () => measures(),
    () => this.requestUpdate(),
  )
  #chosen: Chosen = { set: 'test', threshold: 0.5, cell: null, first: 0, output: 0 }
  #isDue = throttle(400)

  protected override begin() {
    this.#palette = this.own(new Palette(this, () => this.requestUpdate()))
    this.#measures.ask()
  }

  protected override heed(changes: ReadonlySet<Change>) {
    if (changes.has('data')) this.#chosen = { ...this.#chosen, cell: null, first: 0, output: 0, threshold: 0.5 }
    return this.#isDue(changes.has('data') || changes.has('state') || !this.session.isRunning)
  }

  protected override render() {
    const { data, frame } = this.session
    if (!data || !frame) return nothing
    const { found, failure } = this.#measures
    if (!found) return failure === nothing ? html`<p class="hint">${text('loading')}</p>` : failure
    const context = this.#contextOf(found, data, frame)
    if (!context) return html`<p class="hint">${text('waiting')}</p>`
    return html`${this.#tools(context)}${data.task === 'regression' ? amountsTemplate(context) : classesTemplate(context)}`
  }

  /** @returns null before the first predictions for this data */
  #contextOf(found: Measures, data: DataInfo, { predictions }: Frame): MeasuresContext | null {
    if (!predictions) return null
    const filled = sets.filter((set) => data[set].X.shape[0] > 0)
    const chosen = { ...this.#chosen, set: filled.includes(this.#chosen.set) ? this.#chosen.set : 'train' }
    return {
      session: this.session,
      data,
      measures: found,
      outputs: predictions,
      sets: filled,
      chosen,
      choose: (change) => {
        this.#chosen = { ...this.#chosen, ...change }
        this.requestUpdate()
      },
      write: numberOf(this.session),
    }
  }

  #tools({ sets: filled, chosen, choose, data }: MeasuresContext) {
    const outputs = data.outputNames.map((label, k) => ({ name: String(k), label }))
    return html`
      <div class="pane-tools">
        ${
          filled.length > 1
            ? menu(text('set'), chosen.set, setOptions(), (set) => choose({ set: set as SetName, first: 0 }))
            : html`<p class="hint">${text('noTest')}</p>`
        }
        ${
          data.task === 'regression' && outputs.length > 1
            ? menu(text('output'), String(chosen.output), outputs, (output) => choose({ output: Number(output) }))
            : nothing
        }
      </div>`
  }

  protected override updated() {
    const { data } = this.session
    if (!data?.imageSide) return
    const [table, scale] = [inkTable(this.#palette), imageScale(data)]
    const { X } = data[data.test.X.shape[0] ? this.#chosen.set : 'train']
    for (const canvas of this.querySelectorAll<HTMLCanvasElement>('.row-image'))
      new Bitmap(canvas).paint(rowAt(X, Number(canvas.dataset.row)), data.imageSide, table, scale)
  }
}

/** The numbers of each set that has rows. */
const bySet = <Numbers>({ sets: filled }: MeasuresContext, of: (set: SetName) => Numbers): BySet<Numbers> =>
  Object.fromEntries(filled.map((set) => [set, of(set)]))

function amountsTemplate(context: MeasuresContext) {
  const { data, measures: found, outputs, chosen } = context
  const numbers = bySet<AmountNumbers>(context, (set) => amountNumbers(found, data, set, outputs[set], chosen.output))
  const shown = numbers[chosen.set]
  return html`
    ${amountsMeaning(context, numbers)}
    ${amountSummary(context, numbers)}
    <section>${residualTemplate(context, numbers)}</section>
    <section>${shown ? worstTemplate(context, shown) : nothing}</section>`
}

function classesTemplate(context: MeasuresContext) {
  const { session, data, measures: found, outputs, chosen } = context
  const threshold = data.task === 'binary' ? chosen.threshold : 0.5
  const told = { threshold, areShares: outputsAreShares(session) }
  const numbers = bySet<ClassNumbers>(context, (set) => classNumbers(found, data, set, outputs[set], told))
  const shown = numbers[chosen.set]
  if (!shown) return nothing
  return html`
    ${classesMeaning(context, numbers, shown)}
    ${classSummary(context, numbers)}
    <section>${matrixTemplate(context, shown)}${thresholdMeaning(context, shown)}${cellTemplate(context, shown)}</section>
    <section>${scoresTemplate(context, shown)}</section>
    <div class="measures-pair">
      ${data.task === 'binary' ? rocTemplate(context, numbers, shown) : nothing}
      ${calibrationTemplate(context, numbers, shown)}
    </div>`
}

function classesMeaning({ data, chosen }: MeasuresContext, { train, test }: BySet<ClassNumbers>, shown: ClassNumbers) {
  const rows = shown.actual.length
  const most = shown.scores.reduce((best, { rows: count }, k) => (count > shown.scores[best].rows ? k : best), 0)
  const right = shown.confusion.reduce((sum, row, k) => sum + row[k], 0)
  const words = {
    right: formatCount(right),
    rows,
    set: setName(chosen.set),
    common: data.classes[most],
    usual: share(shown.scores[most].rows / rows),
  }
  return html`<p>${text('classesMeaning', words)} ${
    train && test
      ? text('classesTest', { test: share(test.macro.accuracy), train: share(train.macro.accuracy) })
      : nothing
  }</p>`
}

function rocTemplate({ data, chosen, write }: MeasuresContext, numbers: BySet<ClassNumbers>, { roc }: ClassNumbers) {
  const area = (set: SetName) => write(numbers[set]?.roc?.area ?? NaN)
  const words = {
    positive: data.classes[1],
    negative: data.classes[0],
    area: share(roc?.area ?? NaN),
    set: setName(chosen.set),
  }
  return html`
    <section><h2>${marked(text('rocTitle'))}</h2>
      ${rocPlot(data, numbers, chosen.set, text('rocLabel', { train: area('train'), test: area('test') }))}
      <p class="hint">${text('legend', { train: setName('train'), test: setName('test') })}</p>
      <p>${Number.isNaN(roc?.area ?? NaN) ? text('rocNone') : text('rocMeaning', words)}</p></section>`
}

function calibrationTemplate({ chosen }: MeasuresContext, numbers: BySet<ClassNumbers>, { calibration }: ClassNumbers) {
  const error = (set: SetName) => share(numbers[set]?.calibration?.error ?? NaN)
  const label = text('calibrationLabel', { train: error('train'), test: error('test') })
  return html`
    <section><h2>${marked(text('calibrationTitle'))}</h2>
      ${
        calibration
          ? html`${calibrationPlot(numbers, chosen.set, label)}
      <p class="hint">${text('bins')} ${text('legend', { train: setName('train'), test: setName('test') })}</p>
      <p>${text('calibrationMeaning', { error: error(chosen.set), set: setName(chosen.set) })}</p>`
          : html`<p>${text('calibrationNone')}</p>`
      }</section>`
}

defineView('glassbox-measures', MeasuresPanel)

export const panel = html`<glassbox-measures></glassbox-measures>`
