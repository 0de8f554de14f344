import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { lengthOf } from '../../web/src/element/intro-times.ts'
import { openSite } from './page.mjs'
import { eventually, near } from './reading.mjs'

const site = await openSite()
after(() => site.close())

const trainedSteps = 400

const story = ({ page }) => page.locator('.story p').first().textContent()

/** What is laid over the network and told from now on, as it comes. */
const note = ({ page }) =>
  page.evaluate(() => {
    const net = document.querySelector('glassbox-playground')
    globalThis.overlays = []
    globalThis.told = []
    net.session.addEventListener('change', ({ changes }) => {
      if (changes.has('overlay')) globalThis.overlays.push(net.session.overlay)
    })
    const line = net.shadowRoot.querySelector('.story p')
    new MutationObserver(() => globalThis.told.push(line.textContent)).observe(line, {
      childList: true,
      characterData: true,
      subtree: true,
    })
  })

test('the introduction of the first network takes less than twelve seconds', () => {
  assert.ok(lengthOf(2) < 12_000, `${lengthOf(2)}`)
})

test('the introduction shows the network’s own numbers: forward, prediction and target, the error back, the cost as it falls', async () => {
  const playground = await site.open('')
  const { page } = playground
  await note(playground)
  const trace = await page.evaluate(() =>
    document.querySelector('glassbox-playground').session.ask('trace', { row: 0 }),
  )
  const { parameters } = await playground.state()
  const [hidden, output] = trace.layers
  await playground.until('stepCount', (step) => step === trainedSteps)
  await eventually(async () =>
    assert.match(await story(playground), /^That is learning: cost 0\.\d+ became 0\.\d+ in 400 steps/),
  )
  const { overlays, told } = await page.evaluate(() => ({ overlays: globalThis.overlays, told: globalThis.told }))

  const shown = overlays.filter((overlay) => overlay && !overlay.pulse)
  const at = (colour, reached) =>
    shown.find((overlay) => overlay.colour === colour && String(overlay.reached) === String(reached))
  const valuesOf = (overlay, layer) => Object.values(overlay.neurons.find((one) => one.layer === layer).values)
  const allNear = (actual, expected) => expected.forEach((value, i) => near(actual[i], value, 1e-12))
  allNear(valuesOf(at('sign', [-1, 0]), 0), hidden.activation[0])
  const forward = at('sign', [-1, 0, 1])
  allNear(valuesOf(forward, 1), output.activation[0])
  for (const { column, words } of forward.wires)
    near(Number(words.replace('−', '-')), parameters[1].weights[0][column] * hidden.activation[0][column], 0.006)
  allNear(valuesOf(at('delta', [1]), 1), output.delta[0])
  const backward = at('delta', [0, 1])
  allNear(valuesOf(backward, 0), hidden.delta[0])
  for (const { column, words } of backward.wires)
    near(Number(words.replace('−', '-')), parameters[1].weights[0][column] * output.delta[0][0], 0.006)

  const [, predicted, target, error] = told
    .map((line) => /predicts ([\d.]+), but .* is ([\d.]+): .* ([−\d.]+)\.$/.exec(line))
    .find(Boolean)
  near(Number(predicted), output.activation[0][0], 0.006)
  near(Number(target), trace.Y[0][0], 1e-12)
  near(Number(error.replace('−', '-')), output.delta[0][0], 0.006)
  const costs = told.flatMap((line) => /^Descent.*: ([\d.]+)\.$/.exec(line)?.[1] ?? []).map(Number)
  assert.ok(costs.length >= 2 && costs.at(-1) < costs[0] / 2, costs.join())

  await page.waitForTimeout(300)
  assert.equal(await playground.number('stepCount'), trainedSteps, 'it ends at the same step every time')
  assert.equal(await page.evaluate(() => document.querySelector('glassbox-playground').session.overlay), null)
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('a key ends the introduction at once: nothing stays on the network, and nothing is trained', async () => {
  const playground = await site.open('')
  const { page } = playground
  await eventually(async () => assert.match(await story(playground), /^(A row|Forward)/))
  await page.keyboard.press('Escape')
  await eventually(async () => assert.match(await story(playground), /^Step 0/))
  await page.waitForTimeout(2500)
  assert.equal(await page.evaluate(() => document.querySelector('glassbox-playground').session.overlay), null)
  assert.equal(await playground.number('stepCount'), 0)
  await playground.close()
})

test('what trains before the introduction could begin is not introduced', async () => {
  const playground = await site.open('', {}, (page) =>
    page.addInitScript(() => addEventListener('glassbox-ready', ({ target }) => target.play())),
  )
  const { page } = playground
  await playground.until('stepCount', (step) => step > trainedSteps)
  await page.waitForTimeout(1500)
  assert.equal(await page.evaluate(() => document.querySelector('glassbox-playground').session.overlay), null)
  assert.doesNotMatch(await story(playground), /^(Forward|A row of the data)/)
  await playground.close()
})

test('who prefers less motion is told the same in stills: nothing runs over the wires, and the cost falls in four parts', async () => {
  const playground = await site.open('', { reducedMotion: 'reduce' })
  const { page } = playground
  await note(playground)
  await playground.until('stepCount', (step) => step === trainedSteps)
  await eventually(async () => assert.match(await story(playground), /^That is learning/))
  const { overlays, told } = await page.evaluate(() => ({ overlays: globalThis.overlays, told: globalThis.told }))
  const shown = overlays.filter(Boolean)
  assert.ok(shown.length >= 4 && shown.every(({ pulse }) => !pulse))
  for (const [colour, reached] of [
    ['sign', '-1,0,1'],
    ['delta', '1'],
  ])
    assert.ok(shown.some((one) => one.colour === colour && String(one.reached) === reached))
  const costs = [...new Set(told.filter((line) => line.startsWith('Descent')))]
  assert.deepEqual(
    costs.map((line) => Number(line.match(/Step (\d+)/)[1])),
    [100, 200, 300, 400],
  )
  await playground.close()
})
