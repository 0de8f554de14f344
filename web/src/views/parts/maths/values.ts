import type { DataInfo } from '../../../data/prepare.ts'
import { asOutput, asSeen } from '../../../network/units.ts'
import { networkOf } from '../../../quantities/network.ts'
import type { RowValues, Values } from '../../../quantities/values.ts'
import type { Frame } from '../../../session/frame.ts'
import type { TracedRows } from '../../../session/questions.ts'
import type { SessionLike } from '../../../session/session-like.ts'

/** Where the table of quantities finds its numbers: in a frame, or in the trace of a batch. */

/** @param rows that a mean is over; 1 = all that is shown is of one row */
export const networkIn = ({ catalog, state }: SessionLike, { layers }: Pick<Frame, 'layers'>, rows: number) =>
  networkOf(catalog, state, { inputs: layers[0].inputs, rows })

/** Of the row that a frame shows, or means over its batch: whatever the row that is asked for. */
export function frameValues(frame: Frame, data: DataInfo | null): Values {
  const { layers, costSlope, penalty } = frame
  const row: RowValues = {
    input: data ? Array.from(frame.input, (value, feature) => asSeen(data, feature, value)) : frame.input,
    target: data ? Array.from(frame.target, (value) => asOutput(data, value)) : frame.target,
    costSlope,
    layers,
    cost: NaN,
  }
  return { layers, row: () => row, cost: NaN, penalty, gradient: () => NaN, step: null }
}

/**
 * Of the rows of a trace, one or the means.
 * @param costs of each row; null while they are not known
 */
export function traceValues({ layers }: Frame, trace: TracedRows, costs: ArrayLike<number> | null): Values {
  const meanOf = (rows: number[][]) => rows[0].map((_, k) => rows.reduce((sum, row) => sum + row[k], 0) / rows.length)
  const means = (): RowValues => ({
    input: meanOf(trace.X),
    target: meanOf(trace.Y),
    costSlope: meanOf(trace.costSlope),
    layers: trace.layers.map(({ meanZ, meanActivation, meanSlope, biasGradient }) => ({
      Z: meanZ,
      activation: meanActivation,
      slope: meanSlope,
      delta: biasGradient,
    })),
    cost: trace.cost,
  })
  const ofRow = (row: number): RowValues => ({
    input: trace.X[row],
    target: trace.Y[row],
    costSlope: trace.costSlope[row],
    layers: trace.layers.map(({ Z, activation, delta, slope }) => ({
      Z: Z[row],
      activation: activation[row],
      delta: delta[row],
      slope: slope[row],
    })),
    cost: costs?.[row] ?? NaN,
  })
  return {
    layers,
    row: (row) => (row === undefined ? means() : ofRow(row)),
    cost: trace.cost,
    penalty: trace.penalty,
    gradient: ({ layer, row, ...end }) =>
      'column' in end ? trace.layers[layer].weightGradient[row][end.column] : trace.layers[layer].biasGradient[row],
    step: null,
  }
}
