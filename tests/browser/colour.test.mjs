import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openSite } from './page.mjs'
import { eventually } from './reading.mjs'

const site = await openSite()
after(() => site.close())

const inPanel = async (query, tab) => {
  const playground = await site.open(query, { reducedMotion: 'reduce' })
  await playground.steps(2)
  if (tab) await playground.page.getByRole('tab', { name: tab, exact: true }).click()
  return playground
}

test('beside every map stands what its colours mean in numbers', async () => {
  const plane = await inPanel('?data=xor&layers=4.tanh-1.sigmoid', 'Slope')
  const scale = (name) => plane.page.getByRole('img', { name, exact: true })
  await eventually(async () => {
    assert.ok(await scale('The colours of output run from 0 to 1').isVisible())
    assert.ok(await scale('The colours of neurons run from −1 to 1').isVisible())
  })
  const ofCost = plane.page.getByRole('img', { name: /^The colours of cost run from [\d.]+ to [\d.]+$/ })
  await eventually(async () => assert.ok(await ofCost.isVisible()))
  await plane.run({ do: 'point', at: { layer: 0, unit: 1 } })
  await eventually(async () =>
    assert.ok(
      await scale('The colours of layer 1, neuron 2 run from −1 to 1').isVisible(),
      'of the neuron in the plane',
    ),
  )
  await plane.close()

  const heat = await inPanel('?data=xor&layers=20.relu-20.relu-1.sigmoid', 'Layer')
  await heat.page.getByRole('combobox', { name: 'Layer', exact: true }).selectOption({ label: 'layer 2' })
  await eventually(async () => {
    const bar = heat.page.getByRole('img', { name: /^The colours of weights run/ })
    const [low, high] = (await bar.getAttribute('aria-label')).match(/−?[\d.]+/g)
    const { parameters } = await heat.state()
    const most = Math.max(...parameters[1].weights.flat().map(Math.abs))
    assert.equal(high, most.toPrecision(4))
    assert.equal(low, `−${high}`)
  })
  assert.ok(await heat.page.getByRole('img', { name: 'The colours of neurons run from < 0 to > 0' }).isVisible())
  await heat.close()
})

test('what is told on wires is dashed where it is below 0, and has the colour of its quantity', async () => {
  const playground = await inPanel('?data=xor&layers=4.tanh-1.sigmoid', 'Blame')
  const { page } = playground
  const stripes = page.locator('.overlay path[stroke-opacity]')
  const colourOf = (name) =>
    page.locator('.graph-stage').evaluate((stage, name) => {
      const probe = stage.appendChild(document.createElement('i'))
      probe.style.color = `var(--${name})`
      const { color } = getComputedStyle(probe)
      probe.remove()
      return color
    }, name)
  const drawn = () =>
    stripes.evaluateAll((paths) =>
      paths.map((path) => [getComputedStyle(path).stroke, getComputedStyle(path).strokeDasharray !== 'none']),
    )
  const numbers = async () =>
    (
      await page
        .locator('.blame-columns section, .blame-columns > div')
        .first()
        .locator('td.is-delta')
        .allTextContents()
    ).map((text) => text.startsWith('−'))
  const gradient = await colourOf('gradient')
  await eventually(async () => {
    const found = await drawn()
    assert.equal(found.length, 4)
    assert.ok(found.every(([stroke]) => stroke === gradient))
    assert.deepEqual(found.map(([, isDashed]) => isDashed).sort(), (await numbers()).sort())
  })
  await page.getByRole('radio', { name: 'error passed back' }).check()
  const delta = await colourOf('delta')
  await eventually(async () => assert.ok((await drawn()).every(([stroke]) => stroke === delta)))
  await playground.close()
})

test('layer 5 does not look like layer 1, and the ring round what has the focus like no layer', async () => {
  const playground = await inPanel('?data=xor&layers=2.tanh-2.tanh-2.tanh-2.tanh-2.tanh-2.tanh-1.sigmoid')
  const { page } = playground
  const titles = await page
    .locator('.column-title')
    .evaluateAll((all) => all.map((title) => getComputedStyle(title).color))
  assert.equal(titles.length, 8)
  assert.notEqual(titles[5], titles[1])
  titles.slice(1).forEach((colour, i) => assert.notEqual(colour, titles[i], 'layers side by side'))
  await page.locator('.neuron').nth(3).focus()
  await page.keyboard.press('ArrowDown')
  const ring = await page.locator('.neuron:focus .neuron-body').evaluate((body) => getComputedStyle(body).outlineColor)
  assert.ok(!titles.includes(ring))
  await playground.close()
})
