import { type GivenTable, levelsOf } from '../../data/hand.ts'
import { texts } from '../../text/text.ts'
import { sentences } from './sentences.ts'

const text = texts(sentences)

/** The classes that points are drawn of: those of the table, then new ones without a point, of which it has not heard. */
export class Classes {
  #chosen = 0
  #added: string[] = []
  readonly #table: () => GivenTable

  constructor(table: () => GivenTable) {
    this.#table = table
  }

  get names(): string[] {
    return [...this.#known, ...this.#added]
  }

  get #known(): string[] {
    const table = this.#table()
    return levelsOf(table, table.outputs[0])
  }

  /** The one that is drawn; the last, where another table has not as many. */
  get chosen() {
    return Math.max(0, Math.min(this.#chosen, this.names.length - 1))
  }

  set chosen(level: number) {
    this.#chosen = level
  }

  /** Whether the table has heard of the one that is drawn. */
  get isKnown() {
    return this.chosen < this.#known.length
  }

  /** Whether the one that is drawn can go: two that the table knows stay, or two at all where it is not in use. */
  canGo(isInUse: boolean) {
    return (isInUse && this.isKnown ? this.#known : this.names).length > 2
  }

  turn(by: number) {
    const { length } = this.names
    this.chosen = (this.chosen + by + length) % length
  }

  /** One more, which is drawn from now on. */
  add() {
    const taken = this.names
    let number = taken.length + 1
    while (taken.includes(text('newClass', { number }))) number++
    this.#added.push(text('newClass', { number }))
    this.chosen = taken.length
  }

  /** Another name for a new one. */
  rename(name: string) {
    this.#added[this.chosen - this.#known.length] = name
  }

  /** Without a new one. */
  drop() {
    this.#added.splice(this.chosen - this.#known.length, 1)
  }

  /** The table has heard of all of them. */
  settle() {
    this.#added = []
  }
}
