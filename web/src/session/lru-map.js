/**
 * Things by number, the most recently used few; an older one is made again.
 * @template Thing
 */
export class LruMap {
  /** The last used comes last. @type {Map<number, Thing>} */
  #things = new Map()

  /** @param {number} most kept @param {() => Thing} make */
  constructor(most, make) {
    this.most = most
    this.make = make
  }

  /** @param {number} number */
  of(number) {
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
