import type { Catalog } from '../engine/catalog.ts'
import { refuseValue } from '../network/refuse.ts'
import type { Task } from '../network/verdict.ts'
import type { State } from '../state/description.ts'
import { goalOfHand, handEntry, handName, inputsOf } from './hand.ts'
import type { RowStore } from './row-store.ts'
import { tables } from './tables.ts'

/**
 * Where data comes from: a generator of the catalogue, a shipped table, or what the reader enters by hand. All are
 * known by name.
 */

export type DataState = State['data']

/** A feature made of others: a product, such as a square, or a sine. */
export type Term = NonNullable<DataState['derived']>[number]

/** The names of all data. */
export const dataNames = (catalog: Catalog) => [...catalog.datasets, ...entries].map(({ name }) => name)

/** What is listed beside the generators, before any of it is fetched. */
export const entries = [...tables, handEntry]

/** The shipped table of that name, or undefined. */
export const tableOf = (name: string) => tables.find((table) => table.name === name)

/** About how large data is, before any of it is there. */
export function sizeOf({ name, samples, features, derived, table }: DataState, catalog: Catalog, store: RowStore) {
  const more = derived?.length ?? 0
  if (table) {
    const inputs = table.inputs.reduce((sum, column) => sum + inputsOf(table, column), more)
    return { inputs, rows: store.get(table.rows).shape[0] }
  }
  const generator = catalog.datasets.find((dataset) => dataset.name === name)
  if (generator) return { inputs: generator.inputs + more, rows: samples }
  const { rows = 0, features: usual = 0 } = tableOf(name) ?? {}
  return { inputs: (features?.length ?? usual) + more, rows }
}

/**
 * What the network has to predict.
 * @param data the table's own target when it is null
 * @throws {RangeError} when there is no such data or target
 */
export function goalOf(
  catalog: Catalog,
  { name, target, table: hand }: Pick<DataState, 'name' | 'target' | 'table'>,
): { name: string; task: Task; outputs: number } {
  const table = tableOf(name)
  const generator = catalog.datasets.find((dataset) => dataset.name === name)
  let goals: { name: string; task: Task; outputs: number }[] = table?.targets ?? []
  if (generator) goals = [{ name: '', task: generator.task, outputs: generator.outputs }]
  if (name === handName) goals = [goalOfHand(hand ?? { inputs: [], outputs: [] })]
  if (goals.length === 0) refuseValue('choice', 'data.name', name, { names: dataNames(catalog).join(', ') })
  const goal = target === null ? goals[0] : goals.find((one) => table && one.name === target)
  if (goal) return goal
  if (!table) refuseValue('noTarget', 'data.target', target)
  refuseValue('choice', 'data.target', target, { names: goals.map((one) => one.name).join(', ') })
}

/** What a term is called. @param factors in the order of the features */
export const termName = (term: Term, factors: string[]): string =>
  'sine' in term ? `sin(π${productName(factors)})` : productName(factors)

/** Each factor once, with how often it is taken. */
const productName = (factors: string[]) =>
  [...new Set(factors)]
    .map((name) => {
      const power = factors.filter((other) => other === name).length
      const base = /^[\p{L}\p{N}_]+$/u.test(name) ? name : `(${name})`
      return base + (power > 1 ? '⁰¹²³⁴⁵⁶⁷⁸⁹'[power] : '')
    })
    .join('·')
