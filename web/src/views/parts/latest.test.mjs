import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate as turn } from 'node:timers/promises'
import { Latest } from './latest.ts'

/** Work that is done when it is told to be. */
function slowWork() {
  const begun = []
  const ends = []
  const work = (wanted) => {
    begun.push(wanted)
    return new Promise((resolve) => ends.push(resolve))
  }
  return { begun, work, end: () => ends.shift()() }
}

test('one thing is done at a time, and of those wanted meanwhile only the last', async () => {
  const { begun, work, end } = slowWork()
  const latest = new Latest(work)
  for (const wanted of [1, 2, 3]) latest.want(wanted)
  await turn()
  assert.deepEqual(begun, [3], 'what is wanted in one go is one')
  for (const wanted of [4, 5, 6]) latest.want(wanted)
  await turn()
  assert.deepEqual(begun, [3])
  assert.ok(latest.isBusy && latest.isWaiting)
  end()
  await turn()
  assert.deepEqual(begun, [3, 6])
  end()
  await turn()
  assert.ok(!latest.isBusy && !latest.isWaiting)
})

test('it waits for its turn, and begins with the last that was wanted until then', async () => {
  let open = () => {}
  const begun = []
  const latest = new Latest(
    (wanted) => begun.push(wanted),
    () =>
      new Promise((resolve) => {
        open = resolve
      }),
  )
  latest.want(1)
  await turn()
  latest.want(2)
  assert.deepEqual(begun, [])
  open()
  await turn()
  assert.deepEqual(begun, [2])
})

test('what is given up is not done', async () => {
  const { begun, work, end } = slowWork()
  const latest = new Latest(work)
  latest.want(1)
  await turn()
  latest.want(2)
  latest.forget()
  end()
  await turn()
  assert.deepEqual(begun, [1])
  assert.ok(!latest.isBusy)
})
