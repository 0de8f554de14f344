import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openSite } from './page.mjs'
import { eventually, findings, forward, near, numberIn, openPanel, shownNumber } from './reading.mjs'

const site = await openSite()
after(() => site.close())

const rows = [
  [0.05, 0.1, 0.01, 0.99],
  [0.6, -0.4, 0.8, 0.2],
  [-0.3, 0.7, 0.4, 0.5],
]
const smooth = [
  [0.15, 0.2],
  [0.25, 0.3],
]

/** A 2-2-2 network on rows entered by hand, with the Shock panel open. */
async function openShock({
  activations = ['sigmoid', 'sigmoid'],
  first = smooth,
  bias = [0.35, 0.35],
  table = rows,
  ...options
} = {}) {
  const playground = await site.open('?data=hand&tab=shock', options)
  const { data, network, training, view, ...state } = await playground.state()
  assert.ok(
    await playground.run({
      do: 'load',
      state: {
        ...state,
        data: { ...data, table: { inputs: ['In1', 'In2'], outputs: ['Out1', 'Out2'], rows: table } },
        network: { ...network, layers: activations.map((activation) => ({ units: 2, activation })) },
        training: { ...training, cost: 'quadratic', batchSize: 0 },
        parameters: [
          { weights: first, bias },
          {
            weights: [
              [0.4, 0.45],
              [0.5, 0.55],
            ],
            bias: [0.6, 0.6],
          },
        ],
        view: { ...view, digits: 13, tab: 'shock' },
      },
    }),
  )
  await openPanel(playground, 'Shock', 13)
  return playground
}

const choose = (playground, parameter) => playground.run({ do: 'set', changes: { 'view.parameter': parameter } })
const nudge = ({ page }) => page.getByRole('textbox', { name: 'Shock it by' })

/** All that the panel shows of a shock, once it is about this parameter and this nudge. */
const shown = (playground, value, epsilon) =>
  eventually(async () => {
    const names = ['now', 'nudged', 'costBefore', 'costAfter', 'rise', 'slope', 'gradient', 'difference']
    const numbers = Object.fromEntries(
      await Promise.all(names.map(async (name) => [name, await shownNumber(playground, name)])),
    )
    near(numbers.now, value, 1e-11)
    near(numbers.nudged, value + epsilon, 1e-11)
    return numbers
  })

/** The cost by arithmetic: half the squared distance, mean over the rows. */
function costOf(state, table) {
  const costs = table.map(([x1, x2, ...target]) => {
    const { activation } = forward(state, [x1, x2]).at(-1)
    return activation.reduce((sum, a, k) => sum + (a - target[k]) ** 2 / 2, 0)
  })
  return costs.reduce((sum, cost) => sum + cost, 0) / costs.length
}

/** The state with one parameter moved. */
function moved(state, { layer, row, column }, by) {
  const copy = structuredClone(state)
  const { weights, bias } = copy.parameters[layer]
  if (column === undefined) bias[row] += by
  else weights[row][column] += by
  return copy
}

const parameterValue = ({ parameters }, { layer, row, column }) =>
  column === undefined ? parameters[layer].bias[row] : parameters[layer].weights[row][column]

const several = [
  { layer: 0, row: 0, column: 1 },
  { layer: 0, row: 1, bias: true },
  { layer: 1, row: 1, column: 0 },
  { layer: 1, row: 0, bias: true },
]

for (const activations of [
  ['sigmoid', 'sigmoid'],
  ['tanh', 'linear'],
]) {
  test(`measured and backpropagated slopes agree, and the costs are right, with ${activations}`, async () => {
    const playground = await openShock({ activations })
    const state = await playground.state()
    for (const parameter of several) {
      await choose(playground, parameter)
      const numbers = await shown(playground, parameterValue(state, parameter), 0.1)
      const [before, after] = [costOf(state, rows.slice(0, 1)), costOf(moved(state, parameter, 0.1), rows.slice(0, 1))]
      near(numbers.costBefore, before, 1e-11)
      near(numbers.costAfter, after, 1e-11)
      near(numbers.rise, after - before, 1e-11)
      near(await shownNumber(playground, 'secant'), (after - before) / 0.1, 1e-10)
      const h = 1e-5
      const slope =
        (costOf(moved(state, parameter, h), rows.slice(0, 1)) - costOf(moved(state, parameter, -h), rows.slice(0, 1))) /
        (2 * h)
      near(numbers.gradient / slope, 1, 1e-5)
      assert.ok(Math.abs(numbers.slope - numbers.gradient) < 1e-6 * Math.abs(numbers.gradient), JSON.stringify(numbers))
      assert.ok(numbers.difference < 1e-6)
      assert.match(await playground.page.locator('.shock-verdict').textContent(), /They agree to 1 part in 10/)
    }
    assert.deepEqual(playground.faults, [])
    await playground.close()
  })
}

test('a nudge typed in moves the costs and the neurons after it, in the table and on the network', async () => {
  const playground = await openShock()
  const state = await playground.state()
  const parameter = several[0]
  await choose(playground, parameter)
  await nudge(playground).fill('-0,75')
  await nudge(playground).press('Enter')
  const numbers = await shown(playground, 0.2, -0.75)
  near(numbers.costAfter, costOf(moved(state, parameter, -0.75), rows.slice(0, 1)), 1e-11)
  const [one, other] = [
    forward(state, rows[0].slice(0, 2)),
    forward(moved(state, parameter, -0.75), rows[0].slice(0, 2)),
  ]
  const change = (layer, unit) => other[layer].activation[unit] - one[layer].activation[unit]
  const expected = { 'layer 1, neuron 1': change(0, 0), 'output Out1': change(1, 0), 'output Out2': change(1, 1) }
  await eventually(async () => {
    const cells = await playground.page
      .locator('.shock-moved tbody tr')
      .evaluateAll((all) => all.map((row) => [row.cells[0].textContent.trim(), row.cells[1].textContent]))
    assert.deepEqual(
      cells.map(([name]) => name),
      Object.keys(expected).sort((a, b) => Math.abs(expected[b]) - Math.abs(expected[a])),
    )
    for (const [name, text] of cells) near(numberIn(text), expected[name], 1e-11, name)
    const lit = (await playground.page.locator('.overlay text').allTextContents()).map(numberIn)
    for (const value of Object.values(expected)) {
      assert.ok(
        lit.some((number) => Math.abs(number - value) < 0.05 * Math.abs(value)),
        `${lit} lacks ${value}`,
      )
    }
  })
  await playground.close()
})

test('over the batch the cost is the mean over its rows', async () => {
  const playground = await openShock()
  const state = await playground.state()
  await choose(playground, several[2])
  await playground.page.getByRole('radio', { name: 'mean of batch' }).check({ force: true })
  await eventually(async () => {
    near(await shownNumber(playground, 'costBefore'), costOf(state, rows), 1e-11)
    near(await shownNumber(playground, 'costAfter'), costOf(moved(state, several[2], 0.1), rows), 1e-11)
  })
  assert.match(await playground.page.locator('.shock-panel').textContent(), /Mean cost over the next batch: 3 rows/)
  await playground.close()
})

test('a neuron exactly at the corner of relu is explained, with both slopes', async () => {
  const table = [[1, 1, 0.2, 0.9]]
  const playground = await openShock({
    activations: ['relu', 'linear'],
    first: [
      [0.3, 0.4],
      [0.51, -0.51],
    ],
    bias: [0.1, 0],
    table,
  })
  const state = await playground.state()
  await choose(playground, { layer: 0, row: 1, column: 0 })
  const numbers = await shown(playground, 0.51, 0.1)
  const out = forward(state, [1, 1])[1].activation
  // the second hidden neuron stands at Z = 0: above it, its activation grows as fast as the weight does
  const above = 0.45 * (out[0] - 0.2) + 0.55 * (out[1] - 0.9)
  assert.equal(numbers.gradient, 0)
  const words = await playground.page.locator('.shock-verdict').textContent()
  const [, neuron, below, right] = words.match(
    /^(.*) is exactly at Z = 0, where ReLU has a corner: to the left the slope is (\S+), to the right (\S+)\. There is no single slope/,
  )
  assert.equal(neuron, 'layer 1, neuron 2')
  near(numberIn(below), 0, 1e-6)
  near(numberIn(right), above, 1e-6)
  assert.match(words, /ReLU′\(0\) = 0/)
  await choose(playground, { layer: 0, row: 0, column: 0 })
  await shown(playground, 0.3, 0.1)
  assert.match(await playground.page.locator('.shock-verdict').textContent(), /They agree/)
  await playground.close()
})

test('a slope of nearly nothing is said to agree only as far as measuring can tell', async () => {
  const playground = await openShock({
    activations: ['sigmoid', 'linear'],
    first: [
      [8, 9],
      [1, 1],
    ],
    bias: [3, 0.2],
    table: [[1, 1, 0.3, 0.5]],
  })
  await choose(playground, { layer: 0, row: 0, column: 0 })
  const { slope, gradient, difference } = await shown(playground, 8, 0.1)
  const error = await shownNumber(playground, 'slopeError')
  assert.ok(gradient !== 0 && Math.abs(gradient) < 1e-8, String(gradient))
  assert.ok(Math.abs(slope - gradient) <= 2 * error, `${slope} and ${gradient}, good to ${error}`)
  near(difference, Math.abs(slope - gradient) / Math.max(Math.abs(slope), Math.abs(gradient)), 1e-6)
  assert.match(
    await playground.page.locator('.shock-verdict').textContent(),
    difference > 1e-6 ? /as closely as can be measured/ : /They agree/,
  )
  await playground.close()
})

test('a relu that is switched off has no corner to explain', async () => {
  const playground = await openShock({
    activations: ['relu', 'linear'],
    first: [
      [0.5, -0.5],
      [1, 1],
    ],
    bias: [0, 0],
    table: [[1, 1, 0.3, 0.5]],
  })
  await playground.run({ do: 'mute', layer: 0, unit: 0, isMuted: true })
  await choose(playground, { layer: 0, row: 0, column: 0 })
  await shown(playground, 0.5, 0.1)
  await eventually(async () =>
    assert.match(await playground.page.locator('.shock-verdict').textContent(), /^Both are 0/),
  )
  await playground.close()
})

test('with numbers beyond all bounds the panel says so, measures nothing, and leads back', async () => {
  const playground = await site.open('?data=plane&optimizer=sgd&rate=900&tab=shock')
  const { page } = playground
  await page.locator('.pane').scrollIntoViewIfNeeded()
  await playground.press('Play')
  await page
    .locator('.shock-closed')
    .getByText(/Training has diverged/)
    .waitFor()
  assert.equal(await page.locator('.shock-facts').isVisible(), false)
  assert.doesNotMatch(await page.locator('.tab-panel').innerText(), /NaN/)
  await page.locator('.shock-closed').getByRole('button', { name: 'Back to step 0' }).click()
  await page.locator('.shock-facts').waitFor()
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('all parameters are compared, and the worst is named', async () => {
  const playground = await openShock()
  await playground.press('Check all 12')
  const words = playground.page.locator('.shock-checked')
  await words.getByText('12 of 12 compared').waitFor()
  const [, name, difference] = (await words.textContent()).match(
    /The worst is ([WB][\d,]+: .*): \S+ by backpropagation, .* relative difference (\S+)\. /,
  )
  assert.match(name, / of | from /)
  assert.ok(numberIn(difference) < 1e-6, difference)
  await playground.run({ do: 'play' })
  await eventually(async () =>
    assert.equal(await words.getByText('12 of 12 compared').count(), 0, 'it was of other weights'),
  )
  await playground.close()
})

test('by keyboard alone: the menus choose, the slider nudges; a nudge of nothing moves nothing', async () => {
  const playground = await openShock()
  const { page } = playground
  const menu = (name) => page.getByRole('group', { name: 'Shock' }).getByRole('combobox', { name })
  for (const [name, key, chosen] of [
    ['layer', 'Home', /layer 1/],
    ['into', 'End', /layer 1, neuron 2$/],
    ['from', 'Home', /^B2: bias of layer 1, neuron 2$/],
  ]) {
    await menu(name).focus()
    await page.keyboard.press(key)
    await page.locator('.parameter-menu output').filter({ hasText: chosen }).waitFor()
  }
  await eventually(async () =>
    assert.deepEqual((await playground.state()).view.parameter, { layer: 0, row: 1, bias: true }),
  )
  await page.getByRole('slider', { name: 'Shock it by' }).focus()
  for (let k = 0; k < 5; k++) await page.keyboard.press('ArrowRight')
  await shown(playground, 0.35, 0.15)
  for (let k = 0; k < 15; k++) await page.keyboard.press('ArrowLeft')
  const { rise } = await shown(playground, 0.35, 0)
  assert.equal(rise, 0)
  await page.getByText('nothing changes').waitFor()
  await playground.close()
})

test('the network goes on as it was, and the overlay goes with the panel', async () => {
  const playground = await openShock()
  const before = (await playground.state()).parameters
  await playground.page.locator('.overlay text').first().waitFor()
  await playground.page.getByRole('tab', { name: 'Slope', exact: true }).click()
  await playground.page.waitForFunction(
    () => !document.querySelector('glassbox-playground').shadowRoot.querySelector('.overlay text'),
  )
  assert.deepEqual((await playground.state()).parameters, before)
  await playground.close()
})

test('axe finds nothing in the Shock panel, light and dark, wide and narrow', async () => {
  for (const [colorScheme, width] of [
    ['light', 1280],
    ['dark', 360],
  ]) {
    const playground = await openShock({ colorScheme, viewport: { width, height: 800 } })
    await playground.page.locator('.shock-moved').waitFor()
    assert.deepEqual(await findings(playground), [])
    await playground.close()
  }
})
