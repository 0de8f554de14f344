import { goalOfHand, type HandTable, handName, inputsOf } from '../data/hand.ts'
import type { DataInfo } from '../data/prepare.ts'
import { exampleId } from '../data/row-store.ts'
import { tableOf } from '../data/sources.ts'
import { refuseType } from '../network/refuse.ts'
import { hasGaps } from '../network/rows.ts'
import { inputMoves, isUnmoved, type Moves, movesBetween, unitMoves } from './column-moves.ts'
import * as layerEdits from './layer-edits.ts'
import { type Context, heldChanges, type Next } from './next.ts'
import { withValues } from './paths.ts'
import { ownKind, presetState } from './presets.ts'
import { checkedAt, completeState, type State } from './state.ts'

/** Edits of the data, which the rest of the state follows. */

/** Other data or another target, with the network and training that suit it; how it is looked at stays. */
export function chooseData(state: State, name: unknown, target: unknown, context: Context): Next {
  const wanted = completeState({ v: 1, data: { name, target } }, context)
  return { state: { ...wanted, view: lookedAt(state, wanted) }, isFresh: true }
}

/** How things are looked at stays; what was looked at gives way. */
function lookedAt({ view }: State, { view: { row, own, selected, parameter, against } }: State): State['view'] {
  return { ...view, row, own, selected, parameter, against }
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

/** A table of one's own with the network and training that suit it; how it is looked at stays. */
export function openTable(state: State, value: unknown, context: Context): Next {
  const table = tableGiven(value, context)
  const wanted = presetState(context.catalog, handName, null, table, ownKind)
  const batchSize = rowsOf(table, context) > manyRows ? largeBatch : wanted.training.batchSize
  const training = { ...wanted.training, batchSize }
  return { state: { ...wanted, training, view: lookedAt(state, wanted) }, isFresh: true }
}

/** From so many rows on a batch is larger, so that an epoch is not thousands of steps. */
const manyRows = 2000
const largeBatch = 50

function tableGiven(value: unknown, context: Context) {
  return (checkedAt('data.table', value, context) as HandTable | null) ?? refuseType('table', 'data.table', value)
}

const rowsOf = ({ rows }: HandTable, context: Context) => context.rows.get(rows).shape[0]

/** Rows of one's own; the two ends of the network follow their columns. */
export function setTable(state: State, value: unknown, from: unknown, context: Context): Next {
  const table = tableGiven(value, context)
  const own = state.data.table
  const before = own ?? (context.data && columnsOf(context.data))
  const moves = unitMoves(before, table, movesBetween(before, table, from))
  const { layers } = state.network
  const output = layers[layers.length - 1]
  const hasSameColumns =
    isUnmoved(moves.inputs, before ? before.inputs.reduce((sum, name) => sum + inputsOf(before, name), 0) : 0) &&
    isUnmoved(moves.outputs, output.units)
  const isLonger = !own || rowsOf(table, context) !== rowsOf(own, context)
  const hasOtherRows = isLonger || hasGaps(context.rows.get(table.rows))
  const looked = hasSameColumns ? (hasOtherRows ? { 'view.row': 0 } : {}) : otherColumns
  return withColumns(
    state,
    { 'data.table': table, ...looked, ...asOwn(state.data), ...forTask(before, state, table, context) },
    moves,
  )
}

/** Other data as a table of one's own would have its columns: so weights stay when it becomes one. */
function columnsOf({ featureNames, outputNames, targetName, classes }: DataInfo): HandTable {
  const outputs = classes.length ? [targetName || '?'] : outputNames
  return { inputs: featureNames, outputs, about: { [outputs[0]]: { levels: classes } }, rows: exampleId }
}

/** What other data leaves behind where it becomes a table of one's own: its targets stay as they are seen. */
const asOwn = ({ name, standardizeTargets }: State['data']) =>
  name === handName
    ? {}
    : {
        'data.name': handName,
        'data.features': null,
        'data.target': null,
        'data.standardizeTargets': standardizeTargets ?? tableOf(name) !== undefined,
      }

/** What another kind of target brings along: the output that suits it, and its cost. */
function forTask(before: HandTable | null, { network: { layers } }: State, table: HandTable, { catalog }: Context) {
  const { task } = goalOfHand(table)
  if (!before || goalOfHand(before).task === task) return {}
  const { network, training } = presetState(catalog, handName, null, table, ownKind)
  const [output] = network.layers.slice(-1)
  return {
    'training.cost': training.cost,
    'data.standardizeTargets': task === 'regression',
    'network.layers': layers.with(-1, output),
  }
}

/** Other columns of a shipped table as inputs. */
export function setFeatures(state: State, value: unknown, context: Context): Next {
  const features = checkedAt('data.features', value, context) as State['data']['features']
  const inputs = inputMoves(context.data?.columns ?? [], features)
  const outputs = Array.from({ length: state.network.layers.at(-1)?.units ?? 0 }, (_, unit) => unit)
  return withColumns(state, { ...otherColumns, 'data.features': features }, { inputs, outputs })
}

function withColumns(state: State, changes: Record<string, unknown>, moves: Moves): Next {
  const changed = withValues(state, changes)
  const { layers, ...origins } = layerEdits.withColumns(changed.network.layers, moves)
  const held = heldChanges(layerEdits.heldAfter(state.held, origins))
  return { state: withValues(changed, { ...held, 'network.layers': layers }), isFresh: false, ...origins }
}
