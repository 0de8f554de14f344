import assert from 'node:assert/strict'
import test from 'node:test'
import { Pace } from '../../web/src/worker/pace.ts'
import { Runner } from '../../web/src/worker/runner.ts'

/** A machine whose steps take `cost` milliseconds of a clock that only they and waiting move, shown in whole ticks. */
function machine({ cost = 1, endsAt = Infinity, tick = 0 } = {}) {
  const machine = { time: 0, steps: 0, slices: 0, stops: 0, failures: [], next: null, wait: 0 }
  const clock = {
    now: () => (tick ? Math.floor(machine.time / tick) * tick : machine.time),
    soon: (next) => Object.assign(machine, { next, wait: 0 }),
    later: (next, milliseconds) => Object.assign(machine, { next, wait: milliseconds }),
  }
  const work = {
    step: () => machine.steps,
    take(count) {
      machine.steps = Math.min(machine.steps + count, endsAt)
      machine.time += count * cost
    },
    hasEnded: () => machine.steps >= endsAt,
    afterSlice: () => {
      machine.slices++
    },
    mustWait: () => false,
    onStop: () => {
      machine.stops++
    },
    onFailure: (error) => machine.failures.push(error),
  }
  machine.runner = new Runner(work, clock)
  machine.work = work
  machine.turn = () => {
    const { next } = machine
    machine.time += machine.wait
    machine.next = null
    next()
  }
  machine.turns = (most) => {
    for (let i = 0; i < most && machine.next; i++) machine.turn()
  }
  return machine
}

test('a run takes exactly the steps asked for and says so once', async () => {
  for (const cost of [0, 0.001, 1, 30]) {
    const at = machine({ cost })
    const done = at.runner.start(1000)
    at.turns(2000)
    await done
    assert.deepEqual([at.steps, at.stops, at.runner.isRunning], [1000, 1, false])
  }
})

test('no slice takes longer than 8 ms and one call, so messages come through', () => {
  const at = machine({ cost: 0.5 })
  at.runner.start()
  for (let i = 0; i < 50; i++) {
    const begin = at.time
    at.turn()
    assert.ok(at.time - begin <= 10)
  }
})

test('a clock too coarse to see a step does not make slices long', () => {
  const at = machine({ cost: 0.06, tick: 0.1 })
  at.runner.start()
  for (let i = 0; i < 200; i++) {
    const begin = at.time
    at.turn()
    assert.ok(at.time - begin <= 14, `${at.time - begin} ms`)
  }
})

test('at a speed, as many steps are taken as time allows, and none while waiting', () => {
  const at = machine({ cost: 0.1 })
  at.runner.start(Infinity, 10)
  while (at.time < 2000) at.turn()
  assert.ok(Math.abs(at.steps - 21) <= 1, `${at.steps} steps in two seconds at ten a second`)
})

test('the speed can be changed in the middle', () => {
  const at = machine({ cost: 0.1 })
  at.runner.start(Infinity, 1)
  while (at.time < 3000) at.turn()
  const slow = at.steps
  at.runner.setSpeed(0)
  at.turns(20)
  assert.ok(slow <= 5 && at.steps > slow + 500)
})

test('stopping ends the run at once, even with a turn still to come', async () => {
  const at = machine()
  const done = at.runner.start()
  at.turns(3)
  const { steps, next } = at
  at.runner.stop()
  await done
  next()
  assert.equal(at.steps, steps)
  assert.equal(at.stops, 0)
})

test('a run that is started again does not go twice as fast', () => {
  const at = machine()
  at.runner.start()
  const stale = at.next
  at.runner.stop()
  at.runner.start()
  const fresh = at.next
  stale()
  assert.equal(at.next, fresh, 'the turn of the first run does nothing')
})

test('divergence ends a run', () => {
  const at = machine({ endsAt: 17 })
  at.runner.start()
  at.turns(1000)
  assert.deepEqual([at.steps, at.stops, at.runner.isRunning], [17, 1, false])
})

test('a failure ends a run and is told', () => {
  const at = machine()
  at.work.take = () => {
    throw new Error('broken')
  }
  at.runner.start()
  at.turns(3)
  assert.deepEqual([at.failures.length, at.failures[0].message, at.runner.isRunning], [1, 'broken', false])
})

test('the measured speed is that of the machine', () => {
  const at = machine({ cost: 0.25 })
  at.runner.start()
  at.turns(300)
  assert.ok(Math.abs(at.runner.rate - 4000) < 100, `${at.runner.rate} steps a second`)
})

test('a job at its pace never takes more than its share of the time', () => {
  const at = { time: 0, spent: 0 }
  const pace = new Pace(0.2, () => at.time)
  for (let i = 0; i < 10_000; i++) {
    pace.run(() => {
      const cost = 1 + (i % 7)
      at.time += cost
      at.spent += cost
    }, false)
    at.time += 0.5
  }
  assert.ok(at.spent / at.time <= 0.2 + 1e-3, `${at.spent / at.time} of the time`)
  assert.equal(
    pace.run(() => 'done', true),
    'done',
    'unless it is forced',
  )
})

test('a run that is slow at first takes its steps one by one, then ever faster, and in the end as many as it can', () => {
  const at = machine({ cost: 0.01 })
  at.runner.start(Infinity, 0, true)
  const stepsBy = (seconds) => {
    while (at.time < seconds * 1000) at.turn()
    return at.steps
  }
  const counts = [0.5, 1, 2, 4, 6, 7.9].map(stepsBy)
  assert.ok(counts[0] <= 2, String(counts))
  assert.ok(counts[1] >= 2 && counts[1] <= 4, String(counts))
  assert.ok(counts[2] < 12 && counts[3] < 80, String(counts))
  assert.ok(counts[5] > 500 && counts[5] < 2000, String(counts))
  assert.ok(stepsBy(9) > 20_000)
})

test('a speed that is chosen while it is still slow holds at once', () => {
  const at = machine({ cost: 0.01 })
  at.runner.start(Infinity, 0, true)
  while (at.time < 1000) at.turn()
  at.runner.setSpeed(0)
  while (at.time < 1500) at.turn()
  assert.ok(at.steps > 10_000)
})

test('a chosen speed is kept to from the first step, slow at first or not', () => {
  const at = machine({ cost: 0.01 })
  at.runner.start(Infinity, 100, true)
  while (at.time < 1000) at.turn()
  assert.ok(Math.abs(at.steps - 100) <= 2, String(at.steps))
})
