/**
 * What the page trains at full speed while it is measured, and the same training in an engine alone in a worker of the
 * same browser, in turn.
 *
 * Times in brackets, and what the engine's rate is compared by, are without what a busy machine adds.
 */
import { digitsLike } from '../../browser/large.mjs'
import { atLeast, atMost } from '../limits.mjs'
import { median } from '../median.mjs'
import { percent, printTable, short } from '../table.mjs'
import { measureAlone } from './alone.mjs'
import { play, watch } from './playing.mjs'
import { snapshotShares } from './snapshots.mjs'
import { tasksOf, threads, traced, undisturbed } from './trace.mjs'

const seconds = 5
const fewestFrames = 59
const leastOfEngine = 0.9
const mostOfSnapshots = 0.05

/** States by the name they are printed under; of `isLimited` ones the rate is compared with the limit. */
const scenes = [
  { name: 'spiral', state: { data: { name: 'spiral' } } },
  { name: 'digits', state: { data: { name: 'digits' } } },
  {
    name: 'as W1',
    isLimited: true,
    state: {
      data: { name: 'xor', samples: 500 },
      network: { layers: [4, 2, 1].map((units) => ({ units, activation: 'tanh' })) },
      training: { cost: 'mse', optimizer: 'sgd', learningRate: 0.03, batchSize: 10 },
    },
  },
  { name: 'as W3', isLimited: true, state: digitsLike() },
]

/** @typedef {Awaited<ReturnType<typeof measureScene>>} Run */

/** @param {Awaited<ReturnType<import('../../browser/page.mjs').openSite>>} site @param {number} rounds */
export async function measureScenes(site, rounds) {
  const runs = scenes.map(() => /** @type {Run[]} */ ([]))
  for (let round = 0; round < rounds; round++)
    for (const [i, { state }] of scenes.entries()) runs[i].push(await measureScene(site, state))
  console.log(`\nThe page, training at full speed: medians of ${rounds} times ${seconds} s. Processor time in brackets`)
  printTable(
    ['longest task, ms', 'tasks over 50 ms', 'ms a frame', 'frames/s', 'steps/s', 'samples/s'],
    scenes.map(({ name }, i) => [name, ...smoothness(runs[i])]),
  )
  console.log('What the worker does: its rate beside the engine alone, and its time')
  printTable(
    ["of the engine's rate", 'steps', 'numbers made for frames', 'numbers copied'],
    scenes.map(({ name }, i) => [
      name,
      ...['kept', 'stepping', 'making', 'copying'].map((key) => percent(middle(runs[i], key))),
    ]),
  )
  for (const [i, { name, isLimited }] of scenes.entries()) {
    console.log(atLeast(`Frames a second, ${name}`, middle(runs[i], 'frames'), fewestFrames))
    console.log(atMost(`Share of the time for copying numbers, ${name}`, middle(runs[i], 'copying'), mostOfSnapshots))
    if (isLimited) console.log(atLeast(`Share of the engine's rate, ${name}`, middle(runs[i], 'kept'), leastOfEngine))
  }
}

async function measureScene(site, wanted) {
  const playground = await site.open('?data=xor')
  const { page } = playground
  await playground.run({ do: 'load', state: wanted })
  await play(playground)
  const { result, events } = await traced(page, ['toplevel'], () => watch(page, seconds))
  const shares = await snapshotShares(page)
  const state = await playground.state()
  await playground.close()
  const kept = undisturbed(result.steps, events) / (await measureAlone(site, state))
  return { ...result, ...shares, kept, tasks: tasksOf(events, threads.main) }
}

/** The median of a figure. @param {Run[]} runs @param {keyof Run} key */
const middle = (runs, key) => median(runs.map((run) => /** @type {number} */ (run[key])))

/** @param {Run[]} runs @returns {string[]} */
function smoothness(runs) {
  const both = (figure) =>
    ['wall', 'processor'].map((time) =>
      median(
        runs.map(({ tasks, frames }) =>
          figure(
            tasks.map((task) => task[time]),
            frames,
          ),
        ),
      ),
    )
  const cells = [
    both((times) => Math.max(...times)).map((value) => value.toFixed(1)),
    both((times) => times.filter((time) => time > 50).length),
    both((times, frames) => times.reduce((sum, time) => sum + time) / (frames * seconds)).map((value) =>
      value.toFixed(1),
    ),
  ]
  return [
    ...cells.map(([wall, processor]) => `${wall} (${processor})`),
    middle(runs, 'frames').toFixed(1),
    ...['steps', 'samples'].map((key) => short(middle(runs, key))),
  ]
}
