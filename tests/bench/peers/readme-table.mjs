/** The table of README that says how fast the engine is: written by `./dev bench peers --write`. */
import { cpus } from 'node:os'
import { replacePart } from '../readme-part.mjs'
import { short, spreadText } from '../table.mjs'
import { describe, workloads } from '../workloads.mjs'
import { places } from './leads.mjs'

const hosts = ['Node', 'Chromium']

/**
 * @param {import('./comparison.mjs').Comparison} comparison
 * @param {import('../rounds.mjs').Results} results
 * @param {number} rounds
 * @param {string} chromium its version
 */
export function writeTable(comparison, results, rounds, chromium) {
  const heads = ['', ...hosts.map((host) => `fastest on npm, ${host}`), ...places.map(placeText)]
  const lines = workloads.map(({ name }) => [
    name,
    ...hosts.map((host) => peerText(comparison.fastest(host, name))),
    ...places.map((place) => engineText(comparison.engine(place, name))),
  ])
  const table = [heads, heads.map((_, i) => (i ? '--:' : '---')), ...lines].map((cells) => `| ${cells.join(' | ')} |`)
  const day = new Date().toISOString().slice(0, 10)
  const machine = `${cpus()[0].model.trim()}, Node ${process.versions.node}, Chromium ${chromium}, ${day}.`
  const notes = workloads.map((workload) => `- ${describe(workload)}`)
  replacePart('peers', [...table, '', `${machine} ${spreadText(results, rounds)}`, '', ...notes].join('\n'))
}

const placeText = ({ host, precision }) => `Glassbox ${precision}, ${host}`
const peerText = ({ name, rate }) => `${name} ${short(rate)}`
const engineText = ({ rate, ratio }) => `${short(rate)}, ${ratio.toPrecision(2)} ×`
