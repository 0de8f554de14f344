/**
 * Reads one number as a person types or pastes it, the page's own read-outs among them: '−3.510e−5', '0,5', '1/3',
 * '1,234,567', '1.2 × 10⁵'. What could mean two numbers is never guessed.
 */

type Problem =
  | 'empty'
  | 'none'
  | 'comma'
  | 'cells'
  | 'spaces'
  | 'percent'
  | 'notation'
  | 'infinite'
  | 'large'
  | 'small'
  | 'division'

/** `whole` and `decimal`: the two meanings of an ambiguous comma */
export interface Unread {
  problem: Problem
  whole?: string
  decimal?: string
}

type Reading = { value: number; problem?: undefined } | Unread

/** Marks that no reader sees: zero-width spaces and marks of direction. */
const unseen = /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g
const minus = /[\u2010-\u2013\u207B\u2212\uFE63\uFF0D]/g
const fullWidth = /[\uFF01-\uFF5E]/g

/**
 * Digits as they are, or in groups of three: by commas, by points, by spaces that do not break or the Swiss
 * apostrophe.
 */
const shapes = [
  /^(?<whole>\d*)(?:[.,](?<decimals>\d*))?$/,
  /^(?<whole>[1-9]\d{0,2}(?:,\d{3})+)(?:\.(?<decimals>\d*))?$/,
  /^(?<whole>[1-9]\d{0,2}(?:\.\d{3})+)(?:,(?<decimals>\d*))?$/,
  /^(?<whole>[1-9]\d{0,2}(?<joint>[\u00A0\u2007\u2009\u202F'’])\d{3}(?:\k<joint>\d{3})*)(?:[.,](?<decimals>\d*))?$/,
]
/** One group behind a comma could as well be three decimals. */
const ambiguous = /^[1-9]\d{0,2},\d{3}$/

export function readNumber(typed: string): Reading {
  const written = usual(typed)
  if (written === '') return { problem: 'empty' }
  if (isSeveral(written)) return { problem: 'cells' }
  if (written.length > longest) return { problem: 'none' }
  const parts = written.split(/\s*[/\u2044\u2215]\s*/)
  return parts.length === 2 ? quotient(readWhole(parts[0]), readWhole(parts[1])) : readWhole(withExponent(written))
}

/**
 * What was typed as a number, or as it was typed when it cannot be read: the session then says what is wrong with it.
 */
export function typedNumber(typed: string): number | string {
  const reading = readNumber(typed)
  return reading.problem === undefined ? reading.value : typed
}

/** Whether several cells of a spreadsheet were copied. */
export const isSeveral = (pasted: string) => /[\t\r\n]/.test(pasted.trim())

/** More characters than any number has that a person writes. */
const longest = 400

/** The same in the characters of a keyboard. */
const usual = (typed: string) =>
  typed
    .replace(unseen, '')
    .trim()
    .replace(minus, '-')
    .replace(fullWidth, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))

/** '1.2 × 10⁵', '10^-5' and the like with an e. */
const withExponent = (written: string) =>
  written
    .replace(/10(-?)([⁰¹²³⁴⁵⁶⁷⁸⁹]+)$/, (_, sign, power) => `10^${sign}${lowered(power)}`)
    .replace(/^(?:(.*\d)\s*[×x*·]\s*|([-+]?))10\s*(?:\^|\*\*)\s*([-+]?\d+)$/i, (_, factor, sign, power) =>
      factor ? `${factor}e${power}` : `${sign}1e${power}`,
    )

const lowered = (power: string) => [...power].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit)).join('')

function quotient(above: Reading, below: Reading): Reading {
  if (above.problem !== undefined) return above
  if (below.problem !== undefined) return below
  return below.value === 0 ? { problem: 'division' } : within(above.value / below.value, above.value !== 0)
}

/** A number without a fraction bar. */
function readWhole(written: string): Reading {
  if (/^[-+]?(∞|inf(inity)?)$/i.test(written)) return { problem: 'infinite' }
  if (/^[-+]?(0[xob][\da-f_]+|\d[\d.]*_[\d_.]*)$/i.test(written)) return { problem: 'notation' }
  const share = /^(.*\d.*?)\s*[%‰]$/.exec(written)
  if (share) return { problem: readWhole(share[1]).problem === undefined ? 'percent' : 'none' }
  const [, sign, figures = '', power] = /^([-+]?)\s*([^e]*?)(?:e([-+]?\d+))?$/i.exec(written) ?? []
  if (/\d \d/.test(figures)) return { problem: 'spaces' }
  const exponent = power ? `e${power}` : ''
  if (ambiguous.test(figures)) {
    const either = (mark: string) => sign + figures.replace(',', mark) + exponent
    return { problem: 'comma', whole: either(''), decimal: either('.') }
  }
  const plain = plainFigures(figures)
  return /\d/.test(plain) ? within(Number(sign + plain + exponent), /[1-9]/.test(plain)) : { problem: 'none' }
}

/** @param isSomething it was not written as nought */
function within(value: number, isSomething: boolean): Reading {
  if (!Number.isFinite(value)) return { problem: 'large' }
  return value === 0 && isSomething ? { problem: 'small' } : { value }
}

/** Digits with a decimal point, '' when they are no number. */
function plainFigures(figures: string) {
  const { whole = '', decimals = '' } = shapes.map((shape) => shape.exec(figures)).find(Boolean)?.groups ?? {}
  return `${whole.replace(/\D/g, '')}.${decimals}`
}
