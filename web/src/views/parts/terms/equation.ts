import { html, mathml, nothing } from 'lit'
import {
  type Explained,
  isNegative,
  linesOf,
  numberOf,
  operandsOf,
  sentenceOf,
  valueAt,
} from '../../../quantities/explained.ts'
import { plainSymbol, plainText } from '../../../quantities/plain.ts'
import type { Leaf } from '../../../quantities/print.ts'
import { belongsTo, formulaWith } from '../../../quantities/quantities.ts'
import { figure, formula, letters as lettersOf, typeset } from '../maths/maths.ts'
import { standsFor } from '../stands-for.ts'

/** A quantity and its formula on one line, with letters or with letters and numbers. */

/** Terms of a sum that are written out. */
const mostTerms = 4

type Named = Pick<Explained, 'network' | 'name' | 'at' | 'written'> & Partial<Pick<Explained, 'pointed'>>

const symbolOf = ({ name, at }: Named): Leaf => ({ kind: 'quantity', name, at })
/** Letters that stand for what they name, see linked(). */
export const inLetters = (of: Named) => (leaf: Leaf) => linked(of, leaf, lettersOf(leaf, of.network))

/** What stands for a quantity points at what that belongs to, and is lit when this is pointed at. */
function linked({ pointed = null }: Named, leaf: Leaf, written: unknown, isTurned = false) {
  const to = leaf.kind === 'quantity' ? belongsTo(leaf.name, leaf.at) : null
  return to ? mathml`<mrow class=${isTurned ? 'turns' : nothing} ${standsFor(pointed, to)}>${written}</mrow>` : written
}

/** Whether it is a number of the network, which can be turned where it stands. */
const isTurned = (leaf: Leaf) => leaf.kind === 'quantity' && (leaf.name === 'weight' || leaf.name === 'bias')

const equals = (of: unknown) => html` = ${of}`
const symbol = (of: Named) => html`<b>${formula(inLetters(of)(symbolOf(of)))}</b>`

/** With letters alone, as for means of which the formula does not hold. */
export function lettersTemplate(of: Named) {
  const { network, name, at, written = [] } = of
  const tree = formulaWith(network, name, at, written)
  if (!tree) return nothing
  return html`
    <p class="spoken">${plainSymbol(symbolOf(of), network)} = ${plainText(tree, network)}</p>
    <p class="equation" aria-hidden="true">${symbol(of)}${equals(typeset(tree, { leaf: inLetters(of) }, { mostTerms }))}</p>`
}

/** The formula with its numbers alone, beginning with '='; nothing where there is none. */
export function numbersTemplate(explained: Explained) {
  const { values, write } = explained
  const operands = operandsOf(values)
  const { numbers } = linesOf(explained)
  const notation = {
    leaf: (leaf: Leaf) => linked(explained, leaf, figure(numberOf(leaf, operands, write)), isTurned(leaf)),
    rest: (rest: number) => figure(write(rest)),
    isNegative: (leaf: Leaf) => isNegative(leaf, operands),
  }
  return numbers ? equals(typeset(numbers, notation, { mostTerms, operands })) : nothing
}

/**
 * With letters, with numbers, and what they come to; read out as one sentence. A roundedNote() belongs beneath.
 */
export function equationTemplate(explained: Explained) {
  const { values, name, at, write } = explained
  const operands = operandsOf(values)
  const options = { mostTerms, operands }
  const { letters } = linesOf(explained)
  return html`
    <p class="spoken">${sentenceOf(explained, options)}</p>
    <p class="equation" aria-hidden="true">${symbol(explained)}${
      letters ? equals(typeset(letters, { leaf: inLetters(explained) }, options)) : nothing
    }${numbersTemplate(explained)}${equals(html`<b data-value=${name}>${write(valueAt(explained, name, at))}</b>`)}</p>`
}
