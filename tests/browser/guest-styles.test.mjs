import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openHost } from './host.mjs'
import { openSite } from './page.mjs'

const site = await openSite()
after(() => site.close())

const element = '<glassbox-playground></glassbox-playground>'

/** Places all over the playground. */
const places = [
  '.sentence',
  '.tools button',
  '.story',
  '.neuron',
  '.neuron-value',
  '.column button',
  '.column-title',
  '.picture',
  '.round.main',
  '.readings dd',
  '.readings dt',
  '.pane [role=tab]',
  '.tab-panel',
  '.chart',
]

/** Size of the text and of the box of each place, once the page has come to rest. */
const sizes = ({ page }) =>
  page.evaluate(async (places) => {
    const { shadowRoot } = document.querySelector('glassbox-playground')
    const measure = () =>
      places.map((place) => {
        const element = shadowRoot.querySelector(place)
        const { width, height } = element.getBoundingClientRect()
        return [place, getComputedStyle(element).fontSize, ...[width, height].map((side) => Math.round(side * 10) / 10)]
      })
    const isFilled = () => shadowRoot.querySelector('.tab-panel').childElementCount > 0
    let found = null
    for (let same = 0; same < 4; ) {
      await new Promise((done) => setTimeout(done, 150))
      const now = measure()
      same = isFilled() && JSON.stringify(now) === JSON.stringify(found) ? same + 1 : 0
      found = now
    }
    return found
  }, places)

const windows = [
  [390, 844],
  [768, 1024],
  [1366, 657],
  [1440, 900],
]

for (const [width, height] of windows) {
  test(`sizes do not depend on the root of the page around, at ${width} x ${height}`, async () => {
    const options = { viewport: { width, height }, reducedMotion: 'reduce' }
    const head = '<style>body { margin: 0 }</style>'
    const playground = await openHost(site, element, { head, options })
    const plain = await sizes(playground)
    for (const size of ['62.5%', '31px']) {
      await playground.page.evaluate((size) => {
        document.documentElement.style.fontSize = size
        document.body.style.fontSize = '1.6rem'
      }, size)
      assert.deepEqual(await sizes(playground), plain, `root of ${size}`)
    }
    assert.deepEqual(playground.faults, [])
    await playground.close()
  })
}

for (const size of ['62.5%', '20px'])
  test(`nor on a page that hands its own size of ${size} to every element: a figure, too, is as large as ever`, async () => {
    const read = async (head) => {
      const body = `${element}<glassbox-figure part="neuron"></glassbox-figure>`
      const options = { viewport: { width: 768, height: 1024 }, reducedMotion: 'reduce' }
      const playground = await openHost(site, body, { head: `<style>body { margin: 0 } ${head}</style>`, options })
      const figure = playground.page.locator('glassbox-figure')
      await figure.scrollIntoViewIfNeeded()
      await figure.locator('.terms td').first().waitFor()
      const found = {
        playground: await sizes(playground),
        figure: await figure.evaluate(({ shadowRoot }) =>
          ['.room', '.framed', 'h2', '.terms td', '.hint'].map((place) => {
            const { fontSize, minHeight } = getComputedStyle(shadowRoot.querySelector(place))
            return [place, fontSize, minHeight]
          }),
        ),
      }
      await playground.close()
      return found
    }
    assert.deepEqual(await read(`* { font: inherit } html { font-size: ${size} }`), await read(''))
  })

test('a reader whose browser sets text larger gets larger text', async () => {
  const playground = await openHost(site, element, { options: { reducedMotion: 'reduce' } })
  const size = () =>
    playground.page.evaluate(
      () =>
        getComputedStyle(document.querySelector('glassbox-playground').shadowRoot.querySelector('.tools button'))
          .fontSize,
    )
  assert.equal(await size(), '15px')
  const browser = await playground.page.context().newCDPSession(playground.page)
  await browser.send('Page.setFontSizes', { fontSizes: { standard: 24 } })
  assert.equal(await size(), '22.5px')
  await playground.close()
})

const leaking = `letter-spacing: 4px; word-spacing: 9px; text-transform: uppercase; text-indent: 3em; text-shadow: 2px 2px red;
  line-height: 3; white-space: pre; word-break: break-all; hyphens: auto; font-variant: small-caps; font-style: italic;
  text-align: right; font-weight: 900; writing-mode: vertical-rl; list-style: square; fill: red; font-size: 31px`

test('what the page around makes of its text does not reach in, and a right-to-left one changes no number', async () => {
  const options = { reducedMotion: 'reduce', viewport: { width: 1366, height: 657 } }
  const read = async (style, root) => {
    const playground = await openHost(
      site,
      `<div style="${style}"><div style="inline-size: 1200px; writing-mode: horizontal-tb">${element}</div></div>`,
      { options, root },
    )
    const found = await playground.page.evaluate(() => {
      const { shadowRoot } = document.querySelector('glassbox-playground')
      return ['.sentence', '.neuron-value', '.tools button', '.readings dd'].map((place) => {
        const { letterSpacing, textTransform, textShadow, lineHeight, fontStyle, direction, textAlign, wordBreak } =
          getComputedStyle(shadowRoot.querySelector(place))
        return [letterSpacing, textTransform, textShadow, lineHeight, fontStyle, direction, textAlign, wordBreak]
      })
    })
    const boxes = await sizes(playground)
    await playground.close()
    return { found, boxes }
  }
  const plain = await read('', '')
  assert.deepEqual(await read(leaking.replaceAll('\n', ' '), ''), plain)
  assert.deepEqual(await read('', 'dir="rtl"'), plain)
})

test('a dark page around makes it dark, a light one light, unless its theme is set; the icon of Play stands off', async () => {
  const ground = async (style, attributes = '') => {
    const playground = await openHost(
      site,
      `<div style="${style}"><glassbox-playground ${attributes}></glassbox-playground></div>`,
      { options: { colorScheme: 'dark' } },
    )
    const { page } = playground
    const colours = await page
      .locator('.round.main')
      .evaluate((play) => [
        getComputedStyle(document.querySelector('glassbox-playground')).backgroundColor,
        getComputedStyle(play).color,
        getComputedStyle(play).backgroundColor,
      ])
    await playground.close()
    return colours
  }
  const [dark, light] = ['rgb(22, 23, 26)', 'rgb(252, 251, 248)']
  assert.equal((await ground('color-scheme: dark'))[0], dark)
  assert.equal((await ground(''))[0], light)
  assert.equal((await ground('color-scheme: dark', 'theme="light"'))[0], light)
  const [paper, icon, disc] = await ground('--glassbox-paper: transparent')
  assert.equal(paper, 'rgba(0, 0, 0, 0)')
  assert.deepEqual([icon, disc], [light, 'rgb(34, 32, 28)'])
})
