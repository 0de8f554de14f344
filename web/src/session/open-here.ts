import { fileFault } from '../text/file-fault.ts'
import { texts } from '../text/text.ts'
import type { Port } from './protocol.ts'
import { sentences } from './sentences.ts'
import type { Session } from './session.ts'
import { serveHere, workerAddress } from './start-worker.ts'

const text = texts(sentences)

/**
 * Opens a session on the page's own thread, and says so: its Content-Security-Policy, a sandbox or the origin of the
 * script leave it no worker.
 * @param failure what became of the worker
 * @returns rejects with a sentence that names the file and the cause
 */
export async function openHere(open: (worker: () => Port) => Promise<Session>, failure: Error): Promise<Session> {
  try {
    const session = await open(startHere)
    session.notice ??= { kind: 'info', message: text('here'), where: '' }
    session.announce(['notice'])
    return session
  } catch (error) {
    const { name, message } = error as Error
    if (/unsafe-eval/.test(message)) throw new Error(text('policy', { message }))
    if (name === 'FileFault' || !workerAddress) throw error
    throw await fileFault(workerAddress, failure.message, 'JavaScript')
  }
}

/** What a session takes for a worker: a port at whose other end the worker's code runs in this thread, slice by slice. */
function startHere(): Port {
  const { port1, port2 } = new MessageChannel()
  const tell = ({ name, message }: Error) => port2.postMessage({ type: 'crashed', failure: { name, message } })
  const service = serveHere(port2).catch(tell)
  port2.start()
  return Object.assign(port1, { terminate: async () => (await service)?.dispose() })
}
