import { text } from '../text/text.js'
import { Heartbeat } from './heartbeat.js'
import { errorOf } from './protocol.js'

/**
 * The line to one worker: requests with their replies, and what the worker says unasked.
 *
 * @import { Port, Request, Update, FromWorker } from './protocol.js'
 * @import { Catalog } from '../types.d.ts'
 */
export class WorkerLine {
  #nextId = 1
  /** @type {Map<number, { resolve: (reply: any) => void, reject: (error: Error) => void }>} */
  #open = new Map()
  /** @type {(catalog: Catalog) => void} */
  #tellReady = () => {}
  /** @type {(error: Error) => void} */
  #tellFailed = () => {}
  isClosed = false
  #isReady = false
  /** From the moment that the engine is there. @type {Heartbeat | null} */
  #heartbeat = null

  /** Hears updates that belong to no reply. @type {(update: Update) => void} */
  onUpdate = () => {}
  /** Hears that the worker failed, or has fallen silent; the line is closed then. @type {(error: Error) => void} */
  onCrash = () => {}

  /** @param {Port} port @param {import('./heartbeat.js').Pulse} [pulse] */
  constructor(port, pulse = {}) {
    this.port = port
    this.pulse = pulse
    /** Resolves when the engine is there. @type {Promise<Catalog>} */
    this.ready = new Promise((resolve, reject) => {
      this.#tellReady = resolve
      this.#tellFailed = reject
    })
    this.ready.catch(() => {})
    port.addEventListener('message', ({ data }) => this.#receive(data))
    port.addEventListener('error', (event) => this.#fail(new Error(event.message ?? 'the worker could not be started')))
    port.addEventListener('messageerror', () => this.#fail(new Error('a message could not be read')))
    port.start?.()
  }

  /**
   * @param {Request} request
   * @returns {Promise<{ update?: Update, answer?: unknown }>} rejects with the worker's refusal, or when it is lost
   */
  async ask(request) {
    // A worker hears nothing before its engine is there.
    if (!this.#isReady) await this.ready.catch(() => {})
    const id = this.#nextId++
    return new Promise((resolve, reject) => {
      if (this.isClosed) return reject(lost())
      this.#open.set(id, { resolve, reject })
      this.port.postMessage({ id, request })
    })
  }

  close() {
    this.isClosed = true
    this.#heartbeat?.stop()
    this.port.terminate?.()
    this.port.close?.()
    this.#tellFailed(lost())
    for (const { reject } of this.#open.values()) reject(lost())
    this.#open.clear()
  }

  /** @param {FromWorker} message */
  #receive(message) {
    if (this.isClosed) return
    this.#heartbeat?.hear()
    if ('ready' in message) this.#begin(message.ready.catalog)
    else if ('alive' in message) return
    else if ('busy' in message) this.#heartbeat?.allow(message.busy)
    else if ('crashed' in message) this.#fail(errorOf(message.crashed))
    else if ('id' in message) this.#settle(message)
    else {
      this.onUpdate(message.update)
      this.port.postMessage({ seen: true })
    }
  }

  /** @param {Catalog} catalog */
  #begin(catalog) {
    this.#isReady = true
    this.#heartbeat = new Heartbeat(
      () => this.port.postMessage({ areYouThere: true }),
      () => this.#fail(new Error(text('notice.silent'))),
      this.pulse,
    )
    this.#tellReady(catalog)
  }

  /** @param {Extract<FromWorker, { id: number }>} message */
  #settle(message) {
    const request = this.#open.get(message.id)
    this.#open.delete(message.id)
    if ('failure' in message) request?.reject(errorOf(message.failure))
    else request?.resolve(message)
  }

  /** @param {Error} error */
  #fail(error) {
    if (this.isClosed) return
    this.#tellFailed(error)
    this.close()
    this.onCrash(error)
  }
}

/** What a request that was under way hears when its worker is gone. */
const lost = () => Object.assign(new Error('the worker was lost'), { name: 'WorkerLost' })
