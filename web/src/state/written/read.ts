import { refuseType, refuseValue } from '../../network/refuse.ts'

/** What the readers of the written forms have in common. */

/** Most characters of a text: more than anybody writes into an attribute, little enough to be read at once. */
const longest = 2000

/** Most changes or comparisons in one text. */
const most = 64

const decimal = /^[-+−]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d{1,3})?$/i

/** A finite number in plain decimal form. @throws {RangeError} */
export function numberIn(written: string, path: string): number {
  const text = written.trim()
  const value = decimal.test(text) ? Number(text.replace('−', '-')) : NaN
  return Number.isFinite(value) ? value : refuseValue('finiteNumber', path, written)
}

/** The text itself, where it is one of a bearable length. @throws {TypeError | RangeError} */
export function textIn(written: unknown, path: string): string {
  if (typeof written !== 'string') refuseType('string', path, written)
  if (written.length > longest) refuseValue('mostCharacters', path, written.length, { maximum: longest })
  return written
}

/** The parts of a list, without the empty ones that a trailing mark leaves. @throws {RangeError} */
export function partsIn(written: unknown, mark: RegExp, path: string): string[] {
  const parts = textIn(written, path)
    .split(mark)
    .map((part) => part.trim())
    .filter(Boolean)
  if (parts.length > most) refuseValue('most', `${path}.length`, parts.length, { maximum: most })
  return parts
}

/** Refuses what is written otherwise than it must be. @param form what it must be, with an example */
export function refuseForm(form: string, path: string, written: string): never {
  refuseValue('exactly', path, written, { count: form })
}
