import type { Plot } from '../plot/plot.ts'

/** Lines of numbers over steps. */

/**
 * A line through the finite values.
 * @param isLog only values above 0 have a place
 */
export function trace(
  context: CanvasRenderingContext2D,
  plot: Plot,
  steps: number[],
  values: number[],
  isLog: boolean,
) {
  let isDown = false
  for (let i = 0; i < values.length; i++) {
    const isPoint = Number.isFinite(values[i]) && (!isLog || values[i] > 0)
    if (isPoint) context[isDown ? 'lineTo' : 'moveTo'](plot.px(steps[i]), plot.py(values[i]))
    isDown = isPoint
  }
}

/**
 * The index of the step nearest to a value, by halving.
 * @param steps rising
 */
export function nearest(steps: number[], value: number) {
  let [low, high] = [0, steps.length - 1]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (steps[middle] < value) low = middle
    else high = middle
  }
  return high < 0 ? -1 : value - steps[low] < steps[high] - value ? low : high
}
