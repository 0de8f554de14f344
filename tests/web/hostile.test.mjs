import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { refusalOf } from '../../web/src/network/refuse.ts'
import { checksum } from '../../web/src/state/base64.ts'
import { readChanges } from '../../web/src/state/written/changes.ts'
import { readGoal } from '../../web/src/state/written/goal.ts'
import { readNeuron, readReference } from '../../web/src/state/written/references.ts'
import { commands, links, ofScripts, states, texts } from './hostile-corpus.mjs'
import { openSession, weightsOf } from './session-helper.mjs'

/** Whatever comes from outside is taken as a whole or refused as a whole, with a sentence, and nothing is lost by it. */

const longestSentence = 700

/** All that there is to lose. */
const heldBy = (session) => ({
  weights: checksum(Float64Array.from(weightsOf(session))),
  step: session.frame.step,
  state: structuredClone(session.state),
  edits: session.edits,
  edited: session.editCount,
  pointed: session.pointed,
  overlay: session.overlay,
})

/** A session that has something to lose. */
async function trained(t) {
  const session = await openSession(t, 'data=moons&layers=4.tanh-1.sigmoid&seed=5')
  await session.run({ do: 'step', count: 20 })
  await session.run({ do: 'set', changes: { 'training.learningRate': 0.02 } })
  await session.run({ do: 'step', count: 3 })
  return session
}

async function assertRefused(session, command, name) {
  const before = heldBy(session)
  const { ok, message } = await session.run(command)
  assert.equal(ok, false, name)
  assert.match(message, /^\S.*: \S/, name)
  assert.ok(message.length < longestSentence && !/\n/.test(message), `${name}: ${message.slice(0, 900)}`)
  assert.deepEqual(heldBy(session), before, name)
  assert.equal({}.harmed, undefined, name)
}

const assertAlive = async (session) => {
  const { step } = session.frame
  assert.ok((await session.run({ do: 'step' })).ok)
  assert.equal(session.frame.step, step + 1)
}

test('a state that does harm or makes no sense is refused whole, with a sentence, and nothing is lost', async (t) => {
  const session = await trained(t)
  for (const [name, make] of Object.entries({ ...states, ...ofScripts }))
    await assertRefused(session, { do: 'load', state: make() }, name)
  await assertAlive(session)
})

test('so is a link', async (t) => {
  const session = await trained(t)
  for (const link of links) await assertRefused(session, { do: 'load', state: link }, link.slice(0, 200))
  for (const text of texts) await assertRefused(session, { do: 'load', state: text }, text)
  await assertAlive(session)
})

test('a page that opens with such a link says why, and has the first network', async (t) => {
  for (const link of links.filter((_, i) => i % 7 === 0)) {
    const session = await openSession(t, link)
    assert.equal(session.notice?.kind, 'error', link.slice(0, 200))
    assert.equal(session.state.data.name, 'circle')
    session.dispose()
  }
})

test('so is a command', async (t) => {
  const session = await trained(t)
  for (const [name, make] of Object.entries(commands)) await assertRefused(session, make(), name)
  await assertAlive(session)
})

/** JSON of any form, with names that mean something here and names that every object has. */
const key = fc.oneof(
  fc.constantFrom('v', 'data', 'name', 'network', 'layers', 'training', 'view', 'held', 'parameters', 'step', 'table'),
  fc.constantFrom('do', 'changes', 'state', 'at', 'count', 'layer', 'unit', 'row', 'column', 'parameter', 'value'),
  fc.constantFrom('__proto__', 'constructor', 'toString', ''),
)
const anything = fc.oneof(
  fc.anything({ key, withBigInt: true, withDate: true, withMap: true, withSet: true, withNullPrototype: true }),
  fc.anything({
    key,
    values: [fc.constantFrom('xor', 'tanh', 1, 0, -1, 0.5, NaN, 'set', 'play', ...texts)],
    maxDepth: 4,
  }),
)

test('whatever else is given as a state is taken whole or refused whole', async (t) => {
  const session = await trained(t)
  const group = fc.constantFrom('data', 'network', 'training', 'view', 'held', 'parameters', 'step', 'start', 'seal')
  const partial = fc.tuple(group, anything).map(([name, value]) => ({ v: 1, data: { name: 'xor' }, [name]: value }))
  await fc.assert(
    fc.asyncProperty(fc.oneof(partial, anything), async (state) => {
      const before = heldBy(session)
      const { ok, message } = await session.run({ do: 'load', state })
      if (ok) await session.run({ do: 'undo' })
      else assert.match(message, /: /)
      const now = heldBy(session)
      assert.deepEqual([now.weights, now.step, now.state.data], [before.weights, before.step, before.state.data])
    }),
    { numRuns: 400 },
  )
  await assertAlive(session)
})

test('whatever else is given as a command is done or refused, with nothing in between', async (t) => {
  const session = await trained(t)
  const name = fc.constantFrom(
    ...['set', 'step', 'epoch', 'setParameter', 'lock', 'mute', 'addLayer', 'removeLayer', 'addUnit', 'removeUnit'],
    ...['chooseData', 'setHiddenLayers', 'point', 'overlay', 'load', 'undo', 'redo', 'constructor', 'nonsense'],
  )
  const command = fc
    .tuple(name, fc.dictionary(key, anything, { maxKeys: 4 }))
    .map(([word, rest]) => ({ ...rest, do: word }))
  await fc.assert(
    fc.asyncProperty(fc.oneof(command, anything), async (given) => {
      const before = heldBy(session)
      const { ok, message } = await session.run(given)
      if (ok) return
      assert.match(message, /: /)
      assert.deepEqual(heldBy(session), before)
    }),
    { numRuns: 400 },
  )
  await assertAlive(session)
})

test('whatever is written into an attribute is understood or refused with a sentence', () => {
  const piece = fc.constantFrom(
    '1.W1,1',
    '=',
    '0.5',
    ';',
    '1.B2',
    'rate',
    'cost',
    '<=',
    ' and ',
    '1.2',
    ...texts,
    '∞',
    '1e999',
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece, { maxLength: 12 }).map((parts) => parts.join('')),
  )
  for (const read of [readChanges, readGoal, readNeuron, readReference])
    fc.assert(
      fc.property(fc.oneof(text, anything), (written) => {
        try {
          read(written, 'attribute')
        } catch (error) {
          assert.ok(refusalOf(error), `${read.name}: ${error}`)
          assert.ok(error.message.length < longestSentence)
        }
      }),
      { numRuns: 500 },
    )
  for (const read of [readChanges, readGoal, readNeuron, readReference])
    for (const long of ['1.W1,1=0.5;'.repeat(1e6), 'x'.repeat(1e7), ' '.repeat(1e7), '='.repeat(1e7)])
      assert.throws(
        () => read(long, 'attribute'),
        (error) => refusalOf(error) !== null,
      )
})
