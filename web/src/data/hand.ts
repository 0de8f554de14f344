import type { FlatRows } from '../network/rows.ts'
import { noCard } from './card.ts'
import type { Raw } from './prepare.ts'
import { exampleId, type RowsId } from './row-store.ts'
import type { TableEntry } from './tables.ts'

/**
 * A small table that the reader enters by hand. It begins as the example whose numbers are printed in Mazur, "A Step by
 * Step Backpropagation Example" (2015).
 */

/** Names of the columns of a table entered by hand. */
export interface TableColumns {
  inputs: string[]
  outputs: string[]
}

/** A small table entered by hand. */
export interface HandTable extends TableColumns {
  /** In a store; one row a sample: its inputs, then its outputs. */
  rows: RowsId
}

/** The same as it comes in from outside and goes out again, with the rows themselves. */
export interface GivenTable extends TableColumns {
  /** One row a sample: its inputs, then its outputs. */
  rows: number[][]
}

/** The name by which the data is chosen. */
export const handName = 'hand'

export const firstTable = (): HandTable => ({
  inputs: ['In1', 'In2'],
  outputs: ['Out1', 'Out2'],
  rows: exampleId,
})

export const handEntry: TableEntry = Object.freeze({
  name: handName,
  task: 'regression',
  rows: 1,
  features: 2,
  classes: 0,
  targets: [],
})

/** The table as raw data. */
export function rawFromHand({ inputs, outputs }: HandTable, rows: FlatRows): Raw {
  return {
    task: 'regression',
    X: columnsOf(rows, 0, inputs.length),
    Y: columnsOf(rows, inputs.length, outputs.length),
    classes: [],
    targetName: outputs.join(', '),
    card: noCard(),
    featureNames: inputs,
    featureUnits: inputs.map(() => ''),
    outputNames: outputs,
    targetUnit: '',
    targets: [],
    columns: [],
    dropped: 0,
    imageSide: 0,
  }
}

/** Some columns that stand side by side. */
function columnsOf({ data, shape: [count, columns] }: FlatRows, from: number, width: number): FlatRows {
  const picked = new Float64Array(count * width)
  for (let row = 0; row < count; row++) {
    const start = row * columns + from
    picked.set(data.subarray(start, start + width), row * width)
  }
  return { data: picked, shape: [count, width] }
}
