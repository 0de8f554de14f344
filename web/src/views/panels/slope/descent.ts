import { downhillFrom, stepOf, timesLonger } from './arrows.ts'
import { type ArrowStyle, drawArrow, drawDot, type Ground, type Pen, strokeWay, writeAt } from './marks.ts'
import type { Scene } from './plot.ts'
import type { Point } from './range.ts'

/** The descent upon the landscape, flat or in relief: the way here, where downhill is, the next step, the point. */

/** How many of the last steps stand out, and up to how many each is marked. */
const newest = 12
const mostMarked = 200

/** @param hasParts whether the step is shown in its two parts, as upon the flat landscape */
export function drawDescent(pen: Pen, ground: Ground, scene: Scene, hasParts: boolean) {
  const { context, palette } = pen
  const { at, slope, next, isNextHere, range } = scene
  if (scene.ghost) drawGhost(pen, ground, scene.ghost.path)
  for (const { mark, path } of scene.beside) drawGhost(pen, ground, path, mark)
  drawPath(pen, ground, scene)
  const foot = slope && downhillFrom(at, slope, range)
  if (foot) {
    const side = hasParts ? undefined : 'center'
    const quiet: ArrowStyle = { colour: palette.css('ink-soft'), width: 1, label: scene.words.downhill, side }
    drawArrow(pen, ground, at, foot, quiet)
  }
  if (next && isNextHere) drawStep(pen, ground, scene, next, hasParts)
  context.fillStyle = palette.css('ink')
  context.strokeStyle = ground.pixel(at)?.isHidden ? palette.css('ink') : palette.css('card')
  context.lineWidth = 2
  drawDot(context, ground.pixel(at), 6)
}

/** Where the point is, and the arrows with the words at their ends. */
export function placesOf({ at, slope, next, isNextHere, range }: Scene): Point[] {
  const foot = slope && downhillFrom(at, slope, range)
  const tip = next && isNextHere ? tipOf(at, next, range) : null
  const ends = [foot, tip].filter((end) => end !== null)
  const middles = ends.map((end) => ({ a: (at.a + end.a) / 2, b: (at.b + end.b) / 2 }))
  const parts = tip
    ? [
        { ...at, a: tip.a },
        { ...at, b: tip.b },
      ]
    : []
  return [at, ...ends, ...middles, ...parts]
}

/** Where the next step is drawn to, longer where it is short; null where it is no number. */
function tipOf(at: Point, next: NonNullable<Scene['next']>, range: Scene['range']): Point | null {
  const step = stepOf(next)
  if (!Number.isFinite(step.a + step.b)) return null
  const times = timesLonger(step, range)
  return { a: at.a + step.a * times, b: at.b + step.b * times }
}

/** The way of another descent: faint and dashed, with a ring and its mark where it ended. */
function drawGhost(pen: Pen, ground: Ground, path: Point[], mark = '') {
  const { context, palette } = pen
  const ways = path.slice(1).map((point, k) => ground.way(path[k], point))
  context.strokeStyle = context.fillStyle = palette.css('ink-soft')
  context.lineJoin = 'round'
  context.lineWidth = 1.5
  strokeWay(context, ways.flat(), [5, 3])
  const end = ground.pixel(path[path.length - 1])
  context.fillStyle = palette.css('card')
  drawDot(context, end, 4)
  if (!end || !mark) return
  context.fillStyle = palette.css('ink-soft')
  writeAt(pen, mark, { x: end.x + 7, y: end.y }, 'left')
}

/** The way that the descent has come, the newest steps bold, and where it began. */
function drawPath({ context, palette }: Pen, ground: Ground, { path, at }: Scene) {
  if (path.length === 0) return
  const ways = [...path, at].slice(1).map((point, k) => ground.way(path[k], point))
  context.lineJoin = 'round'
  context.strokeStyle = palette.css('ink-soft')
  context.lineWidth = 1.25
  strokeWay(context, ways.flat())
  context.strokeStyle = context.fillStyle = palette.css('ink')
  context.lineWidth = 2.5
  strokeWay(context, ways.slice(-newest).flat())
  context.lineWidth = 0.5
  if (path.length < mostMarked) for (const point of path) drawDot(context, ground.pixel(point), 1.75)
  context.fillStyle = palette.css('card')
  context.lineWidth = 1.5
  drawDot(context, ground.pixel(path[0]), 4)
}

/** The next step from the point. */
function drawStep(
  pen: Pen,
  ground: Ground,
  { at, words, range }: Scene,
  next: NonNullable<Scene['next']>,
  hasParts: boolean,
) {
  const [step, to] = [stepOf(next), tipOf(at, next, range)]
  if (!to) return
  const colour = pen.palette.css('gradient')
  if (hasParts) {
    const thin = { colour, width: 1.25, dash: [4, 3] }
    drawArrow(pen, ground, at, { a: to.a, b: at.b }, { ...thin, label: words.part(step.a) })
    // away from the other arrows
    drawArrow(
      pen,
      ground,
      at,
      { a: at.a, b: to.b },
      { ...thin, label: words.part(step.b), side: step.a > 0 ? 'right' : 'left' },
    )
  }
  drawArrow(pen, ground, at, to, { colour, width: 2.5 })
}
