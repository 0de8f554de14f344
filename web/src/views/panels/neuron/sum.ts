import { html, nothing } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { parameterName } from '../../../network/parameters.ts'
import { isPointed } from '../../../network/pointed.ts'
import { dial } from '../../parts/dial/dial.ts'
import { frameValues, networkIn } from '../../parts/maths/values.ts'
import { scrolls } from '../../parts/tables/scrolls.ts'
import { formulaTemplate } from '../../parts/terms/formula.ts'
import { mostOf, orderOf, pageOf, type Term, termsInto } from '../../parts/terms/terms.ts'
import { listTools, type NeuronContext, pageLength, type Turned, text } from './context.ts'
import { termHeads, termRow } from './row.ts'

/** How a neuron's Z comes about: the formula, and the table of its terms, whose last column adds up. */

export function sumTemplate(context: NeuronContext, turned: Turned) {
  const { session, frame, data, at, write } = context
  const { layer, unit } = at
  const terms = termsInto(frame, data, at)
  const indices = orderedIndices(context, turned, terms)
  const { shown, rest, others } = pageOf(terms, indices, { first: turned.first, length: pageLength })
  const { Z, bias } = frame.layers[layer]
  const biasAt = { layer, row: unit, bias: true } as const
  const caption = text('sum', { Z: `Z${unit + 1}` })
  const most = Math.max(mostOf(terms), Math.abs(bias[unit]))
  return html`
    ${formulaTemplate(
      {
        network: networkIn(session, frame, 1),
        values: frameValues(frame, data),
        name: 'sum',
        at: { layer, unit },
        write,
      },
      indices,
    )}
    ${listTools(context, turned, terms.length)}
    <div class="table-box tall" ${scrolls(caption)}>
      <table class="numbers terms">
        <caption>${caption}</caption>
        <thead>${termHeads(true, layer === 0 && Boolean(data.inputScale))}</thead>
        <tbody>
          ${repeat(
            shown,
            ({ column }) => column,
            (term) => termRow(context, term, { layer: layer - 1, unit: term.column }, most),
          )}
          ${
            others
              ? html`<tr class="rest"><th scope="row" colspan="6">${text('more_other', { count: others })}</th>
            <td>${write(rest)}</td><td></td></tr>`
              : nothing
          }
          <tr data-layer=${layer} data-row=${unit} data-column="bias" class="bias ${isPointed(session, biasAt) ? 'pointed' : ''}">
            <th scope="row">${parameterName(biasAt)}</th>
            <td class="turn">${dial(session, biasAt, { next: context.nextOf(biasAt) })}</td>
            <td></td><td></td><td class="who">${text('bias')}</td><td></td><td>${write(bias[unit])}</td><td></td>
          </tr>
        </tbody>
        <tfoot><tr class="total"><th scope="row" colspan="6">Z${unit + 1}</th><td>${write(Z[unit])}</td><td></td></tr></tfoot>
      </table>
    </div>`
}

/** The order of the terms; while the network learns they keep their order. */
export function orderedIndices({ session, at }: NeuronContext, turned: Turned, terms: Term[]) {
  const key = [turned.order, at.layer, at.unit, terms.length].join()
  if (key !== turned.key || !session.isRunning) Object.assign(turned, { key, indices: orderOf(terms, turned.order) })
  return turned.indices
}
