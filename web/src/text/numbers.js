const count = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })
const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 3 })
const percent = new Intl.NumberFormat('en', { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 })

/**
 * A measured number with `digits` significant digits and a real minus: '0.2984', '−12.40', '3.510e−5', '–' for NaN.
 * The same number looks the same wherever it stands.
 * @param {number} value
 * @param {number} [digits]
 * @returns {string}
 */
export function formatNumber(value, digits = 4) {
  if (Number.isNaN(value)) return '–'
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞'
  const size = Math.abs(Number(value.toPrecision(digits))) // 99.996 is written as 100.0
  const isPlain = value === 0 || (size >= 1e-3 && size < 1e5)
  return minus(isPlain ? plain(value, size, digits) : value.toExponential(digits - 1))
}

/** @param {number} value @param {number} size @param {number} digits */
function plain(value, size, digits) {
  const magnitude = value === 0 ? 0 : Math.floor(Math.log10(size))
  return value.toFixed(Math.max(0, digits - 1 - magnitude))
}

/** @param {string} digits */
const minus = (digits) => digits.replaceAll('-', '−')

/**
 * A number where there is room for few characters, on a neuron or a wire: '0.53', '−12.4', '4750', '0.00', '2.1e6'.
 * @param {number} value
 * @returns {string}
 */
export function formatShort(value) {
  const size = Math.abs(value)
  if (size < 1) return size < 0.005 ? '0.00' : minus(value.toFixed(2))
  if (size >= 1e5 && Number.isFinite(value)) return minus(value.toExponential(1).replace('+', ''))
  return formatNumber(value, 3)
}

/** A whole number with separators: '12,400'. @param {number} value */
export const formatCount = (value) => count.format(value)

/** A large number in few characters: '1.24M'. @param {number} value */
export const formatCompact = (value) => compact.format(value)

/** A share as a percentage with one decimal: '97.5%', '–' for NaN. @param {number} value */
export const formatShare = (value) => (Number.isNaN(value) ? '–' : percent.format(value))
