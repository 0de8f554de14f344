import type { GivenTable } from '../../data/hand.ts'
import type { SessionLike } from '../../session/session-like.ts'
import { texts } from '../../text/text.ts'
import type { Mark } from './board.ts'
import { Classes } from './classes.ts'
import {
  missingLevels,
  type Range,
  trainingRows,
  withClassName,
  withLevels,
  withoutClass,
  withRanges,
} from './own-table.ts'
import { sentences } from './sentences.ts'
import { Strokes } from './strokes.ts'

const text = texts(sentences)

/** The table that is drawn: the one in use, or a new one until there is enough of it to train on. */
export class Drawing {
  readonly session: SessionLike
  readonly classes: Classes = new Classes(() => this.table)
  /** What is drawn on an empty plane; null = it is in use, or nothing is. */
  fresh: GivenTable | null = null
  /** Points on their way into the data. */
  settling: Mark[] = []
  readonly #strokes: Strokes
  readonly #redraw: () => void

  constructor(session: SessionLike, redraw: () => void) {
    this.session = session
    this.#strokes = new Strokes(session, text('classColumn'))
    this.#redraw = redraw
  }

  get table(): GivenTable {
    return this.fresh ?? this.#strokes.table
  }

  get isOfClasses() {
    return this.session.data?.task !== 'regression'
  }

  /** The names of the classes; null: there are none. */
  get names(): string[] | null {
    return this.isOfClasses ? this.classes.names : null
  }

  /** Begins with nothing, until Undo or the reader brings the present points back. */
  empty(isEmpty: boolean) {
    this.fresh = isEmpty ? { ...this.#strokes.table, test: 0, rows: [] } : null
  }

  /** Whether a table can take the place of this one: one in use is trained on. */
  isEnough(table: GivenTable) {
    return this.fresh !== null || trainingRows(table) > 0
  }

  /**
   * Takes the table that a stroke has made: into the data as one edit, unless it is not enough to train on yet.
   * @param settling what is on its way meanwhile
   */
  async edit(table: GivenTable, ranges: Range[], settling: Mark[], names = this.names) {
    const whole = names ? withLevels(table, names) : table
    const isEnough = whole.rows.length > 0 && (!names || missingLevels(whole, names).length === 0)
    if (this.fresh && !isEnough) {
      this.fresh = whole
      this.classes.settle()
      return this.#redraw()
    }
    this.settling.push(...settling)
    const done = this.#strokes.edit(withRanges(whole, ranges))
    this.fresh = null
    this.classes.settle()
    this.#redraw()
    await done
    this.settling = []
    this.#redraw()
  }

  /** What is left without the class that is drawn. */
  get withoutClass(): GivenTable {
    const { chosen, isKnown } = this.classes
    return isKnown ? withoutClass(this.table, chosen) : this.table
  }

  /** Takes the class that is drawn away, with its points: where it has any it is an edit of the data. */
  removeClass(ranges: Range[]) {
    const { chosen, names, isKnown } = this.classes
    const table = this.withoutClass
    if (!isKnown) this.classes.drop()
    if (this.fresh) this.fresh = table
    if (isKnown || this.fresh) return this.edit(table, ranges, [], names.toSpliced(chosen, 1))
    this.#redraw()
  }

  /** Of a class that the table knows it is an edit of the data. @returns a sentence where it cannot be called so */
  rename(name: string) {
    const { chosen, names, isKnown } = this.classes
    if (!name) return text('noName')
    if (names.some((other, k) => other === name && k !== chosen)) return text('sameName')
    if (!isKnown) this.classes.rename(name)
    else {
      const renamed = withClassName(this.table, chosen, name)
      if (!this.fresh) return this.#strokes.edit(renamed)
      this.fresh = renamed
    }
    this.#redraw()
  }
}
