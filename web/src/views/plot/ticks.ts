import { ticks } from 'd3-array'

/** Round numbers along an axis. */

interface Ticks {
  values: number[]
  format: (value: number) => string
}

/** d3 comes as near to a count as it can, to more as to fewer. */
const d3Excess = Math.SQRT2

/** At most about `count` round values within [low, high], with the decimals they need. */
export function linearTicks(low: number, high: number, count = 5): Ticks {
  const span = high - low
  if (!(span > 1e-300 && span < Infinity)) return { values: [low], format: (value) => minus(String(value)) }
  const values = several(low, high, count / d3Excess).map((value) => Number(value.toPrecision(12)))
  const step = values.length > 1 ? values[1] - values[0] : span
  const size = Math.max(Math.abs(low), Math.abs(high))
  const decimals = Math.min(12, Math.max(0, -powerOf(step)))
  return {
    values,
    format: (value) =>
      minus(
        step < 1e-4 || size >= 1e5
          ? powerForm(value, step)
          : value.toFixed(decimals).replace(/^(-?\d\d)(\d{3})\b/, '$1,$2'),
      ),
  }
}

/** At least two where there are any: one alone does not tell how far apart values stand. */
function several(low: number, high: number, count: number): number[] {
  const values = ticks(low, high, count)
  return values.length > 1 || count > 10 ? values : several(low, high, count * d3Excess)
}

/** A tick far from 1 with the digits that tell it from the next: '2.5e6'. */
function powerForm(value: number, step: number) {
  if (value === 0) return '0'
  const digits = powerOf(Math.abs(value)) - powerOf(step)
  return value.toExponential(Math.min(12, Math.max(0, digits))).replace('+', '')
}

/** Of ten. */
const powerOf = (value: number) => Math.floor(Math.log10(value) + 1e-9)

/** Powers of ten within [low, high], both above 0; with 2 and 5 between them when there are few. */
export function logTicks(low: number, high: number): Ticks {
  const powers = Math.log10(high / low)
  const steps = powers > 5 ? [1] : powers > 2.5 ? [1, 3] : [1, 2, 5]
  const every = Math.max(1, Math.ceil(powers / 8))
  const values = []
  for (let p = Math.floor(Math.log10(low)); p <= Math.ceil(Math.log10(high)); p++) {
    if (p % every !== 0) continue
    for (const m of steps) {
      const value = Number(`${m}e${p}`)
      if (value >= low * 0.9999 && value <= high * 1.0001) values.push(value)
    }
  }
  return { values, format: (value) => minus(value < 1e-4 || value >= 1e5 ? value.toExponential(0) : String(value)) }
}

const minus = (digits: string) => digits.replaceAll('-', '−')

/** What is round, and what is rounder. */
const round = [1, 1.5, 2, 3, 5, 7.5, 10]
export const rounder: number[] = [1, 2, 5, 10]

/**
 * The next round number, so that a growing axis moves seldom.
 * @param value above 0
 * @param steps what is round, from 1 to 10
 */
export function roundUp(value: number, steps: number[] = round): number {
  const power = 10 ** Math.floor(Math.log10(value))
  const step = steps.find((m) => m * power >= value * 0.99999) ?? 10
  return Number((step * power).toPrecision(3))
}
