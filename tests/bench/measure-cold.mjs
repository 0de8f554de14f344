import { median } from './median.mjs'

/** @import { Clock } from './measure.mjs' */

/** Seconds: of a window whose rate is taken, of all windows, and before it counts for the rate they settle at. */
const window = 0.025
const all = 1.5
const settling = 0.3
/** Steps a call: a fifth of a millisecond or so. */
const small = 50

/**
 * How soon training is at full speed after the module was made.
 * @param {import('./measure-net.mjs').Net} net that has not taken a step
 * @param {Clock} clock
 * @returns {Promise<number[]>} the rates of windows of 25 ms, one after the other, as shares of the rate they settle at
 */
export async function sharesFromTheStart(net, { now }) {
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
  const settled = median(rates.slice(indexAt(settling)))
  return rates.map((rate) => rate / settled)
}

const indexAt = (seconds) => Math.round(seconds / window)

/** The share from one moment after the first step to another, in seconds. @param {number[]} shares */
export const shareBetween = (shares, from, to) => median(shares.slice(indexAt(from), indexAt(to)))
