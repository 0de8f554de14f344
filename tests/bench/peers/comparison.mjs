import { precisions } from '../engine-rows.mjs'
import { leads, places } from './leads.mjs'

/**
 * The engine against the fastest of the others, host by host.
 *
 * @import { Results, Row } from '../rounds.mjs'
 * @import { Place } from './leads.mjs'
 * @typedef {{ host: string, engine: Row[], others: (Row & { library: string })[] }} Host engine: one row a precision; others: with the name and version of the library
 */
export class Comparison {
  #hosts
  #results

  /** @param {Host[]} hosts @param {Results} results */
  constructor(hosts, results) {
    this.#hosts = hosts
    this.#results = results
  }

  /** @param {string} host @param {string} workload @returns {{ name: string, rate: number }} */
  fastest(host, workload) {
    const rates = this.#host(host).others.flatMap((row) => {
      const result = this.#results.get(row)[workload]
      return result ? [{ name: row.library, rate: result.rate }] : []
    })
    return rates.reduce((best, other) => (other.rate > best.rate ? other : best))
  }

  /** How fast the engine is at a place, and how many times faster than the fastest there. @param {Place} place @param {string} workload */
  engine({ host, precision }, workload) {
    const { rate } = this.#results.get(this.#host(host).engine[precisions.indexOf(precision)])[workload]
    return { rate, ratio: rate / this.fastest(host, workload).rate }
  }

  /** Every ratio that has to be reached, with what it has to be. */
  checks() {
    return leads.flatMap(({ workload, least }) =>
      least.map((wanted, i) => {
        const { host, precision } = places[i]
        const title = `${workload}, ${precision} in ${host}, beside ${this.fastest(host, workload).name}`
        return { title, ratio: this.engine(places[i], workload).ratio, least: wanted }
      }),
    )
  }

  #host(name) {
    return this.#hosts.find(({ host }) => host === name)
  }
}
