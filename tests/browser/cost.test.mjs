import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openSite } from './page.mjs'
import { eventually, findingsInBothThemes, forward, near, numberIn, openPanel, shownNumber } from './reading.mjs'

const site = await openSite()
after(() => site.close())

/** The table as a reader sees it: one record a row of the data, with the cells by the heads of their columns. */
const rowsShown = ({ page }) =>
  page.locator('table.costs').evaluate((table) => {
    const clean = (cell) => cell.textContent.trim().replace(/\s+/g, ' ')
    const heads = [...table.tHead.rows[table.tHead.rows.length - 1].cells].map(clean)
    return [...table.tBodies[0].rows].map((row) =>
      Object.fromEntries([...row.cells].map((cell, i) => [heads[i], clean(cell)])),
    )
  })

const costs = async ({ page }) =>
  (await page.locator('table.costs tbody [data-value="cost"]').allTextContents()).map(numberIn)

/** Opens the panel and waits until every row has its cost. */
async function openCosts(query, digits = 12, options = {}) {
  const playground = await site.open(query, options)
  await openPanel(playground, 'Cost', digits)
  await eventually(async () =>
    assert.ok((await costs(playground)).length && (await costs(playground)).every(Number.isFinite)),
  )
  return playground
}

/** Every row's cost, page by page. */
async function allCosts(playground) {
  const found = []
  for (;;) {
    found.push(...(await costs(playground)))
    const next = playground.button('Next rows')
    if (await next.isDisabled()) return found
    await next.click()
  }
}

const mean = (values) => values.reduce((a, b) => a + b, 0) / values.length
const order = (page, name) => page.getByRole('combobox', { name: 'Order' }).selectOption({ label: name })

for (const [query, heads] of [
  ['?data=study-hours', { term: /^−ln/ }],
  ['?data=study-hours&cost=mse', { term: /^difference²/, of: 'Difference' }],
  ['?data=iris', { term: /^−ln/, of: 'Output for the actual class' }],
]) {
  test(`the rows' own costs are counted as said, and their mean is the cost: ${query}`, async () => {
    const playground = await openCosts(query)
    for (const row of await rowsShown(playground)) {
      const name = Object.keys(row).find((head) => heads.term.test(head))
      assert.ok(name, Object.keys(row).join())
      const cost = numberIn(row[name])
      if (heads.of === 'Difference') near(cost, numberIn(row.Difference) ** 2, 1e-10)
      else near(cost, -Math.log(numberIn(row['Output for the actual class'])), 1e-10)
    }
    const shown = await shownNumber(playground, 'mean')
    near(mean(await allCosts(playground)), shown, 1e-10)
    assert.equal((await playground.number('cost')).toPrecision(4), shown.toPrecision(4))
    assert.deepEqual(playground.faults, [])
    await playground.close()
  })
}

test('for a number to predict the difference is shown in its unit, and as the cost counts it', async () => {
  const playground = await openCosts('?data=diabetes')
  for (const row of await rowsShown(playground)) {
    const predicted = Object.entries(row).find(([head]) => head.startsWith('Predicted'))[1]
    near(numberIn(predicted) - numberIn(row.Actual), numberIn(row.Difference), 1e-9)
    near(numberIn(row['Difference, standardised']) ** 2, numberIn(row['difference²']), 1e-9)
  }
  await playground.close()
})

/** What the outputs of the open row cost, cell by cell. */
const outputsShown = async ({ page }) =>
  (await page.locator('.cost-outputs tbody tr').all()).reduce(
    async (all, row) => [...(await all), (await row.locator('td').allTextContents()).map(numberIn)],
    [],
  )

test('several outputs are told one by one, and half the sum of their squares is Mazur’s cost', async () => {
  const playground = await site.open('?data=hand')
  const weights = [
    [
      [0.15, 0.2],
      [0.25, 0.3],
    ],
    [
      [0.4, 0.45],
      [0.5, 0.55],
    ],
  ]
  const bias = [
    [0.35, 0.35],
    [0.6, 0.6],
  ]
  for (const [layer, rows] of weights.entries()) {
    for (const [row, values] of rows.entries()) {
      for (const [column, value] of values.entries())
        await playground.run({ do: 'setParameter', parameter: { layer, row, column }, value })
      await playground.run({ do: 'setParameter', parameter: { layer, row, bias: true }, value: bias[layer][row] })
    }
  }
  await openPanel(playground, 'Cost')
  await eventually(async () => near(await shownNumber(playground, 'mean'), 0.298371109, 1e-8))
  const { activation } = forward(await playground.state(), [0.05, 0.1]).at(-1)
  const expected = [0.01, 0.99].map((y, k) => [activation[k], y, activation[k] - y, (activation[k] - y) ** 2 / 2])
  await eventually(async () => {
    for (const [k, cells] of (await outputsShown(playground)).entries())
      for (const [i, value] of expected[k].entries()) near(cells[i], value, 1e-11, `output ${k}, cell ${i}`)
  })
  await eventually(async () => near(await shownNumber(playground, 'row-cost'), expected[0][3] + expected[1][3], 1e-11))
  await playground.close()
})

for (const cost of ['mse', 'quadratic', 'huber', 'binaryCrossEntropy', 'softmaxCrossEntropy']) {
  for (const set of ['training set', 'test set']) {
    test(`what the outputs of a row cost comes to what the engine says of the row: ${cost}, ${set}`, async () => {
      const activation = cost === 'softmaxCrossEntropy' ? 'softmax' : 'sigmoid'
      const playground = await openCosts(`?data=iris&layers=4.tanh-3.${activation}&cost=${cost}`)
      const { page } = playground
      await page.getByRole('combobox', { name: 'Set' }).selectOption({ label: set })
      const button = page.locator('table.costs tbody .row-button').nth(3)
      await button.click()
      await eventually(async () => {
        assert.match(await page.locator('.cost-outputs caption').textContent(), /^What row 4 costs/)
        const terms = (await outputsShown(playground)).map((cells) => cells[3])
        assert.equal(terms.length, 3)
        const sum = terms.reduce((a, b) => a + b, 0)
        const isMean = !['quadratic', 'softmaxCrossEntropy'].includes(cost)
        near(await shownNumber(playground, 'row-cost'), isMean ? sum / 3 : sum, 1e-10)
        if (isMean) near(await shownNumber(playground, 'outputs-sum'), sum, 1e-10)
        near(await shownNumber(playground, 'row-cost'), (await costs(playground))[3], 1e-11)
      })
      await playground.close()
    })
  }
}

test('the worst rows come first, or the best, and a row can be put on the network', async () => {
  const playground = await openCosts('?data=iris')
  const { page } = playground
  await order(page, 'worst first')
  const falling = await allCosts(playground)
  assert.deepEqual(
    falling,
    [...falling].sort((a, b) => b - a),
  )
  await order(page, 'best first')
  const rising = await allCosts(playground)
  assert.deepEqual(
    rising,
    [...rising].sort((a, b) => a - b),
  )
  const button = page.locator('table.costs tbody .row-button').last()
  const row = Number(await button.textContent())
  await button.focus()
  await page.keyboard.press('Enter')
  await eventually(async () => assert.equal((await playground.state()).view.row, row - 1))
  await eventually(async () =>
    assert.equal(await page.locator('table.costs tr[aria-current=true]').getAttribute('data-row'), String(row - 1)),
  )
  await playground.close()
})

test('the test set has rows and a mean of its own', async () => {
  const playground = await openCosts('?data=iris')
  await playground.page.getByRole('combobox', { name: 'Set' }).selectOption({ label: 'test set' })
  await eventually(async () =>
    assert.equal(
      (await shownNumber(playground, 'mean')).toPrecision(4),
      (await playground.number('testCost')).toPrecision(4),
    ),
  )
  await eventually(async () => assert.ok((await costs(playground)).every(Number.isFinite)))
  near(mean(await allCosts(playground)), await shownNumber(playground, 'mean'), 1e-10)
  await playground.close()
})

test('the penalty stands apart, and the two together are what descent goes down', async () => {
  const playground = await openCosts('?data=iris&l1=0.002&l2=0.03')
  const { parameters } = await playground.state()
  const weights = parameters.flatMap((layer) => layer.weights.flat())
  const penalty = weights.reduce((sum, weight) => sum + 0.002 * Math.abs(weight) + 0.015 * weight ** 2, 0)
  const cost = await shownNumber(playground, 'cost', '.cost-foot')
  near(await shownNumber(playground, 'penalty'), penalty, 1e-10)
  near(cost, await shownNumber(playground, 'mean'), 1e-11)
  near(await shownNumber(playground, 'total'), cost + penalty, 1e-10)
  await playground.close()
})

test('a panel that opens while steps are taken ends with the numbers of the last', async () => {
  const playground = await site.open('?data=digits&tab=cost', { viewport: { width: 768, height: 1000 } })
  await playground.steps(50)
  await playground.page.locator('.pane').scrollIntoViewIfNeeded()
  await eventually(async () =>
    assert.ok((await costs(playground)).length === 10 && (await costs(playground)).every(Number.isFinite)),
  )
  const shown = (await rowsShown(playground))[0]
  near((await costs(playground))[0], -Math.log(numberIn(shown['Output for the actual class'])), 1e-3)
  for (const [tab, answer] of [
    ['inputs', '.answer td:nth-child(2)'],
    ['cost', 'table.costs [data-value=cost]'],
  ]) {
    await playground.run({ do: 'set', changes: { 'view.tab': tab } })
    await eventually(async () =>
      assert.ok(Number.isFinite(numberIn(await playground.page.locator(answer).first().textContent()))),
    )
  }
  await playground.close()
})

test('axe finds nothing in the panel of costs', async () => {
  for (const [query, width] of [
    ['?data=diabetes', 1280],
    ['?data=digits&cost=mse', 360],
    ['?data=hand', 360],
  ]) {
    const playground = await openCosts(query, 4, { viewport: { width, height: 900 } })
    assert.deepEqual(await findingsInBothThemes(playground), [], query)
    await playground.close()
  }
})
