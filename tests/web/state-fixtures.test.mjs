/**
 * Every state and link that a version has saved is read by this one, as it was meant: the same settings, and the same
 * weights, bit for bit, unless the digits of the engine have a new version since, see digits.test.mjs; then those of that
 * version. A fixture that fails is never to be changed; what reads it is.
 */
import assert from 'node:assert/strict'
import test from 'node:test'
import { dataNames } from '../../web/src/data/sources.ts'
import { startNames } from '../../web/src/state/starts.ts'
import { readBack, storedFixtures, storedHashes } from './fixtures/fixtures.mjs'
import { catalog, openSession } from './session-helper.mjs'

const [fixtures, hashes] = await Promise.all([storedFixtures(), storedHashes()])

/** What of a value an earlier one has: what is new since is left out. */
function asIn(earlier, value) {
  if (!isPlain(earlier) || !isPlain(value)) return value
  return Object.fromEntries(
    Object.keys(earlier).flatMap((key) => (key in value ? [[key, asIn(earlier[key], value[key])]] : [])),
  )
}
const isPlain = (value) => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Fails unless it is read as the fixture says. */
async function expectRead(session, name, { steps, read }) {
  const { state, ...found } = await readBack(session, read.step, steps)
  const weights = hashes[name] ?? read.weights
  assert.deepEqual({ ...found, state: asIn(read.state, state) }, { ...read, weights })
}

const timeout = 60_000 // of a step that is never reached

for (const [name, fixture] of fixtures) {
  if (fixture.link !== undefined)
    test(`the link ${name}, saved by ${fixture.version}: ${fixture.about}`, { timeout }, async (t) => {
      await expectRead(await openSession(t, fixture.link), name, fixture)
    })
  if (fixture.state)
    test(`the state ${name}, saved by ${fixture.version}: ${fixture.about}`, { timeout }, async (t) => {
      const session = await openSession(t, 'data=sine')
      const { ok, message } = await session.run({ do: 'load', state: fixture.state })
      assert.ok(ok, message)
      await expectRead(session, name, fixture)
    })
}

test('there is one of every data and of every starting point', () => {
  const names = fixtures.map(([name]) => name)
  for (const name of dataNames(catalog)) assert.ok(names.includes(`data-${name}`), name)
  for (const name of startNames) assert.ok(names.includes(`start-${name}`), name)
})

test('a state that says another version is refused whole', async (t) => {
  const session = await openSession(t, 'data=xor')
  const before = session.save()
  const { ok } = await session.run({ do: 'load', state: { ...fixtures[0][1].state, v: 2 } })
  assert.equal(ok, false)
  assert.deepEqual(session.save(), before)
})
