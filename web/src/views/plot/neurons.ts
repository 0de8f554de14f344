import { weightsInto } from '../../network/parameters.ts'
import type { Frame, Maps } from '../../session/frame.ts'
import type { SessionLike } from '../../session/session-like.ts'
import { formatShort } from '../../text/numbers.ts'
import { writeText } from '../parts/write-text.ts'
import { Bitmap, contextOf } from './canvas.ts'
import { cssOf, divergingTable, type Scale, scaleOf, shadeOf, strengths } from './colour.ts'
import type { Palette } from './palette.ts'
import { layerScale } from './scale.ts'

/** side: of the map, in pixels of the screen */
interface Neuron {
  layer: number
  unit: number
  value: HTMLElement | null
  body: HTMLElement | null
  bitmap: Bitmap | null
  side: number
  written: string
  shade: number
}

/** What stands on the neurons: the value for the current row, a shade of it, or a small map over all inputs. */

export class Neurons {
  session: SessionLike
  palette: Palette
  table!: Uint32Array<ArrayBuffer>
  shades!: string[]
  #neurons: Neuron[] = []
  #paintedMaps: unknown = null

  constructor(session: SessionLike, palette: Palette) {
    this.session = session
    this.palette = palette
    this.recolour()
  }

  /** Takes the colours of the theme in force. */
  recolour() {
    this.table = signTable(this.palette, strengths.map)
    this.shades = Array.from(signTable(this.palette, strengths.shades), cssOf)
    this.#paintedMaps = null
    for (const neuron of this.#neurons) neuron.shade = -1
  }

  /** Takes the buttons of a newly drawn network. */
  take(buttons: Iterable<HTMLElement>) {
    this.#paintedMaps = null
    this.#neurons = Array.from(buttons, (button) => {
      const canvas = button.querySelector('canvas')
      return {
        layer: Number(button.dataset.layer),
        unit: Number(button.dataset.unit),
        written: '',
        shade: -1,
        value: button.querySelector<HTMLElement>('.neuron-value'),
        body: button.querySelector<HTMLElement>('.neuron-body'),
        bitmap: canvas && new Bitmap(canvas),
        side: (canvas?.clientWidth ?? 0) * window.devicePixelRatio,
      }
    })
  }

  /** Values and shades of the current row. */
  write() {
    const { frame } = this.session
    for (const neuron of this.#neurons) {
      const value = activationOf(frame, neuron)
      const written = value === undefined ? '' : formatShort(value)
      if (neuron.value && written !== neuron.written) writeText(neuron.value, (neuron.written = written))
      if (neuron.bitmap || neuron.layer < 0 || value === undefined) continue
      const shade = shadeOf(value, layerScale(this.session, neuron.layer, frame?.layers[neuron.layer].activation ?? []))
      if (neuron.body && shade !== neuron.shade) neuron.body.style.backgroundColor = this.shades[(neuron.shade = shade)]
    }
  }

  /** Maps: over the plane or the line of the inputs, or for images the weights as a picture. */
  paint() {
    const { frame, data } = this.session
    if (!frame || !data) return
    const source = data.imageSide ? frame : frame.maps
    if (source === this.#paintedMaps) return
    this.#paintedMaps = source
    for (const neuron of this.#neurons) {
      if (!neuron.bitmap) continue
      if (data.imageSide) this.#paintWeights(neuron.bitmap, frame, neuron.unit, data.imageSide)
      else this.#paintMap(neuron, neuron.bitmap, frame.maps)
    }
  }

  #paintMap({ layer, unit, side }: Neuron, bitmap: Bitmap, maps: Maps | null) {
    const values = maps?.layers[layer]?.[unit]
    if (!maps || !values) return
    const scale = layerScale(this.session, layer, values)
    if (maps.extent.length > 2) bitmap.paint(values, maps.resolution, this.table, scale)
    else paintCurve(bitmap.canvas, side, values, scale, this.palette)
  }

  #paintWeights(bitmap: Bitmap, { layers: [layer] }: Frame, unit: number, side: number) {
    if (!layer || unit >= layer.units || layer.inputs !== side * side) return
    const weights = weightsInto(layer, unit)
    bitmap.paint(weights, side, this.table, scaleOf([-Infinity, Infinity], weights))
  }
}

/** Negative over nothing to positive. */
const signTable = (palette: Palette, strength: number) =>
  divergingTable(palette.rgb('negative'), palette.rgb('card'), palette.rgb('positive'), strength)

export const activationOf = (
  frame: Frame | null,
  { layer, unit }: { layer: number; unit: number },
): number | undefined => (layer < 0 ? frame?.input[unit] : frame?.layers[layer]?.activation[unit])

/** A neuron of one feature as a line over that feature. */
function paintCurve(
  canvas: HTMLCanvasElement,
  size: number,
  values: ArrayLike<number>,
  { low, high }: Scale,
  palette: Palette,
) {
  Object.assign(canvas, { width: size, height: size })
  const context = contextOf(canvas)
  const y = (value: number) => size * (0.92 - (0.84 * (value - low)) / (high - low))
  context.strokeStyle = palette.css('line-strong')
  context.lineWidth = 1
  context.beginPath()
  context.moveTo(0, y(low < 0 ? 0 : low))
  context.lineTo(size, y(low < 0 ? 0 : low))
  context.stroke()
  context.strokeStyle = palette.css('ink')
  context.lineWidth = 2 * window.devicePixelRatio
  context.beginPath()
  for (let i = 0; i < values.length; i++) context.lineTo((i / (values.length - 1)) * size, y(values[i]))
  context.stroke()
}
