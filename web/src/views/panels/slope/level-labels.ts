import { type Contour, exactWords } from './contours.ts'

interface Pixel {
  x: number
  y: number
}

/** Between the middles of two labels: pixels across beyond half of the one that is placed, and down. */
const across = 30
const down = 22
/** Between a label and the edge. */
const edge = { x: 6, y: 12 }

/**
 * The cost on its line, where the line comes nearest to the diagonal and nothing else is close.
 * @param room pixels of the plane
 * @param widthOf words, in pixels
 * @param taken what else there is
 */
export function labelsOf(
  contours: Contour[],
  { width, height }: { width: number; height: number },
  widthOf: (words: string) => number,
  taken: Pixel[],
): { words: string; at: Pixel }[] {
  const all = [...taken]
  return contours.flatMap(({ level, rings }) => {
    const words = exactWords(level)
    const half = widthOf(words) / 2 + edge.x
    const isFree = ({ x, y }: Pixel) =>
      x > half &&
      x < width - half &&
      y > edge.y &&
      y < height - edge.y &&
      all.every((other) => Math.abs(other.x - x) > across + half || Math.abs(other.y - y) > down)
    const fromDiagonal = ({ x, y }: Pixel) => Math.abs(x / width - y / height)
    const [at] = rings
      .flat()
      .filter(isFree)
      .sort((one, other) => fromDiagonal(one) - fromDiagonal(other))
    if (!at) return []
    all.push(at)
    return [{ words, at }]
  })
}
