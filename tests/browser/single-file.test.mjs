/** v1/glassbox.single.js: one classic script, on every kind of page that the modules cannot serve. */
import assert from 'node:assert/strict'
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { openBrowser } from './browser.mjs'
import { eventually } from './reading.mjs'

const folder = process.env.GLASSBOX_SITE ?? fileURLToPath(new URL('../../build/site', import.meta.url))
const file = join(folder, 'v1/glassbox.single.js')
const browser = await openBrowser()
after(() => browser.close())

/** Whose page it is, and where the site lies: there too, elsewhere, or elsewhere for all who ask. */
const [host, elsewhere, open] = ['https://host.test', 'https://elsewhere.test', 'https://open.test']
const types = { '.js': 'text/javascript', '.json': 'application/json', '.wasm': 'application/wasm' }

const script = (origin, attributes = '') => `<script ${attributes} src="${origin}/v1/glassbox.single.js"></script>`
const element = '<glassbox-playground></glassbox-playground>'
const html = (head, body = element) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A host</title>${head}</head><body>${body}</body></html>`

/** A page on which what goes wrong and what is asked for is noted. The origins are answered here: none is on the network. */
async function newPage() {
  const page = await (await browser.newContext({ viewport: { width: 1366, height: 800 } })).newPage()
  const noted = { page, faults: [], requests: [], close: () => page.context().close() }
  page.on('pageerror', (error) => noted.faults.push(error.stack))
  page.on('console', (message) => message.type() === 'error' && noted.faults.push(message.text()))
  page.on('request', (request) => request.url().startsWith('blob:') || noted.requests.push(request.url()))
  await page.context().route('https://*.test/v1/**', async (route) => {
    const { pathname, origin } = new URL(route.request().url())
    const headers = { 'Access-Control-Allow-Origin': origin === open ? '*' : 'https://nobody.test' } // without it all may ask, here
    const body = await readFile(join(folder, pathname)).catch(() => null)
    await route.fulfill({ status: body ? 200 : 404, contentType: types[extname(pathname)], headers, body: body ?? '' })
  })
  return noted
}

/** Somebody else's page. @param {string} text its HTML @param {Record<string, string>} [headers] @param {string} [inner] of inner.html */
async function visit(text, headers = {}, inner = '') {
  const noted = await newPage()
  const answer = (name, body) =>
    noted.page.route(`${host}/${name}`, (route) => route.fulfill({ contentType: 'text/html', headers, body }))
  await answer('inner.html', inner)
  await answer('', text)
  await noted.page.goto(`${host}/`)
  return noted
}

const ready = (frame) =>
  frame.evaluate(async () => {
    if (!customElements.get('glassbox-playground')) throw new Error('it is not defined')
    await document.querySelector('glassbox-playground').ready
  })
const run = (frame, command) =>
  frame.evaluate((command) => document.querySelector('glassbox-playground').run(command), command)
const stepOf = async (frame) =>
  Number((await frame.locator('[data-reading=stepCount] dd').textContent()).replaceAll(',', ''))

/** It starts, trains, and everything of it can be opened. @param frame of a page, or the page itself */
async function useAll(frame) {
  await ready(frame)
  await run(frame, { do: 'step', count: 20 })
  await eventually(async () => assert.equal(await stepOf(frame), 20))
  await frame.getByRole('button', { name: 'Play', exact: true }).click()
  await eventually(async () => assert.ok((await stepOf(frame)) > 30))
  await frame.getByRole('button', { name: 'Pause', exact: true }).click()
  const tabs = frame.getByRole('tab')
  const count = await tabs.count()
  assert.ok(count >= 9, `${count} tabs`)
  for (let i = 0; i < count; i++) {
    await tabs.nth(i).click()
    await eventually(async () => assert.match(await frame.locator('.tab-panel').first().innerText(), /\d/))
  }
  for (const [name, view] of [
    ['All settings', 'glassbox-settings'],
    ['Share', 'glassbox-share'],
  ]) {
    await frame.getByRole('button', { name, exact: true }).click()
    await frame.locator(view).locator('button').first().waitFor()
    await frame.locator('body').press('Escape')
  }
}

/** Whether this frame's page trains on its own thread, as it says itself. */
const saysHere = (frame) => frame.getByText('the page’s own thread').isVisible()

test('the file weighs at most 300 kB compressed', async () => {
  const { length } = gzipSync(await readFile(file), { level: 9 })
  assert.ok(length <= 300 * 1024, `${length} bytes`)
})

test('from a disk all of it works, no file but its own is asked for, and a table is refused with a sentence', async () => {
  const disk = await mkdtemp(join(tmpdir(), 'glassbox-disk-'))
  const source = '<script src="glassbox.single.js"></script>'
  await Promise.all([
    copyFile(file, join(disk, 'glassbox.single.js')),
    writeFile(join(disk, 'lesson.html'), html(source, '<glassbox-playground linked></glassbox-playground>')),
  ])
  const { page, faults, requests, close } = await newPage()
  const address = String(pathToFileURL(join(disk, 'lesson.html')))
  await page.goto(`${address}?data=xor`)
  await useAll(page)
  assert.equal(page.workers().length, 1)
  const { ok, message } = await run(page, { do: 'chooseData', name: 'iris' })
  assert.equal(ok, false)
  assert.match(message, /table/)
  await page.getByText('such as XOR or circles').waitFor()
  assert.equal((await run(page, { do: 'chooseData', name: 'circle' })).ok, true)
  assert.deepEqual(
    [...new Set(requests.map((url) => url.split(/[/?]/).find((part) => /\.\w+$/.test(part))))],
    ['lesson.html', 'glassbox.single.js'],
  )
  assert.deepEqual(faults, [])
  await close()
  await rm(disk, { recursive: true })
})

test('in a sandbox of no origin, where storage throws, all of it works', async () => {
  const inner = html(script(elsewhere))
  for (const source of [`srcdoc="${inner.replaceAll('"', '&quot;')}"`, 'src="inner.html"']) {
    const frame = `<iframe sandbox="allow-scripts" width="1200" height="780" ${source}></iframe>`
    const { page, faults, close } = await visit(html('', frame), {}, inner)
    const [, sandbox] = page.frames()
    assert.equal(await sandbox.evaluate(() => self.origin), 'null')
    await assert.rejects(
      sandbox.evaluate(() => localStorage.length),
      /storage|sandbox/i,
    )
    await useAll(sandbox)
    assert.deepEqual(faults, [])
    await close()
  }
})

test('from another origin without CORS all of it works, but tables cannot be had, which is said', async () => {
  const { page, faults, close } = await visit(html(script(elsewhere)))
  await useAll(page)
  assert.equal(page.workers().length, 1)
  assert.deepEqual(faults, [])
  assert.match((await run(page, { do: 'chooseData', name: 'iris' })).message, /table/)
  await close()
})

test('its figures ask for no file', async () => {
  const figure =
    '<glassbox-network state="data=xor"></glassbox-network><glassbox-figure part="neuron"></glassbox-figure>'
  const { page, faults, requests, close } = await visit(html(script(host), figure))
  await page.locator('glassbox-neuron .maths').first().waitFor()
  assert.deepEqual(requests, [`${host}/`, `${host}/v1/glassbox.single.js`])
  assert.deepEqual(faults, [])
  await close()
})

test('a figure of a panel that it does not have says which there are', async () => {
  const network = '<glassbox-network id="net" state="data=xor"></glassbox-network>'
  const figures = ['measures', 'confusion'].map(
    (part) => `<glassbox-figure for="net" part="${part}"></glassbox-figure>`,
  )
  const { page, faults, close } = await visit(html(script(host), network + figures.join('')))
  await page.getByText('A figure of Glassbox cannot show “measures”; it can show').waitFor()
  await page.locator('glassbox-confusion').waitFor()
  assert.deepEqual(faults, [])
  await close()
})

test('it can be read in whatever encoding its page is', async () => {
  const text = html(script(host)).replace('<meta charset="utf-8">', '<meta charset="windows-1251">')
  const { page, faults, close } = await visit(text)
  await ready(page)
  assert.equal(await page.evaluate(() => document.characterSet), 'windows-1251')
  await page.getByText('Σ').or(page.getByText('−')).first().waitFor()
  assert.deepEqual(faults, [])
  await close()
})

test('beside the tables of a server it has them', async () => {
  for (const origin of [host, open]) {
    const { page, faults, close } = await visit(html(script(origin)))
    await ready(page)
    assert.deepEqual(await run(page, { do: 'chooseData', name: 'iris' }), { ok: true, message: '' })
    assert.deepEqual(faults, [])
    await close()
  }
})

/** What each page has to allow at least, beside the script itself. Without any word of it something is missing. */
const own = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'"
const trusted = "require-trusted-types-for 'script'; trusted-types lit-html"
const policies = [
  { policy: `${own}; worker-src blob:`, hasWorker: true },
  { policy: `${own}; worker-src 'none'`, hasWorker: false },
  { policy: `${own}; worker-src blob:; connect-src 'self'`, hasWorker: true, hasTables: true },
  { policy: `${own}; worker-src 'none'; connect-src 'self'`, hasWorker: false, hasTables: true },
  {
    policy: "default-src 'none'; script-src 'nonce-a1' 'strict-dynamic' 'wasm-unsafe-eval'; worker-src blob:",
    attributes: 'nonce="a1"',
    hasWorker: true,
  },
  { policy: `${own}; worker-src blob:; ${trusted} glassbox`, hasWorker: true },
  { policy: `${own}; worker-src blob:; ${trusted}`, hasWorker: false },
]

for (const { policy, hasWorker, hasTables = false, attributes } of policies) {
  const how = `${hasWorker ? 'with a worker' : 'on the page’s own thread, which is said'}${hasTables ? ', tables too' : ''}`
  test(`under the policy ${policy} all of it works, ${how}`, async () => {
    const { page, faults, close } = await visit(html(script(host, attributes)), { 'Content-Security-Policy': policy })
    await ready(page)
    assert.equal(page.workers().length, hasWorker ? 1 : 0)
    assert.equal(await saysHere(page), !hasWorker)
    await useAll(page)
    // a browser tells of a worker that is not allowed
    assert.deepEqual(hasWorker ? faults : faults.filter((fault) => !/worker|TrustedTypePolicy/i.test(fault)), [])
    assert.equal((await run(page, { do: 'chooseData', name: 'iris' })).ok, hasTables)
    await close()
  })
}

test('under a policy without wasm-unsafe-eval it says why it cannot start', async () => {
  const { page, close } = await visit(html(script(host)), {
    'Content-Security-Policy': "default-src 'none'; script-src 'self'; worker-src blob:",
  })
  await assert.rejects(ready(page), /must allow WebAssembly/)
  await page.getByText('wasm-unsafe-eval').waitFor()
  await close()
})

test('on the page’s own thread it trains in slices between which the page is free, and a removed one stops', async () => {
  const { page, close } = await visit(html(script(host)), { 'Content-Security-Policy': `${own}; worker-src 'none'` })
  await ready(page)
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  const waits = await page.evaluate(async () => {
    const waits = []
    for (const end = performance.now() + 2000; performance.now() < end; ) {
      const asked = performance.now()
      await new Promise((resolve) => setTimeout(resolve))
      waits.push(performance.now() - asked)
    }
    return waits.sort((a, b) => a - b)
  })
  const usual = waits[Math.floor(waits.length / 2)]
  assert.ok(usual < 50, `a task of the page waits ${usual} ms as a rule`)
  assert.ok((await stepOf(page)) > 100)
  await page.evaluate(() => {
    globalThis.net = document.querySelector('glassbox-playground')
    net.remove()
  })
  const before = await page.evaluate(async () => {
    document.body.append(net)
    await net.ready
    return net.isReady
  })
  assert.ok(before)
  assert.ok((await stepOf(page)) > 100, 'put back it goes on')
  await close()
})

test('on a page with COEP it works where the script may be had by all', async () => {
  const headers = { 'Cross-Origin-Embedder-Policy': 'require-corp', 'Cross-Origin-Opener-Policy': 'same-origin' }
  const { page, faults, close } = await visit(html(script(open, 'crossorigin')), headers)
  assert.equal(await page.evaluate(() => crossOriginIsolated), true)
  await useAll(page)
  assert.equal(page.workers().length, 1)
  assert.deepEqual(faults, [])
  await close()
})

const modules = '<script type="module" src="v1/glassbox.js"></script>'
for (const [name, head] of [
  ['twice the single file', script(host) + script(elsewhere)],
  ['the modules before it', modules + script(host)],
  ['the modules after it', script(host) + modules],
  ['the modules before it, and it when it comes', modules + script(host, 'async')],
]) {
  test(`two copies on a page do no harm: ${name}`, async () => {
    const { page, faults, close } = await visit(html(head))
    await page.evaluate(() => customElements.whenDefined('glassbox-playground'))
    await useAll(page)
    assert.equal(page.workers().length, 1)
    assert.deepEqual(faults, [])
    await close()
  })
}

test('a browser that lacks something is told so by the single file too', async () => {
  const { page, faults, close } = await newPage()
  await page.addInitScript(() => delete HTMLElement.prototype.popover)
  await page.route(`${host}/`, (route) => route.fulfill({ contentType: 'text/html', body: html(script(host)) }))
  await page.goto(`${host}/`)
  await page.getByText('popovers').waitFor()
  assert.deepEqual(faults, [])
  await close()
})

test('imported or required in Node it does nothing', async () => {
  const place = await mkdtemp(join(tmpdir(), 'glassbox-node-'))
  const before = Object.getOwnPropertyNames(globalThis)
  for (const name of ['single.cjs', 'single.mjs']) await copyFile(file, join(place, name))
  assert.deepEqual(createRequire(import.meta.url)(join(place, 'single.cjs')), {})
  await import(pathToFileURL(join(place, 'single.mjs')))
  assert.deepEqual(Object.getOwnPropertyNames(globalThis), before)
  await rm(place, { recursive: true })
})

test('in a sandbox the modules train on the page’s own thread, where they may be had by all', async () => {
  const inner = html(`<script type="module" src="${open}/v1/glassbox.js"></script>`)
  const { page, close } = await visit(
    html('', '<iframe sandbox="allow-scripts" width="1200" height="780" src="inner.html"></iframe>'),
    {},
    inner,
  )
  const [, sandbox] = page.frames()
  await sandbox.evaluate(() => customElements.whenDefined('glassbox-playground'))
  await ready(sandbox)
  assert.ok(await saysHere(sandbox))
  await useAll(sandbox)
  await close()
})
