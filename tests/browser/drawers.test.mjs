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
      assert.ok(!drawer || drawer.right <= card.left, JSON.stringify({ drawer, card }))
    })
    assert.deepEqual(playground.faults, [])
    await playground.close()
  })

  test(`an open drawer cuts no line of the page’s header at ${viewport.width} px`, async () => {
    const playground = await site.open('?data=xor', { viewport })
    const { page } = playground
    await playground.press('All settings')
    await eventually(async () => {
      const { drawer } = await boxes(playground)
      assert.ok(drawer)
      for (const line of await page.locator('body > header > *').all()) {
        const { left, isSeen } = await line.evaluate((element) => ({
          left: element.getBoundingClientRect().left,
          isSeen: getComputedStyle(element).visibility === 'visible',
        }))
        assert.ok(!isSeen || left >= drawer.right, `${left} is under the drawer`)
      }
    })
    await page.keyboard.press('Escape')
    await eventually(async () => assert.ok(await page.locator('body > header p').isVisible()))
    await playground.close()
  })
}

test('the player stays docked, and clear of the drawer, while one is open', async () => {
  const playground = await site.open('?data=xor', { viewport: { width: 1280, height: 900 } })
  const { page } = playground
  await playground.press('All settings')
  await eventually(async () => {
    const { drawer } = await boxes(playground)
    const player = await page.locator('.player').boundingBox()
    assert.ok(Math.abs(player.y + player.height - 900) <= 1, JSON.stringify(player))
    const play = await playground.button('Play').boundingBox()
    assert.ok(play.x >= drawer.right && play.y + play.height <= 900)
    assert.ok(player.height < 260, `${player.height} px`)
  })
  await playground.close()
})
