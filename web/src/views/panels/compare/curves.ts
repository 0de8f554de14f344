import type { Measures, Band as Spreading } from '../../../measures/measures.ts'
import type { CostCurves } from '../../../run/cost-history.ts'
import { costAxis } from '../../plot/cost-axis.ts'
import { drawLine } from '../../plot/lines.ts'
import type { ColourName } from '../../plot/palette.ts'
import type { Drawing, Plot } from '../../plot/plot.ts'
import { roundUp } from '../../plot/ticks.ts'

/** The chart in which runs are compared: lines on training and test set, the gap between them, bands of many runs. */

export type Measure = 'both' | 'testCost' | 'cost'

export interface Curve {
  /** Written where the line ends, so that colour is not alone. */
  mark: string
  colour: ColourName
  curves: Pick<CostCurves, 'step' | 'cost' | 'testCost' | 'penalty'>
  /** It stands out. */
  isPresent?: boolean
}

export interface Band extends Spreading {
  step: number[]
  colour: ColourName
}

export interface Chart {
  curves: Curve[]
  bands?: Band[]
  measure: Measure
  isLog: boolean
  /** Shades what lies between training and test cost of this one. */
  gapOf?: Curve | null
  /** Draws the penalty of this one. */
  penaltyOf?: Curve | null
}

const testDash = [6, 4]
const penaltyDash = [1.5, 3]
const shadeStrength = 0.16

/** Colours of runs: those of classes, which are told apart best. */
export const runColour = (number: number) => `class-${(number - 1) % 6}` as ColourName

/** What is drawn of a curve, by what is asked for. */
const namesOf = (measure: Measure) => (measure === 'both' ? (['testCost', 'cost'] as const) : [measure])

export function drawingOf(chart: Chart): Drawing {
  const { curves, bands = [], measure, isLog, gapOf, penaltyOf } = chart
  const shown = curves.flatMap((curve) => namesOf(measure).map((name) => curve.curves[name]))
  const penalty = penaltyOf?.curves.penalty ?? []
  const gap = gapOf ? [gapOf.curves.cost, gapOf.curves.testCost] : []
  const values = [...shown, ...bands.flatMap(({ low, high }) => [low, high]), ...gap, penalty].flat()
  const steps = [...curves.map(({ curves: { step } }) => step), ...bands.map(({ step }) => step)]
  const last = Math.max(10, ...steps.map((step) => step.at(-1) ?? 0))
  return {
    axes: [{ low: 0, high: roundUp(last), label: '' }, costAxis(values, isLog)],
    marks: { paint: (plot) => paint(plot, chart) },
  }
}

function paint(plot: Plot, { curves, bands = [], measure, gapOf, penaltyOf }: Chart) {
  plot.context.lineJoin = 'round'
  for (const band of bands) paintBand(plot, band)
  if (gapOf) {
    const { step, cost, testCost } = gapOf.curves
    shadeBetween(plot, gapOf.colour, step, cost, testCost)
  }
  for (const curve of curves) paintCurve(plot, curve, measure)
  if (penaltyOf) {
    const { step, penalty } = penaltyOf.curves
    drawLine(plot, { colour: 'gradient', dash: penaltyDash, width: 2 }, step, penalty)
  }
  writeMarks(plot, curves, measure)
}

function paintCurve(plot: Plot, { curves, colour, isPresent }: Curve, measure: Measure) {
  for (const name of namesOf(measure)) {
    const dash = name === 'testCost' ? testDash : []
    drawLine(plot, { colour, dash, width: isPresent ? 2.5 : 1.75 }, curves.step, curves[name])
  }
}

function paintBand(plot: Plot, { step, low, middle, high, colour }: Band) {
  shadeBetween(plot, colour, step, low, high)
  drawLine(plot, { colour, width: 2 }, step, middle)
}

/** Shades what lies between two lines; where a logarithmic axis has no place for one, that goes to its foot. */
function shadeBetween(plot: Plot, colour: ColourName, step: number[], low: number[], high: number[]) {
  const { context, palette, px, py, y } = plot
  const within = (value: number) => py(Math.min(y.high, Math.max(y.low, value)))
  const places = step.map((_, i) => i).filter((i) => Number.isFinite(low[i]) && Number.isFinite(high[i]))
  if (places.length < 2) return
  context.save()
  context.globalAlpha = shadeStrength
  context.fillStyle = palette.css(colour)
  context.beginPath()
  for (const i of places) context.lineTo(px(step[i]), within(high[i]))
  for (const i of places.reverse()) context.lineTo(px(step[i]), within(low[i]))
  context.fill()
  context.restore()
}

/** Pixels between the marks of two lines, at least. */
const apart = 12

/** The mark of each line where it ends, none upon another. */
function writeMarks(plot: Plot, curves: Curve[], measure: Measure) {
  const { context, palette, px, py, y, inner } = plot
  const [name] = namesOf(measure)
  const ends = curves.flatMap(({ mark, colour, curves }) => {
    const values = curves[name].some(Number.isFinite) ? curves[name] : curves.cost
    const at = values.findLastIndex((value) => Number.isFinite(value) && (!y.isLog || value > 0))
    return at < 0 ? [] : [{ mark, colour, x: px(curves.step[at]), y: py(values[at]) }]
  })
  context.font = `600 11px ${getComputedStyle(context.canvas).fontFamily}`
  context.textBaseline = 'middle'
  context.lineWidth = 3
  context.strokeStyle = palette.css('card')
  let free = -Infinity
  for (const end of ends.sort((one, other) => one.y - other.y)) {
    const level = Math.max(end.y, free)
    free = level + apart
    const x = Math.min(end.x + 4, inner.left + inner.width - context.measureText(end.mark).width + 4)
    context.fillStyle = palette.css(end.colour)
    context.strokeText(end.mark, x, level)
    context.fillText(end.mark, x, level)
  }
}

export type Spread = 'quartiles' | 'range'

/** The shares of the curves that lie below a band and below its upper edge. */
const edges = { quartiles: [0.25, 0.75], range: [0, 1] } as const

/** The median of many curves, step by step, with the middle half of them or all of them about it. */
export function bandOf(
  measures: Measures,
  curves: Pick<CostCurves, 'step' | 'cost' | 'testCost'>[],
  name: 'cost' | 'testCost',
  spread: Spread,
  colour: ColourName,
): Band {
  const step = curves.reduce<number[]>((most, { step }) => (step.length > most.length ? step : most), [])
  const [low, high] = edges[spread]
  const values = curves.map((curve) => curve[name])
  return { step, ...measures.band(values, low, high), colour }
}

/** Whether there is a line to draw, and not a point alone. */
export const hasLine = ({ step }: Pick<CostCurves, 'step'>): boolean => step.length > 1
