import type { HandTable } from '../data/hand.ts'
import type { RowStore } from '../data/row-store.ts'
import { plainObject, refuseType, refuseValue } from '../network/refuse.ts'
import type { FlatRows } from '../network/rows.ts'
import type { Border } from './border.ts'
import { checked } from './check.ts'
import { checkedBy, list, numbers, object, saying, text } from './nodes.ts'

/** Rows entered by hand, as the description of the state has them. */

const mostNumbers = 1_000_000

const names = saying(
  { type: 'names', size: 'names' },
  list(text('columnNames', { pattern: '^[^~!]{1,40}$' }), { minItems: 1 }),
)

/** The node of a table; its columns have names of their own, and each row a number for each. */
export function tableNode({ catalog, rows: store }: Border) {
  const { maximum } = catalog.limits.samples
  const rows = list(numbers(), { minItems: 1, maxItems: maximum })
  const schema = { ...object({ inputs: names, outputs: names, rows }), description: 'A small table entered by hand.' }
  return checkedBy((value, path) => checkedTable(value, path, maximum, store), schema)
}

function checkedTable(value: unknown, path: string, mostRows: number, store: RowStore): HandTable {
  const { rows, ...given } = plainObject(value, path, ['inputs', 'outputs', 'rows'])
  const inputs = checked(names, given.inputs, `${path}.inputs`)
  const outputs = checked(names, given.outputs, `${path}.outputs`)
  const all = [...inputs, ...outputs]
  if (new Set(all).size < all.length) refuseValue('columnsOnce', path, all)
  return { inputs, outputs, rows: store.add(checkedRows(rows, all.length, `${path}.rows`, mostRows)) }
}

function checkedRows(rows: unknown, columns: number, path: string, most: number): FlatRows {
  if (!Array.isArray(rows)) refuseType('listOfRows', path, rows)
  if (rows.length > most) refuseValue('mostRows', path, rows.length, { maximum: most })
  if (rows.length < 1 || rows.length * columns > mostNumbers)
    refuseValue('mostNumbers', path, rows.length, { maximum: mostNumbers })
  const data = new Float64Array(rows.length * columns)
  const row = numbers()
  for (const [i, given] of rows.entries()) {
    const at = `${path}.${i}`
    const list = checked(row, given, at)
    if (list.length !== columns) refuseValue('length', at, list.length, { count: columns })
    data.set(list, i * columns)
  }
  return { data, shape: [rows.length, columns] }
}
