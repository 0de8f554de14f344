/** An article with eight figures of one network: how smooth it stays while that trains, and the memory that they take. */
import { readFile } from 'node:fs/promises'
import { openHost, prose } from '../../browser/host.mjs'
import { openSite } from '../../browser/page.mjs'
import { atLeast, atMost } from '../limits.mjs'

const parts = ['graph', 'picture', 'chart', 'player', 'neuron', 'matrix', 'cost-table', 'error']
const network = '<glassbox-network id="net" state="data=spiral&layers=8.tanh-8.tanh-1.sigmoid"></glassbox-network>'
const seconds = 5
const megabyte = 1024

/** In a browser of its own: what pages before have left in memory would be given back meanwhile. */
export async function measureFigures() {
  const site = await openSite()
  const alone = await openHost(site, prose(400), { isReady: false })
  await alone.page.waitForTimeout(1000)
  const before = await memory()
  await alone.page.context().close()
  const figures = parts.map((part) => `${prose(4)}<glassbox-figure for="net" part="${part}"></glassbox-figure>`)
  const { page } = await openHost(site, network + figures.join(''), { isReady: false })
  for (const figure of await page.locator('glassbox-figure').all()) {
    await figure.evaluate((element) => element.scrollIntoView())
    await figure.locator('.session-element').first().waitFor()
  }
  await page.evaluate(async () => {
    scrollTo(0, 0)
    await document.querySelector('glassbox-network').play()
  })
  const frames = await page.evaluate(countFrames, seconds)
  const taken = (await memory()) - before
  console.log('\nEight figures of one network in an article, while it trains at full speed\n')
  console.log(atLeast('Frames a second, eight figures', frames, 59))
  console.log(atMost('Memory that eight figures take', taken / megabyte, 120, 'MB'))
  await site.close()
}

/** In the page. @param {number} seconds */
const countFrames = (seconds) =>
  new Promise((resolve) => {
    let [count, begin] = [0, 0]
    requestAnimationFrame(function frame(now) {
      begin ||= now
      if (now - begin >= 1000 * seconds) return resolve((1000 * count) / (now - begin))
      count++
      requestAnimationFrame(frame)
    })
  })

/** Of all of the browser's processes, in kilobytes: shared pages in parts. */
async function memory() {
  let sum = 0
  for (const id of await descendants(String(process.pid))) {
    const pages = await readFile(`/proc/${id}/smaps_rollup`, 'utf8').catch(() => '')
    sum += Number(/^Pss:\s+(\d+)/m.exec(pages)?.[1] ?? 0)
  }
  return sum
}

/** The processes that this one has started, those that they have started, and so on. @param {string} id */
async function descendants(id) {
  const children = await readFile(`/proc/${id}/task/${id}/children`, 'utf8').catch(() => '')
  const ids = children.split(' ').filter(Boolean)
  return [...ids, ...(await Promise.all(ids.map(descendants))).flat()]
}
