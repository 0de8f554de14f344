import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { dataNames } from '../../web/src/data/sources.ts'
import { startNames } from '../../web/src/state/starts.ts'
import { catalog, openSession, until, weightsOf } from './session-helper.mjs'

/** Links that are sent: whoever opens one sees what its maker saw. */

const atRest = (session) => until(session, ({ isRunning }) => !isRunning)

/** The session that a link opens, when all its steps are taken. */
async function opened(t, link) {
  const session = await openSession(t, link)
  await atRest(session)
  return session
}

/** Opens the link of a session and holds what is there against it, and what both train next. */
async function assertSame(t, session, link = session.link()) {
  const again = await opened(t, link)
  assert.equal(again.notice, null, link)
  assert.deepEqual(weightsOf(again), weightsOf(session), link)
  if (!/[&?]step=/.test(`&${link}`) && session.frame.step > 0) return again
  assert.equal(again.frame.step, session.frame.step)
  for (const one of [again, session]) await one.run({ do: 'step', count: 25 })
  assert.deepEqual(weightsOf(again), weightsOf(session), `what ${link} trains next`)
  return again
}

const everywhere = [...startNames.map((name) => `start=${name}`), ...dataNames(catalog).map((name) => `data=${name}`)]

test('what was only trained travels as settings and a number of steps, bit for bit, and so does what it trains next', async (t) => {
  for (const query of everywhere) {
    const session = await openSession(t, query)
    await session.run({ do: 'step', count: 40 })
    await session.run({ do: 'epoch' })
    const link = session.link()
    assert.ok(link.length < 2000, `${query} ${link.length}`)
    assert.match(link, /^(start=\w+&)?data=[\w-]+&seal=\d+\.[\da-z]{6}&.*step=\d+(#weights=|$)/)
    await assertSame(t, session, link)
  }
})

const typical = {
  'other settings': [{ do: 'set', changes: { 'training.learningRate': 0.02, 'training.batchSize': 7 } }],
  'another optimizer': [{ do: 'set', changes: { 'training.optimizer': 'rmsprop' } }],
  'one precision less': [{ do: 'set', changes: { 'network.precision': 'float32' } }],
  'a layer and a neuron more': [
    { do: 'addLayer', at: 0 },
    { do: 'addUnit', layer: 0 },
  ],
  'a weight that is held': [{ do: 'lock', parameters: [{ layer: 0, row: 0, column: 0 }], isLocked: true }],
  'new initial weights': [{ do: 'randomize' }],
  'edits that were taken back': [{ do: 'addLayer', at: 0 }, { do: 'undo' }, { do: 'randomize' }, { do: 'undo' }],
}

/** One of each kind: by hand with weights of its own, two inputs, a table, several classes, one output that is an amount. */
const kinds = ['start=tutorial', 'start=circle', 'start=overfits', 'start=penguins', 'data=bumps', 'data=threeSpirals']

test('typical edits before the first step leave every link short, and it brings the same digits back', async (t) => {
  for (const [name, commands] of Object.entries(typical))
    for (const query of kinds) {
      const session = await openSession(t, query)
      for (const command of commands) await session.run(command)
      await session.run({ do: 'step', count: 5 })
      const link = session.link()
      assert.ok(link.length < 2000, `${name} of ${query}: ${link.length}`)
      assert.match(link, /step=5/)
      await assertSame(t, session, link)
    }
})

test('weights that no steps lead to stand after the #, where they fit, and become the initial ones', async (t) => {
  for (const query of everywhere) {
    const session = await openSession(t, query)
    await session.run({ do: 'step', count: 10 })
    await session.run({ do: 'setParameter', parameter: { layer: 0, row: 0, bias: true }, value: 0.125 })
    const link = session.link()
    assert.ok(link.length <= 7000, `${query} ${link.length}`)
    assert.doesNotMatch(link, /step=/)
    const fits = weightsOf(session).length <= 640
    assert.equal(/#weights=\d+\.[\w-]+\.[\da-z]{6}$/.test(link), fits, query)
    if (fits) await assertSame(t, session, link)
  }
})

test('a training that is too long to be taken again travels as weights', async (t) => {
  const session = await openSession(t, 'data=study-hours')
  await session.run({ do: 'step', count: 1_000_000 })
  assert.match(session.link(), /step=1000000$/)
  await session.run({ do: 'step' })
  assert.match(session.link(), /^data=study-hours#weights=2\./)
  await assertSame(t, session)
})

test('weights that are no numbers any more are in no link', async (t) => {
  const session = await openSession(t, 'start=diverges')
  await session.run({ do: 'step', count: 5000 })
  await session.run({ do: 'set', changes: { 'training.learningRate': 1 } })
  const link = session.link({ withParameters: true })
  const again = await opened(t, link)
  assert.notEqual(again.notice?.kind, 'error', link)
})

test('weights of one precision less take half the room', async (t) => {
  const session = await openSession(t, 'start=spiral&precision=float32')
  await session.run({ do: 'step', count: 10 })
  await session.run({ do: 'set', changes: { 'training.learningRate': 0.5 } })
  const link = session.link()
  assert.ok(link.length < 700, String(link.length))
  await assertSame(t, session, link)
})

test('initial weights set by hand are in the link with the steps, or the link has neither', async (t) => {
  const small = await openSession(t, 'start=xor')
  const large = await openSession(t, 'start=digits')
  for (const session of [small, large]) {
    await session.run({ do: 'setParameter', parameter: { layer: 0, row: 0, column: 0 }, value: 0.5 })
    await session.run({ do: 'step', count: 10 })
  }
  assert.match(small.link(), /step=10.*#weights=/)
  await assertSame(t, small)
  assert.doesNotMatch(large.link(), /step=|weights=|seal=/)
})

test('whatever is done, its link brings back what is there, or says only what it began with', async (t) => {
  const at = fc.record({ layer: fc.nat(1), row: fc.nat(2), column: fc.nat(1) }, { noNullPrototype: true })
  const command = fc.oneof(
    { weight: 4, arbitrary: fc.nat(30).map((count) => ({ do: 'step', count: count + 1 })) },
    fc.constantFrom(
      { do: 'epoch' },
      { do: 'reset' },
      { do: 'randomize' },
      { do: 'undo' },
      { do: 'redo' },
      { do: 'addLayer', at: 0 },
      { do: 'removeLayer', at: 0 },
      { do: 'addUnit', layer: 0 },
      { do: 'removeUnit', layer: 0 },
      { do: 'chooseData', name: 'moons' },
      { do: 'mute', layer: 0, unit: 0, isMuted: true },
    ),
    fc.tuple(at, fc.boolean()).map(([parameter, isLocked]) => ({ do: 'lock', parameters: [parameter], isLocked })),
    fc
      .tuple(at, fc.double({ min: -2, max: 2, noNaN: true }))
      .map(([parameter, value]) => ({ do: 'setParameter', parameter, value })),
    fc
      .constantFrom(
        ['training.learningRate', 0.3],
        ['training.optimizer', 'adam'],
        ['training.batchSize', 0],
        ['training.shuffle', false],
        ['data.noise', 0.2],
        ['data.seed', 4],
        ['network.seed', 9],
        ['network.layers.0.activation', 'relu'],
        ['view.row', 3],
        ['view.scope', 'batch'],
      )
      .map(([path, value]) => ({ do: 'set', changes: { [path]: value } })),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 1, maxLength: 8 }), async (commands) => {
      const session = await openSession(t, 'data=xor&layers=3.tanh-1.sigmoid&samples=40')
      for (const one of commands) await session.run(one)
      const again = await assertSame(t, session)
      session.dispose()
      again.dispose()
    }),
    { numRuns: 60 },
  )
})

test('a link whose steps come to other digits than its maker saw says so, and why', async (t) => {
  const session = await openSession(t, 'data=xor')
  await session.run({ do: 'step', count: 20 })
  const link = session.link()
  for (const [changed, sentence] of [
    [
      link.replace('step=20', 'step=21'),
      /^Whoever made this link saw different digits: .*probably been changed or cut off/,
    ],
    [link.replace('data=xor', 'data=xor&rate=0.5'), /different digits/],
    [
      link.replace(/seal=\d+\.\w+/, 'seal=7.000000'),
      /^Whoever made this link saw slightly different digits: .* version 7 /,
    ],
  ]) {
    const again = await opened(t, changed)
    await until(again, ({ notice }) => notice)
    assert.equal(again.notice.kind, 'info')
    assert.match(again.notice.message, sentence)
  }
  const settings = await openSession(t, 'data=moons&rate=0.05&batch=20')
  await settings.run({ do: 'step', count: 120 })
  const whole = settings.link()
  for (let end = whole.length - 1; end > whole.indexOf('&rate'); end--) {
    const cut = await opened(t, whole.slice(0, end))
    await until(cut, ({ notice }) => notice)
    cut.dispose()
  }
  const sameDigits = await opened(t, link.replace(/seal=\d+\./, 'seal=7.'))
  assert.equal(sameDigits.notice, null, 'another version with the very same digits is nobody’s business')
  const byHand = await opened(t, 'data=xor&step=20')
  assert.deepEqual(weightsOf(byHand), weightsOf(session))
  assert.equal(byHand.notice, null, 'by hand it needs no seal')
})

/** Few rows and many steps: long by the estimate, which knows no machine, and short on any. */
const long = 'data=study-hours&step=400000'

test('a link that may take long is asked about, with the network at step 0; then it is computed', async (t) => {
  const session = await opened(t, long)
  assert.equal(session.frame.step, 0)
  const { message, offer, kind } = session.notice
  assert.equal(kind, 'info')
  assert.match(message, /^The network is shown at step 0: training it to step 400,000 may take about \d+ seconds\.$/)
  assert.equal(offer.label, 'Compute 400,000 steps')
  await session.run({ do: 'set', changes: { 'view.tab': 'cost' } })
  await session.run({ do: 'set', changes: { 'view.row': 2 } })
  assert.equal(session.notice?.offer, offer, 'looking about does not end it')
  const there = until(session, ({ frame, isRunning }) => frame.step === 400_000 && !isRunning)
  offer.act()
  await until(session, ({ isRunning }) => isRunning)
  assert.equal(session.notice.offer.label, 'Stop')
  assert.equal(session.notice.offer.until, 400_000)
  await there
  await until(session, ({ notice }) => !notice)
  assert.match(session.link(), /step=400000/)
})

test('what is being computed can be stopped, and is where it was then', async (t) => {
  const session = await opened(t, 'data=spiral&step=1000000')
  session.notice.offer.act()
  await until(session, ({ frame }) => frame.step > 0)
  session.notice.offer.act()
  await until(session, ({ notice, isRunning }) => !notice && !isRunning)
  assert.ok(session.frame.step < 1_000_000)
  assert.ok((await session.run({ do: 'step' })).ok)
})

test('a state that a script gives is asked about too, unless it says that it is sure', async (t) => {
  const session = await opened(t, 'data=xor')
  const state = { data: { name: 'study-hours' }, step: 400_000 }
  const outcome = await session.run({ do: 'load', state })
  assert.deepEqual([outcome.ok, session.frame.step], [true, 0])
  assert.match(outcome.message, /may take about/)
  await session.run({ do: 'load', state, isSure: true })
  await atRest(session)
  assert.equal(session.frame.step, 400_000)
})

const huge = 'data=circle&samples=100000&layers=1024.tanh-1024.tanh-1.sigmoid'

test('what would take long even to show is asked about before anything of it is computed', async (t) => {
  const session = await opened(t, huge)
  assert.equal(session.state.data.samples, 500)
  assert.match(session.notice.message, /state: must be shown in 2 seconds, got \d+$/)
  assert.equal(session.notice.offer.label, 'Show it anyway')
  const before = weightsOf(session)
  const { ok, message } = await session.run({ do: 'load', state: huge })
  assert.equal(ok, false)
  assert.match(message, /must be shown in 2 seconds/)
  assert.deepEqual(weightsOf(session), before)
})
