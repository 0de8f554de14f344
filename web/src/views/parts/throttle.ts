/** Of the time between two calls the picture that a call leads to takes at most one part in this many. */
const parts = 4

/**
 * Lets through at most one call in `milliseconds`, and fewer where the page is slow to draw; a forced call always passes.
 * Views use it to write text at a pace that can be read while the pictures run at full rate; those of the same pace write
 * in the same frames, so that numbers of theirs are of one moment.
 */
export function throttle(milliseconds: number): (isForced?: boolean) => boolean {
  let next = -Infinity
  return (isForced = false) => {
    const now = performance.now()
    if (!isForced && now < next) return false
    next = Infinity
    // after the picture that is due
    setTimeout(() => {
      const wait = parts * (performance.now() - now)
      next = wait > milliseconds ? now + wait : Math.floor(now / milliseconds + 1) * milliseconds
    })
    return true
  }
}
