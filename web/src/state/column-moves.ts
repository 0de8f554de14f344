import type { HandTable } from '../data/hand.ts'
import type { DataInfo } from '../data/prepare.ts'
import { plainObject, refuseType, refuseValue } from '../network/refuse.ts'

/**
 * Where the columns of a table stood before an edit, so that weights and locks stay with their columns, whatever the
 * columns are called.
 */

/** Each column's index before, counted from 0; null = the column is new */
export type FormerIndices = (number | null)[]

export interface Moves {
  inputs: FormerIndices
  outputs: FormerIndices
}

/**
 * The moves of an edit of a table entered by hand.
 * @param told the moves themselves, where whoever edits knows them. Otherwise as many columns as before are
 * the same columns in the same order, and of more or fewer those with the same names are the same.
 * @throws {TypeError | RangeError} when what was told does not fit the tables
 */
export function movesBetween(before: HandTable | null, after: HandTable, told?: unknown): Moves {
  const then = { inputs: before?.inputs ?? [], outputs: before?.outputs ?? [] }
  if (told === undefined) {
    return { inputs: guessed(then.inputs, after.inputs), outputs: guessed(then.outputs, after.outputs) }
  }
  const { inputs, outputs } = plainObject(told, 'from', ['inputs', 'outputs'])
  return {
    inputs: checked(inputs, 'from.inputs', then.inputs.length, after.inputs.length),
    outputs: checked(outputs, 'from.outputs', then.outputs.length, after.outputs.length),
  }
}

const guessed = (before: string[], after: string[]): FormerIndices =>
  after.map((name, at) => (before.length === after.length ? at : before.includes(name) ? before.indexOf(name) : null))

function checked(former: unknown, path: string, before: number, after: number): FormerIndices {
  if (!Array.isArray(former)) refuseType('places', path, former)
  if (former.length !== after) refuseValue('exactly', `${path}.length`, former.length, { count: after })
  const known = former.filter((index) => index !== null)
  const wrong = known.find((index) => !Number.isInteger(index) || index < 0 || index >= before)
  if (wrong !== undefined) refuseValue('placesFrom', path, wrong, { maximum: before - 1 })
  return new Set(known).size === known.length ? former : refuseValue('placesOnce', path, former)
}

/**
 * Where the inputs of a shipped table stood before other columns of it were chosen; a category has several inputs.
 * @param columns as they are before
 * @param features the columns chosen; null = the usual ones
 */
export function inputMoves(columns: DataInfo['columns'], features: string[] | null): FormerIndices {
  const starts: Map<string, number> = new Map()
  let count = 0
  for (const { name, isUsed, inputs } of columns) {
    if (!isUsed) continue
    starts.set(name, count)
    count += inputs
  }
  const chosen = columns.filter(({ name, isUsual }) => (features ? features.includes(name) : isUsual))
  return chosen.flatMap(({ name, inputs }) => {
    const start = starts.get(name)
    return Array.from({ length: inputs }, (_, i) => (start === undefined ? null : start + i))
  })
}

/**
 * Whether every column stands where it stood.
 * @param before how many there were
 */
export const isUnmoved = (former: FormerIndices, before: number) =>
  former.length === before && former.every((index, at) => index === at)
