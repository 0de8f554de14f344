import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openSite } from './page.mjs'
import { eventually, openPanel } from './reading.mjs'

/** What a control or a reading is for can be seen and is read out. */

const site = await openSite()
after(() => site.close())

const explained = ({ page }, selector) =>
  page.locator(selector).evaluateAll((all) =>
    all.map((each) => ({
      name: each.getAttribute('aria-label') ?? each.textContent.trim(),
      words: each.getAttribute('aria-description') ?? '',
      title: (each.closest('label') ?? each).title,
    })),
  )

for (const data of ['xor', 'sine']) {
  test(`every word of the sentence, button, reading, tab and chart switch of ${data} has its explanation`, async () => {
    const playground = await site.open(`?data=${data}`)
    for (const [selector, least] of [
      ['.sentence .word', 6],
      ['.transport button, .transport select', 6],
      ['[role=tab]', 9],
      ['.chart-switches :is(input, select)', 2],
    ]) {
      await eventually(async () => {
        const found = await explained(playground, selector)
        assert.ok(found.length >= least, `${found.length} of ${selector}`)
        for (const { name, words, title } of found) {
          assert.ok(words.length > 10, `${name} has no explanation`)
          assert.ok(title.includes(words), `${name}: ${title}`)
        }
      })
    }
    const readings = await eventually(async () => {
      const found = await explained(playground, '.readings dt .glossed')
      assert.ok(found.length >= 7, `${found.length} readings`)
      return found
    })
    for (const { name, title } of readings) assert.ok(title.length > 10, `${name} has no explanation`)
    await playground.close()
  })
}

test('a chosen activation and optimizer are described as in the engine’s catalogue', async () => {
  const playground = await site.open('?data=xor&layers=3.tanh-1.sigmoid')
  const describe = async () => (await explained(playground, '[data-word=activation]'))[0].words
  const tanh = await describe()
  await playground.page.locator('[data-word=activation]').selectOption('relu')
  await eventually(async () => assert.notEqual(await describe(), tanh))
  await playground.close()
})

test('where each class has a sigmoid output it is said that they need not add up to 1, with softmax it is not', async () => {
  for (const [output, count] of [
    ['sigmoid', 1],
    ['softmax', 0],
  ]) {
    const playground = await site.open(`?data=iris&layers=4.tanh-3.${output}&cost=mse`)
    const { page } = playground
    await eventually(async () => assert.equal(await page.locator('.picture .no-shares').count(), count))
    for (const tab of ['Inputs', 'Cost']) {
      await openPanel(playground, tab)
      await page.locator('.pane .facts').first().waitFor()
      await eventually(async () => assert.equal(await page.locator('.pane .no-shares').count(), count, tab))
    }
    await playground.close()
  }
})

test('a picture of the winning class only says that the cost is not of that', async () => {
  const playground = await site.open('?data=xor')
  const { page } = playground
  const note = page.locator('.picture-legend > p').filter({ hasText: /cost/ })
  assert.equal(await note.count(), 0)
  await playground.run({ do: 'set', changes: { 'view.discretize': true } })
  await note.waitFor()
  await playground.close()
})
