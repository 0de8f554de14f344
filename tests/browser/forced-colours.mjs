import assert from 'node:assert/strict'
import { eventually } from './reading.mjs'

/** What a page shows in colours that are the reader's own, whatever it asks for. */

/** How an element looks. Sent to the page as text. */
export function look(element) {
  const { backgroundColor, borderBlockStartStyle, outlineColor, outlineStyle } = getComputedStyle(element)
  return { backgroundColor, borderBlockStartStyle, outline: outlineStyle === 'none' ? '' : outlineColor }
}

/**
 * That what is chosen, done or pressed is told from what is not, and bars are seen.
 * @param {{ openTab: (name: string) => unknown, press: (selector: string) => unknown, lookAt: (selector: string) => unknown }} page
 */
export async function areToldApart({ openTab, press, lookAt }) {
  const differ = (one, other) =>
    eventually(async () => assert.notDeepEqual(await lookAt(one), await lookAt(other), `${one} looks like ${other}`))
  await openTab('One step')
  await press('[data-stop="forward 0"]')
  await differ('.tabs [aria-selected=true]', '.tabs [aria-selected=false]')
  await differ('.stop[aria-current]', '.stop:not(.done, [aria-current])')
  await differ('.stop.done', '.stop:not(.done, [aria-current])')
  await differ('.segment.now .segment-number', '.segment.update .segment-number')
  await openTab('Neuron')
  await press('.pane .lock')
  await differ('.pane .lock[aria-pressed=true]', '.pane .lock[aria-pressed=false]')
  await openTab('Blame')
  await differ('.scope :checked + span', '.scope :not(:checked) + span')
  await differ('.share-bar > span', '.blame-columns td.is-delta')
}
