/** Clips what was given so that a sentence stays a sentence. @param {unknown} value */
export function shown(value) {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}

/**
 * Refuses a value: `name: rule, got value`.
 * @param {string} name
 * @param {string} rule
 * @param {unknown} value
 * @returns {never}
 */
export function refuseValue(name, rule, value) {
  throw new RangeError(`${name}: ${rule}, got ${shown(value)}`)
}

/**
 * Refuses something of the wrong kind: `name: rule, got value`.
 * @param {string} name
 * @param {string} rule
 * @param {unknown} value
 * @returns {never}
 */
export function refuseType(name, rule, value) {
  throw new TypeError(`${name}: ${rule}, got ${shown(value)}`)
}

/**
 * The value, known to be a plain object with no keys but the known ones.
 * @param {unknown} value
 * @param {string} name what the sentence calls it
 * @param {readonly string[]} known
 * @returns {Record<string, unknown>}
 * @throws {TypeError}
 */
export function plainObject(value, name, known) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) refuseType(name, 'must be an object', value)
  for (const key of Object.keys(value)) {
    if (!known.includes(key)) throw new TypeError(`${name}: has no setting ${shown(key)}`)
  }
  return /** @type {Record<string, unknown>} */ (value)
}
