import assert from 'node:assert/strict'
import test from 'node:test'
import { editWords } from '../../web/src/views/parts/edit-words/edit-words.ts'
import { openSession, startWorker, tableOf, weightsOf } from './session-helper.mjs'

const trailOf = (session) => session.ask('trail', { indices: [0] })

test('undoing a new run brings back its weights, its cost curve and the way they came', async (t) => {
  const session = await openSession(t)
  await session.run({ do: 'step', count: 60 })
  const [weights, curve, trail] = [weightsOf(session), session.history.cost.slice(), await trailOf(session)]
  await session.run({ do: 'randomize' })
  await session.run({ do: 'step', count: 20 })
  assert.ok(
    session.history.step.every((step) => step <= 20),
    'a curve of its own',
  )
  await session.run({ do: 'undo' })
  assert.deepEqual(weightsOf(session), weights)
  assert.equal(session.frame.step, 60)
  assert.deepEqual(session.history.cost, curve)
  assert.deepEqual(await trailOf(session), trail)
  await session.run({ do: 'redo' })
  assert.equal(session.frame.step, 20)
  assert.ok(session.history.step.every((step) => step <= 20))
  assert.notDeepEqual((await trailOf(session)).values[0][0], trail.values[0][0])
})

test('going back to step 0 can be undone too, with the curve', async (t) => {
  const session = await openSession(t)
  await session.run({ do: 'step', count: 60 })
  const curve = session.history.step.slice()
  await session.run({ do: 'reset' })
  await session.run({ do: 'step', count: 5 })
  await session.run({ do: 'undo' })
  assert.deepEqual(session.history.step, curve)
})

test('the way the weights came is kept, however many runs are in between', async (t) => {
  const session = await openSession(t)
  await session.run({ do: 'step', count: 60 })
  const trail = await trailOf(session)
  for (let i = 0; i < 5; i++) await session.run({ do: 'randomize' })
  for (let i = 0; i < 5; i++) await session.run({ do: 'undo' })
  assert.deepEqual(await trailOf(session), trail)
})

test('undo puts a sample of one’s own aside where the cost it goes back to cannot take it', async (t) => {
  const session = await openSession(t, 'data=hand&layers=2.sigmoid-2.sigmoid&cost=binaryCrossEntropy')
  await session.run({ do: 'set', changes: { 'training.cost': 'mse' } })
  const own = { input: [0.5, 0.5], target: [2.5, 0] }
  assert.ok((await session.run({ do: 'set', changes: { 'view.own': own } })).ok)
  assert.ok((await session.run({ do: 'undo' })).ok)
  assert.equal(session.state.training.cost, 'binaryCrossEntropy')
  assert.equal(session.state.view.own, null)
  assert.equal(session.edits.redo, 'set')
})

test('training that follows an undone edit takes nothing from what can be done again', async (t) => {
  const session = await openSession(t)
  await session.run({ do: 'step', count: 20 })
  await session.run({ do: 'set', changes: { 'training.learningRate': 0.5 } })
  await session.run({ do: 'step', count: 20 })
  const [there, curve] = [weightsOf(session), session.history]
  await session.run({ do: 'undo' })
  await session.run({ do: 'step', count: 50 })
  const here = weightsOf(session)
  await session.run({ do: 'redo' })
  assert.deepEqual(weightsOf(session), there)
  assert.deepEqual(session.history, curve)
  await session.run({ do: 'undo' })
  assert.deepEqual(weightsOf(session), here)
  assert.equal(session.frame.step, 70)
})

test('an edit that goes on takes away what could be done again', async (t) => {
  const session = await openSession(t)
  const turn = (value, goesOn) =>
    session.run({ do: 'setParameter', parameter: { layer: 0, row: 0, column: 0 }, value, goesOn })
  await turn(1)
  await session.run({ do: 'undo' })
  assert.equal(session.edits.redo, 'setParameter')
  await turn(2, true)
  assert.equal(session.edits.redo, null)
})

test('other rows of the same inputs leave locks and what is looked at as they are; other inputs do not', async (t) => {
  const session = await openSession(t, 'data=iris&layers=4.tanh-3.softmax')
  const parameter = { layer: 0, row: 1, column: 2 }
  await session.run({ do: 'lock', parameters: [parameter], isLocked: true })
  await session.run({ do: 'set', changes: { 'view.selected': { layer: 0, unit: 2 } } })
  for (const [path, value] of [
    ['data.seed', 5],
    ['data.testShare', 0.5],
    ['data.standardize', false],
  ]) {
    assert.ok((await session.run({ do: 'set', changes: { [path]: value } })).ok)
    assert.deepEqual(session.state.held.locked, [parameter], path)
    assert.deepEqual(session.state.view.selected, { layer: 0, unit: 2 }, path)
  }
  const features = session.data.featureNames.slice(0, 2)
  assert.ok((await session.run({ do: 'set', changes: { 'data.features': features } })).ok)
  assert.deepEqual([session.state.held.locked, session.state.view.selected], [[], null])
})

test('another cell of a table entered by hand leaves a lock on the inputs as it is; another column does not', async (t) => {
  const session = await openSession(t, 'data=hand')
  const parameter = { layer: 0, row: 0, column: 1 }
  await session.run({ do: 'lock', parameters: [parameter], isLocked: true })
  const table = tableOf(session)
  const set = (value) => session.run({ do: 'set', changes: { 'data.table': value } })
  assert.ok((await set({ ...table, rows: [table.rows[0].with(0, 7)] })).ok)
  assert.deepEqual(session.state.held.locked, [parameter])
  assert.ok((await set({ inputs: ['a', 'b', 'c'], outputs: table.outputs, rows: [[1, 2, 3, 0.5, 0.5]] })).ok)
  assert.deepEqual(session.state.held.locked, [])
})

test('a question about what is no longer there is refused, and the engine goes on', async (t) => {
  const session = await openSession(t)
  for (const question of ['shock', 'gradient', 'costSurface', 'trail', 'without']) {
    const parameter = { layer: 9, row: 0, column: 0 }
    const details = {
      parameter,
      epsilon: 0.1,
      a: parameter,
      b: parameter,
      rangeA: [0, 1],
      rangeB: [0, 1],
      layer: 9,
      unit: 0,
    }
    await assert.rejects(session.ask(question, details), question)
  }
  assert.equal(session.notice, null)
  assert.ok((await session.run({ do: 'step' })).ok)
  assert.equal(session.frame.step, 1)
})

test('what is asked while a new worker starts waits for it', async (t) => {
  const ports = []
  const slow = () => {
    const port = startWorker()
    ports.push(port)
    return port
  }
  const session = await openSession(t, '', slow)
  await session.run({ do: 'step', count: 3 })
  const { units } = session.state.network.layers[0]
  ports[0].dispatchEvent(Object.assign(new Event('messageerror')))
  assert.ok((await session.run({ do: 'addUnit', layer: 0 })).ok)
  assert.equal(ports.length, 2)
  assert.equal(session.state.network.layers[0].units, units + 1)
  assert.ok((await session.run({ do: 'step' })).ok)
})

test('undo says what it takes back and how much training goes with it; redo brings all of it back, bit for bit', async (t) => {
  const session = await openSession(t, 'data=xor&layers=3.tanh-1.sigmoid&optimizer=sgd&rate=0.01')
  const words = (way) => editWords(session, way)
  const says = async (command, edit) => {
    const before = [weightsOf(session), session.frame.step]
    assert.ok((await session.run(command)).ok)
    assert.equal(words('undo'), edit)
    await session.run({ do: 'step', count: 1204 })
    const after = [weightsOf(session), session.frame.step]
    const whole = `${edit} (and 1,204 steps since)`
    assert.equal(words('undo'), whole)
    await session.run({ do: 'undo' })
    assert.deepEqual([weightsOf(session), session.frame.step], before)
    assert.equal(words('redo'), whole)
    await session.run({ do: 'redo' })
    assert.deepEqual([weightsOf(session), session.frame.step], after)
    assert.equal(words('undo'), whole)
    assert.equal(words('redo'), '')
  }
  assert.deepEqual([words('undo'), words('redo')], ['', ''])
  await session.run({ do: 'step', count: 20 })
  const parameter = { layer: 0, row: 1, column: 0 }
  await says({ do: 'addUnit', layer: 0 }, '3 → 4 neurons in layer 1')
  await says({ do: 'set', changes: { 'training.learningRate': 0.1 } }, 'Learning rate 0.01 → 0.1')
  await says({ do: 'set', changes: { 'training.batchSize': 0 } }, 'Batch size 10 → all rows')
  await says({ do: 'set', changes: { 'training.optimizer': 'adam' } }, 'Optimizer Gradient descent → Adam')
  await says({ do: 'set', changes: { 'network.layers.0.activation': 'relu' } }, 'Tanh → ReLU in layer 1')
  await says({ do: 'setParameter', parameter, value: 0.75 }, 'W1,2 of layer 1 set to 0.7500')
  await says({ do: 'lock', parameters: [parameter], isLocked: true }, 'W1,2 of layer 1 locked')
  await says({ do: 'mute', layer: 0, unit: 2, isMuted: true }, 'layer 1, neuron 3 switched off')
  await says({ do: 'mute', layer: 0, unit: 2, isMuted: false }, 'layer 1, neuron 3 switched on')
  await says({ do: 'set', changes: { 'data.noise': 0.1 } }, 'Noise 0.03 → 0.1')
  await says({ do: 'addLayer', at: 1 }, '1 → 2 hidden layers')
  await says({ do: 'randomize' }, 'new initial weights')
  await says({ do: 'reset' }, 'back to step 0')
  await says({ do: 'chooseData', name: 'iris' }, 'data Exclusive or → Iris')
})

test('what is redone is told by the training that it brings back, whatever was trained in between', async (t) => {
  const session = await openSession(t)
  await session.run({ do: 'set', changes: { 'training.learningRate': 0.25 } })
  await session.run({ do: 'step' })
  await session.run({ do: 'undo' })
  await session.run({ do: 'step', count: 7 })
  assert.match(editWords(session, 'redo'), / → 0\.25 \(and 1 step since\)$/)
  await session.run({ do: 'redo' })
  assert.match(editWords(session, 'undo'), / → 0\.25 \(and 1 step since\)$/)
})

test('a drag is one edit, told by where it ended', async (t) => {
  const session = await openSession(t)
  const parameter = { layer: 0, row: 0, column: 0 }
  await session.run({ do: 'setParameter', parameter, value: 1 })
  for (const value of [2, 3]) {
    await session.run({ do: 'step', count: 5 })
    await session.run({ do: 'setParameter', parameter, value, goesOn: true })
  }
  assert.equal(editWords(session, 'undo'), 'W1,1 of layer 1 set to 3.000 (and 10 steps since)')
})

test('a session tells an edit from one that was taken back or done again', async (t) => {
  const session = await openSession(t)
  const ways = []
  for (const command of [
    { do: 'addUnit', layer: 0 },
    { do: 'addUnit', layer: 0 },
    { do: 'undo' },
    { do: 'undo' },
    { do: 'redo' },
    { do: 'redo' },
    { do: 'undo' },
    { do: 'addUnit', layer: 0 },
  ]) {
    await session.run(command)
    ways.push(session.log.way)
  }
  assert.deepEqual(ways, [null, null, 'undo', 'undo', 'redo', 'redo', 'undo', null])
})
