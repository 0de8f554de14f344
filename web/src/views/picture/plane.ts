import type { DataInfo } from '../../data/prepare.ts'
import { featureName } from '../../network/names.ts'
import { rowAt } from '../../network/rows.ts'
import { asOutput } from '../../network/units.ts'
import { classOf } from '../../network/verdict.ts'
import type { Change } from '../../session/announcer.ts'
import type { Maps } from '../../session/frame.ts'
import type { SessionLike } from '../../session/session-like.ts'
import { text } from '../../text/text.ts'
import { throttle } from '../parts/throttle.ts'
import { Bitmap } from '../plot/canvas.ts'
import { classStyles, cssOf, divergingTable, mix, pixel, type Scale, shadeOf } from '../plot/colour.ts'
import { classColour, paintMarks, shownSets } from '../plot/marks.ts'
import { Palette } from '../plot/palette.ts'
import { Plot } from '../plot/plot.ts'
import { layerScale, targetRange } from '../plot/scale.ts'
import type { PicturePointer, Values } from './pointer.ts'

/**
 * What a network of two features has learnt: the plane in the colours of its predictions, with the data on it.
 * While a neuron is pointed at, the plane shows that neuron.
 */
const strength = 0.62

export class PlanePicture {
  root: HTMLElement
  session: SessionLike
  plot: Plot
  bitmap: Bitmap
  palette: Palette
  tables: { plane: Uint32Array<ArrayBuffer>; points: Uint32Array<ArrayBuffer>; classes: Uint32Array<ArrayBuffer>[] }
  #isDue = throttle(66)
  #painted: unknown = null
  /** null while it is fetched */
  #pointer: PicturePointer | null | undefined

  constructor(root: HTMLElement, session: SessionLike) {
    this.root = root
    this.session = session
    this.plot = new Plot(root, text('picture.plane'))
    this.plot.box.classList.add('is-shaded')
    this.bitmap = new Bitmap(this.plot.shade)
    this.palette = new Palette(root, () => this.#recolour())
    this.plot.box.addEventListener('pointerenter', () => this.#fetchPointer(), { once: true })
    this.tables = tablesOf(this.palette)
  }

  /** Fetches what answers to mouse and finger: soon after the first step, or when it is needed before. */
  async #fetchPointer() {
    if (this.#pointer !== undefined) return
    this.#pointer = null
    const { PicturePointer } = await import('../late.ts')
    const pixelOf = ([x, y]: Values) => ({
      x: this.plot.px(x),
      y: this.plot.py(y),
    })
    this.#pointer = new PicturePointer(this.plot, this.session, {
      pixelOfRow: pixelOf,
      pixelOf,
      inputAt: ({ x, y }) => [this.plot.xAt(x), yAt(this.plot, y)],
    })
    this.#pointer.draw()
  }

  #recolour() {
    this.tables = tablesOf(this.palette)
    this.#painted = null
    this.draw(true)
    this.#shade()
  }

  update(changes: ReadonlySet<Change>) {
    const isMoved = ['state', 'data', 'pointed'].some((change) => changes.has(change as Change))
    if (isMoved) this.#painted = null
    this.draw(changes.has('state') || changes.has('data'))
    if (this.#isDue(isMoved || !this.session.isRunning)) this.#shade()
  }

  /** @param isForced draws the points though neither size nor axes have changed */
  draw(isForced = false) {
    const { data, frame } = this.session
    const width = this.root.clientWidth
    if (!data || !frame || !width || data.featureNames.length !== 2) return
    const [xLow, xHigh, yLow, yHigh] = frame.maps?.extent ?? data.extents.flat()
    const isNew = this.plot.frame(
      width,
      Plot.squareHeight(width),
      { low: xLow, high: xHigh, label: featureName(data, 0) },
      { low: yLow, high: yHigh, label: featureName(data, 1) },
    )
    if (isNew || isForced) this.#mark(data)
    if (frame.step > 0 || this.session.state.view.own) this.#fetchPointer()
    this.#pointer?.draw()
  }

  #mark(data: DataInfo) {
    const {
      state: { view },
    } = this.session
    const context = this.plot.clearMarks()
    const scale = targetRange(data)
    for (const set of shownSets(view)) {
      const { X, Y } = data[set]
      paintMarks(
        context,
        this.palette,
        Array.from({ length: X.shape[0] }, (_, i) => {
          const [x, y] = rowAt(X, i)
          const point = { x: this.plot.px(x), y: this.plot.py(y), isFilled: set === 'train' }
          if (data.task !== 'regression') return { ...point, style: classOf(data.task, rowAt(Y, i)) }
          return { ...point, style: 0, fill: cssOf(this.tables.points[shadeOf(rowAt(Y, i)[0], scale)]) }
        }),
      )
    }
    if (view.own || view.scope === 'batch' || view.row >= data.train.X.shape[0]) return
    const [x, y] = rowAt(data.train.X, view.row)
    context.strokeStyle = this.palette.css('ink')
    context.lineWidth = 2
    context.beginPath()
    context.arc(this.plot.px(x), this.plot.py(y), 8, 0, 2 * Math.PI)
    context.stroke()
  }

  #shade() {
    const {
      data,
      frame,
      pointed,
      state: { view },
    } = this.session
    const maps = frame?.maps
    if (!data || !maps || maps === this.#painted || maps.extent.length < 4) return
    this.#painted = maps
    const { plane } = this.tables
    const neuron = pointed && 'unit' in pointed ? maps.layers[pointed.layer]?.[pointed.unit] : undefined
    if (pointed && neuron) {
      return this.bitmap.paint(neuron, maps.resolution, plane, layerScale(this.session, pointed.layer, neuron))
    }
    if (data.task === 'classes') return this.#shadeClasses(maps, view.discretize)
    const scale = data.task === 'binary' ? { low: 0, high: 1 } : outputRange(data)
    const isHard = view.discretize && data.task === 'binary'
    this.bitmap.paint(isHard ? maps.outputs[0].map(Math.round) : maps.outputs[0], maps.outputResolution, plane, scale)
  }

  /** The winner's colour, the stronger the further it is ahead of chance. */
  #shadeClasses({ outputs, outputResolution }: Maps, isHard: boolean) {
    const {
      bitmap,
      tables: { classes },
    } = this
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

  dispose() {
    this.palette.dispose()
    this.plot.dispose()
  }
}

/** The value of the y axis at a pixel. */
const yAt = ({ y: { low, high }, inner: { top, height } }: Plot, pixel: number) =>
  low + (1 - (pixel - top) / height) * (high - low)

/** The targets' extent as the network answers it. */
function outputRange(data: DataInfo): Scale {
  const { low, high } = targetRange(data)
  return { low: asOutput(data, low), high: asOutput(data, high) }
}

/** The plane from the first class to the second, points in the pure colours, and a table for each class. */
function tablesOf(palette: Palette) {
  const [low, card, high] = [palette.rgb('class-0'), palette.rgb('card'), palette.rgb('class-1')]
  return {
    plane: divergingTable(low, card, high, strength),
    points: divergingTable(low, card, high),
    classes: Array.from({ length: classStyles }, (_, k) =>
      Uint32Array.from({ length: 256 }, (_, i) => pixel(mix(card, palette.rgb(classColour(k)), (strength * i) / 255))),
    ),
  }
}
