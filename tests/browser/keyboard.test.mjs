import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { formatShort } from '../../web/src/text/numbers.ts'
import { fiveTwoThreeFive, loadHand } from './hand.mjs'
import { openSite } from './page.mjs'
import { descriptionOf, eventually } from './reading.mjs'

/** The network by keyboard alone: every weight and bias is reached, read and changed. */

const site = await openSite()
after(() => site.close())

/** What has the focus: its name as it is read out, whether it is seen, and what it stands for. */
const focused = ({ page }) =>
  page.evaluate(() => {
    const { activeElement: at } = document.querySelector('glassbox-playground').shadowRoot
    if (!at) return { name: '' }
    const { left, right, top, bottom } = at.getBoundingClientRect()
    const isInside = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight
    return {
      name: (at.getAttribute('aria-label') ?? at.textContent).trim().replace(/\s+/g, ' '),
      isSeen: isInside && getComputedStyle(at).opacity === '1',
      ...at.dataset,
    }
  })

/** Walks with a key over every weight of a neuron and its bias, from the neuron on, and compares what is read out. */
async function walkOver(playground, { layer, unit }) {
  const { parameters } = await playground.state()
  const { weights, bias } = parameters[layer]
  const { page } = playground
  await page.keyboard.press('w')
  for (let column = 0; column <= weights[unit].length; column++) {
    const isBias = column === weights[unit].length
    const name = isBias ? `B${unit + 1}` : `W${column + 1},${unit + 1}`
    await eventually(async () => {
      const at = await focused(playground)
      assert.match(at.name, new RegExp(`^${name}: `))
      assert.ok(
        at.name.endsWith(`: ${isBias ? 'b ' : ''}${formatShort(isBias ? bias[unit] : weights[unit][column])}`),
        at.name,
      )
      assert.equal(at.layer, String(layer))
      assert.ok(at.isSeen, `${at.name} is not seen`)
    })
    if (!isBias) await page.keyboard.press('ArrowDown')
  }
}

/** Sets the weight that has the focus to a value, by its dial. */
async function change(playground, value) {
  const { page } = playground
  const { layer, row, column } = await focused(playground)
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.type(String(value))
  await page.keyboard.press('Enter')
  const field = page.getByRole('dialog').getByRole('spinbutton')
  await eventually(async () => assert.equal(await field.getAttribute('aria-valuenow'), String(value)))
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await eventually(async () => {
    const at = await focused(playground)
    assert.deepEqual([at.layer, at.row, at.column], [layer, row, column], 'the focus is back on the weight')
  })
}

const neuron = ({ page }, { layer, unit }) => page.locator(`.neuron[data-layer="${layer}"][data-unit="${unit}"]`)

const networks = {
  '2-8-8-1': [
    () => site.open('?data=spiral&layers=8.tanh-8.tanh-1.sigmoid'),
    [
      [0, 3],
      [1, 6],
      [2, 0],
    ],
  ],
  '5-2-3-5': [
    async () => {
      const playground = await site.open('?data=xor')
      await loadHand(playground, fiveTwoThreeFive)
      return playground
    },
    [
      [0, 1],
      [1, 2],
      [2, 4],
    ],
  ],
  'digits 64-32-10': [
    () => site.open('?data=digits&layers=32.relu-10.softmax'),
    [
      [0, 2],
      [1, 9],
    ],
  ],
}

for (const [name, [open, places]] of Object.entries(networks)) {
  test(`every weight into a neuron of ${name} is reached, read and changed by keyboard alone`, async () => {
    const playground = await open()
    const { page } = playground
    for (const [layer, unit] of places) {
      const at = { layer, unit }
      await neuron(playground, at).focus()
      await walkOver(playground, at)
      await page.keyboard.press('ArrowUp') // its last weight
      await change(playground, 0.375)
      await eventually(async () =>
        assert.equal((await playground.state()).parameters[layer].weights[unit].at(-1), 0.375),
      )
      await page.keyboard.press('End')
      await change(playground, -0.25)
      await eventually(async () => assert.equal((await playground.state()).parameters[layer].bias[unit], -0.25))
      await page.keyboard.press('Home')
      await eventually(async () => assert.match((await focused(playground)).name, /^W1,/))
      await page.keyboard.press('Escape')
      await eventually(async () => {
        const { layer, unit, row } = await focused(playground)
        assert.deepEqual({ layer, unit, row }, { layer: String(at.layer), unit: String(at.unit), row: undefined })
      })
    }
    assert.deepEqual(playground.faults, [])
    await playground.close()
  })
}

test('without anything chosen Tab comes to the weights too, and the arrows lead from neuron to neuron', async () => {
  const playground = await site.open('?data=spiral&layers=8.tanh-8.tanh-1.sigmoid')
  const { page } = playground
  const stops = []
  await page.locator('.neuron[tabindex="0"]').focus()
  for (let i = 0; i < 30 && !stops.at(-1)?.startsWith('W'); i++) {
    await page.keyboard.press('Tab')
    stops.push((await focused(playground)).name)
  }
  assert.match(stops.at(-1), /^W1,1: /)
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowRight')
  await eventually(async () => assert.match((await focused(playground)).name, /^W1,2: .* layer 1,/))
  await page.keyboard.press('ArrowLeft')
  await eventually(async () => assert.match((await focused(playground)).name, /^B1: /))
  await playground.close()
})

test('W on an input leads to a weight that begins there, and the way is told with the neuron', async () => {
  const playground = await site.open('?data=spiral&layers=8.tanh-8.tanh-1.sigmoid')
  const { page } = playground
  const input = neuron(playground, { layer: -1, unit: 1 })
  assert.match(await descriptionOf(input), /\bW\b/)
  await input.focus()
  await page.keyboard.press('w')
  await eventually(async () => assert.match((await focused(playground)).name, /^W2,1: /))
  await playground.close()
})

/** A layer opened up as matrices. */
async function openLayer(query) {
  const playground = await site.open(`${query}&tab=layer&select=0.1`)
  await playground.page.locator('.expression').waitFor()
  return playground
}

test('a number typed on a calculated cell is answered, and each such matrix is one tab stop that moves along', async () => {
  const playground = await openLayer('?data=xor&layers=3.tanh-1.sigmoid')
  const { page } = playground
  for (const matrix of ['X', 'Z', 'A']) {
    const stops = page.locator(`[data-matrix=${matrix}] [tabindex="0"]`)
    assert.equal(await stops.count(), 1, matrix)
    await stops.focus()
    await page.keyboard.press('ArrowDown')
    assert.equal(await stops.count(), 1, matrix)
    const before = await page.locator('.read-out').textContent()
    const cell = await stops.textContent()
    await page.keyboard.press('7')
    await eventually(async () => assert.notEqual(await page.locator('.read-out').textContent(), before))
    assert.match(await page.locator('.read-out[role=status]').textContent(), /calculated/)
    assert.equal(await stops.textContent(), cell)
    await page.keyboard.press('ArrowUp')
    await eventually(async () => assert.doesNotMatch(await page.locator('.read-out').textContent(), /calculated/))
  }
  await playground.close()
})

test('a number typed on a square of the heat map is what its dial begins with', async () => {
  const playground = await openLayer('?data=digits&layers=32.relu-10.softmax')
  const { page } = playground
  await page.locator('.heat').focus()
  await page.keyboard.press('ArrowRight')
  const field = page.locator('.chosen-weight input')
  await page.keyboard.press('-')
  await eventually(async () => assert.equal(await field.inputValue(), '-'))
  await page.keyboard.type('1.5')
  await page.keyboard.press('Enter')
  await eventually(async () => assert.equal((await playground.state()).parameters[0].weights[0][1], -1.5))
  await playground.close()
})
