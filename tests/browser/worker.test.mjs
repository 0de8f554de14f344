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
  await playground.run({ do: 'set', path: 'training.learningRate', value: 0.001 })
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
