import type { Measures } from '../engine/results.ts'
import { toFlat, toRows } from '../network/given-rows.ts'
import type { Neuron } from '../network/pointed.ts'
import { refuseType, refuseValue } from '../network/refuse.ts'
import { isWhole, samplesOf, type Which } from './samples.ts'
import type { Workbench } from './workbench.ts'

/**
 * Questions that the session can ask of the engine. They change nothing and may come while it trains. Rows go in raw,
 * in the data's own units. `Which` says of which samples: see samples.js.
 */

const questions: Record<string, (bench: Workbench, details: any) => unknown> = {
  /** { ...Which } -> Trace of those samples, with X and Y as the network sees them and `rows` in the training set. */
  trace: (bench, which) => trace(bench, which),
  /** { X } -> each layer's activation, one row per sample. */
  activations: ({ trainer, prepared }, { X }) => trainer.activations(prepared.scaleInputs(toFlat(X, 'X'))).map(toRows),
  /** { isBrief } -> what the next step will do, with the trace of its batch unless brief. */
  nextStep(bench, { isBrief }) {
    const batch = { isBatch: true }
    const rows = bench.trainer.nextBatch()
    return { rows, ...(isBrief ? {} : { trace: trace(bench, batch) }), ...bench.trainer.nextStep() }
  },
  /** { set } -> each row's own cost, over the training or the test set. */
  costs: ({ trainer, prepared }, { set }) =>
    set === 'test' ? trainer.costs(prepared.test.X, prepared.test.Y) : trainer.costs(),
  /**
   * { parameter, epsilon, offsets?, ...Which } -> Shock, with the costs so far from the present value.
   */
  shock(bench, { parameter, epsilon, offsets, ...which }) {
    const [X, Y] = rowsIfAny(bench, which)
    return bench.trainer.shock(parameter, epsilon, X, Y, offsets)
  },
  /** { ...Which } -> the mean cost of those samples. */
  cost: (bench, which) => bench.trainer.evaluate(...rowsIfAny(bench, which)).cost,
  /** { indices, ...Which } -> the gradient of the mean cost alone, at these indices of the flat parameters. */
  gradient(bench, { indices, ...which }) {
    const slopes = bench.trainer.gradient(...rowsIfAny(bench, which))
    return indices.map((index: number) => slopes[index])
  },
  /** -> { absolute, squared }: sums over all weights, as the penalties take them. */
  weightSums: ({ trainer }) => trainer.weightSums(),
  /** { from, count, ...Which } -> { worst, checked } of a slice of the parameters, or of all */
  gradientCheck(bench, { from, count, ...which }) {
    const [X, Y] = rowsIfAny(bench, which)
    return bench.trainer.gradientCheck(X, Y, { from, count })
  },
  /** { a, b, rangeA, rangeB, resolution, ...Which } -> CostSurface */
  costSurface(bench, { a, b, rangeA, rangeB, resolution, ...which }) {
    const [X, Y] = rowsIfAny(bench, which)
    return bench.trainer.costSurface(a, b, { rangeA, rangeB, resolution, X, Y })
  },
  /** { indices } -> the way of these parameters, by their indices in the flat ones, since step 0. */
  trail: ({ trail }, { indices }) => trail.of(indices),
  /** { layer, unit } -> the measures as they are, and with that neuron switched off, or on again. */
  without: (bench, neuron) => without(bench, neuron),
  /** -> the rows of the training set that the next step will use */
  nextBatch: ({ trainer }) => trainer.nextBatch(),
  /** { name, samples, noise, seed } -> { X, Y } of a generator */
  generate: ({ engine }, { name, ...options }) => engine.generate(name, options),
}

/**
 * Answers a question.
 * @returns plain data
 * @throws {TypeError | RangeError}
 */
export function answer(bench: Workbench, question: string, details: unknown): unknown {
  if (!Object.hasOwn(questions, question)) {
    refuseValue('question', `must be one of ${Object.keys(questions).join(', ')}`, question)
  }
  if (typeof details !== 'object' || details === null) refuseType('details', 'must be an object', details)
  return questions[question](bench, details)
}

function trace(bench: Workbench, which: Which) {
  const { X, Y, rows } = samplesOf(bench, which)
  return { ...bench.trainer.trace(X, Y), X: toRows(X), Y: toRows(Y), rows }
}

/** What the trainer's explanations take: nothing means the training set. */
function rowsIfAny(bench: Workbench, which: Which) {
  if (isWhole(which)) return []
  const { X, Y } = samplesOf(bench, which)
  return [X, Y]
}

function without({ trainer, state }: Workbench, { layer, unit }: Neuron) {
  const { muted } = state.held
  const isThis = (other: Neuron) => other.layer === layer && other.unit === unit
  const measures = () => ({ train: trainer.evaluate(), test: trainer.evaluateTest() })
  const before = measures()
  trainer.mute(muted.some(isThis) ? muted.filter((other) => !isThis(other)) : [...muted, { layer, unit }])
  const after = measures()
  trainer.mute(muted)
  return { before: named(before), after: named(after) }
}

const named = ({ train, test }: { train: Measures; test: Measures }) => ({
  cost: train.cost,
  accuracy: train.accuracy,
  r2: train.r2,
  testCost: test.cost,
  testAccuracy: test.accuracy,
  testR2: test.r2,
})
