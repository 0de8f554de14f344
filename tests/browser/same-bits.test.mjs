import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { engine, openSession, until } from '../web/session-helper.mjs'
import { otherBrowsers } from './other-browsers.mjs'
import { openSite } from './page.mjs'
import { eventually } from './reading.mjs'

/** The same link brings the same bits in Node and in every browser. */

const site = await openSite()
after(() => site.close())

const steps = 120

/** Together they use every option of the engine. */
const links = [
  'data=gauss&layers=8.tanh-6.gelu-1.sigmoid&cost=binaryCrossEntropy&optimizer=adam&init=xavierUniform',
  'data=threeSpirals&layers=16.relu-3.softmax&cost=softmaxCrossEntropy&optimizer=nesterov&init=heUniform&precision=float32',
  'data=sine&layers=8.softplus-1.linear&cost=huber&optimizer=rmsprop&init=lecunNormal',
  'data=bumps&layers=6.silu-6.elu-1.linear&cost=mse&optimizer=adagrad&init=heNormal&precision=float32&l2=0.01',
  'data=moons&layers=6.leakyRelu-1.sigmoid&cost=quadratic&optimizer=momentum&init=xavierNormal&l1=0.001',
  'data=digits&layers=12.gelu-10.softmax&cost=softmaxCrossEntropy&optimizer=adamw&init=uniform&precision=float32',
  'data=spiral&layers=20.tanh-20.tanh-1.sigmoid&cost=binaryCrossEntropy&optimizer=sgd&init=normal&batch=0',
  'data=plane&layers=3.linear-1.linear&cost=mse&optimizer=sgd&init=zeros',
].map((link) => `${link}&seed=5&step=${steps}`)

/** The hash of all weights and biases. It is sent to pages as text, so it uses nothing from outside. */
async function hashOf(parameters) {
  const numbers = parameters.flatMap(({ weights, bias }) => [...weights.flat(), ...bias])
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', Float64Array.from(numbers)))
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** What the playground of a page has learnt when it has taken so many steps; null before. Sent to pages as well. */
async function learnt(steps) {
  const playground = document.querySelector('glassbox-playground')
  await playground?.ready
  if (playground?.frame?.().step !== steps) return null
  return playground.getState({ withParameters: true }).parameters
}

/** The hashes that a browser comes to, link by link. @param visit opens an address, and resolves to a page */
async function hashesIn(visit) {
  const hashes = []
  for (const link of links) {
    const page = await visit(`${site.address}/embed.html?parts=player&${link}`)
    const parameters = await eventually(async () => {
      const found = await page.evaluate(learnt, steps)
      assert.ok(found, `${link} has come to step ${steps}`)
      return found
    })
    hashes.push(await hashOf(parameters))
    await page.close()
  }
  return hashes
}

/** Those that Node comes to. */
const hashesHere = Promise.all(
  links.map(async (link) => {
    const session = await openSession({ after }, `?${link}`)
    await until(session, ({ frame }) => frame?.step === steps)
    return hashOf(session.save({ withParameters: true }).parameters)
  }),
)

test('the links use every option of the engine', () => {
  const words = new Set(links.flatMap((link) => link.split(/[=&.-]/)))
  const options = ['activations', 'costs', 'optimizers', 'initializers'].flatMap((kind) =>
    engine.catalog[kind].map((option) => option.name ?? option),
  )
  assert.deepEqual(
    options.filter((option) => !words.has(option)),
    [],
  )
})

test('the same link gives the same weights, bit for bit, in Node and Chromium', async () => {
  const { address, visit } = site
  const inChromium = await hashesIn(async (url) => {
    const { page, close } = await visit(url.slice(address.length + 1))
    return { evaluate: (run, value) => page.evaluate(run, value), close }
  })
  assert.deepEqual(inChromium, await hashesHere)
})

for (const [name, open] of Object.entries(otherBrowsers))
  test(`and in ${name}`, async (t) => {
    const browser = await open()
    if (!browser) return t.skip('it is not installed')
    t.after(() => browser.close())
    assert.deepEqual(await hashesIn(browser.visit), await hashesHere)
  })
