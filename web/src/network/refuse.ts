import { nearest } from './nearly.ts'
import { type RuleCode, type RuleValues, rules } from './rules.ts'

const longest = 60

/**
 * A value as a sentence shows it: short, whatever it is, and without running code of its own. A string that could be
 * taken for another kind of value stands in quotation marks: "3", "", "null".
 */
export function shown(value: unknown): string {
  const text = typeof value === 'string' && isPlain(value.slice(0, longest)) ? value : outlined(value, 0)
  return clipped(text)
}

const clipped = (text: string) => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text)

/** Words that stand for a value unless they have quotation marks. */
const values = ['null', 'undefined', 'true', 'false', 'NaN']

/** Text that is taken for nothing but text: no number, no list, no word for a value. */
const isPlain = (text: string) =>
  /^[^{["\p{C}][^\p{C}]*$/u.test(text) && Number.isNaN(Number(text.replace(/n$/, ''))) && !values.includes(text)

/** A value about as JSON writes it, as much of it as a sentence has room for. */
function outlined(value: unknown, depth: number): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, longest))
  if (typeof value === 'bigint') return BigInt.asIntN(64, value) === value ? `${value}n` : 'a large BigInt'
  if (typeof value === 'function') return 'a function'
  if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? '-0' : String(value)
  if (depth > 3) return '…'
  try {
    return outlinedObject(value, depth)
  } catch {
    return 'an object'
  }
}

function outlinedObject(value: object, depth: number) {
  if (ArrayBuffer.isView(value)) return `${kindOf(value)}(${(value as Uint8Array).length ?? ''})`
  const isList = Array.isArray(value)
  if (!isList && kindOf(value) !== 'Object') return `[object ${kindOf(value)}]`
  const keys = isList ? [...Array(Math.min(value.length, longest)).keys()].map(String) : Object.keys(value)
  let text = ''
  for (const key of keys) {
    if (text.length > longest) break
    const item = Object.getOwnPropertyDescriptor(value, key)
    const isComputed = item !== undefined && item.get !== undefined
    const written = isComputed ? '…' : outlined(item?.value, depth + 1)
    text += `${text && ','}${isList ? '' : `${outlined(key, 0)}:`}${written}`
  }
  return isList ? `[${text}]` : `{${text}}`
}

/** 'Object', 'Map', 'Float64Array' ... */
const kindOf = (value: object) => Object.prototype.toString.call(value).slice(8, -1)

/** What was refused, as data: the engine's has this form too. */
export interface Refusal {
  /** Of the rule, in the engine's table or in rules.ts. */
  code: string
  /** The name of what was refused. */
  path: string
  /** Those of the rule's sentence, and `value`: what was given, short. */
  values: Record<string, string | number>
}

/** What was given, and the values of the rule's sentence, if it has any. Nothing was given where the sentence says all. */
type Given<Code extends RuleCode> = keyof RuleValues<Code> extends never
  ? [given?: unknown]
  : [given: unknown, values: RuleValues<Code>]

/** Refuses a value: `path: rule, got value`. */
export function refuseValue<Code extends RuleCode>(code: Code, path: string, ...given: Given<Code>): never {
  throw mistake(RangeError, code, path, given)
}

/** Refuses something of the wrong kind: `path: rule, got value`. */
export function refuseType<Code extends RuleCode>(code: Code, path: string, ...given: Given<Code>): never {
  throw mistake(TypeError, code, path, given)
}

/** The error of a refusal. */
export function mistake(
  Kind: typeof RangeError | typeof TypeError,
  code: RuleCode,
  path: string,
  given: [given?: unknown, values?: Refusal['values']],
) {
  const [value, values = {}] = given
  const got = given.length === 0 || rules[code].includes('{value}') ? '' : `, got ${shown(value)}`
  const refusal: Refusal = { code, path, values: given.length === 0 ? {} : { value: asData(value), ...values } }
  return Object.assign(new Kind(`${clipped(path)}: ${filled(code, { value: shown(value), ...values })}${got}`), {
    refusal,
  })
}

/** The sentence of a rule with its values. */
const filled = (code: RuleCode, values: Refusal['values']) =>
  rules[code].replace(/\{(\w+)\}/g, (_, name) => String(values[name])).replace(/\b(1 number|1 layer)s\b/, '$1')

const asData = (value: unknown) =>
  typeof value === 'number' ? value : typeof value === 'string' ? clipped(value) : shown(value)

/** What an error refuses; null when it is no refusal. */
export const refusalOf = (error: unknown): Refusal | null =>
  (error as { refusal?: Refusal } | null | undefined)?.refusal ?? null

/**
 * The values of a plain object with no keys but the known ones.
 * @param name what the sentence calls it
 * @throws {TypeError}
 */
export function plainObject(value: unknown, name: string, known: readonly string[]): Record<string, unknown> {
  const entries = entriesOf(value) ?? refuseType('object', name, value)
  for (const [key] of entries) if (!known.includes(key)) refuseUnknown(name, key, known)
  return Object.fromEntries(entries)
}

/** Refuses a key that is not known, and says which was probably meant. */
export function refuseUnknown(name: string, key: string, known: readonly string[]): never {
  const meant = nearest(key, known)
  if (meant) refuseType('nearlyKnown', name, key, { meant })
  refuseType('known', name, key)
}

/** Nothing if it is no plain object, or one that cannot be read. */
function entriesOf(value: unknown) {
  try {
    if (typeof value === 'object' && value !== null && kindOf(value) === 'Object') return Object.entries(value)
  } catch {
    // a getter or a proxy of the caller's that throws
  }
}
