/**
 * The cost so far, thinned as it grows: never more than `most` points, spread evenly over the steps, the newest always
 * among them. Steps between two points double each time the list is full.
 *
 * @typedef {import('../types.d.ts').History} HistoryLists
 * @typedef {{ step: number, cost: number, testCost: number, accuracy: number, testAccuracy: number }} Moment
 */

/** @type {(keyof Moment)[]} */
const names = ['step', 'cost', 'testCost', 'accuracy', 'testAccuracy']

/** @returns {HistoryLists} */
const empty = () => ({ step: [], cost: [], testCost: [], accuracy: [], testAccuracy: [] })

export class CostHistory {
  /** @param {number} [most] points kept, at least 4 */
  constructor(most = 2000) {
    this.most = most
    this.lists = empty()
    this.gap = 0
  }

  clear() {
    this.lists = empty()
    this.gap = 0
  }

  /**
   * Adds a moment. A step already passed takes its place: what came after it is forgotten.
   * @param {Moment} moment
   */
  add(moment) {
    const { step } = this.lists
    while (step.length && step[step.length - 1] >= moment.step) this.#pop()
    if (step.length > 1 && step[step.length - 1] - step[step.length - 2] < this.gap) this.#pop()
    for (const name of names) this.lists[name].push(moment[name])
    if (step.length >= this.most) this.#thin()
  }

  #pop() {
    for (const name of names) this.lists[name].pop()
  }

  /** Keeps every second point, and the newest. */
  #thin() {
    const last = this.lists.step.length - 1
    for (const name of names) this.lists[name] = this.lists[name].filter((_, i) => i % 2 === 0 || i === last)
    const { step } = this.lists
    this.gap = (2 * (step[step.length - 1] - step[0])) / this.most
  }
}
