import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openSite } from './page.mjs'
import { eventually, findings } from './reading.mjs'

const site = await openSite()
after(() => site.close())

/** A page on which a network has learnt so many steps, with its timeline. */
async function trained(steps, { query = '?data=xor&rate=0.1', ...options } = {}) {
  const playground = await site.open(query, options)
  for (let done = 0; done < steps; done += 20) await playground.steps(20)
  const thumb = playground.page.getByRole('slider', { name: 'Time' })
  await thumb.waitFor()
  return Object.assign(playground, { thumb })
}

/** Waits until what the session says satisfies `holds`. */
async function until(page, holds) {
  for (let tries = 0; tries < 400; tries++) {
    const there = await page.evaluate(() => {
      const { frame, log, state } = document.querySelector('glassbox-playground').session
      const { step, hasDiverged } = frame
      return { step, hasDiverged, isAtEnd: log.isAtEnd, rate: state.training.learningRate }
    })
    if (holds(there)) return
    await page.waitForTimeout(50)
  }
  assert.fail(`it never came to ${holds}`)
}

const isAt = (page, wanted) => until(page, ({ step }) => step === wanted)

test('by keyboard the thumb goes to any step, says which, and the whole page shows it', async () => {
  const { page, thumb, close, ...playground } = await trained(200)
  const weights = () => page.locator('.graph').innerText()
  const end = await weights()
  await thumb.focus()
  await page.keyboard.press('ArrowLeft')
  await isAt(page, 199)
  await page.keyboard.press('PageDown')
  await isAt(page, 179)
  await page.keyboard.press('Home')
  await isAt(page, 0)
  assert.match(await thumb.getAttribute('aria-valuetext'), /^Step 0 of 200, cost 0\.\d+$/)
  assert.notEqual(await weights(), end)
  await page.keyboard.press('End')
  await isAt(page, 200)
  await page.waitForTimeout(200)
  assert.equal(await weights(), end)
  assert.deepEqual(playground.faults, [])
  await close()
})

for (const width of [1440, 390]) {
  test(`at ${width} px the thumb is dragged, the way back and a branch are chosen`, async () => {
    const { page, thumb, close, ...playground } = await trained(200, { viewport: { width, height: 900 } })
    const run = (command) =>
      page.evaluate((command) => document.querySelector('glassbox-playground').run(command), command)
    await thumb.scrollIntoViewIfNeeded()
    const box = await thumb.boundingBox()
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    await page.mouse.move(x, y)
    await page.mouse.down()
    for (let i = 1; i <= 10; i++) await page.mouse.move(x - 10 * i, y)
    await page.mouse.up()
    await until(page, ({ step, isAtEnd }) => step < 190 && !isAtEnd)
    await page.getByRole('button', { name: 'Return to the end' }).click()
    await isAt(page, 200)
    await run({ do: 'goTo', step: 50 })
    await run({ do: 'set', changes: { 'training.learningRate': 0.5 } })
    await run({ do: 'step', count: 30 })
    await page.getByRole('button', { name: /^Step 50: Learning rate 0\.1 → 0\.5$/ }).waitFor()
    const runs = page.getByRole('combobox', { name: 'Runs you left' })
    assert.deepEqual(await runs.locator('option').count(), 2)
    await eventually(async () => {
      const [handle, line] = await Promise.all([thumb.boundingBox(), page.locator('.timeline-now').boundingBox()])
      assert.ok(Math.abs(handle.x + handle.width / 2 - line.x) < 2, 'the thumb stands where the step is')
    })
    await page.getByRole('button', { name: 'Back to the run you left' }).click()
    await isAt(page, 200)
    await runs.locator('option', { hasText: 'Branch from step 50' }).waitFor({ state: 'attached' })
    await runs.selectOption({ index: 1 })
    await isAt(page, 80)
    assert.deepEqual(playground.faults, [])
    await close()
  })
}

test('one step back, and on again, by button and by key', async () => {
  const { page, close, ...playground } = await trained(60)
  await page.getByRole('button', { name: 'One step back', exact: true }).click()
  await isAt(page, 59)
  await page.keyboard.press('b')
  await isAt(page, 58)
  await page.keyboard.press('s')
  await isAt(page, 59)
  await page.getByRole('button', { name: 'One step', exact: true }).click()
  await isAt(page, 60)
  await page.keyboard.press('s')
  await isAt(page, 61)
  assert.equal(await page.evaluate(() => document.querySelector('glassbox-playground').session.log.runs.length), 1)
  assert.deepEqual(playground.faults, [])
  await close()
})

test('axe finds nothing on a timeline in the past, with a mark and a branch', async () => {
  const playground = await trained(100)
  await playground.run({ do: 'goTo', step: 40 })
  await playground.run({ do: 'set', changes: { 'training.learningRate': 0.5 } })
  await playground.steps(40)
  await playground.run({ do: 'goTo', step: 60 })
  await playground.page.getByRole('button', { name: 'Return to the end' }).waitFor()
  assert.deepEqual(await findings(playground, ''), [])
  await playground.close()
})

test('playing that has stopped by a rule says why, and goes to the best moment', async () => {
  const playground = await site.open(
    '?data=circle&noise=0.4&samples=60&layers=8.tanh-1.sigmoid&optimizer=adam&rate=0.1&stopPatience=5',
  )
  const { page, close } = playground
  await playground.press('Play')
  await page.getByText(/^Stopped at step [\d,]+, the end of epoch \d+: the test cost has not come below/).waitFor()
  await page.getByRole('button', { name: /^Go to the best moment, step \d+$/ }).click()
  await until(page, ({ isAtEnd }) => !isAtEnd)
  await close()
})

test('where numbers are too large the page says which was first, and leads back with a lower rate', async () => {
  const playground = await site.open('?data=bumps&rate=0.01&optimizer=sgd&layers=8.relu-1.linear')
  const { page, close } = playground
  await playground.steps(5)
  await playground.run({ do: 'set', changes: { 'training.learningRate': 5 } })
  await playground.steps(400)
  await page.getByText(/^Step \d+ could not be taken: .* grew beyond all bounds\.$/).waitFor()
  await page.getByRole('button', { name: /^Back to step \d+ with a learning rate of 0\.\d+$/ }).click()
  await until(page, ({ hasDiverged, rate }) => !hasDiverged && rate < 1)
  await close()
})

test('a ghost curve says its name, and a click on it goes to that run', async () => {
  const { page, close, ...playground } = await trained(100)
  const run = (command) =>
    page.evaluate((command) => document.querySelector('glassbox-playground').run(command), command)
  await run({ do: 'goTo', step: 20 })
  await run({ do: 'set', changes: { 'training.learningRate': 0.5 } })
  await run({ do: 'step', count: 30 })
  const ghost = page.locator('.timeline-ghost')
  await ghost.locator('title').waitFor({ state: 'attached' })
  assert.match(await ghost.locator('title').textContent(), /100 steps.*\. Click to go there$/)
  const at = await ghost.locator('.timeline-reach').evaluate((line) => {
    const points = line.getAttribute('points').split(' ')
    const [x, y] = points
      .at(Math.floor(points.length * 0.6))
      .split(',')
      .map(Number)
    const { left, top } = line.closest('svg').getBoundingClientRect()
    return [left + x, top + y]
  })
  await page.mouse.click(...at)
  await isAt(page, 100)
  await until(page, ({ rate }) => rate === 0.1)
  assert.deepEqual(playground.faults, [])
  await close()
})
