import { html } from 'lit'
import type { DataInfo } from '../../../data/prepare.ts'
import { outputName } from '../../../network/names.ts'
import type { SetName } from '../../../network/rows.ts'
import { squareHeight } from '../../plot/axes.ts'
import { drawDot, drawLine } from '../../plot/lines.ts'
import { paintMarks } from '../../plot/marks.ts'
import { padded } from '../../plot/padded.ts'
import type { Drawing, Plot } from '../../plot/plot.ts'
import { type MeasuresContext, text } from './context.ts'
import type { AmountNumbers, ClassNumbers } from './numbers.ts'
import '../../plot/plot.ts'

/** The plots: training set solid or filled, test set dashed or outlined, the one that is looked at stronger. */

type BySet<Numbers> = Partial<Record<SetName, Numbers>>

const diagonal = [0, 1]
const line = { train: [], test: [7, 4] } as const

/** Both sets, the chosen one last and so on top. */
const inOrder = <Numbers>(found: BySet<Numbers>, set: SetName) =>
  (set === 'train' ? (['test', 'train'] as const) : (['train', 'test'] as const)).flatMap((name) => {
    const numbers = found[name]
    return numbers ? [{ name, numbers, isChosen: name === set }] : []
  })

const plotTemplate = (label: string, drawing: Drawing) =>
  html`<glassbox-plot class="measures-plot" role="img" aria-label=${label} .drawing=${drawing}></glassbox-plot>`

/** With the point of the threshold on it. */
export function rocPlot({ classes }: DataInfo, found: BySet<ClassNumbers>, set: SetName, label: string) {
  const name = classes[1]
  return plotTemplate(label, {
    axes: [
      { low: 0, high: 1, label: text('falseAlarms', { name }) },
      { low: 0, high: 1, label: text('found', { name }) },
    ],
    height: squareHeight,
    marks: { paint: (plot) => paintRoc(plot, found, set) },
  })
}

function paintRoc(plot: Plot, found: BySet<ClassNumbers>, set: SetName) {
  drawLine(plot, { colour: 'line-strong', dash: [2, 4] }, diagonal, diagonal)
  for (const { name, numbers, isChosen } of inOrder(found, set)) {
    const { roc, rates } = numbers
    if (!roc) continue
    const stroke = { colour: isChosen ? 'ink' : 'ink-soft', width: isChosen ? 2.5 : 1.5, dash: line[name] } as const
    drawLine(plot, stroke, roc.falsePositiveRates, roc.truePositiveRates)
    if (isChosen && rates) drawDot(plot, rates.falsePositive, rates.truePositive, 6, { fill: 'delta' })
  }
}

export function calibrationPlot(found: BySet<ClassNumbers>, set: SetName, label: string) {
  return plotTemplate(label, {
    axes: [
      { low: 0, high: 1, label: text('probability') },
      { low: 0, high: 1, label: text('cameTrue') },
    ],
    height: squareHeight,
    marks: { paint: (plot) => paintCalibration(plot, found, set) },
  })
}

function paintCalibration(plot: Plot, found: BySet<ClassNumbers>, set: SetName) {
  drawLine(plot, { colour: 'line-strong', dash: [2, 4] }, diagonal, diagonal)
  for (const { name, numbers, isChosen } of inOrder(found, set)) {
    const bins = numbers.calibration?.bins.filter(({ count }) => count > 0) ?? []
    const most = Math.max(...bins.map(({ count }) => count))
    const colour = isChosen ? 'ink' : 'ink-soft'
    drawLine(
      plot,
      { colour, width: isChosen ? 2 : 1, dash: line[name] },
      bins.map(({ meanPredicted }) => meanPredicted),
      bins.map(({ share }) => share),
    )
    for (const { meanPredicted, share, count } of bins)
      drawDot(plot, meanPredicted, share, 2.5 + 3.5 * Math.sqrt(count / most), {
        fill: name === 'train' ? colour : 'card',
        line: colour,
      })
  }
}

/** Actual - predicted over predicted. */
export function residualPlot({ data, chosen }: MeasuresContext, found: BySet<AmountNumbers>, label: string) {
  const all = inOrder(found, chosen.set)
  const extent = (of: 'predicted' | 'residuals') =>
    padded(
      all.flatMap(({ numbers }) => [...numbers[of]].filter(Number.isFinite)),
      0.08,
    )
  const residuals = extent('residuals')
  const most = Math.max(Math.abs(residuals.low), Math.abs(residuals.high))
  return plotTemplate(label, {
    axes: [
      { ...extent('predicted'), label: text('predictedAxis', { name: outputName(data, chosen.output) }) },
      { low: -most, high: most, label: text('residualAxis') },
    ],
    height: (width) => Math.round(Math.max(width * 0.62, Math.min(width, 220))),
    marks: { paint: (plot) => paintResiduals(plot, all) },
  })
}

function paintResiduals(plot: Plot, all: { name: SetName; numbers: AmountNumbers }[]) {
  const { context, palette, px, py, x } = plot
  drawLine(plot, { colour: 'ink-soft', width: 1.5, dash: [5, 4] }, [x.low, x.high], [0, 0])
  for (const { name, numbers } of all) {
    const points = Array.from(numbers.predicted, (value, i) => ({
      x: px(value),
      y: py(numbers.residuals[i]),
      style: 1,
      isFilled: name === 'train',
    }))
    paintMarks(context, palette, points, 3)
  }
}
