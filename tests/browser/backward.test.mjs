import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { loadEngine } from '../../web/src/engine/engine.ts'
import { openSite } from './page.mjs'
import { equationsIn, eventually } from './reading.mjs'

const site = await openSite()
const engine = await loadEngine()
after(() => site.close())

/** Mazur's worked example: https://mattmazur.com/2015/03/17/a-step-by-step-backpropagation-example/ */
const mazur = {
  weights: [
    [
      [0.15, 0.2],
      [0.25, 0.3],
    ],
    [
      [0.4, 0.45],
      [0.5, 0.55],
    ],
  ],
  bias: [
    [0.35, 0.35],
    [0.6, 0.6],
  ],
  inputs: [0.05, 0.1],
  targets: [0.01, 0.99],
  deltas: {
    'output out1': 0.138498562,
    'output out2': -0.038098237,
    'layer 1, neuron 1': 0.008771355,
    'layer 1, neuron 2': 0.009954255,
  },
}

/** Opens a network on rows entered by hand, with a tab open. */
async function openHand(tab, digits, { table, layers, cost, parameters }, options = {}) {
  const playground = await site.open(`?data=hand&tab=${tab}`, options)
  const state = await playground.state()
  await playground.run({
    do: 'load',
    state: {
      ...state,
      parameters,
      data: { ...state.data, table },
      network: { ...state.network, layers },
      training: { ...state.training, cost, l1: 0, l2: 0, optimizer: 'sgd', learningRate: 0.5, batchSize: 0 },
      view: { ...state.view, digits, tab, selected: null },
    },
  })
  await playground.page.locator('.pane').scrollIntoViewIfNeeded()
  return playground
}

const openMazur = (tab, digits = 10, options = {}) =>
  openHand(
    tab,
    digits,
    {
      table: { inputs: ['in1', 'in2'], outputs: ['out1', 'out2'], rows: [[...mazur.inputs, ...mazur.targets]] },
      layers: [
        { units: 2, activation: 'sigmoid' },
        { units: 2, activation: 'sigmoid' },
      ],
      cost: 'quadratic',
      parameters: mazur.weights.map((weights, i) => ({ weights, bias: mazur.bias[i] })),
    },
    options,
  )

const numberOf = (text) => Number(text.trim().replaceAll(',', '').replaceAll('−', '-').replace('%', ''))
const near = (actual, expected, tolerance = 1e-8) =>
  assert.ok(
    Math.abs(actual - expected) <= tolerance * Math.max(1e-3, Math.abs(expected)),
    `${actual} is not ${expected}`,
  )

/** The cells of a table as a reader sees them, row by row; the head's row first. */
const cellsOf = (table) =>
  table.evaluate((element) =>
    [...element.rows].map((row) => [...row.cells].map((cell) => cell.textContent.trim().replace(/\s+/g, ' '))),
  )

/** Every delta of the Error panel, by the neuron's name. */
async function shownDeltas({ page }) {
  await page.locator('.deltas td.is-delta').first().waitFor()
  const rows = await page
    .locator('.deltas tbody tr')
    .evaluateAll((all) =>
      all.map((row) => [row.querySelector('th').textContent.trim(), row.querySelector('td.is-delta').textContent]),
    )
  return Object.fromEntries(rows.map(([name, delta]) => [name, numberOf(delta)]))
}

const choose = (playground, layer, unit) => playground.run({ do: 'set', changes: { 'view.selected': { layer, unit } } })

test('the deltas of Mazur’s network stand in the Error panel and on its neurons', async () => {
  const playground = await openMazur('error')
  await playground.page.waitForFunction(() =>
    document.querySelector('glassbox-playground').shadowRoot.querySelector('.deltas')?.textContent.includes('0.1384'),
  )
  const deltas = await shownDeltas(playground)
  assert.deepEqual(Object.keys(deltas).sort(), Object.keys(mazur.deltas).sort())
  for (const [name, delta] of Object.entries(mazur.deltas)) near(deltas[name], delta, 1e-6)
  const words = await playground.page.locator('.overlay text:not(.overlay-share)').allTextContents()
  assert.deepEqual(words, ['0.0088', '0.010', '0.14', '−0.038'])
  assert.equal(await playground.page.locator('.overlay circle').count(), 4)
  assert.equal(await playground.page.locator('.overlay circle.hollow').count(), 1)
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('the chain rule of a hidden neuron adds up: terms to the sum, times f′(Z) to delta', async () => {
  const playground = await openMazur('error', 12)
  await choose(playground, 0, 1)
  const table = playground.page.locator('.chain table')
  await playground.page.getByRole('heading', { name: /delta of layer 1, neuron 2/ }).waitFor()
  const cells = await cellsOf(table)
  const terms = cells.slice(1, 3)
  assert.deepEqual(
    terms.map(([name]) => name),
    ['W2,1', 'W2,2'],
  )
  const [w, d] = [terms.map((row) => numberOf(row[2])), terms.map((row) => numberOf(row[3]))]
  assert.deepEqual(w, [0.45, 0.55])
  near(d[0], 0.138498562, 1e-6)
  near(d[1], -0.038098237, 1e-6)
  terms.forEach((row, i) => near(numberOf(row[4]), w[i] * d[i], 1e-10))
  const sum = numberOf(cells[3][1])
  near(sum, w[0] * d[0] + w[1] * d[1], 1e-9)
  const activation = 1 / (1 + Math.exp(-(0.25 * 0.05 + 0.3 * 0.1 + 0.35)))
  const [slope, delta] = await equationsIn(playground.page.locator('.chain .working-lines'))
  assert.equal(slope.symbol, 'f′(Z2)')
  near(slope.result, activation * (1 - activation), 1e-9)
  near(slope.value, slope.result, 1e-9)
  assert.equal(delta.letters, '∂C/∂A2 · f′(Z2)')
  near(delta.result, sum * slope.result, 1e-9)
  near(delta.value, delta.result, 1e-9)
  await playground.close()
})

test('an output’s delta comes from prediction, actual and slope; for softmax it is their difference', async () => {
  const playground = await openMazur('error', 12)
  await choose(playground, 1, 0)
  await playground.page.getByRole('heading', { name: /delta of output out1/ }).waitFor()
  const [ofCost, slope, delta] = await equationsIn(playground.page.locator('.chain .working-lines'))
  const activation = 0.751365069552
  near(ofCost.result, activation - 0.01, 1e-10) // of the quadratic cost
  near(slope.result, activation * (1 - activation), 1e-9)
  near(delta.result, ofCost.result * slope.result, 1e-9)
  for (const { value, result } of [ofCost, slope, delta]) near(value, result, 1e-9)
  await playground.close()
  const penguins = await site.open('?data=penguins&tab=error&digits=12')
  await penguins.page.locator('.pane').scrollIntoViewIfNeeded()
  await penguins.page.locator('.chain .working-lines').waitFor()
  const [only, ...others] = await equationsIn(penguins.page.locator('.chain .working-lines'))
  assert.deepEqual(others, [])
  assert.equal(only.letters, 'A1 − Y1')
  near(only.value, only.result, 1e-10)
  await penguins.close()
})

test('the formulas lead from number to number for every other pair of cost and output activation', async () => {
  const letters = {
    'binaryCrossEntropy sigmoid': ['(A1 − Y1) / 3'],
    'mse softmax': ['2 · (A1 − Y1) / 3', 'A1 · (∂C/∂A1 − (A1 · ∂C/∂A1 + A2 · ∂C/∂A2 + A3 · ∂C/∂A3))'],
    'softmaxCrossEntropy tanh': ['e^A1 / (e^A1 + e^A2 + e^A3) − Y1', '1 − A1²', '∂C/∂A1 · f′(Z1)'],
    'huber linear': ['max(−1, min(1, A1 − Y1)) / 3', '1.00000000000', '∂C/∂A1 · f′(Z1)'],
  }
  const playground = await site.open('?data=iris&layers=4.tanh-3.softmax&tab=error&digits=12')
  const { page } = playground
  await page.locator('.pane').scrollIntoViewIfNeeded()
  for (const [pair, lines] of Object.entries(letters)) {
    const [cost, activation] = pair.split(' ')
    const state = await playground.state()
    assert.ok(
      await playground.run({
        do: 'load',
        state: {
          ...state,
          parameters: undefined,
          training: { ...state.training, cost },
          network: {
            ...state.network,
            layers: [
              { units: 4, activation: 'tanh' },
              { units: 3, activation },
            ],
          },
        },
      }),
    )
    const label = { sigmoid: 'Sigmoid', softmax: 'Softmax', tanh: 'Tanh', linear: 'Linear' }[activation]
    await eventually(async () => {
      assert.match(
        await page.locator('.chain').textContent(),
        new RegExp(cost === 'softmaxCrossEntropy' ? 'logits' : label),
      )
      const equations = await equationsIn(page.locator('.chain .working-lines'))
      assert.deepEqual(
        equations.map(({ letters }) => letters),
        lines,
      )
      for (const { value, result } of equations) near(value, result, 1e-9)
    })
  }
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('shown deltas equal a central difference of the cost of the row, measured in the bias before each neuron', async () => {
  const [input, target] = [
    [0.6, -1.2, 0.3],
    [0.2, 0.9],
  ]
  const layers = [
    { units: 4, activation: 'tanh' },
    { units: 3, activation: 'silu' },
    { units: 2, activation: 'sigmoid' },
  ]
  const playground = await openHand('error', 12, {
    table: { inputs: ['a', 'b', 'c'], outputs: ['y', 'z'], rows: [[...input, ...target]] },
    layers,
    cost: 'mse',
  })
  const deltas = Object.values(await shownDeltas(playground))
  const { parameters } = await playground.state()
  const trainer = engine.createTrainer({ inputs: 3, layers, cost: 'mse' })
  trainer.setData([input], [target])
  trainer.setParameters(parameters)
  const slopeOf = (layer, row) => {
    const at = { layer, row, bias: true }
    const cost = (offset) => {
      trainer.setParameter(at, parameters[layer].bias[row] + offset)
      return trainer.cost()
    }
    const h = 1e-4
    const slope = (8 * (cost(h) - cost(-h)) - (cost(2 * h) - cost(-2 * h))) / (12 * h)
    cost(0)
    return slope
  }
  const measured = [2, 1, 0].flatMap((layer) => parameters[layer].bias.map((_, row) => slopeOf(layer, row)))
  trainer.delete()
  assert.equal(deltas.length, measured.length)
  deltas.forEach((delta, i) => assert.ok(Math.abs(delta - measured[i]) < 1e-10, `${delta} is not ${measured[i]}`))
  await playground.close()
})

test('over a batch the sum holds for the means, and the rows finish the chain rule one by one', async () => {
  const playground = await site.open('?data=moons&layers=4.tanh-2.tanh-1.sigmoid&tab=error&digits=12')
  const { page } = playground
  await playground.run({ do: 'set', changes: { 'view.scope': 'batch' } })
  await playground.run({ do: 'set', changes: { 'training.batchSize': 5 } })
  await choose(playground, 0, 2)
  await page.locator('.pane').scrollIntoViewIfNeeded()
  await page.getByText('Row by row: 5 of 5 rows').first().waitFor()
  const chain = await cellsOf(page.locator('.chain table').first())
  const terms = chain.slice(1, 3).map((row) => numberOf(row[4]))
  near(numberOf(chain[3][1]), terms[0] + terms[1], 1e-9)
  const rows = (await cellsOf(page.locator('.chain table').last())).slice(1).map((row) => row.slice(1).map(numberOf))
  assert.equal(rows.length, 5)
  for (const [sum, slope, delta] of rows) near(delta, sum * slope, 1e-9)
  const mean = (k) => rows.reduce((all, row) => all + row[k], 0) / rows.length
  near(mean(0), terms[0] + terms[1], 1e-8)
  near(mean(2), numberOf(await page.locator('.chain h2 .is-delta').textContent()), 1e-8)
  await playground.close()
})

test('blame: the gradient is delta × upstream activation, the error handed back is delta × weight', async () => {
  const playground = await openMazur('blame', 12)
  const { page } = playground
  await choose(playground, 1, 1)
  await page.getByRole('heading', { name: /Whom output out2 blames/ }).waitFor()
  const [gradients, handed] = [
    await cellsOf(page.locator('.blame-columns table').first()),
    await cellsOf(page.locator('.blame-columns table').last()),
  ]
  const hidden = [0.15 * 0.05 + 0.2 * 0.1 + 0.35, 0.25 * 0.05 + 0.3 * 0.1 + 0.35].map((z) => 1 / (1 + Math.exp(-z)))
  const Z = 0.5 * hidden[0] + 0.55 * hidden[1] + 0.6
  const a = 1 / (1 + Math.exp(-Z))
  const delta = (a - 0.99) * a * (1 - a)
  near(numberOf(await page.locator('.blame-head .is-delta').textContent()), delta, 1e-9)
  assert.deepEqual(
    gradients.slice(1).map(([name]) => name),
    ['W2,2', 'W1,2'],
  )
  for (const [name, , activation, gradient] of gradients.slice(1)) {
    const from = Number(name[1]) - 1
    near(numberOf(activation), hidden[from], 1e-9)
    near(numberOf(gradient), delta * hidden[from], 1e-9)
  }
  for (const [name, , weight, error] of handed.slice(1)) {
    assert.equal(numberOf(weight), mazur.weights[1][1][Number(name[1]) - 1])
    near(numberOf(error), delta * numberOf(weight), 1e-9)
  }
  const trainer = engine.createTrainer({
    inputs: 2,
    layers: [
      { units: 2, activation: 'sigmoid' },
      { units: 2, activation: 'sigmoid' },
    ],
    cost: 'quadratic',
  })
  trainer.setParameters(mazur.weights.map((weights, i) => ({ weights, bias: mazur.bias[i] })))
  const { weightGradient } = trainer.trace([mazur.inputs], [mazur.targets]).layers[1]
  trainer.delete()
  near(numberOf(gradients[1][3]), weightGradient[1][1], 1e-9)
  near(numberOf(gradients[2][3]), weightGradient[1][0], 1e-9)
  assert.equal(await page.locator('.overlay path').count(), 2)
  await playground.close()
})

for (const [activation, isActive, rule] of [
  ['sigmoid', (a) => a > 0.5, 'above 0.5.'],
  ['tanh', (a) => Math.abs(a) > 0.5, 'above 0.5 or below −0.5.'],
  ['relu', (a) => a > 0, 'above 0.'],
]) {
  test(`blame tells in how many rows of the next batch each neuron was active, and what that means: ${activation}`, async () => {
    const playground = await site.open(`?data=iris&layers=6.${activation}-3.softmax&tab=blame`)
    const { page } = playground
    await playground.steps(5)
    await choose(playground, 1, 0)
    const expected = await page.evaluate(async () => {
      const { layers } = await document.querySelector('glassbox-playground').session.ask('trace', { isBatch: true })
      return layers[0].activation.map((row) => [...row])
    })
    assert.equal(expected.length, 10)
    await page.getByText(`${rule} Counted over the 10 rows of the next batch.`).waitFor()
    const shown = await page
      .locator('.blame-columns section:first-child tbody tr')
      .evaluateAll((rows) => rows.map((row) => [row.dataset.column, row.querySelector('small').textContent]))
    assert.equal(shown.length, 6)
    for (const [unit, words] of shown) {
      assert.equal(words, `active in ${expected.filter((row) => isActive(row[unit])).length} of 10`)
    }
    await playground.close()
  })
}

test('the sweep leads from the output to the inputs, stage by stage, by hand and by itself', async () => {
  const playground = await openMazur('blame', 6, { reducedMotion: 'reduce' })
  const { page } = playground
  await playground.button('Next layer ›').click()
  await page.getByText(/^1 of 2\. The error starts at the output, which/).waitFor()
  const veils = (count) => eventually(async () => assert.equal(await page.locator('.overlay-veil').count(), count))
  await veils(2)
  await playground.button('Next layer ›').click()
  await page.getByText(/^2 of 2\. Layer 1 blames its weights from the inputs/).waitFor()
  await veils(0)
  assert.ok(await playground.button('Next layer ›').isDisabled())
  await playground.press('From the output back')
  await page.getByText(/^1 of 2\./).waitFor()
  await page.getByText(/^2 of 2\./).waitFor()
  await page
    .locator('.sweep')
    .getByRole('button', { name: /^Back to/ })
    .click()
  await eventually(async () => assert.equal(await page.locator('.sweep p').textContent(), ''))
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('a weight and a bias are opened and set by keyboard, and the focus comes back to them', async () => {
  const playground = await openMazur('error')
  const { page } = playground
  const chip = page.getByRole('button', { name: /^W2,1: weight from layer 1, neuron 2 to output out1/ })
  await chip.focus()
  await page.keyboard.press('Enter')
  const card = page.getByRole('dialog', { name: /^W2,1: weight from layer 1, neuron 2/ })
  await card.waitFor()
  const field = card.getByRole('spinbutton').or(card.getByRole('textbox')).first()
  await field.fill('0.75')
  await field.press('Enter')
  await page.waitForFunction(
    () =>
      document.querySelector('glassbox-playground').getState({ withParameters: true }).parameters[1].weights[0][1] ===
      0.75,
  )
  await page.keyboard.press('Escape')
  await card.waitFor({ state: 'hidden' })
  await page.waitForFunction(
    () =>
      document
        .querySelector('glassbox-playground')
        .shadowRoot.activeElement?.textContent.trim()
        .replace(/\s+/g, ' ') === 'W2,1: weight from layer 1, neuron 2 to output out1: 0.75',
  )
  const bias = page.getByRole('button', { name: /^B2: bias of output out2/ })
  await bias.focus()
  await page.keyboard.press('Enter')
  const biasCard = page.getByRole('dialog', { name: /^B2: bias of output out2/ })
  const biasField = biasCard.getByRole('spinbutton').or(biasCard.getByRole('textbox')).first()
  await biasField.fill('-0.5')
  await biasField.press('Enter')
  await page.waitForFunction(
    () =>
      document.querySelector('glassbox-playground').getState({ withParameters: true }).parameters[1].bias[1] === -0.5,
  )
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('from the card a weight is led to the shock, and a locked one wears its lock', async () => {
  const playground = await openMazur('error')
  const { page } = playground
  await playground.run({ do: 'lock', parameters: [{ layer: 0, row: 0, column: 1 }], isLocked: true })
  const chip = page.getByRole('button', { name: /^W2,1: weight from in2 to layer 1, neuron 1, locked/ })
  await chip.click()
  await page.getByRole('dialog').getByRole('button', { name: 'Shock it' }).click()
  await eventually(async () => {
    const { view } = await playground.state()
    assert.deepEqual([view.tab, view.parameter], ['shock', { layer: 0, row: 0, column: 1 }])
  })
  await playground.close()
})

test('a layer’s title opens the layer, a neuron keeps the tab that shows neurons, an input opens the inputs', async () => {
  const playground = await openMazur('error')
  const { page } = playground
  const isOpen = (tab) => eventually(async () => assert.equal((await playground.state()).view.tab, tab))
  await page.locator('.neuron[data-layer="0"][data-unit="1"]').click()
  await isOpen('error')
  await page.locator('.neuron[data-layer="-1"][data-unit="1"]').click()
  await isOpen('inputs')
  await playground.press('layer 1: open its details')
  await isOpen('layer')
  assert.deepEqual((await playground.state()).view.selected, { layer: 0, unit: 0 })
  await playground.close()
})

test('a neuron that is switched off looks so and says so', async () => {
  const playground = await openMazur('error')
  await playground.run({ do: 'mute', layer: 0, unit: 1, isMuted: true })
  const neuron = playground.page.getByRole('button', { name: /^layer 1, neuron 2, switched off/ })
  await neuron.waitFor()
  assert.ok(await neuron.evaluate((element) => element.classList.contains('muted')))
  assert.equal((await shownDeltas(playground))['layer 1, neuron 2'], 0)
  await playground.close()
})
