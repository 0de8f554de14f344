/** What `./dev bench --check` has found too large. @type {string[]} */
export const broken = []

/**
 * A figure as it is printed, with its limit, which is noted when it is broken.
 * @param {string} name @param {number} value @param {number} limit the largest that is allowed @param {string} unit
 */
export function atMost(name, value, limit, unit) {
  const text = `${name}: ${Math.round(value)} ${unit} (limit ${limit} ${unit})`
  if (!(value <= limit)) broken.push(text)
  return text
}
