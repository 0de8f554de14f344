import { html } from 'lit'
import { parameterName } from '../../../network/parameters.js'
import { layerClass } from '../layer-class.js'
import { sourceName, sumInWords } from './terms.js'

/**
 * A neuron's sum as a formula: symbols above, numbers beneath, term by term.
 *
 * @import { NeuronContext } from '../../panels/neuron/context.js'
 * @import { Term } from './terms.js'
 */

/** Terms that are written out; more are summed up as one. */
const mostTerms = 8

/** @param {NeuronContext} look @param {Term[]} terms in the order in which they are to be written */
export function formulaTemplate({ frame, at, write }, terms) {
  const shown = terms.length > mostTerms ? terms.slice(0, mostTerms - 1) : terms
  const rest = terms.slice(shown.length).reduce((sum, { product }) => sum + product, 0)
  const others = terms.length - shown.length
  const { Z, bias } = frame.layers[at.layer]
  const source = layerClass(at.layer - 1, frame.layers.length)
  const end = { others, rest, bias: bias[at.unit], Z: Z[at.unit] }
  return html`
    <p class="spoken">${sumInWords(shown, end, write)}</p>
    <div class="sum-lines" aria-hidden="true">
      ${pair(html`<b class="own">Z${at.unit + 1}</b>`, '')}${pair('=', '=', 'sign')}
      ${shown.map((term, i) =>
        joined(
          i > 0,
          pair(
            html`<span class=${sign(term.weight)}>${parameterName(term)}</span> · <span class="own ${source}">${sourceName(at.layer, term.column)}</span>`,
            html`<span class="figure ${sign(term.weight)}">${write(term.weight)}</span> · <span class="figure own ${source}">${write(term.value)}</span>`,
            'term',
          ),
        ),
      )}
      ${others ? joined(true, pair('…', write(rest), 'rest')) : ''}
      ${joined(true, pair(parameterName({ layer: at.layer, row: at.unit, bias: true }), write(end.bias), 'bias'))}
      ${pair('', html`= <b class="own">${write(end.Z)}</b>`, 'total')}
    </div>`
}

/** @param {number} value */
const sign = (value) => (value < 0 ? 'negative' : 'positive')

/** @param {unknown} above @param {unknown} beneath @param {string} [kind] */
const pair = (above, beneath, kind = '') =>
  html`<span class="pair ${kind}"><span>${above}</span><span>${beneath}</span></span>`

/** A term with the plus before it, which stay together. @param {boolean} hasPlus @param {unknown} term */
const joined = (hasPlus, term) => html`<span class="joined">${hasPlus ? pair('+', '+', 'sign') : ''}${term}</span>`
