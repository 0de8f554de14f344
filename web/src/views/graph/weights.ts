import { html, nothing, render } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { isLocked } from '../../network/held.ts'
import { parameterAbout } from '../../network/names.ts'
import { isSameParameter, type Parameter, parameterValue } from '../../network/parameters.ts'
import { isPointedAt, type Neuron } from '../../network/pointed.ts'
import type { SessionLike } from '../../session/session-like.ts'
import { formatShort } from '../../text/numbers.ts'
import { text } from '../../text/text.ts'
import { styleMap } from '../parts/style-map.ts'
import { writeText } from '../parts/write-text.ts'
import { biasesOf, type Layout } from './layout.ts'
import { placeLabels } from './lines.ts'
import type { PlacedWire } from './wires.ts'

/**
 * The values that stand on the wires, and each neuron's bias before it: all of them in a small network, else those of
 * the neuron in focus. They are buttons in one list, so that they can be walked through without a mouse; those of the
 * neuron that is walked over are all there, the ones without a free place are seen while they have the focus.
 */

interface Chip {
  parameter: Parameter
  x: number
  y: number
  isLit: boolean
  isCrowded: boolean
}

export interface Wanted {
  /** The wires that are seen. */
  drawn: PlacedWire[]
  /** The wires between all that is shown. */
  every: PlacedWire[]
  focus: Neuron | null
  /** Shown in any case, even where they cover others. */
  held: Parameter[]
  /** The neuron whose weights have the focus. */
  walked: Neuron | null
  /** The neuron whose weights would get the focus. */
  current: Neuron
  /** Whether other numbers stand on the wires into a neuron. */
  isTold: (of: { layer: number; row: number }) => boolean
}

const chipSize = { width: 48, height: 20 }
const mostChips = 24

export class WeightChips {
  list: HTMLElement
  session: SessionLike
  /** Where they stand. */
  shown: Chip[] = []
  #written: { parameter: Parameter; value: Element; written: string }[] = []

  constructor(list: HTMLElement, session: SessionLike) {
    this.list = list
    this.session = session
  }

  /** Shows the right values. */
  place(layout: Layout, wanted: Wanted) {
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

  /** Those that have a place. */
  #free(layout: Layout, { drawn, every, focus, held, isTold }: Wanted): Chip[] {
    const isSmall = drawn.length <= mostChips
    const isFocused = (parameter: Parameter) => focus !== null && isOf(parameter, focus)
    const isHeld = (parameter: Parameter) => held.some((one) => isSameParameter(one, parameter))
    const isShown = (parameter: Parameter) => isSmall || isFocused(parameter)
    const biases = placedBiases(layout).filter(
      ({ parameter, isCrowded }) => !isTold(parameter) && ((isShown(parameter) && !isCrowded) || isHeld(parameter)),
    )
    const some = drawn.filter((wire) => isShown(wire) && !isTold(wire))
    const labels = some.length <= 2 * mostChips ? placeLabels(some, chipSize, biases) : []
    for (const wire of every.filter((each) => isHeld(each) && !isTold(each))) {
      if (labels.some((label) => label.wire === wire)) continue
      const [place] = placeLabels([wire], chipSize, [...biases, ...labels])
      labels.push(place ?? { wire, ...middleOf(wire) })
    }
    return [...labels.map(({ wire, x, y }) => ({ parameter: wire as Parameter, x, y })), ...biases].map((chip) => ({
      ...chip,
      isCrowded: false,
      isLit: isFocused(chip.parameter) || isHeld(chip.parameter),
    }))
  }

  #template({ parameter, x, y, isLit, isCrowded }: Chip) {
    const isBias = 'bias' in parameter
    const about = parameterAbout(this.session, parameter)
    const isHeld = isLocked(this.session, parameter)
    const name = isHeld ? text('graph.locked', { name: about }) : about
    const states = [
      isBias && 'bias',
      isLit && 'lit',
      isHeld && 'locked',
      isCrowded && 'crowded',
      isPointedAt(this.session.pointed, parameter) && 'in-sight',
    ]
    return html`
      <li>
        <button type="button" class="weight ${states.filter(Boolean).join(' ')}" aria-describedby="weight-help"
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
      writeText(chip.value, (chip.written = written))
      chip.value.classList.toggle('negative', value < 0)
    }
  }

  /** The button of a weight or bias, if it is shown. */
  buttonOf(parameter: Parameter): HTMLElement | null {
    const column = 'bias' in parameter ? 'bias' : parameter.column
    return this.list.querySelector(
      `[data-layer="${parameter.layer}"][data-row="${parameter.row}"][data-column="${column}"]`,
    )
  }
}

/** The others that have to be there: all weights of the neuron that is walked over, else one by which it is entered. */
function crowded(layout: Layout, { every, held, walked, current, isTold }: Wanted, free: Chip[]): Chip[] {
  const all = [...every.map((wire) => ({ parameter: wire, ...middleOf(wire) })), ...placedBiases(layout)]
  const isWanted = (parameter: Parameter) =>
    (walked && isInto(parameter, walked)) || (isTold(parameter) && held.some((one) => isSameParameter(one, parameter)))
  const wanted = all.filter(({ parameter }) => isWanted(parameter))
  const entry = free.length || wanted.length ? [] : all.filter(({ parameter }) => isOf(parameter, current)).slice(0, 1)
  return [...wanted, ...entry]
    .filter(({ parameter }) => !free.some((chip) => isSameParameter(chip.parameter, parameter)))
    .map((chip) => ({ ...chip, isLit: held.some((one) => isSameParameter(one, chip.parameter)), isCrowded: true }))
}

/** Every bias with its place. */
const placedBiases = (layout: Layout) =>
  biasesOf(layout, chipSize).map(({ layer, row, ...place }) => ({
    parameter: { layer, row, bias: true } as Parameter,
    ...place,
  }))

const middleOf = ({ x0, y0, x1, y1 }: PlacedWire) => ({ x: (x0 + x1) / 2, y: (y0 + y1) / 2 })

const isInto = ({ layer, row }: Parameter, neuron: Neuron) => layer === neuron.layer && row === neuron.unit

/** Whether it leads to a neuron, or away from an input. */
const isOf = (parameter: Parameter, neuron: Neuron) =>
  neuron.layer < 0
    ? parameter.layer === 0 && 'column' in parameter && parameter.column === neuron.unit
    : isInto(parameter, neuron)

/** Neuron by neuron, its bias last: the order in which they are walked through. */
const orderOf = ({ parameter }: Chip) =>
  (parameter.layer * 4096 + parameter.row) * 65536 + ('bias' in parameter ? 65535 : parameter.column)

const idOf = ({ parameter }: Chip) =>
  `${parameter.layer} ${parameter.row} ${'bias' in parameter ? 'b' : parameter.column}`
