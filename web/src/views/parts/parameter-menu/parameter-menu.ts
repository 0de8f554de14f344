import { html, nothing } from 'lit'
import { guard } from 'lit/directives/guard.js'
import { layerName, neuronName, parameterAbout } from '../../../network/names.ts'
import { hasParameter, isSameParameter, type Parameter } from '../../../network/parameters.ts'
import type { LayerFrame } from '../../../session/frame.ts'
import type { Revision } from '../../../session/protocol.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { texts } from '../../../text/text.ts'
import { valueIn } from '../control.ts'
import { ranked } from '../terms/ranked.ts'
import { sentences } from './sentences.ts'

/**
 * Choosing any weight or bias by its layer, the unit it leads into and the unit it comes from. Three short menus: a
 * network of 23 860 parameters needs no longer ones.
 */

interface Choice {
  label: string
  parameter: Parameter
  choose: (parameter: Parameter) => unknown
  /** One that cannot be chosen here as well. */
  other?: Parameter
}

const text = texts(sentences)

/** How the bias stands among the units a weight may come from. */
const bias = -1

export function parameterMenu(session: SessionLike, { label, parameter, choose, other }: Choice) {
  const layers = session.frame?.layers ?? []
  const { layer, row } = parameter
  const { units, inputs } = layers[layer]
  const from = columnOf(parameter)
  const name = (at: number, unit: number) => neuronName(session, at, unit)
  const isTaken = (column: number) => other !== undefined && isSameParameter(other, at(layer, row, column))
  const setLayer = (to: number) => {
    const { units: rows, inputs: columns } = layers[to]
    choose(at(to, Math.min(row, rows - 1), Math.min(from, columns - 1)))
  }
  return html`
    <fieldset class="parameter-menu">
      <legend>${label}</legend>
      ${
        layers.length === 1
          ? nothing
          : menu(session, text('layer'), layers.length, 0, layer, (k) => layerName(k, layers.length), setLayer)
      }
      ${
        units === 1
          ? nothing
          : menu(
              session,
              text('to'),
              units,
              0,
              row,
              (k) => name(layer, k),
              (to) => choose(at(layer, to, from)),
            )
      }
      ${menu(
        session,
        text('from'),
        inputs,
        bias,
        from,
        (k) => (k === bias ? text('bias') : name(layer - 1, k)),
        (column) => choose(at(layer, row, column)),
        isTaken,
      )}
      <output>${parameterAbout(session, parameter)}</output>
    </fieldset>`
}

/**
 * A menu of units, whose options are made again only when something of them has changed.
 * @param first 0, or one before
 */
function menu(
  { state, data }: SessionLike,
  label: string,
  count: number,
  first: number,
  chosen: number,
  name: (unit: number) => string,
  choose: (unit: number) => unknown,
  isTaken: (unit: number) => boolean = () => false,
) {
  const onChange = (event: Event) => choose(Number(valueIn(event)))
  const key = [state.network, data, label, count, chosen, name(0), takenOf(count, first, isTaken)]
  return html`
    <label class="menu"><span>${label}</span> <select @change=${onChange}>${guard(key, () =>
      Array.from(
        { length: count - first },
        (_, k) => html`
        <option value=${k + first} .selected=${k + first === chosen} ?disabled=${isTaken(k + first)}
          >${name(k + first)}</option>`,
      ),
    )}</select></label>`
}

function takenOf(count: number, first: number, isTaken: (unit: number) => boolean) {
  for (let unit = first; unit < count; unit++) if (isTaken(unit)) return unit
  return null
}

const columnOf = (parameter: Parameter) => ('bias' in parameter ? bias : parameter.column)

const at = (layer: number, row: number, column: number): Parameter =>
  column === bias ? { layer, row, bias: true } : { layer, row, column }

interface First {
  revision: Revision
  parameter: Parameter
}

/** What is selected before anything is chosen. */
const firsts: WeakMap<SessionLike, First> = new WeakMap()

/**
 * The selected parameter; while there is none, the weight of the last layer that mattered most when it was first asked.
 * @param session whose frame is there
 */
export function chosenParameter(session: SessionLike): Parameter {
  const {
    state: { view },
    frame,
    revision,
  } = session
  const layers = frame?.layers ?? []
  if (view.parameter && hasParameter(layers, view.parameter)) return view.parameter
  const first = firsts.get(session)
  const { network, data } = first?.revision ?? {}
  if (first && network === revision.network && data === revision.data) return first.parameter
  const parameter = strongestOf(layers)
  firsts.set(session, { revision, parameter })
  return parameter
}

/** Of the last layer the weight with the largest gradient: the largest delta times the largest activation before it. */
function strongestOf(layers: LayerFrame[]): Parameter {
  const layer = layers.length - 1
  const largest = (values: ArrayLike<number>) => ranked(values)[0].index
  return { layer, row: largest(layers[layer].delta), column: layer > 0 ? largest(layers[layer - 1].activation) : 0 }
}

/** The parameter it is set against: the one chosen, else the next weight into the same unit, else its bias. */
export function chosenAgainst({ state, frame }: SessionLike, parameter: Parameter): Parameter {
  const { against } = state.view
  const layers = frame?.layers ?? []
  if (against && hasParameter(layers, against) && !isSameParameter(against, parameter)) return against
  const { layer, row } = parameter
  if ('bias' in parameter) return { layer, row, column: 0 }
  const { inputs } = layers[layer]
  if (inputs === 1) return { layer, row, bias: true }
  return { layer, row, column: parameter.column + 1 < inputs ? parameter.column + 1 : parameter.column - 1 }
}
