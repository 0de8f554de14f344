import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { fiveTwoThreeFive, loadHand } from './hand.mjs'
import { openSite } from './page.mjs'
import { eventually, near, numberIn, openPanel } from './reading.mjs'

const site = await openSite()
after(() => site.close())

const name = 'W4,2: weight from pulse to layer 1, neuron 2'
const before = -0.35

/** The Neuron panel of layer 1, neuron 2, with the dial of W4,2. */
async function openDial(options) {
  const playground = await site.open('?data=hand', options)
  const parameters = await loadHand(playground, fiveTwoThreeFive, { view: { selected: { layer: 0, unit: 1 } } })
  assert.equal(parameters[0].weights[1][3], before, 'the test knows its weight')
  await openPanel(playground, 'Neuron', 6)
  const dial = playground.page.locator('.terms').getByRole('spinbutton', { name, exact: true })
  await dial.waitFor()
  return { playground, page: playground.page, dial }
}

const weightOf = async (playground) => (await playground.state()).parameters[0].weights[1][3]
const becomes = (playground, value) => eventually(async () => assert.equal(await weightOf(playground), value))
const shows = (input, value) => eventually(async () => assert.equal(numberIn(await input.inputValue()), value))
const sumShown = async ({ page }) => numberIn(await page.locator('.terms tfoot td').first().textContent())

test('a dial is typed into, with a decimal comma too, and Escape gives the old text back', async () => {
  const { playground, page, dial } = await openDial()
  const Z = await sumShown(playground)
  await dial.focus()
  assert.equal(await dial.inputValue(), String(before), 'all digits while it is edited')
  await page.keyboard.type('1,75')
  assert.equal(await weightOf(playground), before)
  await page.keyboard.press('Escape')
  assert.equal(await dial.inputValue(), String(before))
  await page.keyboard.press('Control+A')
  await page.keyboard.type('1,75')
  await page.keyboard.press('Enter')
  await becomes(playground, 1.75)
  await eventually(async () => near(await sumShown(playground), Z + (1.75 - before) * 0.3, 1e-4, 'the sum follows'))
  await page.keyboard.press('Control+A')
  await page.keyboard.type('−2')
  await page.keyboard.press('Tab')
  await becomes(playground, -2)
  await shows(dial, -2)
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('what is no number is refused in words and stays to be mended', async () => {
  const { playground, page, dial } = await openDial()
  await dial.focus()
  await page.keyboard.type('lots')
  await page.keyboard.press('Enter')
  await eventually(async () => assert.equal(await dial.getAttribute('aria-invalid'), 'true'))
  assert.equal(await dial.inputValue(), 'lots')
  await eventually(async () => assert.match(await playground.notice().textContent(), /must be a number/))
  assert.equal(await weightOf(playground), before)
  await page.keyboard.press('Escape')
  assert.equal(await dial.inputValue(), String(before))
  assert.equal(await dial.getAttribute('aria-invalid'), 'false')
  await playground.close()
})

test('the arrow keys turn a dial, Shift further, Alt finer, and undo brings each step back', async () => {
  const { playground, page, dial } = await openDial()
  await dial.focus()
  await page.keyboard.press('ArrowUp')
  await becomes(playground, -0.34)
  await eventually(async () => assert.equal(await dial.getAttribute('aria-valuenow'), '-0.34'))
  await page.keyboard.press('Shift+ArrowUp')
  await becomes(playground, -0.24)
  await page.keyboard.press('Alt+ArrowDown')
  await becomes(playground, -0.241)
  for (const value of [-0.24, -0.34, before]) {
    await page.keyboard.press('Control+Z')
    await becomes(playground, value)
    await eventually(async () => assert.equal(await dial.inputValue(), String(value)))
  }
  await page.keyboard.press('Control+Shift+Z')
  await becomes(playground, -0.34)
  await playground.close()
})

test('a dial is dragged sideways, and one undo takes the whole drag back', async () => {
  const { playground, page, dial } = await openDial()
  await dial.scrollIntoViewIfNeeded()
  const box = await dial.boundingBox()
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  for (const pixels of [10, 30, 60]) await page.mouse.move(x + pixels, y)
  await page.mouse.up()
  await becomes(playground, 0.25)
  await shows(dial, 0.25)
  await page.keyboard.press('Control+Z')
  await becomes(playground, before)
  await playground.close()
})

test('a click on a dial only puts the cursor there', async () => {
  const { playground, page, dial } = await openDial()
  await dial.click()
  await page.keyboard.type('0.5')
  await page.keyboard.press('Enter')
  await becomes(playground, 0.5)
  await playground.close()
})

test('a locked weight keeps its value while the others learn, and learns again unlocked', async () => {
  const { playground, page } = await openDial()
  const others = (await playground.state()).parameters[0].weights[1].slice(0, 3)
  await page.locator('.terms').getByRole('button', { name: 'Lock W4,2', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.locator('.terms').getByRole('button', { name: 'Lock W4,2', exact: true, pressed: true }).waitFor()
  await playground.steps(20)
  const { parameters } = await playground.state()
  assert.equal(parameters[0].weights[1][3], before)
  parameters[0].weights[1].slice(0, 3).forEach((weight, i) => assert.notEqual(weight, others[i]))
  await page
    .locator('.terms')
    .getByRole('spinbutton', { name: `${name}, locked` })
    .waitFor()
  await page.locator('.terms').getByRole('button', { name: 'Lock W4,2', exact: true }).click()
  await playground.steps(1)
  assert.notEqual(await weightOf(playground), before)
  await playground.close()
})

test('a dial shows what one step of descent would do, and the step does just that', async () => {
  const { playground, page } = await openDial()
  const shown = page.locator('.terms tr[data-column="3"] .next-value').first()
  const next = await eventually(async () => numberIn(await shown.textContent({ timeout: 500 })))
  const bias = numberIn(await page.locator('.terms tr[data-column=bias] .next-value').textContent())
  await playground.steps(1)
  near(await weightOf(playground), next, 1e-5)
  near((await playground.state()).parameters[0].bias[1], bias, 1e-5)
  await playground.close()
})

test('what is being typed is not overwritten while the network learns', async () => {
  const { playground, page, dial } = await openDial()
  await playground.run({ do: 'set', changes: { 'training.learningRate': 0.001 } })
  await playground.press('Play')
  await dial.focus()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('7.')
  const from = await playground.number('stepCount')
  await playground.until('stepCount', (value) => value > from + 200)
  assert.equal(await dial.inputValue(), '7.')
  await page.keyboard.type('5')
  await page.keyboard.press('Enter')
  await eventually(async () => assert.ok((await weightOf(playground)) > 4))
  await playground.press('Pause')
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('on the network, in the matrix and in the table it is one dial: each shows what another sets', async () => {
  const { playground, page, dial } = await openDial()
  await page.getByRole('button', { name }).click()
  const card = page.getByRole('dialog', { name })
  await card.getByRole('spinbutton').fill('0.625')
  await page.keyboard.press('Enter')
  await becomes(playground, 0.625)
  await page.keyboard.press('Escape')
  await shows(dial, 0.625)
  await page.getByRole('tab', { name: 'Layer', exact: true }).click()
  const cell = page.locator('[data-matrix=W] td[data-row="1"][data-column="3"] input')
  await cell.waitFor()
  await shows(cell, 0.625)
  await cell.focus()
  await page.keyboard.press('ArrowDown')
  await becomes(playground, 0.615)
  await shows(page.locator('.chosen-weight input'), 0.615)
  await playground.close()
})

/** Takes the last edit back by the button, as a reader would. */
const undo = (playground) => playground.page.getByRole('button', { name: /^Undo: .* set to / }).click()

test('typed, turned by an arrow key or dragged: one press of Undo brings the value back, Redo sets it again', async () => {
  const { playground, page, dial } = await openDial()
  const edits = {
    typed: async () => {
      await dial.fill('0.875')
      await dial.press('Enter')
    },
    turned: () => dial.press('ArrowDown'),
    dragged: async () => {
      await dial.scrollIntoViewIfNeeded()
      const box = await dial.boundingBox()
      await page.mouse.move(box.x + 20, box.y + box.height / 2)
      await page.mouse.down()
      for (const pixels of [-5, -12, -20]) await page.mouse.move(box.x + 20 + pixels, box.y + box.height / 2)
      await page.mouse.up()
    },
  }
  const Z = await sumShown(playground)
  for (const [edit, value] of [
    ['typed', 0.875],
    ['turned', -0.36],
    ['dragged', -0.55],
  ]) {
    await edits[edit]()
    await becomes(playground, value)
    await eventually(async () => near(await sumShown(playground), Z + (value - before) * 0.3, 1e-5, edit))
    await undo(playground)
    await becomes(playground, before)
    await shows(dial, before)
    await eventually(async () => assert.equal(await sumShown(playground), Z))
    await page.getByRole('button', { name: /^Redo: .* set to / }).click()
    await becomes(playground, value)
    const lock = page.locator('.terms').getByRole('button', { name: 'Lock W4,2', exact: true })
    await lock.press('Control+Z')
    await becomes(playground, before)
    await lock.press('Control+Shift+Z')
    await becomes(playground, value)
    await undo(playground)
    await becomes(playground, before)
  }
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('an output’s bias is a dial too, in the Neuron panel and in the Layer panel’s matrix', async () => {
  const { playground, page } = await openDial()
  const bias = async () => (await playground.state()).parameters[2].bias[3]
  await playground.run({ do: 'set', changes: { 'view.selected': { layer: 2, unit: 3 } } })
  const dial = page.locator('.terms').getByRole('spinbutton', { name: 'B4: bias of output d', exact: true })
  await dial.waitFor()
  const [first, Z] = [await bias(), await sumShown(playground)]
  await dial.fill('-1.25')
  await dial.press('Enter')
  await eventually(async () => assert.equal(await bias(), -1.25))
  await eventually(async () => near(await sumShown(playground), Z - 1.25 - first, 1e-5))
  await page.getByRole('tab', { name: 'Layer', exact: true }).click()
  const cell = page.locator('[data-matrix=Bias]').getByRole('spinbutton', { name: 'B4: bias of output d', exact: true })
  await cell.waitFor()
  await shows(cell, -1.25)
  await cell.scrollIntoViewIfNeeded()
  const box = await cell.boundingBox()
  await page.mouse.move(box.x + 15, box.y + box.height / 2)
  await page.mouse.down()
  for (const pixels of [10, 25]) await page.mouse.move(box.x + 15 + pixels, box.y + box.height / 2)
  await page.mouse.up()
  await eventually(async () => assert.equal(await bias(), -1))
  await shows(page.locator('.chosen-weight input'), -1)
  for (const value of [-1.25, first]) {
    await undo(playground)
    await eventually(async () => assert.equal(await bias(), value))
  }
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('undo leaves open the neuron whose value it takes back', async () => {
  const { playground, page } = await openDial()
  await page.locator('.neuron[data-layer="2"][data-unit="3"]').click()
  const dial = page.locator('.terms').getByRole('spinbutton', { name: 'B4: bias of output d', exact: true })
  await dial.waitFor()
  await dial.fill('-1.25')
  await dial.press('Enter')
  await eventually(async () => assert.equal((await playground.state()).parameters[2].bias[3], -1.25))
  await undo(playground)
  await eventually(async () => assert.notEqual((await playground.state()).parameters[2].bias[3], -1.25))
  assert.deepEqual((await playground.state()).view.selected, { layer: 2, unit: 3 })
  await playground.close()
})

test('every dial foretells where one step takes its weight or bias, a locked one where it stays', async () => {
  const { playground, page } = await openDial()
  await playground.run({ do: 'set', changes: { 'training.optimizer': 'adam' } })
  await playground.run({ do: 'set', changes: { 'training.l2': 0.01 } })
  await playground.steps(3)
  await page.locator('.terms').getByRole('button', { name: 'Lock W4,2', exact: true }).click()
  await page.locator('.terms').getByRole('button', { name: 'Lock W4,2', exact: true, pressed: true }).waitFor()
  await playground.run({ do: 'set', changes: { 'view.digits': 15 } })
  const { network } = await playground.state()
  const places = network.layers.flatMap(({ units }, layer) =>
    Array.from({ length: units }, (_, unit) => ({ layer, unit })),
  )
  const read = ({ layer, unit }) =>
    eventually(async () => {
      await playground.run({ do: 'set', changes: { 'view.selected': { layer, unit } } })
      const rows = page.locator('.terms').first().locator(`tr[data-layer="${layer}"][data-row="${unit}"]`)
      const [values, next] = [
        await rows.locator('.dial-value').evaluateAll((inputs) => inputs.map((input) => input.value)),
        await rows.locator('.next-value').allTextContents(),
      ]
      assert.ok(values.length > 2 && next.length === values.length)
      return { values: values.map(numberIn), next: next.map(numberIn) }
    })
  const foretold = []
  for (const place of places) foretold.push(await read(place))
  await playground.press('One step')
  await playground.until('stepCount', (value) => value === 4)
  const { parameters } = await playground.state()
  for (const [i, { layer, unit }] of places.entries()) {
    const after = [...parameters[layer].weights[unit], parameters[layer].bias[unit]]
    foretold[i].next.forEach((next, k) => near(next, after[k], 1e-13, `${layer} ${unit} ${k}`))
    const isLocked = (k) => layer === 0 && unit === 1 && k === 3
    foretold[i].values.forEach((value, k) =>
      assert.equal(Math.abs(value - after[k]) < 1e-13, isLocked(k), `${layer} ${unit} ${k}`),
    )
    const values = await eventually(async () => {
      const shown = (await read({ layer, unit })).values
      near(shown[0], after[0], 1e-13)
      return shown
    })
    values.forEach((value, k) => near(value, after[k], 1e-13))
  }
  await playground.steps(20)
  near(await weightOf(playground), foretold[1].values[3], 1e-14, 'locked through all steps')
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('a neuron muted costs what the panel foretold, and switched on again all is as before', async () => {
  const { playground, page } = await openDial()
  await playground.steps(5)
  await playground.run({ do: 'set', changes: { 'view.digits': 12 } })
  const foretold = (start) =>
    eventually(async () => {
      const words = await page.locator('.lost').textContent()
      assert.ok(words.startsWith(start), words)
      const [, now, then] = /cost (\S+) → ([−\d.e]*\d)/.exec(words)
      assert.ok(now.length > 10, now)
      near(await playground.number('cost'), numberIn(now), 1e-3, 'cost shown')
      return [now, then]
    })
  const [whole, without] = await foretold('Without it: ')
  const shown = await playground.reading('cost')
  assert.notEqual(whole, without)
  const said = await page.locator('.lost').evaluateHandle((line) => {
    const sentences = new Set()
    new MutationObserver(() => sentences.add(line.textContent.trim())).observe(line, {
      childList: true,
      subtree: true,
      characterData: true,
    })
    return sentences
  })
  const lever = page.getByRole('switch', { name: 'Switch this neuron off' })
  await lever.focus()
  await page.keyboard.press('Space')
  assert.deepEqual(await foretold('With it: '), [without, whole])
  assert.ok(await lever.isChecked())
  await eventually(async () =>
    assert.match(await page.locator('.neuron[data-layer="0"][data-unit="1"]').getAttribute('class'), /\bmuted\b/),
  )
  await page.keyboard.press('Space')
  assert.deepEqual(await foretold('Without it: '), [whole, without])
  await eventually(async () => assert.equal(await playground.reading('cost'), shown))
  await playground.press('Undo: layer 1, neuron 2 switched on')
  assert.deepEqual(await foretold('With it: '), [without, whole])
  const sentences = (await said.evaluate((all) => [...all])).filter(Boolean)
  const right = [
    ['Without it', whole, without],
    ['With it', without, whole],
  ].map(([how, now, then]) => `${how}: cost ${now} → ${then}`)
  for (const sentence of sentences)
    assert.ok(
      right.some((start) => sentence.startsWith(start)),
      `not even for a moment: ${sentence}`,
    )
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('a refused text keeps the old value, says why, and can be mended or left', async () => {
  const { playground, dial } = await openDial()
  for (const text of ['', 'lots', '1e999', '1.2.3']) {
    await dial.fill(text)
    await dial.press('Enter')
    await eventually(async () => assert.equal(await dial.getAttribute('aria-invalid'), 'true', text))
    await eventually(async () => assert.match(await playground.notice().textContent(), /must be a number|too large/))
    assert.equal(await weightOf(playground), before)
    assert.equal(await dial.inputValue(), text)
  }
  await dial.fill('0.5')
  await dial.press('Enter')
  await becomes(playground, 0.5)
  await eventually(async () => assert.equal(await dial.getAttribute('aria-invalid'), 'false'))
  await undo(playground)
  await becomes(playground, before)
  assert.deepEqual(playground.faults, [])
  await playground.close()
})
