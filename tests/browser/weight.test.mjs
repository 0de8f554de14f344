import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { openSite } from './page.mjs'

const site = await openSite()
after(() => site.close())

const kilobyte = 1024

/**
 * Everything the page needs until its first step is done, in bytes as sent by a server that compresses. What it asks for
 * by itself once it can be used, the panels of the pane, is never answered here: so the step is seen not to wait for it.
 */
async function fetched() {
  const sizes = new Map()
  const pending = []
  const playground = await site.open('', {}, async (page) => {
    page.on('response', (response) => {
      pending.push(
        response
          .body()
          .then((body) => sizes.set(new URL(response.url()).pathname, gzipSync(body, { level: 9 }).length)),
      )
    })
    await page.addInitScript(() => addEventListener('glassbox-ready', () => (window.isUsable = true)))
    await page.route('**/v1/chunk-*.js', async (route) => {
      const isUsable = await page.evaluate(() => window.isUsable).catch(() => true) // the page may be closed by then
      if (!isUsable) await route.continue()
    })
  })
  await playground.steps(1)
  await Promise.all(pending)
  await playground.close()
  return sizes
}

const sum = (sizes, paths) => [...paths].reduce((total, path) => total + (sizes.get(path) ?? 0), 0)

test('the page weighs at most 180 kB before its first step, the engine.wasm at most 100 kB of it', async () => {
  const sizes = await fetched()
  const total = sum(sizes, sizes.keys())
  const engine = sizes.get('/v1/engine.wasm') ?? 0
  const list = [...sizes].map(([path, size]) => `${path} ${size}`).join('\n')
  assert.ok(engine > 0 && engine <= 100 * kilobyte, `engine ${engine}\n${list}`)
  assert.ok(total <= 180 * kilobyte, `total ${total}\n${list}`)
})
