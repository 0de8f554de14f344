import { goalOfHand, type HandTable, handName, inputNamesOf, inputsOf } from '../data/hand.ts'
import type { DataInfo } from '../data/prepare.ts'
import { exampleId } from '../data/row-store.ts'
import type { Term } from '../data/sources.ts'
import { tableOf } from '../data/sources.ts'
import { refuseType } from '../network/refuse.ts'
import { hasGaps } from '../network/rows.ts'
import { type FormerIndices, inputMoves, isUnmoved, type Moves, movesBetween, unitMoves } from './column-moves.ts'
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
  const names = table.inputs.flatMap((name) => inputNamesOf(table, name))
  return withColumns(
    state,
    { 'data.table': table, ...looked, ...asOwn(state.data), ...forTask(before, state, table, context) },
    moves,
    termsAfter(state, moves.inputs, context, names),
  )
}

/** Other data as a table of one's own would have its columns: so weights stay when it becomes one. */
function columnsOf({ featureNames, bases, outputNames, targetName, classes }: DataInfo): HandTable {
  const outputs = classes.length ? [targetName || '?'] : outputNames
  return {
    inputs: featureNames.slice(0, bases),
    outputs,
    about: [[outputs[0], { levels: classes }]],
    rows: exampleId,
  }
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
  const changes = { ...otherColumns, 'data.features': features }
  return withColumns(state, changes, { inputs, outputs: sameOutputs(state) }, termsAfter(state, inputs, context))
}

/** Other features made of those that there are; the sample that is looked at stays. */
export function setDerived(state: State, value: unknown, context: Context): Next {
  const derived = (checkedAt('data.derived', value, context) ?? []) as Term[]
  const { 'view.row': _, 'view.own': __, ...changes } = otherColumns
  const former = (state.data.derived ?? []).map(keyOf)
  const terms = derived.map((term) => ({ term, from: placeOf(former, keyOf(term)) }))
  const inputs = basesOf(context).map((_, at) => at)
  return withColumns(state, changes, { inputs, outputs: sameOutputs(state) }, { terms, bases: inputs.length })
}

/** What tells terms apart: a sine is of one feature, a product of several. */
const keyOf = (term: Term) => ('sine' in term ? [term.sine] : term.product).join('~!')

const placeOf = <Item>(list: readonly Item[], item: Item) => (list.includes(item) ? list.indexOf(item) : null)

const sameOutputs = ({ network: { layers } }: State) => Array.from(Array(layers.at(-1)?.units ?? 0).keys())

/** The features that the data has by itself. */
const basesOf = ({ data }: Context) => data?.featureNames.slice(0, data.bases) ?? []

/** Terms, where each stood among the terms before, and how many inputs stood before those. */
interface Terms {
  terms: { term: Term; from: number | null }[]
  bases: number
}

/**
 * The terms after the features have moved: those of a feature that is gone go with it.
 * @param inputs where the features come from
 * @param names what they are called now, where that may be new
 */
function termsAfter(state: State, inputs: FormerIndices, context: Context, names?: string[]): Terms {
  const before = basesOf(context)
  const nameNow = (name: string) => {
    const place = placeOf(before, name)
    const at = inputs.indexOf(place)
    return place === null ? name : at < 0 ? null : (names ?? before)[names ? at : place]
  }
  const terms = (state.data.derived ?? []).flatMap((term, from): Terms['terms'] => {
    const now = ('sine' in term ? [term.sine] : term.product).flatMap((name) => nameNow(name) ?? [])
    if ('sine' in term) return now.map((sine) => ({ term: { sine }, from }))
    return now.length === term.product.length ? [{ term: { product: now }, from }] : []
  })
  return { terms, bases: before.length }
}

function withColumns(state: State, changes: Record<string, unknown>, columns: Moves, { terms, bases }: Terms): Next {
  const { derived: _, ...data } = state.data
  const derived = terms.map(({ term }) => term)
  const changed = withValues({ ...state, data: { ...data, ...(derived.length ? { derived } : {}) } }, changes)
  const places = terms.map(({ from }): number | null => (from === null ? null : from + bases))
  const moves = { ...columns, inputs: [...columns.inputs, ...places] }
  const { layers, ...origins } = layerEdits.withColumns(changed.network.layers, moves)
  const held = heldChanges(layerEdits.heldAfter(state.held, origins))
  return { state: withValues(changed, { ...held, 'network.layers': layers }), isFresh: false, ...origins }
}
