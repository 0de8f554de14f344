/**
 * Cause and effect in one view: in the windows that common screens leave, the network, what was learnt, the pane and the
 * player are all in sight, whatever the network, and the page does not scroll.
 */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { unreadable } from './fits-walk.mjs'
import { openSite } from './page.mjs'
import { descriptionOf, eventually } from './reading.mjs'

const site = await openSite()
after(() => site.close())

const windows = [
  [1280, 720],
  [1366, 657],
  [1440, 789],
  [1536, 730],
  [1920, 945],
]

const narrowWindows = [
  [1024, 768],
  [768, 1024],
  [390, 844],
  [360, 740],
]

const layersOf = (hidden, last) => [
  ...hidden.map((units) => ({ units, activation: 'tanh' })),
  { units: last, activation: 'linear' },
]

/** Networks by what they are made of: units of the inputs, of the hidden layers, of the output. */
const networks = {
  '2-8-8-1': [2, [8, 8], 1],
  '5-2-3-5': [5, [2, 3], 5],
  '1-1': [1, [], 1],
  '13-8-3': [13, [8], 3],
  '64-32-10': [64, [32], 10],
  'six layers': [2, [4, 8, 8, 8, 4], 1],
}

/** Rows by hand with so many inputs and outputs. */
const tableOf = (inputs, outputs) => ({
  inputs: Array.from({ length: inputs }, (_, i) => `in${i + 1}`),
  outputs: Array.from({ length: outputs }, (_, i) => `out${i + 1}`),
  rows: [1, 2, 3, 4, 5].map((k) => Array.from({ length: inputs + outputs }, (_, i) => Math.sin(k * (i + 2)))),
})

async function openNetwork([width, height], [inputs, hidden, outputs]) {
  const playground = await site.open('', { viewport: { width, height }, reducedMotion: 'reduce' })
  await playground.run({ do: 'chooseData', name: 'hand' })
  const state = await playground.state()
  await playground.run({
    do: 'load',
    state: {
      data: { ...state.data, table: tableOf(inputs, outputs) },
      network: { ...state.network, layers: layersOf(hidden, outputs) },
      training: { cost: 'mse' },
    },
  })
  return playground
}

const boxOf = (page, selector) => page.locator(selector).first().boundingBox()
const isWithin = (inner, outer) =>
  inner.x >= outer.x - 1 &&
  inner.y >= outer.y - 1 &&
  inner.x + inner.width <= outer.x + outer.width + 1 &&
  inner.y + inner.height <= outer.y + outer.height + 1

/** Neurons, numbers and buttons that meet others, or leave the picture of the network. */
const crowdedIn = (page) =>
  page.evaluate(() => {
    const root = document.querySelector('glassbox-playground').shadowRoot
    const graph = root.querySelector('.graph').getBoundingClientRect()
    /** Of text alone its letters, as of a weight's or bias's number, else the whole box. */
    const inkOf = (element) => {
      const box = element.getBoundingClientRect()
      const isWeight = element.matches('.weight')
      if (element.matches('button:not(.open-layer, .weight)')) return box
      if ((element.childElementCount && !isWeight) || !element.textContent.trim()) return box
      const range = document.createRange()
      range.selectNodeContents(element)
      if (isWeight) range.setStartAfter(element.querySelector('.spoken'))
      const ink = range.getBoundingClientRect()
      const top = Math.max(ink.top, box.top) // what overflows is not seen
      return new DOMRect(ink.x, top, ink.width, Math.min(ink.bottom, box.bottom) - top)
    }
    const seen = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    const kinds = ['.neuron-body, .has-map > .neuron-value, .neuron-name > *', 'button:not(.neuron)', 'select']
    const parts = [...root.querySelectorAll(kinds.map((kind) => `.graph-stage :is(${kind})`).join())]
      .filter(seen)
      .map((element) => ({ element, box: inkOf(element) }))
    const name = ({ element }) => `${element.className || 'name'} “${element.textContent.trim()}”`
    const faults = []
    for (const part of parts) {
      const { box } = part
      if (box.left < graph.left - 1 || box.right > graph.right + 1) faults.push(`${name(part)} beside the network`)
      if (box.top < graph.top - 1 || box.bottom > graph.bottom + 1) faults.push(`${name(part)} beneath the network`)
    }
    parts.forEach((a, i) => {
      for (const b of parts.slice(i + 1)) {
        const isOver =
          a.box.left < b.box.right - 1 &&
          b.box.left < a.box.right - 1 &&
          a.box.top < b.box.bottom - 1 &&
          b.box.top < a.box.bottom - 1
        if (isOver && !a.element.contains(b.element) && !b.element.contains(a.element))
          faults.push(`${name(a)} over ${name(b)}`)
      }
    })
    return faults
  })

/** What reaches into the bars beside it. */
const spiltIn = (page) =>
  page.locator('.tab-panel :is(th, td):has(+ .signed-bar)').evaluateAll((cells) =>
    cells
      .filter((cell) => {
        const range = document.createRange()
        range.selectNodeContents(cell)
        return cell.checkVisibility() && range.getBoundingClientRect().right > cell.getBoundingClientRect().right + 1
      })
      .map((cell) => cell.textContent.trim()),
  )

const scrolledBy = (page) =>
  page.evaluate(() => {
    const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement
    return [scrollHeight - clientHeight, scrollWidth - clientWidth, scrollX, scrollY]
  })

const tabsOf = (page) => page.locator('[role=tab]').evaluateAll((each) => each.map(({ id }) => id.slice(4)))

/** Opens a panel, a neuron chosen. */
async function openTab(playground, tab) {
  await playground.run({
    do: 'set',
    changes: { 'view.tab': tab, 'view.selected': { layer: 0, unit: 0 } },
  })
  await playground.page.locator(`[aria-labelledby="tab-${tab}"] > *`).first().waitFor()
}

/** Looks at every panel of a network in each window. @param look at the page, in a window of some size */
async function inEachWindow(sizes, units, look) {
  const playground = await openNetwork(sizes[0], units)
  const { page } = playground
  for (const tab of await tabsOf(page)) {
    await openTab(playground, tab)
    for (const [width, height] of sizes) {
      const at = `${tab} at ${width} x ${height}`
      await page.setViewportSize({ width, height })
      await eventually(async () => assert.deepEqual(await spiltIn(page), [], at))
      await look(page, { width, height }, at)
    }
  }
  assert.deepEqual(playground.faults, [])
  await playground.close()
}

const isPlayInSight = async (page, { width, height }) =>
  isWithin(await boxOf(page, '.transport .main'), { x: 0, y: 0, width, height })

const firstNeuron = '.neuron[data-layer="0"][data-unit="0"]'

for (const [name, units] of Object.entries(networks)) {
  test(`in wide windows all of ${name} is in view beside each panel, and the page does not scroll`, async () => {
    await inEachWindow(windows, units, (page, { width, height }, at) =>
      eventually(async () => {
        const all = { x: 0, y: 0, width, height }
        assert.deepEqual(await scrolledBy(page), [0, 0, 0, 0], at)
        assert.deepEqual(await crowdedIn(page), [], at)
        assert.deepEqual(await page.evaluate(unreadable), [], at)
        const [graph, pane] = [await boxOf(page, '.graph'), await boxOf(page, '.pane')]
        assert.ok(graph.x + graph.width <= pane.x, `${at}: the network stands beside the pane`)
        for (const part of ['.graph', '.picture', '.pane', '.player', '.transport .main']) {
          assert.ok(isWithin(await boxOf(page, part), all), `${at}: ${part} is in the window`)
        }
        assert.ok(isWithin(await boxOf(page, firstNeuron), graph), `${at}: what is selected is in view`)
      }),
    )
  })

  test(`in narrow windows nothing of ${name} or of any panel is cut off or overlaps, the network is in sight above it`, async () => {
    await inEachWindow(narrowWindows, units, async (page, { width, height }, at) => {
      await page.evaluate(() => scrollTo(0, 0))
      await eventually(async () => {
        const [, across] = await scrolledBy(page)
        assert.equal(across, 0, at)
        assert.deepEqual(await crowdedIn(page), [], at)
        assert.deepEqual(await page.evaluate(unreadable), [], at)
        assert.ok(await isPlayInSight(page, { width, height }), `${at}: Play is in the window`)
      })
      await page.evaluate(() => scrollTo(0, 1e6))
      await eventually(async () => {
        const neuron = await boxOf(page, firstNeuron)
        assert.ok(isWithin(neuron, { x: 0, y: 0, width, height: 0.4 * height }), at)
        assert.ok(await isPlayInSight(page, { width, height }), `${at}: Play is in the window at the end`)
      })
    })
  })
}

for (const [name, [inputs, hidden, outputs]] of Object.entries(networks)) {
  test(`no number of ${name} lies on a button or a neuron, whichever neuron is chosen`, async () => {
    const sizes = [...windows, ...narrowWindows]
    const playground = await openNetwork(sizes[0], [inputs, hidden, outputs])
    for (const [width, height] of sizes) {
      await playground.page.setViewportSize({ width, height })
      for (const [layer, units] of [...hidden, outputs].entries()) {
        for (const unit of new Set([0, Math.min(units, 10) - 1])) {
          await playground.run({ do: 'set', changes: { 'view.tab': 'neuron', 'view.selected': { layer, unit } } })
          await eventually(async () =>
            assert.deepEqual(await crowdedIn(playground.page), [], `${layer}.${unit} at ${width} x ${height}`),
          )
        }
      }
    }
    await playground.close()
  })
}

test('the outline of what is chosen, or has the focus of the keyboard, keeps off the number beneath it', async () => {
  const playground = await site.open('?data=spiral', { reducedMotion: 'reduce' })
  const chosen = playground.page.locator('.neuron[data-layer="0"][data-unit="1"]')
  const keepsOff = async () => {
    const { reach, gap } = await chosen.evaluate((neuron) => {
      const [body, value] = ['.neuron-body', '.neuron-value'].map((part) => neuron.querySelector(part))
      const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(body)
      return {
        reach:
          outlineStyle === 'none' ? Number.NaN : Number.parseFloat(outlineWidth) + Number.parseFloat(outlineOffset),
        gap: value.getBoundingClientRect().top - body.getBoundingClientRect().bottom,
      }
    })
    assert.ok(reach <= gap, `${reach} of ${gap}`)
  }
  await chosen.click()
  await eventually(keepsOff)
  await chosen.press('Shift')
  assert.ok(await chosen.evaluate((neuron) => neuron.matches(':focus-visible')))
  await eventually(keepsOff)
  await playground.close()
})

/** What of a panel has to be in view without scrolling: its result, its formula, the first of its terms. */
const explanations = {
  neuron: ['.neuron-sheet h2', '.sum-lines', '.terms tbody tr'],
  error: ['.pane h2', '.chain tbody tr, .working-lines .equation'],
  blame: ['.blame-head h2', '.blame-columns tbody tr:nth-child(2)'],
  cost: ['.costs tbody tr:nth-child(3)'],
  shock: ['.shock-picture', '.shock-facts [data-value=slope]', '.shock-facts [data-value=gradient]'],
  layer: ['[data-matrix=W] td'],
  slope: ['.slope-plot', '.next-parts [data-value=after-a]', '.slope-buttons'],
}

for (const window of windows) {
  test(`at ${window.join(' x ')} an explanation begins in view`, async () => {
    const playground = await openNetwork(window, networks['2-8-8-1'])
    const { page } = playground
    for (const [tab, parts] of Object.entries(explanations)) {
      await playground.run({ do: 'set', changes: { 'view.tab': tab, 'view.selected': { layer: 0, unit: 1 } } })
      await eventually(async () => {
        const { y, height } = await boxOf(page, '.tab-panel')
        for (const part of parts) {
          const box = await boxOf(page, part)
          assert.ok(
            box.y >= y - 1 && box.y + box.height <= y + height + 1,
            `${tab}: ${part} ${JSON.stringify([box, y, height])}`,
          )
        }
      })
    }
    await playground.close()
  })
}

/** What of a row's cost is in view, whatever the outputs: its terms and their sum, the mean of all rows; nothing aside. */
for (const window of windows) {
  for (const name of ['5-2-3-5', '13-8-3', '64-32-10', '2-8-8-1']) {
    test(`at ${window.join(' x ')} the cost of ${name} is in view and not wider than its panel`, async () => {
      const playground = await openNetwork(window, networks[name])
      const { page } = playground
      await playground.run({ do: 'set', changes: { 'view.tab': 'cost' } })
      const parts = networks[name][2] > 1 ? ['.cost-outputs tbody td', '.cost-outputs [data-value=row-cost]'] : []
      await eventually(async () => {
        const pane = await boxOf(page, '.tab-panel')
        for (const part of ['.cost-mean [data-value=mean]', ...parts])
          assert.ok(isWithin(await boxOf(page, part), pane), part)
        assert.deepEqual(
          await page
            .locator('.tab-panel, .tab-panel .table-box')
            .evaluateAll((boxes) =>
              boxes.map((box) => box.scrollWidth - box.clientWidth).filter((beyond) => beyond > 0),
            ),
          [],
        )
      })
      await page.locator('.tab-panel').evaluate((panel) => panel.scrollTo(0, panel.scrollHeight))
      await eventually(async () => {
        const pane = await boxOf(page, '.tab-panel')
        assert.ok(isWithin(await boxOf(page, '.cost-mean [data-value=mean]'), pane), 'the mean stays in view')
      })
      await playground.close()
    })
  }
}

test('no column of a row’s cost lies over another, whatever the task', async () => {
  for (const query of ['', '?data=study-hours', '?data=iris', '?data=diabetes', '?data=digits']) {
    const playground = await site.open(`${query || '?'}&tab=cost`, { reducedMotion: 'reduce' })
    const { page } = playground
    for (const [width, height] of windows) {
      await page.setViewportSize({ width, height })
      await eventually(async () => {
        const gaps = await page.locator('.costs tbody tr:first-child > *').evaluateAll((cells) =>
          cells
            .map((cell) => cell.getBoundingClientRect())
            .filter((box) => box.width > 0)
            .flatMap((box, i, all) => (i ? [box.left - all[i - 1].right] : [])),
        )
        assert.ok(gaps.length >= 3)
        assert.ok(Math.min(...gaps) >= -1, `${query} at ${width}: ${gaps}`)
      })
    }
    await playground.close()
  }
})

test('the opened chart lies above the player, uses its width, and stands beside its table', async () => {
  const playground = await site.open('?data=penguins', {
    viewport: { width: 1366, height: 657 },
    reducedMotion: 'reduce',
  })
  const { page } = playground
  await playground.steps(50)
  await playground.press('Cost curve in detail')
  const boxes = async () => ({ chart: await boxOf(page, '.chart'), plot: await boxOf(page, '.chart-plot') })
  await eventually(async () => {
    const { chart, plot } = await boxes()
    const [transport, pane] = [await boxOf(page, '.transport .main'), await boxOf(page, '.pane')]
    assert.ok(plot.width > 0.85 * chart.width, 'all of the width is the plot’s')
    assert.ok(chart.y >= 0 && chart.y + chart.height <= transport.y, 'the player stays in view')
    assert.ok(chart.x + chart.width <= pane.x + 10, 'and the pane')
  })
  await page.getByRole('checkbox', { name: 'as table' }).check()
  const table = page.getByRole('table', { name: 'Cost while learning' })
  await table.getByRole('columnheader', { name: 'test cost' }).waitFor()
  await eventually(async () => {
    const { chart, plot } = await boxes()
    const rows = await table.boundingBox()
    assert.ok(plot.x + plot.width <= rows.x && rows.x + rows.width <= chart.x + chart.width)
  })
  assert.equal(await table.getByRole('rowheader').first().textContent(), '0')
  await playground.close()
})

test('the first click on a neuron shows its sum and its output without scrolling', async () => {
  const playground = await site.open('?data=spiral', {
    viewport: { width: 1366, height: 657 },
    reducedMotion: 'reduce',
  })
  const { page } = playground
  await page.locator('.neuron[data-layer="0"][data-unit="3"]').click()
  await eventually(async () => {
    const pane = await boxOf(page, '.tab-panel')
    for (const part of ['.sum-lines .total', '.neuron-sheet h2'])
      assert.ok(isWithin(await boxOf(page, part), pane), part)
    assert.deepEqual(await scrolledBy(page), [0, 0, 0, 0])
  })
  await playground.close()
})

/** What the lens says, by its labels. */
const factsOf = (page) =>
  page
    .locator('.lens dl > div')
    .evaluateAll((rows) =>
      Object.fromEntries(rows.map(({ children: [label, value] }) => [label.textContent, value.textContent])),
    )
/** The numbers of a sentence. */
const numbersIn = (words) =>
  (words.match(/−?\d+(?:\.\d+)?(?:e−?\d+)?/g) ?? []).map((number) => Number(number.replaceAll('−', '-')))
const isNear = (shown, value) => Math.abs(shown - value) <= 1e-3 * Math.abs(value) + 1e-12
const meets = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

test('a lens beside what is pointed at gives the first answer, with the engine’s numbers', async () => {
  const playground = await site.open('?data=xor&layers=3.tanh-1.sigmoid&tab=slope', { reducedMotion: 'reduce' })
  const { page } = playground
  const lens = page.locator('.lens')
  const said = async (title) => {
    await eventually(async () => assert.equal(await lens.locator('.lens-title').textContent(), title))
    return factsOf(page)
  }
  const { frame, next } = await page.evaluate(async () => {
    const { session } = document.querySelector('glassbox-playground')
    const { gradient, after } = await session.ask('nextParameters', {})
    const layers = session.frame.layers.map(({ Z, activation, delta, weights }) => ({
      Z: [...Z],
      activation: [...activation],
      delta: [...delta],
      weights: [...weights],
    }))
    return { frame: layers, next: { gradient: [...gradient], after: [...after] } }
  })
  const check = (facts, wanted) => {
    for (const [label, value] of Object.entries(wanted)) {
      const shown = numbersIn(facts[label]).at(-1)
      assert.ok(isNear(shown, value), `${label}: ${shown}, not ${value}`)
    }
  }
  await page.locator('.neuron[data-layer="0"][data-unit="1"]').hover()
  const [first, last] = frame
  check(await said('layer 1, neuron 2 Tanh'), {
    'sum Z': first.Z[1],
    output: first.activation[1],
    'error delta': first.delta[1],
  })
  await page.locator('.neuron[data-layer="1"]').hover()
  check(await said('output 1 Sigmoid'), {
    'sum Z': last.Z[0],
    prediction: last.activation[0],
    'error delta': last.delta[0],
  })
  await playground.run({ do: 'point', at: { layer: 0, row: 2, column: 1 } })
  await said('W2,3: x2 → layer 1, neuron 3')
  await eventually(async () =>
    assert.deepEqual(Object.keys(await factsOf(page)), ['weight × x2', 'gradient', 'next step']),
  )
  const facts = await factsOf(page)
  const [weight, value, signal] = numbersIn(facts['weight × x2'].replace('x2', ''))
  assert.ok(isNear(weight, first.weights[5]) && isNear(signal, first.weights[5] * value), facts['weight × x2'])
  const flat = 3 * 1 + 2 + 3 // layer by layer: weights by neuron, then its biases
  assert.ok(next.after.includes(next.after[flat]))
  const [from, to] = numbersIn(facts['next step'])
  assert.ok(isNear(from, first.weights[5]) && next.after.some((each) => isNear(to, each)), facts['next step'])
  assert.ok(
    next.gradient.some((each) => isNear(numbersIn(facts.gradient)[0], each)),
    facts.gradient,
  )
  await playground.run({ do: 'point', at: null })
  await lens.waitFor({ state: 'hidden' })
  await playground.close()
})

test('the lens draws the activation as a curve, and its point where the neuron is on it', async () => {
  for (const activation of ['tanh', 'relu', 'silu', 'sigmoid']) {
    const playground = await site.open(`?data=xor&layers=3.${activation}-1.sigmoid`, { reducedMotion: 'reduce' })
    const { page } = playground
    await page.locator('.neuron[data-layer="0"][data-unit="1"]').hover()
    const curve = page.locator('.lens-curve')
    await curve.waitFor()
    const gap = await curve.evaluate((svg) => {
      const [line, circle] = [svg.querySelector('.line'), svg.querySelector('circle')]
      const [x, y] = ['cx', 'cy'].map((name) => Number(circle.getAttribute(name)))
      const steps = Array.from({ length: 400 }, (_, i) => line.getPointAtLength((line.getTotalLength() * i) / 399))
      return Math.min(...steps.map((point) => Math.hypot(point.x - x, point.y - y)))
    })
    assert.ok(gap < 1, `${activation}: ${gap} px beside its curve`)
    await playground.close()
  }
})

for (const window of [windows[0], windows[1], [768, 1024], [360, 740]]) {
  test(`at ${window.join(' x ')} the lens covers neither what it is about nor leaves the window`, async () => {
    for (const units of [networks['2-8-8-1'], networks['5-2-3-5'], networks['13-8-3']]) {
      const playground = await openNetwork(window, units)
      const { page } = playground
      const layers = units[1].length + 1
      for (let layer = -1; layer < layers; layer++) {
        await playground.run({ do: 'point', at: { layer, unit: 1 % (units[1][layer] ?? 1) } })
        const neuron = page.locator(`.neuron.in-sight`)
        await neuron.scrollIntoViewIfNeeded()
        await playground.run({ do: 'point', at: null })
        await playground.run({ do: 'point', at: { layer, unit: 1 % (units[1][layer] ?? 1) } })
        await eventually(async () => {
          const [card, body] = [await page.locator('.lens').boundingBox(), await neuron.boundingBox()]
          assert.ok(card && isWithin(card, { x: 0, y: 0, width: window[0], height: window[1] }), JSON.stringify(card))
          assert.ok(!meets(card, body), `layer ${layer}: ${JSON.stringify([card, body])}`)
        })
      }
      await playground.close()
    }
  })
}

test('what a key leads to has its lens, which its button is described by', async () => {
  const playground = await site.open('?data=xor&layers=3.tanh-1.sigmoid', { reducedMotion: 'reduce' })
  const { page } = playground
  await page.locator('.neuron[data-layer="0"][data-unit="0"]').focus()
  await page.keyboard.press('ArrowDown')
  await eventually(async () =>
    assert.equal(await page.locator('.lens .lens-title').textContent(), 'layer 1, neuron 2 Tanh'),
  )
  assert.match(await descriptionOf(page.locator('.neuron:focus')), /sum Z/)
  await playground.close()
})

test('beneath the network stands what its numbers are', async () => {
  const playground = await site.open('?data=xor&layers=3.tanh-1.sigmoid&tab=slope', { reducedMotion: 'reduce' })
  const legend = playground.page.locator('.graph-legend')
  await eventually(async () =>
    assert.equal(await legend.textContent(), 'On the wires: weight, dashed below 0. At the neurons: activation.'),
  )
  for (const [tab, words] of [
    ['error', 'On the wires: weight × delta. At the neurons: delta.'],
    ['blame', 'On the wires: gradient. At the neurons: delta.'],
    ['shock', 'On the wires: change. At the neurons: change.'],
  ]) {
    await playground.run({ do: 'set', changes: { 'view.tab': tab, 'view.selected': { layer: 0, unit: 1 } } })
    await eventually(async () => assert.equal(await legend.textContent(), words))
  }
  await playground.close()
})

for (const [width, height] of [
  [390, 844],
  [360, 740],
]) {
  test(`on a phone of ${width} x ${height} inputs and outputs are both in sight, and a tap on a neuron shows its sum and output at once`, async () => {
    const playground = await site.open('?data=spiral', {
      viewport: { width, height },
      hasTouch: true,
      reducedMotion: 'reduce',
    })
    const { page } = playground
    for (const neuron of ['[data-layer="-1"]', '[data-layer="2"]']) {
      const box = await boxOf(page, `.neuron${neuron}`)
      assert.ok(box.x >= 0 && box.x + box.width <= width, neuron)
    }
    await page.locator('.neuron[data-layer="0"][data-unit="3"]').tap()
    const lens = page.locator('.lens')
    await eventually(async () => assert.match(await lens.textContent(), /^\s*layer 1, neuron 4 .*sum Z.*output/s))
    const card = await lens.boundingBox()
    const foot = await boxOf(page, '.transport .buttons')
    assert.ok(card.y >= 0 && card.y + card.height <= foot.y && card.x >= 0 && card.x + card.width <= width)
    assert.deepEqual((await scrolledBy(page)).slice(1), [0, 0, 0])
    await page.locator('.story').tap()
    await lens.waitFor({ state: 'hidden' })
    await playground.close()
  })
}

/** What of each stage of a step is to be seen: what comes of it, its formula, the first of its terms. */
const stages = {
  'forward.1': ['.working h3 > :last-child', '.sum-lines .pair.term'],
  cost: ['.step-rule .equation', '.equation [data-value=cost]'],
  'backward.1': ['.working h3 > :last-child', '.sum-lines .pair.term'],
  update: ['.step-outcome', '.equation [data-value=newValue]'],
}

for (const [width, height] of windows) {
  test(`at ${width} x ${height} what the error of a neuron is stands in view beneath the question of an example`, async () => {
    const options = { viewport: { width, height }, reducedMotion: 'reduce' }
    const playground = await site.open('?start=tutorial&tab=step&at=backward.2', options)
    const { page } = playground
    await page.locator('.gallery-question .answers').waitFor()
    await page.locator('.working h3 > :last-child').first().waitFor()
    await eventually(async () => {
      const [result, foot] = [await boxOf(page, '.working h3 > :last-child'), await boxOf(page, '.player')]
      assert.ok(result.y + result.height <= foot.y, `${result.y} + ${result.height} of ${foot.y}`)
    })
    await playground.close()
  })
}

for (const window of [...windows, [390, 844], [360, 740]]) {
  test(`at ${window.join(' x ')} each stage of a step has its result, formula and first terms in view`, async () => {
    const [width, height] = window
    for (const [at, parts] of Object.entries(stages)) {
      const options = { viewport: { width, height }, reducedMotion: 'reduce' }
      const playground = await site.open(`?tab=step&at=${at}`, options)
      const { page } = playground
      await page.locator(parts[1]).first().waitFor()
      const handle = page.locator('.pane-handle')
      if (await handle.isVisible()) await handle.click()
      await eventually(async () => {
        const tabs = await boxOf(page, '.tabs')
        const foot = (await boxOf(page, '.transport .buttons')).y
        assert.ok(tabs.y < foot / 2, 'the details are pulled up')
        for (const part of ['.step-moves', '.step-on', ...parts]) {
          const { y, height: high } = await boxOf(page, part)
          assert.ok(y >= tabs.y + tabs.height && y + high <= foot + 1, `${at}: ${part} ${y} + ${high} of ${foot}`)
        }
        const [moves, take] = [await boxOf(page, '.step-moves'), await boxOf(page, '.step-on')]
        assert.ok(meets({ ...moves, width: 1 }, { ...take, x: moves.x }), `${at}: its controls are one line`)
      })
      await playground.close()
    }
  })
}

test('all phases of a step have their number on the rail, or none has, and no name leaves its phase', async () => {
  for (const hidden of [0, 1, 2, 3, 4, 5]) {
    const layers = [...Array.from({ length: hidden }, () => '4.tanh'), '1.sigmoid'].join('-')
    const playground = await site.open(`?data=circle&tab=step&layers=${layers}`, { reducedMotion: 'reduce' })
    const { page } = playground
    for (const [width, height] of [...windows, ...narrowWindows, [320, 640]]) {
      await page.setViewportSize({ width, height })
      const at = `${hidden} hidden layers at ${width} x ${height}`
      await eventually(async () => {
        const segments = await page.locator('.segment').evaluateAll((all) =>
          all.map((segment) => {
            const [number, name] = segment.querySelector('.segment-name').children
            const [own, box] = [segment, name].map((each) => each.getBoundingClientRect())
            const isNumbered = number.checkVisibility()
            const left = isNumbered ? number.getBoundingClientRect().left : box.left
            return { isNumbered, isWithin: left >= own.left - 1 && box.right <= own.right + 1 }
          }),
        )
        assert.equal(segments.length, 4)
        const { isNumbered } = segments[0]
        assert.ok(
          segments.every((each) => each.isWithin && each.isNumbered === isNumbered),
          `${at} ${JSON.stringify(segments)}`,
        )
        assert.ok(isNumbered || hidden > 1 || width < 360, at)
      })
    }
    await playground.close()
  }
})

test('on a phone the lens of a weight in a formula stays within the window, whatever it tells', async () => {
  const options = { viewport: { width: 360, height: 740 }, reducedMotion: 'reduce' }
  const playground = await site.open('?tab=step&at=backward.1', options)
  const { page } = playground
  await page.locator('.sum-lines .figure').first().waitFor()
  await page.locator('.pane-handle').click()
  await page.locator('.graph.pinned').waitFor()
  await page.locator('.sum-lines .figure').first().hover()
  await eventually(async () => {
    assert.match(await page.locator('.lens').textContent(), /next step\s*−?\d.*→/)
    const { x, width } = await boxOf(page, '.lens')
    assert.ok(x >= 0 && x + width <= 360, `${x} + ${width}`)
  })
  await playground.close()
})

for (const [width, height] of [
  [390, 844],
  [360, 740],
]) {
  test(`on a phone of ${width} x ${height} whom a neuron blames has its shares in view, whatever the inputs are called`, async () => {
    for (const query of ['?data=diabetes', '?data=penguins', '?data=digits']) {
      const playground = await site.open(query, { viewport: { width, height }, reducedMotion: 'reduce' })
      const { page } = playground
      const changes = { 'view.tab': 'blame', 'view.selected': { layer: 0, unit: 1 } }
      await playground.run({ do: 'set', changes })
      await page.locator('.share-bar').first().waitFor()
      const beyond = () =>
        page.locator('.blame .table-box').evaluateAll((boxes) => boxes.map((box) => box.scrollWidth - box.clientWidth))
      await eventually(async () => assert.deepEqual(await beyond(), [0, 0], query))
      await playground.close()
    }
  })

  test(`on a phone of ${width} x ${height} the inputs and outputs of a deep network have their numbers, clear of their names`, async () => {
    for (const query of [
      '?data=circle&layers=4.tanh-4.tanh-4.tanh-4.tanh-4.tanh-1.sigmoid',
      '?data=penguins&layers=4.tanh-4.tanh-4.tanh-4.tanh-3.softmax',
    ]) {
      const playground = await site.open(query, { viewport: { width, height }, reducedMotion: 'reduce' })
      const neurons = playground.page.locator(':is(.of-input, .of-output) .neuron')
      await neurons.first().waitFor()
      const read = () =>
        neurons.evaluateAll((all) =>
          all.map((neuron) => {
            const value = neuron.querySelector('.neuron-value')
            const words = [...neuron.querySelectorAll('.neuron-name > *')]
            const boxes = [value, ...words].map((part) => {
              const range = document.createRange()
              range.selectNodeContents(part)
              return range.getBoundingClientRect()
            })
            const [own, ...names] = boxes
            const isClear = names.every(
              ({ left, right, bottom, top }) =>
                own.left >= right || own.right <= left || own.top >= bottom || own.bottom <= top,
            )
            const isShown = value.checkVisibility({ visibilityProperty: true }) && own.width > 0
            const { bottom } = neuron.querySelector('.neuron-body').getBoundingClientRect()
            return isShown && isClear && own.top >= bottom && own.left >= 0 && own.right <= innerWidth
          }),
        )
      await eventually(async () => assert.deepEqual(new Set(await read()), new Set([true])))
      await playground.close()
    }
  })

  test(`on a phone of ${width} x ${height} an example’s question leaves the network in view`, async () => {
    const playground = await site.open('', { viewport: { width, height }, reducedMotion: 'reduce' })
    const { page } = playground
    await playground.press('Examples')
    await page.getByRole('button', { name: /^The tutorial’s network/ }).click()
    await page.locator('.gallery-question').waitFor()
    await eventually(async () => {
      const second = await page.locator('.neuron').nth(1).boundingBox()
      const handle = await boxOf(page, '.pane-handle')
      assert.ok(second.y + second.height / 2 < handle.y, `${second.y} + ${second.height} / 2, ${handle.y}`)
      const [tools, story] = [await boxOf(page, '.tools'), await boxOf(page, '.story > p')]
      assert.ok(story.y - tools.y - tools.height < 30, 'no blank line stands above the story')
    })
    await playground.close()
  })
}
