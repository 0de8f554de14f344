import { refuseValue } from '../../network/refuse.ts'
import { numberIn, partsIn, refuseForm } from './read.ts'
import { type Measure, type Reference, readReference, writeReference } from './references.ts'

/** A goal: comparisons that must all hold, `testCost <= 0.05 and neurons <= 3`. Shares are numbers from 0 to 1. */

const holds = {
  '<': (a: number, b: number) => a < b,
  '<=': (a: number, b: number) => a <= b,
  '=': (a: number, b: number) => a === b,
  '>=': (a: number, b: number) => a >= b,
  '>': (a: number, b: number) => a > b,
}

export interface Comparison {
  of: Reference
  is: keyof typeof holds
  value: number
}

const comparison = /^([^<=>]+?)\s*(<=|>=|<|>|=)\s*([^<=>]+)$/

/** @param path what a refusal calls it @throws {TypeError | RangeError} when anything in it is wrong */
export function readGoal(written: unknown, path: string): Comparison[] {
  const parts = partsIn(written, /\sand\s/i, path)
  if (parts.length === 0) refuseValue('exactly', path, written, { count: form })
  return parts.map((part) => {
    const [all, of, is, value] = comparison.exec(part) ?? []
    if (all === undefined) refuseForm(form, path, part)
    return possible({ of: readReference(of, path), is: is as Comparison['is'], value: numberIn(value, path) })
  })
}

/** Where measures end: no share is 95. */
const ends: Partial<Record<Measure, [minimum: number, maximum: number]>> = {
  accuracy: [0, 1],
  testAccuracy: [0, 1],
  r2: [-Infinity, 1],
  testR2: [-Infinity, 1],
}

/** The comparison itself, where its measure can meet it. */
function possible(comparison: Comparison): Comparison {
  const { of, is, value } = comparison
  if (!('measure' in of)) return comparison
  const [minimum, maximum] = ends[of.measure] ?? [-Infinity, Infinity]
  const between = [minimum, maximum, value].filter((one) => one >= minimum && one <= maximum)
  if (between.some((one) => isMet(comparison, one))) return comparison
  const given = `${is} ${value}`
  if (minimum < 0) refuseValue('most', of.measure, given, { maximum })
  refuseValue('between', of.measure, given, { minimum, maximum })
}

const form = 'comparisons by <, <=, =, >= or > with a number, joined by and, as in testCost <= 0.05 and neurons <= 3'

export const writeComparison = ({ of, is, value }: Comparison) => `${writeReference(of)} ${is} ${value}`

export const writeGoal = (goal: Comparison[]) => goal.map(writeComparison).join(' and ')

/** Whether a comparison holds for a number; none does for NaN. */
export const isMet = ({ is, value }: Pick<Comparison, 'is' | 'value'>, number: number) => holds[is](number, value)
