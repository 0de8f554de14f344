import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openSite } from './page.mjs'

/** What is fetched when it is asked for, and cannot be had, says so where it was asked for; asked again, it comes. */

const site = await openSite()
after(() => site.close())

const sentence = 'This part could not be fetched.'
const chunks = '**/v1/chunk-*.js'

/** How it is asked for, and where the sentence stands; of which data, and what is done while all of it can be had. */
const asked = {
  'drawing points': {
    ask: (page) => page.locator('.picture .draw-points').click(),
    at: '.picture',
  },
  'a table of one’s own': {
    ask: (page) => page.locator('glassbox-sentence button').first().click(),
    at: 'glassbox-data',
  },
  'the rules by which playing stops': {
    ask: (page) => page.getByRole('button', { name: 'All settings', exact: true }).click(),
    at: 'glassbox-settings',
  },
  'what Share has beside the link': {
    ask: (page) => page.getByRole('button', { name: 'Share', exact: true }).click(),
    at: 'glassbox-share',
  },
  'the panel Compare': {
    ask: (page) => page.getByRole('tab', { name: 'Compare', exact: true }).click(),
    at: '.tab-panel',
  },
  'a pen for digits': {
    query: '?data=digits',
    ask: (page) => page.getByRole('tab', { name: 'Inputs', exact: true }).click(),
    at: '.paint',
  },
  'the way to past moments': {
    ask: (page) => page.getByRole('button', { name: 'One step', exact: true }).click(),
    at: 'glassbox-chart',
  },
  'what tells pasted rows apart': {
    query: '?data=study-hours',
    before: async (page) => {
      await page.getByRole('tab', { name: 'Inputs', exact: true }).click()
      await page.getByText('Predict many rows').click()
      await page.getByRole('textbox', { name: 'Predict many rows' }).fill('hours\n1\n2')
    },
    ask: (page) => page.getByRole('button', { name: 'Predict these rows' }).click(),
    at: '.new-rows',
  },
}

for (const [what, { query = '?data=xor', before, ask, at }] of Object.entries(asked))
  test(`${what}: where it cannot be fetched, one sentence says so, and the page goes on`, async () => {
    const playground = await site.open(query, { viewport: { width: 1440, height: 900 } })
    const { page } = playground
    await page.locator('glassbox-step').waitFor()
    await page.evaluate(() => document.querySelector('glassbox-playground').ready)
    // what comes late is there: only what is asked for now is missing
    await page.getByRole('button', { name: 'Examples', exact: true }).click()
    await page.locator('glassbox-gallery button').first().waitFor()
    await page.locator('#gallery-drawer .close:focus').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('#gallery-drawer').waitFor({ state: 'hidden' })
    await before?.(page)
    await page.route(chunks, (route) => route.abort())
    await ask(page)
    const told = page.locator(at).getByText(sentence)
    await told.waitFor()
    assert.equal(await told.count(), 1)
    const step = await playground.number('stepCount')
    await playground.run({ do: 'step', count: 3 })
    await playground.until('stepCount', (now) => now === step + 3)
    await playground.close()
  })

test('asked for again when the connection is back, it comes, and the sentence goes', async () => {
  const playground = await site.open('?data=xor', { viewport: { width: 1440, height: 900 } })
  const { page } = playground
  await page.locator('glassbox-step').waitFor()
  await page.route(chunks, (route) => route.abort())
  await page.locator('.picture .draw-points').click()
  const told = page.locator('.picture').getByText(sentence)
  await told.waitFor()
  await page.unroute(chunks)
  await page.locator('.picture .draw-points').click()
  await page.locator('.draw-tools').waitFor()
  assert.equal(await told.count(), 0)
  await playground.close()
})

test('where the connection goes as soon as the page can be used, drawers and pane say so, and come when tried again', async () => {
  const gone = async (page) => {
    await page.addInitScript(() => addEventListener('glassbox-ready', () => (window.isUsable = true)))
    await page.route(chunks, async (route) => {
      const isUsable = await page.evaluate(() => window.isUsable)
      return isUsable ? route.abort() : route.continue()
    })
  }
  const playground = await site.open('?data=xor', { viewport: { width: 1440, height: 900 } }, gone)
  const { page } = playground
  const pane = page.locator('.tab-panel').getByText(sentence)
  await pane.waitFor()
  await playground.press('All settings')
  const drawer = page.locator('#settings-drawer')
  await drawer.getByText(sentence).waitFor()
  await page.unroute(chunks)
  await drawer.getByRole('button', { name: 'Try again' }).click()
  await drawer.getByText('Training', { exact: true }).waitFor()
  assert.equal(await drawer.getByText(sentence).count(), 0)
  await drawer.getByRole('button', { name: 'Close', exact: true }).click()
  await page.locator('.tab-panel').getByRole('button', { name: 'Try again' }).click()
  await page.locator('glassbox-step').waitFor()
  assert.equal(await pane.count(), 0)
  await playground.close()
})

test('the way to past moments is tried again from the curve', async () => {
  const playground = await site.open('?data=xor', { viewport: { width: 1440, height: 900 } })
  const { page } = playground
  await page.route(chunks, (route) => route.abort())
  await playground.press('One step')
  const chart = page.locator('glassbox-chart')
  await chart.getByText(sentence).waitFor()
  await page.unroute(chunks)
  await chart.getByRole('button', { name: 'Try again' }).click()
  await chart.getByRole('slider').waitFor()
  assert.equal(await chart.getByText(sentence).count(), 0)
  await playground.close()
})
