/** The page works without a network from its second visit on, and an update neither breaks nor is kept from it. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { serve } from '../../web/serve.mjs'
import { otherBrowsers, ready } from './other-browsers.mjs'
import { openSite, Playground } from './page.mjs'

const built = process.env.GLASSBOX_SITE ?? fileURLToPath(new URL('../../build/site', import.meta.url))
const allowed = { serviceWorkers: 'allow' }

/** A copy of the built site that can be changed, at an address of its own. */
async function openCopy(t) {
  const folder = await mkdtemp(join(tmpdir(), 'glassbox-offline-'))
  await cp(built, folder, { recursive: true })
  const site = await openSite(folder)
  t.after(async () => {
    await site.close()
    await rm(folder, { recursive: true })
  })
  return { ...site, folder }
}

/** Waits until the page has all that it needs without a network. */
const kept = (page) =>
  page.evaluate(async () => {
    const { serviceWorker } = navigator
    await serviceWorker.ready
    if (!serviceWorker.controller)
      await new Promise((resolve) => serviceWorker.addEventListener('controllerchange', resolve, { once: true }))
  })

const started = (page) => page.waitForFunction(() => document.querySelector('glassbox-playground')?.isReady)

/** As if another version had been built: its page has another title. @param {string} folder */
async function release(folder, title) {
  const page = join(folder, 'index.html')
  await writeFile(page, (await readFile(page, 'utf8')).replace(/<title>.*<\/title>/, `<title>${title}</title>`))
  const hash = createHash('sha256')
    .update(await readFile(page))
    .digest('base64')
  const worker = join(folder, 'sw.js')
  const text = (await readFile(worker, 'utf8'))
    .replace(/"\.\/":"sha256-[^"]*"/, `"./":"sha256-${hash}"`)
    .replace(/"[\da-f]{12}"/, `"${hash.slice(0, 12)}"`)
  await writeFile(worker, text)
}

/** Has the page find out that there is another version, and waits until that is fetched. */
const noticed = (page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    await registration.update()
    const { installing } = registration
    if (!installing) return
    await new Promise((resolve) => {
      installing.addEventListener('statechange', () => installing.state !== 'installing' && resolve())
    })
  })

test('after one visit the page opens, trains, shows its panels and loads a table without a network', async (t) => {
  const site = await openCopy(t)
  const { page, faults, close } = await site.visit('', allowed)
  await kept(page)
  await page.context().setOffline(true)
  await site.stop()
  await page.goto(`${site.address}/?data=moons&layers=3.tanh-1.sigmoid`)
  await started(page)
  const playground = new Playground(page)
  await playground.steps(20)
  const step = () => page.evaluate(() => document.querySelector('glassbox-playground').frame().step)
  assert.equal(await step(), 20)
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click()
    await page.locator('.pane [role=tabpanel], .pane .panel').first().waitFor()
  }
  await playground.press('All settings')
  await page.locator('#settings-drawer input').first().waitFor()
  const { ok, message } = await playground.run({ do: 'chooseData', name: 'digits' })
  assert.ok(ok, message)
  await playground.steps(1)
  assert.equal((await playground.state()).data.name, 'digits')
  assert.equal(await step(), 1)
  assert.deepEqual(faults, [])
  await close()
})

/** Started before the tests: a file whose tests are through while it waits is taken for done. */
const others = await Promise.all(
  Object.entries(otherBrowsers).map(async ([name, open]) => ({ name, browser: await open() })),
)
after(() => Promise.all(others.map(({ browser }) => browser?.close())))

for (const { name, browser } of others)
  test(`in ${name} the page opens and trains without a network after one visit`, {
    skip: !browser && 'it is not installed',
  }, async () => {
    const server = await serve(built)
    const first = await browser.visit(`${server.address}/`)
    await ready(first)
    await kept(first)
    await first.close()
    await server.close()
    const page = await browser.visit(`${server.address}/?data=moons&layers=3.tanh-1.sigmoid`)
    await ready(page)
    const notice = () => within('.notice').map(({ textContent }) => textContent.trim())
    assert.deepEqual(await page.evaluate(notice), [''], 'its worker has started')
    await page.press('[data-command=step]')
    await page.until(() => document.querySelector('glassbox-playground').frame().step === 1)
    await page.press('[role=tab]', 'Neuron')
    await page.until(() => /\d/.test(within('.tab-panel')[0].innerText))
    assert.equal(await page.evaluate(() => document.querySelector('glassbox-playground').getState().data.name), 'moons')
    await page.close()
  })

test('a page that is open goes on in its version while another one is released, and is that when it is loaded again', async (t) => {
  const site = await openCopy(t)
  const { page, faults, close } = await site.visit('', allowed)
  await kept(page)
  await page.reload() // now the worker answers for it from the start
  await started(page)
  await release(site.folder, 'Another version')
  for (const name of await readdir(join(site.folder, 'v1'))) // that had other scripts
    if (/^chunk-/.test(name)) await rm(join(site.folder, 'v1', name))
  await page.evaluate(() => navigator.serviceWorker.ready.then((registration) => registration.update().catch(() => {})))
  await page.getByRole('tab').last().click()
  await new Playground(page).press('Examples')
  await new Playground(page).steps(3)
  assert.deepEqual(faults, [])
  await cp(join(built, 'v1'), join(site.folder, 'v1'), { recursive: true }) // the other version is complete by now
  await noticed(page)
  assert.match(await page.title(), /^Glassbox/)
  await page.reload()
  await page.waitForFunction(() => document.title === 'Another version')
  await started(page)
  const caches = await page.evaluate(() => window.caches.keys())
  assert.equal(caches.length, 1, 'the old one is cleared away')
  await close()
})

test('another version is there at the next visit, and its state with it', async (t) => {
  const site = await openCopy(t)
  const { page, close } = await site.visit('', allowed)
  await kept(page)
  await release(site.folder, 'Another version')
  await noticed(page)
  const next = await page.context().newPage()
  await page.close()
  // Under load Chromium now and then starts the old worker for this and never hands it the request, in the midst of the
  // change from one to the other: a reader would load the page again.
  const visit = (timeout) => next.goto(`${site.address}/?data=xor#later`, { timeout })
  await visit(10_000).catch(() => visit(30_000))
  await next.waitForFunction(() => document.title === 'Another version')
  assert.match(next.url(), /\?data=xor.*#later$/)
  await close()
})

test('a version that comes incomplete is not taken, and the old one goes on', async (t) => {
  const site = await openCopy(t)
  const { page, close } = await site.visit('', allowed)
  await kept(page)
  await release(site.folder, 'Another version')
  await writeFile(join(site.folder, 'v1/playground.js'), 'throw new Error("half a file")')
  await noticed(page)
  await page.reload()
  await started(page)
  assert.match(await page.title(), /^Glassbox/)
  await close()
})

test('the other pages, frames and pages of others have no worker of this kind', async (t) => {
  const site = await openCopy(t)
  const body = '<script type="module" src="v1/glassbox.js"></script><glassbox-playground></glassbox-playground>'
  const of = (html) => `<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:,">${html}</html>`
  await writeFile(join(site.folder, 'host.html'), of(body))
  await writeFile(join(site.folder, 'frame.html'), of('<iframe src="index.html"></iframe>'))
  for (const path of ['embed.html', 'host.html', 'frame.html']) {
    const { page, close } = await site.visit(path, allowed, async (page) => {
      await page.addInitScript(() => {
        const { setTimeout } = window
        window.setTimeout = (call, wait, ...rest) => setTimeout(call, Math.min(wait ?? 0, 10), ...rest)
      })
    })
    await Promise.all(page.frames().map((frame) => frame.waitForFunction(() => document.readyState === 'complete')))
    const frame = path === 'frame.html' ? page.frames()[1] : page
    await started(frame)
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)))
    const found = await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)
    assert.equal(found, 0, path)
    await close()
  }
})

test('the other pages have what the site has, not what the page keeps', async (t) => {
  const site = await openCopy(t)
  const { page, close } = await site.visit('', allowed)
  await kept(page)
  const script = join(site.folder, 'v1/glassbox.js')
  await writeFile(script, `${await readFile(script, 'utf8')}\nglobalThis.isOfSite = true\n`)
  for (const [path, isOfSite] of [
    ['embed.html', true],
    ['', undefined],
  ]) {
    await page.goto(`${site.address}/${path}`)
    await started(page)
    assert.equal(await page.evaluate(() => window.isOfSite), isOfSite, path)
  }
  await close()
})

test('where sources change, what was kept is let go of', async (t) => {
  const site = await openCopy(t)
  const { port } = new URL(site.address)
  const { page, close } = await site.visit('', allowed)
  await kept(page)
  await site.stop()
  await release(site.folder, 'Changed')
  const live = await serve(site.folder, { port: Number(port), isLive: true })
  t.after(() => live.close())
  await page.reload().catch(() => {}) // it may be loaded anew meanwhile
  await page.waitForFunction(() => document.title === 'Changed')
  await page.waitForFunction(async () => (await window.caches.keys()).length === 0)
  await close()
})

test('it keeps all that the page is made of, as it is, and nothing of the guide', async () => {
  const worker = await readFile(join(built, 'sw.js'), 'utf8')
  const files = [...worker.matchAll(/"([\w./-]+)":"sha256-([^"]+)"/g)]
  assert.ok(files.length > 50)
  for (const [, path, hash] of files) {
    const file = join(built, path === './' ? 'index.html' : path)
    assert.equal(
      createHash('sha256')
        .update(await readFile(file))
        .digest('base64'),
      hash,
      path,
    )
    assert.doesNotMatch(path, /authors|article|recipes|single|embed|\.d\.ts/)
  }
})
