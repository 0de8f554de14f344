import { formatShort } from '../../text/numbers.js'
import { Bitmap, contextOf } from './canvas.js'
import { cssOf, divergingTable, scaleOf, shadeOf } from './colour.js'
import { layerScale } from './scale.js'

/**
 * What stands on the neurons: the value for the current row, a shade of it, or a small map over all inputs.
 * @typedef {import('../../types.d.ts').Frame} Frame
 * @typedef {import('../../types.d.ts').SessionLike} SessionLike
 * @typedef {{ layer: number, unit: number, value: Element, body: HTMLElement, bitmap: Bitmap | null,
 *   side: number, written: string, shade: number }} Neuron   side: of the map, in pixels of the screen
 */

export class Neurons {
  /** @type {Neuron[]} */
  #neurons = []
  /** @type {unknown} */
  #paintedMaps = null

  /** @param {SessionLike} session @param {import('./palette.js').Palette} palette */
  constructor(session, palette) {
    this.session = session
    this.palette = palette
    this.table = signTable(palette, 0.85)
    this.shades = Array.from(signTable(palette, 0.45), cssOf)
  }

  /** Takes the colours of the theme in force. */
  recolour() {
    this.table = signTable(this.palette, 0.85)
    this.shades = Array.from(signTable(this.palette, 0.45), cssOf)
    this.#paintedMaps = null
    for (const neuron of this.#neurons) neuron.shade = -1
  }

  /** Takes the buttons of a newly drawn network. @param {Iterable<HTMLElement>} buttons */
  take(buttons) {
    this.#paintedMaps = null
    this.#neurons = Array.from(buttons, (button) => {
      const canvas = button.querySelector('canvas')
      return {
        layer: Number(button.dataset.layer),
        unit: Number(button.dataset.unit),
        written: '',
        shade: -1,
        value: /** @type {Element} */ (button.querySelector('.neuron-value')),
        body: /** @type {HTMLElement} */ (button.querySelector('.neuron-body')),
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
      if (written !== neuron.written) neuron.value.textContent = neuron.written = written
      if (neuron.bitmap || neuron.layer < 0 || value === undefined) continue
      const shade = shadeOf(value, layerScale(this.session, neuron.layer, frame?.layers[neuron.layer].activation ?? []))
      if (shade !== neuron.shade) neuron.body.style.backgroundColor = this.shades[(neuron.shade = shade)]
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

  /** @param {Neuron} neuron @param {Bitmap} bitmap @param {import('../../types.d.ts').Maps | null} maps */
  #paintMap({ layer, unit, side }, bitmap, maps) {
    const values = maps?.layers[layer]?.[unit]
    if (!maps || !values) return
    const scale = layerScale(this.session, layer, values)
    if (maps.extent.length > 2) bitmap.paint(values, maps.resolution, this.table, scale)
    else paintCurve(bitmap.canvas, side, values, scale, this.palette)
  }

  /** @param {Bitmap} bitmap @param {Frame} frame @param {number} unit @param {number} side */
  #paintWeights(bitmap, { layers: [layer] }, unit, side) {
    if (!layer || unit >= layer.units || layer.inputs !== side * side) return
    const weights = Float64Array.from({ length: layer.inputs }, (_, i) => layer.weights[unit + i * layer.units])
    bitmap.paint(weights, side, this.table, scaleOf([-Infinity, Infinity], weights))
  }
}

/** Negative over nothing to positive. @param {import('./palette.js').Palette} palette @param {number} strength */
const signTable = (palette, strength) =>
  divergingTable(palette.rgb('negative'), palette.rgb('card'), palette.rgb('positive'), strength)

/** @param {Frame | null} frame @param {{ layer: number, unit: number }} neuron @returns {number | undefined} */
export const activationOf = (frame, { layer, unit }) =>
  layer < 0 ? frame?.input[unit] : frame?.layers[layer]?.activation[unit]

/**
 * A neuron of one feature as a line over that feature.
 * @param {HTMLCanvasElement} canvas
 * @param {number} size
 * @param {ArrayLike<number>} values
 * @param {import('./colour.js').Scale} scale
 * @param {import('./palette.js').Palette} palette
 */
function paintCurve(canvas, size, values, { low, high }, palette) {
  Object.assign(canvas, { width: size, height: size })
  const context = contextOf(canvas)
  const y = (/** @type {number} */ value) => size * (0.92 - (0.84 * (value - low)) / (high - low))
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
