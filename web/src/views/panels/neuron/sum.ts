import { html, nothing } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { parameterName } from '../../../network/names.ts'
import { atOf } from '../../../quantities/at.ts'
import { valueAt } from '../../../quantities/explained.ts'
import { dial } from '../../parts/dial/dial.ts'
import { standsFor } from '../../parts/stands-for.ts'
import { scrolls } from '../../parts/tables/scrolls.ts'
import { formulaTemplate } from '../../parts/terms/formula.ts'
import { roundedNote } from '../../parts/terms/rounded.ts'
import { mostOf, orderOf, pageOf, type Term, termsInto } from '../../parts/terms/terms.ts'
import { listTools, type NeuronContext, orderIn, pageLength, type Turned, text } from './context.ts'
import { termHeads, termRow } from './row.ts'

/** How a neuron's Z comes about: the formula, and the table of its terms, whose last column adds up. */

export function sumTemplate(context: NeuronContext, turned: Turned) {
  const { session, data, at, numbers, write } = context
  const { layer, unit } = at
  const terms = termsInto(numbers, at)
  const indices = orderedIndices(context, turned, terms)
  const { shown, rest, others } = pageOf(terms, indices, { first: turned.first, length: pageLength })
  const bias = valueAt(numbers, 'bias', at)
  const biasAt = { layer, row: unit, bias: true } as const
  const sum = { ...numbers, name: 'sum', at } as const
  const caption = text('sum', { Z: `Z${unit + 1}` })
  const most = Math.max(mostOf(terms), Math.abs(bias))
  return html`
    ${formulaTemplate(sum, indices)}
    ${roundedNote(sum, ...shown.map((term) => ({ ...numbers, name: 'signal' as const, at: atOf(term) })))}
    ${terms.length > pageLength ? html`<p class="hint" data-words="sorted">${text(orderIn(turned, terms.length) === 'largest' ? 'sorted' : 'unsorted')}</p>` : nothing}
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
          <tr class="bias" ${standsFor(session.pointed, biasAt)}>
            <th scope="row">${parameterName(session, biasAt)}</th>
            <td class="turn">${dial(session, biasAt, { next: context.nextOf(biasAt) })}</td>
            <td></td><td></td><td class="who">${text('bias')}</td><td></td><td>${write(bias)}</td><td></td>
          </tr>
        </tbody>
        <tfoot><tr class="total"><th scope="row" colspan="6">Z${unit + 1}</th><td>${write(valueAt(numbers, 'sum', at))}</td><td></td></tr></tfoot>
      </table>
    </div>`
}

/** The order of the terms; while the network learns they keep their order. */
export function orderedIndices({ session, at }: NeuronContext, turned: Turned, terms: Term[]) {
  const order = orderIn(turned, terms.length)
  const key = [order, at.layer, at.unit, terms.length].join()
  if (key !== turned.key || !session.isRunning) Object.assign(turned, { key, indices: orderOf(terms, order) })
  return turned.indices
}
