import type { Parameter } from '../../network/parameters.ts'
import { isAt, type Neuron, type Pointed } from '../../network/pointed.ts'
import type { SessionLike } from '../../session/session-like.ts'
import { setView } from '../parts/buttons.ts'
import { enterPane, openNeuron } from '../parts/page-events.ts'
import { pointAt } from '../parts/point-at.ts'
import { pointedOf } from '../parts/pointed-of.ts'
import { rootOf } from '../parts/root-of.ts'
import { type Layout, neighbour } from './layout.ts'
import { type Wire, wireAt } from './lines.ts'
import { firstWeight, nextWeight } from './weight-walk.ts'
import type { PlacedWire } from './wires.ts'

/** Tabs that show any neuron: a click on one leaves them open. */
const neuronTabs = ['neuron', 'layer', 'error', 'blame']

/** Leads from a neuron to its weights. */
const weightsKey = 'w'

interface Graph {
  layout: () => Layout | null
  wires: () => PlacedWire[]
  /** A weight or bias is chosen. */
  take: (parameter: Parameter) => void
  /** Shows a weight or bias, whatever pages have to be turned, and gives its button. */
  reveal: (parameter: Parameter) => HTMLElement | null
  /** Whether something else tells its number on the wire, so that it shows no button. */
  isTold: (wire: Wire) => boolean
  /** Whether the pane is in view with it. */
  isBesidePane: () => boolean
}

/** Mouse, finger and keys on the network: what is pointed at, selected, and where Tab and the arrows lead. */
export class GraphPointer {
  stage: HTMLElement
  session: SessionLike
  graph: Graph
  /** The neuron that Tab leads to. */
  #current = { layer: 0, unit: 0 }

  /** @param stage holds buttons .neuron and .weight */
  constructor(stage: HTMLElement, session: SessionLike, graph: Graph) {
    this.stage = stage
    this.session = session
    this.graph = graph
    stage.addEventListener('pointermove', this.#onPoint)
    stage.addEventListener('pointerdown', this.#onPoint)
    stage.addEventListener('pointerleave', this.#onLeave)
    stage.addEventListener('focusin', this.#onFocus)
    stage.addEventListener('focusout', () => pointAt(session, null))
    stage.addEventListener('click', this.#onClick)
    stage.addEventListener('keydown', this.#onKey)
  }

  /** The neuron that Tab leads to. */
  get current(): Neuron {
    return this.#current
  }

  /** The neuron whose weights are walked over by keyboard: one of them, or its dial, has the focus. */
  get walked(): Neuron | null {
    const { activeElement: at } = rootOf(this.stage)
    const { parameter } = this.session.state.view
    const walked = at?.matches('.weight') ? pointedOf(at) : at?.closest('.dial-card') ? parameter : null
    return walked && 'row' in walked ? { layer: walked.layer, unit: walked.row } : null
  }

  /** One neuron and one weight are in the tab order; arrows lead to the others. */
  moveTabStops() {
    const neurons = [...this.stage.querySelectorAll('.neuron')]
    setTabStop(
      neurons,
      neurons.find((neuron) => isAt(this.#current, pointedOf(neuron))),
    )
    const weights = [...this.stage.querySelectorAll('.weight')]
    const find = (selector: string) => weights.find((weight) => weight.matches(selector))
    setTabStop(weights, find(':focus') ?? find('.lit'))
  }

  #onPoint = (event: PointerEvent) => {
    const button = buttonOf(event)
    if (button) return pointAt(this.session, pointedOf(button))
    const box = this.stage.getBoundingClientRect()
    const scale = this.stage.offsetWidth / box.width
    const wire = wireAt(this.graph.wires(), (event.clientX - box.left) * scale, (event.clientY - box.top) * scale)
    pointAt(this.session, wire && { layer: wire.layer, row: wire.row, column: wire.column })
  }

  /** What a finger has tapped stays pointed at until it taps elsewhere. */
  #onLeave = ({ pointerType }: PointerEvent) => {
    if (pointerType !== 'touch') return pointAt(this.session, null)
    const view = this.stage.closest('.session-element')
    const isElsewhere = (event: Event) => !view || !event.composedPath().includes(view)
    const onDown = (event: Event) => {
      document.removeEventListener('pointerdown', onDown)
      if (isElsewhere(event)) pointAt(this.session, null)
    }
    document.addEventListener('pointerdown', onDown)
  }

  #onFocus = (event: FocusEvent) => {
    const button = buttonOf(event)
    if (button?.matches(':focus-visible')) pointAt(this.session, pointedOf(button))
  }

  #onClick = (event: MouseEvent) => {
    const button = buttonOf(event)
    const at = button ? pointedOf(button) : this.session.pointed
    if (!at || (!button && !this.#isBareWire(event, at))) return
    if ('row' in at) this.graph.take(at)
    else if (button) this.#select(at, button, event.detail === 0)
  }

  /** Whether a click is on a wire whose weight shows no button that could be pressed. */
  #isBareWire({ target }: Event, at: Pointed) {
    const isControl = target instanceof Element && target.closest('button, select')
    return !isControl && 'column' in at && this.graph.isTold(at)
  }

  /**
   * Opens a neuron in the pane, in the open tab if that shows it. A second time closes it; by keyboard, or where the pane
   * is further down, it leads there.
   */
  #select(at: Neuron, button: HTMLElement, isByKey: boolean) {
    this.#current = at
    const { selected, tab } = this.session.state.view
    const other = at.layer < 0 ? 'inputs' : 'neuron'
    const isKept = tab === other || (at.layer < 0 ? tab === 'neuron' : neuronTabs.includes(tab))
    const isThere = isKept || openNeuron(button, at)
    const isAgain = isAt(selected, at) && isThere
    if (isAgain && (isByKey || !this.graph.isBesidePane())) return enterPane(button)
    setView(this.session, { selected: isAgain ? null : at, ...(isThere ? {} : { tab: other }) })
  }

  #onKey = (event: KeyboardEvent) => {
    const button = buttonOf(event)
    if (!button || event.ctrlKey || event.metaKey || event.altKey) return
    const at = pointedOf(button)
    if ('unit' in at && event.key === 'Escape') setView(this.session, { selected: null })
    const next = 'unit' in at ? this.#fromNeuron(at, event.key) : this.#fromWeight(at, event.key)
    if (!next) return
    event.preventDefault()
    next.focus()
    this.moveTabStops()
  }

  /** Another neuron, or the first of its own weights. */
  #fromNeuron(at: Neuron, key: string) {
    if (key.toLowerCase() === weightsKey) return this.graph.reveal(firstWeight(at))
    const layout = this.graph.layout()
    const next = layout && neighbour(layout, at, key)
    return next ? this.#neuronAt(next) : null
  }

  /** Another weight, or back to the neuron that it leads to. */
  #fromWeight(at: Parameter, key: string) {
    if (key === 'Escape') return this.#neuronAt({ layer: at.layer, unit: at.row })
    const { frame } = this.session
    const next = frame && nextWeight(frame.layers, at, key)
    return next ? this.graph.reveal(next) : null
  }

  #neuronAt(at: Neuron): HTMLElement | null {
    this.#current = at
    return this.stage.querySelector(`.neuron[data-layer="${at.layer}"][data-unit="${at.unit}"]`)
  }
}

function setTabStop(buttons: Element[], chosen: Element | undefined = buttons[0]) {
  for (const button of buttons) button.setAttribute('tabindex', button === chosen ? '0' : '-1')
}

/** The neuron or weight that an event happened on. */
const buttonOf = (event: Event): HTMLElement | null =>
  event.target instanceof Element ? event.target.closest('.neuron, .weight') : null
