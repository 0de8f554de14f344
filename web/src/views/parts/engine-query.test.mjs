import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises'
import fc from 'fast-check'
import { EngineQuery } from './engine-query.ts'

const first = { data: 1, network: 2, training: 3, parameters: 4 }

/** A session whose answers come when they are told to: each tells what was asked, and of what it is. */
function fakeSession(isRunning = false) {
  const open = []
  return {
    revision: first,
    isRunning,
    open,
    askWithRevision: (_, details) => new Promise((resolve, reject) => open.push({ details, resolve, reject })),
    async answer(revision = this.revision) {
      const { details, resolve } = open.shift()
      resolve({ revision, answer: { details, revision } })
      await turn()
    },
    async refuse(revision = this.revision) {
      open.shift().resolve({ revision, refusal: new RangeError('no such row') })
      await turn()
    },
  }
}

function open(isRunning = false, pause = 0) {
  const session = fakeSession(isRunning)
  const shown = []
  const query = new EngineQuery(session, 'trace', () => shown.push(query.found?.details), pause)
  const ask = async (details) => {
    query.ask(details)
    await turn()
  }
  return { session, query, shown, ask }
}

test('an answer about the frame is shown, and not asked for again', async () => {
  const { session, query, shown, ask } = open()
  await ask({ row: 1 })
  assert.ok(query.isAwaited && !query.isCurrent)
  await ask({ row: 1 })
  await session.answer()
  await ask({ row: 1 })
  assert.deepEqual(shown, [{ row: 1 }])
  assert.deepEqual(query.found, {
    details: { row: 1 },
    revision: first,
    answer: { details: { row: 1 }, revision: first },
  })
  assert.ok(query.isCurrent && !query.isAwaited)
  assert.equal(session.open.length, 0)
})

test('an answer of another revision is not shown, whatever it is that is other, and is asked for again', async () => {
  for (const thing of Object.keys(first)) {
    const { session, query, shown, ask } = open()
    await ask({ row: 1 })
    await session.answer({ ...first, [thing]: 9 })
    assert.deepEqual(shown, [], thing)
    assert.ok(query.isAwaited)
    await ask({ row: 1 })
    await session.answer()
    assert.deepEqual(shown, [{ row: 1 }], thing)
  }
})

test('what was found stays until there is a newer answer, but not for other data or another network', async () => {
  const { session, query, ask } = open()
  await ask({ row: 1 })
  await session.answer()
  session.revision = { ...first, training: 5, parameters: 6 }
  assert.ok(query.found && !query.isCurrent)
  for (const thing of ['data', 'network']) {
    session.revision = { ...first, [thing]: 5 }
    assert.equal(query.found, null, thing)
  }
})

test('of questions that overtake each other the newest wins', async () => {
  const { session, query, shown, ask } = open()
  for (const row of [1, 2, 3]) await ask({ row })
  assert.equal(session.open.length, 1, 'one at a time')
  await session.answer()
  assert.deepEqual(shown, [], 'something else is asked by now')
  assert.deepEqual(
    session.open.map(({ details }) => details),
    [{ row: 3 }],
  )
  await ask({ row: 4 })
  await ask({ row: 3 })
  await session.answer()
  assert.deepEqual(shown, [{ row: 3 }], 'asked again for what is under way')
  assert.equal(session.open.length, 0)
  assert.ok(query.isCurrent)
})

test('while it trains there is a pause between two questions, with what is wanted at its end; it ends with the training', async () => {
  const pause = 60
  const { session, shown, ask } = open(true, pause)
  const next = (parameters) => {
    session.revision = { ...first, parameters }
  }
  const begin = performance.now()
  await ask({ row: 1 })
  next(5)
  await session.answer()
  next(6)
  await ask({ row: 1 })
  await ask({ row: 2 })
  await sleep(pause / 3)
  assert.equal(session.open.length, 0)
  while (session.open.length === 0) await sleep(2)
  assert.ok(performance.now() - begin >= pause - 2)
  assert.deepEqual(session.open[0].details, { row: 2 })
  await session.answer()
  next(7)
  await ask({ row: 3 })
  assert.equal(session.open.length, 0)
  session.isRunning = false
  await ask({ row: 3 })
  assert.equal(session.open.length, 1, 'at once')
  await session.answer()
  assert.deepEqual(shown, [{ row: 1 }, { row: 2 }, { row: 3 }])
})

test('while it trains an answer may be ahead of the frame or behind it, but not behind the one before', async () => {
  const { session, shown, ask } = open(true)
  for (const [row, parameters, isShown] of [
    [1, 9, true],
    [2, 7, false],
    [3, 12, true],
  ]) {
    session.revision = { ...first, parameters: 8 + row }
    await ask({ row })
    await session.answer({ ...first, parameters })
    assert.equal(
      shown.some((details) => details.row === row),
      isShown,
    )
  }
  session.revision = { ...first, parameters: 20 }
  await ask({ row: 4 })
  await session.answer({ ...first, parameters: 20, training: 19 })
  assert.equal(shown.length, 2, 'of other settings')
})

test('what was found is of the past at rest until the answer about the frame is there, or a refusal', async () => {
  const { session, query, ask } = open()
  assert.equal(query.isUnderWay, false, 'nothing was asked')
  await ask({ row: 1 })
  await session.answer()
  assert.equal(query.isUnderWay, false)
  session.revision = { ...first, parameters: 5 }
  assert.equal(query.isUnderWay, false, 'not asked again')
  await ask({ row: 1 })
  assert.ok(query.isUnderWay && query.found !== null)
  await session.refuse()
  assert.deepEqual([query.isUnderWay, query.found], [false, null])
  assert.match(query.refusal.message, /no such row/)
})

test('while it trains what was found is of the past only where the settings have changed', async () => {
  const { session, query, ask } = open(true)
  await ask({ row: 1 })
  await session.answer()
  session.revision = { ...first, parameters: 5 }
  await ask({ row: 1 })
  assert.equal(query.isUnderWay, false)
  session.revision = { ...first, parameters: 6, training: 4 }
  await ask({ row: 1 })
  assert.equal(query.isUnderWay, true)
  await session.answer({ ...first, parameters: 5 })
  assert.equal(query.isUnderWay, true, 'that was of the settings before')
  await ask({ row: 1 })
  await session.answer()
  assert.equal(query.isUnderWay, false)
})

test('after it is disposed of nothing comes', async () => {
  const { session, query, shown, ask } = open(true, 60)
  await ask({ row: 1 })
  query.dispose()
  await session.answer()
  await ask({ row: 2 })
  assert.deepEqual([shown, session.open], [[], []])

  const waiting = open(true, 60)
  await waiting.ask({ row: 1 })
  await waiting.session.answer()
  await waiting.ask({ row: 2 })
  waiting.query.dispose()
  await sleep(80)
  assert.deepEqual(waiting.session.open, [])
})

test('a refusal is told, but for that of an outdated question; the next answer ends it', async () => {
  const { session, query, shown, ask } = open()
  const refuse = async (revision) => {
    session.open.shift().resolve({ revision, refusal: new RangeError('row: must be from 0 to 3, got 9') })
    await turn()
  }
  await ask({ row: 9 })
  session.revision = { ...first, data: 5 }
  await refuse(first)
  assert.deepEqual([query.refusal, shown], [null, []])
  await ask({ row: 9 })
  await refuse(session.revision)
  assert.match(query.refusal.message, /^row:/)
  assert.equal(shown.length, 1)
  await ask({ row: 9 })
  assert.equal(session.open.length, 0, 'it would be refused again')
  await ask({ row: 1 })
  await session.answer()
  assert.equal(query.refusal, null)
})

test('a question that is lost with its worker is asked again with the next frame', async () => {
  const { session, shown, ask } = open()
  await ask({ row: 1 })
  session.open.shift().reject(new Error('the worker was lost'))
  await turn()
  session.revision = { ...first, parameters: 5 }
  await ask({ row: 1 })
  await session.answer()
  assert.deepEqual(shown, [{ row: 1 }])
})

test('nothing is asked where there is nothing to be known', async () => {
  const { session, query, shown, ask } = open()
  await ask({ row: 1 })
  await ask(null)
  assert.ok(!query.isAwaited)
  await session.answer()
  assert.deepEqual([shown, session.open], [[], []])
})

/** A session and a worker that is ahead of it: what the worker has to say comes in order, but later. */
function worldOf() {
  const session = fakeSession()
  const said = []
  let [count, held] = [first.parameters, first]
  let details = { row: 0 }
  const query = new EngineQuery(session, 'trace', check, 0)
  function check() {
    const { found } = query
    assert.deepEqual(found.details, details, 'what was asked last')
    assert.deepEqual(found.answer, { details: found.details, revision: found.revision })
    const [now, then] = [session.revision, found.revision].map(({ parameters, ...rest }) => rest)
    assert.deepEqual(then, now)
    if (!session.isRunning) assert.deepEqual(found.revision, session.revision)
  }
  /** A frame comes, and the view asks. */
  const tell = (update) => {
    said.push(() => {
      Object.assign(session, update)
      query.ask(details)
    })
  }
  return {
    session,
    query,
    ask(row) {
      details = { row }
      query.ask(details)
    },
    change(thing) {
      count++
      held = { ...held, parameters: count, [thing]: count }
      tell({ revision: held })
    },
    /** The worker looks at what was asked. */
    serve() {
      const revision = held
      for (const { details, resolve } of session.open.splice(0)) {
        said.push(() => resolve({ revision, answer: { details, revision } }))
      }
    },
    run: (isRunning) => tell({ revision: held, isRunning }),
    hear: () => said.shift()?.(),
    async settle() {
      for (let i = 0; i < 50; i++) {
        this.serve()
        this.hear()
        await turn()
      }
    },
    get details() {
      return details
    },
  }
}

const act = fc.oneof(
  fc.record({ do: fc.constant('ask'), with: fc.nat(2) }),
  fc.record({ do: fc.constant('change'), with: fc.constantFrom('data', 'network', 'training', 'parameters') }),
  fc.record({ do: fc.constant('run'), with: fc.boolean() }),
  fc.record({ do: fc.constantFrom('serve', 'hear', 'hear') }),
)

test('whatever comes in whatever order, what is shown last is about the frame and what was asked last', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 40 }), async (acts) => {
      const world = worldOf()
      for (const { do: name, with: value } of acts) {
        world[name](value)
        await turn()
      }
      world.run(false)
      world.ask(world.details.row)
      await world.settle()
      assert.ok(world.query.isCurrent)
      assert.deepEqual(world.query.found.answer, { details: world.details, revision: world.session.revision })
    }),
    { numRuns: 150 },
  )
})
