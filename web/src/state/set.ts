import { refuseType } from '../network/refuse.ts'
import type { Moves } from './column-moves.ts'
import { chooseData, setDerived, setFeatures, setTable } from './data-edits.ts'
import { setActivation, setCost, setUnits } from './network-edits.ts'
import { anew, type Context, inOne, keeping, type Next } from './next.ts'
import { withValues } from './paths.ts'
import { optimizerDefaults } from './presets.ts'
import { checkedAt, type State } from './state.ts'

/** Many settings as one edit, each with what it brings along. */

/** Paths that bring other changes along, those that bring most first: what is told of the others comes after them. */
const leading = [
  /^data\.name$/,
  /^data\.target$/,
  /^data\.derived$/,
  /^data\./,
  /\.units$/,
  /\.activation$/,
  /^training\.(cost|optimizer)$/,
]
const rank = (path: string) => leading.findIndex((pattern) => pattern.test(path)) + 1 || leading.length + 1

/** Settings whose change starts training again. */
const startsAnew = ['network.seed', 'network.initializer', 'network.precision']

/** What the engine has to know of how things are looked at. */
const seenByEngine = ['view.row', 'view.own', 'view.scope', 'view.speed']

/** What is set only in parts, by commands of its own, or when a state is loaded. */
const noSettings = ['v', 'start', 'network.layers', 'step', 'seal', 'parameters']

/**
 * The values by their paths, done in the order of what they bring along. What is told wins over what another brings.
 * @param from where the columns of 'data.table' stood before
 */
export function setAll(state: State, changes: unknown, from: Moves | undefined, context: Context): Next {
  const told = typeof changes === 'object' && changes !== null ? Object.entries(changes) : []
  if (told.length === 0) refuseType('changes', 'changes', changes)
  const isTold = (path: string) => told.some(([other]) => other === path)
  let next: Next | null = null
  for (const [path, value] of told.sort(([a], [b]) => rank(a) - rank(b))) {
    const known = next?.isFresh ? { ...context, data: null } : context
    const change = setOne(next?.state ?? state, { path, value, from, isTold }, known)
    next = next ? inOne(next, change, state) : change
  }
  return next as Next
}

interface Change {
  path: string
  value: unknown
  from?: Moves
  isTold: (path: string) => boolean
}

function setOne(state: State, { path, value, from, isTold }: Change, context: Context): Next {
  if (path === 'data.name') return chooseData(state, value, null, context)
  if (path === 'data.target') return chooseData(state, state.data.name, value, context)
  if (path === 'data.table') return setTable(state, value, from, context)
  if (path === 'data.derived') return setDerived(state, value, context)
  if (path === 'data.features') return setFeatures(state, value, context)
  if (path === 'training.cost') return setCost(state, value, context, isTold)
  if (path === 'training.optimizer') return setOptimizer(state, value, context)
  const [, at, name] = /^network\.layers\.(\d{1,3})\.(units|activation)$/.exec(path) ?? []
  if (name) return (name === 'units' ? setUnits : setActivation)(state, Number(at), value, context)
  return setPlainly(state, path, value, context)
}

/** What brings nothing along. */
function setPlainly(state: State, path: string, value: unknown, context: Context): Next {
  if (noSettings.includes(path)) refuseType('setting', path)
  const changes = { [path]: checkedAt(path, value, context) }
  if (startsAnew.includes(path)) return anew(state, changes)
  return {
    // other rows of the same inputs
    state: withValues(state, {
      ...changes,
      ...(path.startsWith('data.') ? { 'view.row': 0 } : {}),
      ...(splits.includes(path) ? splitAnew(state.data) : {}),
    }),
    isFresh: false,
    isShownOnly: path.startsWith('view.') && !seenByEngine.includes(path),
  }
}

/** What the test set is drawn by lot with. */
const splits = ['data.testShare', 'data.seed']

/** A table whose test rows are known gives them up for others. */
function splitAnew({ table }: State['data']) {
  if (table?.test === undefined) return {}
  const { test, ...others } = table
  return { 'data.table': others }
}

/** Another optimizer comes with its own defaults. */
function setOptimizer(state: State, value: unknown, context: Context): Next {
  const optimizer = String(checkedAt('training.optimizer', value, context))
  const defaults = Object.entries(optimizerDefaults(context.catalog, optimizer))
  const changes = Object.fromEntries(defaults.map(([name, number]) => [`training.${name}`, number]))
  return keeping(state, { ...changes, 'training.optimizer': optimizer })
}
