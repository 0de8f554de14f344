import type { TrialLane, TrialOrder, TrialPoint } from '../../session/trials.ts'
import type { Workbench } from '../workbench.ts'

/** Moments of a training that are told, at most, beside its first. */
const mostMoments = 200
/** Parameters that are told with every moment; of larger networks with the last alone. */
const mostTold = 300
/** Milliseconds of one call of the engine. */
const call = 2
/** Numbers of data in all trainers that stand side by side: beyond, one is trained after the other. */
const mostBeside = 4e6

/**
 * Trainings beside the one of the page, which they leave as it is: some milliseconds at a time, side by side in step, or
 * one after the other where they ask for it or their data is large. The same origin gives the same numbers as it would
 * on the page, bit for bit.
 */
export class Trial {
  readonly #lanes: Lane[]
  readonly #origins: TrialOrder['origins']
  #isTogether: boolean
  #isFirst = true

  constructor(bench: Workbench, order: TrialOrder) {
    this.#origins = order.origins
    this.#lanes = order.origins.map(() => new Lane(bench.beside(), order))
    this.#isTogether = order.isTogether
  }

  /** Trains for some milliseconds. @returns what is new, lane by lane */
  async advance(milliseconds: number, now: () => number): Promise<TrialLane[]> {
    const end = now() + milliseconds
    do {
      const lane = this.#next
      if (!lane) break
      if (lane.isBegun) lane.train(now)
      else await this.#begin(lane)
    } while (now() < end)
    return this.#lanes.map((lane) => lane.news())
  }

  bench(lane: number): Workbench | undefined {
    return this.#lanes[lane]?.isBegun ? this.#lanes[lane].bench : undefined
  }

  dispose() {
    for (const { bench } of this.#lanes) bench.dispose()
  }

  /** The one that is furthest behind; one after the other, the first that is not over. */
  get #next(): Lane | undefined {
    const left = this.#lanes.filter(({ isOver }) => !isOver)
    if (!this.#isTogether) return left[0]
    return left.reduce<Lane | undefined>(
      (last, lane) => (last && last.step <= lane.step && last.isBegun >= lane.isBegun ? last : lane),
      undefined,
    )
  }

  async #begin(lane: Lane) {
    await lane.begin(this.#origins[this.#lanes.indexOf(lane)])
    if (!this.#isFirst) return
    this.#isFirst = false
    const { train, test } = lane.bench.prepared
    const numbers = train.X.data.length + test.X.data.length
    this.#isTogether &&= numbers * this.#lanes.length <= mostBeside
  }
}

/** One training of a trial, on a workbench of its own. */
class Lane {
  readonly bench: Workbench
  readonly #order: TrialOrder
  readonly #gap: number
  #milliseconds = 0
  #millisecondsAStep = 1
  /** Moments that were not told yet. */
  #points: TrialPoint[] = []
  isBegun = false

  constructor(bench: Workbench, order: TrialOrder) {
    this.bench = bench
    this.#order = order
    this.#gap = Math.ceil(order.until / mostMoments)
  }

  get step() {
    return this.isBegun ? this.bench.step : 0
  }

  get isOver() {
    return this.isBegun && (this.step >= this.#order.until || this.bench.trainer.hasDiverged())
  }

  /** Everything that can fail is done before the first step. */
  async begin(origin: TrialOrder['origins'][number]) {
    await this.bench.begin(origin)
    this.isBegun = true
    this.#note()
  }

  /** Trains for some milliseconds, or to the next moment that is told. */
  train(now: () => number) {
    const begin = now()
    const { step } = this
    const due = Math.min(this.#order.until, (Math.floor(step / this.#gap) + 1) * this.#gap) - step
    const count = Math.min(due, Math.max(1, Math.floor(call / this.#millisecondsAStep)))
    this.bench.train(count)
    const time = now() - begin
    this.#milliseconds += time
    this.#millisecondsAStep = Math.max(time / count, this.#millisecondsAStep / 2)
    if (count === due || this.isOver) this.#note()
  }

  /** What was not told yet. */
  news(): TrialLane {
    const { step, isOver } = this
    const hasDiverged = this.isBegun && this.bench.trainer.hasDiverged()
    return { step, isOver, hasDiverged, milliseconds: this.#milliseconds, points: this.#points.splice(0) }
  }

  #note() {
    const { trainer, step } = this.bench
    const [train, test] = [trainer.evaluate(), trainer.evaluateTest()]
    const parameters = trainer.parametersFlat()
    this.#points.push({
      step,
      cost: train.cost,
      testCost: test.cost,
      accuracy: train.accuracy,
      testAccuracy: test.accuracy,
      penalty: trainer.penalty(),
      parameters: this.isOver || parameters.length <= mostTold ? parameters : null,
    })
  }
}
