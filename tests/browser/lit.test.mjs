/** Pointing at a number or a letter of a formula lights the same thing wherever it is drawn, and the other way round. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openSite } from './page.mjs'
import { eventually } from './reading.mjs'

const site = await openSite()
after(() => site.close())

/** What everything that is drawn of a weight or of a neuron is marked by. */
const weight = '[data-layer="1"][data-row="0"][data-column="1"]'
const neuron = '[data-layer="1"][data-unit="0"]'

/** A network with the first neuron of its second layer chosen. */
async function openChosen(tab) {
  const { page } = await site.open(`?data=xor&layers=3.tanh-2.tanh-1.sigmoid&tab=${tab}`, {
    viewport: { width: 1440, height: 1600 },
  })
  await page.locator(`.neuron${neuron}`).click()
  await page.mouse.move(2, 2)
  return page
}

test('pointing at a factor of a sum lights its letter, its number, its row in the table and its wire', async () => {
  const page = await openChosen('neuron')
  const factors = page.locator(`.sum-lines ${weight}`)
  await eventually(async () => assert.equal(await factors.count(), 2))
  for (const factor of await factors.all()) {
    await factor.hover()
    await eventually(async () => {
      for (const lit of ['.sum-lines mrow', '.sum-lines span', 'tr']) {
        assert.equal(await page.locator(`${lit}.pointed${weight}`).count(), 1, lit)
      }
      assert.equal(await page.locator(`.weight.in-sight${weight}`).count(), 1)
      assert.equal(await page.locator(`.pane .pointed:not(${weight})`).count(), 0)
    })
    await page.mouse.move(2, 2)
    await eventually(async () => assert.equal(await page.locator('.pane .pointed').count(), 0))
  }
  await page.close()
})

test('pointing at a neuron, or at a number of it in a formula, lights all of its letters and numbers', async () => {
  const page = await openChosen('error')
  const shown = page.locator(`.equation mrow${neuron}`)
  await eventually(async () => assert.ok((await shown.count()) > 4))
  for (const pointed of [page.locator(`.neuron${neuron}`), shown.last()]) {
    await pointed.hover()
    await eventually(async () => {
      assert.equal(await page.locator(`.equation mrow.pointed${neuron}`).count(), await shown.count())
      assert.equal(await page.locator(`.neuron.in-sight${neuron}`).count(), 1)
    })
    await page.mouse.move(2, 2)
    await eventually(async () => assert.equal(await page.locator('.equation .pointed').count(), 0))
  }
  await page.close()
})
