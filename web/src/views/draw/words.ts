import type { GivenTable } from '../../data/hand.ts'
import { listOf } from '../../text/lists.ts'
import { formatNumber } from '../../text/numbers.ts'
import { texts } from '../../text/text.ts'
import { trainingRows } from './own-table.ts'
import { sentences } from './sentences.ts'

/** What is drawn, in words. */

const text = texts(sentences)

/** How many points there are. */
export function countWords(table: GivenTable) {
  const { test = 0 } = table
  return `${text('where_other', { count: trainingRows(table) })} ${test ? text('tests_other', { count: test }) : ''}`
}

/** What keeps training from starting on an empty plane. @param missing classes without a point; null = there are none */
export const needWords = (missing: string[] | null) =>
  missing ? text('needs', { names: listOf(missing) }) : text('needsValue')

/** The class of a row, or its value. @param classes null: it has a value */
export function targetWords(row: readonly (number | null)[], inputs: number, classes: string[] | null) {
  const target = row.slice(inputs).map(Number)
  return classes ? text('ofClass', { name: classes[target[0]] }) : listOf(target.map((value) => formatNumber(value)))
}

/** Where a row is. @param what is there; '' = nothing */
export function placeWords(names: string[], row: number[], what: string) {
  const place = listOf(names.map((name, c) => text('coordinate', { name, value: formatNumber(row[c]) })))
  return what ? text('atPoint', { place, what }) : place
}
