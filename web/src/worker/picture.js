import { pickRows, rowAt } from '../model/data/rows.js'
import { drawMaps, gridsFor } from './maps.js'
import { Pace } from './pace.js'

/**
 * Makes frames: everything a view needs for one picture, copied out of the engine. While training, what is costly to
 * compute keeps to its share of the time and is left as it was in between.
 *
 * @import { Frame } from '../model/types.d.ts'
 * @import { Workbench } from './workbench.js'
 * @import { Measures } from '../model/engine.js'
 */
export class Picture {
  /** @type {{ train: Measures, test: Measures } | undefined} */
  #measures
  /** @type {{ of: unknown, grids: import('./maps.js').Grids | null }} */
  #grid = { of: null, grids: null }

  /** @param {Workbench} bench @param {() => number} now */
  constructor(bench, now) {
    this.bench = bench
    this.evaluation = new Pace(0.2, now)
    this.mapping = new Pace(0.2, now)
    this.prediction = new Pace(0.1, now, 200)
  }

  /**
   * @param {boolean} isWhole everything is of this very step; otherwise maps and predictions are null where not yet due
   * @param {{ samplesPerSecond: number, stepsPerSecond: number }} rates
   * @returns {{ frame: Frame, isEvaluated: boolean }} whether cost, accuracy and confusion are of this very step
   */
  take(isWhole, rates) {
    const { trainer, prepared, step, epoch } = this.bench
    const measured = this.evaluation.run(() => ({ train: trainer.evaluate(), test: trainer.evaluateTest() }), isWhole)
    this.#measures = measured ?? this.#measures
    const { train, test } = /** @type {{ train: Measures, test: Measures }} */ (this.#measures)
    const grids = this.#grids()
    const frame = {
      step,
      epoch,
      ...rates,
      ...this.#row(),
      cost: train.cost,
      accuracy: train.accuracy,
      r2: train.r2,
      testCost: test.cost,
      testAccuracy: test.accuracy,
      testR2: test.r2,
      penalty: trainer.penalty(),
      hasDiverged: trainer.hasDiverged(),
      maps: (grids && this.mapping.run(() => drawMaps(trainer, grids), isWhole)) ?? null,
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

  /** The row that is looked at, and what it does to every neuron. */
  #row() {
    const {
      trainer,
      prepared: { info, train },
      state,
    } = this.bench
    const { row } = state.view
    const { layers } = trainer.trace(pickRows(train.X, [row]), pickRows(train.Y, [row]))
    const flat = trainer.parametersFlat()
    let at = 0
    let inputs = info.featureNames.length
    const take = (/** @type {number} */ length) => flat.subarray(at, (at += length))
    return {
      input: rowAt(info.train.X, row),
      target: rowAt(info.train.Y, row),
      layers: state.network.layers.map(({ units, activation: activationName }, l) => {
        const { Z, activation, delta } = layers[l]
        const layer = {
          units,
          inputs,
          activationName,
          weights: take(units * inputs),
          bias: take(units),
          Z: Float64Array.from(Z[0]),
          activation: Float64Array.from(activation[0]),
          delta: Float64Array.from(delta[0]),
        }
        inputs = units
        return layer
      }),
    }
  }

  /** The grids of the data in use. */
  #grids() {
    const { prepared } = this.bench
    if (this.#grid.of !== prepared) this.#grid = { of: prepared, grids: gridsFor(prepared) }
    return this.#grid.grids
  }
}
