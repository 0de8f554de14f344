import { noCard } from './card.ts'
import type { Raw } from './prepare.ts'
import type { TableEntry } from './tables.ts'

/**
 * A small table that the reader enters by hand. It begins as the example whose numbers are printed in Mazur, "A Step by
 * Step Backpropagation Example" (2015).
 */

/** A small table entered by hand. */
export interface HandTable {
  /** Names of the columns. */
  inputs: string[]
  outputs: string[]
  /** One row a sample: its inputs, then its outputs. */
  rows: number[][]
}

/** The name by which the data is chosen. */
export const handName = 'hand'

export const firstTable = (): HandTable => ({
  inputs: ['In1', 'In2'],
  outputs: ['Out1', 'Out2'],
  rows: [[0.05, 0.1, 0.01, 0.99]],
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
export function rawFromHand({ inputs, outputs, rows }: HandTable): Raw {
  const count = rows.length
  const flat = (from: number, to: number) => Float64Array.from(rows.flatMap((row) => row.slice(from, to)))
  return {
    task: 'regression',
    X: { data: flat(0, inputs.length), shape: [count, inputs.length] },
    Y: { data: flat(inputs.length, inputs.length + outputs.length), shape: [count, outputs.length] },
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
