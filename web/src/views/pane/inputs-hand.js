import { html, nothing } from 'lit'
import { inputs } from '../../text/en/inputs.js'
import { texts } from '../../text/text.js'
import { presses, signButton } from '../buttons.js'
import { numberOf } from '../number.js'
import { withColumn, withName, withoutColumn } from './inputs-table.js'
import { scrolls } from './scrolls.js'

/**
 * @import { HandTable, SessionLike } from '../../model/types.d.ts'
 * @import { Entries } from './inputs-entry.js'
 * @import { Side } from './inputs-table.js'
 */

const text = texts(inputs)

/** Larger tables are shown in part, and not typed in here. */
const mostColumns = 12
const mostRows = 30

/** The rows of data that is entered by hand, as a table to type in. */
export class HandRows {
  /** Edits under way: each starts from the table that the one before it left. @type {Promise<unknown>} */
  #edits = Promise.resolve()

  /** @param {SessionLike} session @param {Entries} entries */
  constructor(session, entries) {
    this.session = session
    this.entries = entries
  }

  template() {
    const { name, table } = this.session.state.data
    if (name !== 'hand' || !table) return nothing
    const [rows, columns] = [table.rows.length, table.inputs.length + table.outputs.length]
    const isLarge = rows > mostRows || columns > mostColumns
    return html`
      <div class="hand">
        <h2>${text('hand')}</h2>
        <p class="hint">${isLarge ? text('handPart', { rows, columns }) : text('handAbout')}</p>
        <div class="table-box" ${scrolls(text('hand'))}>
          ${isLarge ? this.#part(table) : this.#whole(table)}
        </div>
        ${isLarge ? nothing : this.#tools(table)}
        ${this.#refusal()}
      </div>`
  }

  /** @param {HandTable} table */
  #part({ inputs, outputs, rows }) {
    const write = numberOf(this.session)
    const names = [...inputs, ...outputs].slice(0, mostColumns)
    return html`
      <table class="numbers">
        <caption class="spoken">${text('hand')}</caption>
        <thead><tr><th scope="col">${text('sample')}</th>${names.map(
          (name, c) => html`
          <th scope="col" class=${c < inputs.length ? 'of-input' : ''}>${name}</th>`,
        )}</tr></thead>
        <tbody>${rows.slice(0, mostRows).map(
          (row, r) => html`
          <tr><th scope="row">${r + 1}</th>${row.slice(0, names.length).map((value) => html`<td>${write(value)}</td>`)}</tr>`,
        )}
        </tbody>
      </table>`
  }

  /** @param {HandTable} table */
  #whole(table) {
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
                  value,
                  label: text('cell', { name: [...inputs, ...outputs][c], row: r + 1 }),
                  send: (number) =>
                    this.#edit(({ rows, ...table }) => ({ ...table, rows: rows.with(r, rows[r].with(c, number)) })),
                })}</td>`,
            )}
            <td>${signButton(
              '×',
              text('removeRow', { row: r + 1 }),
              () => this.#edit(({ rows, ...table }) => ({ ...table, rows: rows.toSpliced(r, 1) })),
              rows.length === 1,
            )}</td>
          </tr>`,
        )}</tbody>
      </table>`
  }

  /** @param {HandTable} table @param {Side} side @param {number} c @param {string} name */
  #name(table, side, c, name) {
    const label = text(side === 'inputs' ? 'inputName' : 'outputName', { number: c + 1 })
    return html`
      <th scope="col" class=${side === 'inputs' ? 'of-input' : 'of-output'}><div class="column-name">
        ${this.entries.words({ key: `${side}-${c}`, value: name, label, send: (typed) => this.#edit((table) => withName(table, side, c, typed)) })}
        ${signButton(
          '×',
          text('removeColumn', { name }),
          () => this.#edit((table) => withoutColumn(table, side, c)),
          table[side].length === 1,
        )}
      </div></th>`
  }

  /** @param {HandTable} table */
  #tools(table) {
    const { rows } = table
    const columns = table.inputs.length + table.outputs.length
    const more = (/** @type {Side} */ side) =>
      this.#edit((table) =>
        withColumn(table, side, (number) => text(side === 'inputs' ? 'newInput' : 'newOutput', { number })),
      )
    const button = (
      /** @type {string} */ label,
      /** @type {() => unknown} */ press,
      /** @type {boolean} */ isFull,
    ) => html`
      <button type="button" class="quiet" ${presses(press, isFull)}>${label}</button>`
    return html`
      <div class="pane-tools hand-tools">
        ${button(
          text('addRow'),
          () => this.#edit(({ rows, ...table }) => ({ ...table, rows: [...rows, rows[rows.length - 1].slice()] })),
          rows.length >= mostRows,
        )}
        ${button(text('addInput'), () => more('inputs'), columns >= mostColumns)}
        ${button(text('addOutput'), () => more('outputs'), columns >= mostColumns)}
      </div>`
  }

  #refusal() {
    const { notice } = this.session
    return notice?.kind === 'error' && notice.where.startsWith('data.table')
      ? html`<p class="refusal">${notice.message}</p>`
      : nothing
  }

  /** @param {(table: HandTable) => HandTable} change @returns {Promise<unknown>} */
  #edit(change) {
    this.#edits = this.#edits.then(() => {
      const { table } = this.session.state.data
      return table && this.session.run({ do: 'set', path: 'data.table', value: change(table) })
    })
    return this.#edits
  }
}
