import type { Serve } from './protocol.ts'

/** The worker where it is a file beside this one; src/single/worker-inside.ts has it within. */

/** Where its script lies, '' = nowhere. */
export const workerAddress = new URL('./worker.js', import.meta.url).href

/** A worker has to be of the page's own origin: where this module is not, one that imports it is made on the spot. */
export function makeWorker() {
  if (new URL(workerAddress).origin === self.origin)
    return new Worker(new URL('./worker.js', import.meta.url), { type: 'module', name: 'glassbox' }) // as bundlers know it
  const script = new Blob([`import ${JSON.stringify(workerAddress)}`], { type: 'text/javascript' })
  const own = URL.createObjectURL(script)
  const worker = new Worker(own, { type: 'module', name: 'glassbox' })
  worker.addEventListener('message', () => URL.revokeObjectURL(own), { once: true })
  return worker
}

/** Does on this thread what the worker would do. */
export const serveHere: Serve = async (port) => (await import(workerAddress)).serve(port)
