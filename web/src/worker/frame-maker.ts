import type { Measures, TraceMeans } from '../engine/results.ts'
import { splitFlat } from '../network/layer-parameters.ts'
import { sampleOf } from '../network/rows.ts'
import type { Frame } from '../session/frame.ts'
import { drawMaps, type Grids, gridsFor } from './maps.ts'
import { Pace } from './pace.ts'
import { rawMean, samplesOf } from './samples.ts'
import type { Workbench } from './workbench.ts'

type Shown = Pick<Frame, 'samples' | 'input' | 'target' | 'costSlope'> & TraceMeans

/**
 * Makes frames: everything a view needs for one picture, copied out of the engine. While training, what is costly to
 * compute keeps to its share of the time and is left as it was in between.
 */
export class FrameMaker {
  bench: Workbench
  evaluation: Pace
  tracing: Pace
  mapping: Pace
  prediction: Pace
  /** Maps of an earlier frame that have come back: their room is used again. */
  spare: Float32Array | null = null
  #measures: { train: Measures; test: Measures } | undefined
  /** The sample shown, or the batch: its numbers as last computed. */
  #shown: Shown | undefined
  #grid: { of: unknown; grids: Grids | null } = { of: null, grids: null }

  constructor(bench: Workbench, now: () => number) {
    this.bench = bench
    this.evaluation = new Pace(0.015, now)
    this.tracing = new Pace(0.015, now)
    this.mapping = new Pace(0.025, now)
    this.prediction = new Pace(0.01, now, 200)
  }

  /**
   * @param isWhole everything is of this very step; otherwise maps and predictions are null where not yet due
   * @param isOtherSample what stands on the neurons is of this very step in any case
   * @returns whether cost, accuracy and confusion are of this very step
   */
  take(
    isWhole: boolean,
    rates: { samplesPerSecond: number; stepsPerSecond: number },
    isOtherSample: boolean = isWhole,
  ): { frame: Frame; isEvaluated: boolean } {
    const { trainer, prepared, step, epoch } = this.bench
    const measured = this.evaluation.run(() => ({ train: trainer.evaluate(), test: trainer.evaluateTest() }), isWhole)
    this.#measures = measured ?? this.#measures
    const { train, test } = this.#measures as { train: Measures; test: Measures }
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
      maps: (grids && this.mapping.run(() => this.#draw(grids, isWhole), isWhole)) ?? null,
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

  /** What the sample that is looked at does to every neuron; or the mean over the batch of the next step. */
  #sample(isForced: boolean) {
    const { trainer, prepared, state } = this.bench
    const isBatch = state.view.scope === 'batch'
    const traced = this.tracing.run(() => this.#trace(isBatch), isForced || !isBatch)
    this.#shown = traced ?? this.#shown
    const { layers, ...shown } = this.#shown as Shown
    const parameters = splitFlat(trainer.parametersFlat(), prepared.info.featureNames.length, state.network.layers)
    return {
      ...shown,
      layers: state.network.layers.map(({ units, activation }, l) => ({
        units,
        activationName: activation,
        ...parameters[l],
        ...layers[l],
      })),
    }
  }

  #trace(isBatch: boolean): Shown {
    const { trainer, prepared, state } = this.bench
    const { X, Y, rows } = samplesOf(this.bench, isBatch ? { isBatch } : sampleOf(state.view))
    const raw = rawMean(prepared, isBatch ? null : state.view.own, rows ?? [])
    return { samples: X.shape[0], ...raw, ...trainer.traceMeans(X, Y) }
  }

  #draw(grids: Grids, isWhole: boolean) {
    const { spare } = this
    this.spare = null
    return drawMaps(this.bench.trainer, grids, isWhole, spare)
  }

  /** The grids of the data in use. */
  #grids() {
    const { prepared } = this.bench
    if (this.#grid.of !== prepared) this.#grid = { of: prepared, grids: gridsFor(prepared) }
    return this.#grid.grids
  }
}
