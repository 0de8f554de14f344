/**
 * `./dev bench page`: how smooth the built site stays while it trains at full speed, in a real browser.
 *
 * A task is one turn of the main thread, from the browser's own trace. Its length in processor time leaves out what a
 * busy machine adds: the number to compare. Target: no task over 50 ms, 60 frames a second.
 */
import { digitsLike, panels } from '../browser/large.mjs'
import { openSite } from '../browser/page.mjs'
import { short } from './table.mjs'

const seconds = 10
const scenes = ['spiral', 'digits']

export async function measurePage() {
  const site = await openSite()
  console.log(`\nThe page, training at full speed for ${seconds} s (main thread; processor time in brackets)\n`)
  const heads = ['longest task, ms', 'tasks over 50 ms', 'ms a frame', 'frames/s', 'steps/s', 'samples/s']
  console.log(' '.repeat(8) + heads.map((head) => head.padStart(17)).join(''))
  for (const scene of scenes) printScene(scene, await measureScene(site, scene))
  await measurePanels(site)
  await site.close()
}

async function measureScene(site, scene) {
  const playground = await site.open(`?data=${scene}`)
  const { page } = playground
  await playground.run({ do: 'set', path: 'view.speed', value: 0 })
  await playground.run({ do: 'play' })
  await page.waitForTimeout(2000) // compilers and the first picture are not what is measured
  const browser = page.context().browser()
  await browser.startTracing(page, { categories: ['-*', 'toplevel', '__metadata'] })
  const before = await progress(page)
  const frames = await page.evaluate(countFrames, seconds)
  const after = await progress(page)
  const trace = JSON.parse(await browser.stopTracing())
  const steps = (1000 * (after.step - before.step)) / (after.at - before.at)
  await playground.close()
  return { frames, steps, samples: steps * after.batchSize, tasks: mainThreadTasks(trace.traceEvents) }
}

/** How long it takes to open a panel, with 784-30-10. Target: below 100 ms. */
async function measurePanels(site) {
  console.log(
    '\nOpening a panel with 784-30-10, ms until its numbers are painted: the first time / the median of six more\n',
  )
  console.log(' '.repeat(22) + ['at rest', 'training'].map((head) => head.padStart(14)).join(''))
  const [rest, training] = [await measureOpening(site, false), await measureOpening(site, true)]
  panels.forEach((name, i) =>
    console.log(name.padEnd(22) + [rest, training].map((times) => times[i].padStart(14)).join('')),
  )
}

/** @param {boolean} isTraining at full speed @returns {Promise<string[]>} a panel each */
async function measureOpening(site, isTraining) {
  const playground = await site.open('?data=xor')
  const { page } = playground
  await playground.run({ do: 'load', state: digitsLike() })
  await (isTraining ? playground.run({ do: 'play' }) : playground.steps(20))
  await page.waitForTimeout(1000) // the data is not what is measured
  const times = []
  for (const name of panels) {
    const hasNumbers = !(isTraining && name === 'One step') // it says that the training has to pause
    const open = () => page.evaluate(openPanel, { name, hasNumbers })
    const first = await open()
    const more = []
    while (more.length < 6) more.push(await open())
    const [, , low, high] = more.sort((a, b) => a - b)
    times.push(`${first.toFixed(0)} / ${((low + high) / 2).toFixed(0)}`)
  }
  await playground.close()
  return times
}

/** In the page: opens a tab, from another one that is complete by then; milliseconds until a frame holds its numbers. */
async function openPanel({ name, hasNumbers }) {
  const root = document.querySelector('glassbox-playground').shadowRoot
  const tab = (wanted) =>
    [...root.querySelectorAll('[role=tab]')].find(({ textContent }) => textContent.trim() === wanted)
  const rest = (time) => new Promise((resolve) => setTimeout(resolve, time))
  tab(name === 'Inputs' ? 'Cost' : 'Inputs').click()
  await rest(800)
  const painted = () =>
    new Promise((resolve) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel() // its message is read after the frame's layout and paint
        port1.onmessage = resolve
        port2.postMessage(0)
      }),
    )
  const panel = root.querySelector('.tab-panel')
  const before = panel.firstElementChild
  const begin = performance.now()
  tab(name).click()
  do await painted()
  while (panel.firstElementChild === before || !(hasNumbers ? /\d\.\d/ : /\w/).test(panel.textContent))
  return performance.now() - begin
}

/** The step the page shows, and when. @param {import('playwright-core').Page} page */
function progress(page) {
  return page.evaluate(() => {
    const playground = document.querySelector('glassbox-playground')
    const shown = playground.shadowRoot.querySelector('[data-reading=stepCount] dd').textContent
    const { batchSize } = playground.getState().training
    return { step: Number(shown.replace(/\D/g, '')), at: performance.now(), batchSize }
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
    .filter(({ pid, tid }) => pid === main.pid && tid === main.tid)
    .filter(({ name, ph }) => name.endsWith('::RunTask') && ph === 'X')
    .map(({ dur, tdur = 0 }) => ({ wall: dur / 1000, processor: tdur / 1000 })) // cut off by the end: no tdur
}

function printScene(scene, { frames, steps, samples, tasks }) {
  const both = (measure) => ['wall', 'processor'].map((time) => measure(tasks.map((task) => task[time])))
  const longest = both((times) => Math.max(...times).toFixed(1))
  const long = both((times) => times.filter((time) => time > 50).length)
  const work = both((times) => (times.reduce((sum, time) => sum + time) / (frames * seconds)).toFixed(1))
  const cells = [
    ...[longest, long, work].map(([wall, processor]) => `${wall} (${processor})`),
    frames.toFixed(1),
    short(steps),
    short(samples),
  ]
  console.log(scene.padEnd(8) + cells.map((cell) => cell.padStart(17)).join(''))
}
