import { setView } from './buttons.js'
import { neighbour, wireAt } from './graph-layout.js'
import { enterPane } from './pane-door.js'

/** Tabs that show any neuron: a click on one leaves them open. */
const neuronTabs = ['neuron', 'layer', 'error', 'blame']

/** Asks the open panel whether it opens a neuron itself: then it prevents the default, another tab. */
export const neuronDoor = 'open-neuron'

/**
 * Mouse, finger and keys on the network: what is pointed at, selected, and where Tab and the arrows lead.
 * @typedef {import('../model/types.d.ts').SessionLike} SessionLike
 * @typedef {import('../model/types.d.ts').Pointed} Pointed
 * @typedef {import('../model/types.d.ts').Parameter} Parameter
 * @typedef {import('../model/types.d.ts').Neuron} Neuron
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
   * @param {(parameter: Parameter) => void} onParameter a weight or bias is taken in hand
   */
  constructor(stage, session, layout, wires, onParameter) {
    this.stage = stage
    this.session = session
    this.layout = layout
    this.wires = wires
    this.onParameter = onParameter
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
    setTabStop(
      neurons,
      neurons.find((neuron) => isAt(this.#current, placeOf(neuron))),
    )
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
    if (!button) return
    const at = placeOf(button)
    if ('unit' in at) this.#select(at, button, event.detail === 0)
    else this.onParameter(at)
  }

  /**
   * Opens a neuron in the pane, in the open tab if that shows it; a second time closes it, or by keyboard leads there.
   * @param {Neuron} at @param {HTMLElement} button @param {boolean} isByKey
   */
  #select(at, button, isByKey) {
    this.#current = at
    const { selected, tab } = this.session.state.view
    const other = at.layer < 0 ? 'inputs' : 'neuron'
    const isKept = tab === other || (at.layer < 0 ? tab === 'neuron' : neuronTabs.includes(tab))
    const isThere = isKept || this.#isOpenedBy(button, at)
    const isAgain = isAt(selected, at) && isThere
    if (isAgain && isByKey) return enterPane(button)
    setView(this.session, 'selected', isAgain ? null : at)
    if (!isThere) setView(this.session, 'tab', other)
  }

  /** Whether the open panel opens the neuron itself. @param {HTMLElement} button @param {Neuron} at */
  #isOpenedBy(button, at) {
    return !button.dispatchEvent(new CustomEvent(neuronDoor, { bubbles: true, cancelable: true, detail: at }))
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
  const buttons = /** @type {HTMLElement[]} */ ([...(button.closest('ul')?.querySelectorAll('button') ?? [])])
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[key]
  return step ? buttons[buttons.indexOf(button) + step] : null
}

/** The neuron, weight or bias that a button stands for. @param {Element} button @returns {Pointed} */
export function placeOf(button) {
  const { layer, unit, row, column } = /** @type {HTMLElement} */ (button).dataset
  if (unit !== undefined) return { layer: Number(layer), unit: Number(unit) }
  const place = { layer: Number(layer), row: Number(row) }
  return column === 'bias' ? { ...place, bias: true } : { ...place, column: Number(column) }
}

/** @param {{ layer: number, unit: number } | null} a @param {Pointed} b */
export const isAt = (a, b) => a !== null && 'unit' in b && a.layer === b.layer && a.unit === b.unit

/**
 * @param {{ layer: number, row: number, column?: number }} a
 * @param {{ layer: number, row: number, column?: number }} b
 */
export const isSame = (a, b) => a.layer === b.layer && a.row === b.row && a.column === b.column

/** Whether a wire ends or begins at a neuron. @param {Wire} wire @param {{ layer: number, unit: number }} neuron */
export const touches = (wire, { layer, unit }) =>
  (wire.layer === layer && wire.row === unit) || (wire.layer === layer + 1 && wire.column === unit)
