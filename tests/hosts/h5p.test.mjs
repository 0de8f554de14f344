import assert from 'node:assert/strict'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { openSite } from '../browser/page.mjs'
import { eventually } from '../browser/reading.mjs'
import { install, packages, run } from './installed.mjs'

/** As content of H5P, in h5p-standalone: H5P's own scripts without a learning platform. */

install()
const folder = await mkdtemp(join(tmpdir(), 'glassbox-h5p-'))
const make = fileURLToPath(new URL('../../web/h5p/make.mjs', import.meta.url))
const content = {
  state: 'data=xor&layers=3.tanh-1.sigmoid',
  parts: 'graph player',
  goal: 'step >= 5',
  question: 'Can you take five steps?',
}
run(process.execPath, [make, join(folder, 'net'), JSON.stringify(content)])
await cp(join(packages, 'h5p-standalone/dist'), join(folder, 'h5p'), { recursive: true })
await writeFile(
  join(folder, 'index.html'),
  `<!doctype html><html lang="en"><title>A course</title><link rel="icon" href="data:,"><div id="net"></div>
  <script src="h5p/main.bundle.js"></script>
  <script>
    new H5PStandalone.H5P(document.querySelector('#net'), {
      h5pJsonPath: 'net', frameJs: 'h5p/frame.bundle.js', frameCss: 'h5p/styles/h5p.css'
    })
  </script></html>`,
)
const host = await openSite(folder)
after(async () => {
  await host.close()
  await rm(folder, { recursive: true })
})

test('a course of H5P shows it at its height, and is told of a goal that is reached', async () => {
  const { page, faults, close } = await host.visit('')
  const inside = await (await page.waitForSelector('iframe.h5p-iframe')).contentFrame()
  await inside.waitForFunction(() => document.querySelector('glassbox-playground')?.isReady)
  const net = (call) => inside.evaluate(`document.querySelector('glassbox-playground').${call}`)
  assert.equal((await net('getState()')).data.name, 'xor')
  const heights = async () => [
    await page.evaluate(() => document.querySelector('iframe').getBoundingClientRect().height),
    await inside.evaluate(() => document.querySelector('.h5p-content').getBoundingClientRect().height),
  ]
  const fits = () =>
    eventually(async () => {
      const [frame, own] = await heights()
      assert.ok(own > 100 && Math.abs(frame - own) <= 2, `the frame is ${frame} px high, its content ${own}`)
    })
  await fits()
  const [before] = await heights()
  await net(`setAttribute('parts', 'player')`)
  await eventually(async () => assert.ok((await heights())[0] < before - 100))
  await fits()
  await inside.evaluate(() => {
    window.told = []
    H5P.externalDispatcher.on('xAPI', ({ data }) => window.told.push(data.statement))
  })
  await net('step(5)')
  await eventually(async () => {
    const [statement] = await inside.evaluate(() => window.told.filter(({ result }) => result))
    assert.match(statement.verb.id, /completed/)
    assert.deepEqual(statement.result.score, { min: 0, max: 1, raw: 1, scaled: 1 })
  })
  assert.deepEqual(faults, [])
  await close()
})
