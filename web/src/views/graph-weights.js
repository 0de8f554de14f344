import { html, nothing, render } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { formatShort } from '../text/numbers.js'
import { text } from '../text/text.js'
import { biasesOf, placeLabels } from './graph-layout.js'
import { weightOf } from './graph-wires.js'
import { isSameParameter, parameterAbout, parameterName } from './parameter-places.js'
import { styleMap } from './style-map.js'

/**
 * The values that stand on the wires, and each neuron's bias before it: all of them in a small network, else those of
 * the neuron in focus. They are buttons in one list, so that they can be walked through without a mouse.
 * @typedef {import('./graph-wires.js').PlacedWire} PlacedWire
 * @typedef {import('./graph-layout.js').Wire} Wire
 * @typedef {import('./graph-layout.js').Layout} Layout
 * @typedef {import('../model/types.d.ts').Parameter} Parameter
 * @typedef {import('../model/types.d.ts').Neuron} Neuron
 * @typedef {import('../model/types.d.ts').SessionLike} SessionLike
 * @typedef {{ parameter: Parameter, x: number, y: number, isLit: boolean }} Chip
 */
export const chipSize = { width: 48, height: 20 }
const mostChips = 24

/** The tutorial's notation, counted from 1: W4,2 runs from unit 4 to unit 2. @type {(wire: Wire) => string} */
export const weightName = parameterName

export class WeightChips {
  /** Where they stand. @type {Chip[]} */
  shown = []
  /** @type {{ parameter: Parameter, value: Element, written: string }[]} */
  #written = []

  /** @param {HTMLElement} list @param {SessionLike} session */
  constructor(list, session) {
    this.list = list
    this.session = session
  }

  /**
   * Shows the right values.
   * @param {Layout} layout
   * @param {PlacedWire[]} wires all that are drawn
   * @param {Neuron | null} focus
   * @param {(PlacedWire | null)[]} held shown in any case, even where they cover others
   */
  place(layout, wires, focus, held) {
    const isSmall = wires.length <= mostChips
    const isFocused = (/** @type {Wire} */ { layer, row, column }) =>
      focus !== null &&
      (focus.layer < 0 ? layer === 0 && column === focus.unit : layer === focus.layer && row === focus.unit)
    const biases = biasesOf(layout, chipSize).flatMap(({ layer, row, x, y }) => {
      const isLit = focus?.layer === layer && focus.unit === row
      return isSmall || isLit ? [{ parameter: /** @type {Parameter} */ ({ layer, row, bias: true }), x, y, isLit }] : []
    })
    const some = isSmall ? wires : wires.filter(isFocused)
    const labels = some.length <= 2 * mostChips ? placeLabels(some, chipSize, biases) : []
    for (const wire of held) {
      if (!wire || labels.some((label) => label.wire === wire)) continue
      const [free] = placeLabels([wire], chipSize, [...biases, ...labels])
      labels.push(free ?? { wire, x: (wire.x0 + wire.x1) / 2, y: (wire.y0 + wire.y1) / 2 })
    }
    this.shown = [
      ...labels.map(({ wire, x, y }) => ({
        parameter: /** @type {Parameter} */ (wire),
        x,
        y,
        isLit: isFocused(wire) || held.includes(wire),
      })),
      ...biases,
    ].sort((a, b) => a.parameter.layer - b.parameter.layer)
    render(
      repeat(this.shown, idOf, (chip) => this.#template(chip)),
      this.list,
    )
    const values = this.list.querySelectorAll('.weight-value')
    this.#written = this.shown.map(({ parameter }, i) => ({ parameter, value: values[i], written: '' }))
    this.write()
  }

  /** @param {Chip} chip */
  #template({ parameter, x, y, isLit }) {
    const isBias = 'bias' in parameter
    const isLocked = this.session.state.held.locked.some((other) => isSameParameter(other, parameter))
    const about = parameterAbout(this.session, parameter)
    const name = isLocked ? text('graph.locked', { name: about }) : about
    return html`
      <li>
        <button type="button" class="weight ${isBias ? 'bias' : ''} ${isLit ? 'lit' : ''} ${isLocked ? 'locked' : ''}"
          tabindex="-1" style=${styleMap({ left: `${x}px`, top: `${y}px` })} title=${name} aria-haspopup="dialog"
          data-layer=${parameter.layer} data-row=${parameter.row} data-column=${isBias ? 'bias' : parameter.column}>
          <span class="spoken">${name}: </span>${isBias ? html`<span aria-hidden="true">b </span>` : nothing}<span
            class="weight-value"></span>
        </button>
      </li>`
  }

  /** Writes the weights and biases of the frame. */
  write() {
    for (const chip of this.#written) {
      const value = parameterValue(this.session.frame, chip.parameter)
      const written = Number.isNaN(value) ? '' : formatShort(value)
      if (written === chip.written) continue
      chip.value.textContent = chip.written = written
      chip.value.classList.toggle('negative', value < 0)
    }
  }

  /** The button of a weight or bias, if it is shown. @param {Parameter} parameter @returns {HTMLElement | null} */
  buttonOf(parameter) {
    const column = 'bias' in parameter ? 'bias' : parameter.column
    return this.list.querySelector(
      `[data-layer="${parameter.layer}"][data-row="${parameter.row}"][data-column="${column}"]`,
    )
  }
}

/** @param {Chip} chip */
const idOf = ({ parameter }) => `${parameter.layer} ${parameter.row} ${'bias' in parameter ? 'b' : parameter.column}`

/**
 * A weight or a bias in the frame; NaN while the engine has no such parameter.
 * @param {import('../model/types.d.ts').Frame | null} frame
 * @param {Parameter} parameter
 */
export const parameterValue = (frame, parameter) =>
  'bias' in parameter ? (frame?.layers[parameter.layer]?.bias[parameter.row] ?? NaN) : weightOf(frame, parameter)
