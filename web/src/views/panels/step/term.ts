import type { Word } from '../../parts/cost-term/cost-term.ts'

/** A row's own cost written out with its numbers: '(0.73 − 1)²'. */

type Write = (value: number) => string

/** As the network sees it */
interface Row {
  outputs: number[]
  targets: number[]
  write: Write
}

/** So many outputs are written out. */
const mostOutputs = 3

const terms: Partial<Record<Word, (row: Row) => string>> = {
  mse: (row) => square(row, 0),
  mseMany: (row) => `(${sum(row, square)}) / ${row.outputs.length}`,
  quadratic: (row) => `½ ${square(row, 0)}`,
  quadraticMany: (row) => `½ (${sum(row, square)})`,
  huber: (row) => huber(row, 0),
  huberMany: (row) => `(${sum(row, huber)}) / ${row.outputs.length}`,
  binaryCrossEntropy: (row) => surprise(row, 0),
  binaryCrossEntropyMany: (row) => `(${sum(row, surprise)}) / ${row.outputs.length}`,
  binaryCrossEntropyNumber: ({ outputs: [a], targets: [y], write }) =>
    `−(${write(y)} ln ${write(a)} + (1 − ${write(y)}) ln(1 − ${write(a)}))`,
  softmaxCrossEntropy: ({ outputs, targets, write }) => `−ln(${write(outputs[largest(targets)])})`,
  softmaxCrossEntropyMany: (row) => `−ln(${power(row, largest(row.targets))} / (${sum(row, power)}))`,
}

/**
 * @param name of the cost, see termName()
 * @returns '' = words must do
 */
export const termInNumbers = (name: Word, row: Row): string => terms[name]?.(row) ?? ''

const difference = ({ outputs, targets, write }: Row, k: number) =>
  `${write(outputs[k])} − ${target(targets[k], write)}`

const square = (row: Row, k: number) => `(${difference(row, k)})²`

const huber = (row: Row, k: number) => `Huber(${difference(row, k)})`

const power = ({ outputs, write }: Row, k: number) => `e^${write(outputs[k])}`

/** How surprising it is that the answer is yes, or no. */
const surprise = ({ outputs, targets, write }: Row, k: number) =>
  targets[k] > 0.5 ? `−ln(${write(outputs[k])})` : `−ln(1 − ${write(outputs[k])})`

function sum(row: Row, term: (row: Row, k: number) => string) {
  const { length } = row.outputs
  const written = Array.from({ length: Math.min(length, mostOutputs) }, (_, k) => term(row, k))
  return [...written, ...(length > mostOutputs ? ['…'] : [])].join(' + ')
}

/** A class is 0 or 1, not measured. */
export const target = (value: number, write: Write) => (value === 0 || value === 1 ? String(value) : write(value))

const largest = (values: number[]) => values.reduce((best, value, k) => (value > values[best] ? k : best), 0)
