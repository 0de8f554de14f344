/**
 * The samples a workload trains on or predicts: the same numbers in every row of a table, and learnable, so that a row
 * that only seems to train can be told from one that does.
 *
 * @param {{ net: number[], samples?: number, grid?: number, isDense?: boolean }} workload
 * @returns {{ X: Float64Array, Y: Float64Array, count: number, inputs: number, outputs: number }} row by row
 */
export function dataOf({ net, samples, grid = 0, isDense }) {
  const count = samples ?? grid ** 2
  const inputs = net[0]
  const outputs = net.at(-1)
  const random = generator(1)
  const write = inputs === 784 ? images(random, isDense ? -0.1 : 0) : points(random)
  const data = { X: new Float64Array(count * inputs), Y: new Float64Array(count * outputs), count, inputs, outputs }
  for (let i = 0; i < count; i++) {
    write(data.X.subarray(i * inputs, (i + 1) * inputs), data.Y.subarray(i * outputs, (i + 1) * outputs))
  }
  return data
}

/** Points of a square: coordinates and what is made of them. The target is 1 where both have the same sign, else -1. */
function points(random) {
  return (x, y) => {
    const [a, b] = [2 * random() - 1, 2 * random() - 1]
    x.set([a, b, a * a, b * b, a * b, Math.sin(a), Math.sin(b)].slice(0, x.length))
    y[0] = a * b > 0 ? 1 : -1
  }
}

/**
 * Pictures of ten kinds: each kind lights pixels of its own, a fifth of all as in handwritten digits. The others are the
 * ground: 0, or another number, as where the mean has been taken away.
 */
function images(random, ground) {
  const kinds = Array.from({ length: 10 }, () => Float64Array.from({ length: 784 }, () => (random() < 0.21 ? 1 : 0)))
  return (x, y) => {
    const kind = Math.floor(10 * random())
    for (let i = 0; i < x.length; i++) x[i] = kinds[kind][i] && random() < 0.92 ? random() : ground
    y[kind] = 1
  }
}

/** Tommy Ettinger's mulberry32 (public domain). @param {number} seed @returns {() => number} from 0 to 1 */
export function generator(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}
