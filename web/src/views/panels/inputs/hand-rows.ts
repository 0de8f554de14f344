import { html, nothing } from 'lit'
import type { GivenTable, HandTable } from '../../../data/hand.ts'
import { rowAt, toRows } from '../../../network/rows.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { texts } from '../../../text/text.ts'
import { presses, signButton } from '../../parts/buttons.ts'
import type { Entries } from '../../parts/fields/entries.ts'
import { numberOf } from '../../parts/number.ts'
import { noticeWords } from '../../parts/refusal/words.ts'
import { scrolls } from '../../parts/tables/scrolls.ts'
import { cellsOf, withCells } from './pasted-cells.ts'
import { sentences } from './sentences.ts'
import { type Side, withColumn, withName, withoutColumn } from './table-edits.ts'

const text = texts(sentences)

/** Larger tables are shown in part, and not typed in here. */
const mostColumns = 12
const mostRows = 30

/** The rows of data that is entered by hand, as a table to type in. */
export class HandRows {
  session: SessionLike
  entries: Entries
  /** Edits under way: each starts from the table that the one before it left. */
  #edits: Promise<unknown> = Promise.resolve()

  constructor(session: SessionLike, entries: Entries) {
    this.session = session
    this.entries = entries
  }

  template() {
    const { name, table } = this.session.state.data
    if (name !== 'hand' || !table) return nothing
    const [rows, columns] = this.session.rows.get(table.rows).shape
    const isLarge = rows > mostRows || columns > mostColumns
    return html`
      <div class="hand">
        <h2>${text('hand')}</h2>
        <p class="hint">${isLarge ? text('handPart', { rows, columns }) : text('handAbout')}</p>
        <div class="table-box" ${scrolls(text('hand'))}>
          ${isLarge ? this.#part(table) : this.#whole(this.#given(table))}
        </div>
        ${isLarge ? nothing : this.#tools(rows, columns)}
        ${this.#refusal()}
      </div>`
  }

  /** The table with its rows. */
  #given({ rows, ...names }: HandTable): GivenTable {
    return { ...names, rows: toRows(this.session.rows.get(rows)) }
  }

  #part({ inputs, outputs, rows }: HandTable) {
    const write = numberOf(this.session)
    const flat = this.session.rows.get(rows)
    const shown = Array.from({ length: Math.min(mostRows, flat.shape[0]) }, (_, r) => rowAt(flat, r))
    const names = [...inputs, ...outputs].slice(0, mostColumns)
    return html`
      <table class="numbers">
        <caption class="spoken">${text('hand')}</caption>
        <thead><tr><th scope="col">${text('sample')}</th>${names.map(
          (name, c) => html`
          <th scope="col" class=${c < inputs.length ? 'of-input' : ''}>${name}</th>`,
        )}</tr></thead>
        <tbody>${shown.map(
          (row, r) => html`
          <tr><th scope="row">${r + 1}</th>${names.map((_, c) => html`<td>${write(row[c])}</td>`)}</tr>`,
        )}
        </tbody>
      </table>`
  }

  #whole(table: GivenTable) {
    const { inputs, outputs, rows } = table
    return html`
      <table class="numbers hand-rows">
        <caption class="spoken">${text('hand')}</caption>
        <thead><tr>
          <th scope="col">${text('sample')}</th>
          ${inputs.map((name, c) => this.#name(table, 'inputs', c, name))}
          ${outputs.map((name, c) => this.#name(table, 'outputs', c, name))}
          <td></td>
        </tr></thead>
        <tbody>${rows.map(
          (row, r) => html`
          <tr>
            <th scope="row">${r + 1}</th>
            ${row.map(
              (value, c) =>
                html`<td>${this.entries.number({
                  key: `cell-${r}-${c}`,
                  value: value as number,
                  name: text('cell', { name: [...inputs, ...outputs][c], row: r + 1 }),
                  paste: (pasted) => this.#paste(r, c, pasted),
                  send: (number) =>
                    this.#edit(({ rows, ...table }) => ({ ...table, rows: rows.with(r, rows[r].with(c, number)) })),
                })}</td>`,
            )}
            <td>${signButton(
              '×',
              text('removeRow', { row: r + 1 }),
              () => this.#reshape(({ rows, ...table }) => ({ ...table, rows: rows.toSpliced(r, 1) })),
              rows.length === 1,
            )}</td>
          </tr>`,
        )}</tbody>
      </table>`
  }

  #name(table: GivenTable, side: Side, c: number, name: string) {
    const label = text(side === 'inputs' ? 'inputName' : 'outputName', { number: c + 1 })
    return html`
      <th scope="col" class=${side === 'inputs' ? 'of-input' : 'of-output'}><div class="column-name">
        ${this.entries.words({ key: `${side}-${c}`, value: name, label, send: (typed) => this.#edit((table) => withName(table, side, c, typed)) })}
        ${signButton(
          '×',
          text('removeColumn', { name }),
          () => this.#reshape((table) => withoutColumn(table, side, c)),
          table[side].length === 1,
        )}
      </div></th>`
  }

  #tools(rows: number, columns: number) {
    const more = (side: Side) =>
      this.#reshape((table) =>
        withColumn(table, side, (number) => text(side === 'inputs' ? 'newInput' : 'newOutput', { number })),
      )
    const button = (label: string, press: () => unknown, isFull: boolean) => html`
      <button type="button" class="quiet" ${presses(press, isFull)}>${label}</button>`
    return html`
      <div class="pane-tools hand-tools">
        ${button(
          text('addRow'),
          () => this.#edit(({ rows, ...table }) => ({ ...table, rows: [...rows, rows[rows.length - 1].slice()] })),
          rows >= mostRows,
        )}
        ${button(text('addInput'), () => more('inputs'), columns >= mostColumns)}
        ${button(text('addOutput'), () => more('outputs'), columns >= mostColumns)}
      </div>`
  }

  /** What the session refuses and no field has said. */
  #refusal() {
    const { notice } = this.session
    if (notice?.kind !== 'error' || !notice.where.startsWith('data.table')) return nothing
    const words = noticeWords(this.session, notice)
    return this.entries.sentences.includes(words) ? nothing : html`<p class="refusal">${words}</p>`
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

  /** Other cells: what was typed in them is of no cell any more. */
  #reshape(change: (table: GivenTable) => GivenTable) {
    this.entries.forget('cell-')
    return this.#edit(change)
  }

  #edit(change: (table: GivenTable) => GivenTable): Promise<unknown> {
    this.#edits = this.#edits.then(() => {
      const { table } = this.session.state.data
      return table && this.session.run({ do: 'set', changes: { 'data.table': change(this.#given(table)) } })
    })
    return this.#edits
  }
}
