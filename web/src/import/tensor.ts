/** Numbers that were read, with the name that stands beside them, '' = none. */
export interface Tensor {
  name: string
  shape: number[]
  data: Float64Array
}

/** The rows of two dimensions, or one row of one. */
export function rowsOf({ shape, data }: Tensor): number[][] {
  const columns = shape[shape.length - 1] ?? 1
  return Array.from({ length: data.length / columns }, (_, r) => [...data.subarray(r * columns, (r + 1) * columns)])
}

export const sizeOf = (shape: number[]) => shape.reduce((product, side) => product * side, 1)
