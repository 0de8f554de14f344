/**
 * The cost so far, thinned as it grows: never more than `most` points, spread evenly over the steps, the newest always
 * among them. Steps between two points double each time the list is full.
 */

/** The cost so far, thinned to at most a few thousand points; one index = one moment. */
export interface CostCurves {
  step: number[]
  cost: number[]
  testCost: number[]
  accuracy: number[]
  testAccuracy: number[]
}

interface Moment {
  step: number
  cost: number
  testCost: number
  accuracy: number
  testAccuracy: number
}

const names: (keyof Moment)[] = ['step', 'cost', 'testCost', 'accuracy', 'testAccuracy']

const empty = (): CostCurves => ({ step: [], cost: [], testCost: [], accuracy: [], testAccuracy: [] })

export class CostHistory {
  most: number
  lists: CostCurves
  gap: number

  /** @param most points kept, at least 4 */
  constructor(most = 2000) {
    this.most = most
    this.lists = empty()
    this.gap = 0
  }

  clear() {
    this.lists = empty()
    this.gap = 0
  }

  /** Adds a moment. A step already passed takes its place: what came after it is forgotten. */
  add(moment: Moment) {
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
