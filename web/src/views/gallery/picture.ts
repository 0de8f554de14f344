import { type SVGTemplateResult, svg } from 'lit'
import { layerClass } from '../parts/layer-class.ts'

/** A network as a small drawing: a dot a neuron, a line a weight. */

const [width, height] = [72, 54]
/** So many dots stand for all neurons of a large layer. */
const most = 6

/** @param sizes of the layers, the inputs first */
export function networkPicture(sizes: readonly number[]): SVGTemplateResult {
  const columns = sizes.map((size, i) => {
    const count = Math.min(size, most)
    const x = 6 + (i * (width - 12)) / Math.max(1, sizes.length - 1)
    return Array.from({ length: count }, (_, unit) => ({ x, y: height / 2 + (unit - (count - 1) / 2) * 9 }))
  })
  const wires = columns
    .slice(1)
    .map((units, i) => units.flatMap((to) => columns[i].map((from) => `M${from.x} ${from.y}L${to.x} ${to.y}`)).join(''))
  return svg`
    ${wires.map((d) => svg`<path class="wires" d=${d}/>`)}
    ${columns.map(
      (units, i) => svg`<path class="units ${layerClass(i - 1, sizes.length - 1)}"
        d=${units.map(({ x, y }) => `M${x} ${y}h0`).join('')}/>`,
    )}`
}

/** Rows and columns, for data that is not drawn before it is fetched. @param inputs columns @param outputs further ones */
export function tablePicture(inputs: number, outputs: number): SVGTemplateResult {
  const [left, right] = [inputs, outputs].map((columns) => Math.min(columns, most))
  const count = left + right
  const pitch = Math.min(9, width / count)
  const side = pitch - 1.5
  const cell = (column: number) => (width - count * pitch) / 2 + column * pitch + 0.75
  const rows = Array.from({ length: 5 }, (_, row) => 5 + row * 9)
  const path = (from: number, to: number) =>
    rows
      .flatMap((y) => Array.from({ length: to - from }, (_, i) => `M${cell(from + i)} ${y}h${side}v7h${-side}z`))
      .join('')
  return svg`<path class="cells of-input" d=${path(0, left)}/><path class="cells of-output" d=${path(left, count)}/>`
}
