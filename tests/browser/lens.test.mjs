/** The words of the card beside what is pointed at can be reached, and say what they mean. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openSite } from './page.mjs'
import { eventually, findings } from './reading.mjs'

const site = await openSite()
after(() => site.close())

const query = '?data=xor&layers=3.tanh-1.sigmoid'
const middleOf = async (locator) => {
  const { x, y, width, height } = await locator.boundingBox()
  return [x + width / 2, y + height / 2]
}
const wordOf = (page, word) => page.locator('.lens').getByRole('button', { name: word, exact: true })
const titleOf = (page) => page.locator('.lens .lens-title').textContent()
const noteOf = (page) => page.locator('.graph .term-note, glassbox-graph .term-note')

/** Where the card of a neuron stands still. */
async function pointAt(page, neuron) {
  await page.mouse.move(...(await middleOf(page.locator(neuron))))
  await page.locator('.lens').waitFor()
}

test('the pointer goes over to a word of the lens, which says what it means when it is pressed', async () => {
  const playground = await site.open(query, { reducedMotion: 'reduce' })
  const { page } = playground
  await pointAt(page, '.neuron[data-layer="0"][data-unit="1"]')
  const title = await titleOf(page)
  assert.equal(title, 'layer 1, neuron 2 Tanh')
  for (const [word, meaning] of [
    ['error delta', /error attributed to that neuron/],
    ['sum Z', /adds up/],
    ['Tanh', /−1/],
  ]) {
    await page.mouse.move(...(await middleOf(wordOf(page, word))), { steps: 12 })
    assert.equal(await titleOf(page), title, 'on its way the pointer has met nothing else')
    await page.mouse.down()
    await page.mouse.up()
    assert.match(await noteOf(page).textContent(), meaning)
    await page.keyboard.press('Escape')
    await noteOf(page).waitFor({ state: 'detached' })
    assert.ok(await page.locator('.lens').isVisible(), 'Escape has closed the note alone')
  }
  await page.mouse.move(5, 5, { steps: 12 })
  await page.locator('.lens').waitFor({ state: 'hidden' })
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('a hurried pointer, heard of next where it has left the neuron, is on its way to the lens too', async () => {
  const playground = await site.open(query, { reducedMotion: 'reduce' })
  const { page } = playground
  const neuron = '.neuron[data-layer="0"][data-unit="1"]'
  await pointAt(page, neuron)
  const title = await titleOf(page)
  const [from, { x, y, height }] = [await page.locator(neuron).boundingBox(), await page.locator('.lens').boundingBox()]
  const between = [x - 3, y + height + 16]
  assert.ok(between[0] > from.x + from.width, 'not on the neuron')
  await page.mouse.move(...between)
  await page.mouse.move(...(await middleOf(wordOf(page, 'error delta'))))
  assert.ok(await page.locator('.lens').isVisible())
  assert.equal(await titleOf(page), title)
  await playground.close()
})

test('from word to word of the lens the pointer meets none of the neurons and weights that it covers', async () => {
  const playground = await site.open('?start=digits', {
    viewport: { width: 1366, height: 657 },
    reducedMotion: 'reduce',
  })
  const { page } = playground
  await pointAt(page, '.neuron[data-layer="1"][data-unit="6"]')
  const lens = await page.locator('.lens').boundingBox()
  const covered = await page.locator('.neuron[data-layer="1"]').evaluateAll(
    (neurons, { x, y, width, height }) =>
      neurons.map((neuron) => {
        const box = neuron.getBoundingClientRect()
        return [Math.max(box.x, x) + 2, box.y + box.height / 2, Math.min(box.right, x + width) - box.x, y, y + height]
      }),
    lens,
  )
  const beneath = covered.filter(([, y, across, top, bottom]) => across > 8 && y > top + 4 && y < bottom - 4)
  assert.ok(beneath.length > 1, 'it covers neurons')
  await page.mouse.move(...(await middleOf(wordOf(page, 'error delta'))))
  for (const [x, y] of beneath) await page.mouse.move(x, y, { steps: 4 })
  assert.equal(await titleOf(page), 'output 6 Softmax')
  await page.mouse.move(...(await middleOf(wordOf(page, 'sum Z'))), { steps: 4 })
  assert.equal(await titleOf(page), 'output 6 Softmax')
  await playground.close()
})

test('a neuron beneath the lens, or beside it, is pointed at as before', async () => {
  const playground = await site.open(query, { reducedMotion: 'reduce' })
  const { page } = playground
  await pointAt(page, '.neuron[data-layer="0"][data-unit="1"]')
  await page.mouse.move(...(await middleOf(wordOf(page, 'output'))), { steps: 12 })
  for (const [neuron, title] of [
    ['[data-layer="1"]', 'output 1 Sigmoid'],
    ['[data-layer="0"][data-unit="0"]', 'layer 1, neuron 1 Tanh'],
    ['[data-layer="-1"][data-unit="0"]', 'x1'],
  ]) {
    await page.mouse.move(...(await middleOf(page.locator(`.neuron${neuron}`))), { steps: 12 })
    await eventually(async () => assert.equal(await titleOf(page), title))
  }
  await playground.close()
})

test('Escape closes the lens while the pointer rests', async () => {
  const playground = await site.open(query, { reducedMotion: 'reduce' })
  const { page } = playground
  await pointAt(page, '.neuron[data-layer="0"][data-unit="1"]')
  await page.keyboard.press('Escape')
  await page.locator('.lens').waitFor({ state: 'hidden' })
  await playground.close()
})

test('Tab leads from a weight to the words of its lens, and on', async () => {
  const playground = await site.open(query, { reducedMotion: 'reduce' })
  const { page } = playground
  await page.locator('.neuron[data-layer="0"][data-unit="1"]').focus()
  await page.keyboard.press('w')
  await page.locator('.weight:focus').waitFor()
  await eventually(async () => assert.match(await titleOf(page), /^\s*W1,2/))
  await wordOf(page, 'gradient').waitFor()
  await page.keyboard.press('Tab')
  await page.locator('.lens .glossed:focus').waitFor()
  assert.equal(await page.locator('.lens .glossed:focus').textContent(), 'weight')
  await page.keyboard.press('Enter')
  assert.match(await noteOf(page).textContent(), /How strongly/)
  await page.keyboard.press('Escape')
  await page.locator('.lens .glossed:focus').waitFor()
  await page.keyboard.press('Tab')
  assert.equal(await page.locator('.lens .glossed:focus').textContent(), 'gradient')
  assert.deepEqual(await findings(playground, 'glassbox-graph'), [])
  await page.keyboard.press('Tab')
  await page.locator('.lens').waitFor({ state: 'hidden' })
  await playground.close()
})

for (const [width, height] of [
  [390, 844],
  [768, 1024],
]) {
  test(`at ${width} x ${height} a finger opens a word of the lens, which stays until it taps elsewhere`, async () => {
    const playground = await site.open(query, { viewport: { width, height }, hasTouch: true, reducedMotion: 'reduce' })
    const { page } = playground
    await page.locator('.neuron[data-layer="0"][data-unit="1"]').tap()
    await wordOf(page, 'error delta').tap()
    assert.match(await noteOf(page).textContent(), /error attributed to that neuron/)
    assert.ok(await page.locator('.lens').isVisible())
    await page.locator('.story').tap()
    await noteOf(page).waitFor({ state: 'detached' })
    await page.locator('.lens').waitFor({ state: 'hidden' })
    await playground.close()
  })
}

for (const width of [1366, 1367, 1371]) {
  test(`at ${width} px the lens of every neuron of six layers stays on the network, whatever fraction of a pixel that has`, async () => {
    const layers = 'layers=4.tanh-4.tanh-4.tanh-4.tanh-4.tanh-1.sigmoid'
    const playground = await site.open(`?data=circle&${layers}`, { viewport: { width, height: 657 } })
    const { page } = playground
    const network = await page.locator('.graph-scroll').boundingBox()
    for (const neuron of await page.locator('.neuron[data-unit="0"]').all()) {
      await neuron.hover()
      await page.locator('.lens').waitFor()
      const lens = await page.locator('.lens').boundingBox()
      const [right, edge] = [lens.x + lens.width, network.x + network.width]
      assert.ok(lens.x >= network.x - 1 && right <= edge + 1, `${await titleOf(page)}: ${lens.x} to ${right}`)
    }
    await playground.close()
  })
}
