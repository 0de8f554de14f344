import { sizeOf } from '../data/sources.ts'
import { countIn } from '../network/layer-parameters.ts'
import { type PlainRun, Run } from '../run/run.ts'
import type { Request } from '../session/protocol.ts'
import type { State } from '../state/state.ts'
import type { Workbench } from './workbench.ts'

/**
 * How long the engine may be silent: one call of it cannot be interrupted, and on large networks and data takes long.
 */

/** Multiplications a second that any machine manages, however loaded. */
const slowest = 1e8

/** Rows of the maps that stand in a frame. */
const mapRows = 12_000

/** What a step, a whole frame and new data cost, as so many times forward through the rows. */
const usualPasses = 12

/** Seconds that the longest call can take on a slow machine: for a request, or for the steps and frames that come. */
export function patienceFor(bench: Workbench, request?: Request) {
  const { state, prepared } = bench
  const next = request && stateIn(request)
  if (!next && !prepared) return 0
  const { inputs, rows } = next ? sizeOf(next.data, bench.engine.catalog, bench.rows) : sizeOfPrepared(prepared)
  const parameters = countIn((next ?? state).network.layers, inputs)
  return Math.ceil(((rows + mapRows) * parameters * passesOf(request, parameters)) / slowest)
}

/** The state that a request brings. */
function stateIn(request: Request): State | undefined {
  if (request.type === 'apply') return request.state
  if (request.type !== 'goOn') return
  const { runs, present } = request.log
  return new Run(runs.find(({ id }) => id === present.run) as PlainRun).stateAfter(present.edits)
}

function passesOf(request: Request | undefined, parameters: number) {
  if (request?.type !== 'ask') return usualPasses
  if (request.question === 'costSurface') return (request.details.resolution ?? 40) ** 2
  if (request.question === 'gradientCheck') return 5 * (request.details.count ?? parameters)
  return usualPasses + (request.question === 'shock' ? (request.details.offsets ?? []).length : 0)
}

const sizeOfPrepared = ({ train, test }: Workbench['prepared']) => ({
  inputs: train.X.shape[1],
  rows: train.X.shape[0] + test.X.shape[0],
})
