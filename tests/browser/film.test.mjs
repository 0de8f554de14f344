/** One step as a film: what stands on the network and in the panel is a function of the step's numbers and the position. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { formatTight } from '../../web/src/text/numbers.ts'
import { openSite } from './page.mjs'
import { equationsIn, eventually, numberIn } from './reading.mjs'
import {
  agree,
  batchOf,
  inOrder,
  mean,
  panelOf,
  small,
  stepPanelOf,
  stopName,
  tableOf,
  through,
  untilStep,
  viewOf,
} from './step-panel.mjs'

const site = await openSite()
after(() => site.close())

const open = stepPanelOf(site)
const units = [3, 2, 1]
const trackOf = ({ page }) => page.getByRole('slider', { name: 'Position in the step' })

/** Opens the panel, the first row of the batch followed. */
async function openFilm(query, options) {
  const playground = await open(query, options)
  await playground.press('show this row in the network')
  return playground
}

/** Goes to a place, as a link writes it, and waits until it is shown. */
async function goTo(playground, at) {
  await playground.run({ do: 'set', changes: { 'view.at': at } })
  await settled(playground)
}

/** Waits until what is seen stays as it is over some pictures of the screen. */
async function settled(playground) {
  let before = ''
  await eventually(async () => {
    await playground.page.evaluate(async () => {
      for (let picture = 0; picture < 6; picture++) await new Promise(requestAnimationFrame)
    })
    const now = JSON.stringify(await seen(playground))
    const isSame = now === before
    before = now
    assert.ok(isSame)
  })
}

/** All that is seen of a moment: on the network, in the panel, on the track, and in words. */
const seen = ({ page }) =>
  page.evaluate(() => {
    const root = document.querySelector('glassbox-playground').shadowRoot
    const drawn = (selector) =>
      [...root.querySelectorAll(selector)].map((element) =>
        element.outerHTML.replace(/<!--.*?-->|(?<=<canvas)[^>]*| +(?=")/g, ''),
      )
    const text = (selector) => [...root.querySelectorAll(selector)].map(({ textContent }) => textContent.trim())
    const track = root.querySelector('.film-track')
    return {
      overlay: drawn('.overlay'),
      neurons: drawn('.graph .neuron'),
      legend: text('.graph-legend'),
      story: text('.story > p'),
      panel: text('.step-head, .step-sentence, .step-body'),
      hidden: text('.step-body .to-come'),
      track: ['aria-valuenow', 'aria-valuetext', 'style'].map((name) => track?.getAttribute(name)),
      stop: root.querySelector('.stop[aria-current]')?.dataset.stop,
    }
  })

/** Fails unless two moments look the same, but for some of what is seen. */
function alike(now, then, what, but = []) {
  for (const name of Object.keys(then).filter((each) => !but.includes(each)))
    then[name]?.forEach?.((one, i) => assert.equal(now[name][i], one, `${what}: ${name} ${i}`))
  assert.deepEqual([now.stop, now.panel.length], [then.stop, then.panel.length], what)
}

/** The numbers on the network, as they are written there: after symbols, on neurons, on wires. */
const onNetwork = ({ page }) =>
  page.evaluate(() => {
    const root = document.querySelector('glassbox-playground').shadowRoot
    const words = (selector) =>
      [...root.querySelectorAll(`svg.overlay ${selector}`)].map(({ textContent }) => textContent)
    return {
      sums: words('text.overlay-coming'),
      neurons: words('text:not(.overlay-share, .overlay-coming)'),
      wires: words('text.overlay-share'),
    }
  })

/** Each neuron's row of a table in the panel: the cells that are seen. */
const seenCells = ({ page }, caption) =>
  page
    .getByRole('table', { name: caption })
    .evaluate((table) =>
      [...table.tBodies[0].rows].map((row) =>
        [...row.cells]
          .slice(1)
          .map((cell) => (getComputedStyle(cell).visibility === 'hidden' ? null : cell.textContent)),
      ),
    )

test('at every beat the numbers on wires, neurons, formula and table agree with a computation of our own', async () => {
  const playground = await openFilm(`${small}&test=0`, {
    reducedMotion: 'reduce',
    viewport: { width: 1440, height: 900 },
  })
  const { parameters } = await playground.state()
  const batch = await batchOf(playground)
  const rows = batch.map(({ input, target }) => through(parameters, input, target))
  const [own] = rows
  const { input, target } = batch[0]
  const tight = (values) => values.map(formatTight)
  const before = (layer) => (layer === 0 ? input : own[layer - 1].activation)
  const gradient = (layer, unit, from) => mean(rows.map((row) => row[layer].delta[unit] * row[layer].before[from]))
  const signedly = (value) => (value > 0 ? '+' : '') + formatTight(value)
  const shows = async (at, { sums = [], neurons, wires }) => {
    await goTo(playground, at)
    await eventually(async () => {
      const shown = await onNetwork(playground)
      assert.deepEqual(shown.neurons, neurons, `${at}: neurons`)
      assert.deepEqual(shown.sums, sums, `${at}: sums`)
      for (const word of shown.wires) assert.ok(wires.includes(word), `${at}: ${word} of ${wires}`)
      assert.equal(shown.wires.length > 0, wires.length > 0, `${at}: ${wires}`)
    })
  }
  const formula = async (symbol) =>
    (await equationsIn(panelOf(playground).locator('.working'))).find((each) => each.symbol === symbol).result

  await shows('start~1', { neurons: tight(input), wires: [] })
  for (const [layer, { weights }] of parameters.entries()) {
    const name = ['layer 1', 'layer 2', 'output'][layer]
    const reached = [input, ...own.slice(0, layer).map(({ activation }) => activation)].flat()
    const { Z, activation } = own[layer]
    const signals = (unit) => tight(weights[unit].map((weight, from) => weight * before(layer)[from]))
    for (let unit = 0; unit < units[layer]; unit++) {
      const at = (beats) => `forward.${layer + 1}~${2 * unit + beats}`
      const done = activation.slice(0, unit)
      await shows(at(1), {
        sums: [`Z ${formatTight(Z[unit])}`],
        neurons: tight([...reached, ...done]),
        wires: signals(unit),
      })
      agree([await formula(`Z${unit + 1}`)], [Z[unit]], 'sum')
      const cells = await seenCells(playground, `Neurons of ${name}`)
      assert.deepEqual(
        cells.map(([z, a]) => [z !== null, a !== null]),
        Z.map((_, k) => [k <= unit, k < unit]),
      )
      await shows(at(2), { neurons: tight([...reached, ...done, activation[unit]]), wires: signals(unit) })
      agree([await formula(`A${unit + 1}`)], [activation[unit]], 'activation')
      agree([numberIn((await seenCells(playground, `Neurons of ${name}`))[unit][1])], [activation[unit]], 'cell')
    }
    await shows(`forward.${layer + 1}`, {
      neurons: tight([...reached, ...activation]),
      wires: weights.flatMap((_, unit) => signals(unit)),
    })
  }

  const all = tight([input, ...own.map(({ activation }) => activation)].flat())
  await shows('cost~1', { neurons: all, wires: [] })
  const wish = await panelOf(playground).locator('.step-wish').textContent()
  agree([numberIn(/is ([−\d.e]+)\.$/.exec(wish)[1])], [target - own[2].activation[0]], 'wish')

  for (const layer of [2, 1, 0]) {
    const name = ['layer 1', 'layer 2', 'output'][layer]
    const { delta } = own[layer]
    const reached = own.slice(layer + 1).map((each) => each.delta)
    const next = parameters[layer + 1]?.weights ?? []
    const back = (unit) => next.map((row, k) => row[unit] * own[layer + 1].delta[k])
    const perUnit = layer === 2 ? 1 : 2
    for (let unit = 0; unit < units[layer]; unit++) {
      const at = (beats) => `backward.${layer + 1}~${perUnit * unit + beats}`
      const done = delta.slice(0, unit)
      if (layer < 2) {
        const sum = back(unit).reduce((a, b) => a + b)
        await shows(at(1), {
          sums: [`Σ ${formatTight(sum)}`],
          neurons: tight([...done, ...reached.flat()]),
          wires: tight(back(unit)),
        })
        agree([await formula(`∂C/∂A${unit + 1}`)], [sum], 'passed back')
      }
      await shows(at(perUnit), {
        neurons: tight([...done, delta[unit], ...reached.flat()]),
        wires: layer < 2 ? tight(back(unit)) : [],
      })
      agree([await formula(`delta${unit + 1}`)], [delta[unit]], 'delta')
      agree([numberIn((await seenCells(playground, `Neurons of ${name}`))[unit][0])], [delta[unit]], 'cell')
    }
    const beats = perUnit * units[layer] + 2
    await shows(`backward.${layer + 1}~${beats}`, {
      neurons: tight([...delta, ...reached.flat()]),
      wires: parameters[layer].weights.flatMap((row, unit) =>
        row.map((_, from) => signedly(-gradient(layer, unit, from))),
      ),
    })
  }

  const changes = parameters.flatMap(({ weights }, layer) =>
    weights.flatMap((row, unit) => row.map((_, from) => signedly(-0.3 * gradient(layer, unit, from)))),
  )
  await shows('update~2', { neurons: [], wires: changes })
  const stepped = parameters.map(({ weights, bias }, layer) => ({
    weights: weights.map((row, unit) => row.map((weight, from) => weight - 0.3 * gradient(layer, unit, from))),
    bias: bias.map((value, unit) => value - 0.3 * mean(rows.map((row) => row[layer].delta[unit]))),
  }))
  const costOf = (parameters) =>
    mean(
      batch.map(({ input, target }) => {
        const a = through(parameters, input, target)[2].activation[0]
        return -Math.log(target ? a : 1 - a)
      }),
    )
  await goTo(playground, 'update')
  await eventually(async () => {
    const outcome = await panelOf(playground).locator('.step-outcome').textContent()
    const [, ...costs] = /: (\S+) before, (\S+) after/.exec(outcome)
    agree(costs.map(numberIn), [parameters, stepped].map(costOf), 'cost')
  })
  const { rows: cells } = await tableOf(playground, /^Every parameter/)
  agree(
    cells.map((row) => numberIn(row.at(-1))),
    inOrder(stepped),
    'new',
  )
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

const places = [
  'forward.1~1.4',
  'update~2.5',
  'forward.2',
  'backward.1~3.5',
  'cost',
  'start~0.5',
  'backward.2~2',
  'update',
]

test('whatever the order of seeking, the same place shows the same, and back at the beginning nothing is left of it', async () => {
  const playground = await open(small)
  const { page } = playground
  await playground.run({ do: 'set', changes: { 'view.scope': 'batch' } })
  await page.mouse.move(2, 2)
  await settled(playground)
  const [first, state] = [await seen(playground), await playground.state()]
  const shown = new Map()
  for (const order of [places, places.toReversed(), [...places.slice(3), ...places.slice(0, 3)]]) {
    for (const at of order) {
      await goTo(playground, at)
      const now = await seen(playground)
      if (!shown.has(at)) shown.set(at, now)
      alike(now, shown.get(at), at)
    }
  }
  assert.equal(new Set([...shown.values()].map((each) => JSON.stringify(each))).size, places.length)
  await trackOf(playground).focus()
  await page.keyboard.press('End')
  await page.keyboard.press('Home')
  await eventually(async () => assert.deepEqual((await viewOf(playground)).at, null))
  await page.evaluate(() => document.querySelector('glassbox-playground').shadowRoot.activeElement.blur())
  await settled(playground)
  const { neurons, overlay, legend, panel } = await seen(playground)
  assert.deepEqual({ neurons, legend, panel }, { neurons: first.neurons, legend: first.legend, panel: first.panel })
  for (const layer of overlay) assert.doesNotMatch(layer, /<path|<text|<circle/)
  const now = await playground.state()
  assert.deepEqual({ ...now, view: { ...now.view, row: 0 } }, { ...state, view: { ...state.view, row: 0 } })
  assert.equal(await page.locator('.undo [aria-disabled=false]').count(), 0)
  await playground.close()
})

test('seeking and coming back restores the sample that was looked at', async () => {
  const playground = await open(small)
  const own = { input: [0.25, -0.5], target: [1] }
  await playground.run({ do: 'set', changes: { 'view.own': own } })
  await trackOf(playground).focus()
  for (const [key, wanted] of [
    ['PageDown', null],
    ['Home', own],
    ['End', null],
    ['PageUp', null],
    ['Home', own],
  ]) {
    await playground.page.keyboard.press(key)
    await eventually(async () => assert.deepEqual((await viewOf(playground)).own, wanted, key))
  }
  await playground.close()
})

test('a link to a position opens there, with its row, in the same words and with the same numbers', async () => {
  const playground = await open(small)
  for (const at of ['backward.1~3.5', 'forward.2', 'update~1']) {
    await goTo(playground, at)
    await playground.press('Next row of the batch').catch(() => {})
    await settled(playground)
    const query = await playground.page.evaluate(() => document.querySelector('glassbox-playground').session.link())
    assert.ok(new URLSearchParams(query).get('at') === at, query)
    const other = await site.open(`?${query}`)
    await panelOf(other).waitFor()
    await playground.page.mouse.move(2, 2)
    await other.page.mouse.move(2, 2)
    await settled(other)
    const [there, here] = [await seen(other), await seen(playground)]
    alike(there, here, at, ['story'])
    await other.close()
  }
  await playground.close()
})

test('a place that is none is refused, and one that another network has leads to the same phase', async () => {
  const playground = await open(small)
  assert.equal((await playground.run({ do: 'set', changes: { 'view.at': 'sideways.1' } }))?.ok ?? false, false)
  await goTo(playground, 'backward.9~2')
  assert.equal(await stopName(playground), 'backward 2')
  await playground.close()
})

test('by pointer the film is dragged in both directions, and the address says where it was let go', async () => {
  const playground = await open(small)
  const { page } = playground
  const track = trackOf(playground)
  const { x, y, width, height } = await track.boundingBox()
  const to = async (share) => {
    await page.mouse.move(x + share * width, y + height / 2)
    return Number(await track.getAttribute('aria-valuenow'))
  }
  await page.mouse.move(x + 2, y + height / 2)
  await page.mouse.down()
  const forth = []
  for (let share = 0.05; share <= 0.95; share += 0.05) forth.push(await to(share))
  forth.slice(1).forEach((value, i) => assert.ok(value > forth[i], forth.join()))
  const back = []
  for (let share = 0.95; share >= 0.45; share -= 0.05) back.push(await to(share))
  back.slice(1).forEach((value, i) => assert.ok(value < back[i], back.join()))
  await page.mouse.up()
  const stop = await stopName(playground)
  assert.notEqual(stop, 'start -1')
  await to(0.05) // let go, it stays
  assert.equal(await stopName(playground), stop)
  await eventually(async () => assert.match(page.url(), /[?&]at=(forward|cost|backward)/))
  await playground.close()
})

test('the track is a slider that says the moment in words; arrows lead from beat to beat, Page keys from stop to stop', async () => {
  const playground = await open(small)
  const { page } = playground
  const track = trackOf(playground)
  const [now, words] = ['aria-valuenow', 'aria-valuetext'].map((name) => () => track.getAttribute(name))
  await track.focus()
  assert.deepEqual([await now(), await words()], ['0.0', 'The batch'])
  const told = []
  for (let beat = 0; beat < 4; beat++) {
    await page.keyboard.press('ArrowRight')
    told.push(await words())
  }
  assert.match(told[0], /inputs of row \d+ enter/)
  assert.match(told[1], /layer 1, neuron 1.*add up to Z/)
  assert.match(told[2], /layer 1, neuron 1 puts its sum through tanh/)
  assert.match(told[3], /layer 1, neuron 2.*add up to Z/)
  await page.keyboard.press('ArrowLeft')
  assert.equal(await words(), told[2])
  await page.keyboard.press('PageDown')
  assert.match(await words(), /layer 1 has computed its activations/)
  await page.keyboard.press('PageDown')
  assert.equal(await stopName(playground), 'forward 1')
  await page.keyboard.press('PageUp')
  assert.equal(await stopName(playground), 'forward 0')
  await page.keyboard.press('End')
  assert.equal(await stopName(playground), 'update -1')
  assert.equal(await now(), await track.getAttribute('aria-valuemax'))
  await page.keyboard.press('Home')
  assert.equal(await now(), '0.0')
  await playground.close()
})

test('playing on over the end takes the step, bit for bit', async () => {
  const [played, plain] = [await open(small), await open(small)]
  await goTo(played, 'update~1')
  await played.page.getByRole('combobox', { name: 'Speed', exact: true }).last().selectOption('fast')
  await played.press('Play the step')
  await untilStep(played, 1)
  await played.press('Pause')
  await plain.press('One step')
  await plain.until('stepCount', (value) => value === 1)
  const [a, b] = [await played.state(), await plain.state()]
  assert.deepEqual(a.parameters, b.parameters)
  await played.close()
  await plain.close()
})

test('with reduced motion the same is there at every place, come to its end at once', async () => {
  const [moving, still] = [await open(small), await open(small, { reducedMotion: 'reduce' })]
  for (const playground of [moving, still]) await playground.page.mouse.move(2, 2)
  for (const [at, end] of [
    ['forward.1~2.4', 'forward.1~3'],
    ['backward.2~0.5', 'backward.2~1'],
    ['update~1.5', 'update~2'],
  ]) {
    await goTo(moving, end)
    await goTo(still, at)
    const [a, b] = [await seen(moving), await seen(still)]
    alike(b, a, at, ['track'])
  }
  await moving.close()
  await still.close()
})

test('while it is dragged nothing else on the page moves, and what is on its way is drawn as far as it has come', async () => {
  const playground = await openFilm(small, { viewport: { width: 1440, height: 789 } })
  const { page } = playground
  const others = () =>
    page.evaluate(() => {
      const root = document.querySelector('glassbox-playground').shadowRoot
      const parts = '.neuron, .picture, .pane, .transport, .film, .step-moves, .step-on, .step-body, .tabs, .top'
      return [...root.querySelectorAll(parts)].map((element) => {
        const { x, y, width } = element.getBoundingClientRect()
        return [element.className.toString().replace(/ (told|playing|quiet|primary)/g, ''), x, y, width].join()
      })
    })
  await goTo(playground, 'forward.1~0.5')
  const before = await others()
  const clips = new Set()
  for (let share = 0.1; share < 3; share += 0.3) {
    await goTo(playground, `forward.1~${share.toFixed(1)}`)
    assert.deepEqual(await others(), before, `${share}`)
    clips.add(await page.locator('svg.overlay').first().getAttribute('style'))
  }
  assert.ok(clips.size >= 6, [...clips].join('\n'))
  await playground.close()
})

test('dragged on, the thumb has the network follow at once, and the panel where it stays for a moment', async () => {
  const playground = await open(small)
  const { page } = playground
  const { x, y, width, height } = await trackOf(playground).boundingBox()
  const heading = () => page.locator('.step-head').textContent()
  const [before, story] = [await heading(), await page.locator('.story > p').first().textContent()]
  await page.mouse.move(x + 2, y + height / 2)
  await page.mouse.down()
  const drawn = await page.evaluate(
    async ({ x, y, width, height }) => {
      const root = document.querySelector('glassbox-playground').shadowRoot
      const panel = root.querySelector('glassbox-step')
      const old = panel.performUpdate
      let drawn = 0
      panel.performUpdate = function () {
        drawn++
        return old.call(this)
      }
      for (let share = 0.1; share < 0.9; share += 0.02) {
        const at = { clientX: x + share * width, clientY: y + height / 2, bubbles: true, pointerId: 1 }
        root.querySelector('.film-track').dispatchEvent(new PointerEvent('pointermove', at))
      }
      delete panel.performUpdate
      return drawn
    },
    { x, y, width, height },
  )
  assert.equal(drawn, 0)
  await eventually(async () => assert.notEqual(await page.locator('.story > p').first().textContent(), story))
  await eventually(async () => assert.notEqual(await heading(), before))
  assert.match(await stopName(playground), /backward|update/)
  await page.mouse.up()
  await playground.close()
})

test('in the windows of laptops every sentence of a stop takes one line, and the network keeps its place', async () => {
  for (const viewport of [
    { width: 1280, height: 720 },
    { width: 1366, height: 657 },
  ]) {
    const playground = await site.open(`${small}&tab=step`, { viewport, reducedMotion: 'reduce' })
    await trackOf(playground).waitFor()
    const box = () => playground.page.locator('.graph-stage').boundingBox()
    await goTo(playground, 'start')
    const before = await box()
    for (const at of [
      'forward.1',
      'forward.2',
      'forward.3',
      'cost',
      'backward.3',
      'backward.2',
      'backward.1',
      'update',
    ]) {
      await goTo(playground, at)
      assert.deepEqual(await box(), before, `${at} at ${viewport.width}`)
    }
    await playground.close()
  }
})

test('outputs, neurons and weights show which way they should change', async () => {
  const playground = await openFilm(small, { reducedMotion: 'reduce' })
  const { page } = playground
  const arrows = () =>
    page.locator('.overlay-wish').evaluateAll((all) => all.map(({ classList }) => classList.contains('up')))
  const { parameters } = await playground.state()
  const [{ input, target }] = await batchOf(playground)
  const own = through(parameters, input, target)
  await goTo(playground, 'forward.3')
  assert.deepEqual(await arrows(), [])
  await goTo(playground, 'cost')
  assert.deepEqual(await arrows(), [target > own[2].activation[0]])
  await page
    .locator('.graph-legend')
    .getByText(/Arrows: wish, −delta/)
    .waitFor()
  await goTo(playground, 'backward.1')
  const wanted = [own[2], own[1], own[0]].flatMap(({ delta }) => delta.map((each) => each < 0))
  assert.deepEqual((await arrows()).toSorted(), wanted.toSorted())
  await goTo(playground, 'backward.1~8')
  await page
    .locator('.graph-legend')
    .getByText(/On the wires: wish, −gradient/)
    .waitFor()
  await goTo(playground, 'update')
  await eventually(async () =>
    assert.match(
      await page.locator('.story > p').first().textContent(),
      /this batch costs \S+ instead of \S+\. Take the step/,
    ),
  )
  await playground.close()
})

test('beside the network the stages of a step are numbered, each name within its place', async () => {
  for (const [width, height] of [
    [1280, 720],
    [1366, 657],
    [1920, 945],
  ]) {
    const playground = await open('', { viewport: { width, height } })
    const stages = await playground.page.locator('.segment').evaluateAll((segments) =>
      segments.map((segment) => {
        const name = segment.querySelector('.segment-name')
        const range = document.createRange()
        range.selectNodeContents(name)
        const isWithin = range.getBoundingClientRect().width <= segment.getBoundingClientRect().width
        return `${name.innerText.trim().replace(/\s+/g, ' ')}${isWithin ? '' : ' cut off'}`
      }),
    )
    assert.deepEqual(stages, ['1 Forward', '2 Cost', '3 Backward', '4 Update'], `${width}`)
    for (const stop of await playground.page.locator('.stop').all()) {
      await stop.click()
      await eventually(async () => assert.equal(await stop.getAttribute('aria-current'), 'step'))
      const beyond = await stop.evaluate((stop) => {
        const range = document.createRange()
        const names = [...stop.children].filter((name) => name.getBoundingClientRect().width > 1)
        range.selectNodeContents(names.at(-1))
        return range.getBoundingClientRect().width - stop.getBoundingClientRect().width
      })
      assert.ok(beyond <= 0, `${await stop.textContent()} at ${width}: ${beyond} px too long`)
    }
    await playground.close()
  }
})
