import assert from 'node:assert/strict'
import test from 'node:test'
import { Heartbeat } from '../../web/src/session/heartbeat.ts'
import { createSession } from '../../web/src/session/session.ts'
import { openSession, startWorker, until, weightsOf } from './session-helper.mjs'

/** A timer that is wound by hand. */
function clockwork() {
  const clock = { next: null, isAway: false, asked: 0, silences: 0 }
  const pulse = {
    later(next) {
      clock.next = next
      return () => {
        clock.next = null
      }
    },
    isAway: () => clock.isAway,
  }
  clock.tick = (count = 1) => {
    for (let i = 0; i < count; i++) {
      const { next } = clock
      clock.next = null
      next?.()
    }
  }
  return { clock, pulse }
}

function beating() {
  const { clock, pulse } = clockwork()
  clock.heart = new Heartbeat(
    () => clock.asked++,
    () => clock.silences++,
    pulse,
  )
  return clock
}

test('a worker that gives no sign of life for ten ticks is given up, once', () => {
  const clock = beating()
  clock.tick(10)
  assert.deepEqual([clock.asked, clock.silences], [10, 0])
  clock.tick(5)
  assert.deepEqual([clock.asked, clock.silences], [10, 1])
})

test('any sign of life counts, ticks of a hidden page do not, and a stopped watch watches no more', () => {
  const clock = beating()
  for (let i = 0; i < 30; i++) {
    clock.tick(9)
    clock.heart.hear()
  }
  clock.isAway = true
  clock.tick(100)
  clock.isAway = false
  clock.tick(10)
  assert.equal(clock.silences, 0)
  clock.heart.stop()
  clock.tick(100)
  assert.equal(clock.silences, 0)
})

test('a worker that said it will be busy may be silent for as long, and not for ever', () => {
  const clock = beating()
  clock.heart.allow(60)
  clock.tick(60)
  assert.equal(clock.silences, 0)
  clock.tick()
  assert.equal(clock.silences, 1)
  const other = beating()
  other.heart.allow(60)
  other.heart.allow(0)
  other.tick(11)
  assert.equal(other.silences, 1)
})

/** A session whose worker can be made deaf and mute, as one in an endless loop is. */
async function mortal(t, url = '') {
  const { clock, pulse } = clockwork()
  const ports = []
  const worker = () => {
    const port = startWorker()
    const post = port.postMessage.bind(port)
    port.postMessage = (message) => port.isDead || post(message)
    port.addEventListener('message', (event) => port.isDead && event.stopImmediatePropagation())
    ports.push(port)
    return port
  }
  const session = await createSession({ worker, pulse, url })
  t.after(() => session.dispose())
  return { session, clock, ports }
}

const aMoment = () => new Promise((resolve) => setTimeout(resolve))

test('a worker that falls silent is replaced by one that goes on from the last frame, and what was asked is settled', async (t) => {
  const { session, clock, ports } = await mortal(t)
  await session.run({ do: 'step', count: 77 })
  await session.run({ do: 'set', changes: { 'training.learningRate': 0.02 } })
  const before = weightsOf(session)
  ports[0].isDead = true
  const stepped = session.run({ do: 'step' })
  const answered = assert.rejects(session.ask('trace', { row: 0 }), { name: 'WorkerLost' })
  await aMoment()
  clock.tick(11)
  await until(session, ({ notice }) => notice)
  const result = await stepped
  assert.equal(result.ok ?? result, false)
  await answered
  assert.equal(ports.length, 2)
  assert.deepEqual(weightsOf(session), before)
  assert.match(session.notice.message, /started again where it was/)
  await session.run({ do: 'step' })
  assert.equal(session.frame.step, 78)
})

test('with another worker nothing is lost: the next steps have the same bits, and what was done can be undone', async (t) => {
  const query = 'data=xor&layers=4.tanh-1.sigmoid&optimizer=adam&batchSize=7'
  const whole = await openSession(t, query)
  const { session, clock, ports } = await mortal(t, query)
  const both = async (command) => {
    await whole.run(command)
    await session.run(command)
  }
  await both({ do: 'step', count: 30 })
  await both({ do: 'set', changes: { 'training.learningRate': 0.02 } })
  await both({ do: 'lock', parameters: [{ layer: 0, row: 1, bias: true }], isLocked: true })
  await both({ do: 'step', count: 45 })
  ports[0].isDead = true
  session.run({ do: 'step' })
  await aMoment()
  clock.tick(11)
  await until(session, ({ notice }) => notice)
  await both({ do: 'step', count: 10 })
  assert.deepEqual(weightsOf(session), weightsOf(whole))
  assert.deepEqual(session.history.step.at(-1), 85)
  for (const command of ['undo', 'undo', 'redo', 'redo']) {
    await both({ do: command })
    assert.deepEqual(weightsOf(session), weightsOf(whole), command)
    assert.deepEqual(session.state, whole.state)
    assert.deepEqual(session.edits, whole.edits)
  }
})

test('a worker that is lost with the very first state is replaced by one that takes it', async (t) => {
  const { clock, pulse } = clockwork()
  const ports = []
  const worker = () => {
    const port = startWorker()
    const post = port.postMessage.bind(port)
    const isFirst = ports.push(port) === 1
    port.postMessage = (message) => isFirst || post(message)
    return port
  }
  const opened = createSession({ worker, pulse })
  while (!clock.next) await aMoment()
  await aMoment()
  clock.tick(11)
  const session = await opened
  t.after(() => session.dispose())
  await until(session, ({ frame }) => frame)
  assert.equal(ports.length, 2)
  assert.equal(session.frame.step, 0)
})

test('a worker that answers is left alone, however long it goes on', async (t) => {
  const { session, clock, ports } = await mortal(t)
  for (let i = 0; i < 25; i++) {
    clock.tick()
    await session.ask('nextBatch')
  }
  assert.deepEqual([ports.length, session.notice], [1, null])
})
