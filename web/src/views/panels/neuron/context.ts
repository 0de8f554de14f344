import { html, nothing } from 'lit'
import type { DataInfo } from '../../../data/prepare.ts'
import type { Parameter } from '../../../network/parameters.ts'
import type { Neuron } from '../../../network/pointed.ts'
import type { Numbers } from '../../../quantities/explained.ts'
import type { Frame } from '../../../session/frame.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { texts } from '../../../text/text.ts'
import { pager } from '../../parts/pager.ts'
import { menu } from '../../parts/tables/tools.ts'
import type { Order } from '../../parts/terms/terms.ts'
import { sentences } from './sentences.ts'

/** What the parts of the neuron panel have in common. */

/** How a list of terms is turned to */
export interface Turned {
  /** null: a long list by the size of its products, a short one as in the network. */
  order: Order | null
  first: number
  indices: number[]
  key: string
}

export interface NeuronContext {
  session: SessionLike
  frame: Frame
  data: DataInfo
  at: Neuron
  numbers: Numbers
  write: (value: number) => string
  nextOf: (parameter: Parameter) => number
  redraw: () => void
}

export const text = texts(sentences)

/** Rows of a page: a longer list is turned page by page. */
export const pageLength = 12

/** The order in which so many terms are shown. */
export const orderIn = ({ order }: Turned, count: number): Order => order ?? (count > pageLength ? 'largest' : 'given')

/** The order of a long list, and buttons that turn its pages. */
export function listTools({ redraw }: NeuronContext, turned: Turned, count: number) {
  if (count <= pageLength) return nothing
  const { first } = turned
  const turn = (change: Partial<Turned>) => {
    Object.assign(turned, change)
    redraw()
  }
  const orders = (['given', 'largest'] as Order[]).map((name) => ({ name, label: text(name) }))
  return html`
    <div class="pane-tools">
      ${menu(text('order'), orderIn(turned, count), orders, (chosen) => turn({ order: chosen as Order, first: 0, key: '' }))}
      ${pager({ first, count, length: pageLength }, { earlier: text('earlier'), later: text('later') }, (first) =>
        turn({ first }),
      )}
    </div>`
}
