/**
 * A row's own cost written out with its numbers: '(0.73 − 1)²'.
 *
 * @import { Word } from '../../parts/cost-term/cost-term.js'
 * @typedef {(value: number) => string} Write
 * @typedef {{ outputs: number[], targets: number[], write: Write }} Row as the network sees it
 */

/** So many outputs are written out. */
const mostOutputs = 3

/** @type {Partial<Record<Word, (row: Row) => string>>} */
const terms = {
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

/** @param {Word} name of the cost, see termName() @param {Row} row @returns {string} '' = words must do */
export const termInNumbers = (name, row) => terms[name]?.(row) ?? ''

/** @param {Row} row @param {number} k */
const difference = ({ outputs, targets, write }, k) => `${write(outputs[k])} − ${target(targets[k], write)}`

/** @param {Row} row @param {number} k */
const square = (row, k) => `(${difference(row, k)})²`

/** @param {Row} row @param {number} k */
const huber = (row, k) => `Huber(${difference(row, k)})`

/** @param {Row} row @param {number} k */
const power = ({ outputs, write }, k) => `e^${write(outputs[k])}`

/** How surprising it is that the answer is yes, or no. @param {Row} row @param {number} k */
const surprise = ({ outputs, targets, write }, k) =>
  targets[k] > 0.5 ? `−ln(${write(outputs[k])})` : `−ln(1 − ${write(outputs[k])})`

/** @param {Row} row @param {(row: Row, k: number) => string} term */
function sum(row, term) {
  const { length } = row.outputs
  const written = Array.from({ length: Math.min(length, mostOutputs) }, (_, k) => term(row, k))
  return [...written, ...(length > mostOutputs ? ['…'] : [])].join(' + ')
}

/** A class is 0 or 1, not measured. @param {number} value @param {Write} write */
export const target = (value, write) => (value === 0 || value === 1 ? String(value) : write(value))

/** @param {number[]} values */
const largest = (values) => values.reduce((best, value, k) => (value > values[best] ? k : best), 0)
