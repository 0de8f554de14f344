/** Numbers as all the languages read them, with the digits that name a float64 exactly. */

/** As a floating-point number: -0 keeps its sign, 5 is 5.0. */
export function inCode(value: number): string {
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : value < 0 ? '-Infinity' : 'NaN'
  const digits = Object.is(value, -0) ? '-0' : String(value)
  return /[.e]/.test(digits) ? digits : `${digits}.0`
}

/** Between commas, folded into lines. @param indent before each line but the first */
export function listed(values: ArrayLike<number>, indent = '    ', width = 110): string {
  const lines = ['']
  Array.from(values, inCode).forEach((digits, i) => {
    const comma = i + 1 < values.length ? ', ' : ''
    const last = lines[lines.length - 1]
    if (last && last.length + digits.length > width) lines.push(digits + comma)
    else lines[lines.length - 1] = last + digits + comma
  })
  return lines.map((line) => line.trimEnd()).join(`\n${indent}`)
}
