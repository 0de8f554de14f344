/**
 * Lets a job run again only when that keeps it within a share of the time: after a job that took 2 ms at a share of a
 * fifth, the next has to wait 8 ms.
 */
export class Pace {
  share: number
  now: () => number
  shortest: number
  #nextAt = -Infinity

  /**
   * @param share of all time, above 0 and below 1
   * @param now milliseconds
   * @param shortest milliseconds from the end of one run to the start of the next, at least
   */
  constructor(share: number, now: () => number, shortest = 0) {
    this.share = share
    this.now = now
    this.shortest = shortest
  }

  /**
   * @param isForced run it now, whatever it costs
   * @returns undefined when it was not yet due
   */
  run<Result>(job: () => Result, isForced: boolean): Result | undefined {
    const begin = this.now()
    if (!isForced && begin < this.#nextAt) return undefined
    const result = job()
    const end = this.now()
    this.#nextAt = end + Math.max(this.shortest, (end - begin) * (1 / this.share - 1))
    return result
  }
}
