/**
 * What a thread of the page does, from the browser's own trace.
 *
 * @typedef {{ name: string, ph: string, pid: number, tid: number, dur?: number, tdur?: number, args: any }} TraceEvent
 */

/** The names of threads in a trace. */
export const threads = { main: 'CrRendererMain', worker: 'DedicatedWorker thread' }

/**
 * Traces a page for as long as something takes.
 * @template Result
 * @param {import('playwright-core').Page} page @param {string[]} categories @param {() => Promise<Result>} action
 * @returns {Promise<{ result: Result, events: TraceEvent[] }>}
 */
export async function traced(page, categories, action) {
  const browser = page.context().browser()
  await browser.startTracing(page, { categories: ['-*', '__metadata', ...categories] })
  const result = await action()
  return { result, events: JSON.parse(await browser.stopTracing()).traceEvents }
}

/**
 * The tasks (turns) of a thread, in milliseconds: as they took, and of processor time, which leaves out what a busy
 * machine adds. Needs the category toplevel.
 * @param {TraceEvent[]} events @param {string} thread
 */
export function tasksOf(events, thread) {
  const { pid, tid } = threadOf(events, thread)
  return events
    .filter((event) => event.pid === pid && event.tid === tid)
    .filter(({ name, ph }) => name.endsWith('::RunTask') && ph === 'X')
    .map(({ dur, tdur = 0 }) => ({ wall: dur / 1000, processor: tdur / 1000 })) // cut off by the end: no tdur
}

function threadOf(events, thread) {
  const found = events.find(({ name, args }) => name === 'thread_name' && args.name === thread)
  if (!found) throw new Error(`trace: must have a thread called ${thread}`)
  return found
}

/**
 * The rate a worker would have had on an idle machine: without the time in which it had work and no processor.
 * @param {number} rate @param {TraceEvent[]} events
 */
export function undisturbed(rate, events) {
  const waited = tasksOf(events, threads.worker).reduce((sum, { wall, processor }) => sum + wall - processor, 0)
  const times = events.filter(({ ph, ts }) => ph === 'X' && ts).map(({ ts, dur }) => [ts, ts + dur])
  const span = (Math.max(...times.map(([, end]) => end)) - Math.min(...times.map(([begin]) => begin))) / 1000
  return (rate * span) / (span - waited)
}
