import type { DataInfo } from '../../data/prepare.ts'
import type { SessionLike } from '../../session/session-like.ts'
import type { Plot } from '../plot/plot.ts'
import type { Place } from './spray.ts'

/** Where the rows of a table stand on a plot, and which row a place of it stands for. */
export class Ground {
  readonly plot: Plot
  /** One feature lies along the plot, and the target upwards. */
  readonly isCurve: boolean
  readonly isOfClasses: boolean

  constructor(plot: Plot, { bases, task }: Pick<DataInfo, 'bases' | 'task'>) {
    this.plot = plot
    this.isCurve = bases === 1
    this.isOfClasses = task !== 'regression'
  }

  get #inputs() {
    return this.isCurve ? 1 : 2
  }

  /** Whether the height of a place is the value of its row. */
  get hasValueAlong() {
    return this.isCurve && !this.isOfClasses
  }

  /** @param classes how many there are */
  placeOf(row: readonly (number | null)[], classes: number): Place {
    const [x, second] = row.map(Number)
    if (!this.isCurve || !this.isOfClasses || classes < 3) return { x: this.plot.px(x), y: this.plot.py(second) }
    return { x: this.plot.px(x), y: this.plot.py(1) }
  }

  /**
   * The row at a place of the plot, with as many digits as the place tells.
   * @param target what is true there, where the place does not say it
   */
  rowAt(place: Place, target: number[]): number[] {
    const { x, y } = this.plot
    const values = this.plot.valuesAt(this.kept(place))
    const [along, up] = values.map((value, i) => rounded(value, i ? y : x))
    const inputs = this.isCurve ? [along] : [along, up]
    return [...inputs, ...(this.hasValueAlong ? [up, ...target.slice(1)] : target)]
  }

  /** What a row says beside its place. */
  targetOf = (row: readonly (number | null)[]): number[] => row.slice(this.#inputs).map(Number)

  /** The nearest place on the plane. */
  kept({ x, y }: Place): Place {
    const { left, top, width, height } = this.plot.inner
    return { x: Math.min(left + width, Math.max(left, x)), y: Math.min(top + height, Math.max(top, y)) }
  }

  isOn(place: Place): boolean {
    const { x, y } = this.kept(place)
    return x === place.x && y === place.y
  }

  /** What is in sight of each column that has an axis. */
  get ranges(): [low: number, high: number][] {
    const { x, y } = this.plot
    const axes = this.isCurve && this.isOfClasses ? [x] : [x, y]
    return axes.map(({ low, high }) => [low, high])
  }
}

/** To a thousandth of what is in sight. */
export function rounded(value: number, { low, high }: { low: number; high: number }): number {
  const digits = Math.ceil(-Math.log10((high - low) / 1000))
  return digits > 0 ? Number(value.toFixed(Math.min(digits, 20))) : Math.round(value)
}

/** Whether points of the data can be drawn: its rows are points on a plane or under a curve. */
export function canDraw({ data }: SessionLike) {
  return data !== null && data.bases <= 2 && !data.imageSide
}
