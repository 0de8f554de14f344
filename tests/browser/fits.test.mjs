import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { unreadable } from './fits-walk.mjs'
import { openSite } from './page.mjs'
import { eventually } from './reading.mjs'

/** Numbers and names can be read to their end, whatever the reader's own rows hold, in any window. */

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
    await playground.run({ do: 'set', changes: { 'data.table': rowsUpTo(most) } })
    for (const [width, height] of [
      [390, 844],
      [768, 1024],
      [1366, 657],
      [1440, 900],
    ]) {
      await playground.page.setViewportSize({ width, height })
      await eventually(async () => {
        assert.ok((await playground.page.locator('.picture .plot-tick').count()) >= 4)
        assert.deepEqual(await outside(playground), [], `${most} at ${width}`)
      })
    }
  }
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

/** Which of these are cut, by what they would say. */
const cut = (locator) =>
  locator.evaluateAll((names) =>
    names.filter((name) => name.scrollWidth > name.clientWidth).map(({ textContent }) => textContent),
  )

test('classes are told by their whole names, beside the network and the bars, in any window', async () => {
  for (const query of ['?data=penguins', '?data=wine', '?data=iris&layers=6.relu-6.relu-3.softmax']) {
    const playground = await site.open(query, { viewport: { width: 1366, height: 657 }, reducedMotion: 'reduce' })
    for (const [width, height] of [
      [1366, 657],
      [1280, 720],
      [768, 1024],
      [390, 844],
      [360, 740],
    ]) {
      await playground.page.setViewportSize({ width, height })
      await eventually(async () => {
        for (const names of ['.of-output .neuron-name > span', '.bar-name']) {
          const found = playground.page.locator(`${names} >> visible=true`)
          assert.equal(await found.count(), 3, `${names} of ${query} at ${width}`)
          assert.deepEqual(await cut(found), [], `${names} of ${query} at ${width}`)
        }
      })
    }
    await playground.close()
  }
})

test('where columns stand close the network is drawn on the page’s own ground, pointed at or not', async () => {
  const playground = await site.open('?data=penguins', {
    viewport: { width: 390, height: 844 },
    reducedMotion: 'reduce',
  })
  const neuron = playground.page.locator('.of-output .neuron').first()
  await neuron.hover()
  const looks = await neuron.evaluate((one) => {
    const { backgroundColor, borderRadius } = getComputedStyle(one.closest('glassbox-graph').stage)
    return [backgroundColor, borderRadius]
  })
  assert.deepEqual(looks, ['rgba(0, 0, 0, 0)', '0px'])
  await playground.close()
})

test('the confusion of ten classes, with what each is recalled by, fits the pane of a small laptop', async () => {
  const playground = await site.open('?data=digits&tab=confusion', { viewport: { width: 1280, height: 720 } })
  await eventually(async () => {
    const tables = playground.page.locator('table.confusion')
    assert.equal(await tables.count(), 2)
    const panel = await playground.page.locator('.tab-panel').boundingBox()
    for (const table of await tables.all()) {
      assert.equal(await table.locator('thead th').count(), 11)
      const { x, width } = await table.boundingBox()
      assert.ok(x + width <= panel.x + panel.width, `${x + width} of ${panel.x + panel.width}`)
    }
  })
  await playground.close()
})

test('what the colours of a neuron mean, and how sure the network is of each digit, fit the narrowest picture', async () => {
  const isWhole = (locator) =>
    locator.evaluateAll((parts) => {
      const { left, right } = parts[0].closest('.picture').getBoundingClientRect()
      return parts.every((part) => {
        const box = part.getBoundingClientRect()
        return box.left >= left && box.right <= right + 1
      })
    })
  for (const [width, height] of [
    [1280, 720],
    [1366, 657],
  ]) {
    const playground = await site.open('?data=circle', { viewport: { width, height }, reducedMotion: 'reduce' })
    const { page } = playground
    await page.locator('.neuron[data-layer="0"]').nth(1).hover()
    await page.locator('.picture .scale-of', { hasText: 'neuron 2' }).waitFor()
    assert.ok(await isWhole(page.locator('.picture .scale > *')), `${width}`)
    await playground.run({ do: 'chooseData', name: 'digits' })
    await page.locator('.picture .bar-value').nth(9).waitFor()
    assert.ok(await isWhole(page.locator('.picture .bar-value')), `${width}`)
    await playground.close()
  }
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

/** Rows of a reader's own, and layers for them. */
const rowsOf = (inputs, outputs, most, name = '') => ({
  inputs: Array.from({ length: inputs }, (_, i) => `${name}in${i}`),
  outputs: Array.from({ length: outputs }, (_, i) => `${name}out${i}`),
  rows: [1, 2, 3, 4].map((k) => [
    ...Array.from({ length: inputs }, (_, i) => k * (i + 1) * most),
    ...Array.from({ length: outputs }, (_, i) => ((k - 2) * most) / (i + 1)),
  ]),
})
const layersOf = (...units) =>
  units.map((count, i) => ({ units: count, activation: i === units.length - 1 ? 'linear' : 'tanh' }))

const networks = {
  'five inputs and five outputs': [rowsOf(5, 5, 1), layersOf(2, 3, 5)],
  'large numbers and full layers': [rowsOf(2, 1, 1e6), layersOf(8, 8, 1)],
  'six hidden layers': [rowsOf(2, 1, 1), layersOf(3, 3, 3, 3, 3, 3, 1)],
  'long names and tiny numbers': [rowsOf(3, 5, 1e-7, 'a_name_as_long_as_it_may_be_no_space'), layersOf(3, 5)],
  'numbers of 161 digits': [rowsOf(2, 2, 1e160), layersOf(3, 2)],
}
const windows = [
  [390, 844],
  [768, 1024],
  [1366, 657],
  [1440, 900],
]

async function choose({ page }, [table, layers]) {
  const { data } = await page.evaluate(
    async (state) => {
      const net = document.querySelector('glassbox-playground')
      await net.setState(state)
      return net.getState()
    },
    { data: { table }, network: { layers } },
  )
  assert.deepEqual(data.table, table)
}

for (const [what, [table]] of Object.entries(networks)) {
  test(`every text can be read to its end in every panel and window: ${what}`, async () => {
    const playground = await site.open('?data=hand', { reducedMotion: 'reduce' })
    const { page } = playground
    await choose(playground, networks[what])
    await playground.steps(1)
    await eventually(async () => {
      const row = await page.locator('.picture').textContent()
      const isOne = table.outputs.length === 1
      for (const name of table.outputs) assert.ok(row.includes(isOne ? 'Predicted' : `${name}: `), row)
    })
    const tabs = page.getByRole('tab')
    const count = await tabs.count()
    for (const [width, height] of windows) {
      await page.setViewportSize({ width, height })
      for (let i = 0; i < count; i++) {
        await tabs.nth(i).click()
        await page.waitForFunction(() => {
          const { shadowRoot } = document.querySelector('glassbox-playground')
          return /\d/.test(shadowRoot.querySelector('.tab-panel').textContent)
        })
        await eventually(async () =>
          assert.deepEqual(await page.evaluate(unreadable), [], `${await tabs.nth(i).textContent()} at ${width}`),
        )
      }
    }
    assert.deepEqual(playground.faults, [])
    await playground.close()
  })
}

test('six hidden layers are seen from input to output without scrolling at 1440 px', async () => {
  const playground = await site.open('?data=xor&layers=3.tanh-3.tanh-3.tanh-3.tanh-3.tanh-3.tanh-1.sigmoid', {
    viewport: { width: 1440, height: 900 },
  })
  const beyond = await playground.page
    .locator('.graph-scroll')
    .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)
  assert.ok(beyond <= 1, `${beyond} px are out of sight`)
  await playground.close()
})

test('a bias of many digits keeps off its neuron', async () => {
  const playground = await site.open('?data=xor&layers=3.tanh-1.sigmoid', { viewport: { width: 390, height: 844 } })
  const { page } = playground
  const parameter = { layer: 0, row: 0, bias: true }
  await playground.run({ do: 'setParameter', parameter, value: -0.0094 })
  const label = page.locator('.weight.bias[data-layer="0"][data-row="0"]')
  await eventually(async () => assert.match(await label.innerText(), /−0\.0094/))
  const [bias, neuron] = await Promise.all(
    [label, page.locator('.neuron[data-layer="0"][data-unit="0"]')].map((one) => one.boundingBox()),
  )
  assert.ok(bias.width > 54, `${bias.width}`)
  assert.ok(bias.x + bias.width <= neuron.x + 1, `${bias.x + bias.width} of ${neuron.x}`)
  await playground.close()
})

test('on a phone each neuron of four hidden layers has its number beneath it, clear of the others', async () => {
  const query = '?data=circle&layers=5.tanh-4.tanh-4.tanh-3.tanh-1.sigmoid'
  const playground = await site.open(query, { viewport: { width: 390, height: 844 } })
  const places = await playground.page.locator('.graph-stage .neuron-value:visible').evaluateAll((values) =>
    values.map((value) => {
      const range = document.createRange()
      range.selectNodeContents(value)
      const { left, right, top, bottom } = range.getBoundingClientRect()
      return { left, right, top, bottom, text: value.textContent }
    }),
  )
  assert.equal(places.length, 2 + 5 + 4 + 4 + 3 + 1)
  const meets = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
  const pairs = places.flatMap((a, i) => places.slice(i + 1).map((b) => [a, b]))
  assert.deepEqual(
    pairs.filter(([a, b]) => meets(a, b)).map(([a, b]) => [a.text, b.text]),
    [],
  )
  await playground.close()
})

test('which row and what it costs stay in sight beside five outputs, at any width', async () => {
  const playground = await site.open('?data=hand', { reducedMotion: 'reduce' })
  const { page } = playground
  await choose(playground, networks['five inputs and five outputs'])
  await page.getByRole('tab', { name: 'Cost', exact: true }).click()
  for (const [width, height] of windows) {
    await page.setViewportSize({ width, height })
    for (const part of ['.costs tbody th', '.costs tbody .term', '[data-value=mean]']) {
      await eventually(async () => {
        const { left, right } = await page
          .locator(part)
          .first()
          .evaluate((cell) => {
            const { left, right } = cell.getBoundingClientRect()
            return { left, right }
          })
        assert.ok(left >= 0 && right <= width, `${part} from ${left} to ${right} at ${width}`)
      })
    }
  }
  await playground.close()
})
