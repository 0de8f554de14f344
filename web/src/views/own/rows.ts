import { html, nothing, type PropertyValues } from 'lit'
import {
  aboutOf,
  columnsOf,
  type FlatTable,
  givenColumns,
  type HandTable,
  levelsOf,
  type Missing,
} from '../../data/hand.ts'
import { rowAt } from '../../network/rows.ts'
import type { Change } from '../../session/announcer.ts'
import { formatCount } from '../../text/numbers.ts'
import { texts } from '../../text/text.ts'
import { presses, signButton } from '../parts/buttons.ts'
import { valueIn } from '../parts/control.ts'
import { Entries } from '../parts/fields/entries.ts'
import fieldCss from '../parts/fields/field.css'
import { switchField } from '../parts/fields/field.ts'
import { optionList } from '../parts/fields/options.ts'
import { keepFocus } from '../parts/keep-focus.ts'
import { nextTask } from '../parts/next-task.ts'
import { firstOf, pager } from '../parts/pager.ts'
import { noticeWords } from '../parts/refusal/words.ts'
import { SessionElement } from '../parts/session-element.ts'
import { scrolls } from '../parts/tables/scrolls.ts'
import css from './own.css'
import { cellsOf, withCells } from './pasted-cells.ts'
import { sentences } from './sentences.ts'
import {
  areNumbers,
  mostLevels,
  type Role,
  roleOf,
  type Side,
  valuesIn,
  withCell,
  withColumn,
  withKind,
  withMissing,
  withName,
  withoutColumn,
  withoutRow,
  withRole,
  withRows,
} from './table-edits.ts'

const text = texts(sentences)

/** What is shown of a table at a time. */
const rowsShown = 20
const columnsShown = 8

const roleClasses: Record<Role, string> = { inputs: 'of-input', outputs: 'of-output', ignored: '' }

/** A column as its head shows it. */
interface Head {
  name: string
  /** Where it stands in the rows. */
  at: number
  role: Role
  levels: string[]
}

/** The rows of a table of one's own: any cell can be edited, and what each column is taken for. */
export class OwnRows extends SessionElement {
  static override room = 'own-data'
  static override sheets = [fieldCss, css]
  #entries!: Entries
  /** Edits under way: each starts from the table that the one before it left. */
  #edits: Promise<unknown> = Promise.resolve()
  #row = 0
  #column = 0

  protected override begin() {
    if (this.#entries?.session !== this.session) this.#entries = new Entries(this.session, () => this.requestUpdate())
  }

  protected override heed(changes: ReadonlySet<Change>) {
    return changes.has('state') || changes.has('data') || changes.has('notice')
  }

  protected override update(changed: PropertyValues) {
    keepFocus(this, () => super.update(changed), '.hand-tools button')
  }

  protected override render() {
    const { name, table } = this.session.state.data
    if (name !== 'hand' || !table) return nothing
    const [rows, columns] = this.session.rows.get(table.rows).shape
    this.#row = firstOf({ first: this.#row, count: rows, length: rowsShown })
    this.#column = firstOf({ first: this.#column, count: columns, length: columnsShown })
    return html`
      <div class="hand">
        <h2>${text('hand')}</h2>
        <p class="hint">${text('handAbout')} ${this.#remains(rows)}</p>
        ${this.#pagers(rows, columns)}
        <div class="table-box" ${scrolls(text('hand'))}>${this.#table(table)}</div>
        ${this.#tools(rows)}
        ${this.#targetSwitch()}
        ${this.#refusal()}
        <div role="status">${this.#entries.sentences.map((sentence) => html`<p class="refusal">${sentence}</p>`)}</div>
      </div>`
  }

  /** How many rows are in use, and what is done about what is missing. */
  #remains(rows: number) {
    const { data } = this.session
    if (!data) return nothing
    const filled = data.columns.filter(({ isUsed, empty }) => isUsed && empty > 0)
    return [
      data.dropped ? text('remain_other', { count: data.dropped, left: formatCount(rows - data.dropped) }) : '',
      ...filled.map(({ name, kind, empty, missing }) =>
        text(kind === 'category' ? 'asLevel_other' : missing === 'mean' ? 'asMean_other' : 'asColumn_other', {
          count: empty,
          name,
        }),
      ),
    ].join(' ')
  }

  #pagers(rows: number, columns: number) {
    const turn = (change: () => void) => {
      this.#entries.forget()
      change()
      this.requestUpdate()
    }
    const pages = (first: number, count: number, length: number, labels: { earlier: string; later: string }) =>
      count > length
        ? pager({ first, count, length }, labels, (to) =>
            turn(() => {
              if (length === rowsShown) this.#row = to
              else this.#column = to
            }),
          )
        : nothing
    return html`<div class="pane-tools">
      ${pages(this.#row, rows, rowsShown, { earlier: text('earlierRows'), later: text('laterRows') })}
      ${pages(this.#column, columns, columnsShown, { earlier: text('earlierColumns'), later: text('laterColumns') })}
    </div>`
  }

  #table(table: HandTable) {
    const flat = this.session.rows.get(table.rows)
    const names = columnsOf(table)
    const heads = names.slice(this.#column, this.#column + columnsShown).map(
      (name, c): Head => ({
        name,
        at: this.#column + c,
        role: roleOf(table, name),
        levels: levelsOf(table, name),
      }),
    )
    const count = Math.min(rowsShown, flat.shape[0] - this.#row)
    return html`
      <table class="numbers hand-rows">
        <caption class="spoken">${text('hand')}</caption>
        <thead><tr>
          <th scope="col">${text('sample')}</th>${heads.map((head) => this.#head(table, head))}<td></td>
        </tr></thead>
        <tbody>${Array.from({ length: count }, (_, r) => this.#row + r).map(
          (r) => html`
          <tr>
            <th scope="row">${r + 1}</th>
            ${heads.map((head) => html`<td>${this.#cell(head, r, rowAt(flat, r)[head.at])}</td>`)}
            <td>${signButton(
              '×',
              text('removeRow', { row: r + 1 }),
              () => this.#reshape((table) => withoutRow(table, r)),
              flat.shape[0] === 1,
            )}</td>
          </tr>`,
        )}</tbody>
      </table>`
  }

  #cell({ name, at, levels }: Head, r: number, value: number) {
    const label = text('cell', { name, row: r + 1 })
    const send = (cell: number) => this.#edit((table) => withCell(table, r, at, cell))
    if (levels.length === 0)
      return this.#entries.number({
        key: `cell-${r}-${at}`,
        value,
        name: label,
        isOptional: true,
        write: (number) => (Number.isNaN(number) ? '' : String(number)),
        paste: (pasted) => this.#paste(r, at, pasted),
        send,
      })
    const options = [{ name: '', label: '' }, ...levels.map((level, index) => ({ name: String(index), label: level }))]
    const choose = (event: Event) => send(valueIn(event) === '' ? NaN : Number(valueIn(event)))
    return html`<select aria-label=${label} @change=${choose}>${optionList(options, Number.isNaN(value) ? '' : String(value))}</select>`
  }

  #head(table: HandTable, head: Head) {
    const { name, at, role } = head
    const kept = role === 'ignored' ? 2 : table[role].length
    return html`
      <th scope="col" class=${roleClasses[role]}><div class="column-name">
        ${this.#entries.words({
          key: `name-${at}`,
          value: name,
          label: text(role === 'outputs' ? 'outputName' : role === 'inputs' ? 'inputName' : 'ignoredName', {
            number: role === 'outputs' ? at - table.inputs.length + 1 : at + 1,
          }),
          send: (typed) => this.#edit((now) => withName(now, name, typed)),
        })}
        ${signButton('×', text('removeColumn', { name }), () => this.#reshape((now) => withoutColumn(now, name)), kept === 1)}
      </div>${this.#kind(table, head)}</th>`
  }

  /** What a column is taken for. */
  #kind(table: HandTable, { name, role, levels }: Head) {
    const menu = (label: string, options: [string, string][], value: string, send: (chosen: string) => unknown) => html`
      <select aria-label=${label} title=${label} @change=${(event: Event) => send(valueIn(event))}>${optionList(
        options.map(([name, label]) => ({ name, label })),
        value,
      )}</select>`
    const unit = aboutOf(table, name).unit
    const isSole = role !== 'ignored' && table[role].length === 1
    const missing = aboutOf(table, name).missing ?? 'drop'
    const ways: Missing[] = levels.length ? ['drop', 'column'] : ['drop', 'mean', 'column']
    return html`<div class="column-kind">
      ${unit ? html`<small>${unit}</small>` : nothing}
      ${
        isSole
          ? html`<small>${text(role)}</small>`
          : menu(
              text('roleOf', { name }),
              (['inputs', 'outputs', 'ignored'] as const).map((one) => [one, text(one)]),
              role,
              (chosen) => this.#reshape((now) => withRole(now, name, chosen as Role)),
            )
      }
      ${
        this.#canTurn(table, name, levels)
          ? menu(
              text('kindOf', { name }),
              [
                ['number', text('number')],
                ['category', text('category')],
              ],
              levels.length ? 'category' : 'number',
              (chosen) => this.#reshape((now) => withKind(now, name, chosen === 'category')),
            )
          : html`<small>${levels.length ? text('levels_other', { count: levels.length }) : text('number')}</small>`
      }
      ${
        role === 'inputs' && this.#hasGaps(table, name)
          ? menu(
              text('missingOf', { name }),
              ways.map((way) => [way, text(way)]),
              missing,
              (chosen) => this.#reshape((now) => withMissing(now, name, chosen as Missing)),
            )
          : nothing
      }</div>`
  }

  #hasGaps(table: HandTable, name: string) {
    const at = columnsOf(table).indexOf(name)
    const {
      data,
      shape: [count, columns],
    } = this.session.rows.get(table.rows)
    for (let row = 0; row < count; row++) if (Number.isNaN(data[row * columns + at])) return true
    return false
  }

  /** Whether it can be numbers as well as classes. */
  #canTurn(table: HandTable, name: string, levels: string[]) {
    if (levels.length) return areNumbers(levels)
    const at = columnsOf(table).indexOf(name)
    const { size } = valuesIn(this.session.rows.get(table.rows), at)
    return size > 1 && size <= mostLevels
  }

  #tools(rows: number) {
    const { maximum } = this.session.catalog.limits.samples
    const more = (side: Side) =>
      this.#reshape((table) =>
        withColumn(table, side, (number) => text(side === 'inputs' ? 'newInput' : 'newOutput', { number })),
      )
    const button = (label: string, press: () => unknown, isFull = false) => html`
      <button type="button" class="quiet" ${presses(press, isFull)}>${label}</button>`
    return html`
      <div class="pane-tools hand-tools">
        ${button(
          text('addRow'),
          () => {
            this.#row = rows
            return this.#edit((table) => withRows(table, rows + 1))
          },
          rows >= maximum,
        )}
        ${button(text('addInput'), () => more('inputs'))}
        ${button(text('addOutput'), () => more('outputs'))}
      </div>`
  }

  /** Amounts are learnt better where they are about as large as 1. */
  #targetSwitch() {
    const { data, state } = this.session
    if (data?.task !== 'regression' || !state.data.standardize) return nothing
    return switchField(this.session, {
      path: 'data.standardizeTargets',
      label: text('standardizeTargets'),
      value: state.data.standardizeTargets ?? false,
    })
  }

  /** What the session refuses and no field has said. */
  #refusal() {
    const { notice } = this.session
    if (notice?.kind !== 'error' || !notice.where.startsWith('data.table')) return nothing
    const words = noticeWords(this.session, notice)
    return this.#entries.sentences.includes(words) ? nothing : html`<p class="refusal">${words}</p>`
  }

  /** Several cells, pasted from one on: all of them, or none and a sentence. */
  #paste(row: number, column: number, pasted: DataTransfer) {
    const { state, catalog } = this.session
    const cells = cellsOf(pasted.getData('text'), /<t[dh]\b/i.test(pasted.getData('text/html')))
    if (!state.data.table || (cells?.length === 1 && cells[0].length === 1)) return false
    const table = withCells(
      this.#given(state.data.table),
      { row, column, mostRows: catalog.limits.samples.maximum },
      cells,
    )
    if (typeof table === 'string') return table
    this.#reshape(() => table)
    return true
  }

  /** The table with its rows. */
  #given({ rows, ...columns }: HandTable): FlatTable {
    return { ...givenColumns(columns), rows: this.session.rows.get(rows) }
  }

  /** Other cells: what was typed in them is of no cell any more. */
  #reshape(change: (table: FlatTable) => FlatTable) {
    this.#entries.forget()
    return this.#edit(change)
  }

  #edit(change: (table: FlatTable) => FlatTable): Promise<unknown> {
    this.#edits = this.#edits.then(async () => {
      await nextTask() // what was typed is seen before a large table is taken
      const { table } = this.session.state.data
      return table && this.session.run({ do: 'set', changes: { 'data.table': change(this.#given(table)) } })
    })
    return this.#edits
  }
}
