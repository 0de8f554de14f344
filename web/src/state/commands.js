import { refuseType, refuseValue } from '../network/refuse.js'
import { inputMoves, isUnmoved, movesBetween } from './column-moves.js'
import { fieldAt, ruleFor } from './fields.js'
import { kinds } from './kinds.js'
import * as layerEdits from './layer-edits.js'
import { optimizerDefaults } from './presets.js'
import { changedState, completeState } from './state.js'

/**
 * Commands that change the state, as pure functions: the state before, the command, the state after. Each refuses by
 * throwing; what it returns is checked as a whole.
 *
 * @import { Catalog, Command, DataInfo, HandTable, HeldState, State } from '../types.d.ts'
 * @import { Field } from './fields.js'
 * @import { Moves } from './column-moves.js'
 * @typedef {{
 *   state: State, isFresh: boolean, isShownOnly?: boolean, origins?: layerEdits.Origin[][], inputs?: layerEdits.Origin[]
 * }} Next
 * `isFresh`: training starts again at step 0. `isShownOnly`: the engine has nothing to do with it. `origins`, `inputs`:
 * where each unit of an edited network, and each input, comes from.
 */

/** @type {Record<string, (state: State, command: any, catalog: Catalog, data: DataInfo | null) => Next>} */
const edits = {
  load: ({ data }, command, catalog) => ({ state: completeState(command.state, catalog, data), isFresh: true }),
  randomize: (state, _, catalog) => anew(state, { 'network.seed': (state.network.seed + 1) % 2 ** 32 }, catalog),
  chooseData: (state, command, catalog) => chooseData(state, command.name, null, catalog),
  addLayer: (state, command, catalog) => reshape(state, layerEdits.addLayer(state.network.layers, command.at), catalog),
  removeLayer: (state, command, catalog) =>
    reshape(state, layerEdits.removeLayer(state.network.layers, command.at), catalog),
  addUnit: (state, command, catalog) => resize(state, command.layer, unitsOf(state, command.layer) + 1, catalog),
  removeUnit(state, { layer, unit = unitsOf(state, layer) - 1 }, catalog) {
    return reshape(state, layerEdits.removeUnit(state.network.layers, layer, unit), catalog)
  },
  set: (state, command, catalog, data) => set(state, command, catalog, data),
  lock: (state, { parameters, isLocked }, catalog) => hold(state, 'locked', parameters, isLocked, catalog),
  mute: (state, { layer, unit, isMuted }, catalog) => hold(state, 'muted', [{ layer, unit }], isMuted, catalog),
}

/**
 * The state after a command.
 * @param {State} state
 * @param {Command} command
 * @param {Catalog} catalog
 * @param {DataInfo | null} [data] what is known of the state's data
 * @returns {Next}
 * @throws {TypeError | RangeError} `name: rule, got value`
 */
export function edit(state, command, catalog, data = null) {
  if (!Object.hasOwn(edits, command.do)) refuseValue('do', 'must be a command', command.do)
  return edits[command.do](state, command, catalog, data)
}

/** Settings whose change starts training again. */
const startsAnew = ['network.seed', 'network.initializer', 'network.precision']

/** @param {State} state @param {any} command @param {Catalog} catalog @param {DataInfo | null} data @returns {Next} */
function set(state, { path, value, from }, catalog, data) {
  if (typeof path !== 'string') refuseType('path', 'must be a path of the state', path)
  if (path === 'data.name') return chooseData(state, value, null, catalog)
  if (path === 'data.table') return setTable(state, value, from, catalog)
  if (path === 'data.features') return setFeatures(state, value, catalog, data)
  if (path === 'data.target') return chooseData(state, state.data.name, value, catalog)
  if (path === 'training.cost') return setCost(state, value, catalog)
  if (path === 'training.optimizer') return setOptimizer(state, value, catalog)
  const layer = /^network\.layers\.(\d{1,3})\.(units|activation)$/.exec(path)
  if (layer) return setLayer(state, Number(layer[1]), layer[2], value, catalog)
  const field = fieldAt(path)
  if (!field || field.isOptional || path === 'network.layers') throw new TypeError(`${path}: is not a setting`)
  if (startsAnew.includes(path)) return anew(state, { [path]: value }, catalog)
  return {
    // Other rows of the same inputs.
    state: changedState(state, { [path]: value, ...(path.startsWith('data.') ? { 'view.row': 0 } : {}) }, catalog),
    isFresh: false,
    isShownOnly: path.startsWith('view.') && !seenByEngine.includes(path),
  }
}

/** What the engine has to know of how things are looked at. */
const seenByEngine = ['view.row', 'view.own', 'view.scope', 'view.speed']

/** What was looked at, and the first weights, mean nothing where there are other columns. */
const otherColumns = {
  parameters: undefined,
  'view.row': 0,
  'view.own': null,
  'view.selected': null,
  'view.parameter': null,
  'view.against': null,
}

/**
 * Holds some parameters or neurons, or lets them go.
 * @param {State} state
 * @param {'locked' | 'muted'} list
 * @param {unknown} chosen
 * @param {unknown} isHeld
 * @param {Catalog} catalog
 * @returns {Next}
 */
function hold(state, list, chosen, isHeld, catalog) {
  if (!Array.isArray(chosen)) refuseType('parameters', 'must be a list', chosen)
  if (typeof isHeld !== 'boolean')
    refuseType(list === 'locked' ? 'isLocked' : 'isMuted', 'must be true or false', isHeld)
  const keys = chosen.map(keyOf)
  const others = /** @type {unknown[]} */ (state.held[list]).filter((item) => !keys.includes(keyOf(item)))
  const changes = { [`held.${list}`]: isHeld ? [...others, ...chosen] : others }
  return { state: changedState(state, changes, catalog), isFresh: false }
}

/** What tells one held thing from another, in whatever order its fields stand. @param {any} at */
const keyOf = ({ layer, row, column, bias, unit }) => [layer, row, column, bias, unit].join()

/** @param {State} state @param {Record<string, unknown>} changes @param {Catalog} catalog @returns {Next} */
const anew = (state, changes, catalog) => ({
  state: changedState(state, { ...changes, parameters: undefined }, catalog),
  isFresh: true,
})

/**
 * Other data or another target, with the network and training that suit it; how it is looked at stays.
 * @param {State} state
 * @param {unknown} name
 * @param {unknown} target
 * @param {Catalog} catalog
 * @returns {Next}
 */
function chooseData(state, name, target, catalog) {
  const wanted = completeState({ v: 1, data: { name, target } }, catalog)
  const { row, own, selected, parameter, against } = wanted.view
  return { state: { ...wanted, view: { ...state.view, row, own, selected, parameter, against } }, isFresh: true }
}

/**
 * Rows entered by hand; the two ends of the network follow their columns.
 * @param {State} state
 * @param {unknown} value
 * @param {unknown} from
 * @param {Catalog} catalog
 * @returns {Next}
 */
function setTable(state, value, from, catalog) {
  const given = kinds.table.check(value, ruleFor(/** @type {Field} */ (fieldAt('data.table')), catalog))
  const table = /** @type {HandTable} */ (given ?? refuseType('data.table', 'must be a table', value))
  const before = state.data.table
  const moves = movesBetween(before, table, from)
  const hasSameColumns =
    isUnmoved(moves.inputs, before?.inputs.length ?? 0) && isUnmoved(moves.outputs, before?.outputs.length ?? 0)
  const isLonger = table.rows.length !== before?.rows.length
  const changes = { 'data.table': table, ...(hasSameColumns ? (isLonger ? { 'view.row': 0 } : {}) : otherColumns) }
  return withColumns(state, changes, moves, catalog)
}

/**
 * Other columns of a shipped table as inputs.
 * @param {State} state
 * @param {unknown} value
 * @param {Catalog} catalog
 * @param {DataInfo | null} data
 * @returns {Next}
 */
function setFeatures(state, value, catalog, data) {
  const { features } = changedState(state, { 'data.features': value }, catalog).data
  const inputs = inputMoves(data?.columns ?? [], features)
  const outputs = Array.from({ length: state.network.layers.at(-1)?.units ?? 0 }, (_, unit) => unit)
  return withColumns(state, { ...otherColumns, 'data.features': features }, { inputs, outputs }, catalog)
}

/**
 * @param {State} state
 * @param {Record<string, unknown>} changes
 * @param {Moves} moves
 * @param {Catalog} catalog
 * @returns {Next}
 */
function withColumns(state, changes, moves, catalog) {
  const { layers, ...origins } = layerEdits.withColumns(state.network.layers, moves)
  const held = heldChanges(layerEdits.heldAfter(state.held, origins))
  return {
    state: changedState(state, { ...changes, ...held, 'network.layers': layers }, catalog),
    isFresh: false,
    ...origins,
  }
}

/** @param {HeldState} held */
const heldChanges = ({ locked, muted }) => ({ 'held.locked': locked, 'held.muted': muted })

/** @param {State} state @param {number} at */
const unitsOf = (state, at) => state.network.layers[at]?.units ?? 0

/** @param {State} state @param {number} at @param {unknown} units @param {Catalog} catalog @returns {Next} */
function resize(state, at, units, catalog) {
  const path = `network.layers.${at}.units`
  const wanted = kinds.number.check(units, { path, limit: catalog.limits.units, options: [], catalog })
  return reshape(state, layerEdits.resizeLayer(state.network.layers, at, Number(wanted)), catalog)
}

/** @param {State} state @param {layerEdits.Edit} change @param {Catalog} catalog @returns {Next} */
const reshape = (state, { layers, origins }, catalog) => ({
  state: changedState(
    state,
    {
      'network.layers': layers,
      parameters: undefined,
      'view.selected': null,
      'view.parameter': null,
      'view.against': null,
      ...heldChanges(layerEdits.heldAfter(state.held, { origins })),
    },
    catalog,
  ),
  isFresh: false,
  origins,
})

/** @param {State} state @param {number} at @param {string} name @param {unknown} value @param {Catalog} catalog */
function setLayer(state, at, name, value, catalog) {
  if (name === 'units') return resize(state, at, value, catalog)
  const { layers } = state.network
  if (at >= layers.length) refuseValue('layer', `must be from 0 to ${layers.length - 1}`, at)
  const changes = { 'network.layers': layers.with(at, { ...layers[at], activation: String(value) }) }
  const cost = at === layers.length - 1 ? costBeside(String(value), state.training.cost, catalog) : state.training.cost
  return keeping(state, { ...changes, 'training.cost': cost }, catalog)
}

/**
 * The cost to go with an output activation: one made for another activation gives way.
 * @param {string} activation
 * @param {string} cost
 * @param {Catalog} catalog
 */
const costBeside = (activation, cost, { costs }) =>
  costs.some(({ name, partner }) => name === cost && partner)
    ? (costs.find(({ partner }) => partner === activation)?.name ?? 'mse')
    : cost

/**
 * A cost made for one activation brings it along.
 * @param {State} state
 * @param {unknown} value
 * @param {Catalog} catalog
 */
function setCost(state, value, catalog) {
  const { layers } = state.network
  const partner = catalog.costs.find(({ name }) => name === value)?.partner
  const output = { ...layers[layers.length - 1], ...(partner ? { activation: partner } : {}) }
  return keeping(state, { 'training.cost': value, 'network.layers': layers.with(-1, output) }, catalog)
}

/**
 * Another optimizer comes with its own defaults.
 * @param {State} state
 * @param {unknown} value
 * @param {Catalog} catalog
 */
function setOptimizer(state, value, catalog) {
  const defaults = Object.entries(optimizerDefaults(catalog, String(value)))
  const changes = Object.fromEntries(defaults.map(([name, number]) => [`training.${name}`, number]))
  return keeping(state, { ...changes, 'training.optimizer': value }, catalog)
}

/**
 * The change, with all weights kept.
 * @param {State} state
 * @param {Record<string, unknown>} changes
 * @param {Catalog} catalog
 * @returns {Next}
 */
const keeping = (state, changes, catalog) => ({
  state: changedState(state, changes, catalog),
  isFresh: false,
  origins: layerEdits.unchanged(state.network.layers).origins,
})
