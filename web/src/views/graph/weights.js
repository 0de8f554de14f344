import { html, nothing, render } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { isLocked } from '../../network/held.js'
import { parameterAbout } from '../../network/names.js'
import { isSameParameter, parameterValue } from '../../network/parameters.js'
import { isPointedAt } from '../../network/pointed.js'
import { formatShort } from '../../text/numbers.js'
import { text } from '../../text/text.js'
import { styleMap } from '../parts/style-map.js'
import { biasesOf, placeLabels } from './layout.js'

/**
 * The values that stand on the wires, and each neuron's bias before it: all of them in a small network, else those of
 * the neuron in focus. They are buttons in one list, so that they can be walked through without a mouse; those of the
 * neuron that is walked over are all there, the ones without a free place are seen while they have the focus.
 * @typedef {import('./wires.js').PlacedWire} PlacedWire
 * @typedef {import('./layout.js').Wire} Wire
 * @typedef {import('./layout.js').Layout} Layout
 * @typedef {import('../../types.d.ts').Parameter} Parameter
 * @typedef {import('../../types.d.ts').Neuron} Neuron
 * @typedef {import('../../types.d.ts').SessionLike} SessionLike
 * @typedef {{ parameter: Parameter, x: number, y: number, isLit: boolean, isCrowded?: boolean }} Chip
 * @typedef {{
 *   drawn: PlacedWire[]
 *   every: PlacedWire[]
 *   focus: Neuron | null
 *   held: Parameter[]
 *   walked: Neuron | null
 *   current: Neuron
 *   isTold: (of: { layer: number, row: number }) => boolean
 * }} Wanted `drawn`: the wires that are seen, of `every` one between what is shown; `held`: shown in any case, even where
 * they cover others; `walked`: the neuron whose weights have the focus; `current`: the one that would; `isTold`: whether
 * other numbers stand on the wires into a neuron
 */
export const chipSize = { width: 48, height: 20 }
const mostChips = 24

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

  /** Shows the right values. @param {Layout} layout @param {Wanted} wanted */
  place(layout, wanted) {
    const free = this.#free(layout, wanted)
    this.shown = free
    const all = [...free, ...crowded(layout, wanted, free)].sort((a, b) => orderOf(a) - orderOf(b))
    render(
      repeat(all, idOf, (chip) => this.#template(chip)),
      this.list,
    )
    const values = this.list.querySelectorAll('.weight-value')
    this.#written = all.map(({ parameter }, i) => ({ parameter, value: values[i], written: '' }))
    this.write()
  }

  /** Those that have a place. @param {Layout} layout @param {Wanted} wanted @returns {Chip[]} */
  #free(layout, { drawn, every, focus, held, isTold }) {
    const isSmall = drawn.length <= mostChips
    const isFocused = (/** @type {Parameter} */ parameter) => focus !== null && isOf(parameter, focus)
    const isHeld = (/** @type {Parameter} */ parameter) => held.some((one) => isSameParameter(one, parameter))
    const isShown = (/** @type {Parameter} */ parameter) => isSmall || isFocused(parameter)
    const biases = placedBiases(layout).filter(
      ({ parameter }) => !isTold(parameter) && (isShown(parameter) || isHeld(parameter)),
    )
    const some = drawn.filter((wire) => isShown(wire) && !isTold(wire))
    const labels = some.length <= 2 * mostChips ? placeLabels(some, chipSize, biases) : []
    for (const wire of every.filter((each) => isHeld(each) && !isTold(each))) {
      if (labels.some((label) => label.wire === wire)) continue
      const [place] = placeLabels([wire], chipSize, [...biases, ...labels])
      labels.push(place ?? { wire, ...middleOf(wire) })
    }
    return [...labels.map(({ wire, x, y }) => ({ parameter: /** @type {Parameter} */ (wire), x, y })), ...biases].map(
      (chip) => ({ ...chip, isLit: isFocused(chip.parameter) || isHeld(chip.parameter) }),
    )
  }

  /** @param {Chip} chip */
  #template({ parameter, x, y, isLit, isCrowded }) {
    const isBias = 'bias' in parameter
    const about = parameterAbout(this.session, parameter)
    const name = isLocked(this.session, parameter) ? text('graph.locked', { name: about }) : about
    const isPointed = isPointedAt(this.session.pointed, parameter)
    const states = {
      bias: isBias,
      lit: isLit,
      locked: isLocked(this.session, parameter),
      crowded: isCrowded,
      'in-sight': isPointed,
    }
    return html`
      <li>
        <button type="button" class="weight ${classesOf(states)}" aria-describedby="weight-help"
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

/**
 * The others that have to be there: all weights of the neuron that is walked over, else one by which it is entered.
 * @param {Layout} layout @param {Wanted} wanted @param {Chip[]} free @returns {Chip[]}
 */
function crowded(layout, { every, held, walked, current, isTold }, free) {
  const all = [...every.map((wire) => ({ parameter: wire, ...middleOf(wire) })), ...placedBiases(layout)]
  const isWanted = (/** @type {Parameter} */ parameter) =>
    (walked && isInto(parameter, walked)) || (isTold(parameter) && held.some((one) => isSameParameter(one, parameter)))
  const wanted = all.filter(({ parameter }) => isWanted(parameter))
  const entry = free.length || wanted.length ? [] : all.filter(({ parameter }) => isOf(parameter, current)).slice(0, 1)
  return [...wanted, ...entry]
    .filter(({ parameter }) => !free.some((chip) => isSameParameter(chip.parameter, parameter)))
    .map((chip) => ({ ...chip, isLit: held.some((one) => isSameParameter(one, chip.parameter)), isCrowded: true }))
}

/** Every bias with its place. @param {Layout} layout */
const placedBiases = (layout) =>
  biasesOf(layout, chipSize).map(({ layer, row, x, y }) => ({
    parameter: /** @type {Parameter} */ ({ layer, row, bias: true }),
    x,
    y,
  }))

/** @param {PlacedWire} wire */
const middleOf = ({ x0, y0, x1, y1 }) => ({ x: (x0 + x1) / 2, y: (y0 + y1) / 2 })

/** @param {Parameter} parameter @param {Neuron} neuron */
const isInto = ({ layer, row }, neuron) => layer === neuron.layer && row === neuron.unit

/** Whether it leads to a neuron, or away from an input. @param {Parameter} parameter @param {Neuron} neuron */
const isOf = (parameter, neuron) =>
  neuron.layer < 0
    ? parameter.layer === 0 && 'column' in parameter && parameter.column === neuron.unit
    : isInto(parameter, neuron)

/** Neuron by neuron, its bias last: the order in which they are walked through. @param {Chip} chip */
const orderOf = ({ parameter }) =>
  (parameter.layer * 4096 + parameter.row) * 65536 + ('bias' in parameter ? 65535 : parameter.column)

/** @param {Record<string, boolean | undefined>} states */
const classesOf = (states) =>
  Object.keys(states)
    .filter((name) => states[name])
    .join(' ')

/** @param {Chip} chip */
const idOf = ({ parameter }) => `${parameter.layer} ${parameter.row} ${'bias' in parameter ? 'b' : parameter.column}`
