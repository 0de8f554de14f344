import type { DataInfo } from '../data/prepare.ts'
import { type LayerParameters, unflatten } from '../network/layer-parameters.ts'
import { countParameters } from '../network/parameter-order.ts'
import { type FlatRows, rowAt, toRows } from '../network/rows.ts'
import { inTargetUnit } from '../network/units.ts'
import type { Frame } from '../session/frame.ts'
import type { SessionLike } from '../session/session-like.ts'
import { dataLabel } from '../text/options/data.ts'
import { cellsOf, columnsOf, derivedOf } from './columns.ts'
import type { Exported, ExportedLayer, Scale } from './exported.ts'

/** Of a session, all that is exported. */

/** What a kind of file holds that takes asking for. */
export interface Wants {
  /** The weights of step 0. */
  first?: boolean
  /** What is predicted for every row. */
  predictions?: boolean
}

/** So many rows are compared with what the page predicts for them. */
const mostChecked = 5
/** So many rows are asked about at once. */
const mostAsked = 2000
/** The way of so many weights is remembered in a fraction of a second. */
const mostTraced = 20_000

/** @returns rejects where there is nothing to export yet */
export async function gather(session: SessionLike, wants: Wants = {}): Promise<Exported> {
  const isRunning = session.isRunning
  if (isRunning) await session.run({ do: 'pause' }, true) // weights and predictions must be those of one step
  try {
    return await described(session, wants)
  } finally {
    if (isRunning) await session.run({ do: 'play' }, true)
  }
}

async function described(session: SessionLike, wants: Wants): Promise<Exported> {
  const { state, data, frame, history } = session as SessionLike & { data: DataInfo; frame: Frame }
  const { columns, inputs, isPlain } = columnsOf(data)
  const { train, test } = data
  const shown = test.X.shape[0] > 0 ? test.X : train.X
  const checked = firstRows(shown, mostChecked)
  const { network, training, held } = state
  const scale = data.targetScale
  return {
    title: dataLabel(data.name),
    name: fileName(data.name),
    step: frame.step,
    epoch: frame.epoch,
    task: data.task,
    classes: data.classes,
    columns,
    inputs,
    derived: isPlain ? [] : derivedOf(state.data.derived ?? [], data),
    isPlain,
    inputScale: data.inputScale,
    layers: layersOf(frame, held.muted),
    outputs: data.outputNames.map((name, i) => ({ name, unit: data.outputUnits[i] ?? '' })),
    targetScale: scale,
    training,
    initializer: network.initializer,
    seed: network.seed,
    precision: network.precision,
    first: wants.first ? await firstWeights(session, frame) : null,
    locked: held.locked,
    train: { rows: cellsOf(columns, inputs, train.X), targets: toRows(train.Y) },
    test: { rows: cellsOf(columns, inputs, test.X), targets: toRows(test.Y) },
    check: { rows: cellsOf(columns, inputs, checked), outputs: await predicted(session, checked, scale) },
    history,
    predictions: wants.predictions
      ? { train: await predicted(session, train.X, scale), test: await predicted(session, test.X, scale) }
      : null,
    state: session.save({ withParameters: true }),
  }
}

/** What is asked of the file's own name is that no system and no language stumbles over it. */
export function fileName(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 40)
  return /^[a-z]/.test(plain) ? plain : `network_${plain}`.replace(/_$/, '')
}

const layersOf = ({ layers }: Frame, muted: SessionLike['state']['held']['muted']): ExportedLayer[] =>
  layers.map(({ inputs, units, activationName, weights, bias }, layer) => ({
    inputs,
    units,
    activation: activationName,
    weights: Array.from(bias, (_, unit) => Array.from({ length: inputs }, (_, input) => weights[unit + input * units])),
    bias: [...bias],
    muted: muted.filter((neuron) => neuron.layer === layer).map(({ unit }) => unit),
  }))

const firstRows = (rows: FlatRows, most: number): FlatRows => {
  const count = Math.min(most, rows.shape[0])
  return { data: rows.data.slice(0, count * rows.shape[1]), shape: [count, rows.shape[1]] }
}

/** The page's own predictions, in the target's unit. */
async function predicted(session: SessionLike, X: FlatRows, scale: Scale | null): Promise<number[][]> {
  const outputs: number[][] = []
  for (let from = 0; from < X.shape[0]; from += mostAsked) {
    const count = Math.min(mostAsked, X.shape[0] - from)
    const rows = Array.from({ length: count }, (_, i) => [...rowAt(X, from + i)])
    const layers = await session.ask('activations', { X: rows })
    outputs.push(...layers[layers.length - 1])
  }
  if (!scale) return outputs
  return outputs.map((row) => row.map((value, i) => inTargetUnit({ targetScale: scale }, value, i)))
}

async function firstWeights(session: SessionLike, { layers, step }: Frame): Promise<LayerParameters[] | null> {
  const { parameters, network } = session.state
  if (parameters) return parameters
  const count = countParameters(layers)
  if (count > mostTraced) return null
  const { step: steps, values } = await session.ask('trail', { indices: Array.from({ length: count }, (_, i) => i) })
  if (steps[0] !== 0 || (steps.length === 1 && step > 0)) return null
  return unflatten(
    Float64Array.from(values, (way) => way[0]),
    network.layers,
  )
}
