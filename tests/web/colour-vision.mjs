/**
 * Colours as eyes see them: contrast (WCAG 2.2), distance (CIEDE2000: Sharma, Wu, Dalal 2005) and colour blindness
 * (Machado, Oliveira, Fernandes 2009, severity 1.0, in linear RGB). A colour is [red, green, blue], each 0 to 1.
 */

/** @param {string} hex such as #1c7a3e */
export const rgbOf = (hex) => [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16) / 255)

const linear = (rgb) => rgb.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
const gamma = (rgb) => rgb.map((c) => (c <= 0.0031308 ? 12.92 * c : 1.055 * c ** (1 / 2.4) - 0.055))
const times = (matrix, vector) => matrix.map((row) => row.reduce((sum, value, i) => sum + value * vector[i], 0))
const clamped = (rgb) => rgb.map((c) => Math.min(1, Math.max(0, c)))

/** Relative luminance, 0 to 1. */
export const luminance = (rgb) => times([[0.2126, 0.7152, 0.0722]], linear(rgb))[0]

/** Contrast of two colours, 1 to 21. */
export function contrast(a, b) {
  const [light, dark] = [luminance(a), luminance(b)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

/** What is seen where `share` of a colour lies over another, as CSS opacity and color-mix(in srgb) have it. */
export const over = (top, ground, share) => top.map((c, i) => c * share + ground[i] * (1 - share))

const deficiencies = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

/** The eyes that a colour is seen with, by name: colour in, colour seen out. */
export const eyes = {
  all: (rgb) => rgb,
  ...Object.fromEntries(
    Object.entries(deficiencies).map(([name, matrix]) => [name, (rgb) => gamma(clamped(times(matrix, linear(rgb))))]),
  ),
  greyscale: (rgb) => gamma(Array(3).fill(luminance(rgb))),
}

const toXYZ = [
  [0.4123908, 0.3575843, 0.1804808],
  [0.212639, 0.7151687, 0.0721923],
  [0.0193308, 0.1191948, 0.9505322],
]
const white = [0.9504559, 1, 1.0890578]

/** CIE L*, a*, b* under D65. */
export function labOf(rgb) {
  const [x, y, z] = times(toXYZ, linear(rgb)).map((value, i) => {
    const t = value / white[i]
    return t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116
  })
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

const radians = (degrees) => (degrees * Math.PI) / 180
const degreesOf = (b, a) => ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360
const seven = (c) => Math.sqrt(c ** 7 / (c ** 7 + 25 ** 7))

/** CIEDE2000 of two colours in L*a*b*: about 1 can just be told apart side by side, 10 at a glance. */
export function distanceLab([L1, a1, b1], [L2, a2, b2]) {
  const g = 1.5 - 0.5 * seven((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2)
  const [A1, A2] = [a1 * g, a2 * g]
  const [C1, C2] = [Math.hypot(A1, b1), Math.hypot(A2, b2)]
  const [h1, h2] = [degreesOf(b1, A1), degreesOf(b2, A2)]
  const isGrey = C1 * C2 === 0
  const turn = isGrey ? 0 : ((h2 - h1 + 540) % 360) - 180
  const dL = L2 - L1
  const dC = C2 - C1
  const dH = 2 * Math.sqrt(C1 * C2) * Math.sin(radians(turn / 2))
  const L = (L1 + L2) / 2
  const C = (C1 + C2) / 2
  const h = isGrey ? h1 + h2 : (h1 + turn / 2 + 360) % 360
  const T =
    1 -
    0.17 * Math.cos(radians(h - 30)) +
    0.24 * Math.cos(radians(2 * h)) +
    0.32 * Math.cos(radians(3 * h + 6)) -
    0.2 * Math.cos(radians(4 * h - 63))
  const sL = 1 + (0.015 * (L - 50) ** 2) / Math.sqrt(20 + (L - 50) ** 2)
  const sC = 1 + 0.045 * C
  const sH = 1 + 0.015 * C * T
  const rotation = -Math.sin(radians(60 * Math.exp(-(((h - 275) / 25) ** 2)))) * 2 * seven(C)
  return Math.sqrt((dL / sL) ** 2 + (dC / sC) ** 2 + (dH / sH) ** 2 + rotation * (dC / sC) * (dH / sH))
}

/** CIEDE2000 of two colours. */
export const distance = (a, b) => distanceLab(labOf(a), labOf(b))

/** L*: how light a colour is, 0 to 100; what is left of it on a greyscale print. */
export const lightness = (rgb) => labOf(rgb)[0]
