/**
 * What the worker spends on frames for the page, from a profile of its calls.
 *
 * What it looks for are names of methods, which the build leaves as they are: `train` of the workbench; `afterSlice` of
 * the runner's work, in which a frame is made and sent; those of the trainer that compute what a frame shows.
 */
import { traced } from './trace.mjs'

const seconds = 2
const computing = ['evaluate', 'evaluateTest', 'traceMeans', 'predict', 'activations']
const copying = ['afterSlice', 'parametersFlat']

/**
 * Shares of the worker's time: taking steps, computing what is only shown, copying and sending.
 * @param {import('playwright-core').Page} page that trains
 * @returns {Promise<{ stepping: number, making: number, copying: number }>}
 */
export async function snapshotShares(page) {
  const times = { making: 0, copying: 0, stepping: 0, other: 0 }
  for (const { names, time } of await samplesOfWorker(page)) times[kindOf(names)] += time
  const all = Object.values(times).reduce((a, b) => a + b)
  return { stepping: times.stepping / all, making: times.making / all, copying: times.copying / all }
}

/** On a busy machine the profiler may come too late to a thread that never rests: then it is asked again. */
async function samplesOfWorker(page, attempts = 3) {
  const categories = ['disabled-by-default-v8.cpu_profiler']
  const { events } = await traced(page, categories, () => page.waitForTimeout(1000 * seconds))
  const worker = profilesOf(events).find((samples) => samples.some(({ names }) => names.has('train')))
  if (worker) return worker
  if (attempts > 1) return samplesOfWorker(page, attempts - 1)
  throw new Error('snapshots: must find train among the calls of the worker')
}

/** @param {Set<string>} names of the functions that are being called */
function kindOf(names) {
  const has = (name) => names.has(name)
  if (computing.some(has)) return 'making'
  if (copying.some(has)) return 'copying'
  return has('train') ? 'stepping' : 'other'
}

/** One list a thread: each sample with the functions on its stack. */
function profilesOf(events) {
  const profiles = new Map()
  for (const { name, pid, id, args } of events) {
    if (name !== 'ProfileChunk') continue
    const key = `${pid} ${id}`
    if (!profiles.has(key)) profiles.set(key, { stacks: new Map(), samples: [] })
    const { stacks, samples } = profiles.get(key)
    const { cpuProfile = {}, timeDeltas = [] } = args.data
    for (const { id, parent, callFrame } of cpuProfile.nodes ?? [])
      stacks.set(id, new Set([...(stacks.get(parent) ?? []), callFrame.functionName]))
    for (const [i, node] of (cpuProfile.samples ?? []).entries())
      samples.push({ names: stacks.get(node), time: Math.max(0, timeDeltas[i]) })
  }
  return [...profiles.values()].map(({ samples }) => samples)
}
