/** The rows in the order wanted; rows whose cost is not known yet come last. */
export function orderOf(costs: ArrayLike<number>, rows: number, order: 'given' | 'worst' | 'best'): number[] {
  const places = Array.from({ length: rows }, (_, row) => row)
  if (order === 'given') return places
  const sign = order === 'worst' ? -1 : 1
  const weight = (row: number) => (Number.isFinite(costs[row]) ? sign * costs[row] : Infinity)
  return places.sort((a, b) => weight(a) - weight(b) || a - b)
}
