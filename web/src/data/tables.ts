import type { Task } from '../network/verdict.ts'

/** A shipped table, listed before it is fetched. */
export interface TableEntry {
  name: string
  label: string
  description: string
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
  table(
    'study-hours',
    'Study hours',
    'Did the student pass? Twenty students and the hours each spent studying.',
    20,
    1,
    [binary('passed')],
  ),
  table(
    'o-rings',
    'Space shuttle O-rings',
    'Did a seal show damage? The 23 launches before Challenger, by temperature.',
    23,
    1,
    [binary('distress')],
  ),
  table('iris', 'Iris', 'Three species of iris, told apart by the size of petals and sepals.', 150, 4, [
    classes('species', 3),
  ]),
  table(
    'penguins',
    'Penguins',
    'Penguins of the Palmer Archipelago: species, sex or body mass, from measurements.',
    344,
    4,
    [classes('species', 3), binary('sex'), regression('body mass')],
  ),
  table('wine', 'Wine', 'Three grape varieties from one region, told apart by chemical analysis.', 178, 13, [
    classes('cultivar', 3),
  ]),
  table(
    'breast-cancer',
    'Breast cancer',
    'Benign or malignant? Cell nuclei in images of 569 tissue samples.',
    569,
    30,
    [binary('diagnosis')],
  ),
  table('diabetes', 'Diabetes', 'How far the disease progressed within a year, from ten measurements.', 442, 10, [
    regression('progression'),
  ]),
  table('digits', 'Handwritten digits', 'The digits 0 to 9 as images of 8 × 8 pixels.', 1797, 64, [
    classes('digit', 10),
  ]),
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
function table(
  name: string,
  label: string,
  description: string,
  rows: number,
  features: number,
  targets: Target[],
): TableEntry {
  const { task, outputs } = targets[0]
  const count = { binary: 2, classes: outputs, regression: 0 }[task]
  return { name, label, description, task, rows, features, classes: count, targets }
}
