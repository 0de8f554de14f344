const processorSeconds = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

/** By the processor time of this process alone. @type {import('./measure.mjs').Clock} */
export const processorClock = { now: processorSeconds, spent: processorSeconds }
