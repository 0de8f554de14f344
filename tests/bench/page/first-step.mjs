/** How soon after the address is opened the first step has been taken, in a browser profile that holds nothing yet. */
import { atMost } from '../limits.mjs'
import { median } from '../median.mjs'

const most = 300

/** @param {Awaited<ReturnType<import('../../browser/page.mjs').openSite>>} site @param {number} rounds */
export async function measureFirstStep(site, rounds) {
  const times = []
  while (times.length < 2 * rounds + 1) times.push(await timeToFirstStep(site))
  const text = atMost('From opening the page to its first step, on an idle machine', median(times), most, 'ms')
  console.log(`\n${text}, from ${Math.min(...times).toFixed(0)} to ${Math.max(...times).toFixed(0)}\n`)
}

async function timeToFirstStep(site) {
  const { page, close } = await site.visit('', {}, (page) => page.addInitScript(stepAsSoonAsPossible))
  const time = await page.waitForFunction(() => globalThis.firstStepAt)
  const milliseconds = await time.jsonValue()
  await close()
  return milliseconds
}

/** In the page, before anything else. */
async function stepAsSoonAsPossible() {
  await customElements.whenDefined('glassbox-playground')
  await document.querySelector('glassbox-playground').step()
  globalThis.firstStepAt = performance.now()
}
