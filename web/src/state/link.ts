import { dequal as isEqual } from 'dequal/lite'
import { type HandTable, handName } from '../data/hand.ts'
import type { Catalog } from '../engine/catalog.ts'
import { refuseValue } from '../network/refuse.ts'
import { fields } from './fields.ts'
import { pairsOf } from './link-pairs.ts'
import { putAt, valueAt } from './paths.ts'
import { firstData, presetState } from './presets.ts'
import { checkedAt, completeState, type State } from './state.ts'

/**
 * State as the query string of a link: readable key=value pairs, only those that differ from what the data's preset
 * gives. Weights, when they are in the state, are base64url of its precision.
 */

/** Longest link that is made, in characters: what servers, mail and messengers let through. */
export const longestLink = 7000

/** Longest link that is read. */
export const longestRead = 60_000

/** What a preset is chosen by: a link always says it. */
const naming = ['data.name', 'data.target']

/**
 * The query string, without '?', that decodeLink turns back into this state.
 * @throws {RangeError} when it is too long for a link
 */
export function encodeLink(state: State, catalog: Catalog): string {
  const { name, target, table } = state.data
  // each number takes two at least: hundreds of thousands are not written down in vain, which would hold up the page
  if (table)
    requireShort(2 * table.rows.length * (table.inputs.length + table.outputs.length), longestLink, 'at least ')
  const plain = presetState(catalog, name, target, table)
  const usual = presetState(catalog, name, target)
  const context = { layers: state.network.layers, isSingle: state.network.precision === 'float32' }
  const pairs = fields.flatMap(({ path, key, form }) => {
    const value = valueAt(state, path)
    const isPlain = !naming.includes(path) && isEqual(value, valueAt(path === 'data.table' ? usual : plain, path))
    if (value === undefined || value === null || isPlain) return []
    return [`${key}=${queryText(form.write(value, context))}`]
  })
  const link = pairs.join('&')
  requireShort(link.length, longestLink)
  return link
}

/**
 * @param length in characters
 * @param about how well that is known
 */
function requireShort(length: number, most: number, about = '') {
  if (length > most) refuseValue('mostCharacters', 'link', about + length, { maximum: most })
}

/**
 * What is safe in a query stays readable. A space is %20, not the + that some software takes for itself; a % of the text
 * is never followed by two hexadecimal digits, so that an address that was encoded twice can be told.
 */
const queryText = (text: string) =>
  encodeURIComponent(text)
    .replaceAll('%2C', ',')
    .replace(/%25([\da-f])/gi, (_, digit) => `%25%${digit.charCodeAt(0).toString(16)}`)

/**
 * The state that a link's query string carries.
 * @param query with or without '?' or '#' in front; keys that are not ours mean nothing
 * @returns null when the link says nothing of a state
 * @throws {TypeError | RangeError} when anything in it is wrong: then nothing of it counts
 */
export function decodeLink(query: string, catalog: Catalog): State | null {
  requireShort(query.length - 1, longestRead) // without the question mark
  const given = valuesByKey(query)
  if (given.size === 0) return null
  const partial = { v: 1 }
  const plain = presetState(catalog, given.get('data') ?? firstData, given.get('target') ?? null)
  const context = { layers: plain.network.layers, isSingle: false }
  for (const { path, key, form } of fields) {
    const text = given.get(key)
    if (text === undefined) continue
    const value = form.read(text, path, context)
    putAt(partial, path, value)
    if (path === 'data.table') context.layers = layersFor(value as HandTable, catalog)
    if (path === 'network.layers') context.layers = checkedAt(path, value, catalog) as State['network']['layers']
    if (path === 'network.precision') context.isSingle = value === 'float32'
  }
  putAt(partial, 'data.name', plain.data.name)
  return completeState(partial, catalog)
}

/** The layers that suit rows entered by hand. */
const layersFor = (table: HandTable, catalog: Catalog) => presetState(catalog, handName, null, table).network.layers

/** What a query says of our keys. */
function valuesByKey(query: string) {
  const values: Map<string, string> = new Map()
  for (const { key, value } of pairsOf(query)) {
    if (!fields.some((field) => field.key === key)) continue
    if (values.has(key)) refuseValue('onceInLink', key, value)
    values.set(key, value)
  }
  return values
}
