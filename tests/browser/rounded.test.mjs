/** What is printed as numbers comes to the result that is printed, to its last digit, or a note says why it may not. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { formatNumber } from '../../web/src/text/numbers.ts'
import { openSite } from './page.mjs'
import { equationsIn, eventually, numberIn, openPanel } from './reading.mjs'

const site = await openSite()
after(() => site.close())

const note = 'Numbers are shown rounded; the result uses all of their digits.'

/** Whether the note stands in the open panel for a reader to see. */
const hasNote = ({ page }) =>
  page
    .locator('.pane')
    .getByText(note)
    .evaluateAll((notes) => notes.some((each) => getComputedStyle(each).visibility === 'visible'))

/** The products in the rows of tables: the numbers of the named columns, which multiply to that of the last one. */
const productsIn = (tables, columns) =>
  tables.evaluateAll((found, columns) => {
    const rows = found.flatMap((table) => [...table.tBodies[0].rows]).filter((row) => row.dataset.column !== 'bias')
    return rows.map((row) => columns.map((i) => row.cells[i].querySelector('input')?.value ?? row.cells[i].textContent))
  }, columns)

/** What each panel multiplies out in tables, by the places of factors and product. */
const tables = {
  Neuron: [['table.terms', [1, 3, 6]]],
  Error: [['.chain table', [2, 3, 4]]],
  Blame: [],
}

const networks = {
  'two layers of tanh': '?data=xor&layers=3.tanh-1.sigmoid',
  'softmax and squares': '?data=iris&layers=4.silu-3.softmax&cost=mse',
  'a hidden softmax': '?data=iris&layers=3.softmax-3.tanh&cost=huber',
  'gelu and softplus': '?data=moons&layers=4.gelu-3.softplus-1.sigmoid',
}

for (const [name, query] of Object.entries(networks)) {
  test(`in panels on ${name}, calculations agree with their results as both are written, or the note stands there`, async () => {
    const playground = await site.open(`${query}&tab=neuron`)
    const { page } = playground
    let inexact = 0
    let count = 0
    for (const digits of [2, 3, 5]) {
      const write = (value) => formatNumber(value, digits)
      for (const [tab, products] of Object.entries(tables)) {
        for (const selected of [
          { layer: 0, unit: 1 },
          { layer: 1, unit: 0 },
        ]) {
          await openPanel(playground, tab, digits)
          await playground.run({ do: 'set', changes: { 'view.selected': selected } })
          await eventually(async () => {
            const equations = await equationsIn(page.locator('.pane'))
            const calculated = equations.map(({ value, result }) => [value, result])
            for (const [table, columns] of products) {
              for (const row of await productsIn(page.locator(`.pane ${table}`), columns)) {
                const [a, b, product] = row.map(numberIn)
                calculated.push([a * b, product])
              }
            }
            assert.ok(tab === 'Blame' || calculated.length > 0)
            const wrong = calculated.filter(([value, result]) => write(value) !== write(result))
            assert.ok(wrong.length === 0 || (await hasNote(playground)), `${tab} ${digits}: ${JSON.stringify(wrong)}`)
            inexact += wrong.length
            count += calculated.length
          })
        }
      }
    }
    assert.ok(count > 30 && inexact > 0, 'some of what is rounded does not come to the last digit')
    assert.deepEqual(playground.faults, [])
    await playground.close()
  })
}
