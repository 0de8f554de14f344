import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { areToldApart, look } from './forced-colours.mjs'
import { openSite } from './page.mjs'
import { eventually, findings, openPanel } from './reading.mjs'

const site = await openSite()
after(() => site.close())

/** Each kind of task in both themes and both widths. */
for (const [colorScheme, width, ...names] of [
  ['light', 1280, 'spiral', 'digits'],
  ['dark', 1280, 'diabetes', 'spiral'],
  ['light', 360, 'digits', 'diabetes'],
  ['dark', 360, 'spiral', 'digits'],
]) {
  test(`axe finds nothing on ${names.join(' and ')}, ${colorScheme}, ${width} px wide`, async () => {
    for (const data of names) {
      const playground = await site.open(`?data=${data}`, { colorScheme, viewport: { width, height: 800 } })
      const only = colorScheme === 'dark' ? ['color-contrast'] : undefined // all else is the same in both
      assert.deepEqual(await findings(playground, '', only), [], data)
      await playground.close()
    }
  })
}

test('axe finds nothing with the drawers open', async () => {
  for (const open of [/Choose other data/, 'Examples', 'All settings', 'Share']) {
    const playground = await site.open('?data=penguins')
    await playground.page.getByRole('button', { name: open }).first().click()
    assert.deepEqual(await findings(playground, ''), [], String(open))
    await playground.close()
  }
})

test('by keyboard alone a reader plays, pauses, steps and resets', async () => {
  const playground = await site.open('?data=xor')
  const { page } = playground
  await playground.button('Play').focus()
  await page.keyboard.press('Enter')
  await playground.until('stepCount', (value) => value > 20)
  await playground.button('Pause').focus()
  await page.keyboard.press('Enter')
  await playground.button('Back to step 0, same initial weights').focus()
  await page.keyboard.press('Enter')
  await playground.until('stepCount', (value) => value === 0)
  await playground.button('One step').focus()
  await page.keyboard.press('Space')
  await playground.until('stepCount', (value) => value === 1)
  await playground.close()
})

test('by Tab and Enter alone a reader comes from the top of the page to a trained network', async () => {
  const playground = await site.open('?data=gauss')
  const { page } = playground
  const isAtPlay = () =>
    page.evaluate(() => {
      const { activeElement } = document.querySelector('glassbox-playground').shadowRoot
      return activeElement?.dataset.command === 'play'
    })
  for (let stops = 0; stops < 100 && !(await isAtPlay()); stops++) await page.keyboard.press('Tab')
  assert.ok(await isAtPlay())
  await page.keyboard.press('Enter')
  await playground.until('accuracy', (share) => share > 0.95)
  await page.keyboard.press('Enter')
  await playground.button('Play').waitFor()
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

test('in forced colours what is chosen, done or pressed is told from what is not, and bars are seen', async () => {
  const playground = await site.open('?data=xor&layers=3.tanh-1.sigmoid')
  const { page } = playground
  await page.emulateMedia({ forcedColors: 'active' })
  await areToldApart({
    openTab: (name) => openPanel(playground, name),
    press: (selector) => page.locator(selector).first().click(),
    lookAt: (selector) => page.locator(selector).first().evaluate(look),
  })
  await playground.close()
})

test('nothing sticks out sideways, down to 320 px', async () => {
  for (const data of ['spiral', 'digits', 'wine']) {
    const playground = await site.open(`?data=${data}`)
    for (const width of [1440, 768, 360, 320]) {
      await playground.page.setViewportSize({ width, height: 800 })
      await eventually(async () => {
        const overflow = await playground.page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        assert.ok(overflow <= 0, `${data}: ${overflow} px at ${width}`)
      })
    }
    await playground.close()
  }
})
