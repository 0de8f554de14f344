import type { ReadColumn } from './reading.ts'

/** What of a table is probably to be predicted. */

const usualNames =
  /^(?:target|label|class|classes|y|outcome|output|species|kind|type|category|diagnosis|result|survived|quality)$/i

/** Whether it can be part of a network at all. */
export const isUsable = ({ kind }: ReadColumn) => kind === 'number' || kind === 'category'

/** One that is called so, else the last category, else the last column; -1 where none can be. */
export function targetAmong(columns: readonly ReadColumn[]): number {
  const candidates = columns.map((column, c) => ({ column, c })).filter(({ column }) => isUsable(column))
  const last = (is: (column: ReadColumn) => boolean) => candidates.findLast(({ column }) => is(column))?.c
  return (
    last(({ name }) => usualNames.test(name)) ??
    last(({ kind, isConstant }) => kind === 'category' && !isConstant) ??
    last(({ isConstant }) => !isConstant) ??
    -1
  )
}
