import { evaluate, type Operands } from './evaluate.ts'
import { either, minus, number, plus, sum, type Tree, times, withParts } from './tree.ts'

/**
 * What is left of a formula once some of its numbers are known: a factor 1 and a term 0 go, a factor 0 takes its product
 * along, and of a piecewise formula only the piece that holds stays. −(y ln a + (1 − y) ln(1 − a)) is −ln a for y = 1.
 * @param isKnown the quantities that are written as the whole numbers they are, such as the targets of classes
 */
export function settled(tree: Tree, operands: Operands, isKnown: (leaf: Tree) => boolean = () => false): Tree {
  const of = (other: Tree) => settled(other, operands, isKnown)
  switch (tree.kind) {
    case 'sum': {
      const terms = left(Array.from({ length: tree.count }, (_, i) => of(tree.term(i))))
      return sum(tree.letter, terms.length, (i) => terms[i])
    }
    case 'plus':
      return plus(...left(tree.terms.map(of)))
    case 'minus':
      return difference(of(tree.left), of(tree.right))
    case 'times':
      return product(tree.factors.map(of))
    case 'either': {
      const holds = evaluate(either(tree.when, number(1), number(0)), operands).value === 1
      return of(holds ? tree.value : tree.otherwise)
    }
    default:
      return isKnown(tree) ? number(evaluate(tree, operands).value) : withParts(tree, of)
  }
}

const is = (tree: Tree, value: number) => tree.kind === 'number' && tree.value === value

/** Without the terms that are 0. */
function left(terms: Tree[]): Tree[] {
  const some = terms.filter((term) => !is(term, 0))
  return some.length > 0 ? some : [number(0)]
}

const difference = (left: Tree, right: Tree): Tree =>
  left.kind === 'number' && right.kind === 'number' ? number(left.value - right.value) : minus(left, right)

function product(factors: Tree[]): Tree {
  if (factors.some((factor) => is(factor, 0))) return number(0)
  const some = factors.filter((factor) => !is(factor, 1))
  return some.length > 1 ? times(...some) : (some[0] ?? number(1))
}
