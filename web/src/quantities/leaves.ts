import type { At, QuantityName } from './at.ts'
import type { Network } from './network.ts'
import { formulaOf } from './quantities.ts'
import { type Tree, withParts } from './tree.ts'

/** The quantities that a formula is made of, each as often as it stands there. */
function leavesOf(tree: Tree): Extract<Tree, { kind: 'quantity' }>[] {
  if (tree.kind === 'quantity') return [tree]
  if (tree.kind === 'sum') return Array.from({ length: tree.count }, (_, i) => leavesOf(tree.term(i))).flat()
  const found: Extract<Tree, { kind: 'quantity' }>[] = []
  withParts(tree, (part) => {
    found.push(...leavesOf(part))
    return part
  })
  return found
}

/** Of what the formula of a neuron's quantity is made, as far as it is the neuron's own: the names, each once. */
export function operandsAt(network: Network, name: QuantityName, at: At): QuantityName[] {
  const tree = formulaOf(network, name, { ...at, row: 0 })
  const own = tree
    ? leavesOf(tree).filter(
        ({ at: { layer, unit, from } }) => layer === at.layer && unit === at.unit && from === undefined,
      )
    : []
  return [...new Set(own.map(({ name }) => name))]
}
