/**
 * Times a second that something is done, in seconds of processor time: rows are pinned to one processor, where that is
 * the time it would take with the processor to itself, however busy the machine is.
 *
 * @param {(times: number) => unknown} work does it so many times; may return a promise
 * @param {{ warmUp: number, measured: number }} seconds
 */
export async function rateWhenWarm(work, { warmUp, measured }) {
  const { times } = await rate(work, warmUp, 1)
  return (await rate(work, measured, times)).rate
}

/** Repeats the work for some seconds, in calls of about 5 ms, as the page trains. */
async function rate(work, seconds, times) {
  const begin = processorSeconds()
  for (let done = 0; ; ) {
    const before = processorSeconds()
    if (before - begin > seconds) return { rate: done / (before - begin), times }
    await work(times)
    done += times
    const took = processorSeconds() - before
    times = took < 0.003 ? 2 * times : took > 0.008 ? Math.max(1, times >> 1) : times
  }
}

function processorSeconds() {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}
