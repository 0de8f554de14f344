import { setView } from './buttons.js'
import { neighbour, wireAt } from './graph-layout.js'

/**
 * Mouse, finger and keys on the network: what is pointed at, selected, and where Tab and the arrows lead.
 * @typedef {import('../model/types.d.ts').SessionLike} SessionLike
 * @typedef {import('../model/types.d.ts').Pointed} Pointed
 * @typedef {import('./graph-layout.js').Wire} Wire
 */
export class GraphHand {
  /** The neuron that Tab leads to. */
  #current = { layer: 0, unit: 0 }

  /**
   * @param {HTMLElement} stage holds buttons .neuron and .weight
   * @param {SessionLike} session
   * @param {() => import('./graph-layout.js').Layout | null} layout
   * @param {() => import('./graph-wires.js').PlacedWire[]} wires
   */
  constructor(stage, session, layout, wires) {
    this.stage = stage
    this.session = session
    this.layout = layout
    this.wires = wires
    stage.addEventListener('pointermove', this.#onPoint)
    stage.addEventListener('pointerdown', this.#onPoint)
    stage.addEventListener('pointerleave', () => this.#point(null))
    stage.addEventListener('focusin', this.#onFocus)
    stage.addEventListener('focusout', () => this.#point(null))
    stage.addEventListener('click', this.#onClick)
    stage.addEventListener('keydown', this.#onKey)
  }

  /** One neuron and one weight are in the tab order; arrows lead to the others. */
  moveTabStops() {
    const neurons = [...this.stage.querySelectorAll('.neuron')]
    setTabStop(neurons, neurons.find((neuron) => isAt(this.#current, placeOf(neuron))))
    const weights = [...this.stage.querySelectorAll('.weight')]
    const find = (/** @type {string} */ selector) => weights.find((weight) => weight.matches(selector))
    setTabStop(weights, find(':focus') ?? find('.lit'))
  }

  /** @param {Pointed | null} at */
  #point(at) {
    if (JSON.stringify(at) !== JSON.stringify(this.session.pointed)) this.session.run({ do: 'point', at })
  }

  #onPoint = (/** @type {PointerEvent} */ event) => {
    const button = buttonOf(event)
    if (button) return this.#point(placeOf(button))
    const box = this.stage.getBoundingClientRect()
    const scale = this.stage.offsetWidth / box.width
    const wire = wireAt(this.wires(), (event.clientX - box.left) * scale, (event.clientY - box.top) * scale)
    this.#point(wire && { layer: wire.layer, row: wire.row, column: wire.column })
  }

  #onFocus = (/** @type {FocusEvent} */ event) => {
    const button = buttonOf(event)
    if (button?.matches(':focus-visible')) this.#point(placeOf(button))
  }

  #onClick = (/** @type {MouseEvent} */ event) => {
    const button = buttonOf(event)
    if (button) this.#select(placeOf(button))
  }

  /** Opens a neuron, or the one that a wire leads to, in the pane; a second time closes it. @param {Pointed} at */
  #select(at) {
    const neuron = 'unit' in at ? at : { layer: at.layer, unit: at.row }
    if ('unit' in at) this.#current = at
    const isAgain = 'unit' in at && isAt(this.session.state.view.selected, at)
    setView(this.session, 'selected', isAgain ? null : neuron)
    if (!isAgain) setView(this.session, 'tab', 'neuron')
  }

  #onKey = (/** @type {KeyboardEvent} */ event) => {
    const button = buttonOf(event)
    if (!button) return
    if (event.key === 'Escape') setView(this.session, 'selected', null)
    const next = button.matches('.neuron') ? this.#neuronFrom(button, event.key) : weightFrom(button, event.key)
    if (!next) return
    event.preventDefault()
    next.focus()
    this.moveTabStops()
  }

  /** @param {HTMLElement} button @param {string} key @returns {HTMLElement | null} */
  #neuronFrom(button, key) {
    const at = placeOf(button)
    const layout = this.layout()
    const next = layout && 'unit' in at ? neighbour(layout, at, key) : null
    if (!next) return null
    this.#current = next
    return this.stage.querySelector(`[data-layer="${next.layer}"][data-unit="${next.unit}"]`)
  }
}

/** @param {Element[]} buttons @param {Element | undefined} chosen */
function setTabStop(buttons, chosen = buttons[0]) {
  for (const button of buttons) button.setAttribute('tabindex', button === chosen ? '0' : '-1')
}

/** The neuron or weight that an event happened on. @param {Event} event @returns {HTMLElement | null} */
const buttonOf = (event) => (event.target instanceof Element ? event.target.closest('.neuron, .weight') : null)

/** The neighbouring value on the wires. @param {HTMLElement} button @param {string} key */
function weightFrom(button, key) {
  const buttons = [...(button.closest('ul')?.querySelectorAll('button') ?? [])]
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[key]
  return step ? buttons[buttons.findIndex((other) => other === button) + step] : null
}

/** The neuron or wire that a button stands for. @param {Element} button @returns {Pointed} */
export function placeOf(button) {
  const { layer, unit, row, column } = /** @type {HTMLElement} */ (button).dataset
  return unit === undefined
    ? { layer: Number(layer), row: Number(row), column: Number(column) }
    : { layer: Number(layer), unit: Number(unit) }
}

/** @param {{ layer: number, unit: number } | null} a @param {Pointed} b */
export const isAt = (a, b) => a !== null && 'unit' in b && a.layer === b.layer && a.unit === b.unit

/** @param {Wire} a @param {Wire} b */
export const isSame = (a, b) => a.layer === b.layer && a.row === b.row && a.column === b.column

/** Whether a wire ends or begins at a neuron. @param {Wire} wire @param {{ layer: number, unit: number }} neuron */
export const touches = (wire, { layer, unit }) =>
  (wire.layer === layer && wire.row === unit) || (wire.layer === layer + 1 && wire.column === unit)
