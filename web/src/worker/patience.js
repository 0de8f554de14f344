/**
 * How long the engine may be silent: one call of it cannot be interrupted, and on large networks and data takes long.
 *
 * @import { State } from '../types.d.ts'
 * @import { Request } from '../session/protocol.js'
 * @import { Workbench } from './workbench.js'
 */

/** Multiplications a second that any machine manages, however loaded. */
const slowest = 1e8

/** Rows of the maps that stand in a frame. */
const mapRows = 12_000

/** What a step, a whole frame and new data cost, as so many times forward through the rows. */
const usualPasses = 12

/** The size of the shipped tables, at most. */
const largestTable = { inputs: 64, rows: 2000 }

/**
 * Seconds that the longest call can take on a slow machine: for a request, or for the steps and frames that come.
 * @param {Workbench} bench
 * @param {Request} [request]
 */
export function patienceFor({ state, prepared, engine }, request) {
  const isNew = request?.do === 'apply'
  if (!isNew && !prepared) return 0
  const { inputs, rows } = isNew ? sizeOf(request.state.data, engine) : sizeOfPrepared(prepared)
  const { layers } = (isNew ? request.state : state).network
  const parameters = layers.reduce((sum, { units }, l) => sum + units * ((l ? layers[l - 1].units : inputs) + 1), 0)
  return Math.ceil(((rows + mapRows) * parameters * passesOf(request, parameters)) / slowest)
}

/** @param {Request | undefined} request @param {number} parameters */
function passesOf(request, parameters) {
  if (request?.do !== 'ask') return usualPasses
  const { resolution = 40, offsets = [], count = parameters } = /** @type {any} */ (request.details)
  if (request.question === 'costSurface') return resolution ** 2
  if (request.question === 'gradientCheck') return 5 * count
  return usualPasses + offsets.length
}

/** Of data that is not made ready yet. @param {State['data']} data @param {Workbench['engine']} engine */
function sizeOf({ name, samples, table }, { catalog }) {
  if (table) return { inputs: table.inputs.length, rows: table.rows.length }
  const generator = catalog.datasets.find((dataset) => dataset.name === name)
  return generator ? { inputs: generator.inputs, rows: samples } : largestTable
}

/** @param {Workbench['prepared']} prepared */
const sizeOfPrepared = ({ train, test }) => ({ inputs: train.X.shape[1], rows: train.X.shape[0] + test.X.shape[0] })
