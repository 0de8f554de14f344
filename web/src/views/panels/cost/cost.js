import { html, nothing, render } from 'lit'
import { rowAt } from '../../../network/rows.js'
import { texts } from '../../../text/text.js'
import { EngineQuery } from '../../parts/engine-query.js'
import { firstOf, pager } from '../../parts/pager.js'
import { menu, setOptions } from '../../parts/tables/tools.js'
import { throttle } from '../../parts/throttle.js'
import { Bitmap } from '../../plot/canvas.js'
import { imageScale, inkTable } from '../../plot/ink.js'
import { Palette } from '../../plot/palette.js'
import { footTemplate } from './foot.js'
import { orderOf } from './order.js'
import { sentences } from './sentences.js'
import { tableTemplate } from './table.js'

/**
 * @import { Change, DataInfo, SessionLike } from '../../../types.d.ts'
 * @import { SetName } from '../../../network/rows.js'
 */

const text = texts(sentences)
const pageLength = 10

/** The cost as a table: every row with its prediction, what is true and its own cost; the mean; the penalty apart. */
export class CostPanel {
  /** @type {SetName} */
  #set = 'train'
  /** @type {'given' | 'worst' | 'best'} */
  #order = 'given'
  #first = 0
  #isDue = throttle(400)
  /** Each row's cost, of the data and set it was asked for. @type {{ of: DataInfo | null, set: SetName, values: Float64Array }} */
  #costs = { of: null, set: 'train', values: new Float64Array() }

  /** @type {import('./foot.js').WeightSums | null} */
  #sums = null

  /** @param {HTMLElement} root @param {SessionLike} session */
  constructor(root, session) {
    this.session = session
    this.palette = new Palette(root, () => this.draw())
    this.content = root.appendChild(document.createElement('div'))
    /** @type {EngineQuery<{ set: SetName }>} */
    this.query = new EngineQuery(session, 'costs', (values, { set }) => {
      this.#costs = { of: session.data, set, values }
      this.draw()
    })
    this.sums = new EngineQuery(session, 'weightSums', (sums) => {
      this.#sums = sums
      this.draw()
    })
  }

  /** @param {ReadonlySet<Change>} changes */
  update(changes) {
    const { session } = this
    if (changes.has('data')) this.#first = 0
    this.#ask()
    const isForced = changes.has('state') || changes.has('data') || (!session.isRunning && changes.has('frame'))
    if ((isForced || changes.has('frame')) && this.#isDue(isForced)) this.draw()
  }

  #ask() {
    const { l1, l2 } = this.session.state.training
    if (l1 || l2) this.sums.ask({})
    if (this.session.data?.[this.#set].X.shape[0]) this.query.ask({ set: this.#set })
  }

  draw() {
    const { data, frame } = this.session
    if (!data || !frame) return
    const rows = data[this.#set].X.shape[0]
    const { of, set, values } = this.#costs
    const costs = of === data && set === this.#set ? values : []
    const order = orderOf(costs, rows, this.#order)
    this.#first = firstOf({ first: this.#first, count: rows, length: pageLength })
    const page = order.slice(this.#first, this.#first + pageLength)
    const outputs = frame.predictions?.[this.#set]
    const isKnown = rows > 0 && outputs?.length === rows * data.outputNames.length
    render(
      html`
      <p class="hint">${text('about')}</p>
      ${this.#tools(rows)}
      ${
        isKnown
          ? tableTemplate(this.session, data, { set: this.#set, page, outputs, costs })
          : html`<p class="hint">${text(rows ? 'noPredictions' : 'noTest')}</p>`
      }
      ${footTemplate(this.session, data, frame, this.#sums)}`,
      this.content,
    )
    this.#paintImages(data)
  }

  /** @param {number} rows */
  #tools(rows) {
    const page = { first: this.#first, count: rows, length: pageLength }
    const turn = (/** @type {number} */ to) => {
      this.#first = to
      this.draw()
    }
    const orders = /** @type {const} */ (['given', 'worst', 'best'])
    return html`
      <div class="pane-tools">
        ${menu(text('set'), this.#set, setOptions(), (set) => this.#choose({ set: /** @type {SetName} */ (set) }))}
        ${menu(
          text('order'),
          this.#order,
          orders.map((name) => ({ name, label: text(name) })),
          (order) => this.#choose({ order: orders.find((name) => name === order) }),
        )}
        ${pager(page, { earlier: text('previous'), later: text('next') }, turn)}
      </div>`
  }

  /** @param {{ set?: SetName, order?: 'given' | 'worst' | 'best' }} choice */
  #choose({ set = this.#set, order = this.#order }) {
    this.#set = set
    this.#order = order
    this.#first = 0
    this.#ask()
    this.draw()
  }

  /** @param {DataInfo} data */
  #paintImages(data) {
    if (!data.imageSide) return
    const [table, scale] = [inkTable(this.palette), imageScale(data)]
    for (const canvas of this.content.querySelectorAll('canvas')) {
      new Bitmap(canvas).paint(rowAt(data[this.#set].X, Number(canvas.dataset.row)), data.imageSide, table, scale)
    }
  }

  dispose() {
    this.query.dispose()
    this.sums.dispose()
    this.palette.dispose()
    render(nothing, this.content)
  }
}
