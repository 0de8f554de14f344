import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { serve } from '../../web/serve.mjs'
import { openHost, prose, serveElsewhere } from './host.mjs'
import { openSite } from './page.mjs'
import { shiftOf, watchShift } from './shift.mjs'

const site = await openSite()
after(() => site.close())

const element = '<glassbox-playground></glassbox-playground>'
const reserved = '<style>glassbox-playground:not(:defined) { display: block; min-block-size: 100vh }</style>'
const windows = [
  [390, 844],
  [768, 1024],
  [1366, 657],
  [1440, 900],
]

/** Does what an author's script would do, waits a moment, and tells where the page stands and what has the focus. */
const afterScript = (page) =>
  page.evaluate(async () => {
    const net = document.querySelector('glassbox-playground')
    await net.setState({ data: { name: 'iris' } })
    await net.run({ do: 'chooseData', name: 'penguins' })
    await net.run({ do: 'set', changes: { 'view.tab': 'neuron' } })
    await net.run({ do: 'set', changes: { 'view.tab': 'cost' } })
    await net.run({ do: 'set', changes: { 'view.selected': { layer: 0, unit: 0 } } })
    await net.step(3)
    await new Promise((done) => setTimeout(done, 500))
    return { y: scrollY, focus: document.activeElement.tagName }
  })

for (const [width, height] of windows) {
  test(`in a long article nothing but the reader scrolls or takes the focus, at ${width} x ${height}`, async () => {
    const options = { viewport: { width, height } }
    const body = `${prose(40)}<button id="own">Mine</button>${element}${prose(100)}`
    const playground = await openHost(site, body, { head: reserved, options })
    const { page } = playground
    assert.equal(await page.evaluate(() => scrollY), 0)
    await page.evaluate(() => own.focus({ preventScroll: true }))
    assert.deepEqual(await afterScript(page), { y: 0, focus: 'BUTTON' })
    await page.evaluate(() => scrollTo(0, 300))
    assert.deepEqual(await afterScript(page), { y: 300, focus: 'BUTTON' })
    assert.deepEqual(playground.faults, [])
    await playground.close()
  })

  test(`the article does not jump while it loads, at ${width} x ${height}`, async () => {
    const body = `${prose(3)}${element}${prose(30)}`
    const playground = await openHost(site, body, {
      head: reserved,
      options: { viewport: { width, height } },
      prepare: watchShift,
    })
    await playground.page.waitForTimeout(1000)
    const shift = await shiftOf(playground.page)
    assert.ok(shift < 0.05, `${shift}`)
    await playground.close()
  })
}

/** A page that has left the site for another origin. */
async function goElsewhere(body) {
  const address = await serveElsewhere(body)
  const { page } = await site.visit('favicon.svg')
  await page.goto(address)
  return { page, close: () => page.context().close() }
}

test('in an iframe of another origin neither page scrolls by itself', async () => {
  const frameOf = `<iframe src="${site.address}/embed.html" width="700" height="600"></iframe>`
  const { page, close } = await goElsewhere(`${prose(60)}${frameOf}${prose(60)}`)
  const where = () => page.evaluate(() => scrollY)
  assert.equal(await where(), 0)
  const to = await page.evaluate(() => {
    document.querySelector('iframe').scrollIntoView()
    return scrollY
  })
  const frame = await (await page.waitForSelector('iframe')).contentFrame()
  await frame.waitForFunction(() => document.querySelector('glassbox-playground')?.isReady)
  await frame.waitForTimeout(500)
  assert.equal((await afterScript(frame)).y, 0)
  assert.equal(await where(), to)
  await close()
})

test('from another origin that allows it, the module brings its own worker', async () => {
  const folder = fileURLToPath(new URL('../../build/site', import.meta.url))
  const far = await serve(folder, { headers: { 'Access-Control-Allow-Origin': '*' } })
  after(far.close)
  const { page, close } = await goElsewhere(
    `<script type="module" src="${far.address}/v1/glassbox.js"></script>${element}`,
  )
  const outcome = await page.evaluate(async () => {
    await customElements.whenDefined('glassbox-playground')
    return document.querySelector('glassbox-playground').step()
  })
  assert.deepEqual(outcome, { ok: true, message: '' })
  await close()
})

test('in a sandbox it starts or says why not, and there is never nothing', async () => {
  const far = await serve(fileURLToPath(new URL('../../build/site', import.meta.url)), {
    headers: { 'Access-Control-Allow-Origin': '*' },
  })
  after(far.close)
  for (const address of [site.address, far.address]) {
    const { page, close } = await goElsewhere(
      `<iframe sandbox="allow-scripts" src="${address}/embed.html" width="900" height="700"></iframe>`,
    )
    const frame = page.frameLocator('iframe')
    const isReady = frame.getByRole('button', { name: 'Play', exact: true })
    await isReady.or(frame.getByText('has not started')).filter({ visible: true }).first().waitFor()
    await close()
  }
})

/** A file of reveal.js as it is published. */
const reveal = (name) => readFile(new URL(`../../web/node_modules/reveal.js/dist/${name}`, import.meta.url), 'utf8')

test('in a deck of slides a key that did something inside, or was typed, turns no slide; all others do', async () => {
  const body = `<div class="reveal"><div class="slides"><section>${element}</section><section>Two</section></div></div>
    <script>${await reveal('reveal.js')}</script><script>Reveal.initialize({ transition: 'none' })</script>`
  const playground = await openHost(site, body, { head: `<style>${await reveal('reveal.css')}</style>` })
  const { page } = playground
  const slide = () => page.evaluate(() => Reveal.getIndices().h)
  const press = async (locator, key) => {
    await locator.evaluate((element) => element.focus({ preventScroll: true }))
    await page.keyboard.press(key)
    await page.waitForTimeout(100)
    return slide()
  }
  assert.equal(await press(page.locator('.neuron').first(), 'ArrowRight'), 0, 'on a neuron')
  assert.equal(await press(page.locator('.graph select').first(), 'ArrowRight'), 0, 'on a menu')
  assert.equal(await press(page.locator('.quiet').first(), 'Escape'), 0)
  assert.equal(await page.evaluate(() => Reveal.isOverview()), true, 'what we do not handle reaches the deck')
  await page.evaluate(() => Reveal.toggleOverview(false))
  await page.evaluate(() =>
    document.querySelector('glassbox-playground').run({ do: 'set', changes: { 'view.tab': 'inputs' } }),
  )
  const field = page.locator('.tab-panel input:not([type=range], [type=checkbox], [type=radio])').first()
  await field.waitFor({ state: 'attached' })
  for (const key of ['.', 'b', 'n', ' ', 'ArrowRight']) assert.equal(await press(field, key), 0, `${key} in a field`)
  assert.equal(await page.evaluate(() => Reveal.isPaused()), false)
  assert.equal(await page.evaluate(() => scrollY), 0)
  assert.equal(await press(page.locator('.quiet').first(), 'ArrowRight'), 1, 'an arrow that means nothing there')
  assert.deepEqual(playground.faults, [])
  await playground.close()
})
