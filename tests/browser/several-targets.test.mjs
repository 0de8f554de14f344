import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openSite } from './page.mjs'
import { eventually, numberIn } from './reading.mjs'

/** Two targets of different units and scales, standardised: each is read back in its own unit. */

const site = await openSite()
after(() => site.close())

const masses = 4000
const lengths = 0.2
const table = {
  inputs: ['age'],
  outputs: ['mass', 'length'],
  about: { mass: { unit: 'g' }, length: { unit: 'm' } },
  rows: Array.from({ length: 24 }, (_, i) => [i, masses + 50 * i, lengths + 0.001 * i]),
}
const own = {
  ...table,
  inputs: ['age', 'size', 'year'],
  rows: table.rows.map(([i, ...rest]) => [i, i % 5, i % 3, ...rest]),
}

async function opened(tab, given = table) {
  const playground = await site.open('?data=xor', { viewport: { width: 1440, height: 900 } })
  await playground.run({ do: 'openTable', table: given })
  await playground.run({ do: 'set', changes: { 'view.tab': tab } })
  await playground.run({ do: 'epoch', count: 5 })
  return playground
}

test('Measures has each target in its own unit', async () => {
  const playground = await opened('measures')
  const { page } = playground
  const line = page.locator('.measures-all tr', { hasText: /absolute/i })
  const worst = () => page.locator('.measures-worst tbody tr').first().locator('td').allTextContents()
  for (const [output, unit, low, high] of [
    ['mass', 'g', masses, masses + 1150],
    ['length', 'm', lengths, lengths + 0.023],
  ]) {
    await page.locator('glassbox-measures select').last().selectOption({ label: output })
    await eventually(async () => assert.ok((await line.locator('th').textContent()).trim().endsWith(`(${unit})`)))
    const [actual, predicted, off] = (await worst()).map(numberIn)
    assert.ok(actual >= low && actual <= high, `${actual}`)
    assert.ok(Math.abs(predicted - actual) < 3 * (high - low), `${predicted}`)
    assert.ok(Math.abs(actual - predicted - off) <= 0.002 * high, `${off}`)
    await page.locator('.measures-plot .plot-label', { hasText: `predicted ${output} (${unit})` }).waitFor()
  }
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('the picture has a plot for each target, with axes in its unit', async () => {
  const playground = await opened('inputs', own)
  const { page } = playground
  const plots = page.locator('.picture-body glassbox-scatter .plot')
  await eventually(async () => assert.equal(await plots.count(), 2))
  for (const [at, name] of ['mass (g)', 'length (m)'].entries())
    for (const axis of ['actual', 'predicted'])
      await plots
        .nth(at)
        .locator('.plot-label', { hasText: `${axis} ${name}` })
        .waitFor()
  const [low] = await plots.nth(1).evaluate(({ x, y }) => [x.high, y.high])
  assert.ok(low < 1, `${low}`)
  await page.locator('.answer th', { hasText: 'length (m)' }).waitFor()
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('targets of one unit share a plot, whose axes leave their names to the legend, and each has a line in words', async () => {
  const about = { mass: { unit: 'g' }, length: { unit: 'g' } }
  const playground = await opened('inputs', { ...own, about })
  const { page } = playground
  await eventually(async () => {
    const plots = page.locator('.picture-body glassbox-scatter .plot')
    assert.equal(await plots.count(), 1)
    assert.deepEqual(await plots.locator('.plot-label').allTextContents(), ['actual (g)', 'predicted (g)'])
    const lines = (await page.locator('.picture-row p').textContent()).split('\n')
    assert.deepEqual(
      lines.map((line) => /^(\w+): [\d,.]+, actual [\d,.]+$/.exec(line)?.[1]),
      ['mass', 'length'],
    )
  })
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('the costs name what is furthest off in its unit, and predictions of a page come back in theirs', async () => {
  const playground = await opened('cost')
  const { page } = playground
  const cells = page.locator('glassbox-cost tbody tr td .name')
  await cells.first().waitFor()
  for (const cell of await cells.all()) {
    const [name, value, unit] = (await cell.locator('..').textContent()).trim().split(/\s+/)
    assert.equal(unit, { mass: 'g', length: 'm' }[name])
    assert.ok(Math.abs(numberIn(value)) < { mass: 4000, length: 0.2 }[name], value)
  }
  const [[mass, length]] = await page.evaluate(() => document.querySelector('glassbox-playground').predict([[3]]))
  assert.ok(mass > 2000 && mass < 7000, `${mass}`)
  assert.ok(length > 0.1 && length < 0.4, `${length}`)
  await playground.close()
})
