import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openHost } from './host.mjs'
import { openSite } from './page.mjs'

const site = await openSite()
after(() => site.close())

const element = '<glassbox-playground><p id="instead">A picture instead</p></glassbox-playground>'

/** What ready and the methods say, and what can be seen, on a page where something is wrong. */
async function failing(prepare) {
  const { page } = await openHost(site, element, { isReady: false, prepare })
  const said = await page.evaluate(async () => {
    await customElements.whenDefined('glassbox-playground')
    const net = document.querySelector('glassbox-playground')
    const calls = [net.ready, net.play(), net.step(), net.setState({})]
    return (await Promise.allSettled(calls)).map(({ reason }) => reason?.message)
  })
  assert.ok(await page.locator('#instead').isVisible(), 'what the author put there is shown')
  assert.ok(await page.getByText(said[0]).isVisible(), 'and the reason')
  await page.context().close()
  assert.deepEqual(new Set(said).size, 1)
  return said[0]
}

test('an engine that cannot be used is named with the cause', async () => {
  const send = (answer) => (page) => page.context().route('**/engine.wasm', (route) => answer(route))
  assert.match(await failing(send((route) => route.fulfill({ status: 404 }))), /engine\.wasm.*404/)
  const html = { contentType: 'text/html', body: '<!doctype html><p>Not here' }
  assert.match(await failing(send((route) => route.fulfill(html))), /engine\.wasm.*text\/html/)
  const cut = async (route) => {
    const body = await (await route.fetch()).body()
    return route.fulfill({ contentType: 'application/wasm', body: body.subarray(0, 1000) })
  }
  assert.match(await failing(send(cut)), /engine\.wasm.*cut short/)
  assert.match(await failing(send((route) => route.abort())), /engine\.wasm.*cannot be fetched/)
})

test('a worker that cannot be used is named with the cause', async () => {
  const send = (answer) => (page) => page.context().route('**/worker.js', answer)
  assert.match(await failing(send((route) => route.fulfill({ status: 404 }))), /worker\.js.*404/)
  const html = { contentType: 'text/html', body: '<!doctype html>' }
  assert.match(await failing(send((route) => route.fulfill(html))), /worker\.js.*text\/html/)
})

const lacking = {
  SIMD: () => (WebAssembly.validate = (bytes) => bytes.length !== 31),
  exceptions: () => (WebAssembly.validate = (bytes) => bytes.length !== 28),
  'light-dark': () => {
    const { supports } = CSS
    CSS.supports = (condition, value) => !condition.includes('light-dark') && supports.call(CSS, condition, value)
  },
  popovers: () => delete HTMLElement.prototype.popover,
}
for (const [what, lack] of Object.entries(lacking)) {
  test(`a browser without ${what} is told which can`, async () => {
    const message = await failing((page) => page.addInitScript(lack))
    assert.match(message, new RegExp(`${what}.*Chrome.*\\d.*Firefox.*\\d.*Safari.*\\d`))
  })
}

test('where the element is never defined, our own page says what it needs', async () => {
  const { page } = await site.visit('embed.html', {}, (page) => page.route('**/v1/*', (route) => route.abort()))
  await page.getByText('has not started').waitFor({ state: 'visible' })
  await page.context().close()
})

test('opened from a disk, our own page says what it needs', async () => {
  const { page } = await site.visit('favicon.svg')
  await page.goto(String(new URL('../../build/site/index.html', import.meta.url)))
  await page.getByText('has not started').waitFor({ state: 'visible' })
  await page.context().close()
})
