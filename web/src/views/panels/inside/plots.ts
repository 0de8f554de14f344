import { html } from 'lit'
import { listOf } from '../../../text/lists.ts'
import { formatNumber } from '../../../text/numbers.ts'
import type { Axis } from '../../plot/axes.ts'
import { drawDot, drawLine } from '../../plot/lines.ts'
import { padded } from '../../plot/padded.ts'
import type { ColourName } from '../../plot/palette.ts'
import type { Drawing, Plot } from '../../plot/plot.ts'
import { type InsideContext, nameOf, text } from './context.ts'
import type { Histogram } from './numbers.ts'
import type { Moments } from './over-time.ts'
import '../../plot/plot.ts'

/** Histograms of each layer, and lines over the steps. */

const plotTemplate = (kind: string, label: string, drawing: Drawing) =>
  html`<glassbox-plot class=${kind} role="img" aria-label=${label} .drawing=${drawing}></glassbox-plot>`

export const histogramsTemplate = (context: InsideContext) =>
  context.layers.map(
    ({ activations, gradients }, layer) => html`
    <h3>${nameOf(context, layer)}</h3>
    <div class="inside-pair">
      ${histogramPlot(activations, text('activationAxis'), 'ink', wordsOf(context, 'activationLabel', layer, activations))}
      ${histogramPlot(gradients, text('gradientAxis'), 'gradient', wordsOf(context, 'gradientLabel', layer, gradients))}
    </div>`,
  )

function wordsOf(
  context: InsideContext,
  kind: 'activationLabel' | 'gradientLabel',
  layer: number,
  { low, high, counts }: Histogram,
) {
  const fullest = counts.indexOf(Math.max(...counts))
  const edge = (bin: number) => context.write(low + ((high - low) * bin) / counts.length)
  return text(kind, {
    layer: nameOf(context, layer),
    count: counts.reduce((a, b) => a + b, 0),
    low: context.write(low),
    high: context.write(high),
    from: edge(fullest),
    to: edge(fullest + 1),
  })
}

function histogramPlot(histogram: Histogram, label: string, colour: ColourName, words: string) {
  const { low, high, counts } = histogram
  const isPoint = low === high
  const most = Math.max(1, ...counts)
  return plotTemplate('inside-histogram', words, {
    axes: [
      { low: isPoint ? low - 1 : low, high: isPoint ? high + 1 : high, label },
      { low: 0, high: most * 1.05, label: '' },
    ],
    height: () => 150,
    marks: { of: [histogram], paint: (plot) => paintBars(plot, histogram, colour) },
  })
}

function paintBars({ context, palette, px, py, x }: Plot, { counts }: Histogram, colour: ColourName) {
  const width = (x.high - x.low) / Math.max(1, counts.length)
  context.fillStyle = palette.css(colour)
  counts.forEach((count, bin) => {
    const left = px(x.low + bin * width)
    const top = py(count)
    context.fillRect(left + 0.5, top, Math.max(1, px(x.low + (bin + 1) * width) - left - 1), py(0) - top)
  })
}

/** How the layers' lines are told apart, beside their names at the end. */
const dashes = [[], [8, 4], [2, 3], [10, 3, 2, 3], [14, 4], [5, 2, 2, 2, 2, 2]]
/** From one name to the next, in pixels. */
const lineHeight = 13
/** Room for a name, as a share of the steps. */
const nameRoom = 0.22

export function linesPlot(context: InsideContext, moments: Moments, name: 'norms' | 'ratios') {
  const lists = moments[name]
  const values = lists.flat().filter((value) => value > 0 && Number.isFinite(value))
  if (moments.step.length < 2 || values.length === 0) return html`<p class="hint">${text('wait')}</p>`
  const newest = lists.map((list, layer) =>
    text('reading', { name: nameOf(context, layer), value: context.write(list[list.length - 1]) }),
  )
  const label = text(name === 'norms' ? 'normLabel' : 'ratioLabel', { list: listOf(newest) })
  return plotTemplate('inside-lines', label, {
    axes: [stepAxis(moments.step), logAxis(values)],
    height: () => 220,
    marks: {
      of: [moments.step, lists, moments.step.length],
      paint: (plot) => paintLines(plot, context, moments, lists),
    },
  })
}

function stepAxis(step: number[]): Axis {
  const [low, high] = [step[0], step[step.length - 1]]
  return { low, high: high + nameRoom * (high - low), label: text('step') }
}

const logAxis = (values: number[]): Axis => {
  const { low, high } = padded(values.map(Math.log10), 0.1)
  return { low: 10 ** Math.min(low, high - 1), high: 10 ** high, label: '', isLog: true }
}

function paintLines(plot: Plot, context: InsideContext, { step }: Moments, lists: number[][]) {
  const { px, py } = plot
  const end = step[step.length - 1]
  const names: { y: number; name: string }[] = []
  lists.forEach((list, layer) => {
    const value = list[list.length - 1]
    drawLine(plot, { colour: 'gradient', width: 2, dash: dashes[layer % dashes.length] }, step, list)
    if (!(value > 0)) return
    drawDot(plot, end, value, 3, { fill: 'gradient' })
    names.push({ y: py(value), name: nameOf(context, layer) })
  })
  writeNames(plot, px(end) + 8, names)
}

/** Names at the ends of their lines, apart from one another and within the plot. */
function writeNames({ context, palette, inner }: Plot, x: number, names: { y: number; name: string }[]) {
  const placed = names.toSorted((a, b) => a.y - b.y)
  const bottom = inner.top + inner.height
  placed.forEach((one, i) => {
    one.y = Math.max(one.y, i > 0 ? placed[i - 1].y + lineHeight : inner.top)
  })
  placed.reverse().forEach((one, i) => {
    one.y = Math.min(one.y, i > 0 ? placed[i - 1].y - lineHeight : bottom)
  })
  context.fillStyle = palette.css('ink')
  context.font = `12px ${getComputedStyle(context.canvas).fontFamily}`
  context.textBaseline = 'middle'
  for (const { y, name } of placed) context.fillText(name, x, y)
}

/** The numbers of the last moment. */
export const nowTemplate = (context: InsideContext) => html`
  <table class="numbers inside-now">
    <caption>${text('now')}</caption>
    <thead><tr><th scope="col">${text('layer')}</th><th scope="col">${text('normNow')}</th><th scope="col">${text('ratioNow')}</th></tr></thead>
    <tbody>${context.layers.map(
      ({ gradientNorm, updateRatio }, layer) => html`
      <tr><th scope="row">${nameOf(context, layer)}</th><td>${formatNumber(gradientNorm, 3)}</td>
        <td>${formatNumber(updateRatio, 3)}</td></tr>`,
    )}</tbody>
  </table>`
