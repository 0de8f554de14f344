import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openSite } from './page.mjs'
import { eventually, findings, near, numberIn, openPanel, shownNumber } from './reading.mjs'

const site = await openSite()
after(() => site.close())

const rows = [[0.5, 0], [1, 0], [2.5, 1], [2, 0], [3, 1]]
const first = { weight: 0.4, bias: -0.6 }

/** One logistic neuron on rows entered by hand, by plain gradient descent, with the Slope panel open. */
async function openSlope(options = {}) {
  const playground = await site.open('?data=hand&tab=slope', options)
  const { data, network, training, view, ...state } = await playground.state()
  assert.ok(await playground.run({ do: 'load', state: {
    ...state,
    data: { ...data, table: { inputs: ['x'], outputs: ['y'], rows } },
    network: { ...network, layers: [{ units: 1, activation: 'sigmoid' }] },
    training: { ...training, cost: 'binaryCrossEntropy', optimizer: 'sgd', momentum: 0, learningRate: 0.5, batchSize: 0 },
    parameters: [{ weights: [[first.weight]], bias: [first.bias] }],
    view: { ...view, digits: 13, tab: 'slope' },
  } }))
  await openPanel(playground, 'Slope', 13)
  return playground
}

/** Mean binary cross-entropy by arithmetic. */
const costAt = (weight, bias) => rows.reduce((sum, [x, y]) => {
  const p = 1 / (1 + Math.exp(-(weight * x + bias)))
  return sum - (y ? Math.log(p) : Math.log(1 - p)) / rows.length
}, 0)

const plotOf = ({ page }) => page.getByRole('application', { name: /^Cost over .* contour lines/ })

/** Where the cursor stands, and the cost there, as it is read out. */
async function cursor({ page }) {
  const words = await page.locator('.slope-cursor').textContent()
  const [, a, b, cost] = words.match(/W1,1 = (\S+), B1 = (\S+): cost (\S+)\. Enter/) ?? assert.fail(words)
  return { a: numberIn(a), b: numberIn(b), cost: numberIn(cost) }
}

/** Walks the cursor by keys, the first of which leads to a corner, as soon as the surface is there. */
const walk = (playground, keys) => eventually(async () => {
  await plotOf(playground).focus()
  for (const key of keys) await playground.page.keyboard.press(key)
  return cursor(playground)
})

const weightsOf = async playground => {
  const [{ weights, bias }] = (await playground.state()).parameters
  return { a: weights[0][0], b: bias[0] }
}

/** The five rows of the table of the next step. */
const nextStep = playground => Object.fromEntries(['before', 'slope', 'asked', 'step', 'after'].flatMap(name =>
  ['a', 'b'].map(side => [`${name}-${side}`, () => shownNumber(playground, `${name}-${side}`)])))

async function shownStep(playground, at) {
  return eventually(async () => {
    const shown = {}
    for (const [name, read] of Object.entries(nextStep(playground))) shown[name] = await read()
    near(shown['before-a'], at.a, 1e-11)
    near(shown['before-b'], at.b, 1e-11)
    return shown
  })
}

test('the surface holds the cost where the two parameters take other values, at every corner and at the table’s places', async () => {
  const playground = await openSlope()
  for (const keys of [['Home'], ['End'], ['Home', 'Shift+ArrowRight'], ['End', 'ArrowDown', 'ArrowLeft']]) {
    const { a, b, cost } = await walk(playground, keys)
    near(cost, costAt(a, b), 1e-11, keys.join())
  }
  const cells = await playground.page.locator('.surface-table').evaluate(table => [...table.rows].map(row => [...row.cells].map(cell => cell.textContent.trim())))
  const [[, ...as], ...rest] = cells
  for (const [b, ...costs] of rest) {
    costs.forEach((cost, i) => near(numberIn(cost), costAt(numberIn(as[i]), numberIn(b)), 1e-11))
  }
  assert.equal(rest.length * as.length, 25)
  await playground.close()
})

test('the path begins at the first weights, and each step takes its two parts', async () => {
  const playground = await openSlope()
  let at = { a: first.weight, b: first.bias }
  for (let step = 1; step <= 3; step++) {
    const shown = await shownStep(playground, at)
    const h = 1e-5
    near(shown['slope-a'], (costAt(at.a + h, at.b) - costAt(at.a - h, at.b)) / (2 * h), 1e-8)
    near(shown['slope-b'], (costAt(at.a, at.b + h) - costAt(at.a, at.b - h)) / (2 * h), 1e-8)
    for (const side of ['a', 'b']) {
      near(shown[`step-${side}`], -0.5 * shown[`slope-${side}`], 1e-11)
      near(shown[`step-${side}`], shown[`asked-${side}`], 1e-11)
      near(shown[`after-${side}`], shown[`before-${side}`] + shown[`step-${side}`], 1e-11)
    }
    await playground.press('Take this step')
    await playground.until('stepCount', value => value === step)
    at = await weightsOf(playground)
    near(at.a, shown['after-a'], 1e-11)
    near(at.b, shown['after-b'], 1e-11)
  }
  await shownStep(playground, at)
  await eventually(async () => {
    const words = await playground.page.locator('[data-words=path]').textContent()
    const [, a, b, count] = words.match(/The path began at W1,1 = (\S+), B1 = (\S+) and has come (\d+) steps/)
    assert.deepEqual([numberIn(a), numberIn(b), count], [first.weight, first.bias, '3'])
  })
  const here = await playground.page.locator('[data-words=here]').textContent()
  const [, cost] = here.match(/Here the cost is (\S+),/)
  near(numberIn(cost), costAt(at.a, at.b), 1e-11)
  await playground.close()
})

test('a click puts both parameters there, and one undo takes both back', async () => {
  const playground = await openSlope()
  const before = await weightsOf(playground)
  const box = await plotOf(playground).boundingBox()
  const { a, b, cost } = await eventually(async () => {
    await playground.page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.5)
    await playground.page.mouse.move(box.x + box.width * 0.7, box.y + box.height * 0.3)
    return cursor(playground)
  })
  await playground.page.mouse.click(box.x + box.width * 0.7, box.y + box.height * 0.3)
  await eventually(async () => {
    const now = await weightsOf(playground)
    near(now.a, a, 1e-11)
    near(now.b, b, 1e-11)
    const [, here] = (await playground.page.locator('[data-words=here]').textContent()).match(/Here the cost is (\S+),/)
    near(numberIn(here), cost, 1e-11)
  })
  assert.ok(Math.abs(a - before.a) > 0.1 && Math.abs(b - before.b) > 0.1)
  await playground.run({ do: 'undo' })
  await eventually(async () => assert.deepEqual(await weightsOf(playground), before))
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('by keyboard alone: the cursor walks, Enter sets, the view comes closer and goes wider, the relief turns', async () => {
  const playground = await openSlope()
  const { page } = playground
  const { a, b } = await walk(playground, ['Home', 'Shift+ArrowUp', 'ArrowRight'])
  await page.keyboard.press('Enter')
  await eventually(async () => {
    const now = await weightsOf(playground)
    near(now.a, a, 1e-11)
    near(now.b, b, 1e-11)
  })
  const span = async () => (await walk(playground, ['End'])).a - (await walk(playground, ['Home'])).a
  const wide = await span()
  await page.getByRole('button', { name: 'Closer' }).press('Enter')
  await eventually(async () => assert.ok(await span() < wide))
  await page.getByRole('button', { name: 'Fit path and point' }).press('Enter')
  await page.getByRole('button', { name: '3-D' }).press('Enter')
  const relief = page.getByRole('application', { name: /as a relief/ })
  await relief.focus()
  const picture = () => relief.evaluate(canvas => canvas.toDataURL())
  const one = await picture()
  await page.keyboard.press('ArrowLeft')
  await eventually(async () => assert.notEqual(await picture(), one))
  await playground.close()
})

test('any two parameters can be set against one another, each only once', async () => {
  const playground = await site.open('?data=moons&layers=3.tanh-1.sigmoid&tab=slope')
  const { page } = playground
  await openPanel(playground, 'Slope', 6)
  const menu = (group, name) => page.getByRole('group', { name: group }).getByRole('combobox', { name })
  await menu('Across', 'layer').selectOption('layer 1')
  await menu('Across', 'into').selectOption({ index: 2 })
  await menu('Across', 'from').selectOption('x2')
  await page.locator('.parameter-menu output').getByText('W2,3: weight from x2 to layer 1, unit 3').waitFor()
  const { view: { parameter, against } } = await playground.state()
  assert.deepEqual(parameter, { layer: 0, row: 2, column: 1 })
  assert.notDeepEqual(against, parameter)
  await menu('Up', 'layer').selectOption('layer 1')
  await menu('Up', 'into').selectOption({ index: 2 })
  const sameOne = menu('Up', 'from').locator('option', { hasText: 'x2' })
  await eventually(async () => assert.equal(await sameOne.isDisabled(), true))
  await page.waitForFunction(() => document.querySelector('glassbox-playground').shadowRoot.querySelector('.surface-table td'))
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('while a deep network trains the panel goes along, and the walk can be stopped', async () => {
  const playground = await site.open('?data=spiral&tab=slope')
  await openPanel(playground, 'Slope', 4)
  await playground.press('Walk on')
  await playground.until('stepCount', value => value > 300)
  await playground.press('Stop walking')
  await eventually(async () => {
    const step = await playground.number('stepCount')
    const words = await playground.page.locator('.slope-words').textContent()
    assert.match(words, /Of the 1,681 points measured the lowest is/)
    assert.match(words.replaceAll(',', ''), new RegExp(`has come ${step} steps`))
    assert.doesNotMatch(words, /as it was at step/)
  })
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('axe finds nothing in the Slope panel, flat and in relief, light and dark, wide and narrow', async () => {
  for (const [colorScheme, width] of [['light', 1280], ['dark', 360]]) {
    const playground = await openSlope({ colorScheme, viewport: { width, height: 800 }, bypassCSP: true })
    await playground.page.getByText('Show as table').last().click()
    assert.deepEqual(await findings(playground), [])
    await playground.press('3-D')
    assert.deepEqual(await findings(playground), [])
    await playground.close()
  }
})
