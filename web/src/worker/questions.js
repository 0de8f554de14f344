import { refuseType, refuseValue } from '../model/refuse.js'
import { pickRows } from '../model/data/rows.js'
import { toFlat, toRows } from '../model/rows.js'

/**
 * Questions that the session can ask of the engine. They change nothing and may come while it trains. Rows go in raw,
 * in the data's own units.
 *
 * @import { Workbench } from './workbench.js'
 * @import { FlatRows } from '../model/types.d.ts'
 * @typedef {{ row?: number, isBatch?: boolean, X?: number[][], Y?: number[][] }} Which
 * Which samples: a row of the training set, the batch of the next step, or rows of one's own; else the training set.
 */

/** @type {Record<string, (bench: Workbench, details: any) => unknown>} */
const questions = {
  /** { ...Which } -> Trace of those rows, with `rows`: their places in the training set where they have one. */
  trace(bench, which) {
    const { X, Y, rows } = samplesOf(bench, which)
    return { ...bench.trainer.trace(X, Y), rows }
  },
  /** { X } -> each layer's activation, one row a sample. */
  activations: ({ trainer, prepared }, { X }) => trainer.activations(prepared.scaleInputs(toFlat(X, 'X'))).map(toRows),
  /** { parameter, epsilon, ...Which } -> Shock */
  shock(bench, { parameter, epsilon, ...which }) {
    return bench.trainer.shock(parameter, epsilon, ...rowsIfAny(bench, which))
  },
  /** { ...Which } -> { worst, checked } */
  gradientCheck: (bench, which) => bench.trainer.gradientCheck(...rowsIfAny(bench, which)),
  /** { a, b, rangeA, rangeB, resolution } -> CostSurface */
  costSurface: ({ trainer }, { a, b, ...options }) => trainer.costSurface(a, b, options),
  /** -> the rows of the training set that the next step will use */
  nextBatch: ({ trainer }) => trainer.nextBatch(),
  /** { name, samples, noise, seed } -> { X, Y } of a generator */
  generate: ({ engine }, { name, ...options }) => engine.generate(name, options),
}

/**
 * Answers a question.
 * @param {Workbench} bench
 * @param {string} question
 * @param {unknown} details
 * @returns {unknown} plain data
 * @throws {TypeError | RangeError}
 */
export function answer(bench, question, details) {
  if (!Object.hasOwn(questions, question)) {
    refuseValue('question', `must be one of ${Object.keys(questions).join(', ')}`, question)
  }
  if (typeof details !== 'object' || details === null) refuseType('details', 'must be an object', details)
  return questions[question](bench, details)
}

/** @param {Workbench} bench @param {Which} which */
function rowsIfAny(bench, which) {
  if (Object.keys(which).length === 0) return []
  const { X, Y } = samplesOf(bench, which)
  return [X, Y]
}

/** @param {Workbench} bench @param {Which} which @returns {{ X: FlatRows, Y: FlatRows, rows: number[] | null }} */
function samplesOf(bench, which) {
  const { train, scaleInputs, scaleTargets } = bench.prepared
  const { X, Y = [] } = which
  if (X) return { X: scaleInputs(toFlat(X, 'X')), Y: scaleTargets(toFlat(Y, 'Y')), rows: null }
  const rows = rowsOf(bench, which)
  return { X: pickRows(train.X, rows), Y: pickRows(train.Y, rows), rows }
}

/** @param {Workbench} bench @param {Which} which @returns {number[]} places in the training set */
function rowsOf({ trainer, prepared }, { row, isBatch }) {
  const count = prepared.train.X.shape[0]
  if (isBatch) return trainer.nextBatch()
  if (row === undefined) return Array.from({ length: count }, (_, i) => i)
  return Number.isInteger(row) && row >= 0 && row < count
    ? [row]
    : refuseValue('row', `must be from 0 to ${count - 1}`, row)
}
