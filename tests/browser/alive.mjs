/**
 * Counts what lives on a page: listeners, observed elements, timers, pictures asked for, workers. To be run before the
 * scripts of the page; `window.alive()` then tells how many there are of each kind, as an object of words and numbers.
 *
 * A listener counts while it can be called: neither on an element that has left the document, nor on an aborted signal
 * or an ended worker. What stands within a shadow root comes and goes with it, and does not count;
 * with `alive(true)` what is observed there does.
 */
export function countWhatLives() {
  const listeners = new Set()
  const observed = new Map()
  const pending = new Map()
  const workers = new Set()

  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype
  const isCapture = (options) => (typeof options === 'object' ? Boolean(options?.capture) : Boolean(options))
  const find = (target, type, listener, capture) =>
    [...listeners].find(
      (one) => one.target === target && one.type === type && one.listener === listener && one.capture === capture,
    )
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const target = this ?? window
    const capture = isCapture(options)
    add.call(target, type, listener, options)
    if (!listener || options?.signal?.aborted || find(target, type, listener, capture)) return
    const one = { target, type, listener, capture }
    listeners.add(one)
    if (options?.signal) add.call(options.signal, 'abort', () => listeners.delete(one))
    if (options?.once) add.call(target, type, () => listeners.delete(one), { once: true, capture })
  }
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    const target = this ?? window
    remove.call(target, type, listener, options)
    listeners.delete(find(target, type, listener, isCapture(options)))
  }

  for (const name of ['ResizeObserver', 'IntersectionObserver', 'MutationObserver'])
    window[name] = class extends window[name] {
      observe(target, options) {
        super.observe(target, options)
        observed.set(this, (observed.get(this) ?? new Set()).add(target))
      }
      unobserve(target) {
        super.unobserve(target)
        observed.get(this)?.delete(target)
      }
      disconnect() {
        super.disconnect()
        observed.delete(this)
      }
    }

  for (const [start, stop] of [
    ['setTimeout', 'clearTimeout'],
    ['setInterval', 'clearInterval'],
    ['requestAnimationFrame', 'cancelAnimationFrame'],
    ['requestIdleCallback', 'cancelIdleCallback'],
  ]) {
    const [begin, end] = [window[start], window[stop]]
    window[start] = (call, ...rest) => {
      const key = {}
      const id = begin.call(
        window,
        (...given) => {
          if (start !== 'setInterval') pending.delete(key)
          return call(...given)
        },
        ...rest,
      )
      pending.set(key, { start, id })
      return id
    }
    window[stop] = (id) => {
      end.call(window, id)
      for (const [key, one] of pending) if (one.id === id && one.start === start) pending.delete(key)
    }
  }

  window.Worker = class extends Worker {
    constructor(...given) {
      super(...given)
      workers.add(this)
    }
    terminate() {
      super.terminate()
      workers.delete(this)
    }
  }

  const isWithin = (target) => target instanceof Node && target.isConnected && target.getRootNode() !== document
  const canHear = ({ target }) =>
    target instanceof Node
      ? target.isConnected && !isWithin(target)
      : target instanceof AbortSignal
        ? !target.aborted
        : !(target instanceof Worker) || workers.has(target)
  const nameOf = (target) => target.localName ?? target.constructor.name
  window.alive = (isDeep = false) => {
    const counts = {}
    const count = (what) => {
      counts[what] = (counts[what] ?? 0) + 1
    }
    for (const one of listeners) if (canHear(one)) count(`${one.type} on ${nameOf(one.target)}`)
    for (const targets of observed.values())
      for (const target of targets) if (isDeep || !isWithin(target)) count(`observed ${nameOf(target)}`)
    for (const { start } of pending.values()) count(start)
    for (const _ of workers) count('worker')
    return counts
  }
}
