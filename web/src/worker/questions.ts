import { trialQuestions } from '#trials'
import type { Measures } from '../engine/results.ts'
import type { Neuron } from '../network/pointed.ts'
import { refuseType, refuseValue } from '../network/refuse.ts'
import type { FlatRows } from '../network/rows.ts'
import { toFlat, toRows } from '../network/rows.ts'
import type { Answer, Details, MeasureName, Question, TracedRows, Which } from '../session/questions.ts'
import { overflowOf } from './overflow.ts'
import type { Recorder } from './recorder.ts'
import { isWhole, samplesOf } from './samples.ts'
import type { FrameOf } from './trials/trials.ts'
import type { Workbench } from './workbench.ts'

/** How each question is answered: see session/questions.ts. */
const questions: {
  [Q in Question]: (
    bench: Workbench,
    details: Details<Q>,
    recorder: Recorder,
    frameOf: FrameOf,
  ) => Answer<Q> | Promise<Answer<Q>>
} = {
  trace,
  activations: ({ trainer, prepared }, { X }) => trainer.activations(prepared.scaleInputs(toFlat(X, 'X'))).map(toRows),
  nextStep: (bench) => ({ trace: trace(bench, { isBatch: true }), ...nextParameters(bench) }),
  nextParameters,
  costAfter(bench) {
    const { trainer } = bench
    const [X, Y] = rowsIfAny(bench, { isBatch: true })
    const now = trainer.snapshot()
    trainer.step()
    const { cost } = trainer.evaluate(X, Y)
    trainer.restore(now)
    return cost
  },
  costs({ trainer, prepared }, { set }) {
    const { X, Y } = prepared[set]
    const { cost, costSum } = trainer.evaluate(X, Y)
    return { costs: trainer.costs(X, Y), outputs: trainer.predict(X).data, cost, costSum }
  },
  shock(bench, { parameter, epsilon, offsets, ...which }) {
    const [X, Y] = rowsIfAny(bench, which)
    return bench.trainer.shock(parameter, epsilon, X, Y, offsets)
  },
  cost: (bench, which) => bench.trainer.evaluate(...rowsIfAny(bench, which)).cost,
  gradient(bench, { indices, ...which }) {
    const slopes = bench.trainer.gradient(...rowsIfAny(bench, which))
    return indices.map((index) => slopes[index])
  },
  minimised: ({ trainer }) => ({
    cost: trainer.evaluate().cost,
    penalty: trainer.penalty(),
    ...trainer.weightSums(),
  }),
  gradientCheck(bench, { from, count, ...which }) {
    const [X, Y] = rowsIfAny(bench, which)
    return bench.trainer.gradientCheck(X, Y, { from, count })
  },
  costSurface(bench, { a, b, rangeA, rangeB, resolution, ...which }) {
    const [X, Y] = rowsIfAny(bench, which)
    return bench.trainer.costSurface(a, b, { rangeA, rangeB, resolution, X, Y })
  },
  trail: (_, { indices, run }, recorder) => recorder.trail(indices, run),
  without,
  overflow: (_, __, recorder) => overflowOf(recorder),
  nextBatch: ({ trainer }) => trainer.nextBatch(),
  generate: ({ engine }, { name, ...options }) => engine.generate(name, options),
  ...trialQuestions,
}

/**
 * Answers a question.
 * @returns plain data
 * @throws {TypeError | RangeError}
 */
export function answer<Q extends Question>(
  recorder: Recorder,
  question: Q,
  details: Details<Q>,
  frameOf: FrameOf,
): Answer<Q> | Promise<Answer<Q>> {
  if (!Object.hasOwn(questions, question)) {
    refuseValue('choice', 'question', question, { names: Object.keys(questions).join(', ') })
  }
  if (typeof details !== 'object' || details === null) refuseType('object', 'details', details)
  return questions[question](recorder.bench, details, recorder, frameOf)
}

function nextParameters({ trainer }: Workbench) {
  return { rows: trainer.nextBatch(), ...trainer.nextStep() }
}

function trace(bench: Workbench, which: Which): TracedRows {
  const { X, Y, rows } = samplesOf(bench, which)
  return { ...bench.trainer.trace(X, Y), X: toRows(X), Y: toRows(Y), rows }
}

/** What the trainer's explanations take: nothing means the training set. */
function rowsIfAny(bench: Workbench, which: Which): [] | [X: FlatRows, Y: FlatRows] {
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

const named = ({ train, test }: { train: Measures; test: Measures }): Record<MeasureName, number> => ({
  cost: train.cost,
  accuracy: train.accuracy,
  r2: train.r2,
  testCost: test.cost,
  testAccuracy: test.accuracy,
  testR2: test.r2,
})
