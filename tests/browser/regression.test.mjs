import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openSite } from './page.mjs'
import { eventually, findingsInBothThemes, near, numberIn, openPanel, shownNumber } from './reading.mjs'

const site = await openSite()
after(() => site.close())

const sigmoid = (z) => 1 / (1 + Math.exp(-z))

/** Log-odds and probability of the sample on the network agree with the weights, and with one another. */
async function agrees(playground) {
  const {
    parameters: [
      {
        weights: [[slope]],
        bias: [intercept],
      },
    ],
    view,
  } = await playground.state()
  const [B0, B1, x, z, p] = await Promise.all(['B0', 'B1', 'x', 'z', 'p'].map((name) => shownNumber(playground, name)))
  near(B1, slope, 1e-11)
  near(B0, intercept, 1e-11)
  if (view.own) near(x, view.own.input[0], 1e-11)
  near(z, B0 + B1 * x, 1e-10)
  near(p, sigmoid(z), 1e-10)
  return { slope, intercept, x, z, p }
}

for (const [query, feature] of [
  ['?data=study-hours', 'hours studied (h)'],
  ['?data=study-hours&standardize=true', 'hours studied (h)'],
]) {
  test(`an x that is typed is predicted, with its working, and leads back to the row: ${query}`, async () => {
    const playground = await site.open(query)
    const { page } = playground
    await playground.steps(200)
    await openPanel(playground, 'Regression')
    const field = page.getByRole('textbox', { name: `x: ${feature}` })
    await field.fill('3.25')
    const { x, p } = await eventually(async () => {
      await page.getByRole('heading', { name: 'The numbers for your own inputs' }).waitFor()
      const [B0, B1, x, z, p] = await Promise.all(
        ['B0', 'B1', 'x', 'z', 'p'].map((name) => shownNumber(playground, name)),
      )
      near(z, B0 + B1 * x, 1e-10)
      near(p, sigmoid(z), 1e-10)
      assert.deepEqual((await playground.state()).view.own.input, [3.25])
      return { x, p }
    })
    const predicted = await page.evaluate(async () => {
      const { layers, X } = await document
        .querySelector('glassbox-playground')
        .session.ask('trace', { X: [[3.25]], Y: [[0]] })
      return [X[0][0], layers[0].activation[0][0]]
    })
    near(x, predicted[0], 1e-10)
    near(p, predicted[1], 1e-10)
    await field.fill('three')
    await page.locator('.regression .refusal').waitFor()
    await field.press('Escape')
    await playground.press('Back to row 1')
    await page.getByRole('heading', { name: 'The numbers for row 1' }).waitFor()
    assert.deepEqual(playground.faults, [])
    await playground.close()
  })
}

test('study hours: B1 on the wire, B0 in the neuron, log-odds and probability say the same', async () => {
  const playground = await site.open('?data=study-hours')
  const { page } = playground
  await playground.steps(200)
  await openPanel(playground, 'Regression')
  const { slope, intercept } = await eventually(() => agrees(playground))
  const pane = await page.locator('.tab-panel').textContent()
  const halfway = numberIn(/hours studied \(h\) = −B0 ÷ B1 = ([−\d.e]+)\./.exec(pane)[1])
  near(halfway, -intercept / slope, 1e-10)
  const odds = numberIn(/the odds of “passed” are multiplied by ([\d.e+−]+)\./.exec(pane)[1])
  near(odds, Math.exp(slope), 1e-10)
  for (const [name, value] of [
    ['Slope B1 (the weight)', slope],
    ['Intercept B0 (the bias)', intercept],
  ]) {
    near(
      numberIn(
        await page
          .locator('.pane')
          .getByRole('spinbutton', { name })
          .or(page.locator('.pane').getByRole('textbox', { name }))
          .first()
          .inputValue(),
      ),
      value,
      1e-9,
    )
  }
  assert.equal(await page.locator('.regression-plots .plot').count(), 2)
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('an own sample moves log-odds and probability along their curves', async () => {
  const playground = await site.open('?data=study-hours')
  await playground.steps(50)
  await openPanel(playground, 'Regression')
  const before = await eventually(() => agrees(playground))
  await playground.run({ do: 'set', changes: { 'view.own': { input: [before.x + 2], target: [1] } } })
  const after = await eventually(async () => {
    const shown = await agrees(playground)
    assert.notEqual(shown.x, before.x)
    return shown
  })
  near(after.z - before.z, 2 * before.slope, 1e-9)
  await playground.page.locator('.pane').getByText('The numbers for your own inputs').waitFor()
  await playground.close()
})

test('betas are typed by keyboard, and everything follows', async () => {
  const playground = await site.open('?data=study-hours')
  const { page } = playground
  await openPanel(playground, 'Regression')
  for (const [name, value] of [
    ['Slope B1 (the weight)', '2'],
    ['Intercept B0 (the bias)', '-5'],
  ]) {
    const entry = page
      .locator('.pane')
      .getByRole('spinbutton', { name })
      .or(page.locator('.pane').getByRole('textbox', { name }))
      .first()
    await entry.focus()
    await entry.fill(value)
    await page.keyboard.press('Enter')
  }
  await eventually(async () => {
    const { slope, intercept } = await agrees(playground)
    assert.deepEqual([slope, intercept], [2, -5])
  })
  await page.getByText('−B0 ÷ B1 = 2.5').waitFor()
  await playground.close()
})

test('several features: the terms of the table add up to its sum, betas stand by size, odds are e to the beta', async () => {
  const playground = await site.open('?data=breast-cancer&layers=1.sigmoid')
  const { page } = playground
  await playground.steps(40)
  await openPanel(playground, 'Regression')
  const read = async (sum = 0) => {
    const terms = (await page.locator('.coefficients tbody [data-value=term]').allTextContents()).map(numberIn)
    return terms.reduce((a, b) => a + b, sum)
  }
  await page.locator('.coefficients tbody tr[data-feature]').first().waitFor()
  await eventually(async () => assert.ok(Number.isFinite(await read())))
  const betas = await page
    .locator('.coefficients tbody tr[data-feature]')
    .evaluateAll((rows) => rows.map((row) => [Number(row.dataset.feature), row.cells[3].textContent]))
  const {
    parameters: [
      {
        weights: [weights],
        bias: [bias],
      },
    ],
  } = await playground.state()
  for (const [feature, odds] of betas) near(numberIn(odds), Math.exp(weights[feature]), 1e-10)
  const sizes = betas.map(([feature]) => Math.abs(weights[feature]))
  assert.deepEqual(
    sizes,
    [...sizes].sort((a, b) => b - a),
  )
  let sum = await read(bias)
  await page.locator('.pane').getByRole('button', { name: 'Next inputs' }).click()
  await page.locator(`.coefficients tr[data-feature="${betas[0][0]}"]`).waitFor({ state: 'detached' })
  sum = await read(sum)
  near(sum, await shownNumber(playground, 'z'), 1e-9)
  near(await shownNumber(playground, 'p'), sigmoid(sum), 1e-9)
  await playground.close()
})

test('a linear neuron is read without odds', async () => {
  const playground = await site.open('?data=diabetes&layers=1.linear')
  const { page } = playground
  await openPanel(playground, 'Regression')
  await page.locator('.coefficients').waitFor()
  const text = await page.locator('.tab-panel').textContent()
  assert.match(text, /linear regression/)
  assert.doesNotMatch(text, /odds/i)
  await playground.close()
})

test('a sigmoid that predicts a standardised number is no logistic regression: there is no such panel', async () => {
  const playground = await site.open('?data=diabetes&layers=1.sigmoid&tab=regression')
  await playground.page.getByRole('tab', { name: 'One step', selected: true }).waitFor()
  assert.equal(await playground.page.getByRole('tab', { name: 'Regression' }).count(), 0)
  await playground.close()
})

test('axe finds nothing in the panel of regression', async () => {
  for (const [query, width] of [
    ['?data=study-hours', 360],
    ['?data=breast-cancer&layers=1.sigmoid', 1280],
    ['?data=diabetes&layers=1.linear', 360],
  ]) {
    const playground = await site.open(query, { viewport: { width, height: 900 } })
    await openPanel(playground, 'Regression', 4)
    await playground.page.locator('.reading').waitFor()
    assert.deepEqual(await findingsInBothThemes(playground), [], query)
    await playground.close()
  }
})

test('one neuron alone has B0 for its bias and B1, B2 ... for its weights in every panel, on the network and when read out', async () => {
  const playground = await site.open('?start=fiveFeatures', { reducedMotion: 'reduce' })
  const { page } = playground
  const words = () =>
    page.evaluate(() => {
      const { shadowRoot } = document.querySelector('glassbox-playground')
      const read = ['aria-label', 'title', 'aria-description']
      return [...shadowRoot.querySelectorAll('.stage *, .pane *')].flatMap((element) => [
        ...read.map((name) => element.getAttribute(name) ?? ''),
        element.matches('math, th, td, p, option, label, button, output') ? element.textContent : '',
      ])
    })
  await playground.steps(1) // by then there is a run to compare
  const named = []
  for (const tab of await page.getByRole('tab').allTextContents()) {
    await openPanel(playground, tab.trim())
    const panel = page.getByRole('tabpanel', { name: tab.trim() })
    await eventually(async () => assert.match(await panel.textContent(), /\d/))
    const seen = await words()
    assert.deepEqual(
      seen.filter((text) => /W\d|W,|\bB1: bias|B1 \(intercept/.test(text.replaceAll(/[\u2060\s]+/g, ' '))),
      [],
      tab,
    )
    if (seen.some((text) => /\bB0\b/.test(text)) && seen.some((text) => /\bB5\b/.test(text))) named.push(tab)
  }
  assert.ok(named.length >= 8, named.join())
  assert.equal(
    (await playground.run({ do: 'setParameter', parameter: { layer: 0, row: 0, bias: true }, value: 2 })).ok,
    true,
  )
  await playground.close()
})
