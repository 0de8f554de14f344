import { refuseValue } from '../refuse.js'
import { tables } from './tables.js'

/**
 * Where data comes from: a generator of the catalogue or a shipped table. Both are known by name.
 *
 * @import { Catalog, Task } from '../types.d.ts'
 */

/** The names of all data. @param {Catalog} catalog */
export const dataNames = (catalog) => [...catalog.datasets, ...tables].map(({ name }) => name)

/** The table of that name, or undefined when a generator makes the data. @param {string} name */
export const tableOf = (name) => tables.find((table) => table.name === name)

/**
 * What the network has to predict.
 * @param {Catalog} catalog
 * @param {string} name
 * @param {string | null} target the table's own when null
 * @returns {{ name: string, task: Task, outputs: number }}
 * @throws {RangeError} when there is no such data or target
 */
export function goalOf(catalog, name, target) {
  const table = tableOf(name)
  const generator = catalog.datasets.find((dataset) => dataset.name === name)
  const goals = table?.targets ?? (generator ? [{ name: '', task: generator.task, outputs: generator.outputs }] : [])
  if (goals.length === 0) refuseValue('data.name', `must be one of ${dataNames(catalog).join(', ')}`, name)
  const goal = target === null ? goals[0] : goals.find((one) => table && one.name === target)
  if (goal) return goal
  refuseValue(
    'data.target',
    table ? `must be one of ${goals.map((one) => one.name).join(', ')}` : 'must be left to the generator',
    target,
  )
}
