import { parameterAt } from '../network/parameter-order.ts'
import type { Overflow } from '../session/questions.ts'
import type { Recorder } from './recorder.ts'
import { samplesOf } from './samples.ts'

/**
 * Which number was too large first: the step that could not be taken is gone through once more, in its order. The
 * weights are still those before it.
 */
export function overflowOf({ bench }: Recorder): Overflow | null {
  const { trainer, step } = bench
  if (!trainer.hasDiverged()) return null
  const { X, Y } = samplesOf(bench, { isBatch: true })
  const { cost, layers } = trainer.trace(X, Y)
  const last = layers.length - 1
  for (const [layer, { Z, activation }] of layers.entries()) {
    const [sum, active] = [columnOf(Z), columnOf(activation)]
    if (sum >= 0) return { step, what: 'sum', layer, unit: sum }
    if (active >= 0) return { step, what: 'activation', layer, unit: active }
  }
  if (!Number.isFinite(cost)) return { step, what: 'cost', layer: last, unit: 0 }
  for (let layer = last; layer >= 0; layer--) {
    const unit = columnOf(layers[layer].delta)
    if (unit >= 0) return { step, what: 'delta', layer, unit }
  }
  return { step, ...parameterOf(bench) }
}

/** The first column with a number that is not finite; -1: none. */
function columnOf(rows: number[][]) {
  for (const row of rows) {
    const at = row.findIndex((value) => !Number.isFinite(value))
    if (at >= 0) return at
  }
  return -1
}

/** The weight or bias whose gradient, or whose change, was too large. */
function parameterOf({ trainer, state, prepared }: Recorder['bench']): Omit<Overflow, 'step'> {
  const inputs = prepared.info.featureNames.length
  const sizes = state.network.layers.map(({ units }, i, all) => ({ units, inputs: all[i - 1]?.units ?? inputs }))
  const at = trainer.memory().gradient.findIndex((value) => !Number.isFinite(value))
  const parameter = parameterAt(sizes, Math.max(0, at))
  return { what: 'parameter', layer: parameter.layer, unit: parameter.row, ...(at >= 0 ? { parameter } : {}) }
}
