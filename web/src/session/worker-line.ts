import { exampleId, type RowsId } from '../data/row-store.ts'
import type { Catalog } from '../engine/catalog.ts'
import type { FlatRows } from '../network/rows.ts'
import { text } from '../text/text.ts'
import { Heartbeat, type Pulse, timer } from './heartbeat.ts'
import { errorOf, type FromWorker, type Port, type Request, type ToWorker, type Update } from './protocol.ts'

type Done = Extract<FromWorker, { type: 'done' }>

/** Milliseconds after a reader has acted in which no frame is asked for: what answers the reader is drawn first. */
const courtesy = 300

/** The line to one worker: requests with their replies, and what the worker says unasked. */
export class WorkerLine {
  port: Port
  pulse: Pulse
  /** Resolves when the engine is there. */
  ready: Promise<Catalog>
  #nextId = 1
  #open: Map<number, { resolve: (reply: Done) => void; reject: (error: Error) => void }> = new Map()
  #tellReady: (catalog: Catalog) => void = () => {}
  #tellFailed: (error: Error) => void = () => {}
  /** Rows that the worker has. */
  #given: Set<RowsId> = new Set([exampleId])
  isClosed = false
  #isReady = false
  /** From the moment that the engine is there. */
  #heartbeat: Heartbeat | null = null

  /** Whether the next frame may be asked for when one was seen; whether that is still to be done. */
  #mayAsk = true
  #isOwed = false
  /** The maps of the update that was heard last. */
  #spare: Float32Array | null = null
  #endCourtesy = () => {}

  /** Hears updates that belong to no reply. */
  onUpdate: (update: Update) => void = () => {}
  /** Hears that the worker failed, or has fallen silent; the line is closed then. */
  onCrash: (error: Error) => void = () => {}

  constructor(port: Port, pulse: Pulse = {}) {
    this.port = port
    this.pulse = pulse
    this.ready = new Promise((resolve, reject) => {
      this.#tellReady = resolve
      this.#tellFailed = reject
    })
    this.ready.catch(() => {})
    port.addEventListener('message', ({ data }) => this.#receive(data as FromWorker))
    port.addEventListener('error', (event) => this.#fail(new Error(event.message ?? 'the worker could not be started')))
    port.addEventListener('messageerror', () => this.#fail(new Error('a message could not be read')))
    port.start?.()
  }

  /**
   * @param rows entered by hand that the request names: told before it, unless they were told already
   * @returns rejects with the worker's refusal, or when it is lost
   */
  async ask(request: Request, rows: Iterable<[RowsId, FlatRows]> = []): Promise<Done> {
    // A worker hears nothing before its engine is there.
    if (!this.#isReady) await this.ready.catch(() => {})
    const id = this.#nextId++
    return new Promise((resolve, reject) => {
      if (this.isClosed) return reject(lost())
      this.#open.set(id, { resolve, reject })
      if (request.type === 'goOn') this.#given = new Set([exampleId]) // it keeps those of the new log alone
      for (const one of rows) this.#give(...one)
      this.#post({ id, ...request })
    })
  }

  close() {
    this.isClosed = true
    this.#heartbeat?.stop()
    this.#endCourtesy()
    this.port.terminate?.()
    this.port.close?.()
    this.#tellFailed(lost())
    for (const { reject } of this.#open.values()) reject(lost())
    this.#open.clear()
  }

  #receive(message: FromWorker) {
    if (this.isClosed) return
    this.#heartbeat?.hear()
    if (message.type === 'ready') this.#begin(message.catalog)
    else if (message.type === 'busy') this.#heartbeat?.allow(message.seconds)
    else if (message.type === 'crashed') this.#fail(errorOf(message.failure))
    else if (message.type === 'done' || message.type === 'refused') this.#settle(message)
    else if (message.type === 'update') {
      this.onUpdate(message.update)
      this.#spare = message.update.frame?.maps ?? this.#spare
      if (this.#mayAsk) this.#askForNext()
      else this.#isOwed = true
    }
  }

  /** Lets no frame come for a moment, since the reader has acted; what goes on, such as a key held, makes it no longer. */
  giveWay() {
    if (!this.#mayAsk || this.isClosed) return
    this.#mayAsk = false
    const { later = timer } = this.pulse
    this.#endCourtesy = later(() => {
      this.#mayAsk = true
      if (this.#isOwed && !this.isClosed) this.#askForNext()
      this.#isOwed = false
    }, courtesy)
  }

  /** Gives the maps back, so that they need not be made anew: nobody else holds them, since `Shown` keeps a copy. */
  #askForNext() {
    const spare = this.#spare
    this.#spare = null
    this.#post({ type: 'seen', spare }, spare ? [spare.buffer] : [])
  }

  #begin(catalog: Catalog) {
    this.#isReady = true
    this.#heartbeat = new Heartbeat(
      () => this.#post({ type: 'areYouThere' }),
      () => this.#fail(new Error(text('notice.silent'))),
      this.pulse,
    )
    this.#tellReady(catalog)
  }

  #give(id: RowsId, rows: FlatRows) {
    if (this.#given.has(id)) return
    this.#given.add(id)
    this.#post({ type: 'rows', id, rows })
  }

  #post(message: ToWorker, transfer: Transferable[] = []) {
    this.port.postMessage(message, transfer)
  }

  #settle(message: Extract<FromWorker, { id: number }>) {
    const request = this.#open.get(message.id)
    this.#open.delete(message.id)
    if (message.type === 'refused') request?.reject(errorOf(message.failure))
    else request?.resolve(message)
  }

  #fail(error: Error) {
    if (this.isClosed) return
    this.#tellFailed(error)
    this.close()
    this.onCrash(error)
  }
}

/** What a request that was under way hears when its worker is gone. */
const lost = () => Object.assign(new Error('the worker was lost'), { name: 'WorkerLost' })
