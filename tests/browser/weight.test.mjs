import assert from 'node:assert/strict'
import { gzipSync } from 'node:zlib'
import { after, test } from 'node:test'
import { openSite } from './page.mjs'

const site = await openSite()
after(() => site.close())

const kilobyte = 1000

/** Everything the page fetches until its first step is done, in bytes as sent by a server that compresses. */
async function fetched() {
  const sizes = new Map()
  const pending = []
  const playground = await site.open('', {}, page => page.on('response', response => {
    pending.push(response.body().then(body => sizes.set(new URL(response.url()).pathname, gzipSync(body, { level: 9 }).length)))
  }))
  await playground.steps(1)
  await Promise.all(pending)
  await playground.close()
  return sizes
}

test('the page weighs at most 160 kB before its first step, the engine at most 100 kB of it', async () => {
  const sizes = await fetched()
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0)
  const engine = sizes.get('/v1/engine.wasm')
  const list = [...sizes].map(([path, size]) => `${path} ${size}`).join('\n')
  assert.ok(engine > 0 && engine <= 100 * kilobyte, `engine.wasm ${engine}`)
  assert.ok(total <= 160 * kilobyte, `total ${total}\n${list}`)
})
