import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openSite } from './page.mjs'
import { equationsIn, eventually, numberIn } from './reading.mjs'
import {
  agree,
  batchOf,
  column,
  goTo,
  inOrder,
  mean,
  sigmoid,
  small,
  stepPanelOf,
  stopName,
  tableOf,
  through,
  unitButton,
  untilStep,
  viewOf,
  xor,
} from './step-panel.mjs'

/** The numbers of the phases: those of the very step, and those of a computation of our own. */

const site = await openSite()
after(() => site.close())

const open = stepPanelOf(site)

/** A state without the row that is looked at. */
const trained = ({ view: { row, ...view }, ...state }) => ({ ...state, view })

const runs = [
  small,
  `${xor}&optimizer=momentum&rate=0.1&batch=7&shuffle=true&decay=0.01`,
  `${xor}&optimizer=adam&rate=0.05&batch=7&shuffle=true&l1=0.001&l2=0.01`,
  `${xor}&optimizer=sgd&rate=0.3&batch=0`,
  `${xor}&optimizer=adam&rate=0.05&batch=0`,
]

for (const query of runs) {
  test(`walking through all phases and taking the step is one step, bit for bit: ${query.replace(xor, '')}`, async () => {
    const [walked, plain] = [await open(query), await open(query)]
    for (let step = 0; step < 2; step++) {
      await untilStep(walked, step)
      const stops = await walked.page.locator('.stage-bar [data-stop]').count()
      await walked.page.getByRole('slider', { name: 'Position in the step' }).focus()
      for (let stop = 1; stop < stops; stop++) await walked.page.keyboard.press('PageDown')
      const shown = await column(walked, /^Every parameter/, 'new')
      await walked.press('Take the step')
      await untilStep(walked, step + 1)
      assert.equal(await stopName(walked), 'start -1')
      await plain.press('One step')
      await plain.until('stepCount', (value) => value === step + 1)
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
  const playground = await open(small)
  await goTo(playground, 'update -1')
  const [old, gradient, change, next] = await Promise.all(
    ['old', 'gradient', 'change', 'new'].map((name) => column(playground, /^Every parameter/, name)),
  )
  agree(old, inOrder((await playground.state()).parameters), 'old')
  agree(
    change,
    gradient.map((value) => -0.3 * value),
    'change',
  )
  agree(
    next,
    old.map((value, i) => value - 0.3 * gradient[i]),
    'new',
  )
  assert.ok(gradient.some((value) => Math.abs(value) > 1e-4))
  const [{ symbol, letters, value, result }] = await equationsIn(playground.page.locator('.step-rule'))
  assert.deepEqual([symbol, letters], ['W1,1′', 'W1,1 − η · g1,1'])
  agree([value, result], [next[0], next[0]], 'worked out')
  await playground.close()
})

test('a penalty stands in the gradient that is used, and the gradient of the cost apart', async () => {
  const playground = await open(`${xor}&optimizer=sgd&rate=0.3&batch=10&l2=0.1`)
  await goTo(playground, 'update -1')
  const { rows } = await tableOf(playground, /^Every parameter/)
  const [old, own, used] = await Promise.all(
    ['old', 'gradient of the cost', 'gradient g'].map((name) => column(playground, /^Every parameter/, name)),
  )
  agree(
    used,
    own.map((value, i) => value + (rows[i][0].startsWith('W') ? 0.1 * old[i] : 0)),
    'gradient',
  )
  await playground.close()
})

test("Adam's memory after the first step is what its definition says", async () => {
  const playground = await open(`${xor}&optimizer=adam&rate=0.05&batch=10&l2=0`)
  await goTo(playground, 'update -1')
  const read = (name) => column(playground, /^Every parameter/, name)
  const gradient = await read('gradient')
  agree(
    await read('m before'),
    gradient.map(() => 0),
    'm before',
  )
  agree(
    await read('v before'),
    gradient.map(() => 0),
    'v before',
  )
  agree(
    await read('m after'),
    gradient.map((g) => (1 - 0.9) * g),
    'm after',
  )
  agree(
    await read('v after'),
    gradient.map((g) => (1 - 0.999) * g * g),
    'v after',
  )
  const old = await read('old')
  // Corrected for the slow start, m is g and v is g² in the first step.
  agree(
    await read('new'),
    old.map((value, i) => value - (0.05 * gradient[i]) / (Math.abs(gradient[i]) + 1e-8)),
    'new',
  )
  await playground.close()
})

test('forward, cost and backward agree with a computation of our own', async () => {
  const playground = await open(small)
  const { parameters } = await playground.state()
  const batch = await batchOf(playground)
  assert.equal(batch.length, 10)
  await playground.press('Next row of the batch')
  const rows = batch.map(({ input, target }) => through(parameters, input, target))
  const followed = rows[1]
  const names = ['layer 1', 'layer 2', 'output']
  for (const [l, name] of names.entries()) {
    await goTo(playground, `forward ${l}`)
    const read = (quantity) => column(playground, `Neurons of ${name}`, quantity)
    agree(await read('Z'), followed[l].Z, 'Z')
    agree(await read('activation'), followed[l].activation, 'activation')
    agree(
      await read('mean Z'),
      followed[l].Z.map((_, unit) => mean(rows.map((row) => row[l].Z[unit]))),
      'mean Z',
    )
    agree(
      await read('mean activation'),
      followed[l].Z.map((_, unit) => mean(rows.map((row) => row[l].activation[unit]))),
      'mean',
    )
    await goTo(playground, `backward ${l}`)
    agree(await read('delta'), followed[l].delta, 'delta')
    agree(
      await read('mean delta'),
      followed[l].delta.map((_, unit) => mean(rows.map((row) => row[l].delta[unit]))),
      'mean delta',
    )
    const gradients = followed[l].Z.flatMap((_, unit) => [
      ...followed[l].before.map((_, i) => mean(rows.map((row) => row[l].delta[unit] * row[l].before[i]))),
      mean(rows.map((row) => row[l].delta[unit])),
    ])
    agree(await column(playground, `Gradients into ${name}`, 'gradient'), gradients, 'gradient')
  }
  await goTo(playground, 'cost -1')
  const costs = rows.map((row, i) => -Math.log(batch[i].target ? row[2].activation[0] : 1 - row[2].activation[0]))
  await playground.page.waitForFunction(
    () =>
      !document
        .querySelector('glassbox-playground')
        .shadowRoot.querySelector('.step-body td')
        ?.closest('table')
        .textContent.includes('…'),
  )
  agree(
    await column(playground, 'Cost of each row of the batch', 'prediction'),
    rows.map((row) => row[2].activation[0]),
    'prediction',
  )
  agree(await column(playground, 'Cost of each row of the batch', 'cost'), costs, 'cost')
  agree([numberIn(await playground.page.locator('.step-body tfoot td').textContent())], [mean(costs)], 'mean')
  await playground.close()
})

test('every row of the batch unfolds into a table', async () => {
  const playground = await open(small)
  await goTo(playground, 'forward 0')
  const caption = 'activation of every row of the batch'
  await playground.page.getByText('Every row of the batch', { exact: true }).click()
  const { rows } = await tableOf(playground, caption)
  assert.equal(rows.length, 10)
  agree([numberIn(rows[0][1])], (await column(playground, 'Neurons of layer 1', 'activation')).slice(0, 1), 'first')
  await playground.close()
})

/** The equations of the unit that is told of. */
const workingOf = ({ page }) => equationsIn(page.locator('.working'))

test('the sum of a unit stands there with its numbers, and a click on its name or on the neuron chooses another', async () => {
  const playground = await open(small)
  const { page } = playground
  await goTo(playground, 'forward 1')
  const button = unitButton(playground, 'layer 2, neuron 2')
  assert.equal(await button.getAttribute('aria-pressed'), 'false')
  await button.click()
  await eventually(async () => assert.equal(await button.getAttribute('aria-pressed'), 'true'))
  const [sum, activation] = await workingOf(playground)
  assert.ok(Math.abs(sum.value - sum.result) < 1e-13)
  agree([sum.result], [(await column(playground, 'Neurons of layer 2', 'Z'))[1]], 'Z')
  assert.equal(activation.letters, '1 / (1 + e^(−Z2))')
  agree([activation.value, activation.result], [sigmoid(sum.result), sigmoid(sum.result)], 'activation')
  await page.locator('.neuron[data-layer="1"][data-unit="0"]').click()
  const other = unitButton(playground, 'layer 2, neuron 1')
  await eventually(async () => assert.equal(await other.getAttribute('aria-pressed'), 'true'))
  assert.equal((await viewOf(playground)).tab, 'step')
  await playground.close()
})

test('backward, a unit opens into the deltas handed back and the slope of its activation', async () => {
  const playground = await open(small)
  const { page } = playground
  for (const [stop, layer, unit] of [
    ['backward 0', 'layer 1', 'layer 1, neuron 3'],
    ['backward 2', 'output', 'output 1'],
  ]) {
    await goTo(playground, stop)
    const delta = (await column(playground, `Neurons of ${layer}`, 'delta')).at(-1)
    await unitButton(playground, unit).click()
    await page.locator('.working h3').getByText(unit, { exact: true }).waitFor()
    const lines = await workingOf(playground)
    if (layer !== 'output') {
      assert.equal(lines[0].letters, 'W3,1 · delta1 + W3,2 · delta2')
      assert.deepEqual(
        lines.map(({ symbol }) => symbol),
        ['∂C/∂A3', 'f′(Z3)', 'delta3'],
      )
    }
    for (const { value, result } of lines) assert.ok(Math.abs(value - result) < 1e-13, `${value} = ${result}`)
    agree([lines.at(-1).result], [delta], 'delta')
  }
  await playground.close()
})

test('each row’s cost stands there written out with its numbers', async () => {
  const playground = await open(small)
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

test('classes stand by their names, pictures beside their rows, and means are written short', async () => {
  const playground = await open('?data=digits&layers=4.relu-10.softmax&cost=softmaxCrossEntropy&batch=5')
  await tableOf(playground, 'Rows of the batch')
  assert.equal(await playground.page.locator('.step-body canvas.row-image').count(), 5)
  assert.ok(
    await playground.page
      .locator('.step-body canvas.row-image')
      .first()
      .evaluate((canvas) => new Set(canvas.getContext('2d').getImageData(0, 0, 8, 8).data).size > 4),
  )
  await playground.close()
  const own = await open(small)
  await own.run({ do: 'set', changes: { 'view.scope': 'batch' } })
  await eventually(async () =>
    assert.match(await own.page.locator('.neuron-target').textContent(), /^actual \d(\.\d{1,3})?$/),
  )
  await own.close()
})
