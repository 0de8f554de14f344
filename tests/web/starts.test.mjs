import assert from 'node:assert/strict'
import test from 'node:test'
import { encodeLink } from '../../web/src/state/link.ts'
import { decodeLink } from '../../web/src/state/read-link.ts'
import { startNames, starts } from '../../web/src/state/starts.ts'
import { completeState } from '../../web/src/state/state.ts'
import { outcomeOf, questions } from '../../web/src/views/gallery/questions.ts'
import { sentences } from '../../web/src/views/gallery/sentences.ts'
import { border, openSession, weightsOf } from './session-helper.mjs'

/** A session at a starting point, trained until its question is answered. */
async function answered(t, name, url = `start=${name}`) {
  const session = await openSession(t, url)
  assert.equal(session.notice, null)
  assert.equal(outcomeOf(questions[name], session), null, 'not before it has learnt')
  const { after } = questions[name]
  const steps = Math.ceil(after / 20)
  for (let step = 0; step < after; step += steps)
    await session.run({ do: 'step', count: Math.min(steps, after - step) })
  return { session, ...outcomeOf(questions[name], session) }
}

for (const name of startNames) {
  test(`the starting point ${name} does what is said of it, and its question has an answer`, async (t) => {
    const { answers, usual } = questions[name]
    assert.ok(answers.includes(usual) && answers.length >= 2)
    for (const seed of [1, 2, 3]) {
      const { answer } = await answered(t, name, `start=${name}&seed=${seed}`)
      assert.equal(answer, usual, `with seed ${seed}`)
    }
    for (const sentence of ['', 'About', 'Asks', 'Tells', 'Why']) assert.ok(sentences[name + sentence], sentence)
    for (const answer of answers) assert.ok(sentences[`answer_${name}_${answer}`], answer)
  })
}

test('the network of the tutorial is 5-2-3-5 by plain gradient descent, and its first step lowers the cost', async (t) => {
  const { session, findings } = await answered(t, 'tutorial')
  const { network, training, data } = session.state
  assert.deepEqual(
    network.layers.map(({ units, activation }) => `${units} ${activation}`),
    ['2 sigmoid', '3 sigmoid', '5 sigmoid'],
  )
  assert.equal(session.data.featureNames.length, 5)
  assert.deepEqual([training.cost, training.optimizer, training.l2, data.standardize], ['mse', 'sgd', 0, false])
  assert.equal(weightsOf(session).length, 41, 'as its question says')
  assert.ok(findings.now.cost < findings.first.cost)
})

test('the one that overfits gets better on its own rows and worse on others', async (t) => {
  const { findings, session } = await answered(t, 'overfits')
  const { now, first, best } = findings
  assert.equal(session.data.train.X.shape[0], 30, 'as its sentence says')
  assert.ok(now.cost < first.cost / 20 && now.testCost > 1.5 * best.testCost && best.testCost < first.testCost)
})

test('the one that diverges grows until the numbers end', async (t) => {
  const { session } = await answered(t, 'diverges')
  await session.run({ do: 'step', count: 1000 })
  assert.equal(session.frame.hasDiverged, true)
  assert.equal(outcomeOf(questions.diverges, session).answer, 'grows')
})

test('the dead neuron is 0 on every row, and no step changes any of its weights', async (t) => {
  const { session } = await answered(t, 'dead')
  const [first] = starts.dead.parameters
  const [layer] = session.frame.layers
  assert.deepEqual([layer.weights[1], layer.weights[1 + layer.units]], first.weights[1])
  assert.equal(layer.bias[1], first.bias[1])
  const { activation } = (await session.ask('trace', {})).layers[0]
  assert.equal(activation.length, session.data.train.X.shape[0])
  assert.ok(activation.every((row) => row[1] === 0))
  assert.ok(
    activation.some((row) => row[0] > 0),
    'the others are at work',
  )
  assert.ok(session.frame.accuracy > 0.9)
})

test('one line is not enough for exclusive or, four hidden neurons are', async (t) => {
  const [line, hidden] = [await answered(t, 'line'), await answered(t, 'xor')]
  assert.ok(line.findings.now.accuracy < 0.8 && hidden.findings.now.accuracy > 0.9)
})

test('a link names a starting point alone or with what differs; each of ours carries all of it', () => {
  const plain = decodeLink('start=xor', border)
  assert.equal(plain.start, 'xor')
  const own = decodeLink('start=xor&rate=0.1', border)
  assert.deepEqual(own, { ...plain, training: { ...plain.training, learningRate: 0.1 } })
  for (const name of startNames) {
    const state = completeState({ start: name }, border)
    const link = encodeLink(state, border)
    assert.match(link, new RegExp(`^start=${name}&data=`))
    assert.deepEqual(decodeLink(link, border), state)
  }
  assert.throws(() => decodeLink('start=nothing', border), /must be one of/)
})

test('other layers than those of a starting point begin with weights of their own', () => {
  const state = decodeLink('start=tutorial&layers=4.sigmoid-5.sigmoid', border)
  assert.equal(state.parameters, undefined)
  assert.equal(
    decodeLink('start=tutorial&layers=2.sigmoid-3.sigmoid-5.sigmoid&rate=2', border).data.table.inputs.length,
    5,
  )
})

test('choosing a starting point is an edit that undo takes back; it is one until data, network or training change', async (t) => {
  const session = await openSession(t, 'data=moons')
  const before = session.state
  await session.run({ do: 'load', state: { start: 'spiral' } })
  assert.equal(session.state.start, 'spiral')
  for (const command of [
    { do: 'step', count: 3 },
    { do: 'randomize' },
    { do: 'lock', parameters: [{ layer: 0, row: 0, bias: true }], isLocked: true },
    { do: 'set', changes: { 'view.digits': 6 } },
  ]) {
    await session.run(command)
    assert.equal(session.state.start, 'spiral', command.do)
  }
  for (const command of [
    { do: 'set', changes: { 'training.learningRate': 0.5 } },
    { do: 'addUnit', layer: 0 },
    { do: 'set', changes: { 'data.noise': 0.3 } },
    { do: 'chooseData', name: 'xor' },
  ]) {
    await session.run(command)
    assert.equal(session.state.start, undefined, command.do)
    await session.run({ do: 'undo' })
    assert.equal(session.state.start, 'spiral')
  }
  for (let left = 3; left > 0; left--) await session.run({ do: 'undo' })
  assert.deepEqual({ ...session.state, view: before.view }, before)
  assert.equal((await session.run({ do: 'set', changes: { start: 'xor' } })).ok, false)
})
