import { html, nothing } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { layerName } from '../../../network/names.ts'
import { scrolls } from '../../parts/tables/scrolls.ts'
import { mostOf, pageOf, termsOutOf } from '../../parts/terms/terms.ts'
import { listTools, type NeuronContext, pageLength, type Turned, text } from './context.ts'
import { termHeads, termRow } from './row.ts'
import { orderedIndices } from './sum.ts'

/** What a neuron or an input passes on: its outgoing weights. */

export function outTemplate(context: NeuronContext, turned: Turned) {
  const { frame, data, at, numbers } = context
  const terms = termsOutOf(numbers, at)
  if (!terms.length) return nothing
  const { shown } = pageOf(terms, orderedIndices(context, turned, terms), { first: turned.first, length: pageLength })
  const values = { layer: layerName(at.layer + 1, frame.layers.length), A: `A${at.unit + 1}` }
  const most = mostOf(terms)
  return html`
    <p class="hint">${text(at.layer < 0 ? 'outInput' : 'outAbout', values)}</p>
    ${listTools(context, turned, terms.length)}
    <div class="table-box tall" ${scrolls(text('out'))}>
      <table class="numbers terms">
        <caption class="spoken">${text('out')}</caption>
        <thead>${termHeads(false, at.layer < 0 && Boolean(data.inputScale))}</thead>
        <tbody>${repeat(
          shown,
          ({ row }) => row,
          (term) => termRow(context, term, { layer: term.layer, unit: term.row }, most),
        )}</tbody>
      </table>
    </div>`
}
