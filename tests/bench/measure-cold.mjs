/** @import { Clock } from './measure.mjs' */

/** Seconds: of a window whose rate is taken, and of all windows. */
const window = 0.025
const all = 1.5
/** Steps a call: a fifth of a millisecond or so. */
const small = 50

/**
 * How soon training is at full speed after the module was made.
 * @param {import('./measure-net.mjs').Net} net that has not taken a step
 * @param {Clock} clock
 * @returns {Promise<number[]>} steps a second in windows of 25 ms, one after the other
 */
export async function ratesFromTheStart(net, { now }) {
  const rates = []
  for (let begin = now(); rates.length * window < all; ) {
    let steps = 0
    let at = begin
    for (; at < begin + window; at = now()) {
      await net.train(small)
      steps += small
    }
    rates.push(steps / (at - begin))
    begin = at
  }
  return rates
}

/**
 * The rate so many seconds after the first step, as a share of the largest. Of several runs each window is as in the best
 * of them: a busy machine only ever slows one down.
 * @param {number[][]} runs @param {number} seconds
 */
export function shareOfPeak(runs, seconds) {
  const best = runs[0].map((_, i) => Math.max(...runs.map((rates) => rates[i])))
  return best[Math.round(seconds / window)] / Math.max(...best)
}
