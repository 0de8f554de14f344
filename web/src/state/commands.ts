import { dequal as isEqual } from 'dequal/lite'
import type { FlatTable, GivenTable } from '../data/hand.ts'
import type { DataInfo } from '../data/prepare.ts'
import type { Parameter } from '../network/parameters.ts'
import type { Pointed } from '../network/pointed.ts'
import { refuseType, refuseValue } from '../network/refuse.ts'
import type { Border } from './border.ts'
import type { Moves } from './column-moves.ts'
import { chooseData, openTable } from './data-edits.ts'
import { requireFit } from './fit.ts'
import { addLayer, addUnit, removeLayer, removeUnit, setHiddenLayers } from './network-edits.ts'
import { anew, type Context, type Next } from './next.ts'
import type { Overlay } from './overlay.ts'
import { withValues } from './paths.ts'
import { decodeLink } from './read-link.ts'
import { setAll } from './set.ts'
import { checkedAt, completeState, type State } from './state.ts'

/**
 * Commands that change the state, as pure functions: the state before, the command, the state after. Each refuses by
 * throwing; what it returns is checked as a whole.
 */

/** All that can be done with a network. */
export type Command =
  /** `isSlowAtFirst`: at full speed after some seconds only, so that the first steps can be seen. */
  | { do: 'play'; isSlowAtFirst?: boolean }
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
  | { do: 'set'; changes: Record<string, unknown>; from?: Moves }
  /** Other data, with the network and training that suit it. */
  | { do: 'chooseData'; name: string }
  /** A table of the reader's own, with the network and training that suit it. */
  | { do: 'openTable'; table: GivenTable | FlatTable }
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
  /**
   * To any step that the training has passed, with the settings of then; `run`: in another run that is held. The last
   * step of the run where none is named. Nothing is lost: going on differently from there begins another run.
   */
  | { do: 'goTo'; step?: number; run?: number }
  /** A whole state: plain, or in the words of a link. `isSure`: however long it takes to show, and to take its steps. */
  | { do: 'load'; state: unknown; isSure?: boolean }
  /** Pointing at something (transient, not state): a neuron or a wire; null = nothing. */
  | { do: 'point'; at: Pointed | null }

  /** What the open panel shows on the network (transient). */
  | { do: 'overlay'; overlay: Overlay | null }

type EditName =
  | 'load'
  | 'randomize'
  | 'chooseData'
  | 'openTable'
  | 'addLayer'
  | 'removeLayer'
  | 'setHiddenLayers'
  | 'addUnit'
  | 'removeUnit'
  | 'set'
  | 'lock'
  | 'mute'

type Edit<C extends Command> = (state: State, command: C, context: Context) => Next

const edits: { [Name in EditName]: Edit<Extract<Command, { do: Name }>> } = {
  load: ({ data }, command, context) => ({ state: stateGiven(command.state, context, data), isFresh: true }),
  randomize: (state) => anew(state, { 'network.seed': (state.network.seed + 1) % 2 ** 32 }),
  chooseData: (state, { name }, context) => chooseData(state, name, null, context),
  openTable: (state, { table }, context) => openTable(state, table, context),
  addLayer: (state, { at }) => addLayer(state, at),
  removeLayer: (state, { at }) => removeLayer(state, at),
  setHiddenLayers: (state, { count }, context) => setHiddenLayers(state, count, context),
  addUnit: (state, { layer }, context) => addUnit(state, layer, context),
  removeUnit: (state, { layer, unit }) => removeUnit(state, layer, unit),
  set: (state, { changes, from }, context) => setAll(state, changes, from, context),
  lock: (state, { parameters, isLocked }, context) => hold(state, 'locked', parameters, isLocked, context),
  mute: (state, { layer, unit, isMuted }, context) => hold(state, 'muted', [{ layer, unit }], isMuted, context),
}

/**
 * The state after a command.
 * @param data what is known of the state's data
 * @throws {TypeError | RangeError} then nothing has changed
 */
export function edit(state: State, command: Command, border: Border, data: DataInfo | null = null): Next {
  if (!Object.hasOwn(edits, command.do)) refuseValue('command', 'do', command.do)
  const change = edits[command.do as EditName] as Edit<Command>
  const next = change(state, command, { ...border, data })
  requireFit(next.state, border.catalog)
  if (command.do === 'load' || isSameStart(state, next.state)) return next
  return { ...next, state: withValues(next.state, { start: undefined }) }
}

/** The state of a link's words, or of plain JSON. */
function stateGiven(given: unknown, context: Context, data: State['data']): State {
  if (typeof given !== 'string') return completeState(given, context, data)
  return decodeLink(given, context) ?? refuseType('linkText', 'state', given)
}

/** Whether a starting point is still the one that it was: other initial weights and locks leave it so. */
const isSameStart = ({ data, network, training }: State, next: State) =>
  isEqual([data, network.layers, training], [next.data, next.network.layers, next.training])

/** Holds some parameters or neurons, or lets them go. */
function hold(state: State, list: 'locked' | 'muted', chosen: unknown, isHeld: unknown, context: Context): Next {
  if (!Array.isArray(chosen)) refuseType('list', 'parameters', chosen)
  if (typeof isHeld !== 'boolean') refuseType('flag', list === 'locked' ? 'isLocked' : 'isMuted', isHeld)
  const path = `held.${list}`
  const keys = chosen.map(keyOf)
  const others = (state.held[list] as unknown[]).filter((item) => !keys.includes(keyOf(item)))
  const held = checkedAt(path, isHeld ? [...others, ...chosen] : others, context)
  return { state: withValues(state, { [path]: held }), isFresh: false }
}

/** What tells one held thing from another, in whatever order its fields stand. */
function keyOf(held: unknown) {
  const { layer, row, column, bias, unit } = held as Record<string, unknown>
  return [layer, row, column, bias, unit].join()
}
