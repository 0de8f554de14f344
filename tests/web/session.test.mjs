import assert from 'node:assert/strict'
import test from 'node:test'
import { firstState } from '../../web/src/state/presets.ts'
import { catalog, openSession, startWorker, until, weightsOf } from './session-helper.mjs'

const changesOf = (session) => {
  const seen = []
  session.addEventListener('change', ({ changes }) => seen.push(...changes))
  return seen
}
const atRest = (session) => until(session, ({ isRunning }) => !isRunning)

test('a session opens with a whole picture at step 0', async (t) => {
  const { state, frame, data, history, isRunning, notice } = await openSession(t)
  assert.deepEqual(state, firstState(catalog))
  assert.deepEqual([frame.step, frame.epoch, isRunning, notice], [0, 0, false, null])
  assert.equal(frame.layers.length, state.network.layers.length)
  assert.equal(data.train.X.shape[1], 2)
  assert.equal(frame.maps.outputs[0].length, frame.maps.outputResolution ** 2)
  assert.equal(frame.predictions.train.length, data.train.X.shape[0])
  assert.deepEqual(history.step, [0])
  assert.ok(frame.cost > 0 && frame.testCost > 0 && frame.accuracy > 0)
})

test('playing trains, and pausing stops', async (t) => {
  const session = await openSession(t)
  const { cost } = session.frame
  assert.ok((await session.run({ do: 'play' })).ok)
  assert.equal(session.isRunning, true)
  await until(session, ({ frame }) => frame.step > 500)
  assert.ok((await session.run({ do: 'pause' })).ok)
  assert.equal(session.isRunning, false)
  assert.ok(session.frame.cost < cost)
  const { step } = session.frame
  assert.equal(session.history.step.at(-1), step)
  await session.run({ do: 'step' })
  assert.equal(session.frame.step, step + 1)
})

test("the numbers of a paused picture are the engine's own", async (t) => {
  const session = await openSession(t)
  await session.run({ do: 'step', count: 40 })
  const { frame, state, data } = session
  const trace = await session.ask('trace', { row: state.view.row })
  assert.deepEqual([...frame.layers.at(-1).delta], trace.layers.at(-1).delta[0])
  assert.deepEqual([...frame.layers[0].Z], trace.layers[0].Z[0])
  assert.deepEqual([...frame.input], [...data.train.X.data.slice(0, 2)])
  const [output] = frame.layers.at(-1).activation
  assert.equal(frame.predictions.train[0], output)
})

test('steps and epochs are taken exactly', async (t) => {
  const session = await openSession(t, 'data=xor&samples=100&test=0.2&batch=30')
  await session.run({ do: 'step' })
  await session.run({ do: 'step', count: 2 })
  assert.deepEqual([session.frame.step, session.frame.epoch], [3, 1], '80 rows in batches of 30, 30 and 20')
  await session.run({ do: 'step' })
  await session.run({ do: 'epoch' })
  assert.deepEqual([session.frame.step, session.frame.epoch], [6, 2])
  await session.run({ do: 'epoch', count: 3 })
  assert.deepEqual([session.frame.step, session.frame.epoch], [15, 5])
})

test('steps that are asked for at once are all taken', async (t) => {
  const session = await openSession(t, 'data=xor&samples=100&test=0.2&batch=30')
  await Promise.all([1, 2, 3].map(() => session.run({ do: 'step' })))
  assert.equal(session.frame.step, 3)
  await Promise.all([{ do: 'step', count: 2 }, { do: 'epoch' }, { do: 'step' }].map((command) => session.run(command)))
  assert.deepEqual(
    [session.frame.step, session.frame.epoch],
    [7, 2 + 30 / 80],
    '5 steps, the rest of the epoch, one more',
  )
})

test('reset brings back the same first weights, and the same digits after as many steps', async (t) => {
  const session = await openSession(t)
  const first = weightsOf(session)
  await session.run({ do: 'step', count: 123 })
  const [trained, cost] = [weightsOf(session), session.frame.cost]
  await session.run({ do: 'reset' })
  assert.deepEqual([session.frame.step, session.history.step.length], [0, 1])
  assert.deepEqual(weightsOf(session), first)
  await session.run({ do: 'step', count: 123 })
  assert.deepEqual(weightsOf(session), trained)
  assert.equal(session.frame.cost, cost)
})

test('randomize takes the next seed and starts anew', async (t) => {
  const session = await openSession(t)
  const first = weightsOf(session)
  await session.run({ do: 'step', count: 5 })
  await session.run({ do: 'randomize' })
  assert.deepEqual([session.state.network.seed, session.frame.step], [2, 0])
  assert.notDeepEqual(weightsOf(session), first)
})

test('a link brings back the same digits by taking the same steps', async (t) => {
  const session = await openSession(t, 'data=moons&noise=0.2&layers=5.tanh-1.sigmoid&seed=9&rate=0.05')
  await session.run({ do: 'step', count: 321 })
  const link = session.link()
  assert.match(link, /^data=moons&seal=\d+\.[\da-z]{6}&.*&step=321$/)
  const again = await openSession(t, link)
  await atRest(again)
  assert.equal(again.frame.step, 321)
  assert.deepEqual(weightsOf(again), weightsOf(session))
  assert.deepEqual([again.frame.cost, again.frame.testCost], [session.frame.cost, session.frame.testCost])
  assert.equal(again.link(), link)
})

test('settings changed before the first step are replayed too', async (t) => {
  const session = await openSession(t)
  for (const [path, value] of [
    ['training.shuffle', false],
    ['training.batchSize', 7],
    ['data.noise', 0.2],
    ['network.layers.0.units', 5],
  ]) {
    assert.ok((await session.run({ do: 'set', changes: { [path]: value } })).ok)
  }
  await session.run({ do: 'step', count: 60 })
  const again = await openSession(t, session.link())
  await atRest(again)
  assert.deepEqual(weightsOf(again), weightsOf(session))
})

test('a link with the weights brings back these very weights as first weights', async (t) => {
  const session = await openSession(t)
  await session.run({ do: 'step', count: 50 })
  await session.run({ do: 'set', changes: { 'training.learningRate': 0.5 } })
  assert.doesNotMatch(session.link(), /step=/, 'no step count brings back what two settings have trained')
  const again = await openSession(t, session.link({ withParameters: true }))
  assert.deepEqual(weightsOf(again), weightsOf(session))
  assert.equal(again.frame.step, 0)
  await again.run({ do: 'step', count: 5 })
  await again.run({ do: 'reset' })
  assert.deepEqual(weightsOf(again), weightsOf(session))
})

test('a link that is wrong is explained, and the first state is there instead', async (t) => {
  for (const url of [
    'data=spiral&noise=-1',
    'data=nothing',
    'data=iris&features=soul',
    'data=study-hours&row=50',
    'data=xor&layers=1.tanh',
  ]) {
    const { notice, state, frame } = await openSession(t, url)
    assert.equal(notice?.kind, 'error', url)
    assert.ok(notice.message.length > 40)
    assert.deepEqual([state, frame.step], [firstState(catalog), 0])
  }
})

test('training settings can change while it plays, and no weight is lost', async (t) => {
  const session = await openSession(t)
  await session.run({ do: 'step', count: 100 })
  const before = weightsOf(session)
  for (const [path, value] of [
    ['training.learningRate', 0.001],
    ['training.optimizer', 'sgd'],
    ['training.cost', 'mse'],
    ['training.l2', 0.01],
  ]) {
    assert.ok((await session.run({ do: 'set', changes: { [path]: value } })).ok, path)
    assert.deepEqual(weightsOf(session), before, path)
    assert.equal(session.frame.step, 100)
  }
  assert.ok(session.frame.penalty > 0)
  await session.run({ do: 'play' })
  await session.run({ do: 'set', changes: { 'training.learningRate': 0.002 } })
  assert.equal(session.isRunning, true)
  await session.run({ do: 'pause' })
})

test('editing the network keeps the weights that can be kept, and the step count', async (t) => {
  const session = await openSession(t)
  await session.run({ do: 'step', count: 100 })
  const [first, second] = session.frame.layers.map((layer) => ({
    ...layer,
    weights: [...layer.weights],
    bias: [...layer.bias],
  }))
  await session.run({ do: 'removeUnit', layer: 1, unit: 2 })
  assert.deepEqual([...session.frame.layers[0].weights], first.weights)
  assert.deepEqual(
    [...session.frame.layers[1].bias],
    second.bias.filter((_, unit) => unit !== 2),
  )
  assert.equal(session.frame.step, 100)
  await session.run({ do: 'addLayer', at: 2 })
  assert.deepEqual([...session.frame.layers[0].weights], first.weights)
  await session.run({ do: 'set', changes: { 'network.layers.0.activation': 'relu' } })
  assert.deepEqual([...session.frame.layers[0].weights], first.weights)
  await session.run({ do: 'step' })
  assert.equal(session.frame.step, 101)
  await session.run({ do: 'reset' })
  const fresh = await openSession(t, session.link())
  assert.deepEqual(weightsOf(session), weightsOf(fresh), 'step 0 is what a link of the same settings begins with')
})

test('leaving out a feature keeps the weights of the others', async (t) => {
  const session = await openSession(t, 'data=iris')
  await session.run({ do: 'step', count: 30 })
  const { units, weights } = session.frame.layers[0]
  const columns = [0, 2, 3].flatMap((c) => [...weights.slice(c * units, (c + 1) * units)])
  await session.run({ do: 'set', changes: { 'data.features': ['sepal length', 'petal length', 'petal width'] } })
  assert.deepEqual([...session.frame.layers[0].weights], columns)
  assert.equal(session.frame.step, 30)
})

test('other samples of the same shape keep all weights', async (t) => {
  const session = await openSession(t)
  await session.run({ do: 'step', count: 30 })
  const [before, cost] = [weightsOf(session), session.frame.cost]
  await session.run({ do: 'set', changes: { 'data.noise': 0.3 } })
  assert.deepEqual(weightsOf(session), before)
  assert.notEqual(session.frame.cost, cost)
})

test('a parameter set by hand at step 0 belongs to the first weights', async (t) => {
  const session = await openSession(t, 'data=study-hours')
  const [weight, bias] = [
    { layer: 0, row: 0, column: 0 },
    { layer: 0, row: 0, bias: true },
  ]
  await session.run({ do: 'setParameter', parameter: weight, value: 0.25 })
  await session.run({ do: 'setParameter', parameter: bias, value: -1.5 })
  assert.deepEqual(weightsOf(session), [0.25, -1.5])
  assert.deepEqual(session.state.parameters, [{ weights: [[0.25]], bias: [-1.5] }])
  await session.run({ do: 'step', count: 10 })
  const trained = weightsOf(session)
  const again = await openSession(t, session.link())
  await atRest(again)
  assert.deepEqual(weightsOf(again), trained, 'a link of a network this small carries them unasked')
  await session.run({ do: 'reset' })
  assert.deepEqual(weightsOf(session), [0.25, -1.5])
  await session.run({ do: 'randomize' })
  assert.equal(session.state.parameters, undefined)
})

test('a parameter set by hand later changes only what is trained now', async (t) => {
  const session = await openSession(t, 'data=study-hours')
  const first = weightsOf(session)
  await session.run({ do: 'step', count: 10 })
  await session.run({ do: 'setParameter', parameter: { layer: 0, row: 0, bias: true }, value: 3 })
  assert.equal(session.frame.layers[0].bias[0], 3)
  assert.doesNotMatch(session.link(), /step=/)
  await session.run({ do: 'reset' })
  assert.deepEqual(weightsOf(session), first)
})

test('whatever is refused says why where the reader looks, and changes nothing', async (t) => {
  const session = await openSession(t, 'data=spiral')
  await session.run({ do: 'step', count: 20 })
  const before = structuredClone({ state: session.state, frame: session.frame })
  const set = (path, value) => ({ do: 'set', changes: { [path]: value } })
  for (const [command, where, sentence] of [
    [set('training.learningRate', -1), 'training.learningRate', /must be > 0 and at most 1000, got -1$/],
    [set('training.learningRate', 'fast'), 'training.learningRate', /must be a number, got fast$/],
    [set('network.layers.0.units', 5000), 'network.layers.0.units', /must be a whole number from 1 to/],
    [set('network.layers.2.units', 2), 'network.layers.2.units', /the output layer follows the data/],
    [set('view.row', 350), 'view.row', /must be from 0 to 349, got 350$/],
    [set('data.features', ['x9']), 'data.features', /left to the generator/],
    [{ do: 'chooseData', name: 'boston' }, 'data.name', /must be one of/],
    [{ do: 'step', count: 0 }, '', /must be a whole number from 1 to/],
    [
      {
        do: 'load',
        state: {
          v: 1,
          data: { name: 'xor' },
          training: { cost: 'binaryCrossEntropy' },
          network: { layers: [{ units: 1, activation: 'tanh' }] },
        },
      },
      'training.cost',
      /binaryCrossEntropy/,
    ],
    [{ do: 'setParameter', parameter: { layer: 9, row: 0, column: 0 }, value: 1 }, '', /layer/],
    [{ do: 'setParameter', parameter: { layer: 0, row: 0, column: 0 }, value: NaN }, '', /value/],
    [{ do: 'launch' }, '', /must be a command, got launch/],
    [{ do: 'removeLayer', at: 2 }, '', /must be a hidden layer/],
  ]) {
    assert.equal((await session.run(command)).ok, false, JSON.stringify(command))
    assert.match(session.notice.message, sentence)
    assert.equal(session.notice.kind, 'error')
    if (where) assert.equal(session.notice.where, where)
    assert.deepEqual({ state: session.state, frame: session.frame }, before)
  }
  assert.ok((await session.run({ do: 'step' })).ok)
  assert.equal(session.notice, null, 'what is done next takes the notice away')
})

test('divergence stops the training with a picture that says so', async (t) => {
  const session = await openSession(t, 'data=plane&optimizer=sgd&rate=1000&layers=4.linear-1.linear')
  await session.run({ do: 'play' })
  await atRest(session)
  assert.equal(session.frame.hasDiverged, true)
  assert.ok(weightsOf(session).every(Number.isFinite))
  await session.run({ do: 'reset' })
  assert.equal(session.frame.hasDiverged, false)
})

test('choosing a table fetches it and shows what it is', async (t) => {
  const session = await openSession(t)
  const seen = changesOf(session)
  assert.ok((await session.run({ do: 'chooseData', name: 'penguins' })).ok)
  assert.deepEqual([session.data.task, session.data.classes.length, session.data.dropped], ['classes', 3, 2])
  assert.equal(session.frame.maps, null, 'four features have no plane to draw')
  assert.equal(session.frame.confusion.train.length, 3)
  assert.ok(['state', 'data', 'frame', 'history'].every((change) => seen.includes(change)))
})

test('every generator and every table can be chosen and trained', async (t) => {
  const session = await openSession(t)
  for (const { name } of [...session.catalog.datasets, ...session.tables]) {
    assert.ok((await session.run({ do: 'chooseData', name })).ok, `${name}: ${session.notice?.message}`)
    const { cost } = session.frame
    await session.run({ do: 'epoch', count: 5 })
    assert.ok(session.frame.cost < cost, `${name} learns`)
    assert.ok(Number.isFinite(session.frame.cost))
  }
})

test('one feature gives curves rather than planes', async (t) => {
  const { frame } = await openSession(t, 'data=sine')
  const { maps, r2, accuracy, confusion } = frame
  assert.equal(maps.extent.length, 2)
  assert.ok(maps.layers.flat().every((curve) => curve.length === maps.resolution))
  assert.equal(maps.outputs[0].length, maps.outputResolution)
  assert.ok(Number.isFinite(r2) && Number.isNaN(accuracy) && confusion === null)
})

test('a neuron’s map is coarse while it changes, and as fine as the picture’s at rest', async (t) => {
  const session = await openSession(t, 'data=xor')
  const sides = () => {
    const { maps } = session.frame
    assert.ok(maps.layers.flat().every(({ length }) => length === maps.resolution ** 2))
    return maps.resolution / maps.outputResolution
  }
  assert.equal(sides(), 1)
  await session.run({ do: 'play' })
  await until(session, ({ isRunning }) => isRunning && sides() < 1)
  await session.run({ do: 'pause' })
  assert.equal(sides(), 1)
})

test('a map begins at the top left and is what the network answers there', async (t) => {
  const session = await openSession(t, 'data=xor&standardize=true')
  const {
    resolution,
    extent: [left, right, bottom, top],
    layers,
  } = session.frame.maps
  const answer = await session.ask('activations', {
    X: [
      [left, top],
      [right, top],
      [left, bottom],
    ],
  })
  const places = [0, resolution - 1, resolution * (resolution - 1)]
  places.forEach((place, i) => assert.ok(Math.abs(layers[0][0][place] - answer[0][i][0]) < 1e-6))
})

test('commands that are sent together are done in order, each from what the last one left', async (t) => {
  const session = await openSession(t, 'data=spiral')
  const done = await Promise.all([
    session.run({ do: 'addLayer', at: 0 }),
    session.run({ do: 'addUnit', layer: 0 }),
    session.run({ do: 'step', count: 3 }),
    session.run({ do: 'set', changes: { 'training.l1': 0.1 } }),
    session.run({ do: 'pause' }),
  ])
  assert.deepEqual(done, Array(5).fill({ ok: true, message: '' }))
  assert.deepEqual(
    session.state.network.layers.map(({ units }) => units),
    [9, 8, 8, 1],
  )
  assert.equal(session.state.training.l1, 0.1)
  assert.equal(session.frame.step, 3)
})

test('pointing and choosing a tab do not go to the worker', async (t) => {
  const session = await openSession(t)
  const { frame } = session
  const seen = changesOf(session)
  await session.run({ do: 'point', at: { layer: 0, unit: 1 } })
  await session.run({ do: 'set', changes: { 'view.tab': 'layer' } })
  assert.deepEqual([session.pointed, session.state.view.tab], [{ layer: 0, unit: 1 }, 'layer'])
  assert.equal(session.frame, frame)
  assert.deepEqual(
    seen.filter((change) => change !== 'notice'),
    ['pointed', 'opened'],
  )
})

test('while it plays, no frame is sent before the last was seen', async (t) => {
  let sent = 0
  let mostUnseen = 0
  const counted = () => {
    const port = startWorker()
    port.addEventListener('message', ({ data }) => {
      if (data.type === 'update') mostUnseen = Math.max(mostUnseen, ++sent)
    })
    const post = port.postMessage.bind(port)
    port.postMessage = (message) => {
      if (message.type === 'seen') sent--
      post(message)
    }
    return port
  }
  const session = await openSession(t, '', counted)
  await session.run({ do: 'play' })
  await until(session, ({ frame }) => frame.step > 3000)
  await session.run({ do: 'pause' })
  assert.equal(mostUnseen, 1)
})

test('the engine answers questions that change nothing', async (t) => {
  const session = await openSession(t, 'data=spiral')
  await session.run({ do: 'step', count: 10 })
  const before = weightsOf(session)
  const weight = { layer: 1, row: 2, column: 3 }
  const shock = await session.ask('shock', { parameter: weight, epsilon: 1e-4 })
  assert.ok(Math.abs(shock.slope - shock.gradient) < 1e-6)
  const surface = await session.ask('costSurface', {
    a: weight,
    b: { layer: 2, row: 0, bias: true },
    rangeA: [-1, 1],
    rangeB: [-1, 1],
    resolution: 5,
  })
  assert.equal(surface.a.length, 5)
  const { worst, checked } = await session.ask('gradientCheck')
  assert.equal(checked, before.length)
  assert.ok(worst.difference < 1e-5)
  const batch = await session.ask('nextBatch')
  assert.equal(batch.length, session.state.training.batchSize)
  assert.deepEqual((await session.ask('trace', { isBatch: true })).rows, batch)
  const own = await session.ask('trace', { X: [[0.5, -0.5]], Y: [[1]] })
  assert.equal(own.layers.at(-1).activation[0].length, 1)
  assert.equal((await session.ask('generate', { name: 'moons', samples: 12, noise: 0, seed: 1 })).X.shape[0], 12)
  await assert.rejects(session.ask('secrets'), /^RangeError: question: must be one of/)
  await assert.rejects(session.ask('trace', { row: -1 }), /^RangeError: row: must be from 0/)
  await session.run({ do: 'pause' })
  assert.deepEqual(weightsOf(session), before)
})

test('a worker that fails is replaced, and the weights go on', async (t) => {
  const ports = []
  const start = () => {
    const port = startWorker()
    ports.push(port)
    return port
  }
  const session = await openSession(t, '', start)
  await session.run({ do: 'step', count: 77 })
  const before = weightsOf(session)
  ports[0].dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }))
  await until(session, ({ notice }) => notice?.message.includes('out of memory'))
  assert.deepEqual(weightsOf(session), before)
  assert.equal(session.frame.step, 77)
  assert.ok((await session.run({ do: 'step' })).ok)
  assert.equal(session.frame.step, 78)
})

test('a worker that cannot start is told to whoever opened the session', async (t) => {
  const broken = () => {
    const port = startWorker()
    t.after(() => port.close())
    queueMicrotask(() => port.dispatchEvent(Object.assign(new Event('error'), { message: 'no engine' })))
    return port
  }
  await assert.rejects(openSession(t, '', broken), /no engine/)
})

test('two sessions know nothing of each other', async (t) => {
  const [one, other] = [await openSession(t), await openSession(t)]
  await one.run({ do: 'step', count: 10 })
  assert.deepEqual([one.frame.step, other.frame.step], [10, 0])
})

test('the speed can be changed while it plays', async (t) => {
  const session = await openSession(t)
  await session.run({ do: 'set', changes: { 'view.speed': 1 } })
  await session.run({ do: 'play' })
  await session.run({ do: 'set', changes: { 'view.speed': 0 } })
  await until(session, ({ frame }) => frame.step > 100)
  await session.run({ do: 'pause' })
})

test('a link that comes in, first or later, tells of names that are none, and of one that was cut off', async (t) => {
  const session = await openSession(t, '?data=xor&rate=0.3&la')
  assert.match(session.notice.message, /cut off: “la”/)
  const near = await session.run({ do: 'load', state: 'data=circle&learningrate=0.3' })
  assert.deepEqual([near.ok, session.state.data.name], [true, 'circle'])
  assert.match(near.message, /“learningrate” .* “rate”/)
  const { ok, message } = await session.run({ do: 'load', state: 'data=xor&tab=neuro' })
  assert.equal(ok, false)
  assert.match(message, /neuro/)
  assert.equal(session.state.data.name, 'circle')
})
