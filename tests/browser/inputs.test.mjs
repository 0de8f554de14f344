import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openSite } from './page.mjs'
import { eventually, findingsInBothThemes, forward, near, numberIn, openPanel, shownNumber } from './reading.mjs'

const site = await openSite()
after(() => site.close())

const field = ({ page }, name) => page.locator('.inputs-panel').getByRole('textbox', { name, exact: true })

/** The plot of what was learnt, once it takes the pointer: what it needs for that is fetched when the pointer comes near. */
async function plotToTouch({ page }) {
  const plot = page.locator('.picture .plot')
  await plot.scrollIntoViewIfNeeded()
  await plot.hover()
  await page.locator('.picture .plot.can-feed').waitFor()
  return plot.boundingBox()
}

/** The answers that the panel shows: predicted, one an output. */
const answers = async ({ page }) =>
  (await page.locator('.answer tbody tr td:nth-child(2)').allTextContents()).map(numberIn)

/** The inputs as the panel says that the network sees them. */
const seen = async ({ page }) => (await page.locator('.inputs-panel .seen').allTextContents()).map(numberIn)

test('typed inputs reach every neuron: all Z and activations equal an independent computation', async () => {
  const playground = await site.open('?data=moons&layers=3.tanh-2.sigmoid-1.sigmoid')
  await playground.run({ do: 'set', changes: { 'data.standardize': false } })
  await playground.steps(20)
  await openPanel(playground, 'Inputs')
  await field(playground, 'x1').fill('0.75')
  await field(playground, 'x2').fill('-0.4')
  await eventually(async () => assert.deepEqual((await playground.state()).view.own?.input, [0.75, -0.4]))
  const expected = forward(await playground.state(), [0.75, -0.4])
  await eventually(async () => near((await answers(playground))[0], expected[2].activation[0], 1e-11))
  await eventually(async () => {
    const shown = await playground.page
      .locator('.unit-tables table')
      .evaluateAll((tables) =>
        tables.map((table) =>
          [...table.tBodies[0].rows].map((row) => [row.cells[1].textContent, row.cells[2].textContent]),
        ),
      )
    assert.deepEqual(
      shown.map(({ length }) => length),
      [3, 2, 1],
    )
    shown.forEach((units, l) =>
      units.forEach(([Z, activation], unit) => {
        near(numberIn(Z), expected[l].Z[unit], 1e-11)
        near(numberIn(activation), expected[l].activation[unit], 1e-11)
      }),
    )
  })
  await openPanel(playground, 'Neuron')
  for (const [layer, { Z, activation }] of expected.entries()) {
    for (const unit of Z.keys()) {
      await playground.run({ do: 'set', changes: { 'view.selected': { layer, unit } } })
      await eventually(async () => {
        near(numberIn(await playground.page.locator('.pane .total td').first().textContent()), Z[unit], 1e-11)
        near(await shownNumber(playground, 'activation'), activation[unit], 1e-11)
      })
    }
  }
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('what the network sees of a standardised input is what its answer comes from', async () => {
  const playground = await site.open('?data=penguins')
  await playground.steps(30)
  await openPanel(playground, 'Inputs', 15)
  await field(playground, 'bill length (mm)').fill('50.5')
  await eventually(async () => assert.equal((await playground.state()).view.own?.input[0], 50.5))
  const state = await playground.state()
  await eventually(async () => {
    const expected = forward(state, await seen(playground)).at(-1).activation
    for (const [k, value] of (await answers(playground)).entries()) near(value, expected[k], 1e-12, `output ${k}`)
  })
  await playground.close()
})

test('any row can be picked, and from an own sample one gets back to it', async () => {
  const playground = await site.open('?data=study-hours')
  const { page } = playground
  await openPanel(playground, 'Inputs')
  const row = page.getByRole('textbox', { name: 'Row of the training set' })
  await row.fill('12')
  await row.press('Enter')
  await eventually(async () => assert.equal((await playground.state()).view.row, 11))
  const hours = await eventually(async () => {
    const shown = await field(playground, 'hours studied (h)').inputValue()
    assert.notEqual(shown, '0.5')
    return shown
  })
  await field(playground, 'hours studied (h)').fill('9')
  await page.getByText('your own inputs').first().waitFor()
  await eventually(async () =>
    near((await answers(playground))[0], forward(await playground.state(), [9])[0].activation[0], 1e-11),
  )
  await page.locator('.pane').getByRole('button', { name: 'Back to row 12' }).click()
  await eventually(async () => assert.equal(await field(playground, 'hours studied (h)').inputValue(), hours))
  await eventually(async () =>
    near((await answers(playground))[0], forward(await playground.state(), [Number(hours)])[0].activation[0], 1e-11),
  )
  assert.equal((await playground.state()).view.own, null)
  await playground.close()
})

test('an own target changes the cost of the sample and nothing else', async () => {
  const playground = await site.open('?data=study-hours')
  const { page } = playground
  await openPanel(playground, 'Inputs')
  const [p] = await eventually(async () => {
    const shown = await answers(playground)
    assert.ok(shown[0] > 0)
    return shown
  })
  await eventually(async () => near(await shownNumber(playground, 'cost'), -Math.log(1 - p), 1e-10))
  await page.getByRole('combobox', { name: 'Actual class' }).selectOption('passed')
  await eventually(async () => near(await shownNumber(playground, 'cost'), -Math.log(p), 1e-10))
  assert.deepEqual((await playground.state()).view.own, { input: [0.5], target: [1] })
  assert.equal((await answers(playground))[0], p)
  await playground.close()
})

test('a slider feeds by arrow keys, and what is no number is not fed', async () => {
  const playground = await site.open('?data=study-hours')
  const { page } = playground
  await openPanel(playground, 'Inputs')
  const slider = page.getByRole('slider', { name: 'hours studied (h)' })
  await slider.focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await eventually(async () => near((await playground.state()).view.own?.input[0], 0.7))
  await field(playground, 'hours studied (h)').fill('many')
  assert.equal(await field(playground, 'hours studied (h)').getAttribute('aria-invalid'), 'true')
  await page.getByText('must be a number; you typed “many”').waitFor()
  near((await playground.state()).view.own.input[0], 0.7)
  await page.keyboard.press('Tab')
  assert.equal(await field(playground, 'hours studied (h)').inputValue(), 'many')
  await field(playground, 'hours studied (h)').press('Escape')
  await eventually(async () => assert.equal(await field(playground, 'hours studied (h)').inputValue(), '0.7'))
  await playground.close()
})

test('a drag on the plane feeds that place, and from there one gets back', async () => {
  const playground = await site.open('?data=gauss')
  const { page } = playground
  const box = await plotToTouch(playground)
  await page.mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.3)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.25, { steps: 4 })
  await page.mouse.up()
  await page.locator('.picture').getByText('your own inputs').waitFor()
  const first = (await playground.state()).view.own
  assert.equal(first.input.length, 2)
  assert.ok([0, 1].includes(first.target[0]))
  await page.locator('.fed-mark').waitFor()
  await page.locator('.picture').getByRole('button', { name: 'back to row 1' }).click()
  await eventually(async () => assert.equal((await playground.state()).view.own, null))
  await playground.close()
})

test('a click on a point puts its row on the network', async () => {
  const playground = await site.open('?data=study-hours')
  const { page } = playground
  const box = await plotToTouch(playground)
  const extent = [0.5 - 0.4, 5.5 + 0.4] // the hours of all rows, 8 % wider on both sides
  const across = (hours) => box.x + 46 + ((hours - extent[0]) / (extent[1] - extent[0])) * (box.width - 66)
  const up = (chance) => box.y + 24 + (1 - (chance + 0.08) / 1.16) * (box.height - 64)
  await page.mouse.click(across(5), up(1))
  await eventually(async () => {
    const { view } = await playground.state()
    assert.equal(view.own, null)
    assert.ok(view.row > 10, `row ${view.row}`)
  })
  await page.mouse.click(across(4), up(0.4))
  await eventually(async () => near((await playground.state()).view.own?.input[0], 4, 0.02))
  await playground.close()
})

test('a digit is painted with the pointer and by keyboard', async () => {
  const playground = await site.open('?data=digits')
  const { page } = playground
  await openPanel(playground, 'Inputs')
  await page.locator('.pane').getByRole('button', { name: 'Clear' }).click()
  await eventually(async () => assert.ok((await playground.state()).view.own?.input.every((ink) => ink === 0)))
  const board = page.getByRole('application', { name: 'Image to draw on' })
  await board.focus()
  for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight', 'Enter', 'ArrowRight', '+', '+'])
    await page.keyboard.press(key)
  const inked = async () =>
    Object.entries((await playground.state()).view.own.input)
      .filter(([, ink]) => ink)
      .map(([at, ink]) => [Number(at), ink])
  await eventually(async () =>
    assert.deepEqual(await inked(), [
      [10, 16],
      [11, 2],
    ]),
  )
  await page.getByText('row 2, column 4: 2').waitFor()
  const box = await board.boundingBox()
  await page.mouse.click(box.x + box.width * (7.5 / 8), box.y + box.height * (7.5 / 8))
  await eventually(async () => {
    const ink = new Map(await inked())
    assert.deepEqual([ink.get(10), ink.get(11)], [16, 2])
    assert.ok(ink.get(63) >= 8, `${ink.get(63)}`)
  })
  await page.getByLabel('Your own inputs as an image').waitFor()
  await playground.close()
})

test('many inputs come in pages, and each is found by its name', async () => {
  const playground = await site.open('?data=breast-cancer')
  const { page } = playground
  await openPanel(playground, 'Inputs')
  const hasSliders = (count) =>
    eventually(async () => assert.equal(await page.locator('.inputs-panel').getByRole('slider').count(), count))
  await hasSliders(20)
  await page.locator('.pane').getByRole('button', { name: 'Next inputs' }).click()
  await hasSliders(10)
  await page.getByRole('searchbox', { name: 'Find an input' }).fill('RADIUS')
  await eventually(async () => {
    const names = await page.locator('.inputs-panel .feed label').allTextContents()
    assert.ok(names.length > 0 && names.every((name) => /radius/i.test(name)), names.join())
  })
  await playground.close()
})

test('rows typed by hand reach the engine: names, cells, another row, another input', async () => {
  const playground = await site.open('?data=hand')
  const { page } = playground
  await openPanel(playground, 'Inputs')
  const cell = async (name, value) => {
    const entry = page.getByRole('textbox', { name, exact: true })
    await entry.fill(value)
    await entry.press('Enter')
  }
  const table = async () => (await playground.state()).data.table
  await cell('Name of input 1', 'age')
  await eventually(async () => assert.equal((await table()).inputs[0], 'age'))
  await cell('age, row 1', '0,25')
  await eventually(async () => assert.equal((await table()).rows[0][0], 0.25))
  await playground.press('+ row')
  await eventually(async () => assert.equal((await table()).rows.length, 2))
  await cell('Out1, row 2', '0.5')
  await eventually(async () =>
    assert.deepEqual((await table()).rows, [
      [0.25, 0.1, 0.01, 0.99],
      [0.25, 0.1, 0.5, 0.99],
    ]),
  )
  await playground.press('+ input')
  await eventually(async () => assert.deepEqual((await table()).rows[0], [0.25, 0.1, 0, 0.01, 0.99]))
  await playground.press('Remove Out2')
  await eventually(async () =>
    assert.deepEqual((await table()).rows, [
      [0.25, 0.1, 0, 0.01],
      [0.25, 0.1, 0, 0.5],
    ]),
  )
  const state = await playground.state()
  assert.equal(state.network.layers.at(-1).units, 1)
  const expected = forward(state, [0.25, 0.1, 0]).at(-1).activation[0]
  await eventually(async () => near((await answers(playground))[0], expected, 1e-11))
  const cost = [0.01, 0.5].reduce((sum, target) => sum + (expected - target) ** 2, 0) / 4
  assert.equal((await playground.number('cost')).toPrecision(4), cost.toPrecision(4))
  await playground.press('Remove row 2')
  await eventually(async () => assert.equal((await table()).rows.length, 1))
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('axe finds nothing in the panel of inputs, own sample or not', async () => {
  for (const [data, width] of [
    ['penguins', 1280],
    ['digits', 360],
    ['hand', 360],
  ]) {
    const playground = await site.open(`?data=${data}`, { viewport: { width, height: 900 } })
    await openPanel(playground, 'Inputs', 4)
    if (data === 'hand') await field(playground, 'In1').fill('0.4')
    await playground.page.locator('.answer').waitFor()
    assert.deepEqual(await findingsInBothThemes(playground), [], data)
    await playground.close()
  }
})
