import { type Finding, found, readLimits } from './reading.ts'

/** Names of columns as a state can hold them: each once, not too long, with nothing in them that a link writes itself. */

/** @param nameless the name of a column without one: '{number}' in it is where it stands */
export function namesFrom(given: readonly string[], hasHeader: boolean, nameless: string) {
  const findings: Finding[] = []
  const taken: Set<string> = new Set()
  const [empty, twice, changed]: string[][] = [[], [], []]
  const names = given.map((raw, c) => {
    const clean = raw
      .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
      .replace(/[~!]/g, '-')
      .trim()
    const base =
      Array.from(clean).slice(0, readLimits.name).join('').trim() || nameless.replace('{number}', String(c + 1))
    const name = once(base.slice(0, readLimits.name), taken)
    taken.add(name)
    if (!clean) empty.push(name)
    else if (name !== base) twice.push(name)
    else if (name !== raw.trim()) changed.push(name)
    return name
  })
  const say = (code: string, list: string[]) => {
    const places = list.slice(0, 5).map((value) => ({ line: 0, value }))
    if (list.length) findings.push(found(code, { count: list.length, places }))
  }
  if (hasHeader) say('namesEmpty', empty)
  say('namesTwice', twice)
  say('namesChanged', changed)
  return { names, findings }
}

function once(name: string, taken: ReadonlySet<string>) {
  if (!taken.has(name)) return name
  for (let number = 2; ; number++) {
    const end = ` (${number})`
    const other = name.slice(0, readLimits.name - end.length) + end
    if (!taken.has(other)) return other
  }
}

const known = [
  ...['mm', 'cm', 'm', 'km', 'µm', 'nm', 'in', 'ft', 'mi', 'g', 'kg', 'mg', 'µg', 't', 'lb', 'lbs', 'oz'],
  ...['s', 'ms', 'min', 'h', 'hours', 'd', 'days', 'weeks', 'months', 'years', 'year', 'yr', 'a'],
  ...[
    '°C',
    '°F',
    'K',
    '°',
    '%',
    '‰',
    'Pa',
    'hPa',
    'kPa',
    'bar',
    'mmHg',
    'Hz',
    'kHz',
    'V',
    'A',
    'W',
    'kW',
    'kWh',
    'J',
    'kJ',
  ],
  ...['kcal', 'N', 'mol', 'l', 'L', 'ml', 'mL', 'cl', 'dl', 'dL', '€', '$', '£', 'EUR', 'USD', 'GBP', 'mph', 'ppm'],
]
const one = known.map((unit) => unit.replace('$', '\\$')).join('|')
const unit = new RegExp(`^(?:${one})[²³23]?(?:/(?:${one})[²³23]?)?$`)
/** What stands after an underscore and can hardly be anything else. */
const endings = /_(mm|cm|km|kg|mg|g|lb|lbs|oz|ms|min|hours|days|years|kwh|kw|hpa|kpa|mmhg|kcal|ml|eur|usd)$/i

/** What stands before brackets at the end of a name, and in them: not one letter straight behind it, as in 'P(A)'. */
const brackets = /^(.*\S)?(?:\s*\[|\s+\(|\((?![a-z]\)$))([^[(\])]*)[\])]$/i

/** The unit that the name of a column of numbers says: 'Mass (kg, dry)', 'bill_length_mm', 'speed [km/h]'. */
export function unitIn(name: string) {
  const [, , bracketed = ''] = brackets.exec(name) ?? []
  const first = bracketed.split(/[,;]/)[0].trim()
  if (unit.test(first)) return first
  return endings.exec(name)?.[1] ?? ''
}

/** A name without the brackets at its end, where they hold exactly the unit: 'height' of 'height [cm]'. */
export function withoutUnit(name: string, unit: string) {
  const [, bare = name, bracketed = ''] = brackets.exec(name) ?? []
  return unit && bracketed.trim() === unit ? bare : name
}

/**
 * What columns are called whose unit is known, by their names: without it, since wherever a column is named its unit
 * stands beside. Where two would be called the same, they keep it.
 */
export function bareNames(columns: readonly { name: string; unit: string }[]): Map<string, string> {
  const bare = columns.map(({ name, unit }) => withoutUnit(name, unit))
  const isTaken = (c: number) =>
    columns.some(({ name }, other) =>
      other === c ? false : [name, bare[other]].some((one) => one.toLowerCase() === bare[c].toLowerCase()),
    )
  return new Map(columns.map(({ name }, c) => [name, isTaken(c) ? name : bare[c]]))
}
