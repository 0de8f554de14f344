import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openSite } from './page.mjs'

const site = await openSite()
after(() => site.close())

test('the engine never runs on the main thread: no WebAssembly is compiled there, and a worker trains', async () => {
  const playground = await site.open('?data=spiral', {}, (page) =>
    page.addInitScript(() => {
      window.compiled = 0
      for (const name of ['compile', 'compileStreaming', 'instantiate', 'instantiateStreaming']) {
        const original = WebAssembly[name]
        WebAssembly[name] = (...given) => {
          window.compiled += 1
          return original.apply(WebAssembly, given)
        }
      }
    }),
  )
  assert.equal(playground.page.workers().length, 1)
  await playground.press('Play')
  await playground.until('stepCount', (value) => value > 2000)
  assert.equal(await playground.page.evaluate(() => window.compiled), 0)
  await playground.press('Pause')
  await playground.close()
})

test('while it trains at full speed the page answers: settings change, neurons are chosen, it pauses', async () => {
  const playground = await site.open('?data=digits')
  await playground.press('Play')
  await playground.until('stepCount', (value) => value > 100)
  await playground.run({ do: 'set', changes: { 'training.learningRate': 0.001 } })
  assert.equal((await playground.state()).training.learningRate, 0.001)
  await playground.run({ do: 'pause' })
  const isDrawn = () =>
    playground.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  await isDrawn()
  const paused = await playground.number('stepCount')
  await playground.steps(1)
  await isDrawn()
  assert.equal(await playground.number('stepCount'), paused + 1)
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

/** Seconds pass quickly where a worker is watched, while `window.isHurried`. */
const hurry = (page) =>
  page.addInitScript(() => {
    const { setTimeout } = window
    window.setTimeout = (next, wait, ...given) =>
      setTimeout(next, window.isHurried && wait === 1000 ? 100 : wait, ...given)
  })

for (const [way, end] of [
  ['closes itself', () => self.close()],
  [
    'hangs in an endless loop',
    () => {
      for (;;);
    },
  ],
]) {
  test(`a worker that ${way} without an error is replaced, and the weights go on`, async () => {
    const playground = await site.open('?data=spiral', {}, hurry)
    const { page } = playground
    await playground.steps(40)
    const { parameters } = await playground.state()
    page
      .workers()[0]
      .evaluate(end)
      .catch(() => {}) // it never answers
    await page.evaluate(() => (window.isHurried = true))
    await playground.notice().getByRole('button').waitFor({ timeout: 60_000 })
    await page.evaluate(() => (window.isHurried = false))
    assert.deepEqual((await playground.state()).parameters, parameters)
    await playground.steps(1)
    await playground.until('stepCount', (value) => value === 41)
    assert.deepEqual(playground.faults, [])
    await playground.close()
  })
}
