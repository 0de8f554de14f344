import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { formatTight } from '../../web/src/text/numbers.ts'
import { fiveTwoThreeFive, loadHand } from './hand.mjs'
import { openSite } from './page.mjs'
import { eventually, numberIn, openPanel } from './reading.mjs'
import { goTo, small, stepPanelOf } from './step-panel.mjs'

/** What a panel lays over the network: it hides nothing that is pointed at, and tells one thing at a time. */

const site = await openSite()
after(() => site.close())

const open = stepPanelOf(site)
const point = (playground, at) => playground.run({ do: 'point', at })

/** The middle of a neuron, or a place on a wire that no number covers, as it is seen. */
async function look({ page }, selector) {
  await page.waitForTimeout(300)
  const { x, y } = await page.locator(selector).evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect()
    if (!('getTotalLength' in element)) return { x: x + width / 2, y: y + height / 2 }
    const place = element.getPointAtLength(element.getTotalLength() * 0.7).matrixTransform(element.getScreenCTM())
    return { x: place.x, y: place.y }
  })
  const clip = { x: Math.round(x) - 2, y: Math.round(y) - 2, width: 4, height: 4 }
  return (await page.screenshot({ clip })).toString('base64')
}

/** Fails unless something looks the same with the overlay as without, while it is pointed at, and not otherwise. */
async function seenThrough(playground, at, selector) {
  const veiled = await look(playground, selector)
  await point(playground, at)
  await eventually(async () => assert.notEqual(await look(playground, selector), veiled))
  const seen = await look(playground, selector)
  await playground.run({ do: 'overlay', overlay: null })
  await eventually(async () => assert.equal(await look(playground, selector), seen))
}

test('a neuron that is pointed at is seen at full strength, even in a layer that is not reached yet', async () => {
  const playground = await open(small)
  await goTo(playground, 'forward 0')
  await seenThrough(playground, { layer: 1, unit: 1 }, '.neuron[data-layer="1"][data-unit="1"]')
  await playground.close()
})

test('so is the wire of a gradient that is pointed at', async () => {
  const playground = await open(small, { viewport: { width: 1440, height: 900 } })
  const { page } = playground
  await goTo(playground, 'backward 1')
  await page.locator('.step-body table').first().waitFor()
  const wire = await page.locator('.graph-wires .wire').nth(0)
  await wire.evaluate((path) => path.setAttribute('data-test', 'wire'))
  await seenThrough(playground, { layer: 0, row: 0, column: 0 }, '[data-test=wire]')
  await playground.close()
})

/** What stands on the wires: the weights that are seen, as [layer, row, column], and the words of the overlay. */
const onWires = ({ page }) =>
  page.evaluate(() => {
    const root = document.querySelector('glassbox-playground').shadowRoot
    const weights = [...root.querySelectorAll('.weight')].filter((each) => getComputedStyle(each).opacity !== '0')
    return {
      weights: weights.map(({ dataset: { layer, row, column } }) => `${layer} ${row} ${column}`),
      words: [...root.querySelectorAll('.overlay-share')].map(({ textContent }) => textContent),
    }
  })

test('on the wires of a neuron that blames only what it blames stands, not the weights as well', async () => {
  const playground = await site.open('?data=xor', { viewport: { width: 1440, height: 789 } })
  const { page } = playground
  await loadHand(playground, fiveTwoThreeFive, { view: { selected: { layer: 1, unit: 1 } } })
  await openPanel(playground, 'Blame')
  const isAlone = () =>
    eventually(async () => {
      const { weights, words } = await onWires(playground)
      assert.ok(words.length >= 2, String(words))
      assert.deepEqual(
        weights.filter((name) => name.startsWith('1 1 ')),
        [],
      )
    })
  await isAlone()
  const wire = { layer: 1, row: 1, column: 0 }
  await page.locator('.blame-columns tr[data-column="0"]').first().hover()
  await isAlone()
  await playground.run({ do: 'set', changes: { 'view.parameter': wire } })
  await isAlone()
  await page.getByRole('tab', { name: 'Neuron', exact: true }).click()
  await eventually(async () => {
    const { weights, words } = await onWires(playground)
    assert.deepEqual(words, [])
    assert.ok(weights.some((name) => name.startsWith('1 1 ')))
  })
  await playground.close()
})

test('a click on a wire that shows its blame opens the dial of its weight', async () => {
  const playground = await site.open('?data=xor&layers=3.tanh-1.sigmoid')
  const { page } = playground
  await playground.run({ do: 'set', changes: { 'view.selected': { layer: 1, unit: 0 } } })
  await openPanel(playground, 'Blame')
  await page.locator('.overlay-share').first().waitFor()
  const box = await page.locator('.overlay-share').first().boundingBox()
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
  await page.getByRole('dialog', { name: /^W\d,1: weight from layer 1, .* to output/ }).waitFor()
  await playground.close()
})

test('blame’s walk shows on the wires, and says, what its switch says', async () => {
  const playground = await site.open('?data=xor&layers=3.tanh-1.sigmoid')
  const { page } = playground
  await playground.run({ do: 'set', changes: { 'view.selected': { layer: 1, unit: 0 } } })
  await openPanel(playground, 'Blame')
  const listed = async (place) =>
    (await page.locator('.blame-columns section').nth(place).locator('tbody td.is-delta').allTextContents()).map(
      numberIn,
    )
  await eventually(async () => assert.equal((await listed(1)).length, 3))
  const [gradients, handed] = [await listed(0), await listed(1)]
  await page.getByRole('button', { name: 'Next layer' }).click()
  const tells = (values) =>
    eventually(async () => {
      const { words } = await onWires(playground)
      assert.ok(words.length > 0)
      for (const word of words) assert.ok(values.map(formatTight).includes(word), `${word} of ${values}`)
      const sentence = await page.locator('.sweep p').textContent()
      assert.ok(
        sentence.match(/[−\d.,e]+\d/g).some((said) => numberIn(said.replace(/,$/, '')) === values[0]),
        sentence,
      )
    })
  await tells(gradients)
  const walk = page.getByRole('group', { name: 'On the wires' }).getByRole('radio')
  await walk.nth(1).click()
  await tells(handed)
  await page.getByRole('button', { name: 'Next layer' }).click()
  await eventually(async () => assert.match(await page.locator('.sweep p').textContent(), /data/))
  await walk.nth(0).click()
  await page.getByRole('button', { name: 'Previous layer' }).click()
  await tells(gradients)
  await playground.close()
})
