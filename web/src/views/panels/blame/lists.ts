import { html, nothing } from 'lit'
import { neuronName, parameterAbout, parameterName } from '../../../network/names.ts'
import type { Neuron } from '../../../network/pointed.ts'
import { type At, sourceOf } from '../../../quantities/at.ts'
import { type Explained, type Numbers, valueAt } from '../../../quantities/explained.ts'
import { quantityText } from '../../../quantities/names.ts'
import { isOff } from '../../../quantities/network.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { formatShare } from '../../../text/numbers.ts'
import { texts } from '../../../text/text.ts'
import { setView } from '../../parts/buttons.ts'
import { layerClass } from '../../parts/layer-class.ts'
import { standsFor } from '../../parts/stands-for.ts'
import { styleMap } from '../../parts/style-map.ts'
import { scrolls } from '../../parts/tables/scrolls.ts'
import { ranked } from '../../parts/terms/ranked.ts'
import { roundedNote } from '../../parts/terms/rounded.ts'
import { activeIn, activeRule } from './active.ts'
import { type Blame, blameOf } from './numbers.ts'
import { sentences } from './sentences.ts'

/** The two ranked lists of whom a neuron blames. */

const text = texts(sentences)

/** Longer lists show their beginning, and the rest as one line. */
const mostRows = 20

/**
 * Weights by their gradients, or neurons by the error passed back to them.
 * @param batch the rows in which it is counted how often a neuron is active
 */
export function listTemplate(
  session: SessionLike,
  numbers: Numbers,
  at: Neuron,
  name: Blame,
  batch: Numbers | null = null,
) {
  const all = ranked(blameOf(numbers, at, name))
  const shown = all.slice(0, mostRows)
  const label = text(`${name}Table`)
  const isMeanOfProducts = name === 'gradient' && numbers.network.rows > 1
  const other = name === 'passedBack' ? 'weight' : at.layer === 0 ? 'inputValue' : 'activation'
  return html`
    <div class="table-box tall" ${scrolls(label)}>
      <table class="numbers ${name === 'gradient' ? 'of-gradient' : ''}">
        <caption class="spoken">${label}</caption>
        <thead><tr>
          <th scope="col">${text('weightName')}</th><th scope="col">${text('from')}</th>
          <th scope="col">${text(other)}</th><th scope="col">${quantityText(name)}</th>
          <th scope="col">${text('share')}</th>
        </tr></thead>
        <tbody>${shown.map((line) => rowTemplate(session, numbers, { ...at, from: line.index }, name, line, all[0].share, batch))}
          ${all.length > shown.length ? restTemplate(all.slice(mostRows)) : nothing}</tbody>
      </table>
    </div>
    ${isMeanOfProducts ? nothing : roundedNote(...shown.map(({ index }) => productOf(numbers, { ...at, from: index }, name)))}`
}

/** What a row of a list multiplies out. */
const productOf = (numbers: Numbers, at: At, name: Blame): Explained =>
  name === 'gradient' ? { ...numbers, name: 'rowGradient', at: { ...at, row: 0 } } : { ...numbers, name, at }

/** @param most the largest share */
function rowTemplate(
  session: SessionLike,
  numbers: Numbers,
  at: Required<Omit<At, 'row'>>,
  name: Blame,
  { value, share }: { value: number; share: number },
  most: number,
  batch: Numbers | null,
) {
  const { write, network } = numbers
  const { layer, unit, from } = at
  const wire = { layer, row: unit, column: from }
  const source = sourceOf(at, from)
  const by = name === 'gradient' ? source : { name: 'weight' as const, at }
  const operand = valueAt(numbers, by.name, by.at)
  return html`
    <tr ${standsFor(session.pointed, wire)}>
      <th scope="row"><button type="button" class="neuron-button" aria-label=${parameterAbout(session, wire)}
        @click=${() => setView(session, { parameter: wire })}>${parameterName(session, wire)}</button></th>
      <td class="${layerClass(layer - 1, network.layers.length)} of-neuron">${neuronName(session, layer - 1, from)}
        ${isOff(network, source.at) ? html`<small>${text('off')}</small>` : nothing}
        ${batch ? html`<small data-value="active">${activeCount(batch, source.at)}</small>` : nothing}</td>
      <td class=${name === 'gradient' ? '' : operand < 0 ? 'negative' : 'positive'}>${write(operand)}</td>
      <td class="is-delta">${write(value)}</td>${shareBar(share, most, value < 0)}
    </tr>`
}

const activeCount = (batch: Numbers, at: Neuron) =>
  text('activeIn', { count: activeIn(batch, at), rows: batch.network.rows })

/** What counts as active in the layer before. */
export const activeWords = ({ network }: Numbers, { layer }: Neuron) =>
  text('activeAbout_other', {
    rule: text(activeRule(network.layers[layer - 1].activation)),
    count: network.rows,
  })

const restTemplate = (rest: { share: number }[]) => html`
  <tr><th scope="row" colspan="4">${text('rest_other', { count: rest.length })}</th>
    <td>${formatShare(rest.reduce((sum, { share }) => sum + share, 0))}</td></tr>`

/** The share in words, its bar beside it, the largest about as long as there is room. */
const shareBar = (share: number, most: number, isNegative: boolean) => html`
  <td class="share-bar ${share > 0 ? '' : 'none'} ${isNegative ? 'hollow' : ''}">
    <span style=${styleMap({ '--of-most': String(share / most || 0) })}></span>${formatShare(share)}</td>`
