import { plainObject, refuseType, refuseValue } from '../network/refuse.js'

/**
 * Where the columns of a table stood before an edit, so that weights and locks stay with their columns, whatever the
 * columns are called.
 *
 * @import { DataInfo, HandTable } from '../types.d.ts'
 * @typedef {(number | null)[]} FormerIndices each column's index before, counted from 0; null = the column is new
 * @typedef {{ inputs: FormerIndices, outputs: FormerIndices }} Moves
 */

/**
 * The moves of an edit of a table entered by hand.
 * @param {HandTable | null} before
 * @param {HandTable} after
 * @param {unknown} [told] the moves themselves, where whoever edits knows them. Otherwise as many columns as before are
 * the same columns in the same order, and of more or fewer those with the same names are the same.
 * @returns {Moves}
 * @throws {TypeError | RangeError} when what was told does not fit the tables
 */
export function movesBetween(before, after, told) {
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

/** @param {string[]} before @param {string[]} after @returns {FormerIndices} */
const guessed = (before, after) =>
  after.map((name, at) => (before.length === after.length ? at : before.includes(name) ? before.indexOf(name) : null))

/** @param {unknown} former @param {string} path @param {number} before @param {number} after @returns {FormerIndices} */
function checked(former, path, before, after) {
  if (!Array.isArray(former)) refuseType(path, 'must be a list of places', former)
  if (former.length !== after) refuseValue(`${path}.length`, `must be ${after}`, former.length)
  const known = former.filter((index) => index !== null)
  const wrong = known.find((index) => !Number.isInteger(index) || index < 0 || index >= before)
  if (wrong !== undefined) refuseValue(path, `must be places from 0 to ${before - 1}, or null`, wrong)
  return new Set(known).size === known.length ? former : refuseValue(path, 'must name each place once', former)
}

/**
 * Where the inputs of a shipped table stood before other columns of it were chosen; a category has several inputs.
 * @param {DataInfo['columns']} columns as they are before
 * @param {string[] | null} features the columns chosen; null = the usual ones
 * @returns {FormerIndices}
 */
export function inputMoves(columns, features) {
  /** @type {Map<string, number>} */
  const starts = new Map()
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

/** Whether every column stands where it stood. @param {FormerIndices} former @param {number} before how many there were */
export const isUnmoved = (former, before) => former.length === before && former.every((index, at) => index === at)
