import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { loadEngine } from '../../web/src/engine/engine.ts'
import { openSite } from './page.mjs'

const site = await openSite()
after(() => site.close())

const runs = [
  {
    data: 'spiral',
    layers: [
      { units: 8, activation: 'tanh' },
      { units: 6, activation: 'gelu' },
      { units: 1, activation: 'sigmoid' },
    ],
    cost: 'binaryCrossEntropy',
    optimizer: 'adam',
  },
  {
    data: 'threeSpirals',
    layers: [
      { units: 16, activation: 'relu' },
      { units: 3, activation: 'softmax' },
    ],
    cost: 'softmaxCrossEntropy',
    optimizer: 'nesterov',
    precision: 'float32',
  },
  {
    data: 'sine',
    layers: [
      { units: 8, activation: 'softplus' },
      { units: 1, activation: 'linear' },
    ],
    cost: 'huber',
    optimizer: 'rmsprop',
  },
]

/** Trains 300 steps and returns every weight. It is sent to the page as text, so it uses nothing from outside. */
async function train(engine, { data, ...settings }) {
  const { X, Y } = engine.generate(data, { samples: 210, seed: 5 })
  const trainer = engine.createTrainer({ inputs: X.shape[1], batchSize: 9, seed: 5, ...settings })
  trainer.setData(X, Y)
  trainer.step(300)
  return Array.from(trainer.parametersFlat())
}

test('the engine gives the same bits in Node and in the browser', async () => {
  const engine = await loadEngine()
  const { page } = await site.open('?data=xor', { bypassCSP: true })
  await page.addScriptTag({ content: `window.train = ${train}` })
  for (const run of runs) {
    const inBrowser = await page.evaluate(async (run) => {
      const { loadEngine } = await import(new URL('v1/engine.js', document.baseURI))
      return window.train(await loadEngine(), run)
    }, run)
    assert.deepEqual(inBrowser, await train(engine, run), run.data)
  }
})
