import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openSite } from './page.mjs'
import { eventually, openPanel } from './reading.mjs'

const site = await openSite()
after(() => site.close())

/** Top and bottom of a thing in the window. */
const placeOf = (locator) =>
  locator.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect()
    return { top, bottom }
  })

test('in a large window the network stays in view while the pane is read, until the reader lets it go', async () => {
  const playground = await site.open('?data=spiral', { viewport: { width: 1440, height: 900 } })
  const { page } = playground
  await openPanel(playground, 'Blame')
  await page.locator('.blame-columns').waitFor()
  const stage = page.locator('.stage')
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
  await eventually(async () => {
    const [network, table] = [await placeOf(stage), await placeOf(page.locator('.blame-columns table').first())]
    assert.ok(network.bottom > 300 && table.bottom > network.bottom, JSON.stringify([network, table]))
  })
  const output = page.locator('.neuron[data-layer="2"]').first()
  const { top, bottom } = await placeOf(output)
  assert.ok(top >= 0 && bottom < 900, 'the output is seen')
  await page.getByRole('checkbox', { name: 'Keep the network in view' }).uncheck()
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
  await eventually(async () => assert.ok((await placeOf(stage)).top < -150, 'it scrolls away with the page'))
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('what gets the focus in the pane is not hidden behind the network', async () => {
  const playground = await site.open('?data=penguins', { viewport: { width: 1440, height: 900 } })
  const { page } = playground
  await openPanel(playground, 'Neuron')
  await page.locator('.terms').waitFor()
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
  const focused = page.locator('.tab-panel :focus')
  await page.locator('.terms').getByRole('spinbutton').last().focus()
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press('Shift+Tab')
    if ((await focused.count()) === 0) break
    await eventually(async () => {
      const [{ bottom }, { top }] = [await placeOf(page.locator('.stage')), await placeOf(focused)]
      assert.ok(top >= bottom, `${top} is above ${bottom}`)
    })
  }
  await playground.close()
})

test('a panel that shows nothing on the network has the window to itself', async () => {
  const playground = await site.open('?data=spiral&tab=slope', { viewport: { width: 1440, height: 900 } })
  assert.equal(await playground.page.locator('.stage.pinned').count(), 0)
  await openPanel(playground, 'Shock')
  await eventually(async () => assert.equal(await playground.page.locator('.stage.pinned').count(), 1))
  await playground.close()
})

test('where there is no room for both, nothing stays and nothing is offered', async () => {
  for (const viewport of [
    { width: 1440, height: 640 },
    { width: 768, height: 1000 },
    { width: 360, height: 800 },
  ]) {
    const playground = await site.open('?data=spiral', { viewport })
    assert.equal(await playground.page.getByRole('checkbox', { name: 'Keep the network in view' }).count(), 0)
    assert.equal(await playground.page.locator('.stage.pinned').count(), 0)
    await playground.close()
  }
})
