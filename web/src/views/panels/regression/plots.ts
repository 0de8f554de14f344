import { html, nothing, type TemplateResult } from 'lit'
import type { DataInfo } from '../../../data/prepare.ts'
import { featureName, targetName } from '../../../network/names.ts'
import { rowAt } from '../../../network/rows.ts'
import { inTargetUnit } from '../../../network/units.ts'
import type { Change } from '../../../session/announcer.ts'
import type { Frame } from '../../../session/frame.ts'
import { texts } from '../../../text/text.ts'
import { EngineQuery } from '../../parts/engine-query.ts'
import { defineView, SessionElement } from '../../parts/session-element.ts'
import { throttle } from '../../parts/throttle.ts'
import type { Axis } from '../../plot/axes.ts'
import { drawDot, drawLine } from '../../plot/lines.ts'
import { paintMarks, shownSets } from '../../plot/marks.ts'
import { padded } from '../../plot/padded.ts'
import type { Drawing, Plot } from '../../plot/plot.ts'
import { rounder, roundUp } from '../../plot/ticks.ts'
import { halfwayOf } from './betas.ts'
import { sentences } from './sentences.ts'
import '../../plot/plot.ts'

/** Along the feature, with no targets to speak of */
interface Points {
  X: number[][]
  Y: number[][]
}

/** One of the plots. */
interface Curve {
  name: string
  y: Axis
  /** Along the feature. */
  values: number[]
  /** What is on the network. */
  shown: number
  /** Where a row of this target stands. */
  heightOf?: (target: number) => number
  /** Where the log-odds are 0 and the probability is a half. */
  half?: number
}

const text = texts(sentences)
const points = 81
/** Room beyond the data, as a share of its extent. */
const margin = 0.08

/** A regression of one feature as pictures: log-odds and probability, or the one line of a linear neuron. */
export class RegressionPlots extends SessionElement {
  #query!: EngineQuery<'trace', Points>
  #isDue = throttle(66)

  protected override begin() {
    this.#query = this.own(new EngineQuery(this.session, 'trace', () => this.requestUpdate(), 0))
  }

  /** Two numbers a point along one line: little enough to be asked of every picture. */
  protected override heed(changes: ReadonlySet<Change>) {
    const { data, isRunning } = this.session
    if (!data || !this.#isDue(changes.has('state') || changes.has('data') || !isRunning)) return false
    const { low, high } = alongOf(data)
    const X = Array.from({ length: points }, (_, i) => [low + ((high - low) * i) / (points - 1)])
    this.#query.ask({ X, Y: X.map(() => [0]) })
    return true
  }

  protected override render() {
    const { data, frame } = this.session
    const { found } = this.#query
    if (!data || !frame || !found || data.featureNames.length !== 1) return nothing
    const [{ Z, activation }] = found.answer.layers
    const xs = found.details.X.map(([x]) => x)
    const outputs = activation.map(([a]) => a)
    const curves =
      frame.layers[0].activationName === 'sigmoid'
        ? [
            logOdds(
              data,
              frame,
              Z.map(([z]) => z),
            ),
            probability(data, frame, outputs),
          ]
        : [prediction(data, frame, outputs)]
    return curves.map((curve) => this.#template(data, frame, xs, curve))
  }

  #template(data: DataInfo, frame: Frame, xs: number[], curve: Curve): TemplateResult {
    const drawing: Drawing = {
      axes: [alongOf(data), curve.y],
      height: (width) => Math.round(width * 0.7),
      marks: { paint: (plot) => this.#paint(plot, data, frame, xs, curve) },
    }
    return html`<glassbox-plot role="img" aria-label=${curve.name} .drawing=${drawing}></glassbox-plot>`
  }

  #paint(plot: Plot, data: DataInfo, frame: Frame, xs: number[], { values, shown, heightOf, half }: Curve) {
    const {
      x: { low, high },
      y,
    } = plot
    if (half !== undefined) {
      const stroke = { colour: 'line-strong', dash: [5, 4] } as const
      const x = halfwayOf(data, frame.layers[0])
      drawLine(plot, stroke, [low, high], [half, half])
      if (x > low && x < high) drawLine(plot, stroke, [x, x], [y.low, y.high])
    }
    this.#drawRows(plot, data, heightOf)
    drawLine(plot, { colour: 'ink', width: 2.5 }, xs, values)
    if (frame.samples > 1) return
    const [x] = frame.input
    drawLine(plot, { colour: 'ink', dash: [3, 3] }, [x, x], [y.low, shown])
    drawDot(plot, x, shown, 5, { fill: 'ink' })
  }

  #drawRows({ context, palette, px, py }: Plot, data: DataInfo, heightOf = (target: number) => target) {
    for (const set of shownSets(this.session.state.view)) {
      const { X, Y } = data[set]
      paintMarks(
        context,
        palette,
        Array.from(X.data, (x, i) => {
          const [target] = rowAt(Y, i)
          const style = data.task === 'regression' ? 1 : Number(target > 0.5)
          return { x: px(x), y: py(heightOf(target)), style, isFilled: set === 'train' }
        }),
      )
    }
  }
}

/** The axis of the feature. */
function alongOf(data: DataInfo): Axis {
  const [[low, high]] = data.extents
  const pad = margin * (high - low) || 1
  return { low: low - pad, high: high + pad, label: featureName(data, 0) }
}

function logOdds(data: DataInfo, { layers: [{ Z }] }: Frame, values: number[]): Curve {
  const size = roundUp(
    values.reduce((most, z) => Math.max(most, Math.abs(z) || 0), 2),
    rounder,
  )
  return {
    name: text('logOddsPlot', { feature: featureName(data, 0) }),
    y: { low: -size, high: size, label: text('logOdds', { name: data.outputNames[0] ?? '' }) },
    values,
    shown: Z[0],
    heightOf: (target) => (target > 0.5 ? size : -size),
    half: 0,
  }
}

const probability = (data: DataInfo, { layers: [{ activation }] }: Frame, values: number[]): Curve => ({
  name: text('probabilityPlot', { feature: featureName(data, 0) }),
  y: { low: -0.08, high: 1.08, label: text('probability', { name: data.outputNames[0] ?? '' }) },
  values,
  shown: activation[0],
  half: 0.5,
})

function prediction(data: DataInfo, { layers: [{ activation }] }: Frame, outputs: number[]): Curve {
  const values = outputs.map((value) => inTargetUnit(data, value))
  return {
    name: text('predictionPlot', { feature: featureName(data, 0) }),
    y: { ...padded([...data.train.Y.data, ...values], 0.1), label: text('prediction', { name: targetName(data) }) },
    values,
    shown: inTargetUnit(data, activation[0]),
  }
}

defineView('glassbox-regression-plots', RegressionPlots)
