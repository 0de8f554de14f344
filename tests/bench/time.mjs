import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { buildTable } from '../../web/data/build-tables.mjs'
import { RowStore } from '../../web/src/data/row-store.ts'
import { loadEngine } from '../../web/src/engine/engine.ts'
import { completeState } from '../../web/src/state/state.ts'
import { Recorder } from '../../web/src/worker/recorder.ts'
import { Workbench } from '../../web/src/worker/workbench.ts'
import { atMost } from './limits.mjs'

/** Runs of so many steps, and how many of their moments are gone to. */
const steps = 100_000
const moments = 40
/** Steps of one call, as the worker's while a network of this size trains at full speed. */
const call = 200

/** What is trained: the network that the page opens on, and one for digits. */
const runs = {
  'the default network': { v: 1, start: 'circle' },
  'digits 64-32-10': {
    v: 1,
    data: { name: 'digits' },
    network: {
      layers: [
        { units: 32, activation: 'tanh' },
        { units: 10, activation: 'softmax' },
      ],
    },
  },
}

/** How long it takes to go to any step of a long run, and what is kept for that: on the worker's own modules. */
export async function measureTime() {
  const engine = await loadEngine()
  for (const [name, given] of Object.entries(runs)) {
    const state = completeState(given, { catalog: engine.catalog, rows: new RowStore() })
    const recorder = new Recorder(new Workbench(engine, buildTable), async () => {})
    await recorder.begin({ state, start: null }, null)
    const heap = [heapNow()]
    for (let step = 0; step < steps; step += call) {
      recorder.train(call)
      if (step === steps / 2) heap.push(heapNow())
    }
    heap.push(heapNow())
    const { run } = recorder.log.present
    const times = []
    for (let i = 0; i < moments; i++) {
      const step = (i * 61_803) % steps
      const begin = performance.now()
      await recorder.goTo(undefined, step)
      times.push(performance.now() - begin)
    }
    console.log(`Time, ${name}, ${steps} steps, ${run.count} checkpoints`)
    console.log(atMost('  slowest of any moments', Math.max(...times), 1000, 'ms'))
    console.log(atMost('  checkpoints of the run', run.bytes / 1e6, 64, 'MB'))
    console.log(atMost('  heap in the second half', heap[2] - heap[1], 4, 'MB more'))
    recorder.bench.dispose()
  }
}

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc')

/** Megabytes of JavaScript and of arrays that are in use. */
function heapNow() {
  collect()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 1e6
}
