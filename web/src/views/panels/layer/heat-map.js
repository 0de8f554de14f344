import { html } from 'lit'
import { isSameParameter } from '../../../network/parameters.js'
import { styleMap } from '../../parts/style-map.js'
import { Bitmap } from '../../plot/canvas.js'
import { divergingTable, scaleOf } from '../../plot/colour.js'
import { Palette } from '../../plot/palette.js'
import { text } from './context.js'
import { isNumberKey } from './matrix-keys.js'

/**
 * Many weights as coloured squares: the sign by hue, the size by strength. It is read by pointer and by arrow keys; what
 * is pointed at is said beneath by the panel.
 *
 * @import { SessionLike } from '../../../types.d.ts'
 * @import { LayerContext } from './context.js'
 * @typedef {{ row: number, column: number }} Square
 */

/** Pixels of a square at most, and of the whole map's height. */
const most = { square: 18, height: 340 }

export class HeatMap {
  /** Where the arrow keys are. @type {Square} */
  #cursor = { row: 0, column: 0 }
  /** @type {LayerContext | null} */
  #context = null
  /** @type {Bitmap | null} */
  #bitmap = null
  #painted = /** @type {unknown} */ (null)

  /**
   * @param {HTMLElement} root
   * @param {SessionLike} session
   * @param {(square: Square, typed?: string) => void} onChoose a weight is selected, by a number begun on its square
   */
  constructor(root, session, onChoose) {
    this.session = session
    this.onChoose = onChoose
    this.palette = new Palette(root, () => this.#paint(true))
  }

  /** @param {LayerContext} context */
  template(context) {
    this.#context = context
    const {
      layer,
      found: { units: rows, inputs: columns },
      session: { pointed },
    } = context
    const at = pointed && 'column' in pointed && pointed.layer === layer ? pointed : null
    const height = Math.min(most.square, most.height / rows) * rows
    const size = {
      width: `min(100%, ${columns * most.square}px)`,
      height: `${Math.max(height, rows)}px`,
      'min-width': `${columns}px`,
    }
    const share = (/** @type {number} */ value, /** @type {number} */ whole) => `${(100 * value) / whole}%`
    return html`
      <div class="table-box">
        <div class="heat" tabindex="0" role="application" aria-label=${text('heat', { rows, columns })} style=${styleMap(size)}
          @pointermove=${this.#onPointer} @click=${this.#onPointer} @keydown=${this.#onKey}
          @focus=${() => this.#pointAt(this.#cursor)} @blur=${() => this.session.run({ do: 'point', at: null })}>
          <canvas aria-hidden="true"></canvas>
          ${
            at
              ? html`
            <span class="heat-row" style=${styleMap({ top: share(at.row, rows), height: share(1, rows) })}></span>
            <span class="heat-column" style=${styleMap({ left: share(at.column, columns), width: share(1, columns) })}></span>`
              : ''
          }
        </div>
      </div>`
  }

  /** Paints what the template has room for. @param {ParentNode} root */
  paint(root) {
    const canvas = /** @type {HTMLCanvasElement | null} */ (root.querySelector('.heat canvas'))
    if (!canvas) this.#bitmap = null
    else if (this.#bitmap?.canvas !== canvas) {
      this.#bitmap = new Bitmap(canvas)
      this.#painted = null
    }
    this.#paint(false)
  }

  /** @param {boolean} isForced */
  #paint(isForced) {
    const found = this.#context?.found
    if (!found || !this.#bitmap || (found.weights === this.#painted && !isForced)) return
    this.#painted = found.weights
    const { units, inputs, weights } = found
    const values = new Float64Array(units * inputs)
    for (let row = 0, i = 0; row < units; row++)
      for (let column = 0; column < inputs; column++) values[i++] = weights[row + column * units]
    const table = divergingTable(this.palette.rgb('negative'), this.palette.rgb('card'), this.palette.rgb('positive'))
    this.#bitmap.paint(values, inputs, table, scaleOf([-Infinity, Infinity], values))
  }

  #onPointer = (/** @type {PointerEvent | MouseEvent} */ event) => {
    const found = this.#context?.found
    if (!found) return
    const box = /** @type {Element} */ (event.currentTarget).getBoundingClientRect()
    const index = (/** @type {number} */ share, /** @type {number} */ count) =>
      Math.min(count - 1, Math.max(0, Math.floor(share * count)))
    this.#pointAt({
      row: index((event.clientY - box.top) / box.height, found.units),
      column: index((event.clientX - box.left) / box.width, found.inputs),
    })
    if (event.type === 'click') this.onChoose(this.#cursor)
  }

  #onKey = (/** @type {KeyboardEvent} */ event) => {
    const found = this.#context?.found
    const move = {
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      Home: [0, -1e9],
      End: [0, 1e9],
      PageUp: [-1e9, 0],
      PageDown: [1e9, 0],
    }[event.key]
    if (event.key === 'Enter') this.onChoose(this.#cursor)
    else if (isNumberKey(event)) this.onChoose(this.#cursor, event.key)
    else if (found && move) {
      const within = (/** @type {number} */ value, /** @type {number} */ count) =>
        Math.min(count - 1, Math.max(0, value))
      const reach = event.shiftKey ? 10 : 1
      this.#pointAt({
        row: within(this.#cursor.row + move[0] * reach, found.units),
        column: within(this.#cursor.column + move[1] * reach, found.inputs),
      })
    } else return
    event.preventDefault()
  }

  /** @param {Square} square */
  #pointAt({ row, column }) {
    const isThere = row === this.#cursor.row && column === this.#cursor.column
    if (isThere && this.#isPointed(this.#cursor)) return
    this.#cursor = { row, column }
    this.session.run({ do: 'point', at: { layer: this.#context?.layer ?? 0, row, column } })
  }

  /** @param {Square} square */
  #isPointed({ row, column }) {
    const { pointed } = this.session
    return (
      pointed !== null &&
      'row' in pointed &&
      isSameParameter(pointed, { layer: this.#context?.layer ?? 0, row, column })
    )
  }

  dispose() {
    this.palette.dispose()
  }
}
