import { isAlone } from '../network/one-neuron.ts'
import { parameterLetters } from '../network/parameters.ts'
import { type At, parameterOf, type QuantityName, sourceOf } from './at.ts'
import type { Network } from './network.ts'
import type { SettingName } from './tree.ts'

/** The letters of quantities and settings, with their indices as people count them: W4,2 leads from unit 4 to unit 2. */

/** A letter, what stands at its foot, and a mark behind it: Z₂, W₄,₂, m′. */
export interface Letters {
  letter: string
  index: string
  mark: string
}

/** The letter of each setting in the formulas of the optimizers. */
export const settingLetters: Record<SettingName, string> = {
  learningRate: 'η',
  momentum: 'μ',
  rho: 'ρ',
  beta1: 'β₁',
  beta2: 'β₂',
  epsilon: 'ε',
  weightDecay: 'λ',
  l1: 'L1',
  l2: 'L2',
  steps: 't',
}

const unit = ({ unit }: At) => String(unit + 1)
const ofParameter = (at: At, isAlone: boolean) => parameterLetters(parameterOf(at), isAlone).index
const parameterLetter = (at: At, isAlone: boolean) => parameterLetters(parameterOf(at), isAlone).letter
const ofRow = ({ row }: At) => (row === undefined ? '' : String(row + 1))

/** What is written at a place, in a network that is one neuron alone or not. */
type Writes = (at: At, isAlone: boolean) => string

/** What a symbol is made of; `letter` may depend on where it lives. */
const letters: Record<QuantityName, [letter: string | Writes, index: Writes, mark?: string]> = {
  input: ['In', unit],
  target: ['Y', unit],
  weight: [parameterLetter, ofParameter],
  bias: [parameterLetter, ofParameter],
  signal: [(...at) => `${parameterLetter(...at)}·A`, ofParameter],
  sum: ['Z', unit],
  activation: ['A', unit],
  slope: ['f′(Z', unit, ')'],
  rowCost: ['C', ofRow],
  cost: ['C', () => ''],
  penalty: ['P', () => ''],
  costSlope: ['∂C/∂A', unit],
  delta: ['δ', unit],
  passedBack: [(...at) => `${parameterLetter(...at)}·δ`, ofParameter],
  arriving: ['∂C/∂A', unit],
  rowGradient: [(...at) => `∂C/∂${parameterLetter(...at)}`, ofParameter],
  gradient: [(...at) => `∂C/∂${parameterLetter(...at)}`, ofParameter],
  usedGradient: ['g', ofParameter],
  first: ['m', ofParameter],
  second: ['v', ofParameter],
  newFirst: ['m', ofParameter, '′'],
  newSecond: ['v', ofParameter, '′'],
  newValue: [parameterLetter, ofParameter, '′'],
  change: [(...at) => `Δ${parameterLetter(...at)}`, ofParameter],
}

/** What decides of letters: the layers, and those that the optimizer's formula has for what it remembers. */
export type Lettering = Pick<Network, 'layers' | 'memory'>

export function symbolOf(
  name: QuantityName,
  at: At,
  { layers, memory }: Lettering = { layers: [], memory: [] },
): Letters {
  const [letter, index, mark = ''] = letters[name]
  const isOne = isAlone(layers)
  const remembered = /irst$/.test(name) ? memory[0] : /econd$/.test(name) ? memory[1] : undefined
  return {
    letter: remembered ?? (typeof letter === 'string' ? letter : letter(at, isOne)),
    index: index(at, isOne),
    mark,
  }
}

/** What comes in from one of them: In3, or A3 of the layer before. */
export function sourceName(layer: number, column: number) {
  const { name, at } = sourceOf({ layer, unit: 0 }, column)
  const { letter, index } = symbolOf(name, at)
  return letter + index
}
