import { html } from 'lit'
import { isSameParameter, weightsInto } from '../../../network/parameters.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { scaleBar } from '../../parts/scale-bar/scale-bar.ts'
import { shareAt } from '../../parts/share-at.ts'
import { styleMap } from '../../parts/style-map.ts'
import { Bitmap } from '../../plot/canvas.ts'
import { divergingTable, scaleOf } from '../../plot/colour.ts'
import { Palette } from '../../plot/palette.ts'
import { type LayerContext, text } from './context.ts'
import { isNumberKey } from './matrix-keys.ts'

/**
 * Many weights as coloured squares: the sign by hue, the size by strength. It is read by pointer and by arrow keys; what
 * is pointed at is said beneath by the panel.
 */

export interface Square {
  row: number
  column: number
}

/** Pixels of a square at most, and of the whole map's height. */
const most = { square: 18, height: 340 }

export class HeatMap {
  session: SessionLike
  onChoose: (square: Square, typed?: string) => void
  palette: Palette
  /** Where the arrow keys are. */
  #cursor: Square = { row: 0, column: 0 }
  #context: LayerContext | null = null
  #bitmap: Bitmap | null = null
  #painted = null as unknown

  /** @param onChoose a weight is selected, by a number begun on its square */
  constructor(root: HTMLElement, session: SessionLike, onChoose: (square: Square, typed?: string) => void) {
    this.session = session
    this.onChoose = onChoose
    this.palette = new Palette(root, () => this.#paint(true))
  }

  template(context: LayerContext) {
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
    const { low, high } = scaleOf([-Infinity, Infinity], context.found.weights)
    const share = (value: number, whole: number) => `${(100 * value) / whole}%`
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
      </div>
      ${scaleBar(context.write(low), context.write(high), 'whole', text('W'))}`
  }

  /** Paints what the template has room for. */
  paint(root: ParentNode) {
    const canvas = root.querySelector<HTMLCanvasElement>('.heat canvas')
    if (!canvas) this.#bitmap = null
    else if (this.#bitmap?.canvas !== canvas) {
      this.#bitmap = new Bitmap(canvas)
      this.#painted = null
    }
    this.#paint(false)
  }

  #paint(isForced: boolean) {
    const found = this.#context?.found
    if (!found || !this.#bitmap || (found.weights === this.#painted && !isForced)) return
    this.#painted = found.weights
    const { units, inputs } = found
    const values = new Float64Array(units * inputs)
    for (let unit = 0; unit < units; unit++) values.set(weightsInto(found, unit), unit * inputs)
    const table = divergingTable(this.palette.rgb('negative'), this.palette.rgb('card'), this.palette.rgb('positive'))
    this.#bitmap.paint(values, inputs, table, scaleOf([-Infinity, Infinity], values))
  }

  #onPointer = (event: PointerEvent | MouseEvent) => {
    const found = this.#context?.found
    if (!found) return
    const { x, y } = shareAt(event)
    const index = (share: number, count: number) => Math.min(count - 1, Math.max(0, Math.floor(share * count)))
    this.#pointAt({ row: index(y, found.units), column: index(x, found.inputs) })
    if (event.type === 'click') this.onChoose(this.#cursor)
  }

  #onKey = (event: KeyboardEvent) => {
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
      const within = (value: number, count: number) => Math.min(count - 1, Math.max(0, value))
      const reach = event.shiftKey ? 10 : 1
      this.#pointAt({
        row: within(this.#cursor.row + move[0] * reach, found.units),
        column: within(this.#cursor.column + move[1] * reach, found.inputs),
      })
    } else return
    event.preventDefault()
  }

  #pointAt({ row, column }: Square) {
    const isThere = row === this.#cursor.row && column === this.#cursor.column
    if (isThere && this.#isPointed(this.#cursor)) return
    this.#cursor = { row, column }
    this.session.run({ do: 'point', at: { layer: this.#context?.layer ?? 0, row, column } })
  }

  #isPointed({ row, column }: Square) {
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
