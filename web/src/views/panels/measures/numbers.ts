import type { DataInfo } from '../../../data/prepare.ts'
import type { AmountFit, ClassScore, MacroScore, Measures, Roc } from '../../../measures/measures.ts'
import type { SetName } from '../../../network/rows.ts'
import { inTargetUnit } from '../../../network/units.ts'

/** What the engine measures of the predictions for a set. */

export type Calibration = ReturnType<Measures['calibration']>

export interface ClassNumbers {
  /** Of each row, counted from 0. */
  actual: Float64Array
  predicted: Float64Array
  /** counts[actual][predicted] */
  confusion: number[][]
  scores: ClassScore[]
  macro: MacroScore
  /** Of two classes. */
  roc: Roc | null
  /** Its point at the threshold. */
  rates: { truePositive: number; falsePositive: number } | null
  /** Where outputs are probabilities. */
  calibration: Calibration | null
}

export interface AmountNumbers {
  /** In the target's unit. */
  actual: Float64Array
  predicted: Float64Array
  residuals: Float64Array
  fit: AmountFit
}

export const sets: readonly SetName[] = ['train', 'test']

const bins = 10

/** @param threshold of the one output of two classes */
export function classNumbers(
  measures: Measures,
  data: DataInfo,
  set: SetName,
  outputs: Float64Array,
  { threshold, areShares }: { threshold: number; areShares: boolean },
): ClassNumbers {
  const { classes } = data
  const { Y } = data[set]
  const isTwo = data.task === 'binary'
  const width = Y.shape[1]
  const actual = measures.classes(Y.data, width)
  const predicted = measures.classes(outputs, width, threshold)
  const confusion = measures.confusion(actual, predicted, classes.length)
  return {
    actual,
    predicted,
    confusion,
    scores: measures.scores(confusion),
    macro: measures.macro(confusion),
    roc: isTwo ? measures.roc(actual, outputs) : null,
    rates: isTwo ? measures.rates(actual, outputs, threshold) : null,
    calibration: areShares ? calibrationOf(measures, isTwo, { actual, predicted, outputs, width }) : null,
  }
}

/** Of two classes it is about class 1, of more about the class that is predicted. */
function calibrationOf(
  measures: Measures,
  isTwo: boolean,
  { actual, predicted, outputs, width }: Record<'actual' | 'predicted' | 'outputs', Float64Array> & { width: number },
) {
  if (isTwo) return measures.calibration(actual, outputs, bins)
  const isRight = predicted.map((one, row) => (one === actual[row] ? 1 : 0))
  const given = predicted.map((one, row) => outputs[row * width + one])
  return measures.calibration(isRight, given, bins)
}

/** @param output which of the targets */
export function amountNumbers(
  measures: Measures,
  data: DataInfo,
  set: SetName,
  outputs: Float64Array,
  output: number,
): AmountNumbers {
  const [rows, width] = data[set].Y.shape
  const column = (values: Float64Array) => Float64Array.from({ length: rows }, (_, row) => values[row * width + output])
  const actual = column(data[set].Y.data)
  const predicted = column(outputs).map((value) => inTargetUnit(data, value, output))
  return {
    actual,
    predicted,
    residuals: measures.residuals(actual, predicted),
    fit: measures.fit(actual, predicted),
  }
}
