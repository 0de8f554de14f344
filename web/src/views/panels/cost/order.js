/**
 * The rows in the order wanted; rows whose cost is not known yet come last.
 * @param {ArrayLike<number>} costs
 * @param {number} rows
 * @param {'given' | 'worst' | 'best'} order
 * @returns {number[]}
 */
export function orderOf(costs, rows, order) {
  const places = Array.from({ length: rows }, (_, row) => row)
  if (order === 'given') return places
  const sign = order === 'worst' ? -1 : 1
  const weight = (/** @type {number} */ row) => (Number.isFinite(costs[row]) ? sign * costs[row] : Infinity)
  return places.sort((a, b) => weight(a) - weight(b) || a - b)
}
