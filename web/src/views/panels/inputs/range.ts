/** The slider of a value: round steps that cover its extent, about two hundred of them. */
export function sliderRange([low, high]: readonly [low: number, high: number]) {
  if (!(high > low)) [low, high] = [low - 1, high + 1]
  const step = 10 ** Math.floor(Math.log10((high - low) / 50))
  const round = (count: number) => Number((count * step).toPrecision(12))
  return { low: round(Math.floor(low / step + 1e-9)), high: round(Math.ceil(high / step - 1e-9)), step: round(1) }
}

/** A value as it stands in a field: with as many digits as wanted, none of them idle. */
export const writtenValue = (value: number, digits: number) => String(Number(value.toPrecision(Math.max(6, digits))))
