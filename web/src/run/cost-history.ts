/** What is remembered of a step. */
export type CostPoint = {
  step: number
  cost: number
  testCost: number
  accuracy: number
  testAccuracy: number
  penalty: number
}

/** The same of many steps, list by list. */
export type CostCurves = { [Name in keyof CostPoint]: number[] }

/** What is remembered of each step. */
export const costNames = ['step', 'cost', 'testCost', 'accuracy', 'testAccuracy', 'penalty'] as const

const mapLists = (list: (name: keyof CostPoint) => number[]): CostCurves =>
  Object.fromEntries(costNames.map((name) => [name, list(name)])) as CostCurves

/**
 * The cost so far, thinned as it grows: never more than `most` points, spread evenly over the steps, the newest always
 * among them. Steps between two points double each time the list is full.
 */
export class CostHistory {
  lists: CostCurves
  readonly most: number
  #gap: number

  /** @param most points kept, at least 4 */
  constructor(lists: CostCurves = mapLists(() => []), most = 2000, gap = 0) {
    this.most = most
    this.lists = lists
    this.#gap = gap
  }

  /** Adds a point. A step already passed takes its place: what came after it is forgotten. */
  add(point: CostPoint): void {
    const { step } = this.lists
    while (step.length && step[step.length - 1] >= point.step) this.#pop()
    if (step.length > 1 && step[step.length - 1] - step[step.length - 2] < this.#gap) this.#pop()
    for (const name of costNames) this.lists[name].push(point[name])
    if (step.length >= this.most) this.#thin()
  }

  /** A history of its own of the points up to a step. */
  until(step: number): CostHistory {
    const count = this.lists.step.findLastIndex((other) => other <= step) + 1
    return new CostHistory(
      mapLists((name) => this.lists[name].slice(0, count)),
      this.most,
      this.#gap,
    )
  }

  #pop(): void {
    for (const name of costNames) this.lists[name].pop()
  }

  /** Keeps every second point, and the newest. */
  #thin(): void {
    const last = this.lists.step.length - 1
    this.lists = mapLists((name) => this.lists[name].filter((_, i) => i % 2 === 0 || i === last))
    const { step } = this.lists
    this.#gap = (2 * (step[step.length - 1] - step[0])) / this.most
  }
}
