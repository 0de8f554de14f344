import type { QuantityName } from '../../quantities/at.ts'
import type { Tint } from '../../state/overlay.ts'

/** The colours of quantities that are not told by sign: errors passed back, and what follows from a gradient. */
const tints: { [name in QuantityName]?: Tint } = {
  costSlope: 'delta',
  delta: 'delta',
  passedBack: 'delta',
  arriving: 'delta',
  rowGradient: 'gradient',
  gradient: 'gradient',
  usedGradient: 'gradient',
  change: 'gradient',
}

/** The token that colours a number, a class too: what runs forward has the one of its sign. */
export const tintOf = (name: QuantityName, value: number): Tint => tints[name] ?? (value < 0 ? 'negative' : 'positive')
