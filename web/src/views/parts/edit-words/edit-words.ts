import { dequal as isEqual } from 'dequal/lite'
import { layerName, neuronName, parameterTitle } from '../../../network/names.ts'
import type { Position } from '../../../run/log.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import type { State } from '../../../state/state.ts'
import { formatNumber } from '../../../text/numbers.ts'
import { activations } from '../../../text/options/activations.ts'
import { costs } from '../../../text/options/costs.ts'
import { dataLabel } from '../../../text/options/data.ts'
import { initializers } from '../../../text/options/initializers.ts'
import { optimizers } from '../../../text/options/optimizers.ts'
import { text as pageText, texts } from '../../../text/text.ts'
import { dataLabels, settingLabels } from '../fields/sentences.ts'
import { sentences } from './sentences.ts'

const text = texts(sentences)

type Way = 'undo' | 'redo'

/** What the button does: 'Undo: Learning rate 0.01 → 0.1 (and 1,204 steps since)'. '' = nothing */
export function wayWords(session: SessionLike, way: Way): string {
  const what = editWords(session, way)
  return what && text(way, { what })
}

/** The edit that undo takes back or redo does again, with the training that comes and goes with it. */
export function editWords(session: SessionLike, way: Way): string {
  const [name, around] = [session.edits[way], aroundOf(session, way)]
  if (!name || !around) return ''
  const what =
    (!wholes.includes(name) && whatChanged(session, around)) || text(plain.find((one) => one === name) ?? 'set')
  const count = stepsSince(session, way, around)
  return count > 0 ? text('since_other', { what, count }) : what
}

/** Edits that are told by what they are, whatever they have changed; and those where nothing more can be told. */
const wholes = ['randomize', 'reset', 'load', 'openTable']
const plain = ['randomize', 'reset', 'load', 'lock', 'mute', 'chooseData', 'openTable'] as const

/** The moments before and after an edit. */
type Around = readonly [before: Position, after: Position]

function aroundOf({ log: { before, undone } }: SessionLike, way: Way): Around | null {
  const visited = way === 'undo' ? before : undone
  return visited ? [visited.before, visited.after] : null
}

/** A fork has the origin of the run that it left; another origin, and the edit has begun a run. */
const isNewRun = ([before, after]: Around) => before.run.origin !== after.run.origin

/** From the edit to where it was gone on to; none when that was left for an earlier moment. */
function stepsSince({ log: { present, undone } }: SessionLike, way: Way, around: Around) {
  const [before, after] = around
  const end = way === 'undo' ? present : (undone?.position ?? present)
  const isAfter = end.run.origin === after.run.origin && end.edits >= after.edits
  return isAfter ? end.step - (isNewRun(around) ? 0 : before.step) : 0
}

/** What an edit has changed, in words; '' when it is told by what it is. */
export function whatChanged(session: SessionLike, around: Around): string {
  const [before, after] = around.map(({ run, edits }) => run.stateAfter(edits))
  const last = isNewRun(around) ? undefined : around[1].run.journal[around[1].edits - 1]?.edit
  if (last?.do === 'setParameter') {
    return text('value', { name: parameterTitle(session, last.parameter), value: formatNumber(last.value) })
  }
  return differenceWords(before, after)[0] ?? heldWords(session, before, after)
}

/** Every setting that is another one, from what to what. */
export const differenceWords = (before: State, after: State): string[] => [
  ...dataWords(before, after),
  ...layerWords(before, after),
  ...settingWords(before, after),
]

function dataWords({ data: before }: State, { data: after }: State): string[] {
  if (before.name !== after.name) return [text('data', { from: dataLabel(before.name), to: dataLabel(after.name) })]
  return [
    ...(['table', 'target', 'features'] as const)
      .filter((name) => !isEqual(before[name], after[name]))
      .map((name) => text(name)),
    ...(['samples', 'noise', 'testShare', 'standardize', 'seed'] as const)
      .filter((name) => before[name] !== after[name])
      .map((name) => changed(texts(dataLabels)(name), before[name], after[name])),
  ]
}

function layerWords({ network: { layers: before } }: State, { network: { layers: after } }: State): string[] {
  if (before.length !== after.length)
    return [text('layers_other', { from: before.length - 1, count: after.length - 1 })]
  return after.flatMap((to, at) => {
    const [from, layer] = [before[at], layerName(at, after.length)]
    if (from.units !== to.units) return text('units_other', { from: from.units, count: to.units, layer })
    if (from.activation === to.activation) return []
    return text('activation', { from: activations.label(from.activation), to: activations.label(to.activation), layer })
  })
}

/** Settings of training and network; those that bring others along first. */
const settings = [
  ...(['cost', 'optimizer', 'learningRate', 'momentum', 'beta1', 'beta2', 'epsilon', 'rho'] as const),
  ...(['weightDecay', 'l1', 'l2', 'batchSize', 'shuffle', 'initializer', 'seed', 'precision'] as const),
]

function settingWords(before: State, after: State): string[] {
  const [from, to] = [before, after].map(({ network, training }) => ({ ...network, ...training }))
  return settings
    .filter((name) => from[name] !== to[name])
    .map((name) => changed(texts(settingLabels)(name), from[name], to[name], name))
}

const changed = (label: string, from: unknown, to: unknown, name = '') =>
  text('setting', { label, from: valueWords(from, name), to: valueWords(to, name) })

const labels: Record<string, (name: string) => string> = {
  cost: costs.label,
  optimizer: optimizers.label,
  initializer: initializers.label,
}

function valueWords(value: unknown, name: string) {
  if (typeof value === 'boolean') return text(value ? 'on' : 'off')
  if (name === 'batchSize' && value === 0) return pageText('sentence.batchAll')
  return labels[name]?.(String(value)) ?? String(value)
}

/** Of one that is held since, or let go; '' = of none or of several */
function heldWords(session: SessionLike, { held: before }: State, { held: after }: State) {
  const [shut, open] = differences(before.locked, after.locked)
  if (shut.length + open.length === 1)
    return text(shut.length ? 'locked' : 'unlocked', { name: parameterTitle(session, [...shut, ...open][0]) })
  const [off, on] = differences(before.muted, after.muted)
  const [neuron] = [...off, ...on]
  if (!neuron) return ''
  return text(off.length ? 'muted' : 'unmuted', { name: neuronName(session, neuron.layer, neuron.unit) })
}

/** What is in the second list alone, and in the first alone. */
const differences = <T>(before: T[], after: T[]): [T[], T[]] => [newIn(before, after), newIn(after, before)]

/** What a list has that another lacks. */
export const newIn = <T>(others: T[], list: T[]): T[] =>
  list.filter((item) => !others.some((other) => isEqual(other, item)))
