import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openSite } from './page.mjs'
import { descriptionOf, eventually, openPanel } from './reading.mjs'

/** Where the keyboard is: never lost, never out of sight, and led to what is opened. */

const site = await openSite()
after(() => site.close())

/** The control that has the focus, by its name; '' where the focus is lost. */
const focused = ({ page }) =>
  page.evaluate(() => {
    const { activeElement: at } = document.querySelector('glassbox-playground').shadowRoot
    return at ? (at.getAttribute('aria-label') ?? at.textContent.trim().replace(/\s+/g, ' ')) : ''
  })
const focusIs = (playground, name) => eventually(async () => assert.equal(await focused(playground), name))

/** Presses a control of the pane by keyboard until it says it can do nothing, and looks whether it still has the focus. */
async function pressToTheEnd(playground, name, key = 'Enter') {
  const button = playground.page.locator('.pane').getByRole('button', { name, exact: true })
  await button.focus()
  for (let i = 0; i < 60 && !(await button.isDisabled()); i++) {
    await playground.page.keyboard.press(key)
    await playground.page.waitForTimeout(60)
  }
  await eventually(async () => assert.equal(await button.isDisabled(), true, name))
  await focusIs(playground, name)
  await playground.page.keyboard.press(key)
  await focusIs(playground, name)
}

const setBatch = (playground, value) => playground.run({ do: 'set', changes: { 'training.batchSize': value } })

test('a pager keeps the focus at either end', async () => {
  const playground = await site.open('?data=study-hours')
  await openPanel(playground, 'Cost')
  await pressToTheEnd(playground, 'Next rows')
  await pressToTheEnd(playground, 'Previous rows', 'Space')
  await openPanel(playground, 'One step')
  await setBatch(playground, 3)
  await pressToTheEnd(playground, 'Next row of the batch')
  await pressToTheEnd(playground, 'show this row in the network')
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('pages of inputs, of a neuron’s terms and of a matrix keep the focus at their ends', async () => {
  const playground = await site.open('?data=digits&layers=20.tanh-10.softmax')
  await playground.run({ do: 'set', changes: { 'view.selected': { layer: 0, unit: 1 } } })
  await openPanel(playground, 'Neuron')
  await pressToTheEnd(playground, 'Later terms')
  await openPanel(playground, 'Layer')
  await pressToTheEnd(playground, 'Later rows of [X]')
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('Slope and Blame keep the focus where they can go no further', async () => {
  const playground = await site.open('?data=xor&layers=3.tanh-1.sigmoid')
  await openPanel(playground, 'Slope')
  await pressToTheEnd(playground, 'Zoom in')
  await pressToTheEnd(playground, 'Fit path and point')
  await openPanel(playground, 'Blame')
  await pressToTheEnd(playground, 'Next layer ›')
  await pressToTheEnd(playground, '‹ Previous layer')
  await playground.page.getByRole('button', { name: 'Back to output' }).focus()
  await playground.page.keyboard.press('Enter')
  await focusIs(playground, 'From the output back')
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('where the pressed control vanishes a neighbour has the focus', async () => {
  const playground = await site.open('?data=xor&layers=3.tanh-1.sigmoid')
  const { page } = playground
  await openPanel(playground, 'Inputs')
  await playground.run({ do: 'set', changes: { 'view.own': { input: [0, 1], target: [1] } } })
  await page.locator('.pane').getByRole('button', { name: 'Back to row 1' }).press('Enter')
  await focusIs(playground, 'Next row of the training set')
  await playground.run({ do: 'set', changes: { 'view.own': { input: [0, 1], target: [1] } } })
  await page.getByRole('button', { name: 'back to row 1', exact: true }).press('Enter')
  await focusIs(playground, 'Next row')
  await openPanel(playground, 'Neuron')
  await page.getByRole('button', { name: 'Where it comes from' }).press('Enter')
  await focusIs(playground, 'Error')
  await playground.button('Remove layer 1').press('Enter')
  await focusIs(playground, 'output: open its details')
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('training that starts and stops leaves the focus in the Step panel', async () => {
  const playground = await site.open('?data=xor')
  const { page } = playground
  await openPanel(playground, 'One step')
  await page.getByRole('button', { name: 'Take the step' }).focus()
  await playground.run({ do: 'play' })
  await focusIs(playground, 'Pause and open the step')
  await page.keyboard.press('Enter')
  await focusIs(playground, 'Take the step')
  await playground.close()
})

test('nothing of the pane that has the focus is behind the player, its chart open', async () => {
  const playground = await site.open('?data=spiral')
  const { page } = playground
  await playground.steps(1)
  await playground.press('Cost curve in detail')
  await eventually(async () => assert.ok((await page.locator('.chart').boundingBox()).height > 180))
  for (const tab of ['One step', 'Neuron', 'Slope']) {
    await page.getByRole('tab', { name: tab, exact: true }).click()
    await page
      .locator(`[role=tabpanel][aria-labelledby="tab-${tab === 'One step' ? 'step' : tab.toLowerCase()}"] button`)
      .first()
      .waitFor()
    for (let stops = 0; ; stops++) {
      await page.keyboard.press('Tab')
      await page.waitForTimeout(20)
      const at = await page.evaluate(() => {
        const { activeElement } = document.querySelector('glassbox-playground').shadowRoot
        if (!activeElement?.closest('.pane')) return null
        const { bottom, height } = activeElement.getBoundingClientRect()
        const { top } = document
          .querySelector('glassbox-playground')
          .shadowRoot.querySelector('.player')
          .getBoundingClientRect()
        const room = activeElement.closest('.pane').querySelector('.tab-panel').clientHeight
        return {
          over: height < Math.min(top, room) ? bottom - top : 0,
          name: activeElement.getAttribute('aria-label') ?? activeElement.textContent,
        }
      })
      if (!at) {
        assert.ok(stops > 8, `${tab}: ${stops} stops`)
        break
      }
      assert.ok(at.over <= 0.5, `${tab}: ${at.name} is ${at.over} px behind the player`)
    }
  }
  await playground.close()
})

test('Enter on a neuron says what it opens, and Enter again leads there', async () => {
  const playground = await site.open('?data=xor&layers=3.tanh-1.sigmoid&tab=neuron')
  const { page } = playground
  await page.getByRole('region', { name: 'Details' }).waitFor()
  const neuron = page.locator('.neuron[data-layer="0"][data-unit="1"]')
  await neuron.focus()
  assert.match(await descriptionOf(neuron), /Enter again goes there/)
  await page.keyboard.press('Enter')
  await eventually(async () =>
    assert.match(
      await page.locator('.pane > [role=status]').textContent(),
      /Chosen: layer 1, neuron 2\. .* under Neuron; /,
    ),
  )
  await page.keyboard.press('Enter')
  await focusIs(playground, 'Neuron')
  assert.deepEqual((await playground.state()).view.selected, { layer: 0, unit: 1 })
  await playground.button('layer 1: open its details').press('Enter')
  await eventually(async () => assert.match(await page.locator('.pane > [role=status]').textContent(), /Layer/))
  await playground.button('layer 1: open its details').press('Enter')
  await focusIs(playground, 'Layer')
  await playground.close()
})

test('a click on the selected neuron still closes it', async () => {
  const playground = await site.open('?data=xor&layers=3.tanh-1.sigmoid')
  const neuron = playground.page.locator('.neuron[data-layer="0"][data-unit="1"]')
  for (const expected of [{ layer: 0, unit: 1 }, null]) {
    await neuron.click()
    await eventually(async () => assert.deepEqual((await playground.state()).view.selected, expected))
  }
  await playground.close()
})

test('“Shock it” and “Its slope” lead to the panel that they open', async () => {
  const playground = await site.open('?data=xor&layers=3.tanh-1.sigmoid')
  const { page } = playground
  for (const [choice, tab] of [
    ['Shock it', 'Shock'],
    ['Its slope', 'Slope'],
  ]) {
    await page.locator('.weight[data-layer="0"][data-row="0"][data-column="0"]').press('Enter')
    await page.getByRole('dialog').getByRole('button', { name: choice }).press('Enter')
    await focusIs(playground, tab)
    assert.equal(await page.locator('.dial-card:popover-open').count(), 0)
  }
  await playground.close()
})

test('sentences that change all the time are not read out while it learns', async () => {
  const playground = await site.open('?data=spiral')
  const { page } = playground
  for (const [tab, sentence] of [
    ['Blame', '.sweep p'],
    ['Slope', '.slope-cursor'],
  ]) {
    await openPanel(playground, tab)
    const live = async (value) => assert.equal(await page.locator(sentence).getAttribute('aria-live'), value)
    await eventually(() => live('polite'))
    await playground.run({ do: 'play' })
    await eventually(() => live('off'))
    await playground.run({ do: 'pause' })
    await eventually(() => live('polite'))
  }
  await playground.close()
})

test('a weight in Blame’s lists lights its wire when it has the focus, and can be taken in hand', async () => {
  const playground = await site.open('?data=xor&layers=3.tanh-1.sigmoid')
  const { page } = playground
  await openPanel(playground, 'Blame')
  const row = page.locator('.blame-columns tbody tr').first()
  await row.getByRole('button').focus()
  await eventually(async () => assert.match(await row.getAttribute('class'), /pointed/))
  await page.keyboard.press('Enter')
  const { layer, row: unit, column } = await row.evaluate(({ dataset }) => ({ ...dataset }))
  await eventually(async () =>
    assert.deepEqual((await playground.state()).view.parameter, {
      layer: Number(layer),
      row: Number(unit),
      column: Number(column),
    }),
  )
  await page.keyboard.press('Tab')
  await page.getByRole('tab', { name: 'Blame' }).focus()
  await eventually(async () => assert.doesNotMatch(await row.getAttribute('class'), /pointed/))
  await playground.close()
})

test('in Blame every name is of one thing only, and the story is told once', async () => {
  const playground = await site.open('?data=xor&layers=3.tanh-1.sigmoid')
  const { page } = playground
  await openPanel(playground, 'Blame')
  await page.locator('.blame-columns tbody tr').first().waitFor()
  for (const table of await page.locator('.blame-columns table').all()) {
    const heads = await table.getByRole('columnheader').allTextContents()
    assert.equal(new Set(heads).size, heads.length, heads.join(', '))
  }
  const name = await page.locator('.sweep').getAttribute('aria-label')
  assert.equal(await page.locator('.sweep').getByRole('button', { name, exact: true }).count(), 0)
  await eventually(async () => {
    const story = await page.locator('.story > .spoken').textContent()
    const told = await page.locator('.story').ariaSnapshot()
    assert.equal(told.split(story).length - 1, 1, told)
  })
  await playground.close()
})

test('the words of the story say what they mean, and are all of the line that is read out', async () => {
  const playground = await site.open('?data=circle&step=300')
  const { page } = playground
  const line = page.locator('.story > p').first()
  await eventually(async () => assert.match(await line.textContent(), /^After 300 steps the cost is 0\.\d+; it was/))
  assert.equal(await line.ariaSnapshot(), '- paragraph:\n  - button "cost"')
  assert.match(await page.locator('.story > .spoken').textContent(), /^After 300 steps the cost is 0\.\d+; it was/)
  await line.getByRole('button', { name: 'cost' }).press('Enter')
  const note = page.getByRole('dialog', { name: 'cost' })
  assert.match(await note.textContent(), /^CostHow far the predictions are off/)
  await page.keyboard.press('Escape')
  await note.waitFor({ state: 'detached' })
  await playground.close()
})

test('a table is a stop of its own only where it has to be scrolled', async () => {
  const playground = await site.open('?data=xor&tab=step', { viewport: { width: 1600, height: 800 } })
  const box = playground.page.locator('.pane').getByRole('group', { name: 'Rows of the batch' })
  const stops = (expected) => eventually(async () => assert.equal(await box.getAttribute('tabindex'), expected))
  await stops('-1')
  await playground.run({ do: 'chooseData', name: 'penguins' }) // of more columns
  await stops('0')
  await playground.close()
})
