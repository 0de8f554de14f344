/** Where a card beside something on the network stands: pure numbers, no DOM. */

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

export interface Around {
  /** What it is about, which it never covers where there is room for both. */
  target: Box
  /** What a wire joins, which it covers only where there is no other place. */
  ends?: readonly Box[]
  /** Points of what belongs to it, best left in view. */
  points: readonly { x: number; y: number }[]
  /** What else stands there. */
  others: readonly Box[]
  /** What it has to stay within. */
  bounds: Box
}

const gap = 10
/** What it costs to cover an end or another neuron whole, and each pixel away from the target, beside covering one point. */
const costs = { end: 1000, other: 6, pixel: 0.02 }

/** The left upper corner of a card of some size: at the side of its target where it covers least. */
export function placeCard(card: { width: number; height: number }, around: Around): { x: number; y: number } {
  const boxes = candidates(card, around)
  const found = boxes.map((box) => costOf(box, around))
  return boxes[found.indexOf(Math.min(...found))]
}

function candidates({ width, height }: { width: number; height: number }, { target, bounds }: Around): Box[] {
  const alongX = shares.map((share) => target.x + target.width * share - width * share)
  const alongY = shares.map((share) => target.y + target.height * share - height * share)
  const [left, right] = [target.x - width - gap, target.x + target.width + gap]
  const [above, below] = [target.y - height - gap, target.y + target.height + gap]
  const corners = [
    ...alongY.flatMap((y) => [{ x: right, y }, { x: left, y }]), // biome-ignore format: pairs of sides
    ...alongX.flatMap((x) => [{ x, y: below }, { x, y: above }]), // biome-ignore format: pairs of sides
  ]
  return corners.map(({ x, y }) => ({
    x: clamp(x, bounds.x, bounds.x + bounds.width - width),
    y: clamp(y, bounds.y, bounds.y + bounds.height - height),
    width,
    height,
  }))
}

/** Where the card is aligned with its target along its side: at the beginning, the middle, the end; or beyond these. */
const shares = [0.5, 0, 1, 2, -1]

const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(value, high))

function costOf(card: Box, { target, ends = [], points, others }: Around) {
  const covered = points.filter(({ x, y }) => sharedArea(card, { x: x - 1, y: y - 1, width: 2, height: 2 }) > 0)
  const hidden = (boxes: readonly Box[]) =>
    boxes.reduce((sum, box) => sum + sharedArea(card, box) / (box.width * box.height), 0)
  const isOver = sharedArea(card, target) > 0
  const [ownEnds, rest] = [costs.end * hidden(ends), costs.other * hidden(others)]
  return (isOver ? 1e6 : 0) + ownEnds + covered.length + rest + costs.pixel * between(card, target)
}

/** From the middle of one box to that of another. */
const between = (a: Box, b: Box) =>
  Math.hypot(a.x + a.width / 2 - b.x - b.width / 2, a.y + a.height / 2 - b.y - b.height / 2)

/** The area that two boxes have in common. */
export function sharedArea(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return Math.max(0, width) * Math.max(0, height)
}
