import { type GivenTable, handName } from '../data/hand.ts'
import { exampleId } from '../data/row-store.ts'
import type { Catalog } from '../engine/catalog.ts'
import { refuseValue } from '../network/refuse.ts'
import type { Border } from './border.ts'
import { fields } from './fields.ts'
import { requireShort } from './link.ts'
import { pairsOf } from './link-pairs.ts'
import { putAt } from './paths.ts'
import { firstState, presetState } from './presets.ts'
import { readers } from './read-forms.ts'
import { checkedAt, completeState, type State, stateWith } from './state.ts'

/** Links as they come in. Apart from those that go out: a visit without a link needs none of it. */

/** Longest link that is read. */
export const longestRead = 60_000

/**
 * The state that a link's query string carries. Every link of ours names its data; one that does not is of its starting
 * point, or else of what a page opens on.
 * @param query with or without '?' or '#' in front; keys that are not ours mean nothing
 * @returns null when the link says nothing of a state
 * @throws {TypeError | RangeError} when anything in it is wrong: then nothing of it counts
 */
export function decodeLink(query: string, border: Border): State | null {
  const { catalog } = border
  requireShort(query.length - 1, longestRead) // without the question mark
  const given = valuesByKey(query)
  if (given.size === 0) return null
  const partial = { v: 1 }
  const plain = plainOf(given, border)
  const context = { layers: plain.network.layers, isSingle: false, store: border.rows }
  for (const { path, key, form } of fields) {
    const text = given.get(key)
    if (text === undefined) continue
    const value = readers[form](text, path, context)
    putAt(partial, path, value)
    if (path === 'data.table') context.layers = layersFor(value as GivenTable, catalog)
    if (path === 'network.layers') context.layers = checkedAt(path, value, border) as State['network']['layers']
    if (path === 'network.precision') context.isSingle = value === 'float32'
  }
  return given.has('data') ? completeState(partial, border) : stateWith(plain, partial, border)
}

/** What a link leaves the rest to: the preset of its data, its starting point, or what a page opens on. */
function plainOf(given: ReadonlyMap<string, string>, border: Border): State {
  const [name, start] = [given.get('data'), given.get('start')]
  if (name !== undefined) return presetState(border.catalog, name, given.get('target') ?? null)
  return start === undefined ? firstState(border.catalog) : completeState({ start }, border)
}

/** The layers that suit rows entered by hand. */
const layersFor = (columns: GivenTable, catalog: Catalog) =>
  presetState(catalog, handName, null, { ...columns, about: Object.entries(columns.about ?? {}), rows: exampleId })
    .network.layers

/** What a query says of our keys. */
function valuesByKey(query: string) {
  const values: Map<string, string> = new Map()
  for (const { key, value } of pairsOf(query)) {
    if (!fields.some((field) => field.key === key)) continue
    if (values.has(key)) refuseValue('givenOnce', key, value)
    values.set(key, value)
  }
  return values
}
