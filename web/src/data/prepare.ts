import type { DatasetOption } from '../engine/catalog.ts'
import type { Engine } from '../engine/engine.ts'
import type { Columns } from '../network/names.ts'
import { extentsOf, type FlatRows, pickRows } from '../network/rows.ts'
import type { Scales } from '../network/units.ts'
import type { Task } from '../network/verdict.ts'
import { type Card, noCard } from './card.ts'
import { rawFromHand } from './hand.ts'
import type { RowStore } from './row-store.ts'
import { type DataState, tableOf } from './sources.ts'
import { rawFromTable, type Table } from './table-source.ts'

/**
 * Data made ready to train on. What the network sees is standardised when the state says so, by means and deviations
 * measured on the training rows alone; a regression target of a table is standardised with the inputs. What was
 * entered by hand to be predicted stays as it was entered: it may be 0 and 1.
 */

/** What is known of the data in use. Rows are raw, in the data's own units, never standardised. */
export interface DataInfo extends Columns, Scales {
  name: string
  task: Task
  /** All classes; two for binary; empty for regression. */
  classes: string[]
  card: Card
  train: { X: FlatRows; Y: FlatRows }
  test: { X: FlatRows; Y: FlatRows }
  /** Smallest and largest raw value of each feature, over all rows. */
  extents: [low: number, high: number][]
  /** Rows dropped because a value is missing. */
  dropped: number
  /** Side of a square image when the features are its pixels (8 for digits), else 0. */
  imageSide: number
  /** Columns that can be predicted instead, the table's own first; empty for generators. */
  targets: string[]
  /** Columns that data.features can name; a category becomes several inputs. Empty for generators. */
  columns: {
    name: string
    kind: 'number' | 'category'
    isUsed: boolean
    /** In use when none are named. */
    isUsual: boolean
    /** How many inputs it gives where it is in use. */
    inputs: number
  }[]
}

type Facts = Omit<DataInfo, 'name' | 'train' | 'test' | 'extents' | 'inputScale' | 'targetScale'>

export type Raw = Facts & { X: FlatRows; Y: FlatRows }

/** `info` holds the raw rows, `train` and `test` the same rows as the network sees them. */
export interface Prepared {
  info: DataInfo
  train: { X: FlatRows; Y: FlatRows }
  test: { X: FlatRows; Y: FlatRows }
  scaleInputs: (X: FlatRows) => FlatRows
  scaleTargets: (Y: FlatRows) => FlatRows
}

/** @throws {TypeError | RangeError} when the data cannot be made as asked */
export async function prepare(
  engine: Engine,
  data: DataState,
  loadTable: (name: string) => Promise<Table>,
  store: RowStore,
): Promise<Prepared> {
  const isTable = tableOf(data.name) !== undefined
  const raw = data.table
    ? rawFromHand(data.table, store.get(data.table.rows))
    : isTable
      ? rawFromTable(await loadTable(data.name), data, engine.catalog)
      : generated(engine, data)
  const { X, Y, ...facts } = raw
  const rows = engine.split(Y, data.testShare, data.seed)
  const part = (indices: ArrayLike<number>) => ({ X: pickRows(X, indices), Y: pickRows(Y, indices) })
  const train = part(rows.train)
  const test = part(rows.test)
  const inputs = data.standardize ? engine.standardizer(train.X) : null
  const targets = data.standardize && isTable && raw.task === 'regression' ? engine.standardizer(train.Y) : null
  const scaleInputs = scaler(inputs)
  const scaleTargets = scaler(targets)
  const scaled = ({ X, Y }: typeof train) => ({ X: scaleInputs(X), Y: scaleTargets(Y) })
  return {
    info: {
      ...facts,
      name: data.name,
      train,
      test,
      extents: extentsOf(X),
      inputScale: inputs && { mean: inputs.mean, deviation: inputs.deviation },
      targetScale: targets && { mean: targets.mean[0], deviation: targets.deviation[0] },
    },
    train: scaled(train),
    test: scaled(test),
    scaleInputs,
    scaleTargets,
  }
}

const scaler =
  (standardizer: { apply(rows: FlatRows): FlatRows } | null): ((rows: FlatRows) => FlatRows) =>
  (rows) =>
    standardizer && rows.shape[0] ? standardizer.apply(rows) : rows

/** Data drawn by a generator of the engine. */
function generated(engine: Engine, { name, samples, noise, seed }: DataState): Raw {
  const option = engine.catalog.datasets.find((one) => one.name === name) as DatasetOption
  const { X, Y } = engine.generate(name, { samples, noise, seed })
  const { task, features, classes } = option
  const targetName = task === 'regression' ? 'y' : ''
  return {
    task,
    X,
    Y,
    classes,
    targetName,
    card: noCard(),
    featureNames: features,
    featureUnits: features.map(() => ''),
    outputNames: task === 'regression' ? [targetName] : task === 'binary' ? classes.slice(1) : classes,
    targetUnit: '',
    targets: [],
    columns: [],
    dropped: 0,
    imageSide: 0,
  }
}
