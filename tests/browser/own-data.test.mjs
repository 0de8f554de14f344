import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { text as contents } from 'node:stream/consumers'
import { after, test } from 'node:test'
import { openSite } from './page.mjs'
import { eventually, findingsInBothThemes, numberIn, openPanel } from './reading.mjs'

const site = await openSite()
after(() => site.close())

/** The penguins as somebody would bring them: NA where a value is missing, categories as words. */
async function penguins(target) {
  const csv = await readFile(new URL('../../web/data/penguins.csv', import.meta.url), 'utf8')
  const [header, ...lines] = csv
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','))
  const units = { bill_length_mm: 'mm', bill_depth_mm: 'mm', flipper_length_mm: 'mm', body_mass_g: 'g' }
  const levels = Object.fromEntries(
    ['species', 'island', 'sex'].map((name) => {
      const at = header.indexOf(name)
      return [name, [...new Set(lines.map((line) => line[at]))].filter((level) => level !== 'NA').sort()]
    }),
  )
  const inputs = ['island', 'sex', ...Object.keys(units), 'species'].filter((name) => name !== target)
  const columns = [...inputs, target, 'year']
  const cell = (line, name) => {
    const written = line[header.indexOf(name)]
    if (written === 'NA') return null
    return levels[name] ? levels[name].indexOf(written) : Number(written)
  }
  const about = {
    ...Object.fromEntries(Object.entries(units).map(([name, unit]) => [name, { unit, missing: 'mean' }])),
    ...Object.fromEntries(Object.entries(levels).map(([name, all]) => [name, { levels: all }])),
    sex: { levels: levels.sex, missing: 'column' },
  }
  return {
    inputs,
    outputs: [target],
    ignored: ['year'],
    about,
    rows: lines.map((line) => columns.map((name) => cell(line, name))),
  }
}

const frameOf = ({ page }) => page.evaluate(() => document.querySelector('glassbox-playground').frame())

const prediction = ({ page }) => page.locator('.prediction').innerText()

test('penguins with missing values are learnt to 95 % of the test rows, and read back in millimetres', async () => {
  const playground = await site.open('?data=xor')
  const { ok, message } = await playground.run({ do: 'openTable', table: await penguins('species') })
  assert.ok(ok, message)
  await playground.steps(600)
  const { testAccuracy } = await frameOf(playground)
  assert.ok(testAccuracy >= 0.95, `${testAccuracy} of the test rows`)
  await openPanel(playground, 'Inputs')
  const form = playground.page.locator('.predict')
  await form.getByText('empty where it is not known').first().waitFor()
  await form.getByLabel('island', { exact: true }).selectOption('Biscoe')
  await form.getByLabel('sex', { exact: true }).selectOption('not known')
  for (const [name, value] of [
    ['bill_length_mm (mm)', '49'],
    ['bill_depth_mm (mm)', '15'],
    ['flipper_length_mm (mm)', '222'],
    ['body_mass_g (g)', '5400'],
  ])
    await form.getByLabel(name, { exact: true }).fill(value)
  await eventually(async () => assert.match(await prediction(playground), /^Gentoo\s+The network is sure/))
  await form.locator('summary').click()
  await form
    .getByRole('textbox', { name: 'Predict many rows' })
    .fill(
      'sex,island,body_mass_g,bill_depth_mm,flipper_length_mm,bill_length_mm\nfemale,Torgersen,3400,18,185,38\nNA,Biscoe,5500,15,225,50',
    )
  await form.getByRole('button', { name: 'Predict these rows' }).click()
  await eventually(async () =>
    assert.deepEqual(await form.locator('tbody td:nth-child(7)').allTextContents(), ['Adelie', 'Gentoo']),
  )
  const [download] = await Promise.all([
    playground.page.waitForEvent('download'),
    form.getByRole('button', { name: 'Download as CSV' }).click(),
  ])
  const file = await contents(await download.createReadStream())
  assert.match(file, /predicted species,probability of Adelie,.*\r\nfemale,Torgersen,3400,18,185,38,Adelie,0\.9/)
  assert.deepEqual(await findingsInBothThemes(playground, '.own-data'), [])
  await playground.close()
})

test('a mass is predicted in grams, with how far off the network is', async () => {
  const playground = await site.open('?data=xor')
  const table = await penguins('body_mass_g')
  assert.ok((await playground.run({ do: 'openTable', table })).ok)
  await playground.steps(600)
  const { testR2 } = await frameOf(playground)
  assert.ok(testR2 > 0.75, `${testR2}`)
  await openPanel(playground, 'Inputs')
  await eventually(async () => {
    const [, mass, off] =
      /body_mass_g: ([\d,]+(?:\.\d+)?) g.*off by ([\d.]+) g/s.exec(await prediction(playground)) ?? []
    assert.ok(Number(mass?.replace(',', '')) > 2500 && Number(mass?.replace(',', '')) < 6500, `${mass} g`)
    assert.ok(Number(off) > 50 && Number(off) < 500, `off by ${off} g`)
  })
  await playground.close()
})

test('any cell can be edited, also far down, and undone; a column changes its role', async () => {
  const playground = await site.open('?data=xor')
  await playground.run({ do: 'openTable', table: await penguins('species') })
  await openPanel(playground, 'Inputs')
  const { page } = playground
  const hand = page.locator('.hand')
  for (let turn = 0; turn < 3; turn++) await hand.getByRole('button', { name: 'Later rows' }).click()
  const cell = hand.getByRole('textbox', { name: 'bill_length_mm, row 62', exact: true })
  await cell.fill('40.25')
  await cell.press('Enter')
  const value = async () => (await playground.state()).data.table.rows[61][2]
  await eventually(async () => assert.equal(await value(), 40.25))
  await hand.getByRole('combobox', { name: 'island, row 62', exact: true }).selectOption('Dream')
  await eventually(async () => assert.equal((await playground.state()).data.table.rows[61][0], 1))
  await playground.run({ do: 'undo' })
  await playground.run({ do: 'undo' })
  assert.notEqual(await value(), 40.25)
  await hand.getByRole('combobox', { name: 'What island is used as' }).selectOption('not used')
  await eventually(async () => assert.deepEqual((await playground.state()).data.table.ignored, ['year', 'island']))
  assert.deepEqual(await findingsInBothThemes(playground, '.own-data'), [])
  await playground.close()
})

test('predictions of pasted rows are made anew when the network has become another', async () => {
  const playground = await site.open('?data=xor')
  const { page } = playground
  const table = { inputs: ['x'], outputs: ['y'], rows: Array.from({ length: 12 }, (_, i) => [i, 10 * i]) }
  assert.ok((await playground.run({ do: 'openTable', table })).ok)
  await openPanel(playground, 'Inputs')
  const form = page.locator('.predict')
  await form.locator('summary').click()
  await form.getByRole('textbox', { name: 'Predict many rows' }).fill('x\n3')
  await form.getByRole('button', { name: 'Predict these rows' }).click()
  const shown = () => form.locator('tbody td.of-output').first().textContent().then(numberIn)
  const known = () =>
    page.evaluate(async () => (await document.querySelector('glassbox-playground').predict([[3]]))[0][0])
  const agrees = () => eventually(async () => assert.ok(Math.abs((await shown()) - (await known())) < 0.01))
  await agrees()
  const before = await known()
  await playground.steps(50)
  assert.notEqual(await known(), before)
  await agrees()
  await playground.run({ do: 'goTo', step: 0 })
  await agrees()
  assert.equal(await known(), before)
  assert.equal(await form.getByText('of an earlier moment').count(), 0)
  await playground.close()
})
