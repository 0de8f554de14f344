const longest = 60

/**
 * A value as a sentence shows it: short, whatever it is, and without running code of its own. A string that could be
 * taken for another kind of value stands in quotation marks: "3", "", "null".
 * @param {unknown} value
 * @returns {string}
 */
export function shown(value) {
  const text = typeof value === 'string' && isPlain(value.slice(0, longest)) ? value : outlined(value, 0)
  return clipped(text)
}

/** @param {string} text */
const clipped = (text) => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text)

/** Words that stand for a value unless they have quotation marks. */
const values = ['null', 'undefined', 'true', 'false', 'NaN']

/** Text that is taken for nothing but text: no number, no list, no word for a value. @param {string} text */
const isPlain = (text) =>
  /^[^{["\p{C}][^\p{C}]*$/u.test(text) && Number.isNaN(Number(text.replace(/n$/, ''))) && !values.includes(text)

/**
 * A value about as JSON writes it, as much of it as a sentence has room for.
 * @param {unknown} value
 * @param {number} depth
 * @returns {string}
 */
function outlined(value, depth) {
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

/** @param {object} value @param {number} depth */
function outlinedObject(value, depth) {
  if (ArrayBuffer.isView(value)) return `${kindOf(value)}(${/** @type {Uint8Array} */ (value).length ?? ''})`
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

/** 'Object', 'Map', 'Float64Array' ... @param {object} value */
const kindOf = (value) => Object.prototype.toString.call(value).slice(8, -1)

/**
 * What was refused, as data, for whoever words it: where it stands, the rule, what was given, clipped.
 * @typedef {{ path: string, rule: string, value: string }} Refusal
 */

/**
 * Refuses a value: `name: rule, got value`.
 * @param {string} name
 * @param {string} rule
 * @param {unknown} value
 * @returns {never}
 */
export function refuseValue(name, rule, value) {
  throw refused(RangeError, name, rule, value)
}

/**
 * Refuses something of the wrong kind: `name: rule, got value`.
 * @param {string} name
 * @param {string} rule
 * @param {unknown} value
 * @returns {never}
 */
export function refuseType(name, rule, value) {
  throw refused(TypeError, name, rule, value)
}

/** @param {typeof RangeError | typeof TypeError} Kind @param {string} path @param {string} rule @param {unknown} value */
function refused(Kind, path, rule, value) {
  const refusal = { path, rule, value: typeof value === 'string' ? clipped(value) : shown(value) }
  return Object.assign(new Kind(`${path}: ${rule}, got ${shown(value)}`), { refusal })
}

/**
 * What an error refuses: as it says itself, or read from its sentence, which the engine's errors all have in this form.
 * @param {unknown} error
 * @returns {Refusal | null} null when it is no refusal
 */
export function refusalOf(error) {
  const { refusal, message } = /** @type {{ refusal?: Refusal, message?: unknown }} */ (error ?? {})
  if (refusal && 'rule' in refusal) return refusal // the engine's has a code instead
  const [, path, rule, value = ''] = /^([\w.-]+): (.*?)(?:, got (.*))?$/s.exec(String(message)) ?? []
  return path ? { path, rule, value } : null
}

/**
 * The values of a plain object with no keys but the known ones.
 * @param {unknown} value
 * @param {string} name what the sentence calls it
 * @param {readonly string[]} known
 * @returns {Record<string, unknown>}
 * @throws {TypeError}
 */
export function plainObject(value, name, known) {
  const entries = entriesOf(value) ?? refuseType(name, 'must be an object', value)
  for (const [key] of entries) {
    if (!known.includes(key)) throw new TypeError(`${name}: has no setting ${shown(key)}`)
  }
  return Object.fromEntries(entries)
}

/** Nothing if it is no plain object, or one that cannot be read. @param {unknown} value */
function entriesOf(value) {
  try {
    if (typeof value === 'object' && value !== null && kindOf(value) === 'Object') return Object.entries(value)
  } catch {
    // a getter or a proxy of the caller's that throws
  }
}
