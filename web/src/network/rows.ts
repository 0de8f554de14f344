/** Rows of numbers held flat, one row a sample. */

/** Rows of numbers, one row a sample; or the same numbers flat with their shape [rows, columns]. */
export type Rows = number[][] | FlatRows

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
  columns.forEach((values, c) => {
    for (let r = 0; r < count; r++) data[r * columns.length + c] = values[r]
  })
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

/** All rows as arrays of their own. */
export function toRows({ data, shape: [rows, columns] }: FlatRows): number[][] {
  return Array.from({ length: rows }, (_, row) => Array.from(data.subarray(row * columns, (row + 1) * columns)))
}
