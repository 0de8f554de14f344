import { html, nothing } from 'lit'
import { neuronName, parameterName } from '../../../network/names.ts'
import type { Neuron } from '../../../network/pointed.ts'
import { type Numbers, valueAt } from '../../../quantities/explained.ts'
import { operandsAt } from '../../../quantities/leaves.ts'
import { quantityText } from '../../../quantities/names.ts'
import { isLast, type Network } from '../../../quantities/network.ts'
import { outputRule } from '../../../quantities/rule.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { activations } from '../../../text/options/activations.ts'
import { costs } from '../../../text/options/costs.ts'
import { texts } from '../../../text/text.ts'
import { layerClass } from '../../parts/layer-class.ts'
import { formula, letters } from '../../parts/maths/maths.ts'
import { signedBar } from '../../parts/signed-bar.ts'
import { standsFor } from '../../parts/stands-for.ts'
import { scrolls } from '../../parts/tables/scrolls.ts'
import { mostOf, orderOf, type Term, termsBackTo } from '../../parts/terms/terms.ts'
import { sentences } from './sentences.ts'

/** The chain rule behind one delta, besides its equations: what comes back term by term, and a batch row by row. */

const text = texts(sentences)
const mostRows = 12

/** From the next layer back to a hidden neuron, or to an input. */
export function passedBackTemplate(session: SessionLike, numbers: Numbers, at: Neuron) {
  const terms = termsBackTo(numbers, at)
  const most = mostOf(terms)
  const isInput = at.layer < 0
  const isLong = terms.length > mostRows
  const shown = orderOf(terms, isLong ? 'largest' : 'given').map((index) => terms[index])
  return html`
    ${isInput ? html`<p class="hint">${text('input')}</p>` : ''}
    <p class="hint">${text('feeds_other', { count: terms.length })} ${isLong ? text('sorted') : nothing}</p>
    <div class="table-box tall" ${scrolls(text('chain'))}>
      <table class="numbers">
        <caption class="spoken">${text('chain')}</caption>
        <thead><tr>
          <th scope="col">${text('weight')}</th><th scope="col">${text('to')}</th><th scope="col">${text('value')}</th>
          <th scope="col">${text('itsDelta')}</th><th scope="col">${quantityText('passedBack')}</th><td></td>
        </tr></thead>
        <tbody>${shown.map((term) => termTemplate(session, numbers, term, most))}</tbody>
        <tfoot>
          <tr><th scope="row" colspan="4">${text(isInput ? 'arrives' : 'sum')}
              ${formula(letters({ kind: 'quantity', name: 'arriving', at }))}</th>
            <td>${numbers.write(valueAt(numbers, 'arriving', at))}</td><td></td></tr>
        </tfoot>
      </table>
    </div>`
}

function termTemplate(session: SessionLike, { network, write }: Numbers, term: Term, most: number) {
  const { layer, row, weight, value, product } = term
  return html`
    <tr ${standsFor(session.pointed, term)}>
      <th scope="row">${parameterName(session, term)}</th>
      <td class="${layerClass(layer, network.layers.length)} of-neuron">${neuronName(session, layer, row)}</td>
      <td class=${weight < 0 ? 'negative' : 'positive'}>${write(weight)}</td>
      <td class="is-delta">${write(value)}</td><td>${write(product)}</td>${signedBar(product, most)}
    </tr>`
}

/** In words, how the delta of an output follows from cost and activation. */
export function outputAbout(network: Network) {
  const { activation } = network.layers[network.layers.length - 1]
  const names = { activation: activations.label(activation), cost: costs.label(network.cost) }
  return html`<p class="hint">${text(`${outputRule(network)}About`, names)}</p>`
}

/**
 * The rule for each row of the batch, where it cannot be finished with means.
 * @param rows by their place in the training set; null = they are no rows of it
 */
export function rowsTemplate(numbers: Numbers, rows: readonly number[] | null, at: Neuron) {
  const { network, write } = numbers
  const columns = columnsOf(network, at)
  const count = network.rows
  const values = { shown: Math.min(mostRows, count), count }
  return html`
    <p class="hint">${text(isLast(network, at) ? 'outputOfMean' : columns.includes('slope') ? 'noSlopeOfMean' : 'sharedOfMean')}</p>
    <div class="table-box short" ${scrolls(text('rows', values))}>
      <table class="numbers">
        <caption>${text('rows', values)}</caption>
        <thead><tr><th scope="col">${text('row')}</th>${columns.map(
          (name) => html`<th scope="col">${quantityText(name)}</th>`,
        )}</tr></thead>
        <tbody>${Array.from(
          { length: values.shown },
          (_, row) => html`
          <tr><th scope="row">${(rows ? rows[row] : row) + 1}</th>${columns.map(
            (name) => html`
            <td class=${name === 'delta' ? 'is-delta' : ''}>${write(valueAt(numbers, name, { ...at, row }))}</td>`,
          )}</tr>`,
        )}</tbody>
      </table>
    </div>`
}

/** What delta is made of, and what the slope of the cost is made of before it. */
function columnsOf(network: Network, at: Neuron) {
  const operands = operandsAt(network, 'delta', at)
  const before = operands.includes('costSlope') ? operandsAt(network, 'costSlope', at) : []
  return [...new Set([...before, ...operands, 'delta' as const])]
}
