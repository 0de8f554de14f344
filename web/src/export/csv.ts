import { classOf } from '../network/verdict.ts'
import { texts } from '../text/text.ts'
import type { Cell, Exported } from './exported.ts'
import { sentences } from './sentences.ts'

const text = texts(sentences)

/** CSV as RFC 4180 has it, with a line of names at the top. No text is taken for a formula by a spreadsheet. */

/** What a spreadsheet would compute. */
const formula = /^[\s]*[=+\-@\t\r]/

/** A cell: texts that begin like a formula have an apostrophe before them, as spreadsheets write such texts themselves. */
export function cellOf(cell: Cell): string {
  if (cell === null || Number.isNaN(cell)) return ''
  if (typeof cell === 'number') return String(cell)
  const plain = formula.test(cell) ? `'${cell}` : cell
  return /[",\r\n]|^\s|\s$/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

const csv = (rows: Cell[][]) => rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')

/** What has been noted of the training, step by step. */
export function historyFile({ history, test, task }: Exported): string {
  const { step, cost, testCost, accuracy, testAccuracy } = history
  const lists = [
    ['step', step],
    ['cost', cost],
    ...(test.rows.length ? [['testCost', testCost]] : []),
    ...(task === 'regression' ? [] : [['accuracy', accuracy]]),
    ...(task !== 'regression' && test.rows.length ? [['testAccuracy', testAccuracy]] : []),
  ] as [string, number[]][]
  return csv([lists.map(([name]) => name), ...step.map((_, i) => lists.map(([, values]) => values[i]))])
}

const withUnit = ({ name, unit }: { name: string; unit: string }) => (unit ? `${name} (${unit})` : name)

/** Every row with what is predicted for it. */
export function predictionsFile(exported: Exported): string {
  const { columns, outputs, predictions, train, test, task } = exported
  const names = outputs.map(withUnit)
  const head = [
    text('set'),
    ...columns.map(withUnit),
    ...(task === 'regression' ? names.map((name) => `${name}: ${text('actual')}`) : [text('actual')]),
    ...(task === 'regression' ? [] : [text('predicted')]),
    ...names.map((name) => `${name}: ${text('predicted')}`),
  ]
  const rows = (set: typeof train, outputs: number[][], name: string) =>
    set.rows.map((row, r) => [
      name,
      ...row,
      ...(task === 'regression'
        ? set.targets[r]
        : [className(exported, set.targets[r]), className(exported, outputs[r])]),
      ...outputs[r],
    ])
  return csv([
    head,
    ...rows(train, predictions?.train ?? [], text('training')),
    ...rows(test, predictions?.test ?? [], text('test')),
  ])
}

/** The name of the class that outputs stand for. */
const className = ({ task, classes }: Exported, outputs: number[]) => classes[classOf(task, outputs)]
