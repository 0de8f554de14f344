/** Where the pane stands beneath the network, the network stays in sight above it. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openHost, prose } from './host.mjs'
import { openSite } from './page.mjs'
import { eventually } from './reading.mjs'

const site = await openSite()
after(() => site.close())

const boxOf = (page, selector) => page.locator(selector).first().boundingBox()
const open = (width, height, query = '?data=spiral&tab=neuron') =>
  site.open(query, { viewport: { width, height }, reducedMotion: 'reduce' })
const scrollTo = async (page, y) => page.evaluate((y) => globalThis.scrollTo(0, y), y)

for (const [width, height] of [
  [360, 740],
  [390, 844],
  [768, 1024],
  [1024, 768],
]) {
  test(`at ${width} x ${height} the whole network stays above the panel, in a third of the window`, async () => {
    const playground = await open(width, height)
    const { page } = playground
    const before = await page.evaluate(() => document.documentElement.scrollHeight)
    await page.locator('.pane .tab-panel > *').first().waitFor()
    await eventually(async () => {
      await scrollTo(page, 1e6)
      const graph = await boxOf(page, '.graph')
      assert.ok(Math.abs(graph.y) <= 1 && graph.height <= 0.36 * height, JSON.stringify(graph))
      for (const neuron of ['[data-layer="-1"]', '[data-layer="2"]', '[data-layer="0"]:last-child']) {
        const { x, y, width: wide, height: high } = await boxOf(page, `.neuron${neuron}`)
        assert.ok(x >= 0 && x + wide <= width && y >= 0 && y + high <= graph.y + graph.height, neuron)
      }
    })
    assert.ok((await page.evaluate(() => document.documentElement.scrollHeight)) >= before, 'nothing gets shorter')
    assert.deepEqual(playground.faults, [])
    await playground.close()
  })
}

for (const [width, height] of [
  [700, 490],
  [1000, 500],
  [1119, 700],
]) {
  test(`at ${width} x ${height} the end of the page does not push the network out of sight`, async () => {
    const playground = await open(width, height)
    const { page } = playground
    await page.locator('.pane .tab-panel > *').first().waitFor()
    await eventually(async () => {
      await scrollTo(page, 1e6)
      const graph = await boxOf(page, '.graph')
      assert.ok(Math.abs(graph.y) <= 1 && graph.height <= 0.5 * height, JSON.stringify(graph))
    })
    await playground.close()
  })
}

test('once the details are above the window, so is the network', async () => {
  const playground = await open(1000, 500)
  const { page } = playground
  await page.locator('.pane .tab-panel > *').first().waitFor()
  await page.evaluate(() =>
    document.body.append(Object.assign(document.createElement('p'), { style: 'height: 999px' })),
  )
  await eventually(async () => {
    await scrollTo(page, 1e6)
    const [graph, pane] = [await boxOf(page, '.graph'), await boxOf(page, '.pane')]
    assert.ok(pane.y + pane.height < 0 && graph.y + graph.height < 0, JSON.stringify([graph, pane]))
  })
  await playground.close()
})

for (const [width, height] of [
  [360, 740],
  [390, 844],
  [768, 1024],
  [1024, 768],
]) {
  test(`at ${width} x ${height} what its numbers are can be read beneath the smaller network`, async () => {
    const playground = await open(width, height, '?data=circle')
    const { page } = playground
    await page.locator('.pane-handle').click()
    await page.locator('.graph.pinned, .stage.pinned').waitFor()
    await eventually(async () => {
      const { size, ...rest } = await page.locator('.graph-legend').evaluate((legend) => {
        const [graph, handle] = [legend.parentElement, legend.getRootNode().querySelector('.pane-handle')]
        const words = document.createRange()
        words.selectNodeContents(legend)
        const { left, right, top, bottom } = words.getBoundingClientRect()
        const scale = legend.getBoundingClientRect().width / legend.offsetWidth
        return {
          isShown: legend.checkVisibility({ visibilityProperty: true }),
          isWithin: left >= 0 && right <= innerWidth && bottom <= handle.getBoundingClientRect().top,
          isClear: [...graph.querySelectorAll('.neuron')].every((each) => each.getBoundingClientRect().bottom < top),
          size: Number.parseFloat(getComputedStyle(legend).fontSize) * scale,
        }
      })
      assert.deepEqual(rest, { isShown: true, isWithin: true, isClear: true })
      assert.ok(size > 10, `${size} px`)
    })
    await playground.close()
  })
}

for (const [width, height] of [
  [390, 844],
  [768, 1024],
  [1024, 768],
  [1119, 700],
]) {
  test(`at ${width} x ${height} the details are pulled up by their handle at the foot of the window, and let down again`, async () => {
    const playground = await open(width, height)
    const { page } = playground
    const handle = page.locator('.pane-handle')
    await page.locator('.pane .tab-panel > *').first().waitFor()
    const { y, height: high } = await handle.boundingBox()
    const foot = (await boxOf(page, width < 640 ? '.transport .buttons' : '.transport')).y
    assert.ok(Math.abs(y + high - foot) <= 1, `${y} + ${high}, ${foot}`)
    assert.equal(await handle.textContent(), 'Pull up the details')
    await handle.focus()
    await page.keyboard.press('Enter')
    await eventually(async () => {
      const [graph, own, tabs] = [await boxOf(page, '.pinned'), await handle.boundingBox(), await boxOf(page, '.tabs')]
      const isInOrder = graph.y + graph.height <= own.y + 1 && own.y + own.height <= tabs.y + 1
      assert.ok(isInOrder && tabs.y < height / 2, JSON.stringify([graph, own, tabs]))
    })
    await page.getByRole('button', { name: 'Back to the network' }).click()
    await eventually(async () => assert.equal(await page.evaluate(() => scrollY), 0))
    await eventually(async () => assert.equal(await handle.textContent(), 'Pull up the details'))
    await playground.close()
  })
}

for (const width of [600, 760]) {
  test(`in a frame ${width} px wide and as high as its content, the player stands above the details and nothing is to be pulled up`, async () => {
    const playground = await open(width, 4000)
    const { page } = playground
    await eventually(async () => {
      assert.ok(!(await page.locator('.pane-handle').isVisible()))
      const [play, pane] = [await boxOf(page, '.transport .main'), await boxOf(page, '.pane')]
      assert.ok(play.y + play.height <= pane.y, `${play.y}, ${pane.y}`)
    })
    await page.setViewportSize({ width, height: 700 })
    await eventually(async () => {
      const play = await boxOf(page, '.transport .main')
      assert.ok(play.y + play.height <= 700, `${play.y}`)
      assert.ok(await page.locator('.pane-handle').isVisible())
    })
    await playground.close()
  })
}

for (const [width, height, names] of [
  [768, 1024, ['step', 'epoch', 'cost', 'test cost', 'accuracy', 'test accuracy', 'rows/s']],
  [1024, 768, ['step', 'epoch', 'cost', 'test cost', 'accuracy', 'test accuracy']],
  [700, 500, ['step', 'epoch', 'cost']],
]) {
  test(`at ${width} x ${height} the numbers of the player stand beside its buttons, whole`, async () => {
    const playground = await open(width, height)
    const { page } = playground
    await playground.steps(1000)
    const read = () =>
      page.locator('.readings').evaluate((list) => {
        const { top, bottom, left, right } = list.getBoundingClientRect()
        const isWhole = (box) =>
          box.top >= top - 1 &&
          box.bottom <= Math.min(bottom, innerHeight) + 1 &&
          box.left >= left &&
          box.right <= right
        return [...list.children]
          .filter((each) => each.checkVisibility() && each.getBoundingClientRect().top < bottom)
          .map((each) => (isWhole(each.getBoundingClientRect()) ? '' : 'cut: ') + each.querySelector('dt').textContent)
      })
    await eventually(async () => assert.deepEqual(await read(), names))
    const reachable = page.locator('.readings').getByRole('button')
    await eventually(async () => assert.deepEqual(await reachable.allTextContents(), names, 'and no key leads to more'))
    await playground.close()
  })
}

test('side by side there is nothing to pull up', async () => {
  const playground = await open(1280, 720)
  await playground.page.locator('.pane-handle').waitFor({ state: 'attached' })
  assert.ok(!(await playground.page.locator('.pane-handle').isVisible()))
  await playground.close()
})

test('the network gets smaller as far as what follows comes up, and is whole again at the top of the page', async () => {
  const playground = await open(390, 844)
  const { page } = playground
  await page.locator('.graph-legend:not(:empty)').waitFor()
  const whole = await boxOf(page, '.graph')
  const heights = []
  for (let y = 0; y <= 1200; y += 100) {
    await scrollTo(page, y)
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
    const [graph, picture] = [await boxOf(page, '.graph'), await boxOf(page, '.picture')]
    heights.push(graph.height)
    const isLeast = graph.height <= 0.36 * 844
    assert.ok(isLeast || graph.y + graph.height <= picture.y + 1, `at ${y} nothing is covered`)
  }
  assert.deepEqual(
    heights,
    [...heights].sort((a, b) => b - a),
  )
  await scrollTo(page, 0)
  await eventually(async () => assert.deepEqual(await boxOf(page, '.graph'), whole))
  await playground.close()
})

test('in an article with the network and the player alone, the numbers are not drawn over the network', async () => {
  const body = `<glassbox-playground state="data=xor&layers=3.tanh-1" parts="settings graph player"></glassbox-playground>${prose(40)}`
  const { page, close } = await openHost(site, body, { options: { viewport: { width: 390, height: 844 } } })
  for (let y = 0; y <= 700; y += 50) {
    await scrollTo(page, y)
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
    const [graph, speed] = [await boxOf(page, '.graph'), await boxOf(page, '.speed')]
    const isLeast = graph.height <= 0.36 * 844
    assert.ok(isLeast || graph.y + graph.height <= speed.y + 1, `at ${y} the network is above the numbers`)
  }
  await close()
})

test('a neuron of the network above the panel is pressed where it is drawn, and its lens has its full size', async () => {
  const playground = await open(390, 844)
  const { page } = playground
  await page.locator('.neuron[data-layer="0"][data-unit="2"]').hover()
  const { width } = await boxOf(page, '.lens')
  await page.locator('.pane .tab-panel > *').first().waitFor()
  await eventually(async () => {
    await scrollTo(page, 1e6)
    assert.ok((await boxOf(page, '.graph')).height < 0.36 * 844)
  })
  const { x, y, width: wide, height: high } = await boxOf(page, '.neuron[data-layer="0"][data-unit="2"]')
  await page.mouse.move(x + wide / 2, y + high / 2)
  await eventually(async () => {
    const lens = await boxOf(page, '.lens')
    assert.ok(lens && Math.abs(lens.width - width) <= 2, JSON.stringify(lens))
    assert.ok(lens.y >= 0 && lens.x >= 0 && lens.x + lens.width <= 390)
  })
  await page.mouse.down()
  await page.mouse.up()
  await eventually(async () => assert.deepEqual((await playground.state()).view.selected, { layer: 0, unit: 2 }))
  await playground.close()
})

test('pressing an open neuron again leads to its panel, which the network does not cover', async () => {
  const playground = await open(390, 844)
  const { page } = playground
  const neuron = page.locator('.neuron[data-layer="0"][data-unit="1"]')
  await neuron.click()
  await eventually(async () => assert.match(await page.locator('.lens').textContent(), /Press again/))
  await neuron.click()
  await eventually(async () => {
    const [graph, tab] = [await boxOf(page, '.graph'), await boxOf(page, '.tabs [aria-selected=true]')]
    assert.ok(tab.y >= graph.y + graph.height - 1 && tab.y + tab.height <= 0.6 * 844, JSON.stringify([graph, tab]))
  })
  assert.equal((await playground.state()).view.selected.unit, 1)
  await playground.close()
})

test('what Tab leads to in the panel is not behind the network', async () => {
  const playground = await open(768, 1024)
  const { page } = playground
  await page.locator('.pane .tab-panel > *').first().waitFor()
  await scrollTo(page, 1e6)
  await page.locator('.pane .tab-panel :is(input, button)').last().focus()
  for (let i = 0; i < 25; i++) {
    await page.keyboard.press('Shift+Tab')
    if ((await page.locator('.pane :focus').count()) === 0) break
    const [graph, focused] = await Promise.all([boxOf(page, '.graph'), boxOf(page, '.pane :focus')])
    assert.ok(focused.y + focused.height / 2 >= graph.y + graph.height - 1, JSON.stringify([graph, focused]))
  }
  await playground.close()
})

for (const [width, height] of [
  [390, 844],
  [1000, 700],
  [1024, 768],
]) {
  test(`at ${width} x ${height} nothing that Tab leads to is covered by the handle`, async () => {
    const playground = await open(width, height)
    const { page } = playground
    await page.locator('.pane .tab-panel > *').first().waitFor()
    let seen = 0
    for (let i = 0; i < 120; i++) {
      await page.keyboard.press('Tab')
      const focused = await page.evaluate(() => {
        const root = document.querySelector('glassbox-playground').shadowRoot
        const control = root.activeElement
        if (!control || control.matches('.pane-handle')) return null
        const [own, its] = [root.querySelector('.pane-handle'), control].map((part) => part.getBoundingClientRect())
        return { isClear: its.bottom <= own.top + 1 || its.top >= own.bottom - 1, html: control.outerHTML }
      })
      if (!focused) continue
      assert.ok(focused.isClear, focused.html)
      seen++
    }
    assert.ok(seen > 50, `${seen} controls`)
    await playground.close()
  })
}

for (const [width, height] of [
  [390, 844],
  [768, 1024],
  [1024, 768],
]) {
  test(`at ${width} x ${height} Tab goes through the player at the foot of the window, and the page stays where it is`, async () => {
    const playground = await open(width, height)
    const { page } = playground
    await page.locator('.pane .tab-panel > *').first().waitFor()
    await scrollTo(page, 300)
    await page
      .locator('.transport button')
      .first()
      .evaluate((button) => button.focus({ preventScroll: true }))
    for (const name of ['Back to step 0, same initial weights', 'One step back', 'Play', 'One step', 'One epoch']) {
      await page.keyboard.press('Tab')
      assert.equal(await page.locator('.transport :focus').getAttribute('aria-label'), name)
      assert.equal(await page.evaluate(() => globalThis.scrollY), 300, name)
    }
    await playground.close()
  })
}
