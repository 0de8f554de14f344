import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openHost, serveElsewhere } from './host.mjs'
import { openSite } from './page.mjs'
import { eventually } from './reading.mjs'

/** Places that hosts put it into: without storage, scaled, zoomed, from right to left, without scripts. */

const site = await openSite()
after(() => site.close())

const xor = 'data=xor&layers=3.tanh-1.sigmoid'

test('in a frame of another origin whose storage is blocked, all of it works', async () => {
  const address = await serveElsewhere(
    `<iframe src="${site.address}/embed.html?${xor}" width="1000" height="800" title="A network"></iframe>`,
  )
  const block = (page) =>
    page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
        Object.defineProperty(self, name, {
          get() {
            throw new DOMException('blocked', 'SecurityError')
          },
        })
      Object.defineProperty(document, 'cookie', {
        get() {
          throw new DOMException('blocked', 'SecurityError')
        },
      })
    })
  const { page, close } = await site.visit('favicon.svg', {}, block)
  const faults = []
  page.on('pageerror', ({ message }) => faults.push(message))
  await page.goto(address)
  const frame = await (await page.waitForSelector('iframe')).contentFrame()
  await frame.waitForFunction(() => document.querySelector('glassbox-playground')?.isReady)
  await frame.evaluate(() => document.querySelector('glassbox-playground').step(2))
  for (const tab of await frame.getByRole('tab').all()) await tab.click()
  await frame.getByRole('button', { name: 'Share', exact: true }).click()
  await frame.locator('glassbox-share button').first().waitFor()
  assert.deepEqual(faults, [])
  await close()
})

/** What a press on the picture shows, a row or a place between them, and which neuron another press chooses. */
async function pressed(playground) {
  const { page } = playground
  const view = async () => (await playground.state()).view
  const { row } = await view()
  const plane = page.locator('glassbox-picture .plot-shade')
  await plane.scrollIntoViewIfNeeded()
  const { x, y, width, height } = await plane.boundingBox()
  await eventually(async () => {
    await page.mouse.click(x + 0.3 * width, y + 0.2 * height) // what heeds it comes late
    await page.waitForTimeout(100)
    const now = await view()
    assert.ok(now.own || now.row !== row)
  })
  const shown = await view()
  const second = page.locator('.neuron[data-layer="0"][data-unit="1"]')
  const box = await second.boundingBox()
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
  await eventually(async () => assert.deepEqual((await view()).selected, { layer: 0, unit: 1 }))
  return { row: shown.row, own: shown.own?.input, size: box.width }
}

test('on a page that is scaled to one half the pointer meets what is under it', async () => {
  const body = (scale) =>
    `<div style="inline-size: 1200px; transform: scale(${scale}); transform-origin: 0 0">
      <glassbox-playground state="${xor}"></glassbox-playground></div>`
  const found = []
  for (const scale of [1, 0.5]) {
    const playground = await openHost(site, body(scale))
    found.push(await pressed(playground))
    await playground.close()
  }
  const [whole, half] = found
  assert.ok(Math.abs(half.size / whole.size - 0.5) < 0.05, 'it is drawn at one half')
  assert.equal(half.row, whole.row)
  for (const [i, number] of (whole.own ?? []).entries())
    assert.ok(Math.abs(half.own[i] - number) < 0.04, `${half.own[i]} is where ${number} was`)
})

test('at 200 % zoom and from right to left nothing sticks out sideways, and all buttons can be pressed', async () => {
  for (const root of ['', 'dir="rtl"']) {
    const options = { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 }
    const playground = await openHost(site, `<glassbox-playground state="${xor}"></glassbox-playground>`, {
      root,
      options,
    })
    const { page } = playground
    for (const width of [640, 320]) {
      await page.setViewportSize({ width, height: 450 })
      await eventually(async () =>
        assert.ok(
          await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth),
          `${root} at ${width} px`,
        ),
      )
    }
    await playground.press('One step')
    await playground.until('stepCount', (step) => step === 1)
    assert.deepEqual(playground.faults, [])
    await playground.close()
  }
})

test('without scripts an article shows what its author wrote in their place', async () => {
  const body = `<glassbox-playground><p>A picture of a network</p></glassbox-playground>
    <glassbox-figure for="net" part="graph"><p>A picture of its wires</p></glassbox-figure>
    <p>The cost is <glassbox-value of="cost">about 0.7</glassbox-value>.</p>`
  const { page, close } = await openHost(site, body, { isReady: false, options: { javaScriptEnabled: false } })
  for (const words of ['A picture of a network', 'A picture of its wires', 'about 0.7'])
    assert.ok(await page.getByText(words).isVisible(), words)
  await close()
})
