import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openSite } from './page.mjs'
import { eventually, findings } from './reading.mjs'

/** The panel Compare: runs that are kept, and trainings beside the present one. */

const site = await openSite()
after(() => site.close())

const link = '?data=moons&layers=4.tanh-1.sigmoid&batch=10&rate=0.1&l2=0.01&tab=compare'

async function openCompare(options = {}, query = link) {
  const playground = await site.open(query, options)
  await playground.page.locator('.compare').waitFor()
  return playground
}

const set = (playground, changes) => playground.run({ do: 'set', changes })
const rows = ({ page }, part) => page.locator(`.compare-${part} .compare-table tbody tr`)
const words = async (locator) => (await locator.allTextContents()).map((each) => each.replace(/\s+/g, ' ').trim())
const choose = ({ page }, kind) => page.getByRole('radio', { name: kind }).check({ force: true })

/** Trains what is chosen for so many steps, until it is done. */
async function train(playground, steps) {
  const { page } = playground
  await page.locator('#compare-until').fill(String(steps))
  await page.locator('#compare-until').press('Enter')
  await page.locator('.compare-go button').click()
  await page.getByText(`Done: ${steps} steps each.`).waitFor()
}

/** How many pixels of a plot's marks are painted. */
const painted = ({ page }, part) =>
  page
    .locator(`.compare-${part} .compare-plot .plot-marks`)
    .first()
    .evaluate((canvas) => {
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
      return data.filter((value, i) => i % 4 === 3 && value > 0).length
    })

test('before there is a line it says what to do, and there are no empty axes, whatever becomes of a trial', async () => {
  const playground = await openCompare()
  const { page } = playground
  const plots = () => page.locator('.compare-plot').count()
  await page.getByText('Train a few steps first; then there is a run to keep.').waitFor()
  assert.deepEqual([await plots(), await page.locator('.compare-table').count()], [0, 0])
  await train(playground, 20)
  assert.equal(await plots(), 1)
  await playground.steps(10)
  await eventually(async () => assert.equal(await plots(), 2))
  assert.equal(await page.getByText('Train a few steps first').count(), 0)
  assert.deepEqual(await findings(playground), [])
  await playground.close()
})

test('two runs are kept, tell what differs from the present one, and one is loaded back to its very weights', async () => {
  const playground = await openCompare()
  const { page } = playground
  assert.equal(await playground.button('Keep this run to compare').getAttribute('aria-disabled'), 'true')
  await playground.steps(60)
  const { parameters } = await playground.state()
  await playground.press('Keep this run to compare')
  await eventually(async () => assert.equal(await rows(playground, 'runs').count(), 2))
  await playground.run({ do: 'reset' })
  await set(playground, { 'training.learningRate': 0.3, 'training.l2': 0 })
  await playground.steps(40)
  await playground.press('Keep this run to compare')
  await eventually(async () => assert.equal(await rows(playground, 'runs').count(), 3))
  const [present, first, second] = await words(rows(playground, 'runs'))
  assert.match(present, /Present run.*at step \d+/)
  assert.match(first, /Differs from the present run: Learning rate 0.3 → 0.1, L2 penalty 0 → 0.01.*at step \d+/)
  assert.match(second, /Same settings as the present run/)
  assert.ok((await painted(playground, 'runs')) > 500)
  await page.getByRole('textbox', { name: 'Name of run 1' }).fill('with a penalty')
  await page.getByRole('textbox', { name: 'Name of run 1' }).press('Enter')
  await page.getByRole('button', { name: 'Load with a penalty' }).click()
  await eventually(async () => assert.equal(await playground.number('stepCount'), 60))
  assert.deepEqual((await playground.state()).parameters, parameters)
  await eventually(async () => assert.match((await words(rows(playground, 'runs')))[1], /Same settings/))
  await page.getByRole('button', { name: 'Remove with a penalty' }).click()
  await eventually(async () => assert.equal(await rows(playground, 'runs').count(), 2))
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('a run that was left by going back to step 0 is offered, and kept with its curve', async () => {
  const playground = await openCompare()
  await playground.steps(30)
  await playground.run({ do: 'reset' })
  await playground.press('Keep the run of 30 steps')
  await eventually(async () =>
    assert.match((await words(rows(playground, 'runs')))[1] ?? '', /Same settings.*at step \d+/),
  )
  assert.equal(await playground.button('Keep the run of 30 steps').count(), 0)
  await playground.close()
})

test('all optimizers race from the same weights while the page stays as it is, and their paths stand on the slope', async () => {
  const playground = await openCompare()
  const { page } = playground
  await playground.steps(5)
  const before = await playground.state()
  await choose(playground, 'All optimizers')
  await train(playground, 80)
  const names = await words(rows(playground, 'trial'))
  assert.equal(names.length, 7)
  assert.match(names[0], /Gradient descent, rate 0.1/)
  assert.match(names[5], /Adam, rate 0.1/)
  assert.ok((await painted(playground, 'trial')) > 1000)
  assert.deepEqual(await playground.state(), before)
  await page.getByRole('button', { name: 'See the paths under Slope' }).click()
  await eventually(async () =>
    assert.match(await page.locator('.slope-legend').innerText(), /A Gradient descent, rate 0.1/),
  )
  await playground.run({ do: 'addUnit', layer: 0 })
  await eventually(async () => assert.equal(await page.locator('.slope-legend', { hasText: 'Adam, rate' }).count(), 0))
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('two networks with one changed setting train in step; the first is the one that the page trains', async () => {
  const playground = await openCompare()
  const { page } = playground
  await choose(playground, 'This one, with one change')
  await train(playground, 50)
  const [one, other, difference] = await words(rows(playground, 'trial'))
  assert.match(one, /This one/)
  assert.match(other, /With L2 penalty 0.01 → 0/)
  assert.match(difference, /Difference.*[+−]/)
  await eventually(async () => assert.equal(await page.locator('.compare-pictures glassbox-plane canvas').count(), 4))
  const cost = await rows(playground, 'trial').first().locator('td').nth(1).textContent()
  await playground.steps(50)
  assert.equal(await playground.reading('cost'), cost.trim())
  await playground.close()
})

test('one setting over several seeds is a band, which says of what', async () => {
  const playground = await openCompare()
  const { page } = playground
  await page.locator('#compare-seeds').fill('1')
  await page.locator('#compare-seeds').press('Enter')
  await page.getByText(/How many seeds must be a whole number from 2 to 20/).waitFor()
  await page.locator('#compare-seeds').fill('4')
  await page.locator('#compare-seeds').press('Enter')
  await train(playground, 60)
  assert.equal(await rows(playground, 'trial').count(), 4)
  await page.getByText(/the median of 4 seeds\. Band: the middle half/).waitFor()
  await page.getByRole('combobox', { name: 'Band' }).selectOption('range')
  await page.getByText(/Band: from the lowest to the highest/).waitFor()
  await playground.close()
})

test('results say that they are of earlier settings as soon as one is changed, and not when that is undone', async () => {
  const playground = await openCompare()
  const { page } = playground
  await choose(playground, 'This one, with one change')
  await train(playground, 20)
  assert.equal(await page.locator('.compare-stale').count(), 0)
  await set(playground, { 'training.learningRate': 0.2 })
  await page.getByText(/The settings have changed since: Learning rate 0.1 → 0.2/).waitFor()
  await playground.run({ do: 'undo' })
  await eventually(async () => assert.equal(await page.locator('.compare-stale').count(), 0))
  await playground.close()
})

test('a long trial is stopped, waits while the panel is closed, and keeps what it has come to', async () => {
  const playground = await openCompare()
  const { page } = playground
  await choose(playground, 'All optimizers')
  await page.locator('#compare-until').fill('100000')
  await page.locator('#compare-until').press('Enter')
  await page.locator('.compare-go button').click()
  await page.getByText(/^Step [1-9]/).waitFor()
  await set(playground, { 'view.tab': 'cost' })
  await set(playground, { 'view.tab': 'compare' })
  await page.getByText(/^Step [1-9]/).waitFor()
  await page.locator('.compare-go').getByRole('button', { name: 'Stop' }).click()
  await page.getByText('Stopped.').waitFor()
  assert.equal(await rows(playground, 'trial').count(), 7)
  await playground.steps(3)
  assert.equal(await playground.number('stepCount'), 3)
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

for (const [colorScheme, width] of [
  ['light', 1440],
  ['dark', 390],
])
  test(`axe finds nothing in the panel with runs and results, ${colorScheme}, ${width} px wide`, async () => {
    const playground = await openCompare({ colorScheme, viewport: { width, height: 900 } })
    await playground.steps(20)
    await playground.press('Keep this run to compare')
    await choose(playground, 'This one, with one change')
    await train(playground, 20)
    assert.deepEqual(await findings(playground, ''), [])
    await playground.close()
  })
