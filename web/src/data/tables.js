/**
 * The tables that are shipped, known before any is fetched. `targets` lists what each can be asked to predict, its own
 * first; build-tables makes the table itself from data/NAME.csv and data/NAME.card.json.
 *
 * @import { TableEntry } from '../types.d.ts'
 * @type {readonly TableEntry[]}
 */
export const tables = Object.freeze([
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

/** @typedef {TableEntry['targets'][number]} Target */
/** @param {string} name @returns {Target} */
function binary(name) {
  return { name, task: 'binary', outputs: 1 }
}
/** @param {string} name @param {number} count @returns {Target} */
function classes(name, count) {
  return { name, task: 'classes', outputs: count }
}
/** @param {string} name @returns {Target} */
function regression(name) {
  return { name, task: 'regression', outputs: 1 }
}

/**
 * @param {string} name
 * @param {string} label
 * @param {string} description
 * @param {number} rows
 * @param {number} features those in use unless chosen otherwise
 * @param {Target[]} targets
 * @returns {TableEntry}
 */
function table(name, label, description, rows, features, targets) {
  const { task, outputs } = targets[0]
  const count = { binary: 2, classes: outputs, regression: 0 }[task]
  return { name, label, description, task, rows, features, classes: count, targets }
}
