import assert from 'node:assert/strict'
import test from 'node:test'
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { readFile, writeFile } from '../../web/src/keep/file.ts'
import { openKept } from '../../web/src/keep/open.ts'
import { packMoment } from '../../web/src/keep/pack.ts'
import { guardOf } from '../../web/src/state/fixed.ts'
import { sentences } from '../../web/src/views/keep/refusal-sentences.ts'
import { catalog, openSession, startWorker, weightsOf } from './session-helper.mjs'
import { scripts } from './sources.mjs'

/** A session that is kept, as a file or by the browser: whoever opens it goes on where it was. */

const fileOf = (session) => writeFile(packMoment(session.moment()))

/** What the browser keeps is copied like a message. */
const ways = {
  'a file': (session) => readFile(fileOf(session)),
  'the browser': (session) => structuredClone(packMoment(session.moment())),
}

const seen = (session) => ({
  state: { ...session.save(), step: undefined },
  edits: session.edits,
  step: session.frame.step,
  epoch: session.frame.epoch,
  cost: session.frame.cost,
  weights: weightsOf(session),
  history: session.history,
})

/** Opens what was kept in another session, and holds it against the one it is of, then and after the same commands. */
async function assertSame(t, session, kept, commands) {
  const again = await openSession(t, 'data=xor&layers=3.relu-1.sigmoid')
  await again.run({ do: 'step', count: 3 })
  const { proof } = await openKept(again, kept, startWorker)
  assert.equal(proof, 'same')
  assert.deepEqual(seen(again), seen(session))
  for (const command of commands) {
    for (const one of [again, session]) await one.run(command)
    assert.deepEqual(weightsOf(again), weightsOf(session), `after ${command.do}`)
    assert.equal(again.frame.step, session.frame.step, command.do)
    assert.deepEqual(again.edits, session.edits, command.do)
  }
}

for (const { name } of catalog.optimizers)
  test(`a session that learns by ${name} goes on from a file and from the browser, in the middle of an epoch`, async (t) => {
    for (const [way, keep] of Object.entries(ways)) {
      const session = await openSession(t, `start=penguins&optimizer=${name}&batch=16`)
      await session.run({ do: 'step', count: 9 })
      assert.notEqual(session.frame.epoch % 1, 0, way)
      await assertSame(t, session, keep(session), [{ do: 'step', count: 30 }, { do: 'epoch' }, { do: 'reset' }])
    }
  })

test('whatever is done, what was kept goes on bit for bit, and undo and redo lead to the same moments', async (t) => {
  const at = fc.record({ layer: fc.nat(1), row: fc.nat(2), column: fc.nat(1) }, { noNullPrototype: true })
  const command = fc.oneof(
    { weight: 4, arbitrary: fc.nat(30).map((count) => ({ do: 'step', count: count + 1 })) },
    fc.constantFrom(
      ...[{ do: 'epoch' }, { do: 'reset' }, { do: 'randomize' }, { do: 'undo' }, { do: 'undo' }, { do: 'redo' }],
      ...[
        { do: 'addLayer', at: 0 },
        { do: 'removeLayer', at: 0 },
        { do: 'addUnit', layer: 0 },
      ],
      ...[
        { do: 'removeUnit', layer: 0 },
        { do: 'chooseData', name: 'moons' },
        { do: 'chooseData', name: 'hand' },
      ],
      { do: 'mute', layer: 0, unit: 0, isMuted: true },
      {
        do: 'set',
        changes: {
          'data.table': {
            inputs: ['a', 'b'],
            outputs: ['c', 'd'],
            rows: [
              [1, -0, 0, 1],
              [0.1, 2, 1, 0],
            ],
          },
        },
      },
    ),
    { weight: 3, arbitrary: fc.record({ do: fc.constant('goTo'), step: fc.nat(40) }, { noNullPrototype: true }) },
    fc.nat(3).map((run) => ({ do: 'goTo', step: 5, run })),
    fc.tuple(at, fc.boolean()).map(([parameter, isLocked]) => ({ do: 'lock', parameters: [parameter], isLocked })),
    fc
      .tuple(at, fc.constantFrom(-0, 0.1, 5e-324, -1.7))
      .map(([parameter, value]) => ({ do: 'setParameter', parameter, value })),
    fc
      .tuple(
        fc.constantFrom('optimizer', 'learningRate', 'batchSize', 'l2', 'shuffle'),
        fc.constantFrom(...catalog.optimizers.map(({ name }) => name)),
        fc.constantFrom(1, 3, 7),
      )
      .map(([name, optimizer, number]) => ({
        do: 'set',
        changes: {
          [`training.${name}`]: {
            optimizer,
            learningRate: number / 9,
            batchSize: number,
            l2: number / 50,
            shuffle: false,
          }[name],
        },
      })),
  )
  const property = fc.asyncProperty(
    fc.constantFrom('data=xor', 'start=circle', 'start=tutorial', 'data=bumps&precision=float32'),
    fc.array(command, { minLength: 1, maxLength: 14 }),
    fc.constantFrom(...Object.keys(ways)),
    async (query, commands, way) => {
      const session = await openSession(t, query)
      for (const one of commands) await session.run(one)
      const after = ['step', 'undo', 'step', 'undo', 'redo', 'undo', 'undo', 'step'].map((name) => ({ do: name }))
      await assertSame(t, session, ways[way](session), after)
      session.dispose()
    },
  )
  await fc.assert(property, { numRuns: 20 })
})

test('a training that has diverged is kept as it is, and what it was before', async (t) => {
  const session = await openSession(t, 'start=diverges')
  await session.run({ do: 'step', count: 5000 })
  assert.ok(session.frame.hasDiverged)
  await assertSame(t, session, ways['a file'](session), [{ do: 'step' }, { do: 'reset' }, { do: 'step', count: 5 }])
})

test('the way back from a session that was opened is there, with all that could be undone', async (t) => {
  const other = await openSession(t, 'start=circle')
  await other.run({ do: 'step', count: 10 })
  const session = await openSession(t, 'start=tutorial')
  await session.run({ do: 'step', count: 20 })
  await session.run({ do: 'addUnit', layer: 0 })
  await session.run({ do: 'step', count: 5 })
  const before = seen(session)
  const { goBack } = await openKept(session, readFile(fileOf(other)), startWorker)
  assert.deepEqual(seen(session), seen(other))
  await session.run({ do: 'step', count: 4 })
  await goBack()
  assert.deepEqual(seen(session), before)
  await session.run({ do: 'undo' })
  assert.equal(session.frame.step, 20)
})

/** Refuses with a sentence, or takes it: in both cases the session stands, and learns on. */
async function assertStands(session, kept) {
  const before = seen(session)
  const opened = await openKept(session, kept, startWorker).catch((error) => {
    assert.ok(error.refusal || error.name === 'Unreadable' || error instanceof Error, String(error))
    assert.ok(error.message.length > 5)
  })
  if (opened) await opened.goBack()
  assert.deepEqual(seen(session), before)
  return Boolean(opened)
}

const jsonOf = (text) => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

test('a file that is not ours, is of a later version or is damaged is refused, and nothing changes', async (t) => {
  const session = await openSession(t, 'start=circle')
  await session.run({ do: 'step', count: 5 })
  const text = fileOf(session)
  const other = (code) => ({ name: 'Unreadable', code })
  for (const wrong of ['', 'null', '[]', '{}', 'PK\u0003', '{"glassbox":1}', '{"v":1}'])
    assert.throws(() => readFile(wrong), other('notOurs'), wrong)
  assert.throws(() => readFile(text.replace('"v":1', '"v":2')), other('laterFile'))
  assert.throws(() => readFile('x'.repeat(64_000_001)), other('tooLarge'))
  const property = fc.property(fc.nat(text.length - 60), fc.nat(127), (at, code) => {
    const head = '{"glassbox":"session","v":1,"sum":"'.length
    const place = head + (at % (text.length - head - 4))
    const letter = String.fromCharCode(code)
    if (text[place] === letter || /\s/.test(letter)) return
    const changed = text.slice(0, place) + letter + text.slice(place + 1)
    if (isDeepStrictEqual(JSON.parse(text), jsonOf(changed))) return // 1E-8 is 1e-8
    try {
      readFile(changed)
      assert.fail(`${place} ${letter}`)
    } catch (error) {
      assert.ok(['damaged', 'notOurs'].includes(error.code), error.stack)
    }
  })
  fc.assert(property, { numRuns: 300 })
  for (let cut = 40; cut < text.length - 2; cut += 97)
    assert.throws(() => readFile(text.slice(0, cut)), other('damaged'))
})

test('whatever stands in a file in place of what belongs there, the session stands', async (t) => {
  const session = await openSession(t, 'start=circle')
  await session.run({ do: 'step', count: 5 })
  const source = await openSession(t, 'start=tutorial')
  for (const command of [
    ...[{ do: 'step', count: 3 }, { do: 'addLayer', at: 0 }, { do: 'step', count: 2 }, { do: 'undo' }],
    ...[
      { do: 'addUnit', layer: 0 },
      { do: 'setParameter', parameter: { layer: 0, row: 0, bias: true }, value: 1 },
    ],
    ...[{ do: 'step', count: 3 }, { do: 'randomize' }, { do: 'step', count: 2 }, { do: 'undo' }],
  ])
    await source.run(command)
  const kept = packMoment(source.moment())
  const places = placesIn(kept)
  assert.ok(places.length > 200)
  const junk = fc.oneof(
    fc.constantFrom(null, undefined, -1, 0.5, 1e9, 2 ** 53, NaN, '', 'x', [], {}, true, [null], [[]], '__proto__'),
    fc.constantFrom(new Float64Array(0), Float64Array.of(NaN), new Float64Array(1000), new Uint8Array(3)),
    fc.nat(6),
  )
  let taken = 0
  const property = fc.asyncProperty(fc.constantFrom(...places), junk, async (path, value) => {
    const changed = structuredClone(kept)
    const holder = path.slice(0, -1).reduce((found, key) => found[key], changed)
    holder[path.at(-1)] = value
    taken += await assertStands(session, changed)
  })
  await fc.assert(property, { numRuns: 150 })
  assert.ok(taken < 100, `${taken} of 150 were taken`)
})

const placesIn = (value, path = []) =>
  typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)
    ? Object.keys(value).flatMap((key) => [[...path, key], ...placesIn(value[key], [...path, key])])
    : []

test('bytes of a snapshot that were changed or cut off are refused by the engine, or lead elsewhere', async (t) => {
  const session = await openSession(t, 'start=circle')
  await session.run({ do: 'step', count: 5 })
  const source = await openSession(t, 'start=penguins&optimizer=adam')
  await source.run({ do: 'step', count: 30 })
  const kept = packMoment(source.moment())
  const { snapshot } = kept.checkpoint
  const change = fc.oneof(
    fc.tuple(fc.nat(snapshot.length - 1), fc.integer({ min: 1, max: 255 })).map(([at, bits]) => (bytes) => {
      bytes[at] ^= bits
      return bytes
    }),
    fc.nat(snapshot.length).map((length) => (bytes) => bytes.slice(0, length)),
    fc.uint8Array({ maxLength: 400 }).map((more) => (bytes) => Uint8Array.from([...bytes, ...more])),
    fc.uint8Array({ maxLength: 4000 }).map((other) => () => other),
    fc
      .tuple(fc.nat(snapshot.length - 9), fc.uint8Array({ minLength: 8, maxLength: 8 }))
      .map(([at, eight]) => (bytes) => {
        bytes.set(eight, at)
        return bytes
      }),
  )
  const property = fc.asyncProperty(change, async (changed) => {
    const checkpoint = { ...kept.checkpoint, snapshot: changed(snapshot.slice()) }
    await assertStands(session, { ...kept, checkpoint })
  })
  await fc.assert(property, { numRuns: 300 })
})

test('a file whose steps do not lead to its weights opens with the weights as the first ones, and says so', async (t) => {
  const session = await openSession(t, 'start=circle')
  const [source, other] = [await openSession(t, 'start=penguins'), await openSession(t, 'start=penguins')]
  await source.run({ do: 'step', count: 30 })
  await other.run({ do: 'step', count: 31 })
  const [kept, lie] = [source, other].map((one) => packMoment(one.moment()))
  kept.checkpoint = { ...lie.checkpoint, step: 30 }
  const { proof, goBack } = await openKept(session, kept, startWorker)
  assert.equal(proof, 'other')
  assert.equal(session.frame.step, 0)
  assert.deepEqual(weightsOf(session), weightsOf(other))
  await goBack()
  assert.equal(session.state.data.name, 'circle')
})

test('steps that would take too long are not taken again: only what the engine can tell is checked', async (t) => {
  const session = await openSession(t, 'start=circle')
  const source = await openSession(t, 'start=penguins')
  await source.run({ do: 'step', count: 3 })
  const kept = packMoment(source.moment())
  const far = structuredClone(kept)
  far.runs[0].end = far.present.step = far.checkpoint.step = 1e12
  assert.equal((await openKept(session, far, startWorker)).proof, 'untold')
  far.checkpoint = null
  await assert.rejects(openKept(session, far, startWorker), { code: 'tooLong' })
})

test('what an author has fixed, no file changes', async (t) => {
  const session = await openSession(t, 'start=circle')
  const source = await openSession(t, 'start=penguins')
  session.guard = guardOf('data')
  await assert.rejects(openKept(session, packMoment(source.moment()), startWorker), /fixed/)
  assert.equal(session.state.data.name, 'circle')
})

test('whatever cannot be read has its sentence, and every sentence is of something', () => {
  const rooms = /^web\/src\/(keep|import|views\/keep)\//
  const codes = scripts
    .filter(({ name }) => rooms.test(name))
    .flatMap(({ text }) => [...text.matchAll(/new Unreadable\(([^{)]*)/g)])
    .flatMap(([, code]) => [...code.matchAll(/'(\w+)'/g)])
    .map(([, code]) => code)
    .filter((code) => code !== 'QuotaExceededError')
  assert.deepEqual([...new Set(codes)].sort(), Object.keys(sentences).sort())
})
