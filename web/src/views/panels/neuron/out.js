import { html, nothing } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { layerName } from '../../../network/names.js'
import { scrolls } from '../../parts/tables/scrolls.js'
import { mostOf, pageOf, termsOutOf } from '../../parts/terms/terms.js'
import { listTools, pageLength, text } from './context.js'
import { termHeads, termRow } from './row.js'
import { placesOf } from './sum.js'

/**
 * What a neuron or an input passes on: its outgoing weights.
 *
 * @import { Look, Turned } from './context.js'
 */

/** @param {Look} look @param {Turned} turned */
export function outTemplate(look, turned) {
  const { frame, data, at } = look
  const terms = termsOutOf(frame, data, at)
  if (!terms.length) return nothing
  const { shown } = pageOf(terms, placesOf(look, turned, terms), { first: turned.first, length: pageLength })
  const values = { layer: layerName(at.layer + 1, frame.layers.length), A: `A${at.unit + 1}` }
  const most = mostOf(terms)
  return html`
    <p class="hint">${text(at.layer < 0 ? 'outInput' : 'outAbout', values)}</p>
    ${listTools(look, turned, terms.length)}
    <div class="table-box tall" ${scrolls(text('out'))}>
      <table class="numbers terms">
        <caption class="spoken">${text('out')}</caption>
        <thead>${termHeads(false, at.layer < 0 && Boolean(data.inputScale))}</thead>
        <tbody>${repeat(
          shown,
          ({ row }) => row,
          (term) => termRow(look, term, { layer: term.layer, unit: term.row }, most),
        )}</tbody>
      </table>
    </div>`
}
