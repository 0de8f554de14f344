import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { openSite } from '../browser/page.mjs'
import { install, packages } from './installed.mjs'

/**
 * A page of MyST by mystmd. The theme that makes HTML of it is had from the network, so what is tested is what the theme is
 * given: the page's content and the files beside it, of which the widget is shown as the theme shows it.
 */

install()
const site = fileURLToPath(new URL('../../build/site', import.meta.url))
const folder = await mkdtemp(join(tmpdir(), 'glassbox-myst-'))
after(() => rm(folder, { recursive: true }))

await cp(join(site, 'v1/anywidget.mjs'), join(folder, 'anywidget.mjs'))
await writeFile(join(folder, 'myst.yml'), 'version: 1\nproject:\n  title: A book\nsite:\n  title: A book\n')
await cp(fileURLToPath(new URL('../../web/recipes/myst.md', import.meta.url)), join(folder, 'index.md'))
spawnSync(process.execPath, [join(packages, 'mystmd/dist/myst.cjs'), 'build', '--site', '--ci'], { cwd: folder })
const built = join(folder, '_build/site')
const { mdast } = JSON.parse(await readFile(join(built, 'content/index.json'), 'utf8'))

/** The first node of a kind. */
const find = (type, node = mdast) =>
  node.type === type ? node : (node.children ?? []).reduce((found, child) => found ?? find(type, child), undefined)

test('the frame of a page of MyST has its address as it was written', () => {
  assert.equal(find('iframe').src, 'https://example.org/glassbox/embed.html?data=xor&parts=graph+player')
})

test('the widget of a page of MyST is a copy of the module, which works where it lies alone', async () => {
  const { esm, model } = find('anywidget')
  const files = await readdir(join(built, 'public'))
  assert.ok(files.includes(esm.replace(/^\//, '')), `${esm} is one of ${files}`)
  await writeFile(
    join(built, 'public/index.html'),
    `<!doctype html><html lang="en"><title>A book</title><link rel="icon" href="data:,"><div id="widget"></div>
    <script type="module">
      import widget from '.${esm}'
      const model = { get: (name) => (${JSON.stringify(model)})[name], set() {}, save_changes() {}, send() {}, on() {}, off() {} }
      const el = document.querySelector('#widget').attachShadow({ mode: 'open' }).appendChild(document.createElement('div'))
      widget.render({ model, el })
      window.net = el.firstElementChild
    </script></html>`,
  )
  const host = await openSite(join(built, 'public'))
  const { page, faults, close } = await host.visit('')
  await page.waitForFunction(() => window.net?.isReady)
  assert.deepEqual(await page.evaluate(() => window.net.step(3)), { ok: true, message: '' })
  assert.equal((await page.evaluate(() => window.net.getState())).data.name, 'moons')
  assert.equal(await page.evaluate(() => window.net.offsetHeight), 500)
  assert.deepEqual(faults, [])
  await close()
  await host.close()
})
