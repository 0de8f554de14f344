import type { Stopped } from '../session/protocol.ts'
import type { State } from '../state/state.ts'
import type { Recorder } from './recorder.ts'

type Rules = NonNullable<State['stop']>
type Rule = keyof Rules

/** The lowest test cost of a run so far, and where. */
interface Best {
  step: number
  epoch: number
  testCost: number
}

const rules: Rule[] = ['cost', 'testCost', 'accuracy', 'testAccuracy', 'epochs', 'patience']

/**
 * Trains, and looks after every epoch whether a rule is met by which playing stops: so it stops at the very step,
 * however fast the machine is. A rule that is met already counts again once it was not met.
 */
export class Stopper {
  readonly #recorder: Recorder
  readonly #stepsToEpoch: () => number
  readonly #mayEnd: () => boolean
  stop: Rules = {}
  /** The rule that ends it. */
  #met: Rule | null = null
  /** Those that were met when it was last looked. */
  #were: Rule[] = []
  /** Each lower than those before. */
  #records: Best[] = []
  /** What the records are of. */
  #of: unknown[] = []

  /**
   * @param stepsToEpoch steps to the end of the epoch
   * @param mayEnd whether it plays: steps that are asked for are taken
   */
  constructor(recorder: Recorder, stepsToEpoch: () => number, mayEnd: () => boolean) {
    this.#recorder = recorder
    this.#stepsToEpoch = stepsToEpoch
    this.#mayEnd = mayEnd
  }

  get isMet(): boolean {
    return this.#met !== null
  }

  /** What there is to tell when it has stopped. */
  get told(): { stopped?: Stopped } {
    const rule = this.#met
    if (!rule) return {}
    const best = this.#records.at(-1)
    return {
      stopped: {
        rule,
        value: this.stop[rule] as number,
        best: best ? { step: best.step, testCost: best.testCost } : null,
      },
    }
  }

  /** Playing begins: what is met by now does not end it. */
  begin(): void {
    this.#met = null
    if (this.#rules.length > 0) this.#were = this.#look()
  }

  train(count: number): void {
    if (!this.#mayEnd()) this.#met = null
    if (this.#rules.length === 0) this.#recorder.train(count)
    else this.#trainByEpochs(count)
  }

  #trainByEpochs(count: number) {
    for (let left = count; left > 0 && !this.isMet; ) {
      const toEpoch = this.#stepsToEpoch()
      const steps = Math.min(left, toEpoch)
      this.#recorder.train(steps)
      left -= steps
      if (this.#recorder.bench.trainer.hasDiverged()) return
      if (steps === toEpoch) this.#lookAgain()
    }
  }

  get #rules() {
    return rules.filter((rule) => typeof this.stop[rule] === 'number')
  }

  #lookAgain() {
    const now = this.#look()
    const met = now.find((rule) => !this.#were.includes(rule)) ?? null
    this.#met = this.#mayEnd() ? met : null
    this.#were = now
  }

  /** The rules that are met. */
  #look(): Rule[] {
    const { trainer, epoch } = this.#recorder.bench
    const [train, test] = [trainer.evaluate(), trainer.evaluateTest()]
    const best = this.#record(test.cost)
    const met: Record<Rule, (value: number) => boolean> = {
      cost: (value) => train.cost <= value,
      testCost: (value) => test.cost <= value,
      accuracy: (value) => train.accuracy >= value,
      testAccuracy: (value) => test.accuracy >= value,
      epochs: (value) => epoch >= value,
      patience: (value) => best !== undefined && epoch - best.epoch >= value,
    }
    return this.#rules.filter((rule) => met[rule](this.stop[rule] as number))
  }

  /** Takes down a test cost; those after this step, and of other rows or costs, count for nothing. */
  #record(testCost: number): Best | undefined {
    const { bench, log } = this.#recorder
    const { step, epoch } = bench
    const { run } = log.present
    const of = [run.id, bench.prepared, bench.state.training.cost]
    const isSame = of.every((thing, i) => thing === this.#of[i] || (i === 0 && run.parent?.id === this.#of[0]))
    const last = run.id === this.#of[0] ? step : Math.min(step, run.parent?.step ?? 0)
    this.#of = of
    this.#records = isSame ? this.#records.filter((record) => record.step <= last) : []
    if (!(testCost >= (this.#records.at(-1)?.testCost ?? Infinity)) && !Number.isNaN(testCost))
      this.#records.push({ step, epoch, testCost })
    return this.#records.at(-1)
  }
}
