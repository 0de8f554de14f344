/**
 * For a page with our iframe in it: gives the frame the height of its content, and calls what the element can do.
 *
 *     import { connect } from './v1/host.js'
 *     const net = connect(document.querySelector('iframe'))
 *     await net.call('step', 10)
 *     net.on('step', ({ cost }) => ...)
 */
export function connect(frame: HTMLIFrameElement) {
  const waiting: Map<number, { resolve: (result: unknown) => void; reject: (cause: Error) => void }> = new Map()
  const heard: Map<string, (detail: unknown) => void> = new Map()
  const target = /^https?:/.test(frame.src) && !frame.sandbox.length ? new URL(frame.src).origin : '*'
  let last = 0
  const call = (call: string, ...details: unknown[]) =>
    new Promise((resolve, reject) => {
      waiting.set(++last, { resolve, reject })
      frame.contentWindow?.postMessage({ glassbox: 1, id: last, call, with: details }, target)
    })
  addEventListener('message', ({ source, data }) => {
    if (source !== frame.contentWindow || data?.glassbox !== 1) return
    if (data.height) frame.style.height = `${data.height}px`
    if (data.event) heard.get(data.event)?.(data.detail)
    const { resolve, reject } = waiting.get(data.id) ?? {}
    waiting.delete(data.id)
    if (data.ok) resolve?.(data.result)
    else reject?.(new Error(data.error))
  })
  // What is said to a frame that is not loaded yet is lost.
  frame.addEventListener('load', () => heard.size > 0 && call('hello'))
  return {
    call,
    on(event: string, listener: (detail: unknown) => void) {
      heard.set(event, listener)
      return call('hello')
    },
  }
}
