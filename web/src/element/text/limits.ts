import { refuseValue } from '../../network/refuse.ts'
import { type Change, readChanges } from '../../state/written/changes.ts'
import { numberIn } from '../../state/written/read.ts'

/** What a `<glassbox-set>` is told: changes to make at a press, or one number to be dragged between limits. */

export interface Limits {
  min: number
  max: number
  step: number
}

export type Told = { changes: Change[]; limits: null } | { changes: [Change]; limits: Limits }

/** Steps from one end to the other unless told. */
const usualSteps = 100

/** @throws {TypeError | RangeError} when anything in it is wrong */
export function readTold(changes: unknown, { min, max, step }: Record<keyof Limits, string | null>): Told {
  const all = readChanges(changes, 'changes')
  const open = all.filter(({ value }) => value === null)
  if (open.length === 0) return { changes: all, limits: null }
  if (all.length > 1 || min === null || max === null) refuseValue('exactly', 'changes', changes, { count: form })
  const limits = { min: numberIn(min, 'min'), max: numberIn(max, 'max'), step: 0 }
  if (limits.max <= limits.min) refuseValue('above', 'max', max, { minimum: limits.min, maximum: 'any number' })
  const width = limits.max - limits.min
  limits.step = step === null ? width / usualSteps : numberIn(step, 'step')
  if (limits.step <= 0 || limits.step > width) refuseValue('above', 'step', step, { minimum: 0, maximum: width })
  return { changes: [all[0]], limits }
}

const form = 'changes with their values, or one without a value beside min and max'

/** The nearest number between the limits; what is no number counts as 0. */
export const within = (value: number, { min, max }: Pick<Limits, 'min' | 'max'>) =>
  Math.min(max, Math.max(min, value || 0))

/** The nearest number on the steps within the limits, short to write. */
export function onStep(value: number, limits: Limits): number {
  const { min, max, step } = limits
  const steps = Math.round((within(value, limits) - min) / step)
  return Math.min(max, Number((min + steps * step).toPrecision(12)))
}
