import type { LitElement } from 'lit'
import { isNearly } from '../network/nearly.ts'
import { fixable, wordsOf } from '../state/fixed.ts'
import { listOf } from '../text/lists.ts'
import { text as pageText, texts } from '../text/text.ts'
import { panelNames } from '../views/parts/part-names.ts'
import { sentences } from './attribute-sentences.ts'
import { controls, parts } from './content.ts'

/** What an author is told of the attributes of our elements, in the console. */

const text = texts(sentences)

const shown = [...Object.keys(parts), ...Object.keys(panelNames)]
const used = Object.keys(controls)

/** Attributes that hold words, and which those can be. */
const known: Record<string, readonly string[]> = {
  theme: ['auto', 'light', 'dark'],
  loading: ['eager', 'lazy'],
  fixed: fixable,
  parts: shown,
  controls: used,
  hide: [...new Set([...shown, ...used])],
}

/**
 * Tells the author of an element of names and words that mean nothing there: now, and of words whenever they change.
 * @param signal aborted when the element goes
 */
export function heedAttributes(element: LitElement, signal: AbortSignal) {
  if (signal.aborted) return
  const warn = (message: string) => console.warn(`<${element.localName}> ${message}`)
  const { observedAttributes: own } = element.constructor as typeof LitElement
  for (const key of element.getAttributeNames()) {
    const meant = own.includes(key) ? undefined : own.find((name) => isNearly(key, name))
    if (meant) warn(pageText('notice.nearKey', { key, meant }))
  }
  const told: Record<string, string> = {}
  const hostUpdated = () => {
    for (const [attribute, names] of Object.entries(known)) {
      const given = (element as unknown as typeof told)[attribute] ?? ''
      if (given === told[attribute]) continue
      told[attribute] = given
      for (const name of wordsOf(given))
        if (!names.includes(name)) warn(text('unknown', { attribute, name, names: listOf([...names]) }))
    }
  }
  const look = { hostUpdated }
  element.addController(look)
  signal.addEventListener('abort', () => element.removeController(look))
  hostUpdated()
}
