import { html, nothing, render } from 'lit'
import type { DataInfo } from '../../../data/prepare.ts'
import { rowAt, type SetName } from '../../../network/rows.ts'
import type { Change } from '../../../session/announcer.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { texts } from '../../../text/text.ts'
import { EngineQuery } from '../../parts/engine-query.ts'
import { firstOf, pager } from '../../parts/pager.ts'
import { menu, setOptions } from '../../parts/tables/tools.ts'
import { throttle } from '../../parts/throttle.ts'
import { Bitmap } from '../../plot/canvas.ts'
import { imageScale, inkTable } from '../../plot/ink.ts'
import { Palette } from '../../plot/palette.ts'
import { footTemplate } from './foot.ts'
import { orderOf } from './order.ts'
import { sentences } from './sentences.ts'
import { tableTemplate } from './table.ts'

const text = texts(sentences)
const pageLength = 10

/** The cost as a table: every row with its prediction, what is true and its own cost; the mean; the penalty apart. */
export class CostPanel {
  session: SessionLike
  palette: Palette
  content: HTMLDivElement
  /** Each row's own. */
  query: EngineQuery<'costs'>
  sums: EngineQuery<'weightSums'>
  #set: SetName = 'train'
  #order: 'given' | 'worst' | 'best' = 'given'
  #first = 0
  #isDue = throttle(400)

  constructor(root: HTMLElement, session: SessionLike) {
    this.session = session
    this.palette = new Palette(root, () => this.draw())
    this.content = root.appendChild(document.createElement('div'))
    this.query = new EngineQuery(session, 'costs', () => this.draw())
    this.sums = new EngineQuery(session, 'weightSums', () => this.draw())
  }

  update(changes: ReadonlySet<Change>) {
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
    const { found } = this.query
    const costs = found?.details.set === this.#set ? found.answer : []
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
      ${footTemplate(this.session, data, frame, this.sums.found?.answer ?? null)}`,
      this.content,
    )
    this.#paintImages(data)
  }

  #tools(rows: number) {
    const page = { first: this.#first, count: rows, length: pageLength }
    const turn = (to: number) => {
      this.#first = to
      this.draw()
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
    this.draw()
  }

  #paintImages(data: DataInfo) {
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
