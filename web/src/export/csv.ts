import { classOf } from '../network/verdict.ts'
import { csvOf } from '../text/csv.ts'
import { texts } from '../text/text.ts'
import type { Exported } from './exported.ts'
import { sentences } from './sentences.ts'

const text = texts(sentences)

/** Files of numbers, with a line of names at the top. */

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
  return csvOf([lists.map(([name]) => name), ...step.map((_, i) => lists.map(([, values]) => values[i]))])
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
  return csvOf([
    head,
    ...rows(train, predictions?.train ?? [], text('training')),
    ...rows(test, predictions?.test ?? [], text('test')),
  ])
}

/** The name of the class that outputs stand for. */
const className = ({ task, classes }: Exported, outputs: number[]) => classes[classOf(task, outputs)]
