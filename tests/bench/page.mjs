/**
 * How smooth the page stays while it trains at full speed, in a real browser:
 *
 *     node page.mjs      measures build/site (or $GLASSBOX_SITE) as `./dev bench page` does
 *
 * A task is one turn of the main thread, from the browser's own trace. Its length in processor time leaves out what a busy
 * machine adds; that is the number to compare. Target: no task over 50 ms, 60 frames a second.
 */
import { openSite } from '../browser/page.mjs'
import { short } from './table.mjs'

const seconds = 10
const scenes = ['spiral', 'digits']

export async function measurePage() {
  const site = await openSite()
  console.log(`\nThe page, training at full speed for ${seconds} s (main thread; processor time in brackets)\n`)
  console.log('            longest task   tasks > 50 ms   work a frame   frames/s   steps/s   samples/s')
  for (const scene of scenes) printScene(scene, await measureScene(site, scene))
  await site.close()
}

async function measureScene(site, scene) {
  const playground = await site.open(`?data=${scene}`)
  const { page } = playground
  await playground.run({ do: 'set', path: 'view.speed', value: 0 })
  await playground.run({ do: 'play' })
  await page.waitForTimeout(2000)   // compilers and the first picture are not what is measured
  const browser = page.context().browser()
  await browser.startTracing(page, { categories: ['-*', 'toplevel', '__metadata'] })
  const [before, frames, after] = [await progress(page), await page.evaluate(countFrames, seconds), await progress(page)]
  const trace = JSON.parse(await browser.stopTracing())
  const steps = (1000 * (after.step - before.step)) / (after.at - before.at)
  await playground.close()
  return { frames, steps, samples: steps * after.batchSize, tasks: mainThreadTasks(trace.traceEvents) }
}

/** The step the page shows, and when. @param {import('playwright-core').Page} page */
function progress(page) {
  return page.evaluate(() => {
    const playground = document.querySelector('glassbox-playground')
    const step = playground.shadowRoot.querySelector('[data-reading=stepCount] dd').textContent
    return { step: Number(step.replace(/\D/g, '')), at: performance.now(), batchSize: playground.getState().training.batchSize }
  })
}

/** In the page: frames a second. */
function countFrames(length) {
  return new Promise((resolve) => {
    let count = -1
    let begin = 0
    requestAnimationFrame(function frame(now) {
      begin ||= now
      count++
      if (now - begin < 1000 * length) requestAnimationFrame(frame)
      else resolve((1000 * count) / (now - begin))
    })
  })
}

/** The tasks of the page's main thread, in milliseconds: as they took, and of processor time. */
function mainThreadTasks(events) {
  const main = events.find(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
  return events
    .filter(({ name, ph, pid, tid }) => name.endsWith('::RunTask') && ph === 'X' && pid === main.pid && tid === main.tid)
    .map(({ dur, tdur }) => ({ wall: dur / 1000, processor: (tdur ?? 0) / 1000 }))   // a task cut off by the end has none
}

function printScene(scene, { frames, steps, samples, tasks }) {
  const both = (choose) => `${choose('wall')} (${choose('processor')})`
  const longest = both((time) => Math.max(...tasks.map((task) => task[time])).toFixed(1)) + ' ms'
  const long = both((time) => tasks.filter((task) => task[time] > 50).length)
  const work = both((time) => (tasks.reduce((sum, task) => sum + task[time], 0) / (frames * seconds)).toFixed(1)) + ' ms'
  const cells = [longest.padStart(16), long.padStart(13), work.padStart(17), frames.toFixed(1).padStart(10), short(steps).padStart(10), short(samples).padStart(10)]
  console.log(scene.padEnd(10) + cells.join(''))
}
