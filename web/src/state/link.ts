import { dequal as isEqual } from 'dequal/lite'
import { refuseValue } from '../network/refuse.ts'
import type { Border } from './border.ts'
import { fields, weightsKey } from './fields.ts'
import { written } from './link-forms.ts'
import { valueAt } from './paths.ts'
import { presetState } from './presets.ts'
import type { State } from './state.ts'

/**
 * State as what a link says after its question mark: readable key=value pairs, only those that differ from what the
 * data's preset gives. Weights, when they are in the state, stand after a #, base64url of its precision.
 */

/** Longest link that is made, in characters: what servers, mail and messengers let through. */
export const longestLink = 7000

/** What a preset is chosen by: a link always says it. */
const naming = ['data.name', 'data.target']

/**
 * The query, without '?', and the fragment, that decodeLink turns back into this state.
 * @throws {RangeError} when it is too long for a link
 */
export function encodeLink(state: State, { catalog, rows }: Border): string {
  const { name, target, table } = state.data
  // each number takes two at least: hundreds of thousands are not written down in vain, which would hold up the page
  if (table) requireShort(2 * rows.get(table.rows).data.length, longestLink, 'at least ')
  for (const { weights, bias } of state.parameters ?? [])
    requireShort(2 * bias.length * weights[0].length, longestLink, 'at least ')
  const plain = presetState(catalog, name, target, table)
  const usual = presetState(catalog, name, target)
  const context = { layers: state.network.layers, isSingle: state.network.precision === 'float32', store: rows }
  const pairs = fields.flatMap(({ path, key, form }) => {
    const value = valueAt(state, path)
    const isPlain = !naming.includes(path) && isEqual(value, valueAt(path === 'data.table' ? usual : plain, path))
    if (value === undefined || value === null || isPlain) return []
    return [`${key}=${queryText(written(form, value, context))}`]
  })
  const link = pairs.join('&').replace(`&${weightsKey}=`, `#${weightsKey}=`)
  requireShort(link.length, longestLink)
  return link
}

/**
 * Refuses what is too long for a link.
 * @param length in characters
 * @param about how well that is known
 */
export function requireShort(length: number, most: number, about = '') {
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
