import type { Rows } from '../network/rows.ts'
import { inTargetUnit } from '../network/units.ts'
import type { SessionLike } from '../session/session-like.ts'

/** The outputs for rows of inputs, both in the data's own units: one row of outputs a row. */
export async function predict(session: SessionLike, rows: Rows): Promise<number[][]> {
  const layers = await session.ask('activations', { X: rows })
  const outputs = layers[layers.length - 1]
  const { data } = session
  return data?.task === 'regression'
    ? outputs.map((row) => row.map((value, k) => inTargetUnit(data, value, k)))
    : outputs
}
