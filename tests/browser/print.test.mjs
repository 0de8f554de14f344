/** On paper a playground, and each figure of an article, is a figure: still, light, without controls, nothing cut off. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openHost } from './host.mjs'
import { openSite } from './page.mjs'
import { eventually } from './reading.mjs'

const site = await openSite()
after(() => site.close())

/** As the browser lays it out for paper of that width, after what it does before it prints. */
async function toPaper(page, width) {
  await eventually(async () => assert.ok(await page.locator('.still').first().isVisible()))
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width, height: 1000 })
}

/** What is a control and no number, name or heading too. */
const acts =
  '[data-command], .tiny, .quiet, .primary, .icon, .link, .buttons, .speed, .tools, .chart-switches, .picture-switches, .add-layer, .pane-handle, [aria-selected=false], input[type=range], input[type=checkbox]'

const visible = (page, selector) =>
  page
    .locator(selector)
    .evaluateAll((all) => all.filter((one) => one.checkVisibility()).map(({ className }) => className))

/** How far right what is seen reaches, and the ground that it stands on. */
const looks = (page, host) =>
  page.locator(host).evaluateAll((hosts) =>
    hosts.map((host) => {
      const rights = [...host.shadowRoot.querySelectorAll('*')]
        .filter((one) => one.checkVisibility() && !one.closest('.spoken'))
        .map((one) => one.getBoundingClientRect().right)
      const probe = getComputedStyle(host.shadowRoot.querySelector('.still'))
      return {
        right: Math.round(Math.max(...rights)),
        ink: probe.color,
        ground: getComputedStyle(host).backgroundColor,
      }
    }),
  )

const [ink, none] = ['rgb(34, 32, 28)', 'rgba(0, 0, 0, 0)']

for (const [width, colorScheme, tab] of [
  [1440, 'dark', 'neuron'],
  [1440, 'light', 'layer'],
  [390, 'light', 'cost'],
])
  test(`the page of ${width} px, ${colorScheme}, is printed light and whole, with the panel ${tab}`, async () => {
    const playground = await site.open(`?data=circle&layers=4.tanh-4.tanh-1.sigmoid&tab=${tab}`, {
      viewport: { width, height: 900 },
      colorScheme,
    })
    const { page } = playground
    await page.locator('.tab-panel .session-element').waitFor()
    await toPaper(page, 720)
    assert.deepEqual(await visible(page, acts), [])
    const [{ right, ink: printed, ground }] = await looks(page, 'glassbox-playground')
    assert.ok(right <= 720, `${right} px`)
    assert.deepEqual([printed, ground], [ink, none])
    for (const part of ['.graph .neuron', '.picture-body canvas', '.chart canvas', '.tab-panel .session-element'])
      assert.ok(await page.locator(part).first().isVisible(), part)
    assert.equal(await page.locator('footer').isVisible(), false)
    await playground.close()
  })

test('a map that was dark on the screen is light on paper, and dark again after', async () => {
  const playground = await site.open('?data=circle', { colorScheme: 'dark' })
  const { page } = playground
  await page.locator('.still').first().waitFor()
  const lightness = () =>
    page.locator('.picture-body .plot-shade').evaluate((canvas) => {
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
      return data.reduce((sum, value) => sum + value, 0) / data.length
    })
  const before = await lightness()
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await eventually(async () => assert.ok((await lightness()) > before + 20, `${before}, ${await lightness()}`))
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await eventually(async () => assert.equal(await lightness(), before))
  await playground.close()
})

test('figures of an article are printed with their captions, no wider than the paper, without controls', async () => {
  const parts = ['graph', 'picture', 'neuron', 'player', 'chart']
  const body = `<h1>An article</h1><glassbox-network id="net" state="data=xor&layers=2.tanh-1.sigmoid"></glassbox-network>
    ${parts.map((part) => `<glassbox-figure for="net" part="${part}" ${part === 'neuron' ? 'unit="1.1"' : ''}><p slot="caption">Figure: ${part}</p></glassbox-figure>`).join('')}`
  const host = await openHost(site, body, {
    isReady: false,
    options: { viewport: { width: 1000, height: 900 }, colorScheme: 'dark' },
    head: '<style>html { color-scheme: light dark }</style>',
  })
  const { page } = host
  for (const part of parts) {
    const figure = page.locator(`glassbox-figure[part=${part}]`)
    await eventually(async () => {
      await figure.evaluate((element) => element.scrollIntoView({ block: 'center' }))
      assert.equal(await figure.evaluate(({ shown }) => shown), part)
    })
    await figure.locator('.still').waitFor()
  }
  await toPaper(page, 720)
  assert.deepEqual(await visible(page, acts), [])
  for (const { right, ink: printed } of await looks(page, 'glassbox-figure')) {
    assert.ok(right <= 720, `${right} px`)
    assert.equal(printed, ink)
  }
  assert.equal(await page.getByText('Figure: neuron').isVisible(), true)
  assert.ok(await page.locator('[data-reading=cost]').isVisible(), 'of the player the readings stay')
  assert.deepEqual(host.faults, [])
  await host.close()
})

test('the PDF of the page has at most four sheets', async () => {
  const playground = await site.open('?data=circle&tab=step', { viewport: { width: 1440, height: 900 } })
  await playground.page.locator('.still').first().waitFor()
  const pdf = (await playground.page.pdf({ format: 'A4', printBackground: true })).toString('latin1')
  const sheets = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0
  assert.ok(sheets >= 1 && sheets <= 4, `${sheets} sheets`)
  await playground.close()
})
