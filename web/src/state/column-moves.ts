import { aboutOf, columnsOf, type HandTable, labelsOf, levelsOf } from '../data/hand.ts'
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
 * The moves of an edit of a table of one's own.
 * @param told the moves themselves, where whoever edits knows them. Otherwise as many columns as before are the same
 * columns in the same order, unless one has come from another place of the table; else those with the same names are
 * the same.
 * @throws {TypeError | RangeError} when what was told does not fit the tables
 */
export function movesBetween(before: HandTable | null, after: HandTable, told?: unknown): Moves {
  const then = { inputs: before?.inputs ?? [], outputs: before?.outputs ?? [] }
  if (told === undefined) {
    const hasRoles = before?.ignored !== undefined || after.ignored !== undefined || isTurned(then, after)
    const isNew = (name: string) => !before || !columnsOf(before).includes(name)
    const isGone = (name: string) => !columnsOf(after).includes(name)
    const isRenamed = (name: string, former: string) => !hasRoles || (isNew(name) && isGone(former))
    return {
      inputs: guessed(then.inputs, after.inputs, hasRoles, isRenamed),
      outputs: guessed(then.outputs, after.outputs, hasRoles, isRenamed),
    }
  }
  const { inputs, outputs } = plainObject(told, 'from', ['inputs', 'outputs'])
  return {
    inputs: checked(inputs, 'from.inputs', then.inputs.length, after.inputs.length),
    outputs: checked(outputs, 'from.outputs', then.outputs.length, after.outputs.length),
  }
}

type Columns = Pick<HandTable, 'inputs' | 'outputs'>

/** Whether an input has become an output, or the other way round. */
const isTurned = (before: Columns, after: Columns) =>
  before.inputs.some((name) => after.outputs.includes(name)) ||
  before.outputs.some((name) => after.inputs.includes(name))

/** @param hasRoles columns change their places: a name says which one it is, unless it is a new one */
function guessed(
  before: string[],
  after: string[],
  hasRoles: boolean,
  isRenamed: (name: string, former: string) => boolean,
): FormerIndices {
  return after.map((name, at) => {
    const named = before.includes(name) ? before.indexOf(name) : null
    const isSame = before.length === after.length && isRenamed(name, before[at])
    return isSame && (!hasRoles || named === null) ? at : named
  })
}

/**
 * The same of the inputs and outputs of the network, of which a category has several: each is known by its level.
 * @param moves of the columns
 */
export function unitMoves(before: HandTable | null, after: HandTable, moves: Moves): Moves {
  const side = (name: 'inputs' | 'outputs') => {
    const then = before?.[name].map((column) => unitLabels(before, column)) ?? []
    const starts = then.map((_, at) => then.slice(0, at).flat().length)
    return after[name].flatMap((column, at) => {
      const from = moves[name][at]
      const labels = unitLabels(after, column)
      if (from === null) return labels.map(() => null)
      return labelMoves(then[from], labels).map((index) => (index === null ? null : starts[from] + index))
    })
  }
  return { inputs: side('inputs'), outputs: side('outputs') }
}

const isMissing = Symbol('missing')

/** What tells the units of a column apart. */
function unitLabels(table: HandTable, column: string): (string | null | symbol)[] {
  const isOwn = table.inputs.includes(column) && aboutOf(table, column).missing === 'column'
  return [...labelsOf(levelsOf(table, column)), ...(isOwn ? [isMissing] : [])]
}

/** Levels that are as many as before and have all other names have been renamed. */
function labelMoves(before: unknown[], after: unknown[]): FormerIndices {
  const isRenamed =
    before.length === after.length && after.every((label) => typeof label === 'string' && !before.includes(label))
  const areNames = before.every((label) => typeof label === 'string')
  return after.map((label, at) => (isRenamed && areNames ? at : before.includes(label) ? before.indexOf(label) : null))
}

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
