/** How smooth the page stays while the film of one step is dragged along its track, there and back. */
import { digitsLike } from '../../browser/large.mjs'
import { atLeast } from '../limits.mjs'
import { median } from '../median.mjs'
import { printTable } from '../table.mjs'
import { tasksOf, threads, traced } from './trace.mjs'

const fewestFrames = 59
/** Seconds of one way. */
const length = 4

/** States by the name they are printed under; of `isLimited` ones the frames are compared with the limit. */
const scenes = [
  { name: 'two layers on spiral', isLimited: true, state: { data: { name: 'spiral' } } },
  {
    name: '2-3-5 on iris',
    isLimited: true,
    state: {
      data: { name: 'iris' },
      network: { layers: [2, 3, 3].map((units) => ({ units, activation: 'sigmoid' })) },
    },
  },
  { name: 'digits', state: { data: { name: 'digits' } } },
  { name: '784-30-10', state: digitsLike() },
]

/** @param {Awaited<ReturnType<import('../../browser/page.mjs').openSite>>} site @param {number} rounds */
export async function measureScrubbing(site, rounds) {
  const runs = scenes.map(() => /** @type {Awaited<ReturnType<typeof measureScene>>[]} */ ([]))
  for (let round = 0; round < rounds; round++)
    for (const [i, { state }] of scenes.entries()) runs[i].push(await measureScene(site, state))
  const middle = (i, key) => median(runs[i].map((run) => run[key]))
  console.log(`\nThe film of one step, dragged from end to end and back in ${2 * length} s: medians of ${rounds}\n`)
  printTable(
    ['frames/s', 'longest frame, ms', 'frames over 20 ms', 'processor ms a frame'],
    scenes.map(({ name }, i) => [
      name,
      ...['frames', 'longest', 'late', 'processor'].map((key) => middle(i, key).toFixed(key === 'late' ? 0 : 1)),
    ]),
  )
  for (const [i, { name, isLimited }] of scenes.entries())
    if (isLimited) console.log(atLeast(`Frames a second while scrubbing, ${name}`, middle(i, 'frames'), fewestFrames))
}

async function measureScene(site, wanted) {
  const playground = await site.open('?data=xor&tab=step')
  const { page } = playground
  await playground.run({ do: 'load', state: wanted })
  await page.locator('.film-track').waitFor()
  await page.waitForTimeout(1000) // the data is not what is measured
  const { result, events } = await traced(page, ['toplevel'], () => page.evaluate(drag, length))
  await playground.close()
  const busy = tasksOf(events, threads.main).reduce((sum, { processor }) => sum + processor, 0)
  return { ...result, processor: busy / (2 * length * result.frames) }
}

/** In the page: drags the thumb along, a little with every frame. @param {number} length seconds of one way */
function drag(length) {
  const track = document.querySelector('glassbox-playground').shadowRoot.querySelector('.film-track')
  const { x, y, width, height } = track.getBoundingClientRect()
  const point = (type, share) =>
    track.dispatchEvent(
      new PointerEvent(type, { pointerId: 1, clientX: x + share * width, clientY: y + height / 2, bubbles: true }),
    )
  track.setPointerCapture = () => {} // no pointer is there
  point('pointerdown', 0)
  const times = []
  return new Promise((resolve) => {
    requestAnimationFrame(function frame(now) {
      times.push(now)
      const way = (now - times[0]) / (1000 * length)
      if (way >= 2) {
        point('pointerup', 0)
        const gaps = times.slice(1).map((time, i) => time - times[i])
        const longest = Math.max(...gaps)
        const late = gaps.filter((gap) => gap > 20).length
        return resolve({ frames: (1000 * gaps.length) / (now - times[0]), longest, late })
      }
      point('pointermove', way < 1 ? way : 2 - way)
      requestAnimationFrame(frame)
    })
  })
}
