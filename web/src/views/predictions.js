import { html, nothing, render } from 'lit'
import { text } from '../text/text.js'
import { formatNumber, formatShare, formatShort } from '../text/numbers.js'
import { setView, signButton } from './buttons.js'
import { Bitmap } from './canvas.js'
import { gate } from './gate.js'
import { imageScale, inkTable } from './image.js'
import { rowOf } from './rows.js'
import { axisName, outputsAreShares, targetName } from './names.js'
import { Palette } from './palette.js'
import { menu, setOptions } from './table-tools.js'
import { shareOf, verdictsOf } from './verdict.js'

/**
 * Every row with its prediction beside what is true, a page at a time, in order or the worst first.
 * @typedef {import('../model/types.d.ts').SessionLike} SessionLike
 * @typedef {import('../model/types.d.ts').Change} Change
 * @typedef {import('../model/types.d.ts').DataInfo} DataInfo
 * @typedef {import('./verdict.js').Verdict} Verdict
 */
const pageLength = 10

export class PredictionsPanel {
  /** @type {'train' | 'test'} */
  #set = 'train'
  #order = 'given'
  #first = 0
  #isDue = gate(400)

  /** @param {HTMLElement} root @param {SessionLike} session */
  constructor(root, session) {
    this.root = root
    this.session = session
    this.palette = new Palette(root, () => this.draw())
    this.content = root.appendChild(document.createElement('div'))
  }

  /** @param {ReadonlySet<Change>} changes */
  update(changes) {
    if (changes.has('data')) this.#first = 0
    const isForced = changes.has('state') || changes.has('data') || (!this.session.isRunning && changes.has('frame'))
    if (isForced || changes.has('frame')) if (this.#isDue(isForced)) this.draw()
  }

  draw() {
    const { data, frame } = this.session
    if (!data) return
    const verdicts = verdictsOf(data, this.#set, frame?.predictions?.[this.#set] ?? new Float64Array())
    const rows = verdicts.map((verdict, row) => ({ ...verdict, row }))
    if (this.#order === 'worst') rows.sort((a, b) => b.miss - a.miss)
    this.#first = Math.min(this.#first, Math.floor(Math.max(0, rows.length - 1) / pageLength) * pageLength)
    const page = rows.slice(this.#first, this.#first + pageLength)
    render(html`${this.#tools(rows.length)}${page.length ? this.#table(data, page) : html`<p class="hint">
      ${text(data[this.#set].X.shape[0] ? 'pane.noPredictions' : 'pane.noTest')}</p>`}`, this.content)
    this.#paintImages(data)
  }

  /** @param {number} rows */
  #tools(rows) {
    const turn = (/** @type {number} */ by) => {
      this.#first = Math.min(Math.max(0, this.#first + by), Math.max(0, rows - 1))
      this.draw()
    }
    const values = { first: Math.min(rows, this.#first + 1), last: Math.min(rows, this.#first + pageLength), rows }
    return html`
      <div class="pane-tools">
        ${menu(text('pane.set'), this.#set, setOptions(), (set) => this.#choose({ set }))}
        ${menu(text('pane.order'), this.#order, [
          { name: 'given', label: text('pane.given') }, { name: 'worst', label: text('pane.worst') },
        ], (order) => this.#choose({ order }))}
        <div class="row-chooser">
          ${signButton('‹', text('pane.previous'), () => turn(-pageLength), this.#first === 0)}
          <span>${text('pane.rows', values)}</span>
          ${signButton('›', text('pane.next'), () => turn(pageLength), this.#first + pageLength >= rows)}
        </div>
      </div>`
  }

  /** @param {{ set?: string, order?: string }} choice */
  #choose({ set = this.#set, order = this.#order }) {
    this.#set = /** @type {'train' | 'test'} */ (set)
    this.#order = order
    this.#first = 0
    this.draw()
  }

  /** @param {DataInfo} data @param {(Verdict & { row: number })[]} page */
  #table(data, page) {
    const isNumber = data.task === 'regression'
    const name = targetName(data)
    return html`
      <div class="table-box" tabindex="0" role="region" aria-label=${text('pane.predictions')}>
        <table class="numbers">
          <thead><tr>
            <th scope="col">${text('pane.row')}</th>
            <th scope="col">${text('pane.predicted')}${isNumber ? html` <small>${name}</small>` : nothing}</th>
            ${isNumber ? nothing : html`<th scope="col">${text('pane.share')}</th>`}
            <th scope="col">${text('pane.actual')}</th>
            <th scope="col">${text(isNumber ? 'pane.difference' : 'pane.verdict')}</th>
            ${data.imageSide ? html`<th scope="col">${text('pane.picture')}</th>`
              : data.featureNames.map((_, i) => html`<th scope="col" class="of-input">${axisName(data, i)}</th>`)}
          </tr></thead>
          <tbody>${page.map((verdict) => this.#row(data, verdict))}</tbody>
        </table>
      </div>`
  }

  /** @param {DataInfo} data @param {Verdict & { row: number }} verdict */
  #row(data, { row, predicted, actual, isRight }) {
    const isNumber = data.task === 'regression'
    const name = (/** @type {number} */ value) => (isNumber ? formatNumber(value) : data.classes[value])
    const choose = () => setView(this.session, 'row', row)
    const isCurrent = this.#set === 'train' && row === this.session.state.view.row
    return html`
      <tr aria-current=${isCurrent ? 'true' : nothing}>
        <th scope="row">${this.#set === 'train' ? html`<button type="button" class="row-button" @click=${choose}
          aria-label=${text('pane.choose', { row: row + 1 })}>${row + 1}</button>` : row + 1}</th>
        <td>${name(predicted)}</td>
        ${isNumber ? nothing : html`<td>${this.#share(data, row, predicted)}</td>`}
        <td>${name(actual)}</td>
        ${isNumber ? html`<td>${formatNumber(predicted - actual)}</td>`
          : html`<td class=${isRight ? 'right' : 'wrong'}>${text(isRight ? 'pane.right' : 'pane.wrong')}</td>`}
        ${data.imageSide ? html`<td><canvas class="row-image" data-row=${row} aria-hidden="true"></canvas></td>`
          : Array.from(rowOf(data[this.#set].X, row), (value) => html`<td>${formatShort(value)}</td>`)}
      </tr>`
  }

  /** The output for the predicted class. @param {DataInfo} data @param {number} row @param {number} index */
  #share(data, row, index) {
    const flat = this.session.frame?.predictions?.[this.#set] ?? new Float64Array()
    const { length } = data.outputNames
    const share = shareOf(data.task, flat.subarray(row * length, (row + 1) * length), index)
    return outputsAreShares(this.session) ? formatShare(share) : formatNumber(share, 3)
  }

  /** @param {DataInfo} data */
  #paintImages(data) {
    if (!data.imageSide) return
    const [table, scale] = [inkTable(this.palette), imageScale(data)]
    for (const canvas of this.content.querySelectorAll('canvas')) {
      new Bitmap(canvas).paint(rowOf(data[this.#set].X, Number(canvas.dataset.row)), data.imageSide, table, scale)
    }
  }

  dispose() {
    this.palette.dispose()
    render(nothing, this.content)
  }
}
