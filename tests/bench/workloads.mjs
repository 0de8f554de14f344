import { readFileSync } from 'node:fs'

/** @type {any[]} the workloads, in the order of the columns */
export const workloads = JSON.parse(readFileSync(new URL('workloads.json', import.meta.url), 'utf8'))

/** What a workload is, as its column's explanation. */
export function describe({ name, net, hidden, output, cost, optimizer, batchSize, samples, grid, isDense }) {
  const shape = `${net.join('-')} ${hidden === output ? hidden : `${hidden} + ${output}`}`
  if (grid) return `${name}  ${shape}: predictions for ${grid} x ${grid} points, grids a second`
  const kind = isDense ? ', no input is 0' : ''
  return `${name}  ${shape}, ${cost}, ${optimizer}, batch ${batchSize} of ${samples}${kind}: samples a second`
}

/** The workload of that name. @param {string} name */
export const workloadNamed = (name) => workloads.find((workload) => workload.name === name)

/** A workload (or row) as command-line arguments, and back. */
export function writeKeys(workload) {
  return Object.entries(workload).map(([key, value]) => `${key}=${value}`)
}
export function readKeys(keys) {
  return Object.fromEntries(
    keys.map((key) => {
      const [name, value] = key.split('=')
      if (name === 'net') return [name, value.split(',').map(Number)]
      return [name, Number.isNaN(Number(value)) ? value : Number(value)]
    }),
  )
}
