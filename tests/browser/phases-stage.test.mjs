import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openSite } from './page.mjs'
import { eventually, numberIn } from './reading.mjs'
import {
  batchRows,
  column,
  goTo,
  panelOf,
  small,
  stepPanelOf,
  stopName,
  unitButton,
  untilStep,
  viewOf,
} from './step-panel.mjs'

/** What the phases put on the network, and what the network does to them. */

const site = await openSite()
after(() => site.close())

const open = stepPanelOf(site)

/** What stands on the network: the numbers that are seen, by neuron; the plain ones and those of the overlay. */
const numbersOnNeurons = ({ page }) =>
  page.evaluate(() => {
    const root = document.querySelector('glassbox-playground').shadowRoot
    const plain = [...root.querySelectorAll('.graph .neuron-value')]
      .filter((value) => getComputedStyle(value).opacity !== '0')
      .map((value) => value.textContent)
    const overlay = [...root.querySelectorAll('svg.overlay text:not(.overlay-share)')].map((text) => text.textContent)
    return { plain, overlay, neurons: root.querySelectorAll('.graph .neuron').length }
  })

const isRow = (playground, row) => eventually(async () => assert.equal((await viewOf(playground)).row, row))

test('from the first phase on the whole stage shows the row that is followed, and it is no edit', async () => {
  const playground = await open(small)
  const { page } = playground
  const rows = await batchRows(playground)
  const other = [...Array(40).keys()].find((row) => row > 0 && !rows.includes(row))
  await playground.run({ do: 'set', changes: { 'view.scope': 'batch' } })
  await playground.run({ do: 'set', changes: { 'view.own': { input: [0.1, 0.2], target: [1] } } })
  await goTo(playground, 'forward 0')
  await isRow(playground, rows[0])
  const view = await viewOf(playground)
  assert.deepEqual([view.own, view.scope], [null, 'row'])
  await page
    .locator('.picture')
    .getByText(`row ${rows[0] + 1} of`)
    .waitFor()
  await playground.press('Next row of the batch')
  await isRow(playground, rows[1])
  await page.locator('.undo [aria-disabled=true]').first().waitFor()
  assert.equal(await page.locator('.undo [aria-disabled=false]').count(), 0)

  await goTo(playground, 'forward 2')
  await eventually(async () => assert.equal((await numbersOnNeurons(playground)).overlay.length, 8))
  const activations = [...(await column(playground, 'Neurons of output', 'activation'))]
  assert.ok(Math.abs(numberIn((await numbersOnNeurons(playground)).overlay.at(-1)) - activations[0]) < 0.01)
  for (const stop of ['forward 0', 'cost -1', 'backward 1', 'update -1']) {
    await goTo(playground, stop)
    await eventually(async () => {
      const { plain, overlay, neurons } = await numbersOnNeurons(playground)
      assert.equal(overlay.length, { 'forward 0': 5, 'cost -1': 8, 'backward 1': 3, 'update -1': 0 }[stop])
      assert.equal(plain.length + overlay.length, neurons, stop) // one number a neuron
    })
  }

  await playground.run({ do: 'set', changes: { 'view.row': rows[4] } }) // another row of the batch, from elsewhere
  await goTo(playground, 'cost -1')
  await page.getByText('row 5 of 10 in this batch').waitFor()
  await playground.run({ do: 'set', changes: { 'view.row': other } })
  await eventually(async () => assert.equal(await stopName(playground), 'start -1'))
  assert.equal((await viewOf(playground)).row, other)
  assert.equal((await numbersOnNeurons(playground)).overlay.length, 0)

  await goTo(playground, 'update -1')
  await isRow(playground, rows[4])
  await playground.press('Take the step')
  await untilStep(playground, 1)
  await isRow(playground, (await batchRows(playground))[0])
  await playground.close()
})

test('opening the page changes nothing of what is looked at', async () => {
  const playground = await open(small)
  await batchRows(playground)
  assert.equal((await viewOf(playground)).row, 0)
  await playground.close()
})

test('pointing at a row lights its neuron or its wire, and the wires show the change of each weight', async () => {
  const playground = await open(small)
  const { page } = playground
  await goTo(playground, 'forward 0')
  await unitButton(playground, 'layer 1, neuron 2').dispatchEvent('pointerover')
  await page.locator('.neuron.pointed[data-layer="0"][data-unit="1"]').waitFor()
  await goTo(playground, 'update -1')
  await page.mouse.move(2, 2) // no row comes to lie under it
  await page.locator('tr[data-layer="1"][data-row="0"][data-column="1"] button').focus()
  await page.keyboard.press('Tab')
  await page.locator('.weight.lit[data-layer="1"][data-row="0"][data-column="2"]').waitFor()
  const [old, next] = [
    await column(playground, /^Every parameter/, 'old'),
    await column(playground, /^Every parameter/, 'new'),
  ]
  const changes = old.map((value, i) => next[i] - value)
  const words = await page.locator('.overlay-share').allTextContents()
  assert.ok(words.length > 0)
  for (const word of words) {
    assert.match(word, /^[+−]/)
    assert.ok(
      changes.some((change) => Math.abs(change - numberIn(word)) <= 0.06 * Math.abs(change)),
      word,
    )
  }
  await page.keyboard.press('Enter')
  await eventually(async () => assert.deepEqual((await viewOf(playground)).selected, { layer: 1, unit: 0 }))
  await playground.close()
})

test('a click on a neuron opens it: before the phases and outside the layer at hand in its own panel', async () => {
  const playground = await open(small)
  const { page } = playground
  const tab = (name) => eventually(async () => assert.equal((await viewOf(playground)).tab, name))
  await page.locator('.neuron[data-layer="2"][data-unit="0"]').click()
  await tab('neuron')
  await page.getByRole('tab', { name: 'One step', exact: true }).click()
  await panelOf(playground).waitFor()
  await page.locator('.neuron[data-layer="2"][data-unit="0"]').click() // chosen already, but not shown
  await tab('neuron')
  await page.getByRole('tab', { name: 'One step', exact: true }).click()
  await goTo(playground, 'forward 0')
  await page.locator('.neuron[data-layer="0"][data-unit="2"]').click()
  await page.locator('.working').waitFor()
  await tab('step')
  await page.locator('.neuron[data-layer="1"][data-unit="0"]').click()
  await tab('neuron')
  await playground.close()
})

test('one line of plain words tells of each phase, and of what is held or undone', async () => {
  const playground = await open(small)
  const story = playground.page.locator('.story > p').first()
  const tells = (pattern) => eventually(async () => assert.match(await story.textContent(), pattern))
  for (const [stop, pattern] of [
    ['forward 1', /^Forward: layer 2 has computed .*Next/],
    ['cost -1', /^Cost: the batch costs .*Next/],
    ['backward 2', /^Backward: the error has reached the output\..*Next/],
    ['update -1', /^Update: .*Take the step/],
  ]) {
    await goTo(playground, stop)
    await tells(pattern)
  }
  await playground.run({ do: 'lock', parameters: [{ layer: 0, row: 0, column: 1 }], isLocked: true })
  await tells(/^W2,1 of layer 1 is locked/)
  await playground.run({ do: 'mute', layer: 0, unit: 1, isMuted: true })
  await tells(/^layer 1, neuron 2 is switched off/)
  await playground.run({ do: 'mute', layer: 0, unit: 1, isMuted: false })
  await tells(/^layer 1, neuron 2 is switched on again/)
  await playground.run({ do: 'addUnit', layer: 0 })
  await tells(/could be kept were kept/)
  await playground.run({ do: 'undo' })
  await tells(/^Undone: \d → \d neurons in layer 1\. The network is exactly as it was/)
  await playground.press('Take the step')
  await tells(/^After 1 step the cost is/)
  await playground.close()
})

test('on a phone the formula of a stage is in sight above the player, and what the stage is about follows it', async () => {
  const playground = await site.open('?data=circle&step=20', {
    viewport: { width: 390, height: 844 },
    reducedMotion: 'reduce',
  })
  const { page } = playground
  await page.locator('.film-track').focus()
  for (const title of ['Forward: layer 1', 'Backward: layer 1']) {
    while ((await page.locator('.step-head h2').textContent()) !== title) {
      await page.keyboard.press('PageDown')
      await eventually(async () => assert.ok(await page.locator('.step-head h2').isVisible()))
    }
    await page.locator('.pane').evaluate((pane) => pane.scrollIntoView())
    await eventually(async () => {
      const boxOf = (selector) => page.locator(selector).first().boundingBox()
      const [formula, foot, sentence] = [
        await boxOf('.step-body .sum-lines'),
        await boxOf('.transport .buttons'),
        await boxOf('.step-sentence'),
      ]
      assert.ok(formula.y + 40 <= foot.y, `${title}: ${formula.y}, ${foot.y}`)
      assert.ok(sentence.y >= formula.y + formula.height, title)
    })
  }
  await playground.close()
})
