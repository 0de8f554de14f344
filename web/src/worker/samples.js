import { toFlat } from '../network/given-rows.js'
import { refuseValue } from '../network/refuse.js'
import { pickRows, rowAt } from '../network/rows.js'

/**
 * Which samples a number is about.
 *
 * @import { DataInfo, FlatRows, Sample } from '../types.d.ts'
 * @import { Workbench } from './workbench.js'
 * @import { Prepared } from '../data/prepare.js'
 * @typedef {{ row?: number, isShown?: boolean, isBatch?: boolean, X?: number[][], Y?: number[][] }} Which
 * A row of the training set; the sample on the network (a row, or the reader's own); the batch of the next step; rows
 * of one's own, raw. Else the training set.
 * @typedef {{ X: FlatRows, Y: FlatRows, rows: number[] | null }} Samples as the network sees them, with their rows in
 * the training set where they have one
 */

/** Whether the whole training set is meant. @param {Which} which */
export const isWhole = ({ row, isShown, isBatch, X }) => row === undefined && !isShown && !isBatch && !X

/**
 * @param {Workbench} bench
 * @param {Which} which
 * @returns {Samples}
 * @throws {TypeError | RangeError}
 */
export function samplesOf(bench, which) {
  const { state, prepared } = bench
  const { X, Y = [], isShown } = which
  if (X) return scaled(prepared, toFlat(X, 'X'), toFlat(Y, 'Y'))
  if (isShown && state.view.own) return ownSample(prepared, state.view.own)
  const rows = rowsOf(bench, isShown ? { row: state.view.row } : which)
  return { X: pickRows(prepared.train.X, rows), Y: pickRows(prepared.train.Y, rows), rows }
}

/**
 * A sample of the reader's own as the network sees it.
 * @param {Prepared} prepared
 * @param {Sample} sample
 * @returns {Samples}
 * @throws {RangeError} when it does not fit the data
 */
export function ownSample(prepared, { input, target }) {
  const { featureNames, outputNames } = prepared.info
  requireLength('view.own.input', input, featureNames.length)
  requireLength('view.own.target', target, outputNames.length)
  return scaled(prepared, toFlat([input], 'X'), toFlat([target], 'Y'))
}

/**
 * What goes in and what should come out, raw; the mean of several samples.
 * @param {DataInfo} info
 * @param {Sample | null} own
 * @param {number[]} rows of the training set, unless there is a sample of the reader's own
 * @returns {{ input: Float64Array, target: Float64Array }}
 */
export function rawMean({ train }, own, rows) {
  if (own) return { input: Float64Array.from(own.input), target: Float64Array.from(own.target) }
  return { input: meanOf(train.X, rows), target: meanOf(train.Y, rows) }
}

/** Of each column, over all rows or some. @param {FlatRows} table @param {number[]} [rows] */
export function meanOf(table, rows = Array.from({ length: table.shape[0] }, (_, i) => i)) {
  const mean = new Float64Array(table.shape[1])
  for (const row of rows)
    rowAt(table, row).forEach((value, i) => {
      mean[i] += value / rows.length
    })
  return mean
}

/** @param {string} name @param {number[]} values @param {number} length */
function requireLength(name, values, length) {
  if (values.length !== length) refuseValue(name, `must be ${length} numbers`, values.length)
}

/** @param {Prepared} prepared @param {FlatRows} X @param {FlatRows} Y @returns {Samples} */
const scaled = ({ scaleInputs, scaleTargets }, X, Y) => ({ X: scaleInputs(X), Y: scaleTargets(Y), rows: null })

/** @param {Workbench} bench @param {Which} which @returns {number[]} rows of the training set */
function rowsOf({ trainer, prepared }, { row, isBatch }) {
  const count = prepared.train.X.shape[0]
  if (isBatch) return trainer.nextBatch()
  if (row === undefined) return Array.from({ length: count }, (_, i) => i)
  return Number.isInteger(row) && row >= 0 && row < count
    ? [row]
    : refuseValue('row', `must be from 0 to ${count - 1}`, row)
}
