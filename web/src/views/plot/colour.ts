/**
 * Colours as numbers: tables that turn values into pixels, 256 entries each, an entry one RGBA pixel in memory order.
 */

export type RGB = [red: number, green: number, blue: number]

/**
 * Straight mix of two colours.
 * @param share of `to`
 */
export const mix = (from: RGB, to: RGB, share: number): RGB =>
  from.map((value, i) => Math.round(value + (to[i] - value) * share)) as RGB

/** One opaque pixel as ImageData holds it on a little-endian machine, as all that run WebAssembly are. */
export const pixel = ([red, green, blue]: RGB) => ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0

/** A pixel as a CSS colour. */
export const cssOf = (pixel: number) => `rgb(${pixel & 255} ${(pixel >> 8) & 255} ${(pixel >> 16) & 255})`

/** How strong colours are at the ends of a scale: in maps of neurons, shades beneath their numbers, the plane beneath data. */
export const strengths = { map: 0.85, shades: 0.4, plane: 0.62 }

/**
 * Low over neutral to high: the hue tells the sign, the distance from neutral the size.
 * @param strength share of the pure colour at the ends
 */
export function divergingTable(low: RGB, neutral: RGB, high: RGB, strength = 1) {
  return Uint32Array.from({ length: 256 }, (_, i) => {
    const size = Math.abs(i - 127.5) / 127.5
    return pixel(mix(neutral, i < 127.5 ? low : high, strength * size ** 0.8))
  })
}

/** The table index of a value. */
export const shadeOf = (value: number, { low, high }: Scale) =>
  Math.min(255, Math.max(0, Math.round(((value - low) / (high - low)) * 255))) || 0

/** Values at the two ends of a table. */

export interface Scale {
  low: number
  high: number
}

/**
 * The scale on which activations are shown: even about zero, as wide as the function's range where that is finite.
 * @param range of the activation function
 * @param values what is to be shown
 */
export function scaleOf([low, high]: [low: number, high: number], values: Iterable<number>): Scale {
  let size = Math.max(-low, high)
  if (size === Infinity) {
    size = 1e-3
    for (const value of values) if (Math.abs(value) > size && Math.abs(value) < Infinity) size = Math.abs(value)
  }
  return { low: -size, high: size }
}

/** How many colours and shapes tell classes apart before they repeat. */
export const classStyles = 6

/** The mark of a class as SVG path data about the origin; all have about the same area. */
export function markPath(index: number, r: number) {
  const w = r * 0.9
  const paths = [
    `M${r} 0A${r} ${r} 0 1 1 ${-r} 0A${r} ${r} 0 1 1 ${r} 0Z`,
    `M${-w} ${-w}H${w}V${w}H${-w}Z`,
    `M0 ${-1.25 * r}L${1.2 * r} ${0.9 * r}H${-1.2 * r}Z`,
    `M0 ${-1.3 * r}L${1.3 * r} 0L0 ${1.3 * r}L${-1.3 * r} 0Z`,
    `M0 ${1.25 * r}L${1.2 * r} ${-0.9 * r}H${-1.2 * r}Z`,
    cross(r),
  ]
  return paths[index % classStyles]
}

function cross(r: number) {
  const a = r * 0.45
  const b = r * 1.25
  return `M${-a} ${-b}H${a}V${-a}H${b}V${a}H${a}V${b}H${-a}V${a}H${-b}V${-a}H${-a}Z`
}
