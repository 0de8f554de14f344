import type { HandTable } from '../data/hand.ts'
import type { DataInfo } from '../data/prepare.ts'
import type { Catalog } from '../engine/catalog.ts'
import type { HeldState } from '../network/held.ts'
import type { Parameter } from '../network/parameters.ts'
import type { Pointed } from '../network/pointed.ts'
import { refuseType, refuseValue } from '../network/refuse.ts'
import { inputMoves, isUnmoved, type Moves, movesBetween } from './column-moves.ts'
import { type Field, fieldAt, ruleFor } from './fields.ts'
import { kinds } from './kinds.ts'
import * as layerEdits from './layer-edits.ts'
import type { Overlay } from './overlay.ts'
import { optimizerDefaults } from './presets.ts'
import { changedState, completeState, type State } from './state.ts'

/**
 * Commands that change the state, as pure functions: the state before, the command, the state after. Each refuses by
 * throwing; what it returns is checked as a whole.
 */

export type Command =
  | { do: 'play' }
  | { do: 'pause' }
  | { do: 'step'; count?: number }
  | { do: 'epoch'; count?: number }
  /** Back to step 0 with the same first weights. */
  | { do: 'reset' }
  /** Back to step 0 with new first weights: a new network seed. */
  | { do: 'randomize' }
  /**
   * Values by their paths in State, such as 'training.learningRate' or 'network.layers.0.activation': one edit, done wholly
   * or not at all. What one of them brings along gives way to what is told. `from`, with 'data.table' only: the index that
   * each column had before, null = a new one; see state/column-moves.ts.
   */
  | { do: 'set'; changes: Record<string, unknown>; from?: FormerColumns }
  /** Other data, with the network and training that suit it. */
  | { do: 'chooseData'; name: string }
  | { do: 'addLayer'; at: number }
  | { do: 'removeLayer'; at: number }
  /** So many hidden layers: they are added and removed before the output. */
  | { do: 'setHiddenLayers'; count: number }
  | { do: 'addUnit'; layer: number }
  /** Removes the last unit unless told which. */
  | { do: 'removeUnit'; layer: number; unit?: number }
  /** `goesOn`: it continues the edit before it, as in a drag; one undo takes back all. */
  | { do: 'setParameter'; parameter: Parameter; value: number; goesOn?: boolean }
  | { do: 'lock'; parameters: Parameter[]; isLocked: boolean }
  | { do: 'mute'; layer: number; unit: number; isMuted: boolean }
  /** Back to the moment before the last edit, and forth again. Training since then comes and goes with it. */
  | { do: 'undo' }
  | { do: 'redo' }
  | { do: 'load'; state: unknown }
  /** Pointing at something (transient, not state): a neuron or a wire; null = nothing. */
  | { do: 'point'; at: Pointed | null }

  /** What the open panel shows on the network (transient). */
  | { do: 'overlay'; overlay: Overlay | null }

interface FormerColumns {
  inputs: (number | null)[]
  outputs: (number | null)[]
}

interface Next {
  state: State
  /** Training starts again at step 0. */
  isFresh: boolean
  /** The engine has nothing to do with it. */
  isShownOnly?: boolean
  /** Where each unit of an edited network comes from, and each input. */
  origins?: layerEdits.Origin[][]
  inputs?: layerEdits.Origin[]
}

type EditName =
  | 'load'
  | 'randomize'
  | 'chooseData'
  | 'addLayer'
  | 'removeLayer'
  | 'setHiddenLayers'
  | 'addUnit'
  | 'removeUnit'
  | 'set'
  | 'lock'
  | 'mute'

type Edit<C extends Command> = (state: State, command: C, catalog: Catalog, data: DataInfo | null) => Next

const edits: { [Name in EditName]: Edit<Extract<Command, { do: Name }>> } = {
  load: ({ data }, command, catalog) => ({ state: completeState(command.state, catalog, data), isFresh: true }),
  randomize: (state, _, catalog) => anew(state, { 'network.seed': (state.network.seed + 1) % 2 ** 32 }, catalog),
  chooseData: (state, command, catalog) => chooseData(state, command.name, null, catalog),
  addLayer: (state, command, catalog) => reshape(state, layerEdits.addLayer(state.network.layers, command.at), catalog),
  removeLayer: (state, command, catalog) =>
    reshape(state, layerEdits.removeLayer(state.network.layers, command.at), catalog),
  setHiddenLayers: (state, { count }, catalog) => setHiddenLayers(state, count, catalog),
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
 * @param data what is known of the state's data
 * @throws {TypeError | RangeError} `name: rule, got value`
 */
export function edit(state: State, command: Command, catalog: Catalog, data: DataInfo | null = null): Next {
  if (!Object.hasOwn(edits, command.do)) refuseValue('command', 'do', command.do)
  const change = edits[command.do as EditName] as Edit<Command>
  return change(state, command, catalog, data)
}

/** Settings whose change starts training again. */
const startsAnew = ['network.seed', 'network.initializer', 'network.precision']

/** Paths that bring other changes along, those that bring most first: what is told of the others comes after them. */
const leading = [
  /^data\.name$/,
  /^data\.target$/,
  /^data\./,
  /\.units$/,
  /\.activation$/,
  /^training\.(cost|optimizer)$/,
]
const rank = (path: string) => leading.findIndex((pattern) => pattern.test(path)) + 1 || leading.length + 1

function set(
  state: State,
  { changes, from }: Extract<Command, { do: 'set' }>,
  catalog: Catalog,
  data: DataInfo | null,
): Next {
  if (typeof changes !== 'object' || changes === null || Object.keys(changes).length === 0)
    refuseType('changes', 'changes', changes)
  const paths = Object.keys(changes).sort((a, b) => rank(a) - rank(b))
  return paths.reduce((before: Next | null, path) => {
    const next = setOne(
      before?.state ?? state,
      { path, value: changes[path], from },
      catalog,
      before?.isFresh ? null : data,
    )
    return before ? inOne(before, next, state) : next
  }, null) as Next
}

/** Two changes as one: what the second leaves alone is as the first has left it. */
function inOne(first: Next, second: Next, state: State): Next {
  const isFresh = first.isFresh || second.isFresh
  const isShownOnly = first.isShownOnly === true && second.isShownOnly === true
  if (isFresh || (!first.origins && !second.origins && !first.inputs && !second.inputs))
    return { state: second.state, isFresh, isShownOnly }
  const unmoved = layerEdits.unchanged(state.network.layers).origins
  return { state: second.state, isFresh, ...layerEdits.composed({ origins: unmoved, ...first }, second) }
}

/** One value by its path. */
function setOne(
  state: State,
  { path, value, from }: { path: string; value: unknown; from?: FormerColumns },
  catalog: Catalog,
  data: DataInfo | null,
): Next {
  if (path === 'data.name') return chooseData(state, value, null, catalog)
  if (path === 'data.table') return setTable(state, value, from, catalog)
  if (path === 'data.features') return setFeatures(state, value, catalog, data)
  if (path === 'data.target') return chooseData(state, state.data.name, value, catalog)
  if (path === 'training.cost') return setCost(state, value, catalog)
  if (path === 'training.optimizer') return setOptimizer(state, value, catalog)
  const layer = /^network\.layers\.(\d{1,3})\.(units|activation)$/.exec(path)
  if (layer) return setLayer(state, Number(layer[1]), layer[2], value, catalog)
  const field = fieldAt(path)
  if (!field || field.isOptional || path === 'network.layers') refuseType('setting', path)
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

/** Holds some parameters or neurons, or lets them go. */
function hold(state: State, list: 'locked' | 'muted', chosen: unknown, isHeld: unknown, catalog: Catalog): Next {
  if (!Array.isArray(chosen)) refuseType('list', 'parameters', chosen)
  if (typeof isHeld !== 'boolean') refuseType('flag', list === 'locked' ? 'isLocked' : 'isMuted', isHeld)
  const keys = chosen.map(keyOf)
  const others = (state.held[list] as unknown[]).filter((item) => !keys.includes(keyOf(item)))
  const changes = { [`held.${list}`]: isHeld ? [...others, ...chosen] : others }
  return { state: changedState(state, changes, catalog), isFresh: false }
}

/** What tells one held thing from another, in whatever order its fields stand. */
function keyOf(held: unknown) {
  const { layer, row, column, bias, unit } = held as Record<string, unknown>
  return [layer, row, column, bias, unit].join()
}

const anew = (state: State, changes: Record<string, unknown>, catalog: Catalog): Next => ({
  state: changedState(state, { ...changes, parameters: undefined }, catalog),
  isFresh: true,
})

/** Other data or another target, with the network and training that suit it; how it is looked at stays. */
function chooseData(state: State, name: unknown, target: unknown, catalog: Catalog): Next {
  const wanted = completeState({ v: 1, data: { name, target } }, catalog)
  const { row, own, selected, parameter, against } = wanted.view
  return { state: { ...wanted, view: { ...state.view, row, own, selected, parameter, against } }, isFresh: true }
}

/** Rows entered by hand; the two ends of the network follow their columns. */
function setTable(state: State, value: unknown, from: unknown, catalog: Catalog): Next {
  const given = kinds.table.check(value, ruleFor(fieldAt('data.table') as Field, catalog))
  const table = (given ?? refuseType('table', 'data.table', value)) as HandTable
  const before = state.data.table
  const moves = movesBetween(before, table, from)
  const hasSameColumns =
    isUnmoved(moves.inputs, before?.inputs.length ?? 0) && isUnmoved(moves.outputs, before?.outputs.length ?? 0)
  const isLonger = table.rows.length !== before?.rows.length
  const changes = { 'data.table': table, ...(hasSameColumns ? (isLonger ? { 'view.row': 0 } : {}) : otherColumns) }
  return withColumns(state, changes, moves, catalog)
}

/** Other columns of a shipped table as inputs. */
function setFeatures(state: State, value: unknown, catalog: Catalog, data: DataInfo | null): Next {
  const { features } = changedState(state, { 'data.features': value }, catalog).data
  const inputs = inputMoves(data?.columns ?? [], features)
  const outputs = Array.from({ length: state.network.layers.at(-1)?.units ?? 0 }, (_, unit) => unit)
  return withColumns(state, { ...otherColumns, 'data.features': features }, { inputs, outputs }, catalog)
}

function withColumns(state: State, changes: Record<string, unknown>, moves: Moves, catalog: Catalog): Next {
  const { layers, ...origins } = layerEdits.withColumns(state.network.layers, moves)
  const held = heldChanges(layerEdits.heldAfter(state.held, origins))
  return {
    state: changedState(state, { ...changes, ...held, 'network.layers': layers }, catalog),
    isFresh: false,
    ...origins,
  }
}

const heldChanges = ({ locked, muted }: HeldState) => ({ 'held.locked': locked, 'held.muted': muted })

const unitsOf = (state: State, at: number) => state.network.layers[at]?.units ?? 0

function setHiddenLayers(state: State, count: number, catalog: Catalog): Next {
  const { minimum, maximum } = catalog.limits.layers
  const isCount = Number.isInteger(count) && count >= minimum - 1 && count < maximum
  if (!isCount) refuseValue('whole', 'count', count, { minimum: minimum - 1, maximum: maximum - 1 })
  let next: Next = { state, isFresh: false, origins: layerEdits.unchanged(state.network.layers).origins }
  for (;;) {
    const { layers } = next.state.network
    const hidden = layers.length - 1
    if (hidden === count) return next
    const change = hidden < count ? layerEdits.addLayer(layers, hidden) : layerEdits.removeLayer(layers, hidden - 1)
    next = inOne(next, reshape(next.state, change, catalog), state)
  }
}

function resize(state: State, at: number, units: unknown, catalog: Catalog): Next {
  const path = `network.layers.${at}.units`
  const wanted = kinds.number.check(units, { path, limit: catalog.limits.units, options: [], catalog })
  return reshape(state, layerEdits.resizeLayer(state.network.layers, at, Number(wanted)), catalog)
}

const reshape = (state: State, { layers, origins }: layerEdits.Edit, catalog: Catalog): Next => ({
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

function setLayer(state: State, at: number, name: string, value: unknown, catalog: Catalog) {
  if (name === 'units') return resize(state, at, value, catalog)
  const { layers } = state.network
  if (at >= layers.length) refuseValue('between', 'layer', at, { minimum: 0, maximum: layers.length - 1 })
  const changes = { 'network.layers': layers.with(at, { ...layers[at], activation: String(value) }) }
  const cost = at === layers.length - 1 ? costBeside(String(value), state.training.cost, catalog) : state.training.cost
  return keeping(state, { ...changes, 'training.cost': cost }, catalog)
}

/** The cost to go with an output activation: one made for another activation gives way. */
const costBeside = (activation: string, cost: string, { costs }: Catalog) =>
  costs.some(({ name, partner }) => name === cost && partner)
    ? (costs.find(({ partner }) => partner === activation)?.name ?? 'mse')
    : cost

/** A cost made for one activation brings it along. */
function setCost(state: State, value: unknown, catalog: Catalog) {
  const { layers } = state.network
  const partner = catalog.costs.find(({ name }) => name === value)?.partner
  const output = { ...layers[layers.length - 1], ...(partner ? { activation: partner } : {}) }
  return keeping(state, { 'training.cost': value, 'network.layers': layers.with(-1, output) }, catalog)
}

/** Another optimizer comes with its own defaults. */
function setOptimizer(state: State, value: unknown, catalog: Catalog) {
  const defaults = Object.entries(optimizerDefaults(catalog, String(value)))
  const changes = Object.fromEntries(defaults.map(([name, number]) => [`training.${name}`, number]))
  return keeping(state, { ...changes, 'training.optimizer': value }, catalog)
}

/** The change, with all weights kept. */
const keeping = (state: State, changes: Record<string, unknown>, catalog: Catalog): Next => ({
  state: changedState(state, changes, catalog),
  isFresh: false,
  origins: layerEdits.unchanged(state.network.layers).origins,
})
