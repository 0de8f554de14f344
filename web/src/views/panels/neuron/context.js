import { html, nothing } from 'lit'
import { texts } from '../../../text/text.js'
import { pager } from '../../parts/pager.js'
import { menu } from '../../parts/tables/tools.js'
import { sentences } from './sentences.js'

/**
 * What the parts of the neuron panel have in common.
 *
 * @import { DataInfo, Frame, Neuron, Parameter, SessionLike } from '../../../types.d.ts'
 * @import { Order, Term } from '../../parts/terms/terms.js'
 * @typedef {{ order: Order, first: number, indices: number[], key: string }} Turned how a list of terms is turned to
 * @typedef {{
 *   session: SessionLike
 *   frame: Frame
 *   data: DataInfo
 *   at: Neuron
 *   write: (value: number) => string
 *   nextOf: (parameter: Parameter) => number
 *   redraw: () => void
 * }} NeuronContext
 */
export const text = texts(sentences)

/** Rows of a page: a longer list is turned page by page. */
export const pageLength = 12

/**
 * The order of a long list, and buttons that turn its pages.
 * @param {NeuronContext} context
 * @param {Turned} turned
 * @param {number} count
 */
export function listTools({ redraw }, turned, count) {
  if (count <= pageLength) return nothing
  const { first, order } = turned
  const turn = (/** @type {Partial<Turned>} */ change) => {
    Object.assign(turned, change)
    redraw()
  }
  const orders = /** @type {Order[]} */ (['given', 'largest']).map((name) => ({ name, label: text(name) }))
  return html`
    <div class="pane-tools">
      ${menu(text('order'), order, orders, (chosen) => turn({ order: /** @type {Order} */ (chosen), first: 0, key: '' }))}
      ${pager({ first, count, length: pageLength }, { earlier: text('earlier'), later: text('later') }, (first) =>
        turn({ first }),
      )}
    </div>`
}
