import { refuseType, refuseValue } from './refuse.ts'

/** Rows of numbers held flat, one row a sample. */

/** Rows of numbers, one row a sample; or the same numbers flat with their shape [rows, columns]. */
export type Rows = number[][] | FlatRows

/** Rows of numbers one after the other; shape says how many there are and how long they are. */
export interface FlatRows {
  data: Float64Array
  shape: [rows: number, columns: number]
}

/** A sample in the data's own units: one number a feature, one an output (0 or 1 for classes). */
export interface Sample {
  input: number[]
  target: number[]
}

/** The sample on the network, as a question names it: a row of the training set, or the reader's own. */
export const sampleOf = ({ row, own }: { row: number; own: Sample | null }): { row: number } | { own: Sample } =>
  own ? { own } : { row }

export type SetName = 'train' | 'test'

/**
 * Columns side by side.
 * @param columns each as long as there are rows
 * @param count rows
 */
export function fromColumns(columns: ArrayLike<number>[], count: number): FlatRows {
  const data = new Float64Array(count * columns.length)
  for (let r = 0, at = 0; r < count; r++) for (const values of columns) data[at++] = values[r]
  return { data, shape: [count, columns.length] }
}

/** Some of the rows, in the order asked for. */
export function pickRows({ data, shape: [, columns] }: FlatRows, indices: ArrayLike<number>): FlatRows {
  const picked = new Float64Array(indices.length * columns)
  for (let i = 0; i < indices.length; i++)
    picked.set(data.subarray(indices[i] * columns, (indices[i] + 1) * columns), i * columns)
  return { data: picked, shape: [indices.length, columns] }
}

/** One row, as a view. */
export const rowAt = ({ data, shape: [, columns] }: FlatRows, index: number): Float64Array =>
  data.subarray(index * columns, (index + 1) * columns)

/** The smallest and largest value of each column. */
export function extentsOf({ data, shape: [count, columns] }: FlatRows): [low: number, high: number][] {
  return Array.from({ length: columns }, (_, c) => {
    let low = Infinity
    let high = -Infinity
    for (let r = 0; r < count; r++) {
      const value = data[r * columns + c]
      if (value < low) low = value
      if (value > high) high = value
    }
    return [low, high]
  })
}

/** Whether a number is missing. */
export function hasGaps({ data }: FlatRows) {
  for (let at = 0; at < data.length; at++) if (Number.isNaN(data[at])) return true
  return false
}

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
