import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { fiveTwoThreeFive, loadHand } from './hand.mjs'
import { openSite } from './page.mjs'
import { eventually, findingsInBothThemes, forward, near, numberIn, openPanel } from './reading.mjs'

const site = await openSite()
after(() => site.close())

const select = (playground, layer, unit) => playground.run({ do: 'set', changes: { 'view.selected': { layer, unit } } })
const setScope = (playground, scope) => playground.run({ do: 'set', changes: { 'view.scope': scope } })

/** The 5-2-3-5 network with a panel open. */
async function openNetwork(tab, options = {}, how = {}) {
  const playground = await site.open('?data=hand', options)
  const parameters = await loadHand(playground, fiveTwoThreeFive, how)
  await openPanel(playground, tab)
  return { playground, parameters }
}

/** What the Neuron panel says: the formula's numbers, the rows of the table, Z and activation. */
const readNeuron = ({ page }) =>
  page.locator('.neuron-sheet').evaluate((sheet) => {
    const clean = (element) => element.textContent.trim().replace(/\s+/g, ' ')
    const pairs = (kind) =>
      [...sheet.querySelectorAll(`.sum-lines .pair.${kind}`)].map((pair) => [...pair.children].map(clean))
    const rows = [...sheet.querySelector('table.terms').querySelectorAll('tbody tr')].map((row) => {
      const cells = [...row.cells].map(clean)
      return {
        name: cells[0],
        weight: row.querySelector('input').value,
        value: cells[3],
        from: cells[4],
        product: cells[6],
      }
    })
    return {
      title: clean(sheet.querySelector('h2')),
      terms: pairs('term'),
      bias: pairs('bias')[0],
      total: pairs('total')[0][1],
      rows,
      sum: clean(sheet.querySelector('tfoot td')),
      activation: clean(sheet.querySelector('[data-value=activation]')),
    }
  })

/** The rows of a matrix of the Layer panel. */
const readMatrix = ({ page }, name) =>
  page
    .locator(`[data-matrix=${name}]`)
    .evaluate((table) =>
      [...table.tBodies[0].rows].map((row) =>
        [...row.cells].slice(1).map((cell) => cell.querySelector('input')?.value ?? cell.textContent.trim()),
      ),
    )

const numbersOf = (matrix) => matrix.map((row) => row.map(numberIn))

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
  bias: [0.35, 0.6],
  Z: [
    [0.3775, 0.3925],
    [1.105905967, 1.224921404],
  ],
  activation: [
    [0.593269992, 0.596884378],
    [0.75136507, 0.772928465],
  ],
  after: [
    [
      [0.149780716, 0.19956143],
      [0.24975114, 0.29950229],
    ],
    [
      [0.35891648, 0.408666186],
      [0.51130127, 0.561370121],
    ],
  ],
}
const mazurPlaces = [0, 1].flatMap((layer) => [0, 1].map((unit) => ({ layer, unit })))

/** Opens a neuron by a click on the network, and gives what the panel says of it. */
async function openNeuron(playground, { layer, unit }) {
  await playground.page.locator(`.neuron[data-layer="${layer}"][data-unit="${unit}"]`).click()
  const title = layer ? `output Out${unit + 1}` : `layer 1, neuron ${unit + 1}`
  await playground.page.locator('.neuron-sheet').getByRole('heading', { name: title, exact: true }).waitFor()
}

test('Mazur’s network, its weights typed into the dials, shows his numbers before and after one step', async () => {
  const playground = await site.open('?data=hand')
  const { page } = playground
  await openPanel(playground, 'Neuron')
  const type = async (name, value) => {
    const dial = page
      .locator('.sum-part .terms')
      .first()
      .getByRole('spinbutton', { name: new RegExp(`^${name}:`) })
    await dial.fill(String(value))
    await dial.press('Enter')
    await eventually(async () => assert.equal(await dial.getAttribute('aria-valuenow'), String(value)))
  }
  for (const { layer, unit } of mazurPlaces) {
    await openNeuron(playground, { layer, unit })
    for (const [from, weight] of mazur.weights[layer][unit].entries()) await type(`W${from + 1},${unit + 1}`, weight)
    await type(`B${unit + 1}`, mazur.bias[layer])
    // In his example the biases do not learn.
    await page
      .locator('.terms')
      .first()
      .getByRole('button', { name: `Lock B${unit + 1}`, exact: true })
      .click()
  }
  assert.deepEqual(
    (await playground.state()).parameters,
    mazur.weights.map((weights, layer) => ({ weights, bias: [mazur.bias[layer], mazur.bias[layer]] })),
  )
  for (const { layer, unit } of mazurPlaces) {
    await openNeuron(playground, { layer, unit })
    await eventually(async () => {
      const { sum, total, activation, terms } = await readNeuron(playground)
      near(numberIn(sum), mazur.Z[layer][unit], 1e-9)
      near(numberIn(total.replace('=', '')), mazur.Z[layer][unit], 1e-9)
      near(numberIn(activation), mazur.activation[layer][unit], 1e-9)
      assert.deepEqual(
        terms.map(([, numbers]) => numberIn(numbers.split(' · ')[0])),
        mazur.weights[layer][unit],
      )
      const next = await page
        .locator('.terms')
        .first()
        .locator('tr[data-column]:not(.bias) .next-value')
        .allTextContents()
      assert.equal(next.length, 2)
      next.forEach((value, from) => near(numberIn(value), mazur.after[layer][unit][from], 1e-8, 'foretold'))
    })
  }
  near(await playground.number('cost'), 0.298371109, 1e-3)
  await page.locator('.next-line').filter({ hasText: 'which learns from 1 row.' }).waitFor()
  await playground.press('One step')
  await playground.until('stepCount', (value) => value === 1)
  for (const { layer, unit } of mazurPlaces) {
    await openNeuron(playground, { layer, unit })
    await eventually(async () =>
      (await readNeuron(playground)).rows
        .slice(0, 2)
        .forEach(({ weight }, from) => near(numberIn(weight), mazur.after[layer][unit][from], 1e-8, 'after the step')),
    )
  }
  near(await playground.number('cost'), 0.291027924, 1e-3)
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('every neuron is written out with the numbers of an independent computation, and its terms add up to its Z', async () => {
  const { playground, parameters } = await openNetwork('Neuron')
  const input = fiveTwoThreeFive.table.rows[0].slice(0, 5)
  const expected = forward({ parameters, network: (await playground.state()).network }, input)
  for (const [layer, { Z, activation }] of expected.entries()) {
    const into = layer ? expected[layer - 1].activation : input
    for (const unit of Z.keys()) {
      await select(playground, layer, unit)
      const shown = await eventually(async () => {
        const read = await readNeuron(playground)
        assert.equal(numberIn(read.sum).toFixed(9), Z[unit].toFixed(9))
        return read
      })
      const weights = parameters[layer].weights[unit]
      assert.equal(shown.terms.length, weights.length)
      weights.forEach((weight, column) => {
        const [symbols, numbers] = shown.terms[column]
        assert.equal(symbols, `W${column + 1},${unit + 1} · ${layer ? 'A' : 'In'}${column + 1}`)
        numbers
          .split(' · ')
          .map((number) => numberIn(number.replace(/[()]/g, '')))
          .forEach((number, i) => near(number, [weight, into[column]][i], 1e-11))
        const row = shown.rows[column]
        assert.equal(row.name, `W${column + 1},${unit + 1}`)
        near(numberIn(row.weight), weight, 1e-11)
        near(numberIn(row.value), into[column], 1e-11)
        near(numberIn(row.product), weight * into[column], 1e-11)
        if (!layer) assert.equal(row.from, fiveTwoThreeFive.table.inputs[column])
      })
      near(numberIn(shown.bias[1]), parameters[layer].bias[unit], 1e-11)
      const products = shown.rows.map(({ product }) => numberIn(product))
      near(
        products.reduce((sum, product) => sum + product, 0),
        numberIn(shown.sum),
        1e-10,
        'the column adds up',
      )
      near(numberIn(shown.total.replace('=', '')), Z[unit], 1e-11)
      near(numberIn(shown.activation), activation[unit], 1e-11)
    }
  }
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('every layer stands as matrices with its shapes, cell for cell the numbers of an independent computation', async () => {
  const { playground, parameters } = await openNetwork('Layer')
  const input = fiveTwoThreeFive.table.rows[0].slice(0, 5)
  const expected = forward({ parameters, network: (await playground.state()).network }, input)
  for (const [layer, { Z, activation }] of expected.entries()) {
    await select(playground, layer, 0)
    const into = layer ? expected[layer - 1].activation : input
    await eventually(async () => assert.equal((await readMatrix(playground, 'W')).length, Z.length))
    const close = (shown, numbers) => {
      assert.equal(shown.length, numbers.length)
      shown.forEach((row, r) => row.forEach((number, c) => near(number, [numbers[r]].flat()[c], 1e-11)))
    }
    close(numbersOf(await readMatrix(playground, 'W')), parameters[layer].weights)
    close(numbersOf(await readMatrix(playground, 'X')), into)
    close(numbersOf(await readMatrix(playground, 'Bias')), parameters[layer].bias)
    close(numbersOf(await readMatrix(playground, 'Z')), Z)
    close(numbersOf(await readMatrix(playground, 'A')), activation)
    const [n, m] = [Z.length, into.length]
    assert.match(
      await playground.page.locator('.shapes').textContent(),
      new RegExp(
        `^\\[W\\] ${n} × ${m} @ \\[X\\] ${m} × 1 \\+ \\[Bias\\] ${n} × 1 = \\[Z\\] ${n} × 1\\s+n × m = ${n} × ${m} = ${n * m} weights`,
      ),
    )
  }
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('W4,2 is one number on the wire, in the formula, in row 2, column 4 of the matrix, and in the engine', async () => {
  const { playground, parameters } = await openNetwork('Neuron')
  const { page } = playground
  const all = parameters[0].weights.flat()
  assert.equal(new Set(all).size, 10)
  const value = parameters[0].weights[1][3]
  await select(playground, 0, 1)
  const shown = await eventually(async () => {
    const read = await readNeuron(playground)
    assert.equal(read.terms[3][0], 'W4,2 · In4')
    return read
  })
  assert.equal(numberIn(shown.terms[3][1].split(' · ')[0]), value)
  assert.equal(numberIn(shown.rows.find(({ name }) => name === 'W4,2').weight), value)
  const chip = page.getByRole('button', { name: 'W4,2: weight from pulse to layer 1, neuron 2' })
  assert.equal(numberIn(await chip.locator('.weight-value').textContent()), value)
  await page.getByRole('tab', { name: 'Layer', exact: true }).click()
  await page.locator('[data-matrix=W]').waitFor()
  const matrix = numbersOf(await readMatrix(playground, 'W'))
  assert.equal(matrix[1][3], value)
  assert.deepEqual(matrix, parameters[0].weights)
  const trace = await page.evaluate(
    () => document.querySelector('glassbox-playground').getState({ withParameters: true }).parameters,
  )
  assert.equal(trace[0].weights[1][3], value)
  await playground.close()
})

test('pointing at a cell lights the wire, the neuron and the term, and back', async () => {
  const { playground } = await openNetwork('Layer')
  const { page } = playground
  await select(playground, 0, 1)
  const cell = page.locator('[data-matrix=W] td[data-row="1"][data-column="3"]')
  await cell.locator('input').hover()
  const chip = page.getByRole('button', { name: 'W4,2: weight from pulse to layer 1, neuron 2' })
  await eventually(async () => assert.match(await chip.getAttribute('class'), /\blit\b/))
  await eventually(async () =>
    assert.match(await page.locator('.read-out').textContent(), /^W4,2 · In4 = .* one of 5 terms of Z2 = /),
  )
  const light = (matrix, unit) => page.locator(`[data-matrix=${matrix}] td[data-unit="${unit}"]`).getAttribute('class')
  assert.equal(await light('X', 3), 'soft')
  assert.equal(await light('Z', 1), 'soft')
  assert.equal(await light('Z', 0), '')
  await page.locator('[data-matrix=Z] td[data-unit="0"]').hover()
  const neuron = page.getByRole('button', { name: /^layer 1, neuron 1:/ })
  await eventually(async () => assert.match(await neuron.getAttribute('class'), /\bpointed\b/))
  await eventually(async () =>
    assert.match(await page.locator('.read-out').textContent(), /^layer 1, neuron 1: Z1 = .*, A1 = sigmoid\(Z1\) = /),
  )
  await page.locator('[data-matrix=X] td[data-unit="2"]').hover()
  const input = page.locator('.neuron[data-layer="-1"][data-unit="2"]')
  await eventually(async () => assert.match(await input.getAttribute('class'), /\bpointed\b/))
  await page.locator('[data-matrix=Bias] td[data-row="1"]').locator('input').hover()
  await eventually(async () =>
    assert.match(
      await page.getByRole('button', { name: 'B2: bias of layer 1, neuron 2' }).getAttribute('class'),
      /\blit\b/,
    ),
  )
  await neuron.scrollIntoViewIfNeeded()
  await neuron.hover()
  await eventually(async () =>
    assert.deepEqual(await Promise.all([light('Z', 0), light('A', 0), light('Z', 1)]), ['lit', 'lit', '']),
  )
  await page.mouse.move(0, 0)
  await eventually(async () =>
    assert.equal(await page.locator('[data-matrix] td.lit, [data-matrix] td.soft').count(), 0),
  )
  await chip.scrollIntoViewIfNeeded()
  await chip.hover()
  await eventually(async () => assert.equal(await cell.getAttribute('class'), 'lit'))
  await page.getByRole('tab', { name: 'Neuron', exact: true }).focus()
  await page.keyboard.press('Enter')
  const pointedRows = page.locator('.terms').first().locator('tr.pointed th')
  await page.locator('.terms').first().waitFor()
  await chip.hover()
  await eventually(async () => assert.deepEqual(await pointedRows.allTextContents(), ['W4,2']))
  await page.locator('.terms tr[data-column="0"] th').first().hover()
  await eventually(async () => assert.deepEqual(await pointedRows.allTextContents(), ['W1,2']))
  await eventually(async () =>
    assert.match(await page.getByRole('button', { name: /^W1,2: weight from age/ }).getAttribute('class'), /\blit\b/),
  )
  const lit = page.locator('.wire.lit')
  assert.equal(await lit.count(), 1, 'its edge alone, though the neuron of all the terms is selected')
  await page.mouse.move(0, 0)
  await eventually(async () => assert.equal(await lit.count(), 5 + 3, 'all edges of the selected neuron'))
  await playground.close()
})

test('the value of an edge that is pointed at covers no other, so that it is not read as another’s', async () => {
  const playground = await site.open('?data=iris&tab=layer&layers=4.tanh-3.softmax&select=0.1')
  const { page } = playground
  await playground.steps(1)
  const cell = page.locator('[data-matrix=W] td[data-row="2"][data-column="0"]')
  await cell.waitFor()
  await cell.hover()
  const chip = page.getByRole('button', { name: /^W1,3: weight from sepal length/ })
  await eventually(async () => assert.match(await chip.getAttribute('class'), /\blit\b/))
  const boxes = await page.locator('.graph-weights .weight').evaluateAll((all) =>
    all.map((each) => {
      const { left, right, top, bottom } = each.getBoundingClientRect()
      return { name: each.textContent.trim(), left, right, top, bottom }
    }),
  )
  const own = boxes.find(({ name }) => name.startsWith('W1,3'))
  const covered = boxes.filter(
    (box) =>
      box !== own && box.left < own.right && box.right > own.left && box.top < own.bottom && box.bottom > own.top,
  )
  assert.deepEqual(
    covered.map(({ name }) => name),
    [],
  )
  await playground.close()
})

test('over a batch the numbers are means: the sum holds, and the activation is the mean of f(Z)', async () => {
  const { playground, parameters } = await openNetwork('Neuron')
  await setScope(playground, 'batch')
  await select(playground, 1, 2)
  const { network } = await playground.state()
  const passes = fiveTwoThreeFive.table.rows.map((row) => forward({ parameters, network }, row.slice(0, 5)))
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length
  const Z = mean(passes.map((pass) => pass[1].Z[2]))
  const shown = await eventually(async () => {
    const read = await readNeuron(playground)
    near(numberIn(read.sum), Z, 1e-10)
    assert.equal(read.title, 'layer 2, neuron 3')
    return read
  })
  near(numberIn(shown.activation), mean(passes.map((pass) => pass[1].activation[2])), 1e-10)
  near(
    shown.rows.reduce((sum, { product }) => sum + numberIn(product), 0),
    Z,
    1e-10,
  )
  const { page } = playground
  assert.match(await page.locator('.tab-panel').textContent(), /Means over the 3 rows of the next batch/)
  await page.getByRole('tab', { name: 'Layer', exact: true }).click()
  await eventually(async () => {
    const shownZ = await readMatrix(playground, 'Z')
    assert.equal(shownZ[0].length, 4, 'a column a row, and the mean')
    const heads = await page.locator('[data-matrix=Z] thead th').allTextContents()
    for (const [sample, head] of heads.slice(0, 3).entries()) {
      const pass = passes[Number(head.replace('row ', '')) - 1]
      pass[1].Z.forEach((expected, unit) => near(numberIn(shownZ[unit][sample]), expected, 1e-10))
    }
    near(numberIn(shownZ[2][3]), Z, 1e-10)
  })
  assert.match(
    await page.locator('.shapes').textContent(),
    /^\[W\] 3 × 2 @ \[X\] 2 × 3 \+ \[Bias\] 3 × 1 = \[Z\] 3 × 3/,
  )
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('a neuron that is switched off hands on nothing, and the page says what the network lost', async () => {
  const { playground, parameters } = await openNetwork('Neuron')
  const { page } = playground
  await select(playground, 0, 1)
  await page
    .locator('.lost')
    .filter({ hasText: /Without it: cost .* → / })
    .waitFor()
  const [, before, after] = /cost (\S+) → ([^,]*[\d])/.exec(await page.locator('.lost').textContent()).map(numberIn)
  near(await playground.number('cost'), before, 1e-3)
  await page.getByRole('switch', { name: 'Switch this neuron off' }).focus()
  await page.keyboard.press('Space')
  await page
    .locator('.lost')
    .filter({ hasText: /With it: cost/ })
    .waitFor()
  await eventually(async () => {
    near(await playground.number('cost'), after, 1e-3)
    assert.equal(numberIn((await readNeuron(playground)).activation), 0)
  })
  await select(playground, 1, 0)
  const shown = await eventually(async () => {
    const read = await readNeuron(playground)
    assert.equal(read.title, 'layer 2, neuron 1')
    return read
  })
  assert.equal(numberIn(shown.rows[1].product), 0)
  assert.match(shown.rows[1].from, /switched off/)
  assert.equal(numberIn(shown.rows[1].weight), parameters[1].weights[0][1])
  await page.keyboard.press('Escape')
  await playground.run({ do: 'undo' })
  await eventually(async () => assert.notEqual(numberIn((await readNeuron(playground)).rows[1].product), 0))
  await playground.close()
})

test('a layer of many weights is a heat map that is read by arrow keys, and its long columns turn page by page', async () => {
  const playground = await site.open('?data=digits&layers=32.relu-10.softmax')
  const { page } = playground
  await openPanel(playground, 'Layer', 6)
  await select(playground, 0, 0)
  const map = page.getByRole('application', { name: /heat map, 32 rows, 64 columns/ })
  await map.focus()
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'Shift+ArrowRight']) await page.keyboard.press(key)
  const { parameters } = await playground.state()
  await eventually(async () => {
    const [, weight] = /^W12,3 · In12 = (\S+) ·/.exec(await page.locator('.read-out').textContent()) ?? []
    near(numberIn(weight), parameters[0].weights[2][11], 1e-5)
  })
  await page.keyboard.press('Enter')
  const dial = page.locator('.chosen-weight').getByRole('spinbutton', { name: /^W12,3: weight from/ })
  await eventually(async () => assert.ok(await dial.evaluate((input) => input.getRootNode().activeElement === input)))
  await page.keyboard.type('0.125')
  await page.keyboard.press('Enter')
  await eventually(async () => assert.equal((await playground.state()).parameters[0].weights[2][11], 0.125))
  assert.equal((await readMatrix(playground, 'X')).length, 16)
  await map.focus()
  await page.keyboard.press('End')
  await eventually(async () =>
    assert.equal(await page.locator('[data-matrix=X] tbody th').last().textContent(), 'In64'),
  )
  await page.getByRole('button', { name: 'Earlier rows of [X]' }).focus()
  await page.keyboard.press('Enter')
  await eventually(async () =>
    assert.equal(await page.locator('[data-matrix=X] tbody th').first().textContent(), 'In33'),
  )
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('of many terms a page is shown, and with the sum of the others it adds up, in either order', async () => {
  const playground = await site.open('?data=digits&layers=32.relu-10.softmax')
  const { page } = playground
  await openPanel(playground, 'Neuron')
  await select(playground, 0, 3)
  const read = () =>
    page
      .locator('table.terms')
      .first()
      .evaluate((table) => ({
        names: [...table.querySelectorAll('tbody tr[data-column] th')].map((cell) => cell.textContent),
        products: [...table.querySelectorAll('tbody tr')].map((row) => row.cells[row.cells.length - 2].textContent),
        sum: table.tFoot.rows[0].cells[1].textContent,
      }))
  const addsUp = ({ products, sum }) =>
    near(
      products.reduce((all, product) => all + numberIn(product), 0),
      numberIn(sum),
      1e-9,
    )
  const first = await eventually(async () => {
    const shown = await read()
    assert.equal(shown.names.length, 13)
    return shown
  })
  addsUp(first)
  await page.getByText('The terms are sorted by how much they contribute').waitFor()
  const sizes = first.products.slice(0, 12).map((product) => Math.abs(numberIn(product)))
  assert.deepEqual(
    sizes,
    [...sizes].sort((a, b) => b - a),
  )
  assert.ok(sizes[0] > 0)
  await page.getByRole('combobox', { name: 'Order' }).first().selectOption('given')
  await eventually(async () => assert.equal((await read()).names[0], 'W1,4'))
  await page.getByText('The terms stand in the order of the network').waitFor()
  await page.getByRole('button', { name: 'Later terms' }).first().click()
  await eventually(async () => assert.equal((await read()).names[0], 'W13,4'))
  addsUp(await read())
  await playground.close()
})

test('an input says its value, what the network sees of it, and where it goes', async () => {
  const playground = await site.open('?data=penguins')
  const { page } = playground
  await openPanel(playground, 'Neuron')
  await select(playground, -1, 0)
  await page.locator('.neuron-sheet .facts').waitFor()
  const { network, parameters } = await playground.state()
  const weights = await page
    .locator('table.terms tbody input')
    .evaluateAll((inputs) => inputs.map((input) => input.value))
  assert.equal(weights.length, network.layers[0].units)
  weights.forEach((weight, unit) => near(numberIn(weight), parameters[0].weights[unit][0], 1e-11))
  await playground.close()
})

test('axe finds nothing in the Neuron and Layer panels', async () => {
  const { playground } = await openNetwork('Neuron')
  const { page } = playground
  await select(playground, 0, 1)
  await page.locator('details.out summary').click()
  await page.locator('.lost').filter({ hasText: 'cost' }).waitFor()
  assert.deepEqual(await findingsInBothThemes(playground), [])
  await page.getByRole('tab', { name: 'Layer', exact: true }).click()
  await page.locator('[data-matrix=W] input').first().focus()
  await page.locator('.chosen-weight .lock').waitFor()
  assert.deepEqual(await findingsInBothThemes(playground), [])
  await playground.run({ do: 'chooseData', name: 'digits' })
  await page.locator('.heat').waitFor()
  assert.deepEqual(await findingsInBothThemes(playground), [])
  await playground.close()
})

for (const width of [1440, 768, 360]) {
  test(`nothing of the Neuron and Layer panels sticks out sideways at ${width} px`, async () => {
    const { playground } = await openNetwork('Neuron', { viewport: { width, height: 800 } }, { view: { digits: 15 } })
    const { page } = playground
    await playground.run({ do: 'set', changes: { 'view.digits': 15 } })
    for (const [tab, part] of [
      ['Neuron', '.sum-lines'],
      ['Layer', '.expression'],
    ]) {
      await page.getByRole('tab', { name: tab, exact: true }).click()
      await page.locator(part).waitFor()
      const [overflow, beyond] = await page.evaluate((selector) => {
        const element = document.querySelector('glassbox-playground').shadowRoot.querySelector(selector)
        return [
          document.documentElement.scrollWidth - document.documentElement.clientWidth,
          element.scrollWidth - element.clientWidth,
        ]
      }, part)
      assert.ok(overflow <= 0 && beyond <= 1, `${tab}: ${overflow} px, ${beyond} px`)
    }
    await playground.close()
  })
}
