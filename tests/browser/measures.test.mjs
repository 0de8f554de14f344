import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openSite } from './page.mjs'
import { eventually, findingsInBothThemes, numberIn } from './reading.mjs'

/** The panels Measures and Inside, on classes, amounts and images. */

const site = await openSite()
after(() => site.close())

const wide = { viewport: { width: 1440, height: 900 } }
const panel = (name) => `glassbox-${name}`
const cells = (page, row) => page.locator('.measures-all tr', { hasText: row }).locator('td').allTextContents()
const view = async (playground) => (await playground.state()).view

async function opened(query, epochs) {
  const playground = await site.open(query, wide)
  await playground.run({ do: 'epoch', count: epochs })
  return playground
}

test('the measures are fetched when one of their panels is opened, and not before', async () => {
  const asked = []
  const playground = await site.open('?data=xor', wide, (page) => {
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  })
  await playground.steps(1)
  await playground.page.locator('glassbox-step').waitFor()
  const isOfMeasures = (path) => path.endsWith('/measures.wasm')
  assert.ok(!asked.some(isOfMeasures))
  await playground.page.getByRole('tab', { name: 'Measures', exact: true }).click()
  await playground.page.locator('.measures-all').waitFor()
  assert.equal(asked.filter(isOfMeasures).length, 1)
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('where the measures cannot be fetched the panels say so, and the page goes on', async () => {
  const playground = await site.open('?data=xor&tab=measures', wide, (page) =>
    page.route('**/measures.wasm', (route) => route.abort()),
  )
  await playground.page.getByText('This part could not be fetched.').waitFor()
  await playground.steps(3)
  assert.equal(await playground.number('stepCount'), 3)
  await playground.close()
})

test('penguins: measures of both sets, and the rows of a cell, which go into the network', async () => {
  const playground = await opened('?data=penguins&tab=measures', 1)
  const { page } = playground
  await page.locator('.measures-all').waitFor()
  await eventually(async () => {
    const [train, tested] = (await cells(page, 'accuracy')).map(numberIn)
    assert.equal(train / 100, await playground.number('accuracy'))
    assert.equal(tested / 100, await playground.number('testAccuracy'))
  })
  await page.getByLabel('Look at the').selectOption('train')
  const cell = page.getByRole('button', { name: /^Adelie taken for Adelie: / })
  const count = Number(await cell.textContent())
  await cell.click()
  await page.getByText(`Taken for “Adelie”, is “Adelie”: ${count} of the training set`).waitFor()
  const row = page.locator('.measures-rows button').last()
  const number = Number(await row.textContent())
  await row.click()
  await eventually(async () => assert.equal((await view(playground)).row, number - 1))
  assert.equal(await page.locator('.measures-rows [aria-current]').count(), 1)

  await page.getByLabel('Look at the').selectOption('test')
  await page.locator('.measures-rows button').first().click()
  await eventually(async () => assert.equal((await view(playground)).own.target.length, 3))
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('two classes: the confusion follows the threshold, and what is not defined is said', async () => {
  const playground = await opened('?data=xor&tab=measures', 3)
  const { page } = playground
  const counts = async () => (await page.locator('.measures-matrix td button').allTextContents()).map(Number)
  const slider = page.getByLabel('Threshold')
  await slider.waitFor()
  const [zero, wrong, missed, one] = await counts()
  await slider.focus()
  await page.keyboard.press('End')
  await eventually(async () => assert.deepEqual(await counts(), [zero + wrong, 0, missed + one, 0]))
  await page.getByText('Above 1.0 a row counts as “1”: 0.0% of them are found').waitFor()
  const scores = await page.locator('.measures-scores tbody tr').nth(1).locator('td').allTextContents()
  assert.deepEqual(scores.slice(0, 3), ['–', '0.0%', '0.0%'])
  await page.getByText('– means not defined').waitFor()
  await page.getByRole('button', { name: 'Back to 0.5' }).click()
  await eventually(async () => assert.deepEqual(await counts(), [zero, wrong, missed, one]))
  const areas = (await cells(page, 'area under the ROC curve')).map(numberIn)
  for (const area of areas) assert.ok(area > 0.5 && area <= 1)
  assert.equal(await page.getByRole('img', { name: /^ROC curve: area/ }).count(), 1)
  assert.equal(await page.getByRole('img', { name: /^Calibration: error/ }).count(), 1)
  await playground.close()
})

test('a word of the measures says what it means', async () => {
  const playground = await opened('?data=xor&tab=measures', 1)
  const { page } = playground
  await page.locator('.measures-scores').getByRole('button', { name: 'precision' }).click()
  await page.getByText('Of the rows taken for a class, the share that really is of it.').waitFor()
  await playground.close()
})

test('outputs that are no probabilities have no calibration', async () => {
  const playground = await opened('?data=xor&layers=3.tanh-1.tanh&cost=mse&tab=measures', 1)
  await playground.page.getByText('The outputs are not probabilities').waitFor()
  await playground.close()
})

test('diabetes: R² is that of the page, errors are in the unit of the data, and the worst rows come first', async () => {
  const playground = await opened('?data=diabetes&tab=measures', 2)
  const { page } = playground
  await page.locator('.measures-all').waitFor()
  const { r2, testR2 } = await page.evaluate(() => document.querySelector('glassbox-playground').frame())
  await eventually(async () => {
    const [train, tested] = (await cells(page, 'R²')).map(numberIn)
    assert.ok(Math.abs(train - r2) < 1e-4 && Math.abs(tested - testR2) < 1e-4)
  })
  const rows = await page
    .locator('.measures-worst tbody tr')
    .evaluateAll((all) => all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent)))
  const errors = rows.map(([, , error]) => Math.abs(numberIn(error)))
  assert.deepEqual(
    errors,
    errors.toSorted((a, b) => b - a),
  )
  for (const [actual, predicted, error] of rows.map((row) => row.map(numberIn)))
    assert.ok(Math.abs(actual - predicted - error) < 0.2)
  const row = page.locator('.measures-worst .row-button').first()
  await page.getByLabel('Look at the').selectOption('train')
  const number = Number(await row.textContent())
  await row.click()
  await eventually(async () => assert.equal((await view(playground)).row, number - 1))
  await playground.close()
})

test('digits: the first layer’s weights are pictures that choose their neuron', async () => {
  const playground = await opened('?data=digits&tab=inside', 1)
  const { page } = playground
  const pictures = page.locator('.inside-images button')
  await pictures.first().waitFor()
  const { units } = (await playground.state()).network.layers[0]
  assert.equal(await pictures.count(), units)
  const isPainted = await page
    .locator('.inside-images canvas')
    .first()
    .evaluate((canvas) => canvas.width === 8)
  assert.ok(isPainted)
  await pictures.nth(4).click()
  await eventually(async () => assert.deepEqual((await view(playground)).selected, { layer: 0, unit: 4 }))
  await eventually(async () => assert.equal(await pictures.nth(4).getAttribute('aria-pressed'), 'true'))
  assert.equal(await page.locator('.inside-histogram').count(), 4)
  await playground.close()
})

test('gradient norms and update ratios are taken down by layer while it trains', async () => {
  const playground = await opened('?data=penguins&tab=inside', 1)
  const { page } = playground
  await page.locator('.inside-now').waitFor()
  assert.equal(await page.locator('.inside-lines').count(), 0)
  await playground.steps(10)
  await page.locator('.inside-lines').first().waitFor()
  await page.getByRole('img', { name: /^Norm of the gradient over steps: layer 1 .*output/ }).waitFor()
  for (const value of await page.locator('.inside-now td').allTextContents()) assert.ok(numberIn(value) > 0, value)
  await playground.close()
})

test('a dead neuron is warned of by name, chosen by its button, and no more warned of once it lives', async () => {
  const playground = await opened('?data=moons&layers=3.relu-1.sigmoid&tab=inside', 1)
  const { page } = playground
  const warning = page.locator('.inside-warnings [data-kind=dead]')
  const bias = { layer: 0, row: 1, bias: true }
  await playground.run({ do: 'setParameter', parameter: bias, value: -50 })
  await warning.waitFor()
  await warning.getByRole('button', { name: 'Select layer 1, neuron 2' }).click()
  await eventually(async () => assert.deepEqual((await view(playground)).selected, { layer: 0, unit: 1 }))
  await playground.run({ do: 'setParameter', parameter: bias, value: 1 })
  await warning.waitFor({ state: 'detached' })
  await playground.close()
})

test('twins of a network that begins at 0 are warned of, with the lesson', async () => {
  const playground = await opened('?data=xor&layers=3.tanh-1.sigmoid&init=zeros&tab=inside', 0)
  const { page } = playground
  const warning = page.locator('.inside-warnings [data-kind=twins]')
  await warning.getByText('together they are worth one neuron').waitFor()
  assert.equal(await warning.getByRole('button', { name: /^Select/ }).count(), 3)
  await playground.run({ do: 'randomize' })
  await playground.close()
})

for (const [query, name, ready] of [
  ['?data=xor', 'measures', '.measures-plot'],
  ['?data=penguins', 'measures', '.measures-matrix'],
  ['?data=diabetes', 'measures', '.measures-worst'],
  ['?data=digits', 'measures', '.measures-matrix'],
  ['?data=xor', 'inside', '.inside-now'],
  ['?data=penguins', 'inside', '.inside-now'],
  ['?data=diabetes', 'inside', '.inside-now'],
  ['?data=digits', 'inside', '.inside-now'],
])
  test(`axe finds nothing in ${name} of ${query}, and it does not stick out of a narrow page`, async () => {
    const playground = await site.open(`${query}&tab=${name}`, { viewport: { width: 390, height: 844 } })
    const { page } = playground
    await playground.steps(20)
    await page.locator(ready).first().waitFor()
    assert.deepEqual(await findingsInBothThemes(playground, panel(name)), [])
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    assert.ok(over <= 0, `${over} px`)
    assert.deepEqual(playground.faults, [])
    await playground.close()
  })
