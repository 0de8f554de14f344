/** Formula and network are one: a number that is dragged turns its wire, and terms come from their wires. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openSite } from './page.mjs'
import { eventually, near, numberIn } from './reading.mjs'

const site = await openSite()
after(() => site.close())

const query = '?data=xor&layers=3.tanh-1.sigmoid&tab=neuron'
const second = '.neuron[data-layer="0"][data-unit="1"]'

async function openNeuron(options = { reducedMotion: 'reduce' }) {
  const playground = await site.open(query, options)
  const { page } = playground
  await playground.run({ do: 'set', changes: { 'view.selected': { layer: 0, unit: 1 } } })
  await eventually(async () => assert.match(await page.locator('.neuron-sheet h2').textContent(), /neuron 2/))
  return { playground, page }
}

const weightsOf = async (playground) => (await playground.state()).parameters[0].weights[1]

async function dragged(page, number, pixels) {
  const { x, y, width, height } = await number.boundingBox()
  await page.mouse.move(x + width / 2, y + height / 2)
  await page.mouse.down()
  for (let i = 1; i <= 5; i++) await page.mouse.move(x + width / 2 + (pixels * i) / 5, y + height / 2)
  return () => page.mouse.up()
}

test('dragging a weight in the formula turns its wire, the sum goes along, and one undo takes it back', async () => {
  const { playground, page } = await openNeuron()
  const [weight, other] = await weightsOf(playground)
  const number = page.locator('.sum-lines .turns[data-row="1"][data-column="0"]')
  const release = await dragged(page, number, 60)
  await eventually(async () => near((await weightsOf(playground))[0], weight + 0.6, 0.02))
  await eventually(async () => {
    const [now] = await weightsOf(playground)
    near(numberIn(await number.textContent()), now, 1e-3)
    near(
      numberIn(
        await page.locator('.weight[data-layer="0"][data-row="1"][data-column="0"] > :last-child').textContent(),
      ),
      now,
      0.01,
    )
  })
  await release()
  assert.equal((await weightsOf(playground))[1], other)
  await playground.run({ do: 'undo' })
  await eventually(async () => assert.equal((await weightsOf(playground))[0], weight))
  await playground.close()
})

test('pressing a number without dragging it, and dragging what comes in, change nothing', async () => {
  const { playground, page } = await openNeuron()
  const before = await weightsOf(playground)
  await page.locator('.sum-lines .turns[data-column="1"]').click()
  const release = await dragged(page, page.locator('.sum-lines [data-unit="0"]').last(), 40)
  await release()
  await page.waitForTimeout(200)
  assert.deepEqual(await weightsOf(playground), before)
  await playground.close()
})

test('the terms of a neuron that is pressed come from its wires; with less motion they are there at once', async () => {
  for (const [reducedMotion, count] of [
    ['no-preference', 3],
    ['reduce', 0],
  ]) {
    const playground = await site.open(query, { reducedMotion })
    const { page } = playground
    await page.locator('.sum-lines').waitFor()
    await page.evaluate(() => {
      window.flights = []
      const root = document.querySelector('glassbox-playground').shadowRoot
      new MutationObserver((records) => {
        for (const { addedNodes } of records)
          for (const node of addedNodes) {
            if (node.parentElement?.className !== 'flying') continue
            const [animation] = node.getAnimations()
            animation.currentTime = 1e-3
            const { x, y, width, height } = node.getBoundingClientRect()
            window.flights.push({ x: x + width / 2, y: y + height / 2, text: node.textContent })
          }
      }).observe(root, { childList: true, subtree: true })
    })
    await page.locator(second).click()
    await eventually(async () => assert.match(await page.locator('.neuron-sheet h2').textContent(), /neuron 2/))
    await page.waitForTimeout(100)
    const flights = await page.evaluate(() => window.flights)
    assert.equal(flights.length, count)
    if (count > 0) {
      const stage = await page.locator('.graph-stage').boundingBox()
      for (const { x, y, text } of flights) {
        assert.ok(x > stage.x && x < stage.x + stage.width && y > stage.y && y < stage.y + stage.height, text)
      }
      await page.locator('.flying').waitFor({ state: 'detached' })
    }
    assert.deepEqual(playground.faults, [])
    await playground.close()
  }
})

test('nothing flies when the page opens at a neuron', async () => {
  const playground = await site.open(`${query}&selected=1.2`, { reducedMotion: 'no-preference' })
  await playground.page.locator('.sum-lines').waitFor()
  assert.equal(await playground.page.locator('.flying').count(), 0)
  await playground.close()
})

test('a negative number stands on one line with its brackets, however narrow the window', async () => {
  const playground = await site.open('?data=xor&layers=3.tanh-1.sigmoid&tab=step', { reducedMotion: 'reduce' })
  const { page } = playground
  await playground.run({ do: 'set', changes: { 'view.at': 'update' } })
  const groups = page.locator('.maths-group:has(> math:only-child)')
  await groups.first().waitFor()
  const lines = () => groups.evaluateAll((all) => Math.max(...all.map((one) => one.getClientRects().length)))
  for (let width = 480; width >= 280; width -= 10) {
    await page.setViewportSize({ width, height: 800 })
    assert.equal(await lines(), 1, `at ${width}`)
  }
  await playground.close()
})
