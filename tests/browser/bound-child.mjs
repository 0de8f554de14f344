import { spawn } from 'node:child_process'

/** Starts a program that ends with this process, however that ends: a test that is cut short leaves no browser behind. */
export const spawnBound = (program, args, options) =>
  spawn('setpriv', ['--pdeathsig', 'TERM', program, ...args], options)
