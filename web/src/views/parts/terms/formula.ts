import { html } from 'lit'
import { type Explained, isNegative, numberOf, operandsOf, sentenceOf } from '../../../quantities/explained.ts'
import { type Line, lineNotation } from '../../../quantities/plain.ts'
import { type Leaf, type PrintOptions, print, summandsOf } from '../../../quantities/print.ts'
import { belongsTo, formulaOf } from '../../../quantities/quantities.ts'
import type { Tree } from '../../../quantities/tree.ts'
import { engineValue } from '../../../quantities/values.ts'
import { formula, typeset } from '../maths/maths.ts'
import { standsFor } from '../stands-for.ts'
import { tintOf } from '../tint.ts'
import { inLetters } from './equation.ts'

/** A sum as a formula: letters above, numbers beneath, term by term. */

/** Terms that are written out; more are summed up as one. */
const mostTerms = 8

/** A roundedNote() belongs beneath. @param order of the terms, by index */
export function formulaTemplate(explained: Explained, order?: readonly number[]) {
  const { network, values, name, at, write } = explained
  const operands = operandsOf(values)
  const options: PrintOptions = { mostTerms, order, operands }
  const tree = formulaOf(network, name, at) as Tree
  const beneath = lineNotation<unknown>(
    (leaf) => figureOf(leaf, numberOf(leaf, operands, write), explained),
    () => '',
    (leaf) => isNegative(leaf, operands),
  )
  const summands = summandsOf(tree, options)
  return html`
    <p class="spoken">${sentenceOf(explained, options)}</p>
    <div class="sum-lines" aria-hidden="true">
      ${pair(html`<b>${formula(inLetters(explained)({ kind: 'quantity', name, at }))}</b>`, '')}${pair('=', '=', 'sign')}
      ${summands.map((each, i) =>
        joined(
          i > 0,
          'term' in each
            ? pair(
                typeset(each.term, { leaf: inLetters(explained) }, options),
                print(each.term, beneath, options),
                each.term.kind === 'quantity' && each.term.name === 'bias' ? 'bias' : 'term',
              )
            : pair('…', write(each.rest), 'rest'),
        ),
      )}
      ${pair('', html`= <b>${write(engineValue(values, name, at))}</b>`, 'total')}
    </div>`
}

/** A number in the colour of what it is. */
function figureOf(leaf: Leaf, written: string, { values, pointed }: Explained): Line<unknown> {
  const to = leaf.kind === 'quantity' ? belongsTo(leaf.name, leaf.at) : null
  if (!to || leaf.kind !== 'quantity') return written
  const { name, at } = leaf
  const number = (kind: string) => html`<span class=${kind} ${standsFor(pointed, to)}>${written}</span>`
  if (name === 'bias') return number('turns')
  return number(`figure ${name === 'weight' ? 'turns ' : ''}${tintOf(name, engineValue(values, name, at))}`)
}

const pair = (above: unknown, beneath: unknown, kind = '') =>
  html`<span class="pair ${kind}"><span>${above}</span><span>${beneath}</span></span>`

/** A term with the plus before it, which stay together. */
const joined = (hasPlus: boolean, term: unknown) =>
  html`<span class="joined">${hasPlus ? pair('+', '+', 'sign') : ''}${term}</span>`
