import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { digitsLike, panels } from './large.mjs'
import { openSite } from './page.mjs'

const site = await openSite()
after(() => site.close())

/** More elements than this take too much of a tenth of a second to be laid out. */
const mostElements = 1200

test('with 784-30-10 every panel opens while the worker trains on, and none is larger than can be drawn at once', async () => {
  const playground = await site.open('?data=xor')
  const { page } = playground
  assert.ok((await playground.run({ do: 'load', state: digitsLike() })).ok)
  await playground.press('Play')
  for (const name of panels) {
    await page.getByRole('tab', { name, exact: true }).click()
    await page.waitForFunction(() =>
      document.querySelector('glassbox-playground').shadowRoot.querySelector('.tab-panel > * > *'),
    )
    const { step } = await page.evaluate(() => document.querySelector('glassbox-playground').getState())
    const from = await playground.number('stepCount')
    await playground.until('stepCount', (value) => value > from + 5)
    const elements = await page.locator('.tab-panel *').count()
    assert.ok(elements > 3 && elements < mostElements, `${name}: ${elements} elements, step ${step}`)
  }
  assert.equal(await playground.button('Pause').count(), 1, 'it still trains')
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('with 784-30-10 a tab is shown as chosen in the very next frame, its panel in the one after, never an empty pane', async () => {
  const playground = await site.open('?data=xor')
  const { page } = playground
  await playground.run({ do: 'load', state: digitsLike() })
  await playground.steps(20)
  await page.getByRole('tab', { name: 'Cost', exact: true }).click()
  await page.locator('glassbox-cost table').first().waitFor()
  for (const name of panels) {
    const { first, second } = await page.evaluate(async (name) => {
      const root = document.querySelector('glassbox-playground').shadowRoot
      const panel = root.querySelector('.tab-panel')
      const before = panel.firstElementChild
      const tab = [...root.querySelectorAll('[role=tab]')].find(({ textContent }) => textContent.trim() === name)
      const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
      const seen = () => ({
        isChosen: tab.ariaSelected === 'true',
        isOther: panel.firstElementChild !== before,
        words: panel.textContent,
      })
      const next = frame()
      tab.click()
      await next
      const first = seen()
      await frame()
      return { first, second: seen() }
    }, name)
    for (const { isChosen, words } of [first, second]) {
      assert.ok(isChosen, name)
      assert.match(words, /\w/, name)
    }
    assert.ok(second.isOther, name)
  }
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('with 784-30-10 every panel has its numbers at rest too', async () => {
  const playground = await site.open('?data=xor')
  const { page } = playground
  await playground.run({ do: 'load', state: digitsLike() })
  await playground.steps(20)
  for (const name of panels) {
    await page.getByRole('tab', { name, exact: true }).click()
    await page.waitForFunction(() =>
      /\d\.\d/.test(document.querySelector('glassbox-playground').shadowRoot.querySelector('.tab-panel').textContent),
    )
    const elements = await page.locator('.tab-panel *').count()
    assert.ok(elements < mostElements, `${name}: ${elements} elements`)
  }
  assert.deepEqual(playground.faults, [])
  await playground.close()
})
