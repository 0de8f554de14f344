import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { after, test } from 'node:test'
import { openSite } from './page.mjs'

const axe = createRequire(import.meta.url).resolve('axe-core')
const site = await openSite()
after(() => site.close())

/** What axe finds, one line a finding. axe is a tool of the test: the page's own policy need not let it in. */
async function findings({ page }) {
  await page.addScriptTag({ path: axe })
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }))
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} at ${target.join(' ')}`))
}

for (const colorScheme of ['light', 'dark']) {
  for (const width of [1280, 360]) {
    test(`axe finds nothing on spiral, digits and diabetes, ${colorScheme}, ${width} px wide`, async () => {
      for (const data of ['spiral', 'digits', 'diabetes']) {
        const playground = await site.open(`?data=${data}`, { colorScheme, viewport: { width, height: 800 }, bypassCSP: true })
        assert.deepEqual(await findings(playground), [], data)
        await playground.close()
      }
    })
  }
}

test('axe finds nothing with the drawers open', async () => {
  for (const open of [/Choose other data/, 'All settings', 'Share']) {
    const playground = await site.open('?data=penguins', { bypassCSP: true })
    await playground.page.getByRole('button', { name: open }).first().click()
    assert.deepEqual(await findings(playground), [], String(open))
    await playground.close()
  }
})

test('by keyboard alone a reader plays, pauses, steps and resets', async () => {
  const playground = await site.open('?data=xor')
  const { page } = playground
  await playground.button('Play').focus()
  await page.keyboard.press('Enter')
  await playground.until('stepCount', value => value > 20)
  await playground.button('Pause').focus()
  await page.keyboard.press('Enter')
  await playground.button('Back to step 0, same first weights').focus()
  await page.keyboard.press('Enter')
  await playground.until('stepCount', value => value === 0)
  await playground.button('One step').focus()
  await page.keyboard.press('Space')
  await playground.until('stepCount', value => value === 1)
  await playground.close()
})

test('with arrow keys a reader walks from neuron to neuron, and Enter opens one', async () => {
  const playground = await site.open('?data=xor&layers=3.tanh-1.sigmoid')
  const { page } = playground
  const first = page.locator('glassbox-playground .neuron[tabindex="0"]')
  const start = Number(await first.getAttribute('data-layer'))
  await first.focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.querySelector('glassbox-playground').getState().view.selected)
  const { view } = await playground.state()
  assert.equal(view.selected.layer, start + 1)
  await playground.close()
})

for (const width of [1440, 768, 360, 320]) {
  test(`nothing sticks out sideways at ${width} px`, async () => {
    for (const data of ['spiral', 'digits', 'wine']) {
      const playground = await site.open(`?data=${data}`, { viewport: { width, height: 800 } })
      const overflow = await playground.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      assert.ok(overflow <= 0, `${data}: ${overflow} px`)
      await playground.close()
    }
  })
}
