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
      assert.deepEqual(state, await plain.state())
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
  await playground.run({ do: 'lock', parameters: [{ layer: 0, row: 0, column: 1 }], isLocked: true })
  await goTo(playground, 'update -1')
  await playground.page.getByText('locked', { exact: true }).waitFor()
  const { rows } = await tableOf(playground, /^Every parameter/)
  const [name, old, gradient, , next] = rows[1]
  assert.match(name, /W2,1\s+locked/)
  assert.equal(numberIn(gradient), 0)
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
  await playground.press('Play the phases')
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
