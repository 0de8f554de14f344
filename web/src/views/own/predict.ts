import { dequal as isEqual } from 'dequal/lite'
import { html, nothing } from 'lit'
import type { DataInfo } from '../../data/prepare.ts'
import { measures } from '../../measures/measures.ts'
import { rowAt, type SetName } from '../../network/rows.ts'
import { inTargetUnit } from '../../network/units.ts'
import { classOf, shareOf } from '../../network/verdict.ts'
import type { Change } from '../../session/announcer.ts'
import type { Revision } from '../../session/protocol.ts'
import { csvOf } from '../../text/csv.ts'
import { formatNumber, formatShare } from '../../text/numbers.ts'
import { texts } from '../../text/text.ts'
import { outputsAreShares } from '../parts/chosen.ts'
import { valueIn } from '../parts/control.ts'
import { EngineQuery } from '../parts/engine-query.ts'
import { Fetched } from '../parts/fetched.ts'
import { Entries } from '../parts/fields/entries.ts'
import { optionList } from '../parts/fields/options.ts'
import { Latest } from '../parts/latest.ts'
import { maySave, save } from '../parts/save.ts'
import { SessionElement } from '../parts/session-element.ts'
import { scrolls } from '../parts/tables/scrolls.ts'
import { type Cell, decoded, encoded, type FormColumn, formColumns, rangeOf } from './encode.ts'
import { type NewRows, newRows } from './new-rows.ts'
import css from './own.css'
import { sentences } from './sentences.ts'

const text = texts(sentences)

/** Fields shown; and rows of those that were pasted. */
const mostFields = 40
const mostShown = 10
/** Rows asked of the engine at a time. */
const atATime = 2000

/** Pasted rows with what the network made of them, and which network that was. */
type Predicted = NewRows & { outputs: number[][]; pasted: string; of: Revision }

/** A form of the features in the units of the data, what the network makes of it, and a column of predictions. */
export class PredictForm extends SessionElement {
  static override room = 'own-data'
  static override sheets = [css]
  #entries!: Entries
  #answer!: EngineQuery<'activations'>
  /** As typed, of the data that it was typed for. */
  #cells: { of: unknown; cells: Cell[] } = { of: null, cells: [] }
  /** What says how far it is off. */
  readonly #measures = new Fetched(
    () => measures(),
    () => this.requestUpdate(),
  )
  /** What tells pasted rows apart. */
  readonly #lines = new Fetched(
    () => import('../../data/reading/lines.ts'),
    () => this.requestUpdate(),
  )
  #pasted = ''
  #rows: Predicted | null = null
  readonly #again = new Latest<string>((pasted) => this.#predictRows(pasted))

  protected override begin() {
    const redraw = () => this.requestUpdate()
    if (this.#entries?.session !== this.session) this.#entries = new Entries(this.session, redraw)
    this.#answer = this.own(new EngineQuery(this.session, 'activations', redraw))
    this.#measures.ask()
    this.#ask()
  }

  protected override heed(changes: ReadonlySet<Change>) {
    if (changes.has('data') || changes.has('frame') || changes.has('state')) this.#ask()
    this.#keepUp()
    return changes.has('data') || changes.has('state') || (this.#rows !== null && changes.has('running'))
  }

  /** Whether the network is another than the one that predicted the pasted rows. */
  get #isStale() {
    return this.#rows !== null && !isEqual(this.#rows.of, this.session.revision)
  }

  /** Predicts the pasted rows anew once the network rests; until then they are marked. */
  #keepUp() {
    if (!this.#rows || !this.#isStale) return
    this.requestUpdate()
    if (!this.session.isRunning) this.#again.want(this.#rows.pasted)
  }

  #cellsFor(data: DataInfo, columns: FormColumn[]) {
    const of = [data.name, data.targetName, ...columns.map(({ name, levels }) => [name, levels])]
    if (!isEqual(this.#cells.of, of)) {
      this.#cells = { of, cells: decoded(data, columns, 0) }
      this.#entries.forget()
      this.#rows = null
    }
    return this.#cells.cells
  }

  #ask() {
    const { data } = this.session
    if (!data || data.imageSide) return
    const columns = formColumns(data)
    const inputs = encoded(columns, this.#cellsFor(data, columns))
    this.#answer.ask(inputs && { X: [inputs] })
  }

  protected override render() {
    const { data } = this.session
    if (!data || data.imageSide) return nothing
    const columns = formColumns(data)
    const cells = this.#cellsFor(data, columns)
    const outputs = this.#answer.found?.answer.at(-1)?.[0]
    return html`
      <section class="predict" aria-label=${text('predict')}>
        <h2>${text('predict')}</h2>
        <p class="hint">${text('predictAbout')}</p>
        <ul class="predict-fields">${columns.slice(0, mostFields).map((column, at) => this.#field(data, columns, cells, column, at))}</ul>
        ${columns.length > mostFields ? html`<p class="hint">${text('moreFields_other', { count: columns.length - mostFields })}</p>` : nothing}
        <div role="status" class="prediction">${outputs?.length === data.outputNames.length ? this.#words(data, outputs) : nothing}</div>
        ${data.task === 'regression' ? this.#measures.failure : nothing}
        <div role="alert">${this.#entries.sentences.map((sentence) => html`<p class="refusal">${sentence}</p>`)}</div>
        ${this.#newRows(data, columns)}
      </section>`
  }

  #field(data: DataInfo, columns: FormColumn[], cells: Cell[], column: FormColumn, at: number) {
    const { name, unit, levels, missing } = column
    const put = (cell: Cell) => {
      this.#cells = { ...this.#cells, cells: this.#cells.cells.with(at, cell) }
      this.#ask()
      this.requestUpdate()
    }
    const label = unit ? `${name} (${unit})` : name
    if (levels.length) {
      const gap = missing === 'column' ? [{ name: '', label: text('unknown') }] : []
      const options = [...gap, ...levels.map((level, index) => ({ name: String(index), label: level }))]
      return html`<li><label for="predict-${at}">${label}</label> <select id="predict-${at}" @change=${(event: Event) =>
        put(
          valueIn(event) === '' ? null : Number(valueIn(event)),
        )}>${optionList(options, cells[at] === null ? '' : String(cells[at]))}</select></li>`
    }
    const [low, high] = rangeOf(data, columns, at) ?? [0, 0]
    return html`<li><label for="predict-${at}">${label}</label>
      ${this.#entries.number({
        key: `predict-${at}`,
        id: `predict-${at}`,
        name: label,
        about: `predict-range-${at}`,
        value: cells[at] ?? NaN,
        isLive: true,
        isOptional: missing !== 'drop',
        write: (number) => (Number.isNaN(number) ? '' : String(number)),
        send: (value) => put(Number.isNaN(value) ? null : value),
      })}
      <small id="predict-range-${at}">${this.#rangeWords(cells[at], low, high, missing !== 'drop')}</small></li>`
  }

  #rangeWords(cell: Cell, low: number, high: number, isOptional: boolean) {
    const range = text(isOptional ? 'rangeOrNot' : 'range', { low: formatNumber(low), high: formatNumber(high) })
    return cell !== null && (cell < low || cell > high) ? html`${range} <strong>${text('beyondRange')}</strong>` : range
  }

  /** The answer in the data's units, with how far it is to be trusted. */
  #words(data: DataInfo, outputs: ArrayLike<number>) {
    if (data.task === 'regression')
      return data.outputNames.map((name, k) => {
        const off = this.#typicalError(data, k)
        const unit = data.outputUnits[k]
        const withUnit = (value: number) => (unit ? `${formatNumber(value)} ${unit}` : formatNumber(value))
        return html`<p><strong>${text('amount', { name, value: withUnit(inTargetUnit(data, outputs[k], k)) })}</strong>
          ${off ? text(off.set === 'test' ? 'offTest_other' : 'offTrain_other', { off: withUnit(off.value), count: off.rows }) : nothing}</p>`
      })
    const predicted = classOf(data.task, outputs)
    const order = data.classes
      .map((_, k) => k)
      .sort((a, b) => shareOf(data.task, outputs, b) - shareOf(data.task, outputs, a))
    if (!outputsAreShares(this.session))
      return html`<p><strong>${data.classes[predicted]}</strong> ${text('noShares')}</p>`
    return html`<p><strong>${data.classes[predicted]}</strong>
      ${text(sureness(shareOf(data.task, outputs, predicted)), { share: formatShare(shareOf(data.task, outputs, predicted)) })}</p>
      <dl class="facts">${order
        .slice(0, mostShown)
        .map(
          (k) => html`<div><dt>${data.classes[k]}</dt><dd>${formatShare(shareOf(data.task, outputs, k))}</dd></div>`,
        )}</dl>`
  }

  /** By how much the answers are off on rows that it has not learnt from, on average; null = not known. */
  #typicalError(data: DataInfo, k: number): { value: number; rows: number; set: SetName } | null {
    const set: SetName = data.test.Y.shape[0] ? 'test' : 'train'
    const answers = this.session.frame?.predictions?.[set]
    const { Y } = data[set]
    const [rows, columns] = Y.shape
    const { found: measures } = this.#measures
    if (!measures || !answers || answers.length !== rows * columns) return null
    const actual = Array.from({ length: rows }, (_, row) => rowAt(Y, row)[k])
    const predicted = actual.map((_, row) => inTargetUnit(data, answers[row * columns + k], k))
    return { value: measures.fit(actual, predicted).meanAbsolute, rows, set }
  }

  #newRows(data: DataInfo, columns: FormColumn[]) {
    const rows = this.#rows
    return html`
      <details class="new-rows"><summary>${text('newRows')}</summary>
        <p class="hint">${text('newRowsAbout', { names: columns.map(({ name }) => name).join(', ') })}</p>
        <textarea rows="5" spellcheck="false" aria-label=${text('newRows')} .value=${this.#pasted}
          @input=${({ currentTarget }: Event) => {
            if (currentTarget instanceof HTMLTextAreaElement) this.#pasted = currentTarget.value
          }}></textarea>
        <button type="button" class="quiet" @click=${() => this.#again.want(this.#pasted)}>${text('predictRows')}</button>
        ${this.#lines.failure}
        <div role="status">${rows?.mistakes.map((sentence) => html`<p class="refusal">${sentence}</p>`)}
          ${rows?.outputs.length ? html`<p>${text('predictedRows_other', { count: rows.outputs.length })}</p>` : nothing}
          ${rows?.outputs.length && this.#isStale ? html`<p class="hint">${text('stale')}</p>` : nothing}</div>
        ${rows?.outputs.length ? this.#predicted(data, rows) : nothing}
      </details>`
  }

  async #predictRows(pasted: string) {
    const { data, revision, catalog } = this.session
    if (!data) return
    const found = await this.#lines.ask()
    if (!found) return
    const lines = found.linesIn(pasted)
    const read = lines
      ? newRows(lines, formColumns(data), catalog.limits.samples.maximum)
      : { lines: [], inputs: [], mistakes: [text('notLines')] }
    const outputs: number[][] = []
    for (let at = 0; at < read.inputs.length; at += atATime) {
      const X = read.inputs.slice(at, at + atATime)
      const answer = await this.session.ask('activations', { X }).catch(() => null)
      if (!answer) return
      outputs.push(...(answer.at(-1) ?? []))
    }
    if (this.session.data !== data) return
    this.#rows = { ...read, outputs, pasted, of: revision }
    this.requestUpdate()
    this.#keepUp()
  }

  /** The columns that are added to what was pasted. */
  #added(data: DataInfo, outputs: number[][]) {
    if (data.task === 'regression')
      return data.outputNames.map((name, k) => ({
        name: text('predictedColumn', { name: data.outputUnits[k] ? `${name} (${data.outputUnits[k]})` : name }),
        values: outputs.map((one) => inTargetUnit(data, one[k], k)),
      }))
    const classes = outputs.map((one) => data.classes[classOf(data.task, one)])
    const shares = data.classes.map((name, k) => ({
      name: text('shareColumn', { name }),
      values: outputs.map((one) => shareOf(data.task, one, k)),
    }))
    const name = text('predictedColumn', { name: data.targetName || text('class') })
    return [{ name, values: classes }, ...(outputsAreShares(this.session) ? shares : [])]
  }

  #predicted(data: DataInfo, { lines, outputs }: NewRows & { outputs: number[][] }) {
    const added = this.#added(data, outputs)
    const written = (value: string | number) => (typeof value === 'number' ? formatNumber(value) : value)
    const rows = lines.map(({ cells }, r) => [
      ...cells,
      ...added.map(({ name, values }) => (r === 0 ? name : values[r - 1])),
    ])
    const download = () =>
      save('predictions.csv', new Blob([`\ufeff${csvOf(rows)}`], { type: 'text/csv;charset=utf-8' }))
    return html`
      <div class="table-box" ${scrolls(text('predictions'))}>
        <table class="numbers">
          <caption class="spoken">${text('predictions')}</caption>
          <thead><tr>${rows[0].map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
          <tbody>${lines
            .slice(1, mostShown + 1)
            .map(
              ({ cells }, r) =>
                html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}${added.map(
                  ({ values }) => html`<td class="of-output">${written(values[r])}</td>`,
                )}</tr>`,
            )}</tbody>
        </table>
      </div>
      ${outputs.length > mostShown ? html`<p class="hint">${text('firstRows', { shown: mostShown })}</p>` : nothing}
      ${maySave() && !this.#isStale ? html`<button type="button" class="primary" @click=${download}>${text('download')}</button>` : nothing}`
  }
}

/** Which sentence says how sure a share is. */
const sureness = (share: number) => (share >= 0.9 ? 'sure' : share >= 0.6 ? 'fairlySure' : 'unsure')
