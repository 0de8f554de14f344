/**
 * Interaction to next paint, as Event Timing has it: from a click on a tab, while the page trains at full speed, to the
 * first frame that answers it. At the speed of this machine, and with the page's main thread slowed as phones and school
 * laptops are.
 */
import { atMost } from '../limits.mjs'
import { median } from '../median.mjs'
import { printTable } from '../table.mjs'
import { play } from './playing.mjs'

const data = ['spiral', 'digits']
const times = 4
/** In milliseconds, by how many times the main thread is slowed. */
const speeds = [
  { slowed: 1, median: 50, most: 100 },
  { slowed: 4, median: 150, most: 250 },
]

/** @param {Awaited<ReturnType<import('../../browser/page.mjs').openSite>>} site */
export async function measureReactions(site) {
  console.log('\nInteraction to next paint, ms: each panel opened while it trains at full speed\n')
  for (const { slowed, ...limits } of speeds) {
    const found = []
    for (const name of data) found.push(...(await measureOpenings(site, name, slowed)))
    const names = [...new Set(found.map(({ name }) => name))]
    const of = (name) => found.filter((each) => each.name === name).map(({ duration }) => duration)
    printTable(
      ['median', 'longest'],
      names.map((name) => [name, ...[median(of(name)), Math.max(...of(name))].map((time) => time.toFixed(0))]),
    )
    const all = found.map(({ duration }) => duration).toSorted((a, b) => a - b)
    const about = `Interaction to next paint${slowed > 1 ? `, the main thread slowed ${slowed} times` : ''}`
    console.log(atMost(`${about}, median`, median(all), limits.median, 'ms'))
    console.log(atMost(`${about}, 90th percentile`, all[Math.floor(0.9 * all.length)], limits.most, 'ms'))
  }
}

/** @returns {Promise<{ name: string, duration: number }[]>} of each click */
async function measureOpenings(site, name, slowed) {
  const playground = await site.open('?data=xor')
  const { page } = playground
  await playground.run({ do: 'load', state: { data: { name } } })
  await play(playground)
  await page.waitForTimeout(1000)
  const client = await page.context().newCDPSession(page)
  await client.send('Emulation.setCPUThrottlingRate', { rate: slowed })
  await page.evaluate(() => {
    window.reactions = []
    new PerformanceObserver((list) => {
      for (const { name, duration, interactionId } of list.getEntries())
        if (name === 'click' && interactionId) window.reactions.push(duration)
    }).observe({ type: 'event', durationThreshold: 16 })
  })
  const tabs = await page.locator('[role=tab]').all()
  const found = []
  for (let round = 0; round < times; round++) {
    for (const tab of tabs) {
      const { x, y, width, height } = await tab.boundingBox()
      await page.mouse.click(x + width / 2, y + height / 2)
      await page.waitForTimeout(700)
      const [duration = 16] = await page.evaluate(() => window.reactions.splice(0)) // shorter ones are not told
      found.push({ name: await tab.textContent(), duration })
    }
  }
  await playground.close()
  return found
}
