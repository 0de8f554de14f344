import { html, nothing } from 'lit'
import type { DataInfo } from '../../../data/prepare.ts'
import { rowAt, type SetName } from '../../../network/rows.ts'
import type { Change } from '../../../session/announcer.ts'
import { texts } from '../../../text/text.ts'
import { EngineQuery } from '../../parts/engine-query.ts'
import { firstOf, pager } from '../../parts/pager.ts'
import { chooseRow } from '../../parts/row/choose-row.ts'
import { SessionElement } from '../../parts/session-element.ts'
import { menu, setOptions } from '../../parts/tables/tools.ts'
import { throttle } from '../../parts/throttle.ts'
import { Bitmap } from '../../plot/canvas.ts'
import { imageScale, inkTable } from '../../plot/ink.ts'
import { Palette } from '../../plot/palette.ts'
import type { Shown } from './columns.ts'
import css from './cost.css'
import { footTemplate, meanTemplate } from './foot.ts'
import { orderOf } from './order.ts'
import { rowCostsTemplate } from './row-costs.ts'
import { sentences } from './sentences.ts'
import { tableTemplate } from './table.ts'

const text = texts(sentences)
const pageLength = 10

/** The cost as a table: every row with its prediction, what is true and its own cost; the mean; the penalty apart. */
export class CostPanel extends SessionElement {
  static override sheets = [css]
  /** Each row's own. */
  #query!: EngineQuery<'costs'>
  #minimised!: EngineQuery<'minimised'>
  #palette!: Palette
  #set: SetName = 'train'
  #order: 'given' | 'worst' | 'best' = 'given'
  #first = 0
  #testRow = 0
  #isDue = throttle(400)

  protected override begin() {
    this.#palette = this.own(new Palette(this, () => this.requestUpdate()))
    this.#query = this.own(new EngineQuery(this.session, 'costs', () => this.requestUpdate()))
    this.#minimised = this.own(new EngineQuery(this.session, 'minimised', () => this.requestUpdate()))
  }

  protected override heed(changes: ReadonlySet<Change>) {
    const { session } = this
    if (changes.has('data')) this.#first = this.#testRow = 0
    this.#ask()
    const isForced = changes.has('state') || changes.has('data') || (!session.isRunning && changes.has('frame'))
    return (isForced || changes.has('frame')) && this.#isDue(isForced)
  }

  #ask() {
    this.#minimised.ask({})
    this.#query.ask(this.session.data?.[this.#set].X.shape[0] ? { set: this.#set } : null)
  }

  protected override render() {
    const { data, frame } = this.session
    if (!data || !frame) return nothing
    const rows = data[this.#set].X.shape[0]
    const { found } = this.#query
    const answer = found?.details.set === this.#set ? found.answer : null
    const costs = answer?.costs ?? []
    const order = orderOf(costs, rows, this.#order)
    this.#first = firstOf({ first: this.#first, count: rows, length: pageLength })
    const page = order.slice(this.#first, this.#first + pageLength)
    const outputs = answer?.outputs ?? new Float64Array()
    const shown = { set: this.#set, page, outputs, costs, ...this.#rowShown(rows, data) }
    return html`
      ${rows ? meanTemplate(this.session, rows, answer) : nothing}
      ${answer ? this.#oneRow(data, shown) : nothing}
      ${this.#tools(rows)}
      ${
        answer ? tableTemplate(this.session, data, shown) : rows ? nothing : html`<p class="hint">${text('noTest')}</p>`
      }
      ${footTemplate(this.session, data, frame, this.#minimised.found?.answer)}`
  }

  /** The row on the network, or of the test set the one that is open here. */
  #rowShown(rows: number, { outputNames }: DataInfo): Pick<Shown, 'row' | 'choose'> {
    const { own, row } = this.session.state.view
    if (this.#set === 'train') return { row: own ? null : row, choose: (row) => chooseRow(this.session, row) }
    if (outputNames.length === 1) return { row: null }
    const choose = (row: number) => {
      this.#testRow = row
      this.requestUpdate()
    }
    return { row: Math.min(this.#testRow, rows - 1), choose }
  }

  /** Where there are several outputs: how they make up the cost of one row. */
  #oneRow(data: DataInfo, { outputs, costs, row }: Shown) {
    const { length } = data.outputNames
    if (length === 1 || row === null) return nothing
    const answered = outputs.subarray(row * length, (row + 1) * length)
    const target = rowAt(data[this.#set].Y, row)
    return rowCostsTemplate(this.session, data, { row, outputs: answered, target, cost: costs[row] ?? NaN })
  }

  protected override updated() {
    const { data } = this.session
    if (data?.imageSide) this.#paintImages(data)
  }

  #tools(rows: number) {
    const page = { first: this.#first, count: rows, length: pageLength }
    const turn = (to: number) => {
      this.#first = to
      this.requestUpdate()
    }
    const orders = ['given', 'worst', 'best'] as const
    return html`
      <div class="pane-tools">
        ${menu(text('set'), this.#set, setOptions(), (set) => this.#choose({ set: set as SetName }))}
        ${menu(
          text('order'),
          this.#order,
          orders.map((name) => ({ name, label: text(name) })),
          (order) => this.#choose({ order: orders.find((name) => name === order) }),
        )}
        ${pager(page, { earlier: text('previous'), later: text('next') }, turn)}
      </div>`
  }

  #choose({ set = this.#set, order = this.#order }: { set?: SetName; order?: 'given' | 'worst' | 'best' }) {
    this.#set = set
    this.#order = order
    this.#first = 0
    this.#ask()
    this.requestUpdate()
  }

  #paintImages(data: DataInfo) {
    const [table, scale] = [inkTable(this.#palette), imageScale(data)]
    for (const canvas of this.querySelectorAll('canvas')) {
      new Bitmap(canvas).paint(rowAt(data[this.#set].X, Number(canvas.dataset.row)), data.imageSide, table, scale)
    }
  }
}
