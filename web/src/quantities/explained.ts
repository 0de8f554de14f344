import type { Pointed } from '../network/pointed.ts'
import type { At, QuantityName } from './at.ts'
import { evaluate, type Operands } from './evaluate.ts'
import type { Network } from './network.ts'
import { type Line, lineNotation, plainSymbol, wordsOf } from './plain.ts'
import { type Leaf, type Notation, type PrintOptions, print } from './print.ts'
import { formulaWith } from './quantities.ts'
import { settled } from './settled.ts'
import type { Tree } from './tree.ts'
import { engineValue, type Values } from './values.ts'

/** A network with its numbers, and how they are written. */
export interface Numbers {
  network: Network
  values: Values
  write: (value: number) => string
  /** What is pointed at: its quantities are lit wherever they stand. */
  pointed: Pointed | null
}

/** One quantity of it: all that its formula, and what is said of it, is made of. */
export interface Explained extends Numbers {
  name: QuantityName
  at: At
  /** Operands whose own formulas stand in their place. */
  written?: readonly QuantityName[]
}

export const valueAt = ({ values }: Numbers, name: QuantityName, at: At) => engineValue(values, name, at)

/** The numbers that a formula is about. */
export const operandsOf = (values: Values): Operands => ({
  quantity: (name, at) => engineValue(values, name, at),
  setting: values.setting,
})

/** The number that stands in the place of a leaf; settings are written as they are. */
export function numberOf(leaf: Leaf, { quantity, setting }: Operands, write: (value: number) => string): string {
  if (leaf.kind === 'quantity') return write(quantity(leaf.name, leaf.at))
  return leaf.kind === 'setting' ? String(setting(leaf.name)).replace('-', '−') : plainSymbol(leaf)
}

/** Whether the number in the place of a leaf is below 0. */
export const isNegative = (leaf: Leaf, { quantity }: Operands) =>
  leaf.kind === 'quantity' && quantity(leaf.name, leaf.at) < 0

/** The formula as it is to be written, with letters and, as far as it holds for them, with numbers; what says nothing beside the result is left out. */
export function linesOf({ network, values, name, at, written = [] }: Explained): { letters?: Tree; numbers?: Tree } {
  const tree = formulaWith(network, name, at, written)
  if (!tree || tree.kind === 'number') return {}
  return tree.kind === 'quantity' ? { letters: tree } : { letters: tree, numbers: settled(tree, operandsOf(values)) }
}

/** The whole of it on one line: 'Z1 = W1,1 · A1 + B1 = 0.5 · 0.2 + 0.1 = 0.2'. */
export function sentenceOf(explained: Explained, options: PrintOptions): string {
  const { network, values, name, at, write } = explained
  const operands = operandsOf(values)
  const { letters, numbers } = linesOf(explained)
  const symbol = (leaf: Leaf) => plainSymbol(leaf, network)
  const say = (tree: Tree, notation: Notation<Line<string>>) => wordsOf(print(tree, notation, { operands, ...options }))
  const inLetters = lineNotation<string>(symbol, () => '…')
  const inNumbers = lineNotation<string>(
    (leaf) => numberOf(leaf, operands, write),
    (_, rest) => write(rest),
    (leaf) => isNegative(leaf, operands),
  )
  return [
    symbol({ kind: 'quantity', name, at }),
    ...(letters ? [say(letters, inLetters)] : []),
    ...(numbers ? [say(numbers, inNumbers)] : []),
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
