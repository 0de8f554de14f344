/**
 * Lets through at most one call in `milliseconds`; a forced call always passes.
 * Views use it to write text at a pace that can be read while the pictures run at full rate.
 */
export function throttle(milliseconds: number): (isForced?: boolean) => boolean {
  let last = -Infinity
  return (isForced = false) => {
    const now = performance.now()
    if (!isForced && now - last < milliseconds) return false
    last = now
    return true
  }
}
