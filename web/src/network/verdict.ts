import { type FlatRows, rowAt, type SetName } from './rows.ts'
import { inTargetUnit, type Scales } from './units.ts'

/** What a prediction amounts to, read off the engine's outputs. */

/** What the network has to predict: one of two classes, one of several, or numbers. */
export type Task = 'binary' | 'classes' | 'regression'

type Goal = Pick<Scales, 'targetScale'> & { task: Task }

export interface Verdict {
  /** Index of a class, or for regression the number in the target's unit. */
  predicted: number
  actual: number
  isRight: boolean
  /** How far off; larger is worse. */
  miss: number
}

/** The class that outputs, or targets, stand for. */
export function classOf(task: Task, outputs: ArrayLike<number>) {
  if (task === 'binary') return outputs[0] > 0.5 ? 1 : 0
  let best = 0
  for (let i = 1; i < outputs.length; i++) if (outputs[i] > outputs[best]) best = i
  return best
}

/** The output for one class; of a two-class network's one output it is what is left for the other class. */
export const shareOf = (task: Task, outputs: ArrayLike<number>, index: number) =>
  task === 'binary' ? (index === 1 ? outputs[0] : 1 - outputs[0]) : outputs[index]

/**
 * @param targets in the targets' units
 * @param unit which of several numbers
 */
export function verdictOf(data: Goal, outputs: ArrayLike<number>, targets: ArrayLike<number>, unit = 0): Verdict {
  const { task } = data
  if (task === 'regression') {
    const [predicted, actual] = [inTargetUnit(data, outputs[unit], unit), targets[unit]]
    return { predicted, actual, isRight: true, miss: Math.abs(predicted - actual) }
  }
  const [predicted, actual] = [classOf(task, outputs), classOf(task, targets)]
  return { predicted, actual, isRight: predicted === actual, miss: 1 - shareOf(task, outputs, actual) }
}

/**
 * Every row's verdict.
 * @param predictions flat, one row per sample
 * @returns empty while the predictions are of other data
 */
export function verdictsOf(
  data: Goal & Record<SetName, { Y: FlatRows }>,
  set: SetName,
  predictions: Float64Array,
): Verdict[] {
  const [rows, columns] = data[set].Y.shape
  if (predictions.length !== rows * columns) return []
  const outputs: FlatRows = { data: predictions, shape: [rows, columns] }
  return Array.from({ length: rows }, (_, i) => verdictOf(data, rowAt(outputs, i), rowAt(data[set].Y, i)))
}
