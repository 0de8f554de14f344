import assert from 'node:assert/strict'
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { openFirefox, ownColours } from './firefox.mjs'
import { areToldApart, look } from './forced-colours.mjs'
import { builtSite, otherBrowsers, ready, serveNoting } from './other-browsers.mjs'
import { eventually } from './reading.mjs'

/** What readers and authors do first, in the browsers that no other test opens. */

const xor = 'data=xor&layers=3.tanh-1.sigmoid'
const page = (body) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>An article</title></head><body>${body}</body></html>`
const framed = (address, attributes = '') =>
  `<iframe name="frame" title="A network" width="1000" height="700" src="${address}" ${attributes}></iframe>`

/** Pages of somebody else's, beside the site. */
const pages = {
  '/article.test': page(`<script type="module" src="v1/glassbox.js"></script>
    <glassbox-network id="net" state="${xor}"></glassbox-network>
    <p>The cost is <glassbox-value of="cost">unknown</glassbox-value>. Make the weight
      <glassbox-set changes="1.W1,1=0.5">one half</glassbox-set>.</p>
    <glassbox-figure for="net" part="graph">follows</glassbox-figure>
    <glassbox-figure for="net" part="neuron" unit="1.2">follows</glassbox-figure>
    <glassbox-figure for="net" part="player">follows</glassbox-figure>`),
  '/frames.test': page(`<p><a target="frame" href="embed.html?${xor}#1.W1,1=0.25">one quarter</a></p>
    <script type="module">
      import { connect } from './v1/host.js'
      window.net = connect(document.querySelector('iframe'))
    </script>${framed(`embed.html?${xor}`)}`),
  '/single.test': page(`<script src="v1/glassbox.single.js"></script>
    <glassbox-playground linked></glassbox-playground>`),
}
const site = await serveNoting(pages, { 'Access-Control-Allow-Origin': '*' })
const elsewhere = await serveNoting({
  '/': page(framed(`${site.address}/embed.html?${xor}`)),
  '/sandbox.test': page(framed(`${site.address}/single.test`, 'sandbox="allow-scripts"')),
})

const disk = await mkdtemp(join(tmpdir(), 'glassbox-disk-'))
await copyFile(join(builtSite, 'v1/glassbox.single.js'), join(disk, 'glassbox.single.js'))
await writeFile(join(disk, 'lesson.html'), pages['/single.test'].replace('v1/', ''))

/** Ask the playground or the network of a page. They are sent there as text. */
const state = () => document.querySelector('glassbox-playground').getState()
const stepOf = () => document.querySelector('glassbox-playground, glassbox-network').frame().step
const firstWeight = () => document.querySelector('glassbox-playground, glassbox-network').frame().layers[0].weights[0]
const panel = () => within('.tab-panel')[0].innerText

const isAt = (page, step) => eventually(async () => assert.equal(await page.evaluate(stepOf), step))
const isWeight = (page, weight) => eventually(async () => assert.equal(await page.evaluate(firstWeight), weight))

/** Takes one step, plays and pauses by the buttons. */
async function train(page) {
  await page.press('[data-command=step]')
  await isAt(page, 1)
  await page.press('[data-command=play]')
  await eventually(async () => assert.ok((await page.evaluate(stepOf)) > 10))
  await page.press('[data-command=pause]')
  await eventually(async () => {
    const at = await page.evaluate(stepOf)
    await new Promise((resolve) => setTimeout(resolve, 300))
    assert.equal(await page.evaluate(stepOf), at)
  })
}

/** All of them before the first test: a file whose tests are through while it waits is taken for done. */
const browsers = await Promise.all(
  Object.entries(otherBrowsers).map(async ([name, open]) => ({ name, browser: await open() })),
)
const inOwnColours = await openFirefox(ownColours)
after(async () => {
  await inOwnColours?.close()
  await Promise.all(browsers.map(({ browser }) => browser?.close()))
  await Promise.all([site.close(), elsewhere.close(), rm(disk, { recursive: true })])
})

for (const { name, browser } of browsers) {
  /** Something that is done on a page, during which nothing may go wrong there. */
  const inBrowser = (what, address, use, isNoted = true) =>
    test(`in ${name} ${what}`, { skip: !browser && 'it is not installed' }, async () => {
      const page = await browser.visit(address)
      await use(page)
      if (isNoted) assert.deepEqual(await page.faults(), [])
      await page.close()
    })

  inBrowser('the page starts, takes a step, plays and pauses', `${site.address}/?${xor}`, async (page) => {
    await ready(page)
    await train(page)
  })

  inBrowser('menus of the sentence are as wide as their words', `${site.address}/?${xor}`, async (page) => {
    await ready(page)
    const spare = await page.until(() => {
      const menus = within('.sentence select')
      const context = document.createElement('canvas').getContext('2d')
      return menus.map((menu) => {
        const { font, fontSize } = getComputedStyle(menu)
        context.font = font
        const { width } = context.measureText(menu.selectedOptions[0].label)
        return (menu.getBoundingClientRect().width - width) / Number.parseFloat(fontSize)
      })
    })
    assert.ok(spare.length >= 4)
    for (const em of spare) assert.ok(em >= 0.2 && em < 1, `${em} em more than the word`)
  })

  inBrowser('every panel opens and shows numbers', `${site.address}/?${xor}`, async (page) => {
    await ready(page)
    await page.press('[data-command=step]')
    await isAt(page, 1)
    for (const tab of await page.evaluate(() => within('[role=tab]').map(({ textContent }) => textContent.trim()))) {
      await page.press('[role=tab]', tab)
      await page.until((tab) => within('[role=tab][aria-selected=true]')[0].textContent.trim() === tab, tab)
      await eventually(async () => assert.match(await page.evaluate(panel), /\d/, tab))
    }
    for (const [button, view] of [
      ['Examples', 'glassbox-gallery'],
      ['All settings', 'glassbox-settings'],
      ['Share', 'glassbox-share'],
    ]) {
      await page.press('button', button)
      await page.until((view) => within(view).some((opened) => opened.checkVisibility()), view)
      await page.keys('Escape')
    }
  })

  inBrowser('a neuron that is pressed is explained', `${site.address}/?${xor}`, async (page) => {
    await ready(page)
    await page.press('.neuron[data-layer="0"][data-unit="1"]')
    await eventually(async () => assert.deepEqual((await page.evaluate(state)).view.selected, { layer: 0, unit: 1 }))
    await page.press('[role=tab]', 'Neuron')
    await eventually(async () => assert.match(await page.evaluate(panel), /neuron 2/i))
  })

  inBrowser('the film of a step is dragged, and goes on by keys', `${site.address}/?${xor}&tab=step`, async (page) => {
    await ready(page)
    const track = await page.until(() => {
      const [film] = within('.film-track')
      film?.scrollIntoView({ block: 'center' })
      const box = film?.getBoundingClientRect()
      return box && { x: box.x, y: box.y + box.height / 2, width: box.width }
    })
    const at = () => page.evaluate(() => Number(within('.film-track')[0].getAttribute('aria-valuenow')))
    const along = (share) => [track.x + share * track.width, track.y]
    await page.drag(along(0.02), along(0.2), along(0.5))
    await eventually(async () => assert.ok((await at()) > 0))
    const dragged = await at()
    await page.focus('.film-track')
    await page.keys('ArrowRight')
    await eventually(async () => assert.ok((await at()) > dragged))
    assert.equal(await page.evaluate(stepOf), 0)
  })

  inBrowser('keys alone take a step, walk over the neurons and open one', `${site.address}/?${xor}`, async (page) => {
    await ready(page)
    await page.focus('[data-command=step]')
    await page.keys('Enter')
    await isAt(page, 1)
    await page.focus('.neuron[tabindex="0"]')
    await page.keys('ArrowRight', 'ArrowLeft', 'ArrowRight', 'Enter')
    await page.until(() => document.querySelector('glassbox-playground').getState().view.selected)
  })

  inBrowser(
    'figures, numbers and buttons of an article share a network',
    `${site.address}/article.test`,
    async (page) => {
      await page.until(() => [...document.querySelectorAll('glassbox-figure')].every(({ shown }) => shown))
      await page.press('[data-command=step]')
      await isAt(page, 1)
      await page.press('glassbox-set')
      await isWeight(page, 0.5)
      await page.until(() => /0\.\d/.test(within('glassbox-value')[0].shadowRoot.textContent))
    },
  )

  inBrowser(
    'a frame has its height from host.js, is called, and is led by a link',
    `${site.address}/frames.test`,
    async (page) => {
      const frame = await page.frame('iframe')
      await ready(frame)
      await page.until(() => document.querySelector('iframe').getBoundingClientRect().height > 710)
      assert.deepEqual(await page.evaluate(() => window.net.call('step', 3)), { ok: true, message: '' })
      await isAt(frame, 3)
      await frame.evaluate(() => (window.isSame = true))
      await page.press('a', 'one quarter')
      await isWeight(frame, 0.25)
      assert.ok(await frame.evaluate(() => window.isSame))
    },
  )

  inBrowser('in a frame of another origin it is used as on its own page', `${elsewhere.address}/`, async (page) => {
    const frame = await page.frame('iframe')
    await ready(frame)
    await train(frame)
  })

  inBrowser('the single file works in a sandbox of no origin', `${elsewhere.address}/sandbox.test`, async (page) => {
    const frame = await page.frame('iframe')
    await ready(frame)
    assert.equal(await frame.evaluate(() => self.origin), 'null')
    await train(frame)
  })

  inBrowser(
    'the single file works from a disk',
    String(pathToFileURL(join(disk, 'lesson.html'))),
    async (page) => {
      await ready(page)
      await train(page)
    },
    name === 'Firefox',
  )
}

test('in Firefox a reader’s own colours tell what is chosen, done or pressed from what is not, and show bars', {
  skip: !inOwnColours && 'it is not installed',
}, async () => {
  const page = await inOwnColours.visit(`${site.address}/?${xor}`)
  await ready(page)
  assert.ok(await page.evaluate(() => matchMedia('(forced-colors: active)').matches))
  await areToldApart({
    openTab: (name) => page.press('[role=tab]', name),
    press: (selector) => page.press(selector),
    lookAt: (selector) => page.until(`(selector) => within(selector).slice(0, 1).map(${look})[0]`, selector),
  })
  assert.deepEqual(await page.faults(), [])
  await page.close()
})
