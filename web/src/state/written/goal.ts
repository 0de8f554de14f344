import { refuseValue } from '../../network/refuse.ts'
import { numberIn, partsIn, refuseForm } from './read.ts'
import { type Reference, readReference, writeReference } from './references.ts'

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
    return { of: readReference(of, path), is: is as Comparison['is'], value: numberIn(value, path) }
  })
}

const form = 'comparisons by <, <=, =, >= or > with a number, joined by and, as in testCost <= 0.05 and neurons <= 3'

export const writeComparison = ({ of, is, value }: Comparison) => `${writeReference(of)} ${is} ${value}`

export const writeGoal = (goal: Comparison[]) => goal.map(writeComparison).join(' and ')

/** Whether a comparison holds for a number; none does for NaN. */
export const isMet = ({ is, value }: Pick<Comparison, 'is' | 'value'>, number: number) => holds[is](number, value)
