import type { Task } from '../network/verdict.ts'

/** A shipped table, listed before it is fetched. */
export interface TableEntry {
  name: string
  task: Task
  rows: number
  features: number
  classes: number
  /** What it can be asked to predict, its own target first. */
  targets: { name: string; task: Task; outputs: number }[]
}

/**
 * The tables that are shipped, known before any is fetched. `targets` lists what each can be asked to predict, its own
 * first; build-tables makes the table itself from data/NAME.csv and data/NAME.card.json.
 */
export const tables: readonly TableEntry[] = Object.freeze([
  table('study-hours', 20, 1, [binary('passed')]),
  table('o-rings', 23, 1, [binary('distress')]),
  table('iris', 150, 4, [classes('species', 3)]),
  table('penguins', 344, 4, [classes('species', 3), binary('sex'), regression('body mass')]),
  table('wine', 178, 13, [classes('cultivar', 3)]),
  table('breast-cancer', 569, 30, [binary('diagnosis')]),
  table('diabetes', 442, 10, [regression('progression')]),
  table('digits', 1797, 64, [classes('digit', 10)]),
])

type Target = TableEntry['targets'][number]

function binary(name: string): Target {
  return { name, task: 'binary', outputs: 1 }
}
function classes(name: string, count: number): Target {
  return { name, task: 'classes', outputs: count }
}
function regression(name: string): Target {
  return { name, task: 'regression', outputs: 1 }
}

/** @param features those in use unless chosen otherwise */
function table(name: string, rows: number, features: number, targets: Target[]): TableEntry {
  const { task, outputs } = targets[0]
  const count = { binary: 2, classes: outputs, regression: 0 }[task]
  return { name, task, rows, features, classes: count, targets }
}
