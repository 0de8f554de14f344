import { type Explained, isNegative, numberOf, operandsOf } from '../../../quantities/explained.ts'
import { lineNotation, wordsOf } from '../../../quantities/plain.ts'
import { print } from '../../../quantities/print.ts'
import { formulaOf } from '../../../quantities/quantities.ts'
import { settled } from '../../../quantities/settled.ts'
import type { Tree } from '../../../quantities/tree.ts'

/** So many terms are written out. */
const mostTerms = 4

/** A row's own cost written out with its numbers: '(0.73 − 1)²'. Targets of 0 and 1 are classes, not measured. */
export function costInNumbers({ network, values, at, write }: Omit<Explained, 'name'>) {
  const operands = operandsOf(values)
  const isClass = (leaf: Tree) =>
    leaf.kind === 'quantity' && leaf.name === 'target' && [0, 1].includes(operands.quantity('target', leaf.at))
  const tree = settled(formulaOf(network, 'rowCost', at) as Tree, operands, isClass)
  const notation = lineNotation<string>(
    (leaf) => numberOf(leaf, operands, write),
    () => '…',
    (leaf) => isNegative(leaf, operands),
  )
  return wordsOf(print(tree, notation, { mostTerms }))
}
