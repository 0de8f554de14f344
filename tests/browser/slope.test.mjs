import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openSite } from './page.mjs'
import { eventually, findings, near, numberIn, openPanel, shownNumber } from './reading.mjs'

const site = await openSite()
after(() => site.close())

const rows = [
  [0.5, 0],
  [1, 0],
  [2.5, 1],
  [2, 0],
  [3, 1],
]
const first = { weight: 0.4, bias: -0.6 }

const logistic = {
  rows,
  activation: 'sigmoid',
  cost: 'binaryCrossEntropy',
  weight: first.weight,
  bias: first.bias,
  training: {},
  digits: 13,
}
/** A straight line by least squares. */
const linear = { ...logistic, activation: 'linear', cost: 'mse', weight: 0, bias: 0, digits: 6 }

/** One neuron on rows entered by hand, by plain gradient descent, with the Slope panel open. */
async function openSlope(options = {}, model = logistic, prepare = undefined) {
  const playground = await site.open('?data=hand&tab=slope', options, prepare)
  const { data, network, training, view, ...state } = await playground.state()
  assert.ok(
    await playground.run({
      do: 'load',
      state: {
        ...state,
        data: { ...data, table: { inputs: ['x'], outputs: ['y'], rows: model.rows } },
        network: { ...network, layers: [{ units: 1, activation: model.activation }] },
        training: {
          ...training,
          cost: model.cost,
          optimizer: 'sgd',
          momentum: 0,
          learningRate: 0.5,
          batchSize: 0,
          ...model.training,
        },
        parameters: [{ weights: [[model.weight]], bias: [model.bias] }],
        view: { ...view, digits: model.digits, tab: 'slope' },
      },
    }),
  )
  await openPanel(playground, 'Slope', model.digits)
  return playground
}

/** Keeps what is written on the page's canvases, and what is no number among all that is drawn. */
const spyOnCanvas = (page) =>
  page.addInitScript(() => {
    window.written = []
    window.notNumbers = []
    const { prototype } = CanvasRenderingContext2D
    const { fillText } = prototype
    prototype.fillText = function (words, x, y) {
      const { width, height } = this.canvas.getBoundingClientRect()
      window.written.push({
        words,
        x,
        y,
        wide: this.measureText(words).width,
        width,
        height,
        kind: this.canvas.parentElement?.className,
      })
      return fillText.call(this, words, x, y)
    }
    for (const name of ['moveTo', 'lineTo', 'arc']) {
      const draw = prototype[name]
      prototype[name] = function (...numbers) {
        if (this.canvas.closest('.slope-open') && !numbers.every(Number.isFinite))
          window.notNumbers.push([name, ...numbers])
        return draw.apply(this, numbers)
      }
    }
  })

/** Where on the plot something was written last. */
const lastWritten = ({ page }, words) =>
  page.evaluate((words) => window.written.findLast((each) => each.words === words), words)

/** Holds back what is sent to the worker and fits, or changes it, by a function of the page. */
const tamper = (change) => (page) =>
  page.addInitScript((change) => {
    window.tamper = new Function('request', `return (${change})(request)`)
    window.held = []
    const { postMessage } = Worker.prototype
    Worker.prototype.postMessage = function (message, ...rest) {
      const send = () => postMessage.call(this, message, ...rest)
      if (message?.id && window.tamper(message) === 'hold') window.held.push(send)
      else send()
    }
    window.release = () => {
      window.tamper = () => ''
      for (const send of window.held.splice(0)) send()
    }
  }, String(change))

const said = ({ page }, name = 'note') =>
  page
    .locator(`[data-words=${name}]`)
    .allTextContents()
    .then((all) => all.join(' '))
const saysOf = async (playground, pattern, name) =>
  eventually(async () => assert.match(await said(playground, name), pattern))
const costOf = ({ page }, label) => page.getByRole('combobox', { name: 'Cost of' }).selectOption({ label })
const isMeasured = (playground) => saysOf(playground, /Of the 1,681 points measured/, 'lowest')

/** Mean binary cross-entropy by arithmetic. */
const costAt = (weight, bias) =>
  rows.reduce((sum, [x, y]) => {
    const p = 1 / (1 + Math.exp(-(weight * x + bias)))
    return sum - (y ? Math.log(p) : Math.log(1 - p)) / rows.length
  }, 0)

const plotOf = ({ page }) => page.getByRole('application', { name: /^Cost over .* contour lines/ })

/** Where the cursor stands, and the cost there, as it is read out. */
async function cursor({ page }) {
  const words = await page.locator('.slope-cursor').textContent()
  const [, a, b, cost] = words.match(/B1 = (\S+), B0 = (\S+): cost (\S+)\. Press Enter/) ?? assert.fail(words)
  return { a: numberIn(a), b: numberIn(b), cost: numberIn(cost) }
}

/** Walks the cursor by keys, the first of which leads to a corner, as soon as the surface is there. */
const walk = (playground, keys) =>
  eventually(async () => {
    await plotOf(playground).focus()
    for (const key of keys) await playground.page.keyboard.press(key)
    return cursor(playground)
  })

const weightsOf = async (playground) => {
  const [{ weights, bias }] = (await playground.state()).parameters
  return { a: weights[0][0], b: bias[0] }
}

/** The rows of the table of the next step. */
const nextStep = (playground) =>
  Object.fromEntries(
    ['before', 'slope', 'asked', 'after'].flatMap((name) =>
      ['a', 'b'].map((side) => [`${name}-${side}`, () => shownNumber(playground, `${name}-${side}`)]),
    ),
  )

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
  const cells = await playground.page
    .locator('.surface-table')
    .evaluate((table) => [...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent.trim())))
  const [[, ...as], ...rest] = cells
  for (const [b, ...costs] of rest) {
    costs.forEach((cost, i) => near(numberIn(cost), costAt(numberIn(as[i]), numberIn(b)), 1e-11))
  }
  assert.equal(rest.length * as.length, 25)
  await playground.close()
})

test('the path begins at the first weights, and each step takes its two parts', async () => {
  const playground = await openSlope()
  const { page } = playground
  assert.deepEqual(
    (await page.locator('.next-parts tbody th').allTextContents()).filter((label) => /^\d/.test(label)),
    ['1. Take the slope: g', '2. Times the rate: 0.5 × g', '3. Subtract: the new value'],
  )
  let at = { a: first.weight, b: first.bias }
  for (let step = 1; step <= 3; step++) {
    const shown = await shownStep(playground, at)
    const h = 1e-5
    near(shown['slope-a'], (costAt(at.a + h, at.b) - costAt(at.a - h, at.b)) / (2 * h), 1e-8)
    near(shown['slope-b'], (costAt(at.a, at.b + h) - costAt(at.a, at.b - h)) / (2 * h), 1e-8)
    for (const side of ['a', 'b']) {
      near(shown[`asked-${side}`], 0.5 * shown[`slope-${side}`], 1e-11)
      near(shown[`after-${side}`], shown[`before-${side}`] - shown[`asked-${side}`], 1e-11)
    }
    await playground.press('Take this step')
    await playground.until('stepCount', (value) => value === step)
    at = await weightsOf(playground)
    near(at.a, shown['after-a'], 1e-11)
    near(at.b, shown['after-b'], 1e-11)
  }
  await shownStep(playground, at)
  await eventually(async () => {
    const words = await playground.page.locator('[data-words=path]').textContent()
    const [, a, b, count] = words.match(/The path began at B1 = (\S+), B0 = (\S+); (\d+) steps have been taken/)
    assert.deepEqual([numberIn(a), numberIn(b), count], [first.weight, first.bias, '3'])
  })
  const here = await playground.page.locator('[data-words=here]').textContent()
  const [, cost] = here.match(/Here the cost is (\S+)\. Downhill/)
  near(numberIn(cost), costAt(at.a, at.b), 1e-11)
  await playground.close()
})

test('the whole gradient is one column, in order or the largest first, and its length is that of the numbers', async () => {
  const playground = await site.open('?data=iris&layers=5.tanh-3.softmax&tab=slope')
  const { page } = playground
  await openPanel(playground, 'Slope', 12)
  const rows = () =>
    page
      .locator('.gradient-vector tbody tr')
      .evaluateAll((all) =>
        all.map((row) => [Number(row.dataset.index), row.cells[0].textContent.trim(), row.cells[1].textContent]),
      )
  const next = await eventually(async () => {
    assert.ok((await rows()).length > 0)
    return page.evaluate(async () => {
      const { gradient } = await document.querySelector('glassbox-playground').session.ask('nextParameters', {})
      return [...gradient]
    })
  })
  assert.equal(next.length, 43)
  const shown = []
  for (;;) {
    shown.push(...(await rows()))
    const later = playground.button('Later parameters')
    if (await later.isDisabled()) break
    await later.click()
  }
  assert.deepEqual(
    shown.map(([index]) => index),
    next.map((_, index) => index),
  )
  for (const [index, , value] of shown) near(numberIn(value), next[index], 1e-10, String(index))
  assert.match(shown[0][1], /W1,1 layer 1$/)
  assert.match(shown[42][1], /B3 output$/)
  near(await shownNumber(playground, 'gradient-length'), Math.hypot(...next), 1e-10)
  await page.getByRole('combobox', { name: 'Order' }).selectOption('largest first')
  await eventually(async () => {
    const sizes = (await rows()).map(([, , value]) => Math.abs(numberIn(value)))
    assert.deepEqual(
      sizes,
      [...sizes].sort((a, b) => b - a),
    )
    near(sizes[0], Math.max(...next.map(Math.abs)), 1e-10)
  })
  await page.locator('.gradient-vector tbody tr').first().hover()
  await page.locator('.gradient-vector tr.pointed').waitFor()
  await playground.close()
})

test('after a way back the path that was taken stays, with its rate, until it is cleared', async () => {
  const playground = await openSlope()
  const { page } = playground
  const legend = page.locator('.slope-legend')
  await isMeasured(playground)
  await playground.steps(4)
  await saysOf(playground, /; 4 steps have been taken/, 'path')
  assert.equal(await legend.count(), 0)
  await playground.run({ do: 'set', changes: { 'training.learningRate': 0.125 } })
  await playground.run({ do: 'reset' })
  await legend.getByText('4 steps, Gradient descent at 0.5').waitFor()
  await playground.steps(2)
  await legend.getByText('2 steps, Gradient descent at 0.125').waitFor()
  await legend.getByText('4 steps, Gradient descent at 0.5').waitFor()
  const drawn = () => page.locator('.slope-plot .plot-marks').evaluate((canvas) => canvas.toDataURL())
  const both = await drawn()
  await playground.press('Clear')
  await legend.waitFor({ state: 'detached' })
  await eventually(async () => assert.notEqual(await drawn(), both))
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
    const [, here] = (await playground.page.locator('[data-words=here]').textContent()).match(
      /Here the cost is (\S+)\. Downhill/,
    )
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
  const span = () =>
    eventually(async () => {
      const { a: low } = await walk(playground, ['Home'])
      const { a: high } = await walk(playground, ['End'])
      assert.equal((await walk(playground, ['Home'])).a, low, 'the view has come to rest')
      return high - low
    })
  const wide = await span()
  await page.getByRole('button', { name: 'Zoom in' }).press('Enter')
  await eventually(async () => assert.ok((await span()) < wide))
  await page.getByRole('button', { name: 'Fit path and point' }).press('Enter')
  await page.getByRole('button', { name: '3D' }).press('Enter')
  const relief = page.getByRole('application', { name: /in 3D/ })
  await relief.focus()
  const picture = () => relief.locator('.plot-marks').evaluate((canvas) => canvas.toDataURL())
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
  const tells = (words) => page.locator('.parameter-menu output').first().getByText(words).waitFor()
  await menu('Across', 'layer').selectOption('layer 1')
  await tells(/to layer 1/)
  await menu('Across', 'into').selectOption({ index: 2 })
  await tells(/to layer 1, neuron 3/)
  await menu('Across', 'from').selectOption('x2')
  await tells('W2,3: weight from x2 to layer 1, neuron 3')
  const {
    view: { parameter, against },
  } = await playground.state()
  assert.deepEqual(parameter, { layer: 0, row: 2, column: 1 })
  assert.notDeepEqual(against, parameter)
  await menu('Up', 'layer').selectOption('layer 1')
  await menu('Up', 'into').selectOption({ index: 2 })
  const sameOne = menu('Up', 'from').locator('option', { hasText: 'x2' })
  await eventually(async () => assert.equal(await sameOne.isDisabled(), true))
  await page.waitForFunction(() =>
    document.querySelector('glassbox-playground').shadowRoot.querySelector('.surface-table td'),
  )
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('while a deep network trains the panel goes along, and it can be stopped', async () => {
  const playground = await site.open('?data=spiral&tab=slope')
  await openPanel(playground, 'Slope', 4)
  await playground.run({ do: 'play' })
  await playground.until('stepCount', (value) => value > 300)
  await playground.press('Stop')
  await eventually(async () => {
    const step = await playground.number('stepCount')
    const words = await playground.page.locator('.slope-words').textContent()
    assert.match(words, /Of the 1,681 points measured, the lowest cost is/)
    assert.match(words.replaceAll(',', ''), new RegExp(`; ${step} steps have been taken`))
    assert.doesNotMatch(words, /the landscape at step/)
  })
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

const w11 = { layer: 0, row: 0, column: 0 }

test('the slope is that of the landscape, also where a parameter is locked, and says that it stays', async () => {
  const model = {
    ...linear,
    rows: [
      [1, 1],
      [2, 0],
    ],
    weight: 1,
    training: { learningRate: 0.1 },
  }
  const playground = await openSlope({}, model, spyOnCanvas)
  await playground.run({ do: 'lock', parameters: [w11], isLocked: true })
  await saysOf(playground, /B1 is locked: it keeps its value/)
  await eventually(async () => {
    const shown = {}
    for (const name of ['slope-a', 'slope-b', 'gradient-a', 'gradient-b', 'before-a', 'after-a', 'before-b', 'after-b'])
      shown[name] = await shownNumber(playground, name)
    near(shown['slope-a'], 4)
    near(shown['slope-b'], 2)
    assert.equal(shown['gradient-a'], 0)
    near(shown['gradient-b'], 2)
    assert.equal(shown['after-a'], shown['before-a'])
    near(shown['after-b'], shown['before-b'] - 0.2)
  })
  await saysOf(playground, /Downhill is towards smaller B1 and smaller B0\./, 'here')
  assert.doesNotMatch(await said(playground), /uphill/)
  await playground.close()
})

test('of one row: arrow and sentence are of that row, and a step of all rows that leads uphill on it is told so', async () => {
  const playground = await openSlope(
    {},
    {
      ...linear,
      rows: [
        [1, 5],
        [1, -1],
        [2, -6],
      ],
      training: { learningRate: 0.1 },
    },
    spyOnCanvas,
  )
  await saysOf(playground, /towards smaller B1 and smaller B0/, 'here')
  await costOf(playground, 'the row shown in the network')
  await saysOf(playground, /Here the cost is 25\.0000\. Downhill is towards larger B1 and larger B0/, 'here')
  assert.deepEqual(
    (await playground.page.locator('.next-parts tbody [scope=rowgroup]').allTextContents()).slice(1, 3),
    ['Slope of the landscape, over the row shown in the network', '1. Take the slope over the next batch: g'],
    'which slope the step takes is said',
  )
  near(await shownNumber(playground, 'slope-a'), -10)
  near(await shownNumber(playground, 'gradient-a'), 16 / 3, 1e-4)
  const { x, y, width, height } = await lastWritten(playground, 'downhill')
  assert.ok(x > width / 2 && y < height / 2, 'the arrow leads to larger values of both')
  await saysOf(playground, /This step points uphill on this landscape: it uses other rows than the landscape\./)
  await saysOf(playground, /over the 3 rows of the next batch, not over the row shown in the network/)
  await playground.close()
})

test('where the slope is of other rows, is told just where it is; and each batch has its own landscape', async () => {
  const playground = await openSlope({}, { ...linear, rows, training: { batchSize: 2 } })
  await saysOf(playground, /over the 2 rows of the next batch, not over the whole training set/)
  await saysOf(playground, /the landscape stays the same, and only the point moves/, 'others')
  await costOf(playground, 'the batch of the next step')
  await eventually(async () => assert.doesNotMatch(await said(playground), /next batch/))
  await saysOf(playground, /each batch has its own landscape/, 'others')
  const own = playground.page.locator('.next-parts', { hasText: '1. Take the slope: g' })
  await own.waitFor()
  assert.equal(await own.locator('[data-value=gradient-a]').count(), 0, 'the landscape’s slope is the one that is used')
  await playground.run({ do: 'set', changes: { 'training.batchSize': 0 } })
  await saysOf(playground, /the landscape stays the same, and only the point moves/, 'others')
  await playground.close()
})

test('what the optimizer makes of g is told by the catalogue: memory, scaling, penalty, decay', async () => {
  const playground = await openSlope({}, { ...linear, rows })
  const set = (path, value) => playground.run({ do: 'set', changes: { [`training.${path}`]: value } })
  await isMeasured(playground)
  assert.equal(await said(playground), '')
  await set('l2', 0.1)
  await saysOf(playground, /g includes the penalty/)
  await set('l2', 0)
  await eventually(async () => assert.equal(await said(playground), ''))
  for (const [optimizer, pattern] of [
    ['adam', /Adam remembers the slopes of earlier steps and scales/],
    ['momentum', /Momentum remembers the slopes/],
    ['rmsprop', /RMSprop scales the slope/],
  ]) {
    await set('optimizer', optimizer)
    await saysOf(playground, pattern)
  }
  await set('optimizer', 'adamw')
  await set('weightDecay', 0.1)
  await saysOf(playground, /AdamW remembers .* and scales .* AdamW also shrinks/)
  assert.doesNotMatch(await said(playground), /penalty/)
  await set('optimizer', 'adam')
  await set('weightDecay', 0.1)
  await saysOf(playground, /g includes the penalty/)
  await playground.close()
})

test('a step that memory carries uphill is told so', async () => {
  const model = {
    ...linear,
    rows: [
      [1, 0],
      [-1, 0],
    ],
    weight: 1,
    training: { optimizer: 'momentum', momentum: 0.9, learningRate: 0.4 },
  }
  const playground = await openSlope({}, model)
  await playground.steps(2)
  await saysOf(playground, /This step points uphill on this landscape: it also follows the slopes of earlier steps\./)
  assert.ok((await shownNumber(playground, 'slope-a')) * (await shownNumber(playground, 'step-a')) > 0)
  await playground.close()
})

test('after the numbers grew beyond all bounds there is one sentence and a way back', async () => {
  const playground = await site.open('?data=plane&optimizer=sgd&rate=900&tab=slope', {}, spyOnCanvas)
  const { page } = playground
  await openPanel(playground, 'Slope', 4)
  for (let k = 0; k < 12; k++) await playground.steps(1)
  await playground.run({ do: 'play' })
  const sentence = page.locator('.slope-closed')
  await sentence.getByText('Training has diverged').waitFor()
  assert.equal(await page.locator('.slope-open').count(), 0)
  assert.deepEqual(await page.evaluate(() => window.notNumbers), [])
  assert.equal(await page.locator('.slope-panel .refusal').count(), 0)
  await playground.press('Back to step 0')
  await sentence.waitFor({ state: 'hidden' })
  await isMeasured(playground)
  const drawn = await page
    .locator('.slope-plot .plot-axes *')
    .evaluateAll((all) =>
      all.flatMap((each) => [each.textContent, ...Array.from(each.attributes, ({ value }) => value)]),
    )
  assert.ok(drawn.length > 10)
  assert.doesNotMatch(drawn.join(' '), /NaN|Infinity/)
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('numbers too large for the axes are not drawn, and the focus goes to the way back', async () => {
  const playground = await openSlope(
    {},
    {
      ...linear,
      rows: [
        [1, 1],
        [2, 3],
      ],
      training: { learningRate: 900 },
    },
  )
  await isMeasured(playground)
  await playground.button('Take this step').focus()
  for (let k = 0; k < 3; k++) await playground.steps(1)
  await playground.page.getByText(/B1 or B0 is beyond ±30,000/).waitFor()
  await eventually(async () =>
    assert.equal(await playground.button('Back to step 0').evaluate((button) => button.matches(':focus')), true),
  )
  await playground.page.keyboard.press('Enter')
  await isMeasured(playground)
  await playground.close()
})

test('walking on takes a few steps a second, until it is stopped or something else is done', async () => {
  const playground = await openSlope({}, { ...linear, rows, training: { learningRate: 0.01 } })
  await isMeasured(playground)
  const count = () => playground.number('stepCount')
  await playground.press('Keep descending')
  await playground.until('stepCount', (value) => value >= 1)
  const [begin, from] = [Date.now(), await count()]
  await playground.until('stepCount', (value) => value >= from + 3)
  assert.ok(Date.now() - begin > 900, 'each step is seen')
  await playground.press('Stop')
  const isStill = async () => {
    await playground.button('Keep descending').waitFor()
    const at = await count()
    await playground.page.waitForTimeout(800)
    assert.equal(await count(), at)
  }
  await isStill()
  for (const command of [
    { do: 'setParameter', parameter: w11, value: 0.5 },
    { do: 'set', changes: { 'training.learningRate': 0.02 } },
    { do: 'reset' },
    { do: 'pause' },
  ]) {
    const at = await count()
    await playground.press('Keep descending')
    await playground.until('stepCount', (value) => value >= at + 1)
    await playground.page.waitForTimeout(150)
    await playground.run(command)
    await isStill()
  }
  await playground.press('Keep descending')
  await playground.page.getByRole('tab', { name: 'Shock', exact: true }).click()
  const at = await count()
  await playground.page.waitForTimeout(800)
  assert.ok((await count()) <= at + 1)
  await playground.close()
})

test('the cursor keeps its place when the landscape becomes finer, and Enter sets just that place', async () => {
  const hold = (request) => (request.question === 'costSurface' && request.details.resolution > 11 ? 'hold' : '')
  const playground = await openSlope({}, logistic, tamper(hold))
  await saysOf(playground, /Of the 121 points measured/, 'lowest')
  const before = await walk(playground, ['Home', 'ArrowRight', 'ArrowUp', 'ArrowUp'])
  await playground.page.evaluate(() => window.release())
  await isMeasured(playground)
  const fine = await cursor(playground)
  for (const side of ['a', 'b', 'cost']) near(fine[side], before[side], 1e-11, side)
  await playground.page.keyboard.press('Enter')
  await eventually(async () => {
    const now = await weightsOf(playground)
    near(now.a, before.a, 1e-11)
    near(now.b, before.b, 1e-11)
  })
  await playground.close()
})

test('a click sets the place that was read there, though the landscape has become finer and a move tells parts of a pixel', async () => {
  const hold = (request) => (request.question === 'costSurface' && request.details.resolution > 11 ? 'hold' : '')
  const playground = await openSlope({}, logistic, tamper(hold))
  const { page } = playground
  await saysOf(playground, /Of the 121 points measured/, 'lowest')
  const box = await plotOf(playground).boundingBox()
  const at = [Math.floor(box.x + box.width * 0.7) + 0.9, Math.floor(box.y + box.height * 0.33) + 0.9]
  await page.mouse.move(...at)
  const read = await eventually(() => cursor(playground))
  await page.evaluate(() => window.release())
  await isMeasured(playground)
  await page.mouse.click(...at)
  await eventually(async () => {
    const now = await weightsOf(playground)
    near(now.a, read.a, 1e-11)
    near(now.b, read.b, 1e-11)
  })
  await playground.close()
})

test('when the first of the two is refused the second stays', async () => {
  const spoil = (request) => {
    if (request.type === 'setParameter' && 'column' in request.parameter) request.value = NaN
  }
  const playground = await openSlope({}, logistic, tamper(spoil))
  await isMeasured(playground)
  await walk(playground, ['Home'])
  await playground.page.keyboard.press('Enter')
  await playground
    .notice()
    .getByText(/must be/)
    .waitFor()
  await playground.page.waitForTimeout(200)
  assert.deepEqual(await weightsOf(playground), { a: first.weight, b: first.bias })
  await playground.close()
})

test('a refusal goes when the landscape can be measured again', async () => {
  const spoil = (request) => {
    if (request.question === 'costSurface') request.details.rangeA = [1, 0]
  }
  const playground = await openSlope({}, logistic, tamper(spoil))
  const refusal = playground.page.locator('.slope-words .refusal')
  await refusal.waitFor()
  await playground.page.evaluate(() => window.release())
  await playground.press('Zoom in')
  await isMeasured(playground)
  assert.equal(await refusal.count(), 0)
  await playground.close()
})

test('the relief has an axis of the cost, the names of the two, and the way downhill', async () => {
  const playground = await openSlope({}, { ...logistic, digits: 4 }, spyOnCanvas)
  await isMeasured(playground)
  await playground.press('3D')
  await eventually(async () => {
    const words = await playground.page.evaluate(() =>
      window.written.filter(({ kind }) => /slope-relief/.test(kind)).map(({ words }) => words),
    )
    for (const each of ['cost', 'B1', 'B0', 'downhill', '1', '2']) assert.ok(words.includes(each), each)
  })
  await playground.close()
})

test('no word runs out of the picture, narrow and with many digits', async () => {
  const model = { ...logistic, digits: 13, training: { learningRate: 0.003 } }
  const playground = await openSlope({ viewport: { width: 360, height: 800 } }, model, spyOnCanvas)
  await isMeasured(playground)
  for (let k = 0; k < 3; k++) await playground.press('Zoom in')
  await playground.steps(2)
  await isMeasured(playground)
  await playground.press('3D')
  await eventually(async () => assert.ok(await lastWritten(playground, 'B1')))
  const written = await playground.page.evaluate(() => window.written.filter(({ kind }) => /slope-/.test(kind)))
  assert.ok(written.some(({ words }) => words.length > 12))
  for (const { words, x, y, wide, width, height } of written) {
    assert.ok(x >= 0 && x + wide <= width && y >= 0 && y <= height, `${words} at ${x}, ${y} in ${width} x ${height}`)
  }
  await playground.press('3D')
  const isWithin = await playground.page.locator('.slope-plot .plot-axes').evaluate((svg) => {
    const { left, right } = svg.getBoundingClientRect()
    return [...svg.querySelectorAll('text')].every(
      (text) => text.getBoundingClientRect().left >= left - 1 && text.getBoundingClientRect().right <= right + 1,
    )
  })
  assert.ok(isWithin)
  await playground.close()
})

test('in relief the word downhill is not written over a number of an axis', async () => {
  const options = { viewport: { width: 1366, height: 657 } }
  const playground = await site.open('?tab=slope', options, spyOnCanvas)
  const { page } = playground
  await page.getByRole('button', { name: '3D' }).click()
  const relief = page.getByRole('application', { name: /in 3D/ })
  await relief.focus()
  for (let turn = 0; turn < 12; turn++) {
    await page.evaluate(() => (window.written = []))
    await relief.press('ArrowRight')
    await page.waitForFunction(() => window.written.length > 0)
    await page.evaluate(() => (window.first = window.written[0].words))
    await eventually(async () => {
      const written = await page.evaluate(() => {
        const ofRelief = window.written.filter(({ kind }) => /slope-relief/.test(kind))
        return ofRelief.slice(ofRelief.findLastIndex(({ words }) => words === window.first))
      })
      const word = written.find(({ words }) => words === 'downhill')
      const numbers = written.filter(({ words }) => /^−?[\d.]+$/.test(words))
      assert.ok(word && numbers.length > 4, JSON.stringify(written))
      for (const { words, x, y, wide } of numbers) {
        const isApart = x + wide <= word.x || word.x + word.wide <= x || Math.abs(y - word.y) >= 10
        assert.ok(isApart, `turn ${turn}: over ${words}`)
      }
    })
  }
  await playground.close()
})

test('axe finds nothing in the Slope panel, flat and in relief, light and dark, wide and narrow', async () => {
  for (const [colorScheme, width] of [
    ['light', 1280],
    ['dark', 360],
  ]) {
    const playground = await openSlope({ colorScheme, viewport: { width, height: 800 } })
    await playground.page.getByText('Show as table').last().click()
    assert.deepEqual(await findings(playground), [])
    await playground.press('3D')
    assert.deepEqual(await findings(playground), [])
    await playground.close()
  }
})

test('in the window of a laptop, what is done to the landscape is in sight of it', async () => {
  const playground = await site.open('?data=circle&step=200&tab=slope', { viewport: { width: 1366, height: 657 } })
  const { page } = playground
  await page.locator('.slope-plot').waitFor()
  const button = page.getByRole('button', { name: '3D' })
  const pane = await page.locator('.pane').boundingBox()
  const [top, bottom] = [pane.y, pane.y + pane.height]
  const isInSight = async (locator) => {
    const { y, height } = await locator.boundingBox()
    return y >= top && y + height <= bottom
  }
  for (const tool of [button, page.getByRole('group', { name: 'Zoom' })]) assert.ok(await isInSight(tool))
  assert.ok(await isInSight(page.locator('.slope-plot')))
  await button.click()
  await eventually(async () => assert.ok(await isInSight(page.locator('.slope-relief'))))
  assert.ok(await isInSight(button), 'it can be turned back')
  assert.equal(await button.getAttribute('aria-pressed'), 'true')
  await playground.close()
})
