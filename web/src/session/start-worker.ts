import { makeWorker } from '#worker'

export { serveHere, workerAddress } from '#worker'

/** What a worker says before anyone listens. */
const kinds = ['message', 'error', 'messageerror']

/** The worker that was started ahead of the element it is for. */
let early: ReturnType<typeof startWorker> | null = null

/** Starts the worker of the page's first element while the scripts of the element are still being read. */
export function startEarly() {
  try {
    early = startWorker()
  } catch {
    // connect() meets the same failure and tells of it
  }
}

/** Ends the worker that was started early, where no element has come for it. */
export function dropEarly() {
  early?.terminate()
  early = null
}

/** The worker that was started early, or a new one. It says nothing before its `start()`. */
export function takeWorker() {
  const worker = early ?? startWorker()
  early = null
  return worker
}

/** A worker that keeps what it has to say until it is told to start. */
function startWorker() {
  const worker = makeWorker()
  const held: Event[] = []
  const hold = (event: Event) => void held.push(event)
  for (const kind of kinds) worker.addEventListener(kind, hold)
  const start = () => {
    for (const kind of kinds) worker.removeEventListener(kind, hold)
    for (const event of held.splice(0)) worker.dispatchEvent(again(event))
  }
  return Object.assign(worker, { start })
}

/** An event that can be dispatched once more. */
function again(event: Event): Event {
  if (event instanceof MessageEvent) return new MessageEvent(event.type, { data: event.data })
  return Object.assign(new Event(event.type), { message: (event as ErrorEvent).message })
}
