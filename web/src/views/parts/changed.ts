import { dequal as isEqual } from 'dequal/lite'

/** Tells of each value whether it is another than the one before it; the first is. What it is told must not be changed. */
export function changed(): (now: unknown) => boolean {
  let before: { value: unknown } | null = null
  return (value) => {
    if (before && isEqual(before.value, value)) return false
    before = { value }
    return true
  }
}
