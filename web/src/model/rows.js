import { refuseType, refuseValue } from './refuse.js'

/**
 * Rows of numbers on their way into the engine and out again. A matrix given as nested arrays comes back as nested
 * arrays, one given flat comes back flat.
 *
 * @import { FlatRows, Rows } from './types.d.ts'
 */

/** @param {Rows} rows @returns {rows is FlatRows} */
export function isFlat(rows) {
  return !Array.isArray(rows)
}

/**
 * The rows as one Float64Array, row by row.
 * @param {Rows} rows
 * @param {string} name what a sentence calls them
 * @param {number} [columns] how many there must be; when there are no rows, how many there would be
 * @returns {FlatRows}
 * @throws {TypeError} if something in it is no number
 * @throws {RangeError} if rows differ in length or have another number of columns
 */
export function toFlat(rows, name, columns) {
  const flat = Array.isArray(rows) ? flatten(rows, name, columns ?? 0) : checkFlat(rows, name)
  if (columns !== undefined && flat.shape[1] !== columns) {
    refuseValue(name, `must have ${columns} ${columns === 1 ? 'number' : 'numbers'} a row`, flat.shape[1])
  }
  return flat
}

/** @param {FlatRows} flat @returns {number[][]} */
export function toRows({ data, shape: [rows, columns] }) {
  return Array.from({ length: rows }, (_, row) => Array.from(data.subarray(row * columns, (row + 1) * columns)))
}

/**
 * A list of numbers as a Float64Array.
 * @param {ArrayLike<number>} numbers
 * @param {string} name
 * @throws {TypeError} if something in it is no number
 */
export function toNumbers(numbers, name) {
  if (ArrayBuffer.isView(numbers)) return Float64Array.from(numbers)
  if (!Array.isArray(numbers)) refuseType(name, 'must be an array of numbers', numbers)
  for (const number of numbers) if (typeof number !== 'number') refuseType(name, 'must hold numbers only', number)
  return Float64Array.from(numbers)
}

/** @param {number[][]} rows @param {string} name @param {number} ifEmpty @returns {FlatRows} */
function flatten(rows, name, ifEmpty) {
  const columns = rows.length === 0 ? ifEmpty : toNumbers(rows[0], name).length
  const data = new Float64Array(rows.length * columns)
  rows.forEach((row, index) => {
    const numbers = toNumbers(row, name)
    if (numbers.length !== columns) refuseValue(name, `must have rows of one length (${columns})`, numbers.length)
    data.set(numbers, index * columns)
  })
  return { data, shape: [rows.length, columns] }
}

/** @param {FlatRows} flat @param {string} name @returns {FlatRows} */
function checkFlat(flat, name) {
  const { data, shape } = flat ?? {}
  const isWhole =
    Array.isArray(shape) && shape.length === 2 && shape.every((size) => Number.isInteger(size) && size >= 0)
  if (!isWhole) refuseType(name, 'must be rows of numbers, or { data, shape: [rows, columns] }', flat)
  const numbers = data instanceof Float64Array ? data : toNumbers(data, name)
  if (numbers.length !== shape[0] * shape[1]) {
    refuseValue(name, `must hold ${shape[0]} x ${shape[1]} numbers`, numbers.length)
  }
  return { data: numbers, shape }
}
