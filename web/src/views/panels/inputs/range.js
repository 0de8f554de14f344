/**
 * The slider of a value: round steps that cover its extent, about two hundred of them.
 * @param {readonly [low: number, high: number]} extent
 */
export function sliderRange([low, high]) {
  if (!(high > low)) [low, high] = [low - 1, high + 1]
  const step = 10 ** Math.floor(Math.log10((high - low) / 50))
  const round = (/** @type {number} */ count) => Number((count * step).toPrecision(12))
  return { low: round(Math.floor(low / step + 1e-9)), high: round(Math.ceil(high / step - 1e-9)), step: round(1) }
}

/**
 * A value as it stands in a field: with as many digits as wanted, none of them idle.
 * @param {number} value
 * @param {number} digits
 */
export const writtenValue = (value, digits) => String(Number(value.toPrecision(Math.max(6, digits))))
