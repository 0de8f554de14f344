/** Lines of numbers over steps. */

/**
 * A line through the finite values.
 * @param {CanvasRenderingContext2D} context
 * @param {import('../plot/plot.js').Plot} plot
 * @param {number[]} steps
 * @param {number[]} values
 * @param {boolean} isLog only values above 0 have a place
 */
export function trace(context, plot, steps, values, isLog) {
  let isDown = false
  for (let i = 0; i < values.length; i++) {
    const isPoint = Number.isFinite(values[i]) && (!isLog || values[i] > 0)
    if (isPoint) context[isDown ? 'lineTo' : 'moveTo'](plot.px(steps[i]), plot.py(values[i]))
    isDown = isPoint
  }
}

/** The index of the step nearest to a value, by halving. @param {number[]} steps rising @param {number} value */
export function nearest(steps, value) {
  let [low, high] = [0, steps.length - 1]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (steps[middle] < value) low = middle
    else high = middle
  }
  return high < 0 ? -1 : value - steps[low] < steps[high] - value ? low : high
}
