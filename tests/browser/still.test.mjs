import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openSite } from './page.mjs'
import { eventually } from './reading.mjs'

/** The page stays where the reader has left it: nothing but what a reader does scrolls it. */

const site = await openSite()
after(() => site.close())

const sizes = [
  [390, 844],
  [768, 1024],
  [1024, 768],
  [1366, 657],
  [1440, 900],
]
const links = ['', '?data=penguins&select=0.1&tab=confusion']

/** Opens the site in a window of that size; the page notes every scroll of it from the first moment on. */
async function openAt([width, height], query) {
  const playground = await site.open(query, { viewport: { width, height }, reducedMotion: 'reduce' }, (page) =>
    page.addInitScript(() => {
      window.scrolls = []
      addEventListener('scroll', () => window.scrolls.push(scrollY))
    }),
  )
  await isFilled(playground)
  return playground
}

const isFilled = ({ page }) => page.locator('.tab-panel > * > *').first().waitFor({ state: 'attached' })

/** Everything that was drawn late has been drawn. */
const settle = ({ page }) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 60))))

const scrollsOf = ({ page }) => page.evaluate(() => window.scrolls)

for (const size of sizes) {
  test(`at ${size.join('x')} the page opens at its top and stays there while the pane is filled, by whatever link it is opened`, async () => {
    for (const link of links) {
      const playground = await openAt(size, link)
      await settle(playground)
      assert.deepEqual(await scrollsOf(playground), [], link)
      await playground.close()
    }
  })
}

for (const size of [sizes[0], sizes[3]]) {
  test(`at ${size.join('x')} neither commands from a script nor training scroll the page`, async () => {
    const playground = await openAt(size, '?data=xor')
    const state = await playground.page.evaluate(() => document.querySelector('glassbox-playground').getState())
    const set = (path, value) => ({ do: 'set', changes: { [path]: value } })
    for (const command of [
      ...['slope', 'confusion', 'inputs', 'layer'].map((tab) => set('view.tab', tab)),
      set('view.selected', { layer: 0, unit: 1 }),
      { do: 'step', count: 5 },
      { do: 'chooseData', name: 'penguins' },
      set('view.tab', 'confusion'),
      { do: 'chooseData', name: 'study-hours' },
      { do: 'addLayer', at: 0 },
      { do: 'load', state },
      { do: 'play' },
    ]) {
      await playground.run(command)
      await settle(playground)
    }
    await playground.until('stepCount', (step) => step > 100)
    await playground.run({ do: 'pause' })
    await settle(playground)
    assert.deepEqual(await scrollsOf(playground), [])
    assert.deepEqual(playground.faults, [])
    await playground.close()
  })
}

test('a page that was scrolled stays there while a script opens other tabs', async () => {
  const playground = await openAt([390, 844], '?data=xor&tab=layer')
  await playground.page.evaluate(() => scrollTo(0, 300))
  for (const value of ['slope', 'step', 'confusion', 'neuron']) {
    await playground.run({ do: 'set', changes: { 'view.tab': value } })
    await settle(playground)
    assert.equal(await playground.page.evaluate(() => scrollY), 300, value)
  }
  await playground.close()
})

test('what a reader presses in order to be led to the pane does lead there', async () => {
  const playground = await openAt([390, 844], '?data=xor')
  const neuron = playground.page.locator('.neuron[data-layer="0"]').first()
  await neuron.focus()
  await playground.page.keyboard.press('Enter')
  await playground.page.getByRole('tab', { name: 'Neuron', selected: true }).waitFor()
  await playground.page.keyboard.press('Enter')
  await eventually(async () => {
    const box = await playground.page.getByRole('tab', { selected: true }).boundingBox()
    assert.ok(box.y >= 0 && box.y + box.height <= 844, JSON.stringify(box))
  })
  await playground.close()
})
