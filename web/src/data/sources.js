import { refuseValue } from '../network/refuse.js'
import { handEntry, handName } from './hand.js'
import { tables } from './tables.js'

/**
 * Where data comes from: a generator of the catalogue, a shipped table, or what the reader enters by hand. All are known by name.
 *
 * @import { Catalog, DataState, Task } from '../types.d.ts'
 */

/** The names of all data. @param {Catalog} catalog */
export const dataNames = (catalog) => [...catalog.datasets, ...entries].map(({ name }) => name)

/** What is listed beside the generators, before any of it is fetched. */
export const entries = [...tables, handEntry]

/** The shipped table of that name, or undefined. @param {string} name */
export const tableOf = (name) => tables.find((table) => table.name === name)

/**
 * What the network has to predict.
 * @param {Catalog} catalog
 * @param {Pick<DataState, 'name' | 'target' | 'table'>} data the table's own target when it is null
 * @returns {{ name: string, task: Task, outputs: number }}
 * @throws {RangeError} when there is no such data or target
 */
export function goalOf(catalog, { name, target, table: hand }) {
  const table = tableOf(name)
  const generator = catalog.datasets.find((dataset) => dataset.name === name)
  /** @type {{ name: string, task: Task, outputs: number }[]} */
  let goals = table?.targets ?? []
  if (generator) goals = [{ name: '', task: generator.task, outputs: generator.outputs }]
  if (name === handName) goals = [{ name: '', task: 'regression', outputs: hand?.outputs.length ?? 0 }]
  if (goals.length === 0) refuseValue('data.name', `must be one of ${dataNames(catalog).join(', ')}`, name)
  const goal = target === null ? goals[0] : goals.find((one) => table && one.name === target)
  if (goal) return goal
  refuseValue(
    'data.target',
    table ? `must be one of ${goals.map((one) => one.name).join(', ')}` : 'must be left out with this data',
    target,
  )
}
