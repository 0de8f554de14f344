import { refuseType, refuseValue } from './refuse.ts'
import type { FlatRows, Rows } from './rows.ts'

/**
 * Rows of numbers on their way into the engine and out again. A matrix given as nested arrays comes back as nested
 * arrays, one given flat comes back flat.
 */

export function isFlat(rows: Rows): rows is FlatRows {
  return !Array.isArray(rows)
}

/**
 * The rows as one Float64Array, row by row.
 * @param name what a sentence calls them
 * @param columns how many there must be; when there are no rows, how many there would be
 * @throws {TypeError} if something in it is no number
 * @throws {RangeError} if rows differ in length or have another number of columns
 */
export function toFlat(rows: unknown, name: string, columns?: number): FlatRows {
  if (Array.isArray(rows)) return flatten(rows, name, columns)
  const flat = checkFlat(rows, name)
  if (columns !== undefined && flat.shape[1] !== columns) {
    refuseValue('lengthOfRows', name, flat.shape[1], { count: columns })
  }
  return flat
}

/**
 * As toFlat(), for rows that are to be computed with.
 * @throws {TypeError | RangeError} also if a number is not finite
 */
export function toFiniteFlat(rows: unknown, name: string, columns?: number): FlatRows {
  const flat = toFlat(rows, name, columns)
  const wrong = firstNotFinite(flat.data)
  if (wrong >= 0) {
    const row = Math.floor(wrong / flat.shape[1])
    refuseValue('finiteRow', name, flat.data[wrong], { row })
  }
  return flat
}

/** Its index, -1 = all are finite: x - x is 0 of these alone. */
function firstNotFinite(numbers: ArrayLike<number>) {
  for (let i = 0; i < numbers.length; i++) if (numbers[i] - numbers[i] !== 0) return i
  return -1
}

export function toRows({ data, shape: [rows, columns] }: FlatRows): number[][] {
  return Array.from({ length: rows }, (_, row) => Array.from(data.subarray(row * columns, (row + 1) * columns)))
}

/**
 * A list of finite numbers as a Float64Array.
 * @throws {TypeError} if something in it is no number
 * @throws {RangeError} if something in it is not finite
 */
export function toNumbers(list: unknown, name: string) {
  const numbers = listed(list, name)
  const wrong = numbers.find((number) => !Number.isFinite(number))
  return wrong === undefined ? numbers : refuseValue('finite', name, wrong)
}

/** @param row which of several it is */
function listed(list: unknown, name: string, row?: number): Float64Array {
  if (!Array.isArray(list) && !isTyped(list))
    return row === undefined ? refuseType('array', name, list) : refuseType('arrayRow', name, list, { row })
  for (const item of list) {
    if (typeof item === 'number') continue
    if (row === undefined) refuseType('numbersOnly', name, item)
    refuseType('numbersOnlyRow', name, item, { row })
  }
  return Float64Array.from(list)
}

const isTyped = (value: unknown): value is Float64Array => ArrayBuffer.isView(value) && !(value instanceof DataView)

function flatten(rows: unknown[], name: string, wanted?: number): FlatRows {
  const columns = wanted ?? (rows.length === 0 ? 0 : Math.max(1, listed(rows[0], name, 0).length))
  const lists = Array.from(rows, (row, r) => {
    const numbers = listed(row, name, r)
    return numbers.length === columns
      ? numbers
      : refuseValue('lengthRow', name, numbers.length, { row: r, count: columns })
  })
  const data = new Float64Array(rows.length * columns)
  lists.forEach((numbers, r) => {
    data.set(numbers, r * columns)
  })
  return { data, shape: [rows.length, columns] }
}

function checkFlat(flat: unknown, name: string): FlatRows {
  const { data, shape } = (flat ?? {}) as Partial<FlatRows>
  const isWhole =
    Array.isArray(shape) && shape.length === 2 && shape.every((size) => Number.isInteger(size) && size >= 0)
  if (!isWhole) refuseType('rows', name, flat)
  const [rows, columns] = shape
  const numbers = data instanceof Float64Array ? data : listed(data, name)
  if (numbers.length !== rows * columns || (rows > 0 && columns === 0)) {
    refuseValue('sizeOfRows', name, numbers.length, { rows, columns })
  }
  return { data: numbers, shape: [rows, columns] }
}
