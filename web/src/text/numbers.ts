import { direction, inLanguage } from './language.ts'

/** How the language in use writes numbers, in the digits of the arithmetic. */
const format = (options: Intl.NumberFormatOptions) =>
  inLanguage((language) => new Intl.NumberFormat(language, { numberingSystem: 'latn', ...options }))

const count = format({ maximumFractionDigits: 0 })
const compact = format({ notation: 'compact', maximumSignificantDigits: 3 })
const percent = format({ style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 })

/**
 * A measured number with `digits` significant digits and a real minus: '0.2984', '−12.40', '3.510e−5', '–' for NaN.
 * The same number looks the same wherever it stands.
 */
export function formatNumber(value: number, digits = 4): string {
  if (Number.isNaN(value)) return '–'
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞'
  const size = Math.abs(Number(value.toPrecision(digits))) // 99.996 is written as 100.0
  const isPlain = value === 0 || (size >= 1e-3 && size < 1e5)
  return minus(isPlain ? plain(value, size, digits) : value.toExponential(digits - 1))
}

function plain(value: number, size: number, digits: number) {
  const magnitude = value === 0 ? 0 : Math.floor(Math.log10(size))
  return value.toFixed(Math.max(0, digits - 1 - magnitude))
}

/** A real minus, which stays to the left of its digits whichever way the words around it run. */
const minus = (digits: string) => digits.replaceAll('-', direction() === 'rtl' ? '\u200e−' : '−')

/**
 * A number where there is room for few characters, on a neuron or a wire: '0.53', '−12.4', '4750', '0.0035', '3.5e−6',
 * '2.1e6', '4e160'. At most 7 characters, and only 0 itself is written as 0.
 */
export function formatShort(value: number): string {
  const size = Math.abs(value)
  if (!Number.isFinite(value) || (size >= 1 && size < 99_950)) return formatNumber(value, 3)
  if (size === 0 || size > 0.0095) return size < 1 ? minus((value || 0).toFixed(2)) : powerOfTen(value)
  return size >= 9.95e-4 ? minus(value.toPrecision(2)) : powerOfTen(value)
}

/** A number on a wire, with two digits where it is small: '0.53', '0.035', '4.0e−4', '0'. */
export function formatTight(value: number) {
  const size = Math.abs(value)
  if (size === 0) return '0'
  return size >= 0.0095 && size < 0.095 ? formatNumber(value, 2) : formatShort(value)
}

/** '3.5e−6'; '4e−12' where the exponent takes more room. */
function powerOfTen(value: number) {
  const size = Math.abs(value)
  const isLong = size < 1e-9 || size >= 9.5e99
  const written = value.toExponential(isLong ? 0 : 1)
  return minus(written.replace(/(?<![.\d])1e-9$/, '1.0e-9')).replace('+', '') // 9.6e-10 as 1e-9 is written itself
}

/** A whole number with separators: '12,400'. */
export const formatCount = (value: number) => count().format(value)

/** A large number in few characters: '1.24M'. */
export const formatCompact = (value: number) => compact().format(value)

/**
 * A share as a percentage with one decimal: '97.5%', '–' for NaN. Only none is written as 0.0%, only all as 100.0%:
 * '< 0.1%', '> 99.9%', which no line breaks.
 */
export function formatShare(value: number) {
  if (Number.isNaN(value)) return '–'
  const write = (share: number) => percent().format(share)
  if (value > 0 && value < 0.0005) return `<\u00a0${write(0.001)}`
  return value < 1 && value >= 0.9995 ? `>\u00a0${write(0.999)}` : write(value || 0)
}
