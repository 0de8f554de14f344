import type { HandTable } from '../data/hand.ts'
import type { Catalog } from '../engine/catalog.ts'
import { plainObject, refuseType, refuseValue } from '../network/refuse.ts'
import { checked } from './check.ts'
import { checkedBy, list, numbers, object, saying, text } from './nodes.ts'

/** Rows entered by hand, as the description of the state has them. */

const mostNumbers = 1_000_000

const names = saying(
  { type: 'names', size: 'names' },
  list(text('columnNames', { pattern: '^[^~!]{1,40}$' }), { minItems: 1 }),
)

/** The node of a table; its columns have names of their own, and each row a number for each. */
export function tableNode({ limits }: Catalog) {
  const { maximum } = limits.samples
  const rows = list(numbers(), { minItems: 1, maxItems: maximum })
  const schema = { ...object({ inputs: names, outputs: names, rows }), description: 'A small table entered by hand.' }
  return checkedBy((value, path) => checkedTable(value, path, maximum), schema)
}

function checkedTable(value: unknown, path: string, mostRows: number): HandTable {
  const { rows, ...given } = plainObject(value, path, ['inputs', 'outputs', 'rows'])
  const inputs = checked(names, given.inputs, `${path}.inputs`)
  const outputs = checked(names, given.outputs, `${path}.outputs`)
  const all = [...inputs, ...outputs]
  if (new Set(all).size < all.length) refuseValue('columnsOnce', path, all)
  return { inputs, outputs, rows: checkedRows(rows, all.length, `${path}.rows`, mostRows) }
}

function checkedRows(rows: unknown, columns: number, path: string, most: number) {
  if (!Array.isArray(rows)) refuseType('listOfRows', path, rows)
  if (rows.length > most) refuseValue('mostRows', path, rows.length, { maximum: most })
  if (rows.length < 1 || rows.length * columns > mostNumbers)
    refuseValue('mostNumbers', path, rows.length, { maximum: mostNumbers })
  const row = numbers()
  return rows.map((given, i) => {
    const at = `${path}.${i}`
    const list = checked(row, given, at)
    return list.length === columns ? list : refuseValue('length', at, list.length, { count: columns })
  })
}
