import type { DecimalMark } from './reading.ts'

/** Numbers as tables hold them, with a decimal point or comma. The same on every machine, whatever its language. */

const plain = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/
const plainComma = /^[+-]?(?:\d+,?\d*|,\d+)(?:[eE][+-]?\d+)?$/
const space = " \u00A0\u2007\u2009\u202F'’"
const grouped: Record<DecimalMark, RegExp> = {
  '.': new RegExp(`^[+-]?[1-9]\\d{0,2}([,${space}])\\d{3}(?:\\1\\d{3})*(?:\\.\\d*)?$`),
  ',': new RegExp(`^[+-]?[1-9]\\d{0,2}([.${space}])\\d{3}(?:\\1\\d{3})*(?:,\\d*)?$`),
}
const infinite = /^[+-]?(?:inf|infinity|∞)$/i
/** What stands before or after a number and says what it is of. */
const affixes = /^([$€£¥]?)\s*([^\s%$€£¥].*?)\s*([%$€£¥]?)$/
const unusualMinus = /^[\u2010-\u2013\u2212\uFE63\uFF0D](?=[\d.,])/

/** @returns NaN = no number; infinite = too large to be computed with, or written so */
export function numberIn(cell: string, decimal: DecimalMark): number {
  if (isSimple(cell, decimal)) return plainNumber(cell, decimal)
  if (decimal === '.' ? plain.test(cell) : plainComma.test(cell)) return plainNumber(cell, decimal)
  if (infinite.test(cell)) return cell.startsWith('-') ? -Infinity : Infinity
  const [, before, bare, after] = affixes.exec(cell.replace(unusualMinus, '-')) ?? []
  if (bare === undefined || (before && after)) return NaN
  if (grouped[decimal].test(bare)) return plainNumber(bare.replace(groups[decimal], ''), decimal)
  return bare === cell ? NaN : numberIn(bare, decimal)
}

/** Digits, a sign and a mark alone, as most are written: seen without a regular expression. */
function isSimple(cell: string, decimal: DecimalMark) {
  const sign = cell.charCodeAt(0)
  let [digits, marks] = [0, 0]
  for (let at = sign === 0x2b || sign === 0x2d ? 1 : 0; at < cell.length; at++) {
    const code = cell.charCodeAt(at)
    if (isDigit(code)) digits++
    else if (code !== decimal.charCodeAt(0) || ++marks > 1) return false
  }
  return digits > 0
}

/** @param code of a character */
export const isDigit = (code: number) => code >= 0x30 && code <= 0x39

const groups: Record<DecimalMark, RegExp> = {
  '.': new RegExp(`[,${space}]`, 'g'),
  ',': new RegExp(`[.${space}]`, 'g'),
}

const plainNumber = (cell: string, decimal: DecimalMark) => Number(decimal === '.' ? cell : cell.replace(',', '.'))

const currencies = [...'$€£¥'].map((mark) => mark.charCodeAt(0))

/** Whether something may stand before a number or after it. */
export function mayHaveAffix(cell: string, isNumber: boolean) {
  const [first, last] = [cell.charCodeAt(0), cell.charCodeAt(cell.length - 1)]
  if (!isDigit(first) && currencies.includes(first)) return true
  return isNumber && !isDigit(last) && last !== 0x2e && last !== 0x2c
}

/** '%', '€' or the like where a number is written with it, else ''. */
export function affixOf(cell: string) {
  const [, before, , after] = affixes.exec(cell) ?? []
  return before || after || ''
}

/** Numbers in a notation that is not read, such as 0x10 and 1_000: they show that numbers are meant. */
export const isOtherNotation = (cell: string) => /^[+-]?(?:0[xob][\da-f_]+|\d[\d.]*_[\d_.]*)$/i.test(cell)

/** What the marks in a column can only mean. */
export interface Evidence {
  comma: number
  point: number
  /** '1,234': one group behind a comma could as well be three decimals. */
  either: number
  /** The first of these. */
  example: string
}

const isCommaDecimal = /^[+-]?(?:\d*,\d+|\d{1,3}(?:\.\d{3})+,\d+|[1-9]\d{0,2}(?:\.\d{3}){2,})$/
const isPointDecimal = /^[+-]?(?:\d*\.\d+|\d{1,3}(?:,\d{3})+\.\d+|[1-9]\d{0,2}(?:,\d{3}){2,})$/
const isEither = /^[+-]?[1-9]\d{0,2}([.,])\d{3}$/

export const haveComma = (cells: readonly string[]) => cells.some((cell) => cell.includes(','))

/** What speaks for a decimal comma or point in some cells; nothing has to where there is no comma. */
export function evidenceIn(cells: readonly string[], hasComma: boolean, fallback: DecimalMark = '.'): Evidence {
  const found: Evidence = { comma: 0, point: 0, either: 0, example: '' }
  if (fallback === '.' && !hasComma) return found
  for (const cell of cells) if (cell.length < 40 && /[.,]/.test(cell)) weigh(cell, found)
  return found
}

function weigh(cell: string, found: Evidence) {
  const [, , bare = ''] = affixes.exec(cell) ?? []
  const mark = isEither.exec(bare)?.[1]
  if (mark === ',') {
    found.either++
    found.example ||= cell
  } else if (!mark && isCommaDecimal.test(bare)) found.comma++
  else if (!mark && isPointDecimal.test(bare)) found.point++
}
