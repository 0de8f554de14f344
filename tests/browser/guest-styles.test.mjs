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
  '.column select',
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
    await new Promise((done) => setTimeout(done, 300))
    const { shadowRoot } = document.querySelector('glassbox-playground')
    return places.map((place) => {
      const element = shadowRoot.querySelector(place)
      const { width, height } = element.getBoundingClientRect()
      return [place, getComputedStyle(element).fontSize, width, height]
    })
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
    for (const size of ['62.5%', '200%', '7px']) {
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
