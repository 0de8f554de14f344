import type { FlatRows } from '../../network/rows.ts'
import { aboutOf, columnsOf, type HandTable } from '../hand.ts'
import { barsOf } from './bars.ts'
import type { Choice } from './choices.ts'
import { type ReadColumn, type Reading, shownRows } from './reading.ts'

/** The table in use as if it had just been read, and what is chosen of it: so that other columns can be chosen. */
export function readingOf(
  table: HandTable,
  { data, shape: [rows, width] }: FlatRows,
): { reading: Reading; choices: Choice[] } {
  const names = columnsOf(table)
  const columns = names.map((name, c) =>
    columnOf(
      table,
      name,
      c,
      Float64Array.from({ length: rows }, (_, r) => data[r * width + c]),
    ),
  )
  const isInput = (c: number) => c < table.inputs.length
  const isOutput = (c: number) => !isInput(c) && c < table.inputs.length + table.outputs.length
  const choices = columns.map(
    ({ name, kind, unit }, c): Choice => ({
      role: isInput(c) ? 'input' : isOutput(c) ? 'output' : 'out',
      as: kind === 'category' ? 'category' : 'number',
      missing: aboutOf(table, name).missing ?? 'drop',
      unit,
    }),
  )
  const layout = { encoding: '', delimiter: '', hasHeader: true, decimal: '.', places: 'line' } as const
  return { reading: { layout, columns, rows, lines: new Int32Array(rows), findings: [], target: -1 }, choices }
}

function columnOf(table: HandTable, name: string, c: number, values: Float64Array): ReadColumn {
  const { unit = '', levels = [] } = aboutOf(table, name)
  const written = Array.from(values.subarray(0, shownRows), (value) =>
    Number.isNaN(value) ? '' : (levels[value] ?? String(value)),
  )
  const there = values.filter((value) => !Number.isNaN(value))
  return {
    ...{ name, position: c + 1, unit, kind: levels.length ? 'category' : 'number', values, levels, written },
    missing: values.length - there.length,
    isConstant: there.every((value) => value === there[0]),
    isFewWhole: false,
    ...barsOf(values, levels.length),
  }
}
