import type { EventDetails } from './events.ts'
import type { Call, Heard } from './frame-messages.ts'
import type { GlassboxPlayground } from './glassbox-playground.ts'

type Method<Name extends Call> = GlassboxPlayground[Name]

/** A framed playground, as the page around it has it. */
export interface Framed {
  /** Calls a method of the element in the frame, `call('step', 10)`; rejects with a sentence where that could not be. */
  call<Name extends Call>(call: Name, ...details: Parameters<Method<Name>>): Promise<Awaited<ReturnType<Method<Name>>>>
  /** Hears of an event of the element, one listener a kind. @returns when the frame has heard of it */
  on<Name extends Heard>(event: Name, listener: (detail: EventDetails[Name]) => void): Promise<unknown>
}

interface Waiting {
  said: object
  resolve: (result: never) => void
  reject: (cause: Error) => void
}

/**
 * For a page with our iframe in it: gives the frame the height of its content, and calls what the element can do.
 *
 *     import { connect } from './v1/host.js'
 *     const net = connect(document.querySelector('iframe'))
 *     await net.call('step', 10)
 *     net.on('step', ({ cost }) => ...)
 */
export function connect(frame: HTMLIFrameElement): Framed {
  const waiting: Map<number, Waiting> = new Map()
  const heard: Map<string, (detail: unknown) => void> = new Map()
  const target = /^https?:/.test(frame.src) && !frame.sandbox.length ? new URL(frame.src).origin : '*'
  let last = 0
  const send = (said: object) => frame.contentWindow?.postMessage(said, target)
  const call = (call: string, ...details: unknown[]) =>
    new Promise<never>((resolve, reject) => {
      const said = { glassbox: 1, id: ++last, call, with: details }
      waiting.set(last, { said, resolve, reject })
      send(said)
    })
  addEventListener('message', ({ source, data }) => {
    if (source !== frame.contentWindow || data?.glassbox !== 1) return
    if (data.height) frame.style.height = `${data.height}px`
    if (data.event) heard.get(data.event)?.(data.detail)
    const { resolve, reject } = waiting.get(data.id) ?? {}
    waiting.delete(data.id)
    if (data.ok) resolve?.(data.result as never)
    else reject?.(new Error(data.error))
  })
  // What is said to a frame that is not loaded yet is lost: it is said again.
  frame.addEventListener('load', () => {
    for (const { said } of waiting.values()) send({ ...said, again: true })
    if (heard.size > 0) call('hello')
  })
  return {
    call,
    on(event, listener) {
      heard.set(event, listener as (detail: unknown) => void)
      return call('hello')
    },
  }
}
