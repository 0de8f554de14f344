import { html, mathml, nothing } from 'lit'
import { offerMathsFont } from '#maths-font'
import { lineNotation } from '../../../quantities/plain.ts'
import { type Leaf, type Notation, type PrintOptions, print } from '../../../quantities/print.ts'
import { type Lettering, type Letters, settingLetters, symbolOf } from '../../../quantities/symbols.ts'
import { type FunctionName, isFlat, type Tree } from '../../../quantities/tree.ts'

/** Formulas typeset, as MathML: every browser that the page runs in draws it by itself. */

type Written = unknown

const mo = (sign: string) => mathml`<mo>${sign}</mo>`
const bracketed = (of: Written) => mathml`<mrow><mo stretchy="false">(</mo>${of}<mo stretchy="false">)</mo></mrow>`
const joined = (parts: Written[], sign: string) =>
  mathml`<mrow>${parts.map((part, i) => (i > 0 ? [mo(sign), part] : part))}</mrow>`

const functionNames: Partial<Record<FunctionName, string>> = { normal: 'Φ', density: 'φ', sigmoid: 'σ' }

/** A formula within a line of text. @param label what is read out in its place; nothing where that stands elsewhere */
export function formula(of: Written, label?: string) {
  offerMathsFont()
  return html`<math class="maths" displaystyle="true" aria-label=${label ?? nothing} aria-hidden=${label ? nothing : 'true'}>${of}</math>`
}

/** '∂C/∂A' is of several letters and signs, of which the last bears the index; 'In' is one word. */
function symbol({ letter, index, mark }: Letters): Written {
  const parts = letter.match(/^\p{L}+$/u) ? [letter] : [...letter]
  const last = mathml`<mi>${parts.pop()}</mi>`
  const named = index ? mathml`<msub>${last}<mn>${index}</mn></msub>` : last
  const before = parts.map((part) =>
    /\p{L}/u.test(part) ? mathml`<mi>${part}</mi>` : mathml`<mo stretchy="false" lspace="0" rspace="0">${part}</mo>`,
  )
  return mathml`<mrow>${before}${named}${mark ? mathml`<mo stretchy="false" lspace="0" rspace="0">${mark}</mo>` : nothing}</mrow>`
}

/** A leaf by its letters. */
export function letters(leaf: Leaf, lettering?: Lettering): Written {
  switch (leaf.kind) {
    case 'number':
      return mathml`<mn>${String(leaf.value).replace('-', '−')}</mn>`
    case 'setting':
      return mathml`<mi>${settingLetters[leaf.name]}</mi>`
    case 'quantity':
      return symbol(symbolOf(leaf.name, leaf.at, lettering))
    default:
      return mathml`<mi>${leaf.kind === 'e' ? 'e' : leaf.name}</mi>`
  }
}

/** A number, in a class that tells its sign or what it is. */
export const figure = (written: string, kind: string | typeof nothing = nothing): Written =>
  mathml`<mn class=${kind}>${written}</mn>`

/**
 * A formula within a line of text. One that only adds and multiplies may go on in the next line; MathML does not.
 * @param leaf how a leaf is written: its letters, or its number
 * @param rest what stands for the terms that are folded @param isNegative see Notation
 */
export function typeset(
  tree: Tree,
  {
    leaf,
    rest = () => mo('…'),
    isNegative,
  }: { leaf: (leaf: Leaf) => Written; rest?: (rest: number) => Written; isNegative?: (leaf: Leaf) => boolean },
  options: PrintOptions,
): Written {
  if (!isFlat(tree)) {
    return formula(print(tree, { ...mathNotation, leaf, more: (_, value) => rest(value), isNegative }, options))
  }
  const line = lineNotation<Written>(
    (each) => formula(leaf(each)),
    (_, value) => formula(rest(value)),
    isNegative,
  )
  return print(tree, { ...line, group: (of) => html`<span class="maths-group">(${of})</span>` }, options)
}

const mathNotation: Omit<Notation<Written>, 'leaf' | 'more' | 'isNegative'> = {
  hasBar: true,
  plus: (terms) => joined(terms, '+'),
  minus: (left, right) => joined([left, right], '−'),
  negative: (of) => mathml`<mrow><mo form="prefix">−</mo>${of}</mrow>`,
  times: (factors) => joined(factors, '·'),
  over: (above, below) => mathml`<mfrac><mrow>${above}</mrow><mrow>${below}</mrow></mfrac>`,
  power: (base, exponent) => mathml`<msup><mrow>${base}</mrow><mrow>${exponent}</mrow></msup>`,
  root: (of) => mathml`<msqrt>${of}</msqrt>`,
  call: (name, of) =>
    name === 'abs'
      ? mathml`<mrow><mo>|</mo>${of}<mo>|</mo></mrow>`
      : mathml`<mrow><mi>${functionNames[name] ?? name}</mi>${bracketed(joined(of, ','))}</mrow>`,
  either: (then, when, otherwise) => mathml`<mrow><mo>{</mo><mtable columnalign="left">
    <mtr><mtd>${then}</mtd><mtd>${when}</mtd></mtr><mtr><mtd>${otherwise}</mtd><mtd></mtd></mtr></mtable></mrow>`,
  compared: (left, is, right) => joined([left, right], is),
  group: bracketed,
}
