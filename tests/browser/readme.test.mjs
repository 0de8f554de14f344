import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { snippetsOf } from '../readme.mjs'
import { openSite } from './page.mjs'
import { eventually } from './reading.mjs'

const site = await openSite()
after(() => site.close())

test("README's markup, put on a page, is a playground that shows a network and trains it", async () => {
  const [markup] = snippetsOf('markup') // the third is tried in article-text.test.mjs, the last is the single file's
  const body = `<!doctype html><html lang="en"><title>A page</title><link rel="icon" href="data:,">${markup}</html>`
  const { page, faults } = await site.visit('a-page.html', {}, (page) =>
    page.route('**/a-page.html', (route) => route.fulfill({ contentType: 'text/html', body })),
  )
  await page.waitForFunction(() => document.querySelector('glassbox-playground')?.isReady)
  const weights = () =>
    page.evaluate(async () => {
      const playground = document.querySelector('glassbox-playground')
      await playground.ready
      return JSON.stringify(playground.getState({ withParameters: true }).parameters)
    })
  const before = await weights()
  await page.evaluate(() => document.querySelector('glassbox-playground').step(5))
  assert.notEqual(await weights(), before)
  await page.locator('glassbox-playground .graph svg').first().waitFor()
  assert.deepEqual(faults, [])
})

test("README's figures show the network that they name", async () => {
  const [, figures] = snippetsOf('markup')
  const body = `<!doctype html><html lang="en"><title>A page</title><link rel="icon" href="data:,">
    <script type="module" src="v1/glassbox.js"></script>${figures}</html>`
  const { page, faults } = await site.visit('a-page.html', {}, (page) =>
    page.route('**/a-page.html', (route) => route.fulfill({ contentType: 'text/html', body })),
  )
  const shown = () =>
    page.evaluate(() => Array.from(document.querySelectorAll('glassbox-figure'), ({ shown }) => shown))
  await eventually(async () => assert.deepEqual(await shown(), ['graph', 'neuron']))
  assert.deepEqual(faults, [])
})
