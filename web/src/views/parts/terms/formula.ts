import { html } from 'lit'
import { parameterName } from '../../../network/parameters.ts'
import type { Neuron } from '../../../network/pointed.ts'
import type { Frame } from '../../../session/frame.ts'
import { layerClass } from '../layer-class.ts'
import { sourceName, sumInWords, type Term } from './terms.ts'

/** A neuron's sum as a formula: symbols above, numbers beneath, term by term. */

/** Terms that are written out; more are summed up as one. */
const mostTerms = 8

/** @param terms in the order in which they are to be written */
export function formulaTemplate(
  { frame, at, write }: { frame: Frame; at: Neuron; write: (value: number) => string },
  terms: Term[],
) {
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

const sign = (value: number) => (value < 0 ? 'negative' : 'positive')

const pair = (above: unknown, beneath: unknown, kind = '') =>
  html`<span class="pair ${kind}"><span>${above}</span><span>${beneath}</span></span>`

/** A term with the plus before it, which stay together. */
const joined = (hasPlus: boolean, term: unknown) =>
  html`<span class="joined">${hasPlus ? pair('+', '+', 'sign') : ''}${term}</span>`
