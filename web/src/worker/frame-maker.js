import { drawMaps, gridsFor } from './maps.js'
import { Pace } from './pace.js'
import { rawMean, samplesOf } from './samples.js'

/**
 * Makes frames: everything a view needs for one picture, copied out of the engine. While training, what is costly to
 * compute keeps to its share of the time and is left as it was in between.
 *
 * @import { Frame } from '../types.d.ts'
 * @import { Workbench } from './workbench.js'
 * @import { Measures } from '../engine/engine.js'
 * @import { TraceMeans } from '../engine/trainer.js'
 * @typedef {Pick<Frame, 'samples' | 'input' | 'target' | 'costSlope'> & TraceMeans} Shown
 */
export class FrameMaker {
  /** @type {{ train: Measures, test: Measures } | undefined} */
  #measures
  /** The sample shown, or the batch: its numbers as last computed. @type {Shown | undefined} */
  #shown
  /** @type {{ of: unknown, grids: import('./maps.js').Grids | null }} */
  #grid = { of: null, grids: null }

  /** @param {Workbench} bench @param {() => number} now */
  constructor(bench, now) {
    this.bench = bench
    this.evaluation = new Pace(0.02, now)
    this.tracing = new Pace(0.02, now)
    this.mapping = new Pace(0.04, now)
    this.prediction = new Pace(0.01, now, 200)
  }

  /**
   * @param {boolean} isWhole everything is of this very step; otherwise maps and predictions are null where not yet due
   * @param {{ samplesPerSecond: number, stepsPerSecond: number }} rates
   * @param {boolean} [isOtherSample] what stands on the neurons is of this very step in any case
   * @returns {{ frame: Frame, isEvaluated: boolean }} whether cost, accuracy and confusion are of this very step
   */
  take(isWhole, rates, isOtherSample = isWhole) {
    const { trainer, prepared, step, epoch } = this.bench
    const measured = this.evaluation.run(() => ({ train: trainer.evaluate(), test: trainer.evaluateTest() }), isWhole)
    this.#measures = measured ?? this.#measures
    const { train, test } = /** @type {{ train: Measures, test: Measures }} */ (this.#measures)
    const grids = this.#grids()
    const frame = {
      step,
      epoch,
      ...rates,
      ...this.#sample(isOtherSample),
      cost: train.cost,
      accuracy: train.accuracy,
      r2: train.r2,
      testCost: test.cost,
      testAccuracy: test.accuracy,
      testR2: test.r2,
      penalty: trainer.penalty(),
      hasDiverged: trainer.hasDiverged(),
      maps: (grids && this.mapping.run(() => drawMaps(trainer, grids, isWhole), isWhole)) ?? null,
      predictions:
        this.prediction.run(
          () => ({
            train: trainer.predict(prepared.train.X).data,
            test: trainer.predict(prepared.test.X).data,
          }),
          isWhole,
        ) ?? null,
      confusion: train.confusion && {
        train: train.confusion,
        test: test.confusion ?? train.confusion.map((row) => row.map(() => 0)),
      },
    }
    return { frame, isEvaluated: measured !== undefined }
  }

  /**
   * What the sample that is looked at does to every neuron; or the mean over the batch of the next step.
   * @param {boolean} isForced
   */
  #sample(isForced) {
    const { trainer, prepared, state } = this.bench
    const isBatch = state.view.scope === 'batch'
    const traced = this.tracing.run(() => this.#trace(isBatch), isForced || !isBatch)
    this.#shown = traced ?? this.#shown
    const { layers, ...shown } = /** @type {Shown} */ (this.#shown)
    const flat = trainer.parametersFlat()
    let at = 0
    let inputs = prepared.info.featureNames.length
    const take = (/** @type {number} */ length) => flat.subarray(at, (at += length))
    return {
      ...shown,
      layers: state.network.layers.map(({ units, activation: activationName }, l) => {
        const layer = {
          units,
          inputs,
          activationName,
          weights: take(units * inputs),
          bias: take(units),
          ...layers[l],
        }
        inputs = units
        return layer
      }),
    }
  }

  /** @param {boolean} isBatch @returns {Shown} */
  #trace(isBatch) {
    const { trainer, prepared, state } = this.bench
    const { X, Y, rows } = samplesOf(this.bench, isBatch ? { isBatch } : { isShown: true })
    const raw = rawMean(prepared.info, isBatch ? null : state.view.own, rows ?? [])
    return { samples: X.shape[0], ...raw, ...trainer.traceMeans(X, Y) }
  }

  /** The grids of the data in use. */
  #grids() {
    const { prepared } = this.bench
    if (this.#grid.of !== prepared) this.#grid = { of: prepared, grids: gridsFor(prepared) }
    return this.#grid.grids
  }
}
