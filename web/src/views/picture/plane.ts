import { html, nothing } from 'lit'
import type { DataInfo } from '../../data/prepare.ts'
import { featureName } from '../../network/names.ts'
import { rowAt } from '../../network/rows.ts'
import { asOutput } from '../../network/units.ts'
import { classOf } from '../../network/verdict.ts'
import type { Change } from '../../session/announcer.ts'
import type { Maps } from '../../session/frame.ts'
import { texts } from '../../text/text.ts'
import { defineView, SessionElement } from '../parts/session-element.ts'
import { throttle } from '../parts/throttle.ts'
import { squareHeight } from '../plot/axes.ts'
import { Bitmap } from '../plot/canvas.ts'
import { classStyles, cssOf, divergingTable, mix, pixel, type Scale, shadeOf, strengths } from '../plot/colour.ts'
import { drawDot } from '../plot/lines.ts'
import { classColour, paintMarks, shownSets } from '../plot/marks.ts'
import type { Palette } from '../plot/palette.ts'
import type { Drawing, Plot } from '../plot/plot.ts'
import { layerScale, targetRange } from '../plot/scale.ts'
import type { PicturePointer, Values } from './pointer.ts'
import { sentences } from './sentences.ts'
import '../plot/plot.ts'

const text = texts(sentences)

/**
 * What a network of two features has learnt: the plane in the colours of its predictions, with the data on it.
 * While a neuron is pointed at, the plane shows that neuron.
 */
export class PlanePicture extends SessionElement {
  static override ignores: readonly Change[] = ['overlay', 'opened']
  #isDue = throttle(66)
  #bitmap: Bitmap | undefined
  /** null while it is fetched */
  #pointer: PicturePointer | null | undefined

  protected override begin() {
    this.#pointer = undefined
  }

  protected override heed(changes: ReadonlySet<Change>) {
    const isMoved = ['state', 'data', 'pointed'].some((change) => changes.has(change as Change))
    return this.#isDue(isMoved || !this.session.isRunning)
  }

  protected override render() {
    const { data, frame, state, pointed } = this.session
    if (!data || !frame || data.bases !== 2) return nothing
    const { maps } = frame
    const [xLow, xHigh, yLow, yHigh] = maps?.extent ?? data.extents.flat()
    const drawing: Drawing = {
      axes: [
        { low: xLow, high: xHigh, label: featureName(data, 0) },
        { low: yLow, high: yHigh, label: featureName(data, 1) },
      ],
      height: squareHeight,
      shade: { of: [maps, data, state, pointed], paint: (plot) => maps && this.#shade(plot, data, maps) },
      marks: { of: [data, state], paint: (plot) => this.#mark(plot, data) },
      count: data.train.X.shape[0],
    }
    return html`<glassbox-plot class="is-shaded" role="img" aria-label=${text('plane')} .drawing=${drawing}
      @pointerenter=${this.#fetchPointer}></glassbox-plot>`
  }

  protected override updated() {
    const { frame, state } = this.session
    if (frame && (frame.step > 0 || state.view.own)) this.#fetchPointer()
  }

  /** Fetches what answers to mouse and finger: soon after the first step, or when it is needed before. */
  #fetchPointer = async () => {
    const plot = this.querySelector<Plot>('.plot')
    if (this.#pointer !== undefined || !plot) return
    this.#pointer = null
    const { leave, session } = this
    const { PicturePointer } = await import('../late.ts')
    if (leave.aborted) return
    const pixelOf = ([x, y]: Values) => ({ x: plot.px(x), y: plot.py(y) })
    this.#pointer = new PicturePointer(plot, session, leave, {
      pixelOfRow: pixelOf,
      pixelOf,
      inputAt: (pixel) => plot.valuesAt(pixel),
    })
    this.#pointer.draw()
  }

  #mark(plot: Plot, data: DataInfo) {
    const { view } = this.session.state
    const { context, palette, px, py } = plot
    const points = divergingTable(...endsOf(palette))
    const scale = targetRange(data)
    for (const set of shownSets(view)) {
      const { X, Y } = data[set]
      paintMarks(
        context,
        palette,
        Array.from({ length: X.shape[0] }, (_, i) => {
          const [x, y] = rowAt(X, i)
          const point = { x: px(x), y: py(y), isFilled: set === 'train' }
          if (data.task !== 'regression') return { ...point, style: classOf(data.task, rowAt(Y, i)) }
          return { ...point, style: 0, fill: cssOf(points[shadeOf(rowAt(Y, i)[0], scale)]) }
        }),
      )
    }
    this.#pointer?.draw()
    if (view.own || view.scope === 'batch' || view.row >= data.train.X.shape[0]) return
    const [x, y] = rowAt(data.train.X, view.row)
    drawDot(plot, x, y, 8, { line: 'ink' })
  }

  #shade({ shade, palette }: Plot, data: DataInfo, maps: Maps) {
    const { pointed, state } = this.session
    if (maps.extent.length < 4) return
    const { discretize } = state.view
    if (this.#bitmap?.canvas !== shade) this.#bitmap = new Bitmap(shade)
    const bitmap = this.#bitmap
    const plane = divergingTable(...endsOf(palette), strengths.plane)
    const neuron = pointed && 'unit' in pointed ? maps.layers[pointed.layer]?.[pointed.unit] : undefined
    if (pointed && neuron) {
      return bitmap.paint(neuron, maps.resolution, plane, layerScale(this.session, pointed.layer, neuron))
    }
    if (data.task === 'classes') return shadeClasses(bitmap, maps, palette, discretize)
    const isBinary = data.task === 'binary'
    const scale = isBinary ? { low: 0, high: 1 } : outputRange(data)
    const [values] = maps.outputs
    bitmap.paint(isBinary && discretize ? values.map(Math.round) : values, maps.outputResolution, plane, scale)
  }
}

/** The winner's colour, the stronger the further it is ahead of chance. */
function shadeClasses(bitmap: Bitmap, { outputs, outputResolution }: Maps, palette: Palette, isHard: boolean) {
  const classes = Array.from({ length: Math.min(outputs.length, classStyles) }, (_, k) => classTable(palette, k))
  bitmap.resize(outputResolution, outputs[0].length / outputResolution)
  const chance = 1 / outputs.length
  for (let i = 0; i < outputs[0].length; i++) {
    let best = 0
    for (let k = 1; k < outputs.length; k++) if (outputs[k][i] > outputs[best][i]) best = k
    const lead = isHard ? 1 : 0.15 + (0.85 * (outputs[best][i] - chance)) / (1 - chance)
    bitmap.pixels[i] = classes[best % classes.length][shadeOf(lead, { low: 0, high: 1 })]
  }
  bitmap.show()
}

/** From the card's colour to that of a class. */
const classTable = (palette: Palette, k: number) =>
  Uint32Array.from({ length: 256 }, (_, i) =>
    pixel(mix(palette.rgb('card'), palette.rgb(classColour(k)), (strengths.plane * i) / 255)),
  )

/** The colours of the first class, of neither, of the second. */
const endsOf = (palette: Palette) => [palette.rgb('class-0'), palette.rgb('card'), palette.rgb('class-1')] as const

/** The targets' extent as the network answers it. */
function outputRange(data: DataInfo): Scale {
  const { low, high } = targetRange(data)
  return { low: asOutput(data, low), high: asOutput(data, high) }
}

defineView('glassbox-plane', PlanePicture)
