import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openSite } from './page.mjs'
import { eventually, openPanel } from './reading.mjs'

const site = await openSite()
after(() => site.close())

const table = async (playground) => (await playground.state()).data.table

/** Pastes into the field that has the focus, as a person does it. */
const paste = (locator, text, html = '') =>
  locator.evaluate(
    (field, [text, html]) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', text)
      if (html) clipboardData.setData('text/html', html)
      field.focus()
      field.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true, composed: true }),
      )
    },
    [text, html],
  )

test('wrong text in a cell stays beside its reason, left by Enter or by Tab, until it is mended or taken back', async () => {
  const playground = await site.open('?data=hand')
  const { page } = playground
  await openPanel(playground, 'Inputs')
  const cell = page.getByRole('textbox', { name: 'In1, row 1', exact: true })
  for (const key of ['Enter', 'Tab']) {
    await cell.fill('1,234')
    await cell.press(key)
    await page.getByText('1,234 could mean 1234 or 1.234').waitFor()
    assert.equal(await cell.inputValue(), '1,234')
    assert.equal(await cell.getAttribute('aria-invalid'), 'true')
    await cell.press('Escape')
    await eventually(async () => assert.equal(await cell.inputValue(), '0.05'))
    assert.equal(await page.getByText('1,234 could mean').count(), 0)
  }
  await cell.fill('−3.510e−5')
  await cell.press('Tab')
  await eventually(async () => assert.equal((await table(playground)).rows[0][0], -3.51e-5))
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('wrong text in a setting stays beside its reason after Tab, and Escape brings the value back', async () => {
  const playground = await site.open('?data=moons')
  const { page } = playground
  const before = (await playground.state()).training.batchSize
  await playground.press('All settings')
  const field = page.getByRole('textbox', { name: 'Batch size' })
  await field.fill('1,000')
  await field.press('Tab')
  await page.getByText('1,000 could mean 1000 or 1.000').first().waitFor()
  assert.equal(await field.inputValue(), '1,000')
  assert.equal((await playground.state()).training.batchSize, before)
  await playground.run({ do: 'set', changes: { 'training.learningRate': 0.02 } })
  assert.equal(await field.inputValue(), '1,000')
  await field.press('Escape')
  await eventually(async () => assert.equal(await field.inputValue(), String(before)))
  await field.fill('1000')
  await field.press('Tab')
  await eventually(async () => assert.equal((await playground.state()).training.batchSize, 1000))
  await playground.close()
})

test('a row that is not there is refused with the rows there are', async () => {
  const playground = await site.open('?data=moons')
  const { page } = playground
  await openPanel(playground, 'Inputs')
  const row = page.getByRole('textbox', { name: 'Row of the training set' })
  await row.fill('999')
  await row.press('Tab')
  await page.getByText(/whole number from 1 to 350; you typed 999/).waitFor()
  assert.equal(await row.inputValue(), '999')
  assert.equal((await playground.state()).view.row, 0)
  await playground.close()
})

test('cells of a spreadsheet fill the table in one edit; what cannot be read changes nothing', async () => {
  const playground = await site.open('?data=hand')
  const { page } = playground
  await openPanel(playground, 'Inputs')
  const cell = page.getByRole('textbox', { name: 'In2, row 1', exact: true })
  const before = (await table(playground)).rows
  await paste(cell, '1\t2\t3\n4\tmany\t6')
  await page.getByText(/Row 2, column 2 .*“many”/).waitFor()
  assert.deepEqual((await table(playground)).rows, before)
  await paste(cell, '0,5\t2\t3\n4\t5\t6\n', '<table><tr><td>')
  await eventually(async () =>
    assert.deepEqual((await table(playground)).rows, [
      [before[0][0], 0.5, 2, 3],
      [before[0][0], 4, 5, 6],
    ]),
  )
  await playground.run({ do: 'undo' })
  await eventually(async () => assert.deepEqual((await table(playground)).rows, before))
  await paste(page.getByRole('textbox', { name: 'Row of the training set' }), '1\t2')
  await page.getByText(/takes a single number, but several cells were pasted/).waitFor()
  assert.deepEqual(playground.faults, [])
  await playground.close()
})
