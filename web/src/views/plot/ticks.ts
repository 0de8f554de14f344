/** Round numbers along an axis. */

/** At most about `count` round values within [low, high], with the decimals they need. */
export function linearTicks(
  low: number,
  high: number,
  count = 5,
): { values: number[]; format: (value: number) => string } {
  const span = high - low
  if (!(span > 0) || !Number.isFinite(span)) return { values: [low], format: (value) => minus(String(value)) }
  const raw = span / count
  const power = 10 ** Math.floor(Math.log10(raw))
  const step = [1, 2, 5, 10].map((m) => m * power).find((s) => s >= raw * 0.999) ?? raw
  const first = Math.ceil(low / step - 1e-9)
  const last = Math.floor(high / step + 1e-9)
  const size = Math.max(Math.abs(low), Math.abs(high))
  const decimals = Math.min(12, Math.max(0, -Math.floor(Math.log10(step) + 1e-9)))
  return {
    values: Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12))),
    format: (value) =>
      minus(
        step < 1e-4 || size >= 1e5
          ? powerForm(value, step)
          : value.toLocaleString('en', {
              minimumFractionDigits: decimals,
              maximumFractionDigits: decimals,
              useGrouping: Math.abs(value) >= 1e4,
            }),
      ),
  }
}

/** A tick far from 1 with the digits that tell it from the next: '2.5e6'. */
function powerForm(value: number, step: number) {
  if (value === 0) return '0'
  const digits = Math.floor(Math.log10(Math.abs(value)) + 1e-9) - Math.floor(Math.log10(step) + 1e-9)
  return value.toExponential(Math.min(12, Math.max(0, digits))).replace('+', '')
}

/** Powers of ten within [low, high], both above 0; with 2 and 5 between them when there are few. */
export function logTicks(low: number, high: number): { values: number[]; format: (value: number) => string } {
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

/**
 * An interval with a little air on both sides, never empty.
 * @param air share of the span
 */
export function padded(low: number, high: number, air = 0.05): [low: number, high: number] {
  if (!(low <= high)) return [0, 1]
  const span = high - low || Math.abs(low) || 1
  const most = Number.MAX_VALUE
  return [Math.max(-most, low - span * air), Math.min(most, high + span * air)]
}

/**
 * The next round number, so that a growing axis moves seldom.
 * @param value above 0
 */
export function roundUp(value: number) {
  const power = 10 ** Math.floor(Math.log10(value))
  const step = [1, 1.5, 2, 3, 5, 7.5, 10].find((m) => m * power >= value * 0.99999) ?? 10
  return Number((step * power).toPrecision(3))
}
