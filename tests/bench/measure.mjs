/**
 * How fast something is that can be repeated.
 *
 * @typedef {{ now: () => number, spent: () => number | Promise<number> }} Clock
 *   Seconds: `now` to see how long a call takes, `spent` processor time of this process so far. Rows are pinned to one
 *   processor, where that is the time it would take with the processor to itself, however busy the machine is.
 */

/**
 * Times a second of processor time.
 * @param {(times: number) => unknown} work does it so many times; may return a promise
 * @param {{ warmUp: number, measured: number }} seconds
 * @param {Clock} clock
 */
export async function rateWhenWarm(work, { warmUp, measured }, clock) {
  const { times } = await repeat(work, warmUp, 1, clock)
  const before = await clock.spent()
  const { done } = await repeat(work, measured, times, clock)
  return done / ((await clock.spent()) - before)
}

/** Repeats the work for some seconds, in calls of about 5 ms, as the page trains. */
async function repeat(work, seconds, times, { now }) {
  const end = now() + seconds
  for (let done = 0; ; ) {
    const before = now()
    if (before > end) return { done, times }
    await work(times)
    done += times
    const took = now() - before
    times = took < 0.003 ? 2 * times : took > 0.008 ? Math.max(1, times >> 1) : times
  }
}
