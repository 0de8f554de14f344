import { html, nothing } from 'lit'
import { neuronName, parameterAbout } from '../../../network/names.ts'
import { isSameParameter, parameterName } from '../../../network/parameters.ts'
import type { Neuron } from '../../../network/pointed.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { formatShare } from '../../../text/numbers.ts'
import { texts } from '../../../text/text.ts'
import { setView } from '../../parts/buttons.ts'
import { layerClass } from '../../parts/layer-class.ts'
import { numberOf } from '../../parts/number.ts'
import { styleMap } from '../../parts/style-map.ts'
import { scrolls } from '../../parts/tables/scrolls.ts'
import { ranked } from '../../parts/terms/passed-back.ts'
import { sentences } from './sentences.ts'

/** The two ranked lists of whom a neuron blames. */

/** Of one neuron: one number per neuron, or input, before it. */
export interface Blame {
  gradient: number[]
  handed: number[]
  weights: number[]
  activation: number[]
  delta: number
}

const text = texts(sentences)

/** Longer lists show their beginning, and the rest as one line. */
const mostRows = 20

/** Weights by their gradients, or neurons by the error passed back to them. */
export function listTemplate(session: SessionLike, at: Neuron, found: Blame, kind: 'gradient' | 'handed') {
  const all = ranked(found[kind])
  const shown = all.slice(0, mostRows)
  const isGradient = kind === 'gradient'
  const label = text(isGradient ? 'tableGradient' : 'tableHanded')
  const other = isGradient ? (at.layer === 0 ? 'inputValue' : 'activation') : 'weight'
  return html`
    <div class="table-box tall" ${scrolls(label)}>
      <table class="numbers">
        <caption class="spoken">${label}</caption>
        <thead><tr>
          <th scope="col">${text('weightName')}</th><th scope="col">${text('from')}</th>
          <th scope="col">${text(other)}</th><th scope="col">${text(isGradient ? 'gradientShort' : 'handedShort')}</th>
          <th scope="col">${text('share')}</th>
        </tr></thead>
        <tbody>${shown.map((line) => rowTemplate(session, at, found, isGradient, line, all[0].share))}
          ${all.length > shown.length ? restTemplate(all.slice(mostRows)) : nothing}</tbody>
      </table>
    </div>`
}

/** @param most the largest share */
function rowTemplate(
  session: SessionLike,
  { layer, unit }: Neuron,
  found: Blame,
  isGradient: boolean,
  { index, value, share }: { index: number; value: number; share: number },
  most: number,
) {
  const number = numberOf(session)
  const {
    pointed,
    state: {
      network: { layers },
      held,
    },
  } = session
  const isOff = held.muted.some((muted) => muted.layer === layer - 1 && muted.unit === index)
  const wire = { layer, row: unit, column: index }
  const isPointed = pointed && 'column' in pointed && isSameParameter(pointed, wire)
  const weight = found.weights[index]
  return html`
    <tr class=${isPointed ? 'pointed' : ''} data-layer=${layer} data-row=${unit} data-column=${index}>
      <th scope="row"><button type="button" class="neuron-button" aria-label=${parameterAbout(session, wire)}
        @click=${() => setView(session, { parameter: wire })}>${parameterName(wire)}</button></th>
      <td class="${layerClass(layer - 1, layers.length)} of-neuron">${neuronName(session, layer - 1, index)}
        ${isOff ? html`<small>${text('off')}</small>` : nothing}</td>
      <td class=${isGradient ? '' : weight < 0 ? 'negative' : 'positive'}
        >${number(isGradient ? found.activation[index] : weight)}</td>
      <td class="is-delta">${number(value)}</td>${shareBar(share, most)}
    </tr>`
}

const restTemplate = (rest: { share: number }[]) => html`
  <tr><th scope="row" colspan="4">${text('rest_other', { count: rest.length })}</th>
    <td>${formatShare(rest.reduce((sum, { share }) => sum + share, 0))}</td></tr>`

/** The share in words, its bar beside it, the largest about as long as there is room. */
const shareBar = (share: number, most: number) => html`
  <td class="share-bar ${share > 0 ? '' : 'none'}">
    <span style=${styleMap({ width: `${(share / most) * 50 || 0}%` })}></span>${formatShare(share)}</td>`
