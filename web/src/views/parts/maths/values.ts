import { asOutput, asSeen, type Scales } from '../../../network/units.ts'
import type { Numbers } from '../../../quantities/explained.ts'
import { networkOf } from '../../../quantities/network.ts'
import type { RowValues, Values } from '../../../quantities/values.ts'
import type { Frame } from '../../../session/frame.ts'
import type { Answer, TracedRows } from '../../../session/questions.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { numberOf } from '../number.ts'

/** Where the table of quantities finds its numbers: in a frame, or in the trace of a batch. */

/** @param rows that a mean is over; 1 = all that is shown is of one row */
const networkIn = ({ catalog, state }: SessionLike, { layers }: Pick<Frame, 'layers'>, rows: number) =>
  networkOf(catalog, state, { inputs: layers[0].inputs, rows })

/** Of the row that a frame shows, or of the means over its batch. */
export const frameNumbers = (session: SessionLike, frame: Frame): Numbers => ({
  network: networkIn(session, frame, 1),
  values: { ...frameValues(frame, session.data), setting: settingsOf(session) },
  write: numberOf(session),
  pointed: session.pointed,
})

/** Of the rows of a trace. @param costs of each row; null while they are not known */
export const traceNumbers = (
  session: SessionLike,
  frame: Pick<Frame, 'layers'>,
  trace: TracedRows,
  costs: ArrayLike<number> | null = null,
): Numbers => ({
  network: networkIn(session, frame, trace.X.length),
  values: { ...traceValues(frame, trace, costs), setting: settingsOf(session) },
  write: numberOf(session),
  pointed: session.pointed,
})

/** Of the step that comes next. @param costs of each training row; null while they are not known */
export function stepNumbers(
  session: SessionLike,
  frame: Pick<Frame, 'layers'>,
  step: Answer<'nextStep'>,
  costs: ArrayLike<number> | null = null,
): Numbers {
  const numbers = traceNumbers(session, frame, step.trace, costs && step.rows.map((row) => costs[row]))
  return { ...numbers, values: { ...numbers.values, step, setting: settingsOf(session, step.memory.steps + 1) } }
}

const settingsOf =
  ({ state: { training } }: SessionLike, steps = NaN): Values['setting'] =>
  (name) =>
    name === 'steps' ? steps : training[name]

/** Computed when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null
  return () => (made ??= { value: make() }).value
}

/** Of the row that a frame shows, or means over its batch: whatever the row that is asked for. */
export function frameValues(
  frame: Pick<Frame, 'layers' | 'input'> & Partial<Frame>,
  data: Partial<Scales> | null,
): Values {
  const { layers, input, target = [], costSlope = [], penalty = NaN } = frame
  const { inputScale = null, targetScale = null } = data ?? {}
  const row = once(
    (): RowValues => ({
      input: inputScale ? Array.from(input, (value, feature) => asSeen({ inputScale }, feature, value)) : input,
      target: targetScale ? Array.from(target, (value, k) => asOutput({ targetScale }, value, k)) : target,
      costSlope,
      layers,
      cost: NaN,
    }),
  )
  return { layers, row, cost: NaN, penalty, gradient: () => NaN, step: null, setting: () => NaN }
}

/**
 * Of the rows of a trace, one or the means.
 * @param costs of each row; null while they are not known
 */
export function traceValues(
  { layers }: Pick<Frame, 'layers'>,
  trace: TracedRows,
  costs: ArrayLike<number> | null = null,
): Values {
  const means = once(() => meansOf(trace))
  return {
    layers,
    row: (row) => (row === undefined ? means() : rowOf(trace, row, costs?.[row] ?? NaN)),
    cost: trace.cost,
    penalty: trace.penalty,
    gradient: ({ layer, row, ...end }) =>
      'column' in end ? trace.layers[layer].weightGradient[row][end.column] : trace.layers[layer].biasGradient[row],
    step: null,
    setting: () => NaN,
  }
}

function meansOf({ X, Y, costSlope, layers, cost }: TracedRows): RowValues {
  const meanOf = (rows: number[][]) => rows[0].map((_, k) => rows.reduce((sum, row) => sum + row[k], 0) / rows.length)
  return {
    input: meanOf(X),
    target: meanOf(Y),
    costSlope: meanOf(costSlope),
    layers: layers.map(({ meanZ, meanActivation, meanSlope, biasGradient }) => ({
      Z: meanZ,
      activation: meanActivation,
      slope: meanSlope,
      delta: biasGradient,
    })),
    cost,
  }
}

const rowOf = ({ X, Y, costSlope, layers }: TracedRows, row: number, cost: number): RowValues => ({
  input: X[row],
  target: Y[row],
  costSlope: costSlope[row],
  layers: layers.map(({ Z, activation, delta, slope }) => ({
    Z: Z[row],
    activation: activation[row],
    delta: delta[row],
    slope: slope[row],
  })),
  cost,
})
