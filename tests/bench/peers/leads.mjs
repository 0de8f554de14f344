/**
 * How many times faster than the fastest library on npm the engine has to be, in the same run and the same host.
 *
 * @typedef {{ host: string, precision: string }} Place
 * @typedef {{ workload: string, least: number[] }} Lead least: one a place; none where it is left out
 */

/** @type {Place[]} */
export const places = [
  { host: 'Node', precision: 'float32' },
  { host: 'Chromium', precision: 'float32' },
  { host: 'Node', precision: 'float64' },
]

/** @type {Lead[]} */
export const leads = [
  { workload: 'W1', least: [7, 4.5, 4] },
  { workload: 'W2b1', least: [8, 4.5, 4] },
  { workload: 'W2b30', least: [13, 8, 7] },
  { workload: 'W3', least: [25, 12, 8] },
  { workload: 'W3 dense', least: [8, 3.5] },
  { workload: 'W4', least: [3, 2, 1.2] },
  { workload: 'W4 dense', least: [1.5, 1.2] },
  { workload: 'W5a', least: [5, 4, 2.5] },
  { workload: 'W5b', least: [3, 2.2, 1.5] },
]
