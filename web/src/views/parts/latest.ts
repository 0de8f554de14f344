/** Does one thing at a time; of those that are wanted meanwhile only the last. */
export class Latest<Wanted> {
  readonly #work: (wanted: Wanted) => unknown
  readonly #turn: () => unknown
  #next: { wanted: Wanted } | null = null
  #isBusy = false

  /**
   * @param work what is done with it; it must not fail
   * @param turn waits until the next one may begin; the last that was wanted until then is done
   */
  constructor(work: (wanted: Wanted) => unknown, turn: () => unknown = () => {}) {
    this.#work = work
    this.#turn = turn
  }

  /** Whether anything is under way, or waits for its turn. */
  get isBusy(): boolean {
    return this.#isBusy
  }

  /** Whether anything waits for its turn. */
  get isWaiting(): boolean {
    return this.#next !== null
  }

  want(wanted: Wanted): void {
    this.#next = { wanted }
    if (!this.#isBusy) this.#run()
  }

  /** Gives up what waits. */
  forget(): void {
    this.#next = null
  }

  async #run(): Promise<void> {
    this.#isBusy = true
    while (this.#next) {
      await this.#turn()
      const next: { wanted: Wanted } | null = this.#next
      this.#next = null
      if (next) await this.#work(next.wanted)
    }
    this.#isBusy = false
  }
}
