import { barsOf } from './bars.ts'
import { isMissing, isMissingNumber } from './missing.ts'
import { affixOf, evidenceIn, isOtherNotation, mayHaveAffix, numberIn } from './numbers.ts'
import {
  type ColumnKind,
  type DecimalMark,
  type Finding,
  found,
  namedPlaces,
  type ReadColumn,
  readLimits,
  shownRows,
} from './reading.ts'

/** What a column of cells holds, and what is to be said of it. */

interface Given {
  name: string
  position: number
  unit: string
  /** Without spaces round them; undefined where a row is too short. */
  cells: string[]
  hasComma: boolean
  lines: ArrayLike<number>
}

interface Read {
  column: ReadColumn
  findings: Finding[]
}

/**
 * @param fallback the decimal mark where the column does not show its own
 * @param fixed whether nothing else is taken
 */
export function readColumn(given: Given, fallback: DecimalMark, fixed: boolean): Read {
  const decimal = fixed ? fallback : decimalOf(given, fallback)
  return asNumbers(given, decimal, fixed) ?? asWords(given)
}

const decimalOf = ({ cells, hasComma }: Given, fallback: DecimalMark): DecimalMark => {
  const { comma, point } = evidenceIn(cells, hasComma, fallback)
  return comma === point ? fallback : comma > point ? ',' : '.'
}

/** Numbers, or null where most of what is there are none. */
function asNumbers(given: Given, decimal: DecimalMark, fixed: boolean): Read | null {
  const { cells, name } = given
  const values = new Float64Array(cells.length)
  const [wrong, infinite]: number[][] = [[], []]
  let [missing, meant] = [0, 0]
  for (let r = 0; r < cells.length; r++) {
    const cell = cells[r]
    values[r] = NaN
    if (isMissingNumber(cell)) missing++
    else if (Number.isNaN((values[r] = numberIn(cell, decimal)))) {
      wrong.push(r)
      if (isOtherNotation(cell)) meant++
    } else {
      meant++
      if (!Number.isFinite(values[r])) infinite.push(r)
    }
  }
  if (meant === 0 || meant <= (cells.length - missing) / 2) return null
  for (const r of infinite) values[r] = NaN
  const bad = (code: string, rows: number[]) => (rows.length ? [mistake(code, given, rows)] : [])
  const distinct = distinctOf(values, 21)
  const isId = isIdentifier(name, values, missing)
  const column = columnOf(given, isId ? 'identifier' : 'number', values, missing, distinct.size <= 1)
  column.isFewWhole = !isId && distinct.size > 1 && distinct.size <= 10 && isCodes(distinct, cells.length - missing)
  const { affix, note } = affixIn(given, values)
  if (affix && !column.unit) column.unit = affix
  const notes = [...bad('notNumber', wrong), ...bad('infinite', infinite), ...note, ...marksIn(given, decimal, fixed)]
  return { column, findings: [...notes, ...(isId ? [said('identifier', name)] : [])] }
}

const said = (code: string, column: string, values: Finding['values'] = {}) => found(code, { column, count: 1, values })

const mistake = (code: string, { cells, lines, name }: Given, rows: number[]) =>
  found(code, {
    isMistake: true,
    column: name,
    count: rows.length,
    places: rows.slice(0, namedPlaces).map((r) => ({ line: lines[r], value: cells[r].slice(0, 40) })),
    rows,
  })

function columnOf(
  { name, position, unit, cells }: Given,
  kind: ColumnKind,
  values: Float64Array,
  missing: number,
  isConstant: boolean,
): ReadColumn {
  const written = cells.slice(0, shownRows).map((cell) => cell.slice(0, 60))
  return {
    name,
    position,
    unit,
    kind,
    values,
    levels: [],
    missing,
    isConstant,
    isFewWhole: false,
    written,
    ...barsOf(values, 0),
  }
}

/** Those there are, up to a number. */
function distinctOf(values: Float64Array, most: number) {
  const distinct: Set<number> = new Set()
  for (let r = 0; r < values.length && distinct.size < most; r++) if (!Number.isNaN(values[r])) distinct.add(values[r])
  return distinct
}

/** Whole numbers that come again and again may be the codes of classes. */
const isCodes = (distinct: ReadonlySet<number>, count: number) =>
  [...distinct].every((value) => Number.isInteger(value) && Math.abs(value) < 1000) && count >= 2 * distinct.size

const idName = /^(?:|id|no\.?|nr\.?|#|index|idx|row|rownum|row ?names?|unnamed: ?0|key|.*[ _.-]id|.*Id)$/

/** Numbers that only count the rows, or are so called: each once. */
function isIdentifier(name: string, values: Float64Array, missing: number) {
  const isNamed = idName.test(name) || idName.test(name.toLowerCase())
  if (!isNamed || missing > 0 || values.length < 4) return false
  return values.every(Number.isInteger) && new Set(values).size === values.length
}

/** '%' and the like: taken off, and told. */
function affixIn({ cells, name }: Given, values: Float64Array) {
  const row = cells.findIndex((cell, r) => mayHaveAffix(cell, !Number.isNaN(values[r])))
  const affix = row < 0 ? '' : affixOf(cells[row])
  const note =
    affix === '%'
      ? said('percent', name, { written: cells[row], read: String(values[row]) })
      : said('affix', name, { mark: affix })
  return { affix, note: affix ? [note] : [] }
}

/** Which reading of a comma was taken. */
function marksIn({ cells, hasComma, name }: Given, decimal: DecimalMark, fixed: boolean) {
  if (!hasComma) return []
  const { comma, point, either, example } = evidenceIn(cells, hasComma, decimal)
  const values = { written: example, read: String(numberIn(example, decimal)) }
  if (either > 0 && comma + point === 0 && !fixed) return [said('eitherComma', name, values)]
  return decimal === ',' && comma + either > 0 ? [said('decimalComma', name)] : []
}

const booleans: readonly (readonly [no: string, yes: string])[] = [
  ['false', 'true'],
  ['no', 'yes'],
  ['f', 't'],
  ['n', 'y'],
]
const dates =
  /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})|\d{1,2}[ -][A-Za-z]{3,9}[ -,]+\d{2,4}|[A-Za-z]{3,9} \d{1,2},? \d{4})(?:[T ]\d{1,2}:\d{2}.*)?$|^\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/

/** Categories; dates, texts, identifiers, which are kept out. */
function asWords(given: Given): Read {
  const { cells, name } = given
  const isThere = (cell: string) => !isMissing(cell)
  const there = cells.filter(isThere)
  const missing = cells.length - there.length
  const distinct = new Set(there)
  const kept = (kind: ColumnKind, code: string): Read => ({
    column: columnOf(given, kind, new Float64Array(cells.length).fill(NaN), missing, false),
    findings: [said(code, name, { count: distinct.size, most: readLimits.levels })],
  })
  if (there.length === 0) return kept('empty', 'emptyColumn')
  const pair = booleans.find((pair) => [...distinct].every((cell) => pair.includes(cell.toLowerCase())))
  if (pair && distinct.size > 0)
    return category(
      given,
      cells.map((cell) => cell.toLowerCase()),
      distinct.size > 1 ? [...pair] : undefined,
      missing,
    )
  if (there.filter((cell) => dates.test(cell)).length > there.length * 0.8) return kept('date', 'date')
  if (distinct.size === there.length && there.length > 4) return kept('identifier', 'identifier')
  if (distinct.size > readLimits.levels) return kept('text', 'text')
  if ([...distinct].some((cell) => cell.length > readLimits.name)) return kept('text', 'longText')
  return category(given, cells, undefined, missing)
}

function category(given: Given, cells: string[], pair: string[] | undefined, missing: number): Read {
  const there = new Set(cells.filter((cell) => !isMissing(cell)))
  const levels =
    pair?.some((one) => there.has(one)) && [...there].every((one) => pair.includes(one)) ? pair : [...there].sort()
  const index = new Map(levels.map((level, i) => [level, i]))
  const values = Float64Array.from(cells, (cell) => index.get(cell) ?? NaN)
  const column = columnOf(given, 'category', values, missing, there.size < 2)
  return { column: { ...column, levels, ...barsOf(values, levels.length) }, findings: [] }
}
