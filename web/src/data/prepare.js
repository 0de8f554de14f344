import { extentsOf, pickRows } from '../network/rows.js'
import { rawFromHand } from './hand.js'
import { tableOf } from './sources.js'
import { rawFromTable } from './table-source.js'

/**
 * Data made ready to train on. What the network sees is standardised when the state says so, by means and deviations
 * measured on the training rows alone; a regression target of a table is standardised with the inputs. What was entered by
 * hand to be predicted stays as it was entered: it may be 0 and 1.
 *
 * @import { DataInfo, DataState, FlatRows } from '../types.d.ts'
 * @typedef {Omit<DataInfo, 'name' | 'train' | 'test' | 'extents' | 'inputScale' | 'targetScale'>} Facts
 * @typedef {Facts & { X: FlatRows, Y: FlatRows }} Raw
 * @typedef {{
 *   info: DataInfo
 *   train: { X: FlatRows, Y: FlatRows }
 *   test: { X: FlatRows, Y: FlatRows }
 *   scaleInputs: (X: FlatRows) => FlatRows
 *   scaleTargets: (Y: FlatRows) => FlatRows
 * }} Prepared
 * `info` holds the raw rows, `train` and `test` the same rows as the network sees them.
 */

/**
 * @param {import('../engine/engine.js').Engine} engine
 * @param {DataState} data
 * @param {(name: string) => Promise<import('./table-source.js').Table>} loadTable
 * @returns {Promise<Prepared>}
 * @throws {TypeError | RangeError} when the data cannot be made as asked
 */
export async function prepare(engine, data, loadTable) {
  const isTable = tableOf(data.name) !== undefined
  const raw = data.table
    ? rawFromHand(data.table)
    : isTable
      ? rawFromTable(await loadTable(data.name), data, engine.catalog)
      : generated(engine, data)
  const { X, Y, ...facts } = raw
  const rows = engine.split(Y, data.testShare, data.seed)
  const part = (/** @type {ArrayLike<number>} */ indices) => ({ X: pickRows(X, indices), Y: pickRows(Y, indices) })
  const train = part(rows.train)
  const test = part(rows.test)
  const inputs = data.standardize ? engine.standardizer(train.X) : null
  const targets = data.standardize && isTable && raw.task === 'regression' ? engine.standardizer(train.Y) : null
  const scaleInputs = scaler(inputs)
  const scaleTargets = scaler(targets)
  const scaled = (/** @type {typeof train} */ { X, Y }) => ({ X: scaleInputs(X), Y: scaleTargets(Y) })
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

/** @param {{ apply(rows: FlatRows): FlatRows } | null} standardizer @returns {(rows: FlatRows) => FlatRows} */
const scaler = (standardizer) => (rows) => (standardizer && rows.shape[0] ? standardizer.apply(rows) : rows)

/**
 * Data drawn by a generator of the engine.
 * @param {import('../engine/engine.js').Engine} engine
 * @param {DataState} data
 * @returns {Raw}
 */
function generated(engine, { name, samples, noise, seed }) {
  const option = /** @type {import('../types.d.ts').DatasetOption} */ (
    engine.catalog.datasets.find((one) => one.name === name)
  )
  const { X, Y } = engine.generate(name, { samples, noise, seed })
  const { task, features, classes } = option
  const targetName = task === 'regression' ? 'y' : 'class'
  return {
    task,
    X,
    Y,
    classes,
    targetName,
    card: {
      title: option.label,
      about: option.description,
      source: '',
      citation: '',
      licence: '',
      units: {},
      care: '',
    },
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
