/** The engine of the site alone in a worker: no page listens to it. */

import { tableLoader } from '../../../web/src/data/load.ts'
import { prepare } from '../../../web/src/data/prepare.ts'
import { RowStore } from '../../../web/src/data/row-store.ts'
import { loadEngine } from '../../../web/src/engine/engine.ts'
import { toFlat } from '../../../web/src/network/rows.ts'
import { traced, undisturbed } from './trace.mjs'

/** Seconds. */
const time = { warmUp: 1, measured: 3 }

/**
 * Trains as a state says.
 * @param {Awaited<ReturnType<import('../../browser/page.mjs').openSite>>} site
 * @param {any} state a whole one, with its rows
 * @returns {Promise<number>} steps a second on an idle machine
 */
export async function measureAlone(site, { data, network, training }) {
  const store = new RowStore()
  const table = data.table && { ...data.table, rows: store.add(toFlat(data.table.rows, 'rows')) }
  const { info, train } = await prepare(
    await loadEngine(),
    { ...data, table },
    tableLoader((name) => new URL(`${site.address}/v1/data/${name}.json`)),
    store,
  )
  const settings = { inputs: info.featureNames.length, ...network, ...training }
  const rows = ({ data, shape }) => ({ data: Array.from(data), shape })
  const { page, close } = await site.visit('favicon.svg')
  const options = {
    engine: `${site.address}/v1/engine.js`,
    settings,
    X: rows(train.X),
    Y: rows(train.Y),
    task: info.task,
  }
  await page.evaluate(startWorker, { work: `(${work})()`, options, warmUp: time.warmUp })
  const { result, events } = await traced(page, ['toplevel'], () => page.evaluate(askWorker, time.measured))
  await close()
  return undisturbed(result, events)
}

/** In the page: a worker that has warmed up. */
function startWorker({ work, options, warmUp }) {
  const script = new Blob([work], { type: 'text/javascript' })
  globalThis.alone = new Worker(URL.createObjectURL(script), { type: 'module' })
  globalThis.alone.postMessage({ options, seconds: warmUp })
  return new Promise((resolve) => {
    globalThis.alone.onmessage = resolve
  })
}

/** In the page: steps a second. */
function askWorker(seconds) {
  globalThis.alone.postMessage({ seconds })
  return new Promise((resolve) => {
    globalThis.alone.onmessage = ({ data }) => resolve(data)
  })
}

/** In the worker: trains for some seconds at a time, in calls as long as those for the page. */
function work() {
  let trainer = null
  globalThis.onmessage = async ({ data: { options, seconds } }) => {
    if (options) {
      const { loadEngine } = await import(options.engine)
      trainer = (await loadEngine()).createTrainer(options.settings)
      const typed = ({ data, shape }) => ({ data: Float64Array.from(data), shape })
      trainer.setData(typed(options.X), typed(options.Y), { task: options.task })
    }
    let count = 1
    let steps = 0
    const begin = performance.now()
    for (let now = begin; now - begin < 1000 * seconds; ) {
      trainer.step(count)
      steps += count
      const after = performance.now()
      count = after - now < 1 ? 2 * count : after - now > 3 ? Math.max(1, count >> 1) : count
      now = after
    }
    postMessage((1000 * steps) / (performance.now() - begin))
  }
}
