/** Points about a place, as a spray can leaves them: the same seed, the same points. */

export interface Place {
  x: number
  y: number
}

/**
 * So many places about one, denser towards the middle.
 * @param radius none is further away
 */
export function sprayed(
  about: Place,
  { count, radius, seed }: { count: number; radius: number; seed: number },
): Place[] {
  const random = randomFrom(seed)
  return Array.from({ length: count }, () => {
    const [distance, angle] = [radius * random(), 2 * Math.PI * random()]
    return { x: about.x + distance * Math.cos(angle), y: about.y + distance * Math.sin(angle) }
  })
}

/** Numbers from 0 up to 1 (mulberry32): where points are drawn is the reader's doing, no number of the network's. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
