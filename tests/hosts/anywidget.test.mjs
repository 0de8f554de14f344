import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { serve } from '../../web/serve.mjs'
import { openSite } from '../browser/page.mjs'
import { eventually } from '../browser/reading.mjs'
import { install, packages } from './installed.mjs'

/** In a notebook: anywidget's own model and view, on Jupyter's, with the kernel's side of the line in the test. */

install()
const folder = await mkdtemp(join(tmpdir(), 'glassbox-notebook-'))
const far = await serve(fileURLToPath(new URL('../../build/site', import.meta.url)), {
  headers: { 'Access-Control-Allow-Origin': '*' },
})

/** A page that puts a widget's view into the output of a cell, and keeps what the kernel is told. */
const notebook = `
  import * as base from '@jupyter-widgets/base'
  const hears = []
  window.kernel = {
    traits: {},
    answers: [],
    say: (data) => hears.forEach((heed) => heed({ content: { comm_id: 'net', data }, buffers: [] })),
  }
  const comm = {
    comm_id: 'net',
    send({ method, state, content }, { iopub } = {}) {
      if (method === 'update') Object.assign(kernel.traits, state)
      if (method === 'custom') kernel.answers.push(content)
      setTimeout(() => iopub?.status?.({ content: { execution_state: 'idle' } })) // it has heard
      return 'message'
    },
    on_msg: (heed) => hears.push(heed),
    on_close() {},
  }
  window.define = async (names, make) => {
    const { AnyModel, AnyView } = make(base)
    window.show = async (traits) => {
      const attributes = { _esm: '${far.address}/v1/anywidget.mjs', _anywidget_id: 'net', layout: null, ...traits }
      const options = { model_id: 'net', comm, widget_manager: { callbacks: () => ({}) } }
      window.view = new AnyView({ model: new AnyModel(attributes, options), options: {} })
      document.querySelector('#cell').append(view.el)
      await view.render()
    }
  }
  import('anywidget')`
await build({
  stdin: { contents: notebook, resolveDir: folder },
  nodePaths: [packages],
  outfile: join(folder, 'notebook.js'),
  bundle: true,
  format: 'esm',
  loader: { '.css': 'empty' },
  logLevel: 'error',
})
await writeFile(
  join(folder, 'index.html'),
  '<!doctype html><html lang="en"><title>A notebook</title><link rel="icon" href="data:,"><div id="cell"></div><script type="module" src="notebook.js"></script></html>',
)
const host = await openSite(folder)
after(async () => {
  await host.close()
  await far.close()
  await rm(folder, { recursive: true })
})

const traits = { state: 'data=xor&layers=3.tanh-1.sigmoid', parts: 'graph player', height: 480, theme: 'dark' }

/** A notebook in which a widget with such traits is shown. */
async function openNotebook(traits) {
  const { page, close } = await host.visit('')
  const faults = []
  page.on('pageerror', ({ message }) => faults.push(message))
  await page.waitForFunction(() => window.show)
  await page.evaluate((traits) => window.show(traits), traits)
  await page.waitForFunction(() => document.querySelector('glassbox-playground')?.isReady)
  return {
    page,
    faults,
    close,
    net: (call) => page.evaluate(`document.querySelector('glassbox-playground').${call}`),
    told: (name) => page.evaluate((name) => window.kernel.traits[name], name),
    say: (data) => page.evaluate((data) => window.kernel.say(data), data),
    set: (state) => page.evaluate((state) => window.kernel.say({ method: 'update', state, buffer_paths: [] }), state),
  }
}

test('a widget shows what its traits say, whenever they change', async () => {
  const { net, set, page, faults, close } = await openNotebook(traits)
  assert.equal((await net('getState()')).data.name, 'xor')
  assert.equal(await net('theme'), 'dark')
  assert.equal(await net('offsetHeight'), 480)
  assert.ok(await page.locator('glassbox-transport').isVisible())
  assert.equal(await page.locator('glassbox-pane').isVisible(), false)
  await set({ state: 'data=moons&layers=2.tanh-1.sigmoid', theme: 'light', height: 0 })
  await eventually(async () => assert.equal((await net('getState()')).data.name, 'moons'))
  assert.equal(await net('theme'), 'light')
  await eventually(async () => assert.notEqual(await net('offsetHeight'), 480))
  assert.deepEqual(faults, [])
  await close()
})

test('the kernel is told of steps, cost, link and refusals, and of no trait that the model does not have', async () => {
  const { net, told, set, faults, close } = await openNotebook({ ...traits, step: 0, cost: null, link: '', error: '' })
  await eventually(async () => assert.match(await told('link'), /data=xor/))
  await net('step(7)')
  await eventually(async () => assert.equal(await told('step'), 7))
  assert.ok((await told('cost')) > 0)
  await set({ state: 'data=nothing' })
  await eventually(async () => assert.match(await told('error'), /\w/))
  assert.equal((await net('getState()')).data.name, 'xor')
  await set({ state: 'data=circle' })
  await eventually(async () => assert.equal(await told('error'), ''))
  await eventually(async () => assert.match(await told('link'), /data=circle/))
  assert.deepEqual(faults, [])
  await close()
  const plain = await openNotebook(traits)
  await plain.net('step(2)')
  await plain.page.waitForTimeout(200)
  assert.equal(await plain.told('step'), undefined)
  await plain.close()
})

test('a custom message of the kernel calls what the element can do, and is answered', async () => {
  const { say, page, net, close } = await openNotebook(traits)
  const answers = () => page.evaluate(() => window.kernel.answers)
  await say({ method: 'custom', content: { id: 1, call: 'step', with: [4] } })
  await eventually(async () =>
    assert.deepEqual((await answers()).at(-1), { id: 1, ok: true, result: { ok: true, message: '' } }),
  )
  assert.equal((await net('frame()')).step, 4)
  await say({ method: 'custom', content: { id: 2, call: 'dispose' } })
  await eventually(async () => assert.match((await answers()).at(-1).error, /must be one of run, play/))
  await close()
})

test('a view that is removed leaves nothing behind', async () => {
  const { page, faults, close } = await openNotebook(traits)
  assert.equal(page.workers().length, 1)
  await page.evaluate(() => window.view.remove())
  await eventually(async () => assert.equal(page.workers().length, 0))
  assert.deepEqual(faults, [])
  await close()
})

test('a notebook that has the text of the module needs no other file', async () => {
  const text = await readFile(new URL('../../build/site/v1/anywidget.mjs', import.meta.url), 'utf8')
  const { net, faults, close } = await openNotebook({ ...traits, _esm: text })
  assert.deepEqual(await net('step(2)'), { ok: true, message: '' })
  assert.deepEqual(faults, [])
  await close()
})
