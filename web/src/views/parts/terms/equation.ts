import { html, nothing } from 'lit'
import { type Explained, linesOf, numberOf, operandsOf, sentenceOf } from '../../../quantities/explained.ts'
import { plainSymbol, plainText } from '../../../quantities/plain.ts'
import type { Leaf } from '../../../quantities/print.ts'
import { engineValue } from '../../../quantities/values.ts'
import { figure, formula, letters, typeset } from '../maths/maths.ts'
import { roundedNote } from './rounded.ts'

/** Terms of a sum that are written out. */
const mostTerms = 4

/**
 * A quantity, its formula with letters, with numbers, and what they come to; read out as one sentence.
 * @param isMean the numbers are means, for which the formula does not hold: it is shown with letters alone
 */
export function equationTemplate(explained: Explained, isMean = false) {
  const { values, name, at, write } = explained
  const operands = operandsOf(values)
  const options = { mostTerms, operands }
  const { letters: tree, numbers } = linesOf(explained)
  const inNumbers = {
    leaf: (leaf: Leaf) => figure(numberOf(leaf, operands, write)),
    rest: (rest: number) => figure(write(rest)),
  }
  const equals = (of: unknown) => html` = ${of}`
  const symbol = html`<b class="own">${formula(letters({ kind: 'quantity', name, at }))}</b>`
  const inLetters = tree ? equals(typeset(tree, { leaf: letters }, options)) : nothing
  if (isMean) {
    return html`<p class="spoken">${tree ? `${plainSymbol({ kind: 'quantity', name, at })} = ${plainText(tree)}` : nothing}</p>
      <p class="equation" aria-hidden="true">${symbol}${inLetters}</p>`
  }
  return html`
    <p class="spoken">${sentenceOf(explained, options)}</p>
    <p class="equation" aria-hidden="true">${symbol}${inLetters}${numbers ? equals(typeset(numbers, inNumbers, options)) : nothing}${equals(
      html`<b class="own" data-value=${name}>${write(engineValue(values, name, at))}</b>`,
    )}</p>
    ${roundedNote(explained)}`
}
