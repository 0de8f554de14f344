import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openSite } from './page.mjs'
import { eventually, findings } from './reading.mjs'

/** Features made of others: switched in the drawer of data, and inputs of the network from then on. */

const site = await openSite()
after(() => site.close())

const inputNames = (page) => page.locator('.graph .of-input .neuron-name > span').allTextContents()

for (const [colorScheme, width] of [
  ['light', 1440],
  ['dark', 390],
]) {
  test(`terms are switched and added in the drawer of data, ${colorScheme}, ${width} px wide`, async () => {
    const viewport = { width, height: 900 }
    const playground = await site.open('?data=circle&layers=1.sigmoid', { viewport, colorScheme })
    const { page } = playground
    await page
      .getByRole('button', { name: /Choose other data/ })
      .first()
      .click()
    const drawer = page.locator('glassbox-derived')
    const term = (name) => drawer.getByRole('checkbox', { name, exact: true })
    await term('x1²').press('Space')
    await eventually(async () => assert.deepEqual(await inputNames(page), ['x1', 'x2', 'x1²']))
    await term('x2²').press('Space')
    await eventually(async () => assert.deepEqual(await inputNames(page), ['x1', 'x2', 'x1²', 'x2²']))
    await drawer.locator('summary').press('Enter')
    await drawer.getByLabel('Kind of term').selectOption('sine')
    await drawer.getByLabel('Feature', { exact: true }).selectOption({ label: 'x2' })
    await drawer.getByRole('button', { name: 'Add', exact: true }).press('Enter')
    await eventually(async () => assert.ok(await term('sin(πx2)').isChecked()))
    await drawer.getByRole('button', { name: 'Add', exact: true }).press('Enter')
    await eventually(async () => assert.match(await drawer.getByRole('status').textContent(), /must all be different/))
    assert.deepEqual(await findings(playground, ''), [])
    await term('sin(πx2)').press('Space')
    await eventually(async () => assert.deepEqual(await inputNames(page), ['x1', 'x2', 'x1²', 'x2²']))
    assert.ok(await page.locator('.picture glassbox-plane canvas').first().isVisible())
    assert.deepEqual(playground.faults, [])
    await playground.close()
  })
}

test('the panel Inputs asks for the features alone', async () => {
  const playground = await site.open('?data=circle&derived=x1~x1!~x2&tab=inputs')
  const { page } = playground
  await eventually(async () =>
    assert.deepEqual(await page.locator('.inputs-panel .of-input label > span').allTextContents(), ['x1', 'x2']),
  )
  await eventually(async () => assert.equal(await page.locator('.predict-fields li').count(), 2))
  assert.deepEqual(playground.faults, [])
  await playground.close()
})
