import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openSite } from './page.mjs'
import { eventually } from './reading.mjs'

/** Drawers and the card of a dial share the window: neither covers the other, and nothing of the page is cut. */

const site = await openSite()
after(() => site.close())

const sizes = [
  { width: 390, height: 844 },
  { width: 768, height: 1024 },
  { width: 1024, height: 768 },
  { width: 1280, height: 900 },
]

const boxes = ({ page }) =>
  page.evaluate(() => {
    const root = document.querySelector('glassbox-playground').shadowRoot
    const box = (selector) => {
      const { left, right, top, bottom } = root.querySelector(selector)?.getBoundingClientRect() ?? {}
      return { left, right, top, bottom }
    }
    const isOpen = (selector) => root.querySelector(`${selector}:popover-open`) !== null
    return {
      drawer: isOpen('.drawer') && box('.drawer:popover-open'),
      card: isOpen('.dial-card') && box('.dial-card'),
    }
  })

for (const viewport of sizes) {
  test(`a drawer and the card of a dial never cover one another at ${viewport.width} px`, async () => {
    const playground = await site.open('?data=xor&layers=2.tanh-1.sigmoid', { viewport })
    const { page } = playground
    const settings = playground.button('All settings')
    const weight = page.locator('.weight[data-layer="0"][data-row="0"][data-column="0"]')
    await weight.press('Enter')
    await eventually(async () => assert.ok((await boxes(playground)).card))
    await settings.press('Enter')
    await eventually(async () => {
      const { drawer, card } = await boxes(playground)
      assert.ok(drawer && !card, 'the drawer takes the place of the card')
    })
    await weight.press('Enter')
    await eventually(async () => {
      const { drawer, card } = await boxes(playground)
      assert.ok(card)
      assert.ok(card.left >= 0 && card.right <= viewport.width, JSON.stringify(card))
      assert.ok(!drawer || drawer.right <= card.left || card.right <= drawer.left, JSON.stringify({ drawer, card }))
    })
    assert.deepEqual(playground.faults, [])
    await playground.close()
  })
}

test('in a wide window a drawer lies over the pane, and the network, the picture and the player stay in sight', async () => {
  for (const viewport of [
    { width: 1280, height: 720 },
    { width: 1366, height: 657 },
    { width: 1920, height: 945 },
  ]) {
    const playground = await site.open('?data=xor', { viewport })
    const { page } = playground
    const before = await page.locator('.graph').boundingBox()
    await playground.press('All settings')
    await eventually(async () => {
      const { drawer } = await boxes(playground)
      assert.ok(drawer)
      for (const part of ['.graph-stage', '.picture-body', '.player .buttons']) {
        const { x, width } = await page.locator(part).boundingBox()
        assert.ok(x + width <= drawer.left, `${part} at ${viewport.width}`)
      }
      assert.deepEqual(await page.locator('.graph').boundingBox(), before, 'nothing moves')
    })
    await playground.close()
  }
})
