import { html } from 'lit'
import { isMuted } from '../../../network/held.ts'
import { neuronName, parameterName } from '../../../network/names.ts'
import type { Neuron } from '../../../network/pointed.ts'
import { dial } from '../../parts/dial/dial.ts'
import { layerClass } from '../../parts/layer-class.ts'
import { standsFor } from '../../parts/stands-for.ts'
import { styleMap } from '../../parts/style-map.ts'
import { marked } from '../../parts/term/marked.ts'
import type { Term } from '../../parts/terms/terms.ts'
import { type NeuronContext, text } from './context.ts'

/** One weight as a row of a table: the dial, what it is multiplied with, the product. */

/**
 * @param other what it comes from, or leads to
 * @param most the product that fills the bar
 */
export function termRow(context: NeuronContext, term: Term, other: Neuron, most: number) {
  const { session, frame, write, nextOf } = context
  const { layer, row, column, value, product } = term
  const parameter = { layer, row, column }
  const isFrom = other.layer === layer - 1
  const source = layerClass(layer - 1, frame.layers.length)
  const name = neuronName(session, other.layer, other.unit)
  return html`
    <tr ${standsFor(session.pointed, parameter)}>
      <th scope="row">${parameterName(session, parameter)}</th>
      <td class="turn">${dial(session, parameter, { next: nextOf(parameter) })}</td>
      <td class="sign" aria-hidden="true">×</td>
      <td class="figure ${signOf(value)}">${write(value)}</td>
      <td class="who own ${isFrom ? source : layerClass(other.layer, frame.layers.length)}">${name}${
        isMuted(session, other) ? html` <small>(${text('off')})</small>` : ''
      }</td>
      <td class="sign" aria-hidden="true">=</td>
      <td class="figure ${signOf(product)}">${write(product)}</td>
      ${productBar(product, most)}
    </tr>`
}

const signOf = (value: number) => (value < 0 ? 'negative' : 'positive')

function productBar(product: number, most: number) {
  const share = most > 0 ? Math.min(50, (Math.abs(product) / most) * 50) || 0 : 0
  const style = { width: `${share}%`, left: `${product < 0 ? 50 - share : 50}%` }
  return html`<td class="signed-bar product-bar" aria-hidden="true"><span class=${signOf(product)}
    style=${styleMap(style)}></span></td>`
}

/**
 * The heads of such a table.
 * @param isSeen whether the values are standardised inputs
 */
export const termHeads = (isFrom: boolean, isSeen: boolean) => html`
  <tr><th scope="col">${text('name')}</th><th scope="col" class="turn">${text('weight')}</th><td></td>
    <th scope="col">${marked(text(isSeen ? 'valueSeen' : 'value'))}</th><th scope="col" class="who">${text(isFrom ? 'from' : 'to')}</th><td></td>
    <th scope="col">${text(isFrom ? 'product' : 'adds')}</th><td></td></tr>`
