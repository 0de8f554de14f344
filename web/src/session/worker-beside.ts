import type { Serve } from './protocol.ts'

/** The worker where it is a file beside this one; src/single/worker-inside.ts has it within. */

/** Where its script lies, '' = nowhere. */
export const workerAddress = new URL('./worker.js', import.meta.url).href

/** A worker has to be of the page's own origin: where this module is not, one that imports it is made on the spot. */
export function makeWorker() {
  const options = { type: 'module', name: 'glassbox' } as const
  if (new URL(workerAddress).origin === self.origin) return new Worker(workerAddress, options)
  const script = new Blob([`import ${JSON.stringify(workerAddress)}`], { type: 'text/javascript' })
  const own = URL.createObjectURL(script)
  const worker = new Worker(own, options)
  worker.addEventListener('message', () => URL.revokeObjectURL(own), { once: true })
  return worker
}

/** Does on this thread what the worker would do. */
export const serveHere: Serve = async (port) => (await import(workerAddress)).serve(port)
