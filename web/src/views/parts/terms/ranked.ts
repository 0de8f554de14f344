/** Indices by the size of their values, largest first, with each one's share of the whole. */
export function ranked(values: ArrayLike<number>): { index: number; value: number; share: number }[] {
  const all = Array.from(values, (value, index) => ({ index, value, size: Math.abs(value) || 0 }))
  const whole = all.reduce((sum, { size }) => sum + size, 0)
  return all
    .sort((a, b) => b.size - a.size)
    .map(({ index, value, size }) => ({ index, value, share: whole > 0 ? size / whole : 0 }))
}
