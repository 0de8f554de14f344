import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import test from 'node:test'
import { catalog, openSession, until } from '../../../../../tests/web/session-helper.mjs'
import { loadMeasures } from '../../../measures/measures.ts'
import { keep, keptOf, mostKept, remove, wayTo } from '../../parts/kept-runs.ts'
import { bandOf } from './curves.ts'
import { bestOf, isComparable, leftRun, leftRuns, presentRun, sinceOf } from './kept.ts'
import { changeable, changedState, plansOf, suggestedFor } from './setups.ts'
import { TrialRun, wayOf } from './trial-run.ts'
import { bestWords, differsWords, laneName, progressWords, staleWords, timeWords } from './words.ts'

const link = 'data=moons&samples=80&layers=3.tanh-1.sigmoid&batch=10&rate=0.1&l2=0.01'
const set = (session, changes) => session.run({ do: 'set', changes })
const setup = { kind: 'pair', seeds: 3, rates: 'both', changes: 'l2', to: 0, until: 40, isFromHere: false }

/** Trains until it is over. */
async function trained(session, own) {
  const chosen = { ...setup, ...own }
  const trial = new TrialRun(session, chosen, plansOf(chosen, session.state, session.catalog), () => {})
  await new Promise((resolve) => {
    trial.onChange = () => !trial.isRunning && resolve()
    trial.go()
  })
  return trial
}

test('only what differs is told of a run, setting by setting', async (t) => {
  const session = await openSession(t, link)
  const { state } = session
  assert.equal(differsWords(state, structuredClone(state)), 'Same settings as the present run')
  await set(session, { 'training.learningRate': 0.3, 'training.l2': 0, 'network.layers.0.activation': 'relu' })
  const words = differsWords(session.state, state)
  assert.match(
    words,
    /^Differs from the present run: ReLU → Tanh in layer 1, Learning rate 0.3 → 0.1, L2 penalty 0 → 0.01$/,
  )
})

test('the best cost is the lowest on the test set, and where there is none on the training set', () => {
  const curves = { step: [0, 1, 2], cost: [3, 2, 1], testCost: [3, 1, 2] }
  assert.deepEqual(bestOf(curves), { isTested: true, cost: 1, step: 1 })
  assert.deepEqual(bestOf({ ...curves, testCost: [NaN, NaN, NaN] }), { isTested: false, cost: 1, step: 2 })
  assert.deepEqual(bestWords(curves), ['1.000', 'at step 1'])
  assert.deepEqual(bestWords({ step: [], cost: [], testCost: [] }), ['–', ''])
})

test('costs of before other data or another cost do not count as the best of a run', async (t) => {
  const session = await openSession(t, link)
  await session.run({ do: 'step', count: 20 })
  const { state: before } = session
  await set(session, { 'training.cost': 'mse' })
  const { run, edits } = session.log.present
  assert.equal(sinceOf(run, edits), 20)
  assert.equal(isComparable(before, session.state), false)
  await set(session, { 'training.learningRate': 0.2 })
  assert.equal(sinceOf(run, session.log.present.edits), 20)
  assert.equal(bestOf({ step: [0, 20, 30], cost: [0.1, 0.5, 0.4], testCost: [0.1, 0.5, 0.4] }, 20).cost, 0.4)
})

test('times are told in the unit that suits, and not at all where they are not known', () => {
  assert.deepEqual([12, 2345, NaN].map(timeWords), ['12 ms', '2.35 s', '–'])
})

test('a kept run has its curve, its way and its time, and what brings it back does', async (t) => {
  const session = await openSession(t, link)
  await session.run({ do: 'step', count: 30 })
  const { parameters } = session.save({ withParameters: true })
  const run = keep(session, await presentRun(session, 'Run 1'))
  assert.ok(run.milliseconds > 0 && run.way.values.length === 13 && run.way.steps.at(-1) === 30)
  await session.run({ do: 'reset' })
  await set(session, { 'training.learningRate': 1 })
  await session.run({ do: 'step', count: 5 })
  assert.ok((await session.run({ do: 'load', state: run.load })).ok)
  await until(session, ({ frame }) => frame.step === 30)
  assert.deepEqual(session.save({ withParameters: true }).parameters, parameters)
  remove(session, run)
  assert.deepEqual(keptOf(session).runs, [])
})

test('a run whose settings were changed on the way is brought back by its weights', async (t) => {
  const session = await openSession(t, link)
  await session.run({ do: 'step', count: 10 })
  await set(session, { 'training.learningRate': 0.4 })
  await session.run({ do: 'step', count: 10 })
  const run = await presentRun(session, 'Run 1')
  assert.deepEqual(run.load.parameters, session.save({ withParameters: true }).parameters)
})

test('a run that was left is offered once, and comes back bit for bit', async (t) => {
  const session = await openSession(t, link)
  await set(session, { 'training.learningRate': 0.4 })
  await session.run({ do: 'step', count: 25 })
  const { parameters } = session.save({ withParameters: true })
  await session.run({ do: 'reset' })
  const [left] = leftRuns(session)
  const run = keep(session, await leftRun(session, left, 'Run 1'))
  assert.deepEqual(leftRuns(session), [])
  await set(session, { 'training.learningRate': 0.01 })
  assert.ok((await session.run({ do: 'load', state: run.load })).ok)
  await until(session, ({ frame }) => frame.step === 25)
  assert.deepEqual(session.save({ withParameters: true }).parameters, parameters)
})

test('a run that was left and had been changed on the way is gone back to in the log, with its way', async (t) => {
  const session = await openSession(t, link)
  await session.run({ do: 'step', count: 10 })
  await set(session, { 'training.learningRate': 0.4 })
  await session.run({ do: 'step', count: 10 })
  const { parameters } = session.save({ withParameters: true })
  await session.run({ do: 'reset' })
  await session.run({ do: 'step', count: 3 })
  const run = keep(session, await leftRun(session, leftRuns(session)[0], 'Run 1'))
  assert.equal(run.load, null)
  assert.deepEqual(
    [run.way.values.length, run.way.steps[0], run.way.steps.at(-1), run.way.values[0].at(-1)],
    [13, 0, 20, parameters[0].weights[0][0]],
  )
  assert.deepEqual(wayTo(session, run), { do: 'goTo', run: run.of.id, step: 20 })
  assert.ok((await session.run(wayTo(session, run))).ok)
  assert.equal(session.state.training.learningRate, 0.4)
  assert.deepEqual(session.save({ withParameters: true }).parameters, parameters)
  assert.equal(wayTo(session, { ...run, of: null }), null)
})

test('of too many runs the oldest gives way, and numbers are never given twice', async (t) => {
  const session = await openSession(t, link)
  const run = await presentRun(session, 'one')
  for (let i = 0; i <= mostKept; i++) keep(session, run)
  const { runs } = keptOf(session)
  assert.deepEqual([runs.length, runs[0].number, runs.at(-1).number], [mostKept, 2, mostKept + 1])
})

test('a race has every optimizer, each at the present rate and at its usual one', async (t) => {
  const { state } = await openSession(t, link)
  const plans = plansOf({ ...setup, kind: 'race' }, state, catalog)
  assert.equal(plans.length, 2 * catalog.optimizers.length)
  for (const { isUsual, state: lane } of plans) {
    const { defaults } = catalog.optimizers.find(({ name }) => name === lane.training.optimizer)
    assert.equal(lane.training.learningRate, isUsual ? defaults.learningRate : 0.1)
    assert.deepEqual(lane.network, state.network)
  }
})

test('what is suggested for a setting is another value than the present one, and changes nothing else', async (t) => {
  const { state } = await openSession(t, link)
  for (const setting of changeable) {
    const changed = changedState(state, setting, suggestedFor(setting, state, catalog), catalog)
    assert.notDeepEqual(changed, state, setting)
    assert.deepEqual([changed.data, changed.view], [state.data, state.view])
  }
})

test('seeds begin with the present one, without weights that were set by hand', async (t) => {
  const session = await openSession(t, `${link}&seed=7`)
  await session.run({ do: 'setParameter', parameter: { layer: 0, row: 0, column: 0 }, value: 2 })
  const plans = plansOf({ ...setup, kind: 'seeds' }, session.state, catalog)
  assert.deepEqual(
    plans.map(({ state: { network, parameters } }) => [network.seed, parameters]),
    [7, 8, 9].map((seed) => [seed, undefined]),
  )
})

test('the first of two networks is the one that the page trains, and words say what the other has', async (t) => {
  const session = await openSession(t, link)
  const trial = await trained(session)
  const [one, other] = trial.lanes
  assert.deepEqual([laneName(trial, one), laneName(trial, other)], ['This one', 'With L2 penalty 0.01 → 0'])
  assert.equal(progressWords(trial), 'Done: 40 steps each.')
  assert.equal(wayOf(one).values.length, 13)
  assert.equal(staleWords(trial, session.state), '')
  await session.run({ do: 'step', count: 40 })
  assert.equal(one.curves.cost.at(-1), session.frame.cost)
  assert.equal(one.seen.frame.cost, session.frame.cost)
  await set(session, { 'training.batchSize': 0 })
  assert.match(staleWords(trial, session.state), /changed since: Batch size 10 →/)
})

test('two networks can go on from the present weights', async (t) => {
  const session = await openSession(t, link)
  await session.run({ do: 'step', count: 15 })
  const trial = await trained(session, { isFromHere: true })
  assert.equal(trial.lanes[0].curves.cost[0], session.frame.cost)
  assert.equal(trial.lanes[1].curves.cost[0], session.frame.cost)
})

test('a trial whose settings the engine refuses says why, and leaves the page as it is', async (t) => {
  const session = await openSession(t, link)
  const trial = await trained(session, { changes: 'activation', to: 'nothing' })
  assert.equal(trial.status, 'failed')
  assert.match(progressWords(trial), /It could not go on: /)
  assert.ok((await session.run({ do: 'step' })).ok)
})

test('a band is the median of curves with the middle half or all of them about it', async () => {
  const measures = await loadMeasures(await readFile(new URL('../../../../generated/measures.wasm', import.meta.url)))
  const curves = [1, 2, 3, 4].map((cost) => ({ step: [0, 5], cost: [cost, 10 * cost], testCost: [NaN, NaN] }))
  const last = { step: [0], cost: [5], testCost: [NaN] }
  const of = (...asked) => bandOf(measures, [last, ...curves], ...asked, 'class-2')
  const band = { step: [0, 5], low: [2, 17.5], middle: [3, 25], high: [4, 32.5], colour: 'class-2' }
  assert.deepEqual(of('cost', 'quartiles'), band)
  assert.deepEqual(of('cost', 'range'), { ...band, low: [1, 10], high: [5, 40] })
  assert.deepEqual(of('testCost', 'range').middle, [NaN, NaN])
})
