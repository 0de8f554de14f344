/** What `./dev bench --check` has found beyond its limit. @type {string[]} */
export const broken = []

/**
 * A figure as it is printed, with the largest value that is allowed; noted when it is larger.
 * @param {string} name @param {number} value @param {number} limit @param {string} [unit]
 */
export const atMost = (name, value, limit, unit) => checked(name, value, limit, unit, 'at most', value <= limit)

/** The same with the smallest value that is allowed. @param {string} name @param {number} value @param {number} limit @param {string} [unit] */
export const atLeast = (name, value, limit, unit) => checked(name, value, limit, unit, 'at least', value >= limit)

/** Each of many figures must be so large; the text is of the smallest. @param {{ name: string, value: number }[]} figures @param {number} limit */
export const atLeastEach = (figures, limit) =>
  figures
    .toSorted((a, b) => b.value - a.value)
    .map(({ name, value }) => atLeast(name, value, limit))
    .at(-1)

function checked(name, value, limit, unit, bound, isWithin) {
  const text = `${name}: ${withUnit(value, unit)} (${bound} ${withUnit(limit, unit)})`
  if (!isWithin) broken.push(text)
  return text
}

const withUnit = (value, unit = '') =>
  `${Math.abs(value) < 100 ? Number(value.toPrecision(3)) : Math.round(value)} ${unit}`.trim()
