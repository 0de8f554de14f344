import type { Clock } from './runner.ts'

/**
 * The time, and coming back to it: after the messages that wait, or later.
 *
 * `soon` is a message to oneself and then a timer. Timers alone are held back to 4 ms; messages alone are handled one
 * after the other while there are any, and other senders are not heard meanwhile.
 */
export function clock(): Clock {
  const waiting: (() => void)[] = []
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = () => setTimeout(() => waiting.shift()?.())
  return {
    now: () => performance.now(),
    soon: (next) => {
      waiting.push(next)
      port2.postMessage(null)
    },
    later: (next, milliseconds) => void setTimeout(next, milliseconds),
  }
}
