import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openSite } from './page.mjs'
import { eventually, findings, numberIn } from './reading.mjs'
import { agree, column, goTo, panelOf, small, stepPanelOf, stopName, tableOf, untilStep } from './step-panel.mjs'

/** Going through the phases. */

const site = await openSite()
after(() => site.close())

const open = stepPanelOf(site)

test('the numbers stay those of the next step when something else changes', async () => {
  const playground = await open(small)
  await goTo(playground, 'update -1')
  const before = await column(playground, /^Every parameter/, 'new')
  await playground.run({ do: 'set', changes: { 'training.learningRate': 0.7 } })
  await panelOf(playground).locator('.rule-settings').getByText('0.7', { exact: true }).waitFor()
  const [old, gradient, next] = await Promise.all(
    ['old', 'gradient', 'new'].map((name) => column(playground, /^Every parameter/, name)),
  )
  agree(
    next,
    old.map((value, i) => value - 0.7 * gradient[i]),
    'new',
  )
  assert.notDeepEqual(next, before)
  await goTo(playground, 'start -1')
  await playground.page.getByRole('combobox', { name: 'Each step uses' }).selectOption('sample')
  await playground.page.getByText(/learns from 1 of the/).waitFor()
  await playground.page.getByRole('combobox', { name: 'Each step uses' }).selectOption('epoch')
  await playground.page.getByText(/training rows at once/).waitFor()
  assert.equal((await playground.state()).training.batchSize, 0)
  await playground.page.getByRole('combobox', { name: 'Each step uses' }).selectOption('batch of 10')
  await playground.page.getByText(/learns from 10 of the/).waitFor()
  assert.equal((await playground.state()).training.batchSize, 10)
  await playground.close()
})

test('another network while the panel is open keeps the reader in the same phase', async () => {
  const playground = await open(small)
  await goTo(playground, 'backward 1')
  await playground.run({ do: 'removeLayer', at: 1 })
  await playground.page.locator('.stage-bar:not(:has([data-stop="forward 2"]))').waitFor()
  assert.equal(await stopName(playground), 'backward 1')
  await playground.run({ do: 'chooseData', name: 'penguins' })
  await playground.page.getByRole('table', { name: 'Gradients into output' }).getByText('B2').waitFor()
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('a locked parameter is marked and keeps its value', async () => {
  const playground = await open(small)
  await goTo(playground, 'update -1')
  const [, , steep] = (await tableOf(playground, /^Every parameter/)).rows[1]
  await playground.run({ do: 'lock', parameters: [{ layer: 0, row: 0, column: 1 }], isLocked: true })
  await playground.page.getByText('locked', { exact: true }).waitFor()
  const { rows } = await tableOf(playground, /^Every parameter/)
  const [name, old, own, used, step, next] = rows[1]
  assert.match(name, /W2,1\s+locked/)
  assert.equal(own, steep) // the cost is as steep as it was
  assert.notEqual(numberIn(own), 0)
  assert.equal(numberIn(used), 0)
  assert.equal(numberIn(step), 0)
  assert.equal(next, old)
  await playground.close()
})

test('a step that would diverge is explained, never shown as NaN', async () => {
  const playground = await open('?data=sine&layers=4.relu-1.linear&optimizer=sgd&rate=10&batch=0&cost=mse')
  const body = panelOf(playground)
  const { page } = playground
  const foretold = async () => {
    await page.locator('.weight').first().press('Enter')
    await page.waitForTimeout(300)
    const text = await page.getByRole('dialog').locator('.dial-next').innerText()
    await page.keyboard.press('Escape')
    return text
  }
  assert.match(await foretold(), /\d/)
  await goTo(playground, 'update -1')
  for (
    let step = 0;
    step < 400 && !(await playground.page.getByText(/so there is no next step to open up/).isVisible());
    step++
  ) {
    if (await body.getByText(/make the numbers too large to compute with/).isVisible()) break
    await playground.run({ do: 'step' })
    await untilStep(playground, step + 1)
    assert.doesNotMatch(await body.innerText(), /NaN/)
  }
  await body.getByText(/make the numbers too large to compute with/).waitFor()
  assert.doesNotMatch(await body.innerText(), /NaN/)
  assert.equal(await foretold(), '', 'a dial foretells no value beyond all bounds')
  await playground.press('Take the step')
  await playground.page.getByText(/there is no next step to open up/).waitFor()
  await playground.press('Back to step 0')
  await untilStep(playground, 0)
  await playground.close()
})

test('while it trains the panel asks to pause, and the phases come back with a pause', async () => {
  const playground = await open(small)
  await playground.press('Play')
  await playground.page.getByText(/^Pause to open a step up/).waitFor()
  await playground.page.locator('.step-closed').getByRole('button', { name: 'Pause and open the step' }).click()
  await panelOf(playground).waitFor()
  const { step } = await playground.page.evaluate(() => document.querySelector('glassbox-playground').getState())
  assert.ok(step === undefined || step > 0)
  await playground.close()
})

test('playing the film really trains, step after step', async () => {
  const playground = await open('?data=xor&layers=1.sigmoid&batch=5', { reducedMotion: 'reduce' })
  await playground.page.getByRole('combobox', { name: 'Speed', exact: true }).last().selectOption('fast')
  await playground.press('Play the step')
  await playground.until('stepCount', (value) => value >= 2)
  await playground.press('Pause')
  await playground.button('Play the step').waitFor()
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('by keyboard alone a reader walks through the phases and takes the step', async () => {
  const playground = await open(small)
  const { page } = playground
  await page.locator('.stage-bar [tabindex="0"]').focus()
  const walked = [await stopName(playground)]
  for (let stop = 0; stop < 8; stop++) {
    await page.keyboard.press('ArrowRight')
    walked.push(await stopName(playground))
    assert.ok(
      await page
        .locator('.stage-bar [aria-current=step]')
        .evaluate((stop) => stop.getRootNode().activeElement === stop),
    )
  }
  assert.deepEqual(walked, [
    'start -1',
    'forward 0',
    'forward 1',
    'forward 2',
    'cost -1',
    'backward 2',
    'backward 1',
    'backward 0',
    'update -1',
  ])
  await page.keyboard.press('Home')
  assert.equal(await stopName(playground), 'start -1')
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowLeft')
  assert.equal(await stopName(playground), 'backward 0')
  await page.keyboard.press('ArrowRight')
  for (let i = 0; i < 6; i++) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await untilStep(playground, 1)
  assert.equal(await stopName(playground), 'start -1')
  await playground.close()
})

test('the menu of the batch size says what it changes', async () => {
  const playground = await open(small)
  const { page } = playground
  await page.getByText('Each step now learns from 10 rows, the batch size.').waitFor()
  await page.getByRole('combobox', { name: 'Each step uses' }).selectOption('sample')
  await page.getByText('Each step now learns from one row: the batch size is 1.').waitFor()
  await page.getByRole('combobox', { name: 'Each step uses' }).selectOption('epoch')
  await page.getByText('Each step now learns from all rows at once, so one epoch is one step.').waitFor()
  await playground.close()
})

test('the place in the step is kept while another panel is looked into, until a step is taken', async () => {
  const playground = await open(small)
  const { page } = playground
  await goTo(playground, 'backward 1')
  await playground.press('Next row of the batch')
  await page.getByRole('combobox', { name: 'Speed', exact: true }).last().selectOption('fast')
  const away = async () => {
    await page.getByRole('tab', { name: 'Cost', exact: true }).click()
    await page.getByText('Every row with its prediction').waitFor()
  }
  const back = async () => {
    await page.getByRole('tab', { name: 'One step', exact: true }).click()
    await panelOf(playground).waitFor()
  }
  await away()
  await back()
  assert.equal(await stopName(playground), 'backward 1')
  await page.getByText('row 2 of 10 in this batch').waitFor()
  assert.equal(await page.getByRole('combobox', { name: 'Speed', exact: true }).last().inputValue(), 'fast')
  await away()
  await playground.steps(1)
  await back()
  await untilStep(playground, 1)
  assert.equal(await stopName(playground), 'start -1')
  await page.getByText('row 1 of 10 in this batch').waitFor()
  await playground.close()
})

test('neither the stops nor Play make the page jump', async () => {
  const playground = await open(small)
  const { page } = playground
  const place = () =>
    page.evaluate(() => {
      const panel = document.querySelector('glassbox-playground').shadowRoot.querySelector('.tab-panel')
      return { height: panel.offsetHeight, scroll: scrollY }
    })
  await goTo(playground, 'update -1')
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight - innerHeight - 60))
  for (const stop of ['cost -1', 'start -1', 'backward 0']) {
    const before = await place()
    await page.locator(`[data-stop="${stop}"]`).evaluate((button) => button.click())
    await eventually(async () => assert.equal(await stopName(playground), stop))
    const after = await place()
    assert.equal(after.scroll, before.scroll, stop)
    assert.ok(after.height >= Math.min(before.height, 900), `${stop}: ${before.height} to ${after.height} px`)
  }
  const before = await place()
  await playground.run({ do: 'play' })
  await page.locator('.step-closed').waitFor()
  const { height, scroll } = await place()
  assert.equal(scroll, before.scroll)
  assert.ok(height >= Math.min(before.height, 900), `${before.height} to ${height} px`)
  await playground.close()
})

test('fast goes on sooner than slow', async () => {
  const cameTo = []
  for (const speed of ['slow', 'normal', 'fast']) {
    const playground = await open(small)
    const { page } = playground
    await page.getByRole('combobox', { name: 'Speed', exact: true }).last().selectOption(speed)
    await page.clock.install()
    await page.clock.pauseAt(Date.now() + 60_000)
    await playground.press('Play the step')
    await page.clock.runFor(1000)
    cameTo.push(Number(await page.locator('.film-track').getAttribute('aria-valuenow')))
    await page.clock.resume()
    await playground.close()
  }
  const [slow, normal, fast] = cameTo
  assert.ok(slow > 0 && normal > 2 * slow && fast > 3 * normal, String(cameTo))
})

for (const [query, width, colorSchemes] of [
  [small, 1280, ['light', 'dark']],
  ['?data=penguins&optimizer=adam', 360, ['dark', 'light']],
]) {
  test(`axe finds nothing in any phase, ${width} px wide`, async () => {
    const [colorScheme, other] = colorSchemes
    const playground = await open(query, { colorScheme, viewport: { width, height: 800 }, reducedMotion: 'reduce' })
    const { page } = playground
    for (const stop of ['start -1', 'forward 0', 'cost -1', 'backward 0', 'update -1']) {
      await goTo(playground, stop)
      if (stop === 'forward 0') await page.getByText('Every row of the batch', { exact: true }).click()
      assert.deepEqual(await findings(playground), [], `${query} ${stop}`)
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      assert.ok(overflow <= 0, `${stop}: ${overflow} px`)
    }
    await page.emulateMedia({ colorScheme: other })
    assert.deepEqual(await findings(playground), [], `${query} in ${other}`)
    await playground.close()
  })
}
