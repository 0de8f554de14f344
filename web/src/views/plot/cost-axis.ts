import { extent } from 'd3-array'
import type { Axis } from './axes.ts'
import { roundUp } from './ticks.ts'

/** The axis that costs stand on: from 0, or as far down as they go where it is logarithmic. */
export function costAxis(costs: number[], isLog: boolean): Axis {
  const [low, high] = extent(costs.filter((value) => value > 0 && value < Infinity))
  if (low === undefined) return { low: isLog ? 0.1 : 0, high: 1, label: '', isLog }
  return { low: isLog ? Math.min(roundUp(low) / 2, roundUp(high) / 10) : 0, high: roundUp(high), label: '', isLog }
}
