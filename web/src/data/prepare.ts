import type { DatasetOption } from '../engine/catalog.ts'
import type { Engine } from '../engine/engine.ts'
import type { Columns } from '../network/names.ts'
import { extentsOf, type FlatRows, pickRows } from '../network/rows.ts'
import type { Scales } from '../network/units.ts'
import type { Task } from '../network/verdict.ts'
import { type Card, noCard } from './card.ts'
import { type Derived, derivedFrom } from './derived.ts'
import type { HandTable, Missing } from './hand.ts'
import type { RowStore } from './row-store.ts'
import { type DataState, tableOf } from './sources.ts'
import type { Table } from './table-source.ts'

/**
 * Data made ready to train on. What the network sees is standardised when the state says so, by means and deviations
 * measured on the training rows alone; regression targets of shipped tables with the inputs. Those of one's own stay as
 * they were entered unless the state says so, too: they may be 0 and 1.
 */

/** What is known of the data in use. Rows are raw, in the data's own units, never standardised. */
export interface DataInfo extends Columns, Scales {
  name: string
  task: Task
  /** How many of the features the data has by itself; those after them are derived from these. */
  bases: number
  /** All classes; two for binary; empty for regression. */
  classes: string[]
  card: Card
  /** With what is derived. */
  train: { X: FlatRows; Y: FlatRows }
  test: { X: FlatRows; Y: FlatRows }
  /** Smallest and largest raw value of each feature, over all rows. */
  extents: [low: number, high: number][]
  /** One an output; '' has none. */
  outputUnits: string[]
  /** Rows dropped because a value is missing. */
  dropped: number
  /** Side of a square image when the features are its pixels (8 for digits), else 0. */
  imageSide: number
  /** What is to be in sight of each feature and then of each output, where a table says so. */
  ranges?: (number[] | undefined)[]
  /** Columns that can be predicted instead, the table's own first; empty for generators. */
  targets: string[]
  /** Columns that can be inputs, those in use in the order of the inputs they give. Empty for generators. */
  columns: ColumnInfo[]
}

/** A column of a table; a category becomes several inputs. */
export interface ColumnInfo {
  name: string
  unit: string
  kind: 'number' | 'category'
  /** Empty for numbers. */
  levels: string[]
  isUsed: boolean
  /** In use when none are named. */
  isUsual: boolean
  /** How many inputs it gives where it is in use. */
  inputs: number
  /** What is done where a value is missing. */
  missing: Missing
  /** Missing values among the rows that are left, and what stands in their place (of numbers). */
  empty: number
  mean?: number
}

type Facts = Omit<DataInfo, 'name' | 'bases' | 'train' | 'test' | 'extents' | 'inputScale' | 'targetScale'>

/** `testRows`: so many of the first are the test set, where it is not drawn by lot. */
export type Raw = Facts & { X: FlatRows; Y: FlatRows; testRows?: number }

/** `info` holds the raw rows, `train` and `test` the same rows as the network sees them. */
export interface Prepared {
  info: DataInfo
  train: { X: FlatRows; Y: FlatRows }
  test: { X: FlatRows; Y: FlatRows }
  /** Raw rows with what is derived from them. */
  derive: (X: FlatRows) => FlatRows
  /** Raw rows, with or without what is derived, as the network sees them. */
  scaleInputs: (X: FlatRows) => FlatRows
  scaleTargets: (Y: FlatRows) => FlatRows
}

type TableLoader = (name: string) => Promise<Table>

/** @throws {TypeError | RangeError} when the data cannot be made as asked */
export async function prepare(
  engine: Engine,
  data: DataState,
  loadTable: TableLoader,
  store: RowStore,
): Promise<Prepared> {
  const isTable = tableOf(data.name) !== undefined
  const { raw, fillGaps } =
    data.table || isTable ? await fromTable(engine, data, loadTable, store) : { raw: generated(engine, data) }
  const { X: own, Y, testRows, ...facts } = raw
  const bases = facts.featureNames.length
  const { names, derive } = data.derived?.length ? derivedFrom(data.derived, facts.featureNames) : nothingDerived
  const rows = testRows === undefined ? engine.split(Y, data.testShare, data.seed) : splitAt(testRows, Y.shape[0])
  const means = fillGaps?.(own, rows.train) ?? new Map()
  const X = derive(own)
  const part = (indices: ArrayLike<number>) => ({ X: pickRows(X, indices), Y: pickRows(Y, indices) })
  const train = part(rows.train)
  const test = part(rows.test)
  const inputs = data.standardize ? engine.standardizer(train.X) : null
  const areScaled = data.standardize && raw.task === 'regression' && (data.standardizeTargets ?? isTable)
  const targets = areScaled ? engine.standardizer(train.Y) : null
  const scale = scaler(inputs)
  const scaleInputs = (rows: FlatRows) => scale(derive(rows))
  const scaleTargets = scaler(targets)
  const scaled = ({ X, Y }: typeof train) => ({ X: scaleInputs(X), Y: scaleTargets(Y) })
  return {
    info: {
      ...facts,
      bases,
      imageSide: names.length ? 0 : facts.imageSide,
      featureNames: [...facts.featureNames, ...names],
      featureUnits: [...facts.featureUnits, ...names.map(() => '')],
      columns: withMeans(facts.columns, means),
      name: data.name,
      train,
      test,
      extents: extentsOf(X),
      inputScale: inputs && { mean: inputs.mean, deviation: inputs.deviation },
      targetScale: targets && { mean: targets.mean, deviation: targets.deviation },
    },
    train: scaled(train),
    test: scaled(test),
    derive,
    scaleInputs,
    scaleTargets,
  }
}

const nothingDerived: Derived = { names: [], derive: (X) => X }

function splitAt(test: number, count: number) {
  const all = Array.from({ length: count }, (_, row) => row)
  return { train: all.slice(test), test: all.slice(0, test) }
}

/** @param means by the index of the input */
function withMeans(columns: ColumnInfo[], means: ReadonlyMap<number, number>): ColumnInfo[] {
  let at = 0
  return columns.map((column) => {
    const mean = column.isUsed ? means.get(at) : undefined
    if (column.isUsed) at += column.inputs
    return mean === undefined ? column : { ...column, mean }
  })
}

const scaler =
  (standardizer: { apply(rows: FlatRows): FlatRows } | null): ((rows: FlatRows) => FlatRows) =>
  (rows) =>
    standardizer && rows.shape[0] ? standardizer.apply(rows) : rows

/** Data of a table, and what fills its gaps: what reads it is fetched with the first, while the table comes. */
async function fromTable({ catalog }: Engine, data: DataState, loadTable: TableLoader, store: RowStore) {
  const { name, table } = data
  const rows = table && store.get(table.rows)
  const reading = import('./table-source.ts')
  reading.catch(() => {}) // a table that cannot be had is told first
  const shipped = rows ? null : await loadTable(name)
  const { fillGaps, rawFromHand, rawFromTable } = await reading
  const raw = shipped ? rawFromTable(shipped, data, catalog) : rawFromHand(table as HandTable, rows as FlatRows)
  return { raw, fillGaps }
}

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
    outputUnits: [''],
    targets: [],
    columns: [],
    dropped: 0,
    imageSide: 0,
  }
}
