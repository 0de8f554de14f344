/** What is measured runs on the last processor, where that can be done; the first has the most interrupts to serve. */
import { spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'

const last = String(availableParallelism() - 1)
const canPin = spawnSync('taskset', ['--version']).status === 0

/** @param {string[]} command @returns {string[]} the command that runs it there */
export const pinned = (command) => (canPin ? ['taskset', '-c', last, ...command] : command)

/** Moves a process there that runs already. @param {number} pid */
export function pin(pid) {
  if (canPin) spawnSync('taskset', ['-a', '-c', '-p', last, String(pid)])
}
