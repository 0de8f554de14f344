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

/** What was refused, as data, for whoever words it: where it stands, the rule, what was given, clipped. */

export interface Refusal {
  path: string
  rule: string
  value: string
}

/** Refuses a value: `name: rule, got value`. */
export function refuseValue(name: string, rule: string, value: unknown): never {
  throw refused(RangeError, name, rule, value)
}

/** Refuses something of the wrong kind: `name: rule, got value`. */
export function refuseType(name: string, rule: string, value: unknown): never {
  throw refused(TypeError, name, rule, value)
}

function refused(Kind: typeof RangeError | typeof TypeError, path: string, rule: string, value: unknown) {
  const refusal = { path, rule, value: typeof value === 'string' ? clipped(value) : shown(value) }
  return Object.assign(new Kind(`${path}: ${rule}, got ${shown(value)}`), { refusal })
}

/**
 * What an error refuses: as it says itself, or read from its sentence, which the engine's errors all have in this form.
 * @returns null when it is no refusal
 */
export function refusalOf(error: unknown): Refusal | null {
  const { refusal, message } = (error ?? {}) as { refusal?: Refusal; message?: unknown }
  if (refusal && 'rule' in refusal) return refusal // the engine's has a code instead
  const [, path, rule, value = ''] = /^([\w.-]+): (.*?)(?:, got (.*))?$/s.exec(String(message)) ?? []
  return path ? { path, rule, value } : null
}

/**
 * The values of a plain object with no keys but the known ones.
 * @param name what the sentence calls it
 * @throws {TypeError}
 */
export function plainObject(value: unknown, name: string, known: readonly string[]): Record<string, unknown> {
  const entries = entriesOf(value) ?? refuseType(name, 'must be an object', value)
  for (const [key] of entries) {
    if (!known.includes(key)) throw new TypeError(`${name}: has no setting ${shown(key)}`)
  }
  return Object.fromEntries(entries)
}

/** Nothing if it is no plain object, or one that cannot be read. */
function entriesOf(value: unknown) {
  try {
    if (typeof value === 'object' && value !== null && kindOf(value) === 'Object') return Object.entries(value)
  } catch {
    // a getter or a proxy of the caller's that throws
  }
}
