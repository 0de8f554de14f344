import type { ReadQuestion } from '../../data/reading/reader.ts'
import type { ReadOptions, ReadResult, Source } from '../../data/reading/reading.ts'
import { nextTask } from '../parts/next-task.ts'

/** Where the script of the worker lies: it is fetched with the first table. */
const address = new URL('./reader.js', import.meta.url).href

/** Longer than any table of the size that is allowed takes. */
const patience = 30_000

/**
 * Reads a table in a worker of its own, so that the page goes on; on this thread where there can be none.
 * @param signal gives it up
 * @returns rejects when it is given up
 */
export async function readInWorker(source: Source, options: ReadOptions, signal: AbortSignal): Promise<ReadResult> {
  const worker = makeWorker()
  if (!worker) return readHere(source, options, signal)
  const leave = new AbortController()
  const { promise, resolve, reject } = Promise.withResolvers<ReadResult>()
  const late = setTimeout(() => resolve({ refused: { code: 'slow', values: {} } }), patience)
  const on = { signal: leave.signal }
  worker.addEventListener('message', ({ data }) => resolve(data), on)
  worker.addEventListener('error', () => void readHere(source, options, signal).then(resolve, reject), on)
  signal.addEventListener('abort', () => reject(signal.reason), on)
  worker.postMessage({ source, options } satisfies ReadQuestion)
  return promise.finally(() => {
    clearTimeout(late)
    leave.abort()
    worker.terminate()
  })
}

/** Null where the page may have none. A worker has to be of the page's own origin, as in session/worker-beside.ts. */
function makeWorker(): Worker | null {
  try {
    if (new URL(address).origin === self.origin)
      return new Worker(new URL('./reader.js', import.meta.url), { type: 'module' }) // as bundlers know it
    const own = URL.createObjectURL(new Blob([`import "${address}"`], { type: 'text/javascript' }))
    const worker = new Worker(own, { type: 'module' })
    worker.addEventListener('message', () => URL.revokeObjectURL(own), { once: true })
    return worker
  } catch {
    return null
  }
}

/** How long the page reads before it heeds whoever acts, in milliseconds. */
const slice = 12

async function readHere(source: Source, options: ReadOptions, signal: AbortSignal): Promise<ReadResult> {
  const { readInSlices } = (await import(address)) as typeof import('../../data/reading/reader.ts')
  const slices = readInSlices(source, options)
  let begin = performance.now()
  for (;;) {
    const { done, value } = slices.next()
    if (done) return value
    if (performance.now() - begin < slice) continue
    await nextTask()
    signal.throwIfAborted()
    begin = performance.now()
  }
}
