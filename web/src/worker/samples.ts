import type { Prepared } from '../data/prepare.ts'
import { refuseValue } from '../network/refuse.ts'
import { type FlatRows, pickRows, rowAt, type Sample, toFlat } from '../network/rows.ts'
import type { Which } from '../session/questions.ts'
import type { Workbench } from './workbench.ts'

/** Samples as the network sees them, and where they are in the training set, if they are there. */
interface Samples {
  X: FlatRows
  Y: FlatRows
  rows: number[] | null
}

/** Whether the whole training set is meant. */
export const isWhole = ({ row, own, isBatch, X }: Which) => row === undefined && !own && !isBatch && !X

/** @throws {TypeError | RangeError} */
export function samplesOf(bench: Workbench, which: Which): Samples {
  const { prepared } = bench
  const { X, Y = [], own } = which
  if (X) return scaled(prepared, toFlat(X, 'X'), toFlat(Y, 'Y'))
  if (own) return ownSample(prepared, own)
  const rows = rowsOf(bench, which)
  return { X: pickRows(prepared.train.X, rows), Y: pickRows(prepared.train.Y, rows), rows }
}

/**
 * A sample of the reader's own as the network sees it.
 * @throws {RangeError} when it does not fit the data
 */
export function ownSample(prepared: Prepared, { input, target }: Sample): Samples {
  const { bases, outputNames } = prepared.info
  requireLength('view.own.input', input, bases)
  requireLength('view.own.target', target, outputNames.length)
  return scaled(prepared, toFlat([input], 'X'), toFlat([target], 'Y'))
}

/**
 * What goes in and what should come out, raw; the mean of several samples.
 * @param rows of the training set, unless there is a sample of the reader's own
 */
export function rawMean(
  { info: { train }, derive }: Prepared,
  own: Sample | null,
  rows: number[],
): { input: Float64Array; target: Float64Array } {
  if (own) return { input: derive(toFlat([own.input], 'X')).data, target: Float64Array.from(own.target) }
  return { input: meanOf(train.X, rows), target: meanOf(train.Y, rows) }
}

/** Of each column, over all rows or some. */
export function meanOf(table: FlatRows, rows: number[] = Array.from({ length: table.shape[0] }, (_, i) => i)) {
  const mean = new Float64Array(table.shape[1])
  for (const row of rows)
    rowAt(table, row).forEach((value, i) => {
      mean[i] += value / rows.length
    })
  return mean
}

function requireLength(name: string, values: number[], length: number) {
  if (values.length !== length) refuseValue('length', name, values.length, { count: length })
}

const scaled = ({ scaleInputs, scaleTargets }: Prepared, X: FlatRows, Y: FlatRows): Samples => ({
  X: scaleInputs(X),
  Y: scaleTargets(Y),
  rows: null,
})

/** @returns rows of the training set */
function rowsOf({ trainer, prepared }: Workbench, { row, isBatch }: Which): number[] {
  const count = prepared.train.X.shape[0]
  if (isBatch) return trainer.nextBatch()
  if (row === undefined) return Array.from({ length: count }, (_, i) => i)
  return Number.isInteger(row) && row >= 0 && row < count
    ? [row]
    : refuseValue('between', 'row', row, { minimum: 0, maximum: count - 1 })
}
