import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { after, test } from 'node:test'
import { openSite } from './page.mjs'

const axe = createRequire(import.meta.url).resolve('axe-core')
const site = await openSite()
after(() => site.close())

const panelOf = ({ page }) => page.locator('glassbox-playground .step-panel')

/** The page with the panel open, all digits shown. */
async function open(query, options) {
  const playground = await site.open(query, options)
  assert.equal(await playground.notice().textContent(), '')
  await playground.run({ do: 'set', path: 'view.digits', value: 15 })
  await playground.run({ do: 'set', path: 'view.tab', value: 'step' })
  await playground.page.locator('.pane').scrollIntoViewIfNeeded()
  await panelOf(playground).waitFor()
  return playground
}

/** Waits until the panel shows the step after `step` others. */
const untilStep = ({ page }, step) => page.locator(`.step-panel[data-step="${step}"]`).waitFor()

const stopName = ({ page }) => page.locator('.stage-bar [aria-current=step]').getAttribute('data-stop')

/** Goes to a stop, such as 'forward 0'. */
const goTo = ({ page }, stop) => page.locator(`[data-stop="${stop}"]`).click()

const numberIn = (text) => Number(text.trim().replaceAll('−', '-').replaceAll(',', ''))

/** A table of the panel by its caption, as a person reads it: { head: [...], rows: [[row name, cell, ...], ...] }. */
async function tableOf({ page }, caption) {
  const table = page.getByRole('table', { name: caption })
  await table.waitFor()
  return table.evaluate((element) => {
    const words = (row) => [...row.cells].map((cell) => cell.textContent.trim())
    return {
      head: words(element.tHead.rows[0]),
      rows: [...element.tBodies].flatMap((body) => [...body.rows]).filter((row) => row.cells.length > 1).map(words),
    }
  })
}

/** The numbers of one column, row by row. */
async function column(playground, caption, name) {
  const { head, rows } = await tableOf(playground, caption)
  assert.ok(head.includes(name), `${name} in ${head}`)
  return rows.map((row) => numberIn(row[head.indexOf(name)]))
}

/** The state's parameters as the panel lists them: layer by layer, unit by unit, weights then bias. */
const inOrder = (parameters) => parameters.flatMap(({ weights, bias }) => weights.flatMap((row, unit) => [...row, bias[unit]]))

/** As many digits agree as are shown. */
function agree(shown, wanted, what) {
  assert.equal(shown.length, wanted.length, what)
  shown.forEach((value, i) => {
    assert.ok(Math.abs(value - wanted[i]) <= 2e-14 * Math.max(1, Math.abs(wanted[i])), `${what} ${i}: ${value}, not ${wanted[i]}`)
  })
}

/** A state without the row that is looked at. */
const trained = ({ view: { row, ...view }, ...state }) => ({ ...state, view })

const xor = '?data=xor&samples=60&standardize=false&layers=3.tanh-2.sigmoid-1.sigmoid&seed=4'
const runs = [
  `${xor}&optimizer=sgd&rate=0.3&batch=10&shuffle=true&l2=0`,
  `${xor}&optimizer=momentum&rate=0.1&batch=7&shuffle=true&decay=0.01`,
  `${xor}&optimizer=adam&rate=0.05&batch=7&shuffle=true&l1=0.001&l2=0.01`,
  `${xor}&optimizer=sgd&rate=0.3&batch=0`,
  `${xor}&optimizer=adam&rate=0.05&batch=0`,
]

for (const query of runs) {
  test(`walking through all phases and taking the step is one step, bit for bit: ${query.replace(xor, '')}`, async () => {
    const [walked, plain] = [await open(query), await open(query)]
    for (let step = 0; step < 3; step++) {
      await untilStep(walked, step)
      const stops = await walked.page.locator('.stage-bar [data-stop]').count()
      for (let stop = 1; stop < stops; stop++) await walked.press('Next stop')
      const shown = await column(walked, /^Every parameter/, 'new')
      await walked.press('Take the step')
      await untilStep(walked, step + 1)
      assert.equal(await stopName(walked), 'start -1')
      await plain.press('One step')
      await plain.until('stepCount', value => value === step + 1)
      const state = await walked.state()
      assert.deepEqual(trained(state), trained(await plain.state()))
      agree(shown, inOrder(state.parameters), 'new')
    }
    assert.deepEqual([...walked.faults, ...plain.faults], [])
    await walked.close()
    await plain.close()
  })
}

test('with gradient descent, old − learning rate × gradient = new', async () => {
  const playground = await open(runs[0])
  await goTo(playground, 'update -1')
  const [old, gradient, product, next] = await Promise.all(
    ['old', 'gradient', '−η × gradient', 'new'].map((name) => column(playground, /^Every parameter/, name)))
  agree(old, inOrder((await playground.state()).parameters), 'old')
  agree(product, gradient.map((value) => -0.3 * value), 'step')
  agree(next, old.map((value, i) => value - 0.3 * gradient[i]), 'new')
  assert.ok(gradient.some((value) => Math.abs(value) > 1e-4))
  await playground.close()
})

test('a penalty stands in the gradient that is used, and the gradient of the cost apart', async () => {
  const playground = await open(`${xor}&optimizer=sgd&rate=0.3&batch=10&l2=0.1`)
  await goTo(playground, 'update -1')
  const { rows } = await tableOf(playground, /^Every parameter/)
  const [old, own, used] = await Promise.all(
    ['old', 'gradient of the cost', 'gradient g'].map((name) => column(playground, /^Every parameter/, name)))
  agree(used, own.map((value, i) => value + (rows[i][0].startsWith('W') ? 0.1 * old[i] : 0)), 'gradient')
  await playground.close()
})

test("Adam's memory after the first step is what its definition says", async () => {
  const playground = await open(`${xor}&optimizer=adam&rate=0.05&batch=10&l2=0`)
  await goTo(playground, 'update -1')
  const read = (name) => column(playground, /^Every parameter/, name)
  const gradient = await read('gradient')
  agree(await read('m before'), gradient.map(() => 0), 'm before')
  agree(await read('v before'), gradient.map(() => 0), 'v before')
  agree(await read('m after'), gradient.map((g) => (1 - 0.9) * g), 'm after')
  agree(await read('v after'), gradient.map((g) => (1 - 0.999) * g * g), 'v after')
  const old = await read('old')
  // Corrected for the slow start, m is g and v is g² in the first step.
  agree(await read('new'), old.map((value, i) => value - 0.05 * gradient[i] / (Math.abs(gradient[i]) + 1e-8)), 'new')
  await playground.close()
})

const sigmoid = (z) => 1 / (1 + Math.exp(-z))
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length

/** Forward and backward through tanh, sigmoid and a sigmoid output with binary cross-entropy, one row. */
function through(parameters, input, target) {
  const layers = []
  let before = input
  parameters.forEach(({ weights, bias }, l) => {
    const Z = weights.map((row, unit) => row.reduce((sum, weight, i) => sum + weight * before[i], bias[unit]))
    const activation = Z.map(l === 0 ? Math.tanh : sigmoid)
    layers.push({ before, Z, activation })
    before = activation
  })
  let delta = layers.at(-1).activation.map((a) => a - target)
  for (let l = layers.length - 1; l >= 0; l--) {
    layers[l].delta = delta
    if (l === 0) break
    const slope = layers[l - 1].activation.map((a) => (l - 1 === 0 ? 1 - a * a : a * (1 - a)))
    delta = slope.map((each, i) => each * parameters[l].weights.reduce((sum, row, unit) => sum + row[i] * layers[l].delta[unit], 0))
  }
  return layers
}

/** The batch as the panel shows it: inputs and targets. */
async function batchOf(playground) {
  const { head, rows } = await tableOf(playground, 'Rows of the batch')
  assert.deepEqual(head.slice(1, 3), ['x1', 'x2'])
  return rows.map(([, x1, x2, actual]) => ({ input: [numberIn(x1), numberIn(x2)], target: numberIn(actual) }))
}

test('forward, cost and backward agree with a computation of our own', async () => {
  const playground = await open(runs[0])
  const { parameters } = await playground.state()
  const batch = await batchOf(playground)
  assert.equal(batch.length, 10)
  await playground.press('Next row of the batch')
  const rows = batch.map(({ input, target }) => through(parameters, input, target))
  const followed = rows[1]
  const names = ['layer 1', 'layer 2', 'output']
  for (const [l, name] of names.entries()) {
    await goTo(playground, `forward ${l}`)
    const read = (quantity) => column(playground, `Units of ${name}`, quantity)
    agree(await read('Z'), followed[l].Z, 'Z')
    agree(await read('activation'), followed[l].activation, 'activation')
    agree(await read('mean Z'), followed[l].Z.map((_, unit) => mean(rows.map((row) => row[l].Z[unit]))), 'mean Z')
    agree(await read('mean activation'), followed[l].Z.map((_, unit) => mean(rows.map((row) => row[l].activation[unit]))), 'mean')
    await goTo(playground, `backward ${l}`)
    agree(await read('delta'), followed[l].delta, 'delta')
    agree(await read('mean delta'), followed[l].delta.map((_, unit) => mean(rows.map((row) => row[l].delta[unit]))), 'mean delta')
    const gradients = followed[l].Z.flatMap((_, unit) => [
      ...followed[l].before.map((_, i) => mean(rows.map((row) => row[l].delta[unit] * row[l].before[i]))),
      mean(rows.map((row) => row[l].delta[unit])),
    ])
    agree(await column(playground, `Gradients into ${name}`, 'gradient'), gradients, 'gradient')
  }
  await goTo(playground, 'cost -1')
  const costs = rows.map((row, i) => -Math.log(batch[i].target ? row[2].activation[0] : 1 - row[2].activation[0]))
  await playground.page.waitForFunction(() => !document.querySelector('glassbox-playground').shadowRoot.querySelector('.step-body td')?.closest('table').textContent.includes('…'))
  agree(await column(playground, 'Cost of each row of the batch', 'prediction'), rows.map((row) => row[2].activation[0]), 'prediction')
  agree(await column(playground, 'Cost of each row of the batch', 'cost'), costs, 'cost')
  agree([numberIn(await playground.page.locator('.step-body tfoot td').textContent())], [mean(costs)], 'mean')
  await playground.close()
})

test('every row of the batch unfolds into a table', async () => {
  const playground = await open(runs[0])
  await goTo(playground, 'forward 0')
  const caption = 'activation of every row of the batch'
  await playground.page.getByText('Every row of the batch', { exact: true }).click()
  const { rows } = await tableOf(playground, caption)
  assert.equal(rows.length, 10)
  agree([numberIn(rows[0][1])], (await column(playground, 'Units of layer 1', 'activation')).slice(0, 1), 'first')
  await playground.close()
})

test('the numbers stay those of the next step when something else changes', async () => {
  const playground = await open(runs[0])
  await goTo(playground, 'update -1')
  const before = await column(playground, /^Every parameter/, 'new')
  await playground.run({ do: 'set', path: 'training.learningRate', value: 0.7 })
  await panelOf(playground).getByText('0.7', { exact: true }).waitFor()
  const [old, gradient, next] = await Promise.all(
    ['old', 'gradient', 'new'].map((name) => column(playground, /^Every parameter/, name)))
  agree(next, old.map((value, i) => value - 0.7 * gradient[i]), 'new')
  assert.notDeepEqual(next, before)
  await playground.page.getByRole('combobox', { name: 'Step by' }).selectOption('sample')
  await goTo(playground, 'start -1')
  await playground.page.getByText(/learns from 1 of the/).waitFor()
  await playground.page.getByRole('combobox', { name: 'Step by' }).selectOption('epoch')
  await playground.page.getByText(/training rows at once/).waitFor()
  assert.equal((await playground.state()).training.batchSize, 0)
  await playground.page.getByRole('combobox', { name: 'Step by' }).selectOption('batch of 10')
  await playground.page.getByText(/learns from 10 of the/).waitFor()
  assert.equal((await playground.state()).training.batchSize, 10)
  await playground.close()
})

test('another network while the panel is open keeps the reader in the same phase', async () => {
  const playground = await open(runs[0])
  await goTo(playground, 'backward 1')
  await playground.run({ do: 'removeLayer', at: 1 })
  await playground.page.locator('.stage-bar:not(:has([data-stop="forward 2"]))').waitFor()
  assert.equal(await stopName(playground), 'backward 1')
  await playground.run({ do: 'chooseData', name: 'penguins' })
  await playground.page.getByRole('table', { name: 'Gradients into output' }).getByText('B2').waitFor()
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('a locked parameter is marked and keeps its value', async () => {
  const playground = await open(runs[0])
  await goTo(playground, 'update -1')
  const [, , steep] = (await tableOf(playground, /^Every parameter/)).rows[1]
  await playground.run({ do: 'lock', parameters: [{ layer: 0, row: 0, column: 1 }], isLocked: true })
  await playground.page.getByText('locked', { exact: true }).waitFor()
  const { rows } = await tableOf(playground, /^Every parameter/)
  const [name, old, own, used, step, next] = rows[1]
  assert.match(name, /W2,1\s+locked/)
  assert.equal(own, steep)   // the cost is as steep as it was
  assert.notEqual(numberIn(own), 0)
  assert.equal(numberIn(used), 0)
  assert.equal(numberIn(step), 0)
  assert.equal(next, old)
  await playground.close()
})

test('a step that would diverge is explained, never shown as NaN', async () => {
  const playground = await open('?data=sine&layers=4.relu-1.linear&optimizer=sgd&rate=10&batch=0&cost=mse')
  const body = panelOf(playground)
  await goTo(playground, 'update -1')
  for (let step = 0; step < 400 && !(await playground.page.getByText(/grew beyond all bounds, so there is no next step/).isVisible()); step++) {
    if (await body.getByText(/carry the numbers beyond all bounds/).isVisible()) break
    await playground.run({ do: 'step' })
    await untilStep(playground, step + 1)
    assert.doesNotMatch(await body.innerText(), /NaN/)
  }
  await body.getByText(/carry the numbers beyond all bounds/).waitFor()
  assert.doesNotMatch(await body.innerText(), /NaN/)
  await playground.press('Take the step')
  await playground.page.getByText(/there is no next step to open up/).waitFor()
  await playground.press('Back to step 0')
  await untilStep(playground, 0)
  await playground.close()
})

test('while it trains the panel asks to pause, and the phases come back with a pause', async () => {
  const playground = await open(runs[0])
  await playground.press('Play')
  await playground.page.getByText(/^Pause to open a step up/).waitFor()
  await playground.page.locator('.step-closed').getByRole('button', { name: 'Pause and open the step' }).click()
  await panelOf(playground).waitFor()
  const { step } = await playground.page.evaluate(() => document.querySelector('glassbox-playground').getState())
  assert.ok(step === undefined || step > 0)
  await playground.close()
})

test('playing the phases really trains, step after step', async () => {
  const playground = await open('?data=xor&layers=1.sigmoid&batch=5', { reducedMotion: 'reduce' })
  await playground.page.getByRole('combobox', { name: 'Speed', exact: true }).last().selectOption('fast')
  await playground.press('Play the phases')
  await playground.until('stepCount', value => value >= 2)
  await playground.press('Pause')
  await playground.button('Play the phases').waitFor()
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('by keyboard alone a reader walks through the phases and takes the step', async () => {
  const playground = await open(runs[0])
  const { page } = playground
  await page.locator('.stage-bar [tabindex="0"]').focus()
  const walked = [await stopName(playground)]
  for (let stop = 0; stop < 8; stop++) {
    await page.keyboard.press('ArrowRight')
    walked.push(await stopName(playground))
    assert.ok(await page.locator('.stage-bar [aria-current=step]').evaluate((stop) => stop.getRootNode().activeElement === stop))
  }
  assert.deepEqual(walked, ['start -1', 'forward 0', 'forward 1', 'forward 2', 'cost -1', 'backward 2', 'backward 1', 'backward 0', 'update -1'])
  await page.keyboard.press('Home')
  assert.equal(await stopName(playground), 'start -1')
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowLeft')
  assert.equal(await stopName(playground), 'backward 0')
  await page.keyboard.press('ArrowRight')
  for (let i = 0; i < 3; i++) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await untilStep(playground, 1)
  assert.equal(await stopName(playground), 'start -1')
  await page.keyboard.press('Enter')
  assert.equal(await stopName(playground), 'forward 0')
  await playground.close()
})

/** The rows of the training set in the batch, as the first stop lists them. */
const batchRows = async (playground) => (await tableOf(playground, 'Rows of the batch')).rows.map(([row]) => numberIn(row) - 1)

/** Waits until something holds. */
async function eventually(holds, tries = 200) {
  for (; ; await new Promise((resolve) => { setTimeout(resolve, 25) })) {
    try {
      return await holds()
    } catch (error) {
      if (--tries < 0) throw error
    }
  }
}

/** What stands on the network: the numbers that are seen, by neuron; the plain ones and those of the overlay. */
const numbersOnNeurons = ({ page }) => page.evaluate(() => {
  const root = document.querySelector('glassbox-playground').shadowRoot
  const plain = [...root.querySelectorAll('.graph .neuron-value')]
    .filter((value) => getComputedStyle(value).opacity !== '0').map((value) => value.textContent)
  const overlay = [...root.querySelectorAll('svg.overlay text:not(.overlay-share)')].map((text) => text.textContent)
  return { plain, overlay, neurons: root.querySelectorAll('.graph .neuron').length }
})

const viewOf = async (playground) => (await playground.state()).view
const isRow = (playground, row) => eventually(async () => assert.equal((await viewOf(playground)).row, row))

test('from the first phase on the whole stage shows the row that is followed, and it is no edit', async () => {
  const playground = await open(runs[0])
  const { page } = playground
  const rows = await batchRows(playground)
  const other = [...Array(40).keys()].find((row) => row > 0 && !rows.includes(row))
  await playground.run({ do: 'set', path: 'view.scope', value: 'batch' })
  await playground.run({ do: 'set', path: 'view.own', value: { input: [0.1, 0.2], target: [1] } })
  await playground.press('Next stop')
  await isRow(playground, rows[0])
  const view = await viewOf(playground)
  assert.deepEqual([view.own, view.scope], [null, 'row'])
  await page.locator('.picture').getByText(`row ${rows[0] + 1} of`).waitFor()
  await playground.press('Next row of the batch')
  await isRow(playground, rows[1])
  await page.locator('.undo [aria-disabled=true]').first().waitFor()
  assert.equal(await page.locator('.undo [aria-disabled=false]').count(), 0)

  await goTo(playground, 'forward 2')
  await eventually(async () => assert.equal((await numbersOnNeurons(playground)).overlay.length, 8))
  const activations = [...await column(playground, 'Units of output', 'activation')]
  assert.ok(Math.abs(numberIn((await numbersOnNeurons(playground)).overlay.at(-1)) - activations[0]) < 0.01)
  for (const stop of ['forward 0', 'cost -1', 'backward 1', 'update -1']) {
    await goTo(playground, stop)
    await eventually(async () => {
      const { plain, overlay, neurons } = await numbersOnNeurons(playground)
      assert.equal(overlay.length, { 'forward 0': 5, 'cost -1': 8, 'backward 1': 3, 'update -1': 0 }[stop])
      assert.equal(plain.length + overlay.length, neurons, stop)   // one number a neuron
    })
  }

  await playground.run({ do: 'set', path: 'view.row', value: rows[4] })   // another row of the batch, from elsewhere
  await goTo(playground, 'cost -1')
  await page.getByText('row 5 of 10 in this batch').waitFor()
  await playground.run({ do: 'set', path: 'view.row', value: other })
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
  const playground = await open(runs[0])
  await batchRows(playground)
  assert.equal((await viewOf(playground)).row, 0)
  await playground.close()
})

/** What products and sums, as they are written, amount to. */
const productsIn = (line) => line.split(' + ').map((term) => term.split(/ [·×] /).map(numberIn).reduce((a, b) => a * b))
const sumIn = (line) => productsIn(line).reduce((a, b) => a + b)
const unitButton = ({ page }, name) => page.locator('.step-body').getByRole('button', { name, exact: true }).first()
const linesOf = ({ page }) => page.locator('.working .step-line').allTextContents().then((lines) => lines.map((line) => line.replace(/\s+/g, ' ').trim()))

test('a unit opens into its sum with its numbers, and a click on the neuron opens it too', async () => {
  const playground = await open(runs[0])
  const { page } = playground
  await goTo(playground, 'forward 1')
  const button = unitButton(playground, 'layer 2, unit 2')
  assert.equal(await button.getAttribute('aria-expanded'), 'false')
  await button.click()
  await page.locator('.working').waitFor()
  assert.equal(await button.getAttribute('aria-expanded'), 'true')
  const [, , numbers, Z] = (await page.locator('.working .spoken').textContent()).split(' = ')
  assert.ok(Math.abs(sumIn(numbers) - numberIn(Z)) < 1e-13)
  agree([numberIn(Z)], [(await column(playground, 'Units of layer 2', 'Z'))[1]], 'Z')
  const [line] = await linesOf(playground)
  assert.match(line, /^A2 = sigmoid\(Z2\) = sigmoid\(/)
  agree([numberIn(line.split(' = ').at(-1))], [sigmoid(numberIn(Z))], 'activation')
  await button.click()
  await page.locator('.working').waitFor({ state: 'detached' })
  await page.locator('.neuron[data-layer="1"][data-unit="0"]').click()
  await page.locator('.working').waitFor()
  assert.equal(await unitButton(playground, 'layer 2, unit 1').getAttribute('aria-expanded'), 'true')
  assert.equal((await viewOf(playground)).tab, 'step')
  await playground.close()
})

test('backward, a unit opens into the deltas handed back and the slope of its activation', async () => {
  const playground = await open(runs[0])
  const { page } = playground
  for (const [stop, layer, unit] of [['backward 0', 'layer 1', 'layer 1, unit 3'], ['backward 2', 'output', 'output 1']]) {
    await goTo(playground, stop)
    const delta = (await column(playground, `Units of ${layer}`, 'delta')).at(-1)
    await unitButton(playground, unit).click()
    await page.locator('.working').waitFor()
    const lines = await linesOf(playground)
    if (layer !== 'output') {
      const [, numbers, sum] = lines[1].split('= ').map((part) => part.trim())
      assert.ok(Math.abs(sumIn(numbers) - numberIn(sum)) < 1e-14)
      assert.match(lines[0], /^Σ W · delta = W3,1 · delta1 \+ W3,2 · delta2$/)
    }
    const [, , product, result] = lines.at(-1).split(' = ')
    agree([numberIn(result)], [delta], 'delta')
    assert.ok(Math.abs(sumIn(product) - delta) < 1e-14, `${product} = ${delta}`)
  }
  await playground.close()
})

test('each row’s cost stands there written out with its numbers', async () => {
  const playground = await open(runs[0])
  await goTo(playground, 'cost -1')
  await eventually(async () => assert.ok(!(await tableOf(playground, /^Cost of each row/)).rows.flat().includes('…')))
  const { head, rows } = await tableOf(playground, /^Cost of each row/)
  assert.deepEqual(head.slice(1), ['prediction', 'actual', '−ln(output for the actual class)', 'cost'])
  for (const [, , actual, term, cost] of rows) {
    const [, one, value] = /^−ln\((1 − )?(.*)\)$/.exec(term)
    assert.equal(actual, one ? '0' : '1')
    agree([numberIn(cost)], [-Math.log(one ? 1 - numberIn(value) : numberIn(value))], term)
  }
  await playground.close()
})

test('pointing at a row lights its neuron or its wire, and the wires show the change of each weight', async () => {
  const playground = await open(runs[0])
  const { page } = playground
  await goTo(playground, 'forward 0')
  await unitButton(playground, 'layer 1, unit 2').dispatchEvent('pointerover')
  await page.locator('.neuron.pointed[data-layer="0"][data-unit="1"]').waitFor()
  await goTo(playground, 'update -1')
  await page.locator('tr[data-layer="1"][data-row="0"][data-column="1"] button').focus()
  await page.keyboard.press('Tab')
  await page.locator('.weight.lit[data-layer="1"][data-row="0"][data-column="2"]').waitFor()
  const [old, next] = [await column(playground, /^Every parameter/, 'old'), await column(playground, /^Every parameter/, 'new')]
  const changes = old.map((value, i) => next[i] - value)
  const words = await page.locator('.overlay-share').allTextContents()
  assert.ok(words.length > 0)
  for (const word of words) {
    assert.match(word, /^[+−]/)
    assert.ok(changes.some((change) => Math.abs(change - numberIn(word)) <= 0.06 * Math.abs(change)), word)
  }
  await page.keyboard.press('Enter')
  await eventually(async () => assert.deepEqual((await viewOf(playground)).selected, { layer: 1, unit: 0 }))
  await playground.close()
})

test('the menu of the batch size says what it changes', async () => {
  const playground = await open(runs[0])
  const { page } = playground
  await page.getByText('A step now learns from 10 rows, the training’s batch size.').waitFor()
  await page.getByRole('combobox', { name: 'Step by' }).selectOption('sample')
  await page.getByText('A step now learns from one row: the training’s batch size is 1.').waitFor()
  await page.getByRole('combobox', { name: 'Step by' }).selectOption('epoch')
  await page.getByText('A step now learns from all rows at once: the training’s batch size is all rows').waitFor()
  await playground.close()
})

test('the place in the step is kept while another panel is looked into, until a step is taken', async () => {
  const playground = await open(runs[0])
  const { page } = playground
  await goTo(playground, 'backward 1')
  await playground.press('Next row of the batch')
  await page.getByRole('combobox', { name: 'Speed', exact: true }).last().selectOption('fast')
  const away = async () => {
    await page.getByRole('tab', { name: 'Cost', exact: true }).click()
    await page.getByText('Every row with its prediction').waitFor()
  }
  const back = async () => {
    await page.getByRole('tab', { name: 'One step', exact: true }).click()
    await panelOf(playground).waitFor()
  }
  await away()
  await back()
  assert.equal(await stopName(playground), 'backward 1')
  await page.getByText('row 2 of 10 in this batch').waitFor()
  assert.equal(await page.getByRole('combobox', { name: 'Speed', exact: true }).last().inputValue(), 'fast')
  await away()
  await playground.steps(1)
  await back()
  await untilStep(playground, 1)
  assert.equal(await stopName(playground), 'start -1')
  await page.getByText('row 1 of 10 in this batch').waitFor()
  await playground.close()
})

test('a click on a neuron opens it: before the phases and outside the layer at hand in its own panel', async () => {
  const playground = await open(runs[0])
  const { page } = playground
  const tab = (name) => eventually(async () => assert.equal((await viewOf(playground)).tab, name))
  await page.locator('.neuron[data-layer="2"][data-unit="0"]').click()
  await tab('neuron')
  await page.getByRole('tab', { name: 'One step', exact: true }).click()
  await panelOf(playground).waitFor()
  await page.locator('.neuron[data-layer="2"][data-unit="0"]').click()   // chosen already, but not shown
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

test('neither the stops nor Play make the page jump', async () => {
  const playground = await open(runs[0])
  const { page } = playground
  const place = () => page.evaluate(() => {
    const panel = document.querySelector('glassbox-playground').shadowRoot.querySelector('.tab-panel')
    return { height: panel.offsetHeight, scroll: scrollY }
  })
  await goTo(playground, 'update -1')
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight - innerHeight - 60))
  for (const stop of ['cost -1', 'start -1', 'backward 0']) {
    const before = await place()
    await page.locator(`[data-stop="${stop}"]`).evaluate((button) => button.click())
    await eventually(async () => assert.equal(await stopName(playground), stop))
    const after = await place()
    assert.equal(after.scroll, before.scroll, stop)
    assert.ok(after.height >= Math.min(before.height, 900), `${stop}: ${before.height} to ${after.height} px`)
  }
  const before = await place()
  await playground.run({ do: 'play' })
  await page.locator('.step-closed').waitFor()
  const { height, scroll } = await place()
  assert.equal(scroll, before.scroll)
  assert.ok(height >= Math.min(before.height, 900), `${before.height} to ${height} px`)
  await playground.close()
})

test('one line of plain words tells of each phase, and of what is held or undone', async () => {
  const playground = await open(runs[0])
  const story = playground.page.locator('.story > p').first()
  const tells = (pattern) => eventually(async () => assert.match(await story.textContent(), pattern))
  for (const [stop, pattern] of [
    ['forward 1', /^Forward: layer 2 has answered.*next/], ['cost -1', /^Cost: the batch costs .*Next/],
    ['backward 2', /^Backward: the error has reached the output\..*next/], ['update -1', /^Update: .*Take the step/],
  ]) {
    await goTo(playground, stop)
    await tells(pattern)
  }
  await playground.run({ do: 'lock', parameters: [{ layer: 0, row: 0, column: 1 }], isLocked: true })
  await tells(/^W2,1 of layer 1 is locked/)
  await playground.run({ do: 'mute', layer: 0, unit: 1, isMuted: true })
  await tells(/^layer 1, unit 2 is switched off/)
  await playground.run({ do: 'mute', layer: 0, unit: 1, isMuted: false })
  await tells(/^layer 1, unit 2 is switched on again/)
  await playground.run({ do: 'addUnit', layer: 0 })
  await tells(/could be kept were kept/)
  await playground.run({ do: 'undo' })
  await tells(/^Undone: a new neuron\. All is exactly as it was/)
  await playground.press('Take the step')
  await tells(/^After 1 step the cost is/)
  await playground.close()
})

test('classes stand by their names, pictures beside their rows, and means are written short', async () => {
  const playground = await open('?data=digits&layers=4.relu-10.softmax&cost=softmaxCrossEntropy&batch=5')
  await tableOf(playground, 'Rows of the batch')
  assert.equal(await playground.page.locator('.step-body canvas.row-image').count(), 5)
  assert.ok(await playground.page.locator('.step-body canvas.row-image').first().evaluate((canvas) =>
    new Set(canvas.getContext('2d').getImageData(0, 0, 8, 8).data).size > 4))
  await playground.close()
  const own = await open(runs[0])
  await own.run({ do: 'set', path: 'view.scope', value: 'batch' })
  await eventually(async () => assert.match(await own.page.locator('.neuron-target').textContent(), /^actual \d(\.\d{1,3})?$/))
  await own.close()
})

test('fast goes on sooner than slow', async () => {
  for (const [speed, time, stop] of [['fast', 1100, 'forward 1'], ['slow', 3900, 'start -1'], ['slow', 4100, 'forward 0']]) {
    const playground = await open(runs[0], { reducedMotion: 'reduce' })
    const { page } = playground
    await page.getByRole('combobox', { name: 'Speed', exact: true }).last().selectOption(speed)
    await page.clock.install()
    await playground.press('Play the phases')
    await page.clock.runFor(time)
    assert.equal(await stopName(playground), stop, `${speed} after ${time} ms`)
    await playground.close()
  }
})

test('a signal is drawn on the wires when a stop is entered', async () => {
  const playground = await open(runs[0])
  const { page } = playground
  await page.evaluate(() => {
    window.signals = []
    const wires = document.querySelector('glassbox-playground').shadowRoot.querySelector('.graph-wires')
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes) {
        for (const { classList } of addedNodes) if (classList?.contains('signal')) window.signals.push(classList.contains('backward') ? 'backward' : 'forward')
      }
    }).observe(wires, { childList: true })
  })
  for (const [stop, direction, wires] of [['forward 1', 'forward', 6], ['backward 0', 'backward', 6]]) {
    await page.evaluate(() => { window.signals = [] })
    await goTo(playground, stop)
    await eventually(async () => assert.deepEqual(await page.evaluate(() => window.signals), Array(wires).fill(direction)))
  }
  await playground.close()
})

for (const colorScheme of ['light', 'dark']) {
  test(`axe finds nothing in any phase, ${colorScheme}`, async () => {
    for (const [query, width] of [[runs[0], 1280], ['?data=penguins&optimizer=adam', 360]]) {
      const playground = await open(query, { colorScheme, viewport: { width, height: 800 }, bypassCSP: true, reducedMotion: 'reduce' })
      const { page } = playground
      await page.addScriptTag({ path: axe })
      for (const stop of ['start -1', 'forward 0', 'cost -1', 'backward 0', 'update -1']) {
        await goTo(playground, stop)
        if (stop === 'forward 0') await page.getByText('Every row of the batch', { exact: true }).click()
        const found = await page.evaluate(async () => {
          const { violations } = await window.axe.run(document, { resultTypes: ['violations'] })
          return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} at ${target.join(' ')}`))
        })
        assert.deepEqual(found, [], `${query} ${stop}`)
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
        assert.ok(overflow <= 0, `${stop}: ${overflow} px`)
      }
      await playground.close()
    }
  })
}
