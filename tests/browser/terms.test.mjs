import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { panels } from './large.mjs'
import { openSite } from './page.mjs'
import { eventually, findings, openPanel } from './reading.mjs'

/** Words that say what they mean. */

const site = await openSite()
after(() => site.close())

const query = '?data=xor&layers=3.tanh-1.sigmoid&tab=error'
const open = async (options) => {
  const playground = await site.open(query, options)
  const word = playground.page.locator('.error-lead .glossed').first()
  await word.waitFor()
  return {
    ...playground,
    page: playground.page,
    close: playground.close,
    playground,
    word,
    note: playground.page.locator('.term-note'),
  }
}

test('a press, a tap, Enter and Space open what a word means; Escape closes it, and the focus returns', async () => {
  const { page, word, note, playground } = await open({ hasTouch: true })
  assert.equal(await word.textContent(), 'delta')
  for (const act of [
    () => word.click(),
    () => word.tap(),
    () => word.focus().then(() => page.keyboard.press('Enter')),
    () => word.focus().then(() => page.keyboard.press('Space')),
  ]) {
    await act()
    await eventually(async () => assert.match(await note.textContent(), /^Delta.*error attributed to that neuron\.$/))
    assert.equal(await word.getAttribute('aria-expanded'), 'true')
    await page.keyboard.press('Escape')
    await eventually(async () => assert.equal(await note.count(), 0))
    assert.equal(await word.getAttribute('aria-expanded'), 'false')
    assert.ok(await word.evaluate((element) => element.getRootNode().activeElement === element), 'the focus is back')
  }
  await word.click()
  await note.waitFor()
  await page.mouse.click(700, 5)
  await eventually(async () => assert.equal(await note.count(), 0, 'a press elsewhere closes it'))
  await word.click()
  await note.waitFor()
  await word.click()
  await eventually(async () => assert.equal(await note.count(), 0, 'and so does a press on the word again'))
  assert.equal((await playground.state()).step ?? 0, 0, 'no key ran the training')
  await playground.close()
})

test('a note covers neither its word nor leaves the window, moves nothing and is accessible', async () => {
  for (const viewport of [
    { width: 1366, height: 657 },
    { width: 360, height: 740 },
  ]) {
    const { page, word, note, playground } = await open({ viewport })
    await word.scrollIntoViewIfNeeded()
    const before = await page.evaluate(() => [scrollX, scrollY])
    const at = await word.boundingBox()
    await word.click()
    await note.waitFor()
    assert.deepEqual(await word.boundingBox(), at, 'nothing moves')
    assert.deepEqual(await page.evaluate(() => [scrollX, scrollY]), before)
    const box = await note.boundingBox()
    assert.ok(box.x >= 0 && box.y >= 0 && box.x + box.width <= viewport.width && box.y + box.height <= viewport.height)
    assert.ok(box.y >= at.y + at.height || box.y + box.height <= at.y, 'above or beneath the word')
    assert.deepEqual(await findings(playground, ''), [])
    await playground.close()
  }
})

test('no panel shows the marks of a sentence themselves, and each has words that say what they mean', async () => {
  for (const [query, names] of [
    ['?data=xor&layers=3.tanh-1.sigmoid', [...panels.slice(0, -1), 'Confusion']],
    ['?data=sine&layers=3.tanh-1.linear', ['Predictions', 'Inputs']],
  ]) {
    const playground = await site.open(query)
    await playground.steps(1)
    for (const name of names) {
      await openPanel(playground, name)
      await eventually(async () => {
        const { words, count } = await playground.page.locator('.playground').evaluate((root) => ({
          words:
            root.innerText +
            [...root.querySelectorAll('[title], [aria-label]')].map((each) => each.title + each.ariaLabel),
          count: root.querySelectorAll('.tab-panel .glossed').length,
        }))
        assert.doesNotMatch(words, /\[\[|\]\]/, name)
        assert.ok(count > 0, `${name} has a word that says what it means`)
      })
    }
    await playground.close()
  }
})

test('a word in a drawer opens its note over the drawer, which stays open', async () => {
  const playground = await site.open('?data=xor')
  const { page } = playground
  await page.locator('.sentence button.word').click()
  const word = page.locator('#data-drawer .glossed')
  await word.click()
  await eventually(async () => assert.match(await page.locator('.term-note').textContent(), /^Test rows.*new data\.$/))
  await page.keyboard.press('Escape')
  await eventually(async () => assert.equal(await page.locator('.term-note').count(), 0))
  assert.ok(await page.locator('#data-drawer').evaluate((drawer) => drawer.matches(':popover-open')))
  await playground.close()
})
