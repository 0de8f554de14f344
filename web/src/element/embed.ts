import { isNearly } from '../network/nearly.ts'
import { isOurs } from '../state/link-pairs.ts'
import { text } from '../text/text.ts'
import { shownBy } from '../views/parts/attributes.ts'
import { tellHeight } from './frame-height.ts'
import { answerMessages } from './frame-messages.ts'
import type { GlassboxPlayground } from './glassbox-playground.ts'

/**
 * The page that others put into an iframe: its address says what is shown, it tells the page around how high it is, and
 * does what that asks.
 */

const playground = document.querySelector<GlassboxPlayground>('glassbox-playground')
const given = new URLSearchParams(location.search)
// Keys of the address beside those of a state; `src` is the author's alone.
for (const name of shownBy) {
  const value = given.get(name)
  if (value !== null) playground?.setAttribute(name, value.slice(0, 200))
}
for (const key of given.keys()) {
  const meant = isOurs(key) ? undefined : shownBy.find((name) => name !== key && isNearly(key.toLowerCase(), name))
  if (meant) console.warn(text('notice.nearKey', { key, meant }))
}
if (playground && window.parent !== window) {
  tellHeight(document.body)
  answerMessages(playground)
}

/** Changes after the # of the address, `#1.W1,1=0.5`, are made by what most frames never need: text/hash.ts. */
function heedHash() {
  if (/^#\d/.test(location.hash)) import('./companions.ts')
}
addEventListener('popstate', heedHash)
heedHash()
