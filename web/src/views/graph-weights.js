import { html, render } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { styleMap } from './style-map.js'
import { formatShort } from '../text/numbers.js'
import { text } from '../text/text.js'
import { neuronName } from './graph-columns.js'
import { placeLabels } from './graph-layout.js'
import { weightOf } from './graph-wires.js'

/**
 * The values that stand on the wires: all of them in a small network, else those of the neuron in focus.
 * They are buttons in one list, so that weights can be walked through without a mouse.
 * @typedef {import('./graph-wires.js').PlacedWire} PlacedWire
 * @typedef {import('./graph-layout.js').Wire} Wire
 * @typedef {import('../model/types.d.ts').SessionLike} SessionLike
 */
const chipSize = { width: 48, height: 20 }
const mostChips = 24

/** The tutorial's notation, counted from 1: W4,2 runs from unit 4 to unit 2. @param {Wire} wire */
export const weightName = ({ row, column }) => `W${column + 1},${row + 1}`

export class WeightChips {
  /** @type {{ wire: PlacedWire, value: Element, written: string }[]} */
  #chips = []

  /** @param {HTMLElement} list @param {SessionLike} session */
  constructor(list, session) {
    this.list = list
    this.session = session
  }

  /**
   * Shows the values of the right wires.
   * @param {PlacedWire[]} wires all that are drawn
   * @param {(wire: Wire) => boolean} isFocused belongs to the neuron in focus
   * @param {PlacedWire | null} pointed the one that is pointed at, shown even where it covers others
   */
  place(wires, isFocused, pointed) {
    const shown = wires.length <= mostChips ? wires : wires.filter(isFocused)
    const labels = shown.length <= 2 * mostChips ? placeLabels(shown, chipSize) : []
    if (pointed && !labels.some(({ wire }) => wire === pointed)) {
      labels.push({ wire: pointed, x: (pointed.x0 + pointed.x1) / 2, y: (pointed.y0 + pointed.y1) / 2 })
    }
    render(repeat(labels, ({ wire }) => idOf(wire), (label) => this.#chip(label, isFocused, pointed)), this.list)
    const values = this.list.querySelectorAll('.weight-value')
    this.#chips = labels.map(({ wire }, i) => ({ wire, value: values[i], written: '' }))
    this.write()
  }

  /**
   * @param {{ wire: PlacedWire, x: number, y: number }} label
   * @param {(wire: Wire) => boolean} isFocused
   * @param {PlacedWire | null} pointed
   */
  #chip({ wire, x, y }, isFocused, pointed) {
    const { layer, row, column } = wire
    const names = { from: neuronName(this.session, layer - 1, column), to: neuronName(this.session, layer, row) }
    const name = `${weightName(wire)}, ${text('graph.weight', names)}`
    const isLit = isFocused(wire) || wire === pointed
    return html`
      <li>
        <button type="button" class="weight ${isLit ? 'lit' : ''}" tabindex="-1"
          style=${styleMap({ left: `${x}px`, top: `${y}px` })} title=${name}
          data-layer=${layer} data-row=${row} data-column=${column}>
          <span class="spoken">${name}: </span><span class="weight-value"></span>
        </button>
      </li>`
  }

  /** Writes the weights of the frame. */
  write() {
    for (const chip of this.#chips) {
      const weight = weightOf(this.session.frame, chip.wire)
      const written = Number.isNaN(weight) ? '' : formatShort(weight)
      if (written === chip.written) continue
      chip.value.textContent = chip.written = written
      chip.value.classList.toggle('negative', weight < 0)
    }
  }
}

/** @param {Wire} wire */
const idOf = ({ layer, row, column }) => `${layer} ${row} ${column}`
