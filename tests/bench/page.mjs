/** `./dev bench page`: how smooth the built site stays while it trains at full speed, in a real browser, and how fast it trains. */
import { openSite } from '../browser/page.mjs'
import { measureFigures } from './page/figures.mjs'
import { measureFirstStep } from './page/first-step.mjs'
import { measureOwnTable } from './page/own-table.mjs'
import { measureOwnThread } from './page/own-thread.mjs'
import { measurePanels } from './page/panels.mjs'
import { measureReactions } from './page/reacting.mjs'
import { measureScenes } from './page/scenes.mjs'
import { measureScrubbing } from './page/scrub.mjs'

/** @param {number} rounds */
export async function measurePage(rounds) {
  const site = await openSite()
  await measureScenes(site, rounds)
  await measureFirstStep(site, rounds)
  await measurePanels(site)
  await measureReactions(site)
  await measureScrubbing(site, rounds)
  await measureFigures()
  await measureOwnTable(site)
  await measureOwnThread(site)
  await site.close()
}
