import { catalogue } from '../text/text.ts'
import type { QuantityName } from './at.ts'

/** What readers call the quantities of a training step, beside their letters, and the words of a formula. */
export const sentences = catalogue('quantities', {
  input: 'input',
  target: 'target',
  weight: 'weight',
  bias: 'bias',
  signal: 'weight × activation',
  sum: 'Z',
  activation: 'activation',
  slope: 'slope of the activation',
  rowCost: 'cost of the row',
  cost: 'cost',
  penalty: 'penalty',
  costSlope: 'slope of the cost',
  delta: 'delta',
  passedBack: 'weight × delta',
  arriving: 'what is passed back',
  rowGradient: 'gradient of the row',
  gradient: 'gradient',
  usedGradient: 'gradient as it is used',
  first: 'memory',
  second: 'second memory',
  newFirst: 'new memory',
  newSecond: 'new second memory',
  newValue: 'new value',
  change: 'change',
  if: 'if',
  else: 'else',
} satisfies Record<QuantityName | 'if' | 'else', string>)
