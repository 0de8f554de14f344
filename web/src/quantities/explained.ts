import type { At, QuantityName } from './at.ts'
import { evaluate, type Operands } from './evaluate.ts'
import type { Network } from './network.ts'
import { lineNotation, plainSymbol, wordsOf } from './plain.ts'
import { type Leaf, type PrintOptions, print } from './print.ts'
import { formulaWith } from './quantities.ts'
import { settled } from './settled.ts'
import type { Tree } from './tree.ts'
import { engineValue, type Values } from './values.ts'

/** A quantity of one network with its numbers: all that its formula, and what is said of it, is made of. */
export interface Explained {
  network: Network
  values: Values
  name: QuantityName
  at: At
  /** Operands whose own formulas stand in their place. */
  written?: readonly QuantityName[]
  write: (value: number) => string
}

/** The numbers that a formula is about. Settings are written as they are. @param setting their values, t included */
export const operandsOf = (values: Values, setting: Operands['setting'] = () => NaN): Operands => ({
  quantity: (name, at) => engineValue(values, name, at),
  setting,
})

/** The number that stands in the place of a leaf. */
export function numberOf(leaf: Leaf, { quantity, setting }: Operands, write: (value: number) => string): string {
  if (leaf.kind === 'quantity') return write(quantity(leaf.name, leaf.at))
  return leaf.kind === 'setting' ? String(setting(leaf.name)) : plainSymbol(leaf)
}

/** The formula as it is to be written, with letters and, as far as it holds for them, with numbers; what says nothing beside the result is left out. */
export function linesOf({ network, values, name, at, written = [] }: Explained): { letters?: Tree; numbers?: Tree } {
  const tree = formulaWith(network, name, at, written)
  if (!tree || tree.kind === 'number') return {}
  return tree.kind === 'quantity' ? { letters: tree } : { letters: tree, numbers: settled(tree, operandsOf(values)) }
}

/** The whole of it on one line: 'Z1 = W1,1 · A1 + B1 = 0.5 · 0.2 + 0.1 = 0.2'. */
export function sentenceOf(explained: Explained, options: PrintOptions): string {
  const { values, name, at, write } = explained
  const operands = operandsOf(values)
  const { letters, numbers } = linesOf(explained)
  const say = (tree: Tree, leaf: (leaf: Leaf) => string, more: (rest: number) => string) =>
    wordsOf(
      print(
        tree,
        lineNotation(leaf, (_, rest) => more(rest)),
        { operands, ...options },
      ),
    )
  return [
    plainSymbol({ kind: 'quantity', name, at }),
    ...(letters ? [say(letters, plainSymbol, () => '…')] : []),
    ...(numbers ? [say(numbers, (leaf) => numberOf(leaf, operands, write), write)] : []),
    write(engineValue(values, name, at)),
  ].join(' = ')
}

/**
 * Whether the numbers as they are written come to the result as it is written; often they do not in the last digit, since
 * each of them is rounded.
 */
export function isExactAsWritten(explained: Explained): boolean {
  const { values, name, at, write } = explained
  const { numbers } = linesOf(explained)
  if (!numbers) return true
  const { quantity, setting } = operandsOf(values)
  const written = (value: number) => Number(write(value).replaceAll('−', '-'))
  const { value } = evaluate(numbers, { quantity: (...of) => written(quantity(...of)), setting })
  return write(value) === write(engineValue(values, name, at))
}
