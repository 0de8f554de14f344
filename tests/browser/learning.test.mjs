import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openSite } from './page.mjs'

const site = await openSite()
after(() => site.close())

test('a newcomer chooses the spiral, presses play, and the test cost falls below 0.05', async () => {
  const playground = await site.open('?data=xor')
  await playground.page.getByRole('button', { name: /Choose other data/ }).click()
  await playground.page.getByRole('button', { name: /^Spiral/ }).click()
  await playground.page.keyboard.press('Escape')
  await playground.press('Play')
  const cost = await playground.until('testCost', (value) => value < 0.05)
  assert.ok(cost < 0.05)
  await playground.press('Pause')
  assert.ok((await playground.number('accuracy')) > 0.95)
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('the handwritten digits reach 90 % on rows that were held out', async () => {
  const playground = await site.open('?data=digits')
  assert.ok((await playground.number('testAccuracy')) < 0.4)
  await playground.press('Play')
  await playground.until('testAccuracy', (value) => value >= 0.9)
  await playground.press('Pause')
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('weights, cost and step counter change with every step, and reset brings the same first weights back', async () => {
  const playground = await site.open('?data=moons')
  const first = await playground.state()
  await playground.press('One step')
  await playground.until('stepCount', (value) => value === 1)
  const stepped = await playground.state()
  assert.notDeepEqual(stepped.parameters, first.parameters)
  await playground.press('One epoch')
  await playground.until('stepCount', (value) => value > 1)
  await playground.press('Back to step 0, same initial weights')
  await playground.until('stepCount', (value) => value === 0)
  assert.deepEqual((await playground.state()).parameters, first.parameters)
  await playground.press('New initial weights')
  await playground.page.waitForFunction(
    (seed) => document.querySelector('glassbox-playground').getState().network.seed !== seed,
    first.network.seed,
  )
  await playground.steps(0)
  assert.notDeepEqual((await playground.state()).parameters, first.parameters)
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('every data set, drawn or real, can be chosen and trained, whatever its features and classes', async () => {
  const playground = await site.open('?data=xor')
  await playground.page.getByRole('button', { name: /Choose other data/ }).click()
  const choices = playground.page.locator('#data-drawer :is(.generators, .tables) button')
  await choices.first().waitFor()
  const count = await choices.count()
  assert.equal(count, 20)
  const seen = new Set()
  for (let i = 0; i < count; i++) {
    await choices.nth(i).click()
    await choices.nth(i).and(playground.page.locator('[aria-pressed=true]')).waitFor()
    const { name } = (await playground.state()).data
    seen.add(name)
    await playground.steps(60)
    await playground.until('stepCount', (value) => value === 60)
    const isRegression = (await playground.page.locator('[data-reading=r2]').count()) > 0
    assert.ok(Number.isFinite(await playground.number('cost')), name)
    const isOneRow = name === 'hand' // R² needs two
    assert.ok(isOneRow || Number.isFinite(await playground.number(isRegression ? 'r2' : 'accuracy')), name)
  }
  assert.equal(seen.size, count)
  assert.deepEqual(playground.faults, [])
  await playground.close()
})
