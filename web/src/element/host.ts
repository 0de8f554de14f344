interface Waiting {
  said: object
  resolve: (result: unknown) => void
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
export function connect(frame: HTMLIFrameElement) {
  const waiting: Map<number, Waiting> = new Map()
  const heard: Map<string, (detail: unknown) => void> = new Map()
  const target = /^https?:/.test(frame.src) && !frame.sandbox.length ? new URL(frame.src).origin : '*'
  let last = 0
  const send = (said: object) => frame.contentWindow?.postMessage(said, target)
  const call = (call: string, ...details: unknown[]) =>
    new Promise((resolve, reject) => {
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
    if (data.ok) resolve?.(data.result)
    else reject?.(new Error(data.error))
  })
  // What is said to a frame that is not loaded yet is lost: it is said again.
  frame.addEventListener('load', () => {
    for (const { said } of waiting.values()) send({ ...said, again: true })
    if (heard.size > 0) call('hello')
  })
  return {
    call,
    on(event: string, listener: (detail: unknown) => void) {
      heard.set(event, listener)
      return call('hello')
    },
  }
}
