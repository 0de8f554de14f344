import type { HandTable } from '../data/hand.ts'
import { refuseType } from '../network/refuse.ts'
import { inputMoves, isUnmoved, type Moves, movesBetween } from './column-moves.ts'
import * as layerEdits from './layer-edits.ts'
import { type Context, heldChanges, type Next } from './next.ts'
import { withValues } from './paths.ts'
import { checkedAt, completeState, type State } from './state.ts'

/** Edits of the data, which the rest of the state follows. */

/** Other data or another target, with the network and training that suit it; how it is looked at stays. */
export function chooseData(state: State, name: unknown, target: unknown, { catalog }: Context): Next {
  const wanted = completeState({ v: 1, data: { name, target } }, catalog)
  const { row, own, selected, parameter, against } = wanted.view
  return { state: { ...wanted, view: { ...state.view, row, own, selected, parameter, against } }, isFresh: true }
}

/** What was looked at, and the first weights, mean nothing where there are other columns. */
const otherColumns = {
  parameters: undefined,
  'view.row': 0,
  'view.own': null,
  'view.selected': null,
  'view.parameter': null,
  'view.against': null,
}

/** Rows entered by hand; the two ends of the network follow their columns. */
export function setTable(state: State, value: unknown, from: unknown, { catalog }: Context): Next {
  const table = checkedAt('data.table', value, catalog) as HandTable | null
  if (!table) refuseType('table', 'data.table', value)
  const before = state.data.table
  const moves = movesBetween(before, table, from)
  const hasSameColumns =
    isUnmoved(moves.inputs, before?.inputs.length ?? 0) && isUnmoved(moves.outputs, before?.outputs.length ?? 0)
  const isLonger = table.rows.length !== before?.rows.length
  const changes = { 'data.table': table, ...(hasSameColumns ? (isLonger ? { 'view.row': 0 } : {}) : otherColumns) }
  return withColumns(state, changes, moves)
}

/** Other columns of a shipped table as inputs. */
export function setFeatures(state: State, value: unknown, { catalog, data }: Context): Next {
  const features = checkedAt('data.features', value, catalog) as State['data']['features']
  const inputs = inputMoves(data?.columns ?? [], features)
  const outputs = Array.from({ length: state.network.layers.at(-1)?.units ?? 0 }, (_, unit) => unit)
  return withColumns(state, { ...otherColumns, 'data.features': features }, { inputs, outputs })
}

function withColumns(state: State, changes: Record<string, unknown>, moves: Moves): Next {
  const { layers, ...origins } = layerEdits.withColumns(state.network.layers, moves)
  const held = heldChanges(layerEdits.heldAfter(state.held, origins))
  return { state: withValues(state, { ...changes, ...held, 'network.layers': layers }), isFresh: false, ...origins }
}
