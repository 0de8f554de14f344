import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openSite } from './page.mjs'

/** What is fetched when it is asked for, and cannot be had, says so where it was asked for; asked again, it comes. */

const site = await openSite()
after(() => site.close())

const sentence = 'This part could not be fetched.'
const chunks = '**/v1/chunk-*.js'

/** How it is asked for, and where the sentence stands. */
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
}

for (const [what, { ask, at }] of Object.entries(asked))
  test(`${what}: where it cannot be fetched, one sentence says so, and the page goes on`, async () => {
    const playground = await site.open('?data=xor', { viewport: { width: 1440, height: 900 } })
    const { page } = playground
    await page.locator('glassbox-step').waitFor()
    await page.evaluate(() => document.querySelector('glassbox-playground').ready)
    // what comes late is there: only what is asked for now is missing
    await page.getByRole('button', { name: 'Examples', exact: true }).click()
    await page.locator('glassbox-gallery button').first().waitFor()
    await page.locator('#gallery-drawer .close:focus').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('#gallery-drawer').waitFor({ state: 'hidden' })
    await page.route(chunks, (route) => route.abort())
    await ask(page)
    const told = page.locator(at).getByText(sentence)
    await told.waitFor()
    assert.equal(await told.count(), 1)
    await playground.run({ do: 'step', count: 3 })
    assert.equal((await playground.state()).data.name, 'xor')
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
