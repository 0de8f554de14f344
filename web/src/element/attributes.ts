import type { LitElement } from 'lit'
import { nearest } from '../network/nearly.ts'
import { mistake } from '../network/refuse.ts'
import { wordsOf } from '../network/words-of.ts'
import type { Content } from './content.ts'

/** What an author is told of the attributes of our elements, in the console. */

/** The words that an attribute can have, fetched where it has any. */
const knownOf = async (attribute: string): Promise<readonly string[]> =>
  choices[attribute] ?? (await import('./content.ts')).known[attribute as keyof Content | 'fixed']

const choices: Record<string, string[]> = { theme: ['auto', 'light', 'dark'], loading: ['eager', 'lazy'] }

const ofWords = ['theme', 'loading', 'fixed', 'parts', 'controls', 'hide']

/**
 * Tells the author of an element of names and words that mean nothing there: now, and of words whenever they change.
 * @param signal aborted when the element goes
 */
export function heedAttributes(element: LitElement, signal: AbortSignal) {
  if (signal.aborted) return
  const warn = (...what: Parameters<typeof mistake>) =>
    console.warn(`<${element.localName}> ${mistake(...what).message}`)
  const { observedAttributes: own } = element.constructor as typeof LitElement
  for (const key of element.getAttributeNames()) {
    const meant = own.includes(key) ? undefined : nearest(key, own)
    if (meant) warn(TypeError, 'nearlyKnown', 'attributes', [key, { meant }])
  }
  const told: Record<string, string> = {}
  const look = {
    hostUpdated: () =>
      ofWords.forEach(async (attribute) => {
        const given = (element as unknown as typeof told)[attribute]
        if (!given || given === told[attribute]) return
        told[attribute] = given
        const all = await knownOf(attribute)
        for (const word of wordsOf(given))
          if (!all.includes(word)) warn(RangeError, 'choice', attribute, [word, { names: all.join(', ') }])
      }),
  }
  element.addController(look)
  signal.addEventListener('abort', () => element.removeController(look))
  look.hostUpdated()
}
