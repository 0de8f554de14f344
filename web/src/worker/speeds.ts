/** How many steps may have been taken some time after the training began; times in milliseconds. */
export interface Speed {
  stepsBy(elapsed: number): number
  /** When a step may be taken after so many others. */
  dueAfter(steps: number): number
}

/** As fast as the machine goes. */
export const unlimited: Speed = { stepsBy: () => Infinity, dueAfter: () => 0 }

/** @param speed steps a second, the first of them at once */
export const steady = (speed: number): Speed => ({
  stepsBy: (elapsed) => 1 + Math.floor((elapsed / 1000) * speed),
  dueAfter: (steps) => (steps / speed) * 1000,
})

/** Steps a second at first; how fast that grows, a second; seconds after which nothing holds it back. */
const [first, growth, slowSeconds] = [1.5, 0.8, 8]

/** So slow at first that each step can be seen, then ever faster, and after some seconds as fast as the machine goes. */
export const slowAtFirst: Speed = {
  stepsBy: (elapsed) =>
    elapsed >= slowSeconds * 1000 ? Infinity : 1 + Math.floor((first / growth) * Math.expm1((growth * elapsed) / 1000)),
  dueAfter: (steps) => Math.min(slowSeconds, Math.log1p((steps * growth) / first) / growth) * 1000,
}
