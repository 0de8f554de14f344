import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openSite } from './page.mjs'
import { eventually } from './reading.mjs'

/** The numbers and names of a plot stay within it, whatever the reader's own rows hold. */

const site = await openSite()
after(() => site.close())

/** What sticks out of the picture sideways, in words. */
const outside = ({ page }) =>
  page.evaluate(() => {
    const picture = document.querySelector('glassbox-playground').shadowRoot.querySelector('.picture .plot')
    const box = picture.getBoundingClientRect()
    return [...picture.querySelectorAll('text')]
      .filter((label) => {
        const { left, right } = label.getBoundingClientRect()
        return left < box.left - 1 || right > box.right + 1
      })
      .map(({ textContent }) => textContent)
  })

const rowsUpTo = (most) => ({
  inputs: ['a', 'b'],
  outputs: ['first', 'an-output-whose-name-has-no-space-in-it', 'third', 'fourth', 'fifth'],
  rows: [1, 2, 3].map((k) => [k, 3 - k, most * k, -most * k, 1e-300, k / 3, 123456.789]),
})

test('the axes of own rows keep to their plot in any window, for targets of any size', async () => {
  const playground = await site.open('', { viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' })
  await playground.run({ do: 'chooseData', name: 'hand' })
  for (const most of [1e6, 1e160, 1e-7]) {
    await playground.run({ do: 'set', path: 'data.table', value: rowsUpTo(most) })
    for (const [width, height] of [
      [390, 844],
      [768, 1024],
      [1366, 657],
      [1440, 900],
    ]) {
      await playground.page.setViewportSize({ width, height })
      await eventually(async () => {
        assert.ok((await playground.page.locator('.picture .plot-tick').count()) > 4)
        assert.deepEqual(await outside(playground), [], `${most} at ${width}`)
      })
    }
  }
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('each share of blame stands within the window, from a small laptop on', async () => {
  for (const [width, height] of [
    [1024, 768],
    [1280, 720],
    [1440, 900],
  ]) {
    const playground = await site.open('?data=digits&tab=blame', {
      viewport: { width, height },
      reducedMotion: 'reduce',
    })
    await playground.page.locator('.share-bar').first().waitFor()
    const right = await playground.page
      .locator('.share-bar')
      .evaluateAll((cells) => Math.max(...cells.map((cell) => cell.getBoundingClientRect().right)))
    assert.ok(right <= width, `${right} at ${width}`)
    await playground.close()
  }
})
