/** Things by number, the most recently used few; an older one is made again. */
export class LruMap<Thing> {
  most: number
  make: () => Thing
  /** The last used comes last. */
  #things: Map<number, Thing> = new Map()

  /** @param most kept */
  constructor(most: number, make: () => Thing) {
    this.most = most
    this.make = make
  }

  of(number: number) {
    const thing = this.#things.get(number) ?? this.make()
    this.#things.delete(number)
    this.#things.set(number, thing)
    if (this.#things.size > this.most) this.#things.delete([...this.#things.keys()][0])
    return thing
  }

  clear() {
    this.#things.clear()
  }
}
