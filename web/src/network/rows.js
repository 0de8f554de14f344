/**
 * Rows of numbers held flat, one row a sample.
 *
 * @import { FlatRows } from '../types.d.ts'
 * @typedef {'train' | 'test'} SetName
 */

/**
 * Columns side by side.
 * @param {ArrayLike<number>[]} columns each as long as there are rows
 * @param {number} count rows
 * @returns {FlatRows}
 */
export function fromColumns(columns, count) {
  const data = new Float64Array(count * columns.length)
  columns.forEach((values, c) => {
    for (let r = 0; r < count; r++) data[r * columns.length + c] = values[r]
  })
  return { data, shape: [count, columns.length] }
}

/**
 * Some of the rows, in the order asked for.
 * @param {FlatRows} rows
 * @param {ArrayLike<number>} indices
 * @returns {FlatRows}
 */
export function pickRows({ data, shape: [, columns] }, indices) {
  const picked = new Float64Array(indices.length * columns)
  for (let i = 0; i < indices.length; i++)
    picked.set(data.subarray(indices[i] * columns, (indices[i] + 1) * columns), i * columns)
  return { data: picked, shape: [indices.length, columns] }
}

/** One row, as a view. @param {FlatRows} rows @param {number} index @returns {Float64Array} */
export const rowAt = ({ data, shape: [, columns] }, index) => data.subarray(index * columns, (index + 1) * columns)

/**
 * The smallest and largest value of each column.
 * @param {FlatRows} rows
 * @returns {[low: number, high: number][]}
 */
export function extentsOf({ data, shape: [count, columns] }) {
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
