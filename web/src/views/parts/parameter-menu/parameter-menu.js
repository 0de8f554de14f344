import { html, nothing } from 'lit'
import { guard } from 'lit/directives/guard.js'
import { layerName, neuronName, parameterAbout } from '../../../network/names.js'
import { hasParameter, isSameParameter } from '../../../network/parameters.js'
import { texts } from '../../../text/text.js'
import { sentences } from './sentences.js'

/**
 * Choosing any weight or bias by its layer, the unit it leads into and the unit it comes from. Three short menus: a
 * network of 23 860 parameters needs no longer ones.
 *
 * @import { Parameter, SessionLike } from '../../../types.d.ts'
 * @typedef {{
 *   label: string
 *   parameter: Parameter
 *   choose: (parameter: Parameter) => unknown
 *   other?: Parameter
 * }} Choice `other`: one that cannot be chosen here as well
 */
const text = texts(sentences)

/** How the bias stands among the units a weight may come from. */
const bias = -1

/** @param {SessionLike} session @param {Choice} choice */
export function parameterMenu(session, { label, parameter, choose, other }) {
  const layers = session.frame?.layers ?? []
  const { layer, row } = parameter
  const { units, inputs } = layers[layer]
  const from = columnOf(parameter)
  const name = (/** @type {number} */ at, /** @type {number} */ unit) => neuronName(session, at, unit)
  const isTaken = (/** @type {number} */ column) =>
    other !== undefined && isSameParameter(other, at(layer, row, column))
  const setLayer = (/** @type {number} */ to) => {
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
 * @param {SessionLike} session
 * @param {string} label
 * @param {number} count
 * @param {number} first 0, or one before
 * @param {number} chosen
 * @param {(unit: number) => string} name
 * @param {(unit: number) => unknown} choose
 * @param {(unit: number) => boolean} [isTaken]
 */
function menu({ state, data }, label, count, first, chosen, name, choose, isTaken = () => false) {
  const onChange = (/** @type {Event} */ event) => choose(Number(/** @type {HTMLSelectElement} */ (event.target).value))
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

/** @param {number} count @param {number} first @param {(unit: number) => boolean} isTaken */
function takenOf(count, first, isTaken) {
  for (let unit = first; unit < count; unit++) if (isTaken(unit)) return unit
  return null
}

/** @param {Parameter} parameter */
const columnOf = (parameter) => ('bias' in parameter ? bias : parameter.column)

/** @param {number} layer @param {number} row @param {number} column @returns {Parameter} */
const at = (layer, row, column) => (column === bias ? { layer, row, bias: true } : { layer, row, column })

/** @typedef {{ key: string, data: SessionLike['data'], parameter: Parameter }} First */
/** What is selected before anything is chosen. @type {WeakMap<SessionLike, First>} */
const firsts = new WeakMap()

/**
 * The selected parameter; while there is none, the weight of the last layer that mattered most when it was first asked.
 * @param {SessionLike} session whose frame is there
 * @returns {Parameter}
 */
export function chosenParameter(session) {
  const {
    state: { view, network },
    frame,
    data,
  } = session
  const layers = frame?.layers ?? []
  if (view.parameter && hasParameter(layers, view.parameter)) return view.parameter
  const key = JSON.stringify([network, layers.length])
  const first = firsts.get(session)
  if (first?.key === key && first.data === data && hasParameter(layers, first.parameter)) return first.parameter
  const parameter = strongestOf(layers)
  firsts.set(session, { key, data, parameter })
  return parameter
}

/**
 * Of the last layer the weight with the largest gradient: the largest delta times the largest activation before it.
 * @param {import('../../../types.d.ts').LayerFrame[]} layers
 * @returns {Parameter}
 */
function strongestOf(layers) {
  const layer = layers.length - 1
  const largest = (/** @type {Float64Array} */ values) =>
    values.reduce((best, value, k) => (Math.abs(value) > Math.abs(values[best]) ? k : best), 0)
  return { layer, row: largest(layers[layer].delta), column: layer > 0 ? largest(layers[layer - 1].activation) : 0 }
}

/**
 * The parameter it is set against: the one chosen, else the next weight into the same unit, else its bias.
 * @param {SessionLike} session
 * @param {Parameter} parameter
 * @returns {Parameter}
 */
export function chosenAgainst({ state, frame }, parameter) {
  const { against } = state.view
  const layers = frame?.layers ?? []
  if (against && hasParameter(layers, against) && !isSameParameter(against, parameter)) return against
  const { layer, row } = parameter
  if ('bias' in parameter) return { layer, row, column: 0 }
  const { inputs } = layers[layer]
  if (inputs === 1) return { layer, row, bias: true }
  return { layer, row, column: parameter.column + 1 < inputs ? parameter.column + 1 : parameter.column - 1 }
}

/** Its value in the frame. @param {SessionLike} session @param {Parameter} parameter @returns {number} */
export function valueNow({ frame }, parameter) {
  const found = frame?.layers[parameter.layer]
  if (!found) return NaN
  const { row } = parameter
  return 'bias' in parameter ? found.bias[row] : found.weights[row + parameter.column * found.units]
}
