import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { panels } from './large.mjs'
import { openSite } from './page.mjs'
import { eventually, findings } from './reading.mjs'

const site = await openSite()
after(() => site.close())

/** Opens every panel one after the other, by keyboard, and looks at each. */
async function throughPanels({ page }, names, look) {
  const tab = (name) => page.getByRole('tab', { name, exact: true })
  await tab(names[0]).click()
  for (const name of names) {
    await tab(name).and(page.locator('[aria-selected=true]')).waitFor()
    await page.waitForFunction(() =>
      /\d/.test(document.querySelector('glassbox-playground').shadowRoot.querySelector('.tab-panel').textContent),
    )
    await look(name)
    await page.keyboard.press('ArrowRight')
  }
}

for (const [colorScheme, width] of [
  ['light', 1280],
  ['dark', 360],
]) {
  test(`axe finds nothing in any panel, and none sticks out sideways, ${colorScheme}, ${width} px wide`, async () => {
    const playground = await site.open('?data=study-hours', {
      colorScheme,
      viewport: { width, height: 900 },
    })
    const { page } = playground
    await playground.steps(20)
    const names = panels.map((name) => (name === 'Predictions' ? 'Confusion' : name)).toSpliced(4, 0, 'Regression')
    await throughPanels(playground, names, async (name) => {
      assert.deepEqual(await findings(playground), [], name)
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      assert.ok(overflow <= 0, `${name}: ${overflow} px`)
    })
    assert.deepEqual(playground.faults, [])
    await playground.close()
  })
}

test('axe finds nothing in a table of confusion that is full of mistakes, light and dark', async () => {
  for (const colorScheme of ['light', 'dark']) {
    const playground = await site.open('?data=iris&seed=2', { colorScheme })
    const { page } = playground
    await playground.steps(1)
    await page.getByRole('tab', { name: 'Confusion', exact: true }).click()
    await page.locator('.confusion td.wrong').first().waitFor()
    assert.deepEqual(await findings(playground), [], colorScheme)
    await playground.close()
  }
})

test('the panel that is open is told by the link, and stays open with other data', async () => {
  const playground = await site.open('?data=iris&tab=blame')
  await playground.steps(1)
  await playground.page.getByRole('tab', { name: 'Blame', selected: true }).waitFor()
  await playground.run({ do: 'chooseData', name: 'xor' })
  await playground.page.getByRole('tab', { name: 'Blame', selected: true }).waitFor()
  await playground.close()
})

test('an edit is undone and done again by its buttons and by keys, and their names say what it was', async () => {
  const playground = await site.open('?data=xor&layers=3.tanh-1.sigmoid')
  const units = async () => (await playground.state()).network.layers[0].units
  await playground.press('Add a neuron to layer 1')
  await playground.press('Undo: 3 → 4 neurons in layer 1')
  await playground.button('Redo: 3 → 4 neurons in layer 1').waitFor()
  assert.equal(await units(), 3)
  await playground.press('Redo: 3 → 4 neurons in layer 1')
  await playground.button('Undo: 3 → 4 neurons in layer 1').waitFor()
  assert.equal(await units(), 4)
  await playground.button('Play').focus()
  await playground.page.keyboard.press('Control+z')
  await playground.button('Redo: 3 → 4 neurons in layer 1').waitFor()
  assert.equal(await units(), 3)
  await playground.page.keyboard.press('Control+Shift+Z')
  await playground.button('Undo: 3 → 4 neurons in layer 1').waitFor()
  assert.equal(await units(), 4)
  await playground.close()
})

test('training since the edit is told by the button and, once undone, by the story; redo brings it back to the bit', async () => {
  const playground = await site.open('?data=xor&layers=3.tanh-1.sigmoid', {
    viewport: { width: 1920, height: 945 },
    reducedMotion: 'reduce',
  })
  const { page } = playground
  const weights = async () => (await playground.state()).parameters
  const story = page.locator('glassbox-playground .story p').first()
  const whole = '3 → 4 neurons in layer 1 (and 1,204 steps since)'
  await playground.press('Add a neuron to layer 1')
  await playground.button('Undo: 3 → 4 neurons in layer 1').waitFor()
  await playground.steps(1204)
  const trained = await weights()
  const undo = playground.button(`Undo: ${whole}`)
  await eventually(async () => assert.match(await undo.getAttribute('title'), /1,204 steps since\) \(Control\+Z\)$/))
  assert.ok(await undo.getByText(whole).isVisible(), 'in a wide window the words stand on the button')
  await undo.click()
  const undone = `Undone: ${whole}. The network is exactly as it was at step 0.`
  await eventually(async () => assert.ok((await story.textContent()).startsWith(undone)))
  await playground.press(`Redo: ${whole}`)
  const redone = `Redone: ${whole}. The network is exactly as it was at step 1,204.`
  await eventually(async () => assert.ok((await story.textContent()).startsWith(redone)))
  assert.deepEqual(await weights(), trained)
  await playground.close()
})
