import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openSite } from './page.mjs'
import { eventually, findings, openPanel } from './reading.mjs'

const site = await openSite()
after(() => site.close())

/** Opens the drawing tools over the picture. */
async function drawOn(query, options) {
  const playground = await site.open(query, options)
  await playground.page.locator('.picture .draw-points').click()
  await playground.page.locator('.draw-board').waitFor()
  return Object.assign(playground, {
    board: playground.page.locator('.draw-board'),
    tools: playground.page.locator('.draw'),
    said: () => playground.page.locator('.draw .hint').textContent(),
  })
}

const tableOf = async (playground) => (await playground.state()).data.table

/** How many rows the table has, once it has that many. */
const hasRows = (playground, count) =>
  eventually(async () => assert.equal((await tableOf(playground))?.rows.length, count))

/** Where a pair of values stands on the page. */
const pageAt = ({ page }, values) =>
  page.evaluate(([x, y]) => {
    const plot = document.querySelector('glassbox-playground').shadowRoot.querySelector('.picture glassbox-plot')
    const box = plot.getBoundingClientRect()
    return { x: box.x + plot.px(x), y: box.y + plot.py(y) }
  }, values)

async function press(playground, values) {
  const { x, y } = await pageAt(playground, values)
  await playground.page.mouse.click(x, y)
}

async function drag(playground, from, to) {
  const { mouse } = playground.page
  const [start, end] = [await pageAt(playground, from), await pageAt(playground, to)]
  await mouse.move(start.x, start.y)
  await mouse.down()
  await mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2)
  await mouse.move(end.x, end.y)
  await mouse.up()
}

const near = (actual, expected, tolerance) =>
  actual.forEach((value, i) =>
    assert.ok(Math.abs(value - expected[i]) < tolerance, `${actual} is not about ${expected}`),
  )

test('a click adds a point, a drag moves it, the eraser takes it away; each is undone by itself, and the weights stay', async () => {
  const playground = await drawOn('?data=gauss&samples=40')
  await playground.steps(5)
  const before = await playground.state()
  await playground.tools.getByRole('radio', { name: '1', exact: true }).check()
  await press(playground, [0.1, 0.9])
  await hasRows(playground, 40 + 1)
  const drawn = await playground.state()
  assert.deepEqual(drawn.parameters, before.parameters)
  assert.equal(await playground.number('stepCount'), 5)
  const added = drawn.data.table.rows.at(-1)
  near(added, [0.1, 0.9, 1], 0.03)
  assert.match(await playground.said(), /Added 1 point of class “1”/)

  await drag(playground, added, [-0.2, 0.8])
  await eventually(async () => near((await tableOf(playground)).rows.at(-1), [-0.2, 0.8, 1], 0.03))
  await playground.tools.getByRole('radio', { name: 'Erase' }).check()
  await press(playground, (await tableOf(playground)).rows.at(-1))
  await hasRows(playground, 40)
  assert.deepEqual((await playground.state()).parameters, before.parameters)

  await playground.run({ do: 'undo' })
  await eventually(async () => near((await tableOf(playground)).rows.at(-1), [-0.2, 0.8, 1], 0.03))
  await playground.run({ do: 'undo' })
  await eventually(async () => assert.deepEqual((await tableOf(playground)).rows.at(-1), added))
  await playground.run({ do: 'undo' })
  await eventually(async () => assert.equal((await playground.state()).data.name, 'gauss'))
  assert.deepEqual((await playground.state()).parameters, before.parameters)
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('what is drawn joins the training rows: the test rows are what they were', async () => {
  const playground = await drawOn('?data=gauss&samples=40&test=0.25')
  const setsOf = () =>
    playground.page.evaluate(() => {
      const { data } = document.querySelector('glassbox-playground').session
      return { train: [...data.train.X.data], test: [...data.test.X.data], tests: data.test.X.shape[0] }
    })
  const before = await setsOf()
  assert.ok(before.tests > 0)
  await press(playground, [0, 0.5])
  await hasRows(playground, 41)
  const now = await setsOf()
  assert.deepEqual(now.test, before.test)
  assert.deepEqual(now.train.slice(0, -2), before.train)
  await playground.tools.getByText('test rows do not change').waitFor()
  await playground.close()
})

test('on an empty plane training starts with the first point of each class, and two clouds are told apart', async () => {
  const playground = await drawOn('?data=gauss')
  const { tools } = playground
  const before = await playground.state()
  await tools.getByRole('radio', { name: 'an empty plane' }).check()
  await tools.getByText('Still without one: 0, 1').waitFor()
  await tools.getByRole('radio', { name: 'Spray' }).check()
  await drag(playground, [-0.7, 0.6], [-0.5, 0.7])
  await tools.getByText('Still without one: 1').waitFor()
  assert.equal((await playground.state()).data.name, 'gauss')
  await tools.getByRole('radio', { name: '1', exact: true }).check()
  await drag(playground, [0.6, -0.5], [0.7, -0.6])
  await eventually(async () => assert.equal((await playground.state()).data.name, 'hand'))
  const { data, parameters } = await playground.state()
  assert.deepEqual(parameters, before.parameters)
  assert.equal(data.table.test, 0)
  const sides = data.table.rows.map(([x, , level]) => `${level}: ${x > 0}`)
  assert.deepEqual([...new Set(sides)].sort(), ['0: false', '1: true'])
  await playground.steps(300)
  assert.equal(await playground.number('accuracy'), 1)
  await playground.close()
})

test('by keyboard alone points are added, moved and removed, and all of it is said', async () => {
  const playground = await drawOn('?data=gauss&samples=40')
  const { page, board } = playground
  await board.focus()
  await eventually(async () => assert.match(await playground.said(), /x1 .*, x2/))
  for (let i = 0; i < 4; i++) await page.keyboard.press('Shift+ArrowUp')
  await page.keyboard.press(']')
  await eventually(async () => assert.match(await playground.said(), /Class “1”/))
  await page.keyboard.press('Enter')
  await hasRows(playground, 41)
  assert.match(await playground.said(), /Added 1 point of class “1”/)
  const added = (await tableOf(playground)).rows.at(-1)
  await page.keyboard.press('m')
  await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('m')
  await eventually(async () => assert.ok((await tableOf(playground)).rows.at(-1)[0] < added[0]))
  assert.match(await playground.said(), /Moved to/)
  await page.keyboard.press('Delete')
  await hasRows(playground, 40)
  assert.match(await playground.said(), /Removed 1 point/)
  await page.keyboard.press('Delete')
  await eventually(async () => assert.match(await playground.said(), /no point here/))
  await playground.close()
})

test('by coordinates a point is added where no pointer would reach, and the plane grows for it', async () => {
  const playground = await drawOn('?data=gauss&samples=40')
  const { tools } = playground
  await tools.getByText('points by coordinates').click()
  await tools.getByRole('textbox', { name: 'x1' }).fill('3.25')
  await tools.getByRole('textbox', { name: 'x2' }).fill('-4')
  await tools.getByRole('button', { name: 'Add', exact: true }).click()
  await hasRows(playground, 41)
  const { rows, about } = await tableOf(playground)
  assert.deepEqual(rows.at(-1), [3.25, -4, 0])
  assert.ok(about.x1.range[1] > 3.25 && about.x2.range[0] < -4)
  await playground.close()
})

test('classes are added and renamed, and the network gets an output for each', async () => {
  const playground = await drawOn('?data=gauss&samples=40')
  const { tools } = playground
  await tools.getByRole('button', { name: 'Another class' }).click()
  await tools.getByText('Name of the class, points').click()
  const name = tools.getByRole('textbox', { name: 'Name of the class' })
  await name.fill('blue')
  await name.press('Enter')
  await press(playground, [0, 0])
  await eventually(async () => assert.equal((await playground.state()).network.layers.at(-1).units, 3))
  assert.deepEqual((await tableOf(playground)).about.class.levels, ['0', '1', 'blue'])
  await tools.getByRole('radio', { name: '0', exact: true }).check()
  await name.fill('blue')
  await name.press('Enter')
  await tools.getByText('Another class has that name.').waitFor()
  await name.fill('sand')
  await name.press('Enter')
  await eventually(async () => assert.deepEqual((await tableOf(playground)).about.class.levels, ['sand', '1', 'blue']))
  await playground.close()
})

test('a class is removed with its points as one edit, and undone; two stay', async () => {
  const playground = await drawOn('?data=gauss&samples=40&test=0.25')
  const { page, tools } = playground
  const remove = tools.getByRole('button', { name: /^Remove the class/ })
  const radio = (name) => tools.getByRole('radio', { name, exact: true })
  assert.equal(await remove.getAttribute('aria-disabled'), 'true')

  // a new one without a point is no part of the data
  await tools.getByRole('button', { name: 'Another class' }).click()
  await radio('class 3').waitFor()
  await remove.click()
  assert.equal(await radio('class 3').count(), 0)
  assert.match(await playground.said(), /Removed the class “class 3”, which had no points/)
  assert.equal((await playground.state()).data.name, 'gauss')

  await tools.getByRole('button', { name: 'Another class' }).click()
  await press(playground, [0, 0])
  await hasRows(playground, 41)
  await press(playground, [0.2, 0.9])
  await hasRows(playground, 42)
  const before = await tableOf(playground)
  await radio('0').check()
  await remove.focus() // by keyboard
  await page.keyboard.press('Enter')
  const zeros = before.rows.filter((row) => row.at(-1) === 0)
  await hasRows(playground, 42 - zeros.length)
  const after = await tableOf(playground)
  assert.match(await playground.said(), new RegExp(`Removed the class “0” and its ${zeros.length} points`))
  assert.deepEqual(after.about.class.levels, ['1', 'class 3'])
  assert.deepEqual(
    after.rows,
    before.rows.filter((row) => row.at(-1) !== 0).map((row) => row.with(-1, row.at(-1) - 1)),
  )
  assert.equal(after.test, before.test - before.rows.slice(0, before.test).filter((row) => row.at(-1) === 0).length)
  await eventually(async () => assert.equal((await playground.state()).network.layers.at(-1).units, 1))
  assert.equal(await remove.getAttribute('aria-disabled'), 'true')

  await playground.run({ do: 'undo' })
  await eventually(async () => assert.deepEqual(await tableOf(playground), before))
  await radio('class 3').waitFor()
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('on an empty plane a class without a point can be removed, and training starts without it', async () => {
  const playground = await drawOn('?data=gauss')
  const { tools } = playground
  await tools.getByRole('radio', { name: 'an empty plane' }).check()
  await tools.getByRole('button', { name: 'Another class' }).click()
  await press(playground, [0.5, 0.5])
  await tools.getByText('Still without one: 0, 1').waitFor()
  await tools.getByRole('radio', { name: '1', exact: true }).check()
  await press(playground, [-0.5, 0.5])
  await tools.getByText('Still without one: 0.').waitFor()
  await tools.getByRole('radio', { name: '0', exact: true }).check()
  await tools.getByRole('button', { name: /^Remove the class “0”/ }).click()
  await hasRows(playground, 2)
  const { rows, about } = await tableOf(playground)
  assert.deepEqual(about.class.levels, ['1', 'class 3'])
  assert.deepEqual(
    rows.map((row) => row.at(-1)),
    [1, 0],
  )
  await playground.close()
})

test('a class that an undo has taken away is not drawn any more', async () => {
  const playground = await drawOn('?data=gauss&samples=40')
  const { tools } = playground
  await tools.getByRole('button', { name: 'Another class' }).click()
  await press(playground, [0, 0])
  await hasRows(playground, 41)
  await playground.run({ do: 'undo' })
  await eventually(async () => assert.equal((await playground.state()).data.name, 'gauss'))
  await press(playground, [0, 0.5])
  await hasRows(playground, 41)
  assert.equal((await tableOf(playground)).rows.at(-1).at(-1), 1)
  assert.deepEqual((await tableOf(playground)).about.class.levels, ['0', '1'])
  await playground.close()
})

/** A phone, with a finger on it. */
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, reducedMotion: 'reduce' }

/** Moves a finger along places of the page, from touch to lift, as the browser itself would hear of it. */
async function stroke({ page }, places) {
  const client = await page.context().newCDPSession(page)
  const send = (type, touchPoints) => client.send('Input.dispatchTouchEvent', { type, touchPoints })
  const [first, ...others] = places
  await send('touchStart', [first])
  for (const place of others) await send('touchMove', [place])
  await send('touchEnd', [])
  await client.detach()
}

/** Places on the way from one to another. */
const along = (from, to, count = 12) =>
  Array.from({ length: count + 1 }, (_, i) => ({
    x: from.x + ((to.x - from.x) * i) / count,
    y: from.y + ((to.y - from.y) * i) / count,
  }))

/** Scrolls the page until an element is between the network, which stays above, and the player beneath. */
const bring = (element) =>
  element.evaluate((node) => {
    scrollBy(0, node.getBoundingClientRect().top - 0.36 * innerHeight)
    return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  })

/** Where the page and all that scrolls in it stand. */
const scrollsOf = ({ page }) =>
  page.evaluate(() => {
    const { shadowRoot } = document.querySelector('glassbox-playground')
    const within = Array.from(shadowRoot.querySelectorAll('*'), ({ scrollTop }) => scrollTop)
    return [scrollX, scrollY, ...within.filter((top) => top !== 0)].join()
  })

test('points are drawn by finger: touched one by one and sprayed along a stroke, and the page stays where it is', async () => {
  const playground = await drawOn('?data=gauss&samples=40', phone)
  const { page, board, tools } = playground
  // who asks to draw sees what to draw with
  await eventually(async () => {
    const isSeen = await tools.evaluate((view) => {
      const { left, top } = view.querySelector('.scope').getBoundingClientRect()
      return view.contains(view.getRootNode().elementFromPoint(left + 9, top + 9))
    })
    assert.ok(isSeen)
  })
  await bring(board)
  const scrolled = await scrollsOf(playground)
  for (const [count, place] of [
    [41, [0.1, 0.8]],
    [42, [-0.7, -0.7]],
    [43, [0.8, -0.6]],
  ]) {
    const { x, y } = await pageAt(playground, place)
    await page.touchscreen.tap(x, y)
    await hasRows(playground, count)
    near((await tableOf(playground)).rows.at(-1), [...place, 0], 0.06)
  }
  assert.equal(await scrollsOf(playground), scrolled)

  await tools.getByRole('radio', { name: 'Spray' }).check()
  await bring(board)
  const before = await scrollsOf(playground)
  const [from, to] = [await pageAt(playground, [-0.5, 0.8]), await pageAt(playground, [-0.5, -0.8])]
  await stroke(playground, along(from, to))
  await eventually(async () => assert.ok((await tableOf(playground)).rows.length >= 43 + 3 * 5))
  assert.equal(await scrollsOf(playground), before)
  const sprayed = (await tableOf(playground)).rows.slice(43).map(([, y]) => y)
  assert.ok(Math.max(...sprayed) > 0.5 && Math.min(...sprayed) < -0.5, 'from the one end to the other')
  await playground.run({ do: 'undo' })
  await hasRows(playground, 43)
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('in a low window all of the plane can be drawn on, and it is as large as before when that is done', async () => {
  const playground = await site.open('?data=gauss', { viewport: { width: 1366, height: 657 }, reducedMotion: 'reduce' })
  const { page } = playground
  const plot = page.locator('.picture glassbox-plot')
  const before = await plot.evaluate((node) => node.offsetWidth)
  await page.locator('.picture .draw-points').click()
  await page.locator('.draw-board').waitFor()
  await eventually(async () => {
    const { plane, end } = await plot.evaluate((node) => {
      const { inner } = node
      const round = node.closest('.picture').getBoundingClientRect()
      return { plane: node.getBoundingClientRect().top + inner.top + inner.height, end: round.bottom }
    })
    assert.ok(plane <= end, `the plane ends at ${plane}, what is in sight at ${end}`)
  })
  await page.locator('.draw').getByRole('button', { name: 'Done' }).click()
  await eventually(async () => assert.equal(await plot.evaluate((node) => node.offsetWidth), before))
  await playground.close()
})

test('points are drawn while the network trains', async () => {
  const playground = await drawOn('?data=gauss')
  await playground.press('Play')
  await playground.until('stepCount', (value) => value > 20)
  await press(playground, [0, 0.9])
  await eventually(async () => assert.equal((await playground.state()).data.name, 'hand'))
  const step = await playground.number('stepCount')
  await playground.until('stepCount', (value) => value > step)
  await playground.close()
})

test('of one feature and an amount, a point has its value from its height', async () => {
  const playground = await drawOn('?data=sine')
  const { rows } = await playground.page.evaluate(() => {
    const { data } = document.querySelector('glassbox-playground').session
    return { rows: data.train.X.shape[0] + data.test.X.shape[0] }
  })
  await press(playground, [0.2, 0.4])
  await hasRows(playground, rows + 1)
  near((await tableOf(playground)).rows.at(-1), [0.2, 0.4], 0.05)
  await playground.close()
})

test('of one feature and a class, a point has the class that is chosen', async () => {
  const playground = await drawOn('?data=study-hours')
  await playground.tools.getByRole('radio').nth(4).check()
  await press(playground, [4.5, 0.5])
  await eventually(async () => assert.equal((await playground.state()).data.name, 'hand'))
  const { inputs, rows } = await tableOf(playground)
  assert.equal(inputs.length, 1)
  near(rows.at(-1), [4.5, 1], 0.1)
  await playground.close()
})

test('the Data drawer leads to drawing, on an empty plane where the data is none', async () => {
  const playground = await site.open('?data=wine')
  const { page } = playground
  await page.getByRole('button', { name: /Choose other data/ }).click()
  await page.locator('#data-drawer').getByRole('button', { name: 'Draw points' }).click()
  await page.locator('.draw').getByText('Training starts with the first point of each class').waitFor()
  await page.locator('.draw').getByRole('button', { name: 'Done' }).click()
  await eventually(async () => assert.equal(await page.locator('.draw-board').count(), 0))
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

/** The prediction that stands beside the image: its class, and how sure the network is. */
const bestBar = async ({ page }) => ({
  name: (await page.locator('.draw-bars .predicted .bar-name').textContent()).trim(),
  share: (await page.locator('.draw-bars .predicted .bar-value').textContent()).trim(),
})

/** A network that reads digits, with something to draw on. */
async function digitsToDraw(options) {
  const playground = await site.open('?data=digits&layers=32.relu-10.softmax&batch=50', options)
  await playground.run({ do: 'epoch', count: 12 })
  await openPanel(playground, 'Inputs')
  const board = playground.page.locator('.paint-board')
  await playground.page.locator('.draw-bars .bars').waitFor()
  return Object.assign(playground, { board, tools: playground.page.locator('.paint') })
}

test('a digit drawn by pointer is predicted while it is drawn, and joins the training rows with its true class', async () => {
  const playground = await digitsToDraw()
  const { page, tools, board } = playground
  await tools.getByRole('button', { name: 'Clear' }).click()
  await board.scrollIntoViewIfNeeded()
  const { x, y, width } = await board.boundingBox()
  const scrolled = await page.evaluate(() => scrollY)
  const at = (across, down) => [x + across * width, y + down * width]
  await page.mouse.move(...at(0.5, 0.1))
  await page.mouse.down()
  for (let angle = 0; angle <= 40; angle++) {
    const turn = (angle / 20) * Math.PI
    await page.mouse.move(...at(0.5 + 0.25 * Math.sin(turn), 0.5 - 0.4 * Math.cos(turn)))
  }
  await eventually(async () => assert.equal((await bestBar(playground)).name, '0'))
  await page.mouse.up()
  assert.equal(await page.evaluate(() => scrollY), scrolled)
  const { own } = (await playground.state()).view
  assert.ok(own.input.every((value) => Number.isInteger(value) && value >= 0 && value <= 16))
  assert.deepEqual([Math.max(...own.input), own.input[8 * 4 + 4]], [16, 0])
  assert.equal((await playground.state()).data.name, 'digits')

  const add = tools.getByRole('button', { name: 'Add to the data' })
  assert.equal(await add.getAttribute('aria-disabled'), 'true')
  const sets = () =>
    page.evaluate(() => {
      const { data } = document.querySelector('glassbox-playground').session
      const { train, test, imageSide, classes } = data
      return { train: train.X.shape[0], test: [...test.X.data], tests: test.X.shape[0], imageSide, classes }
    })
  const [before, weights] = [await sets(), (await playground.state()).parameters]
  await tools.getByRole('combobox', { name: 'This is a' }).selectOption('0')
  await add.click()
  await tools.getByText(/Added as a 0: row 1,\d\d\d of the training set/).waitFor()
  const now = await sets()
  assert.equal(now.train, before.train + 1)
  assert.deepEqual({ ...now, train: 0 }, { ...before, train: 0 })
  assert.deepEqual([now.imageSide, now.train + now.tests], [8, 1798])
  const { data, parameters } = await playground.state()
  assert.equal(data.name, 'hand')
  assert.deepEqual(data.table.rows.at(-1), [...own.input, 0])
  assert.deepEqual(parameters, weights)
  await playground.run({ do: 'undo' })
  await eventually(async () => assert.equal((await playground.state()).data.name, 'digits'))
  assert.deepEqual((await playground.state()).parameters, weights)
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('no edge of an image is cut by what scrolls round it', async () => {
  const playground = await site.open('?data=digits', { viewport: { width: 1440, height: 900 } })
  await openPanel(playground, 'Inputs')
  for (const image of ['.paint-board', '.picture .image-large']) {
    const cut = await playground.page.locator(image).evaluate((node) => {
      const { outlineWidth, outlineOffset } = getComputedStyle(node)
      const edge = Number.parseFloat(outlineWidth) + Number.parseFloat(outlineOffset)
      let round = node.parentElement
      while (round && getComputedStyle(round).overflowX === 'visible') round = round.parentElement
      const [inner, outer] = [node, round ?? document.body].map((one) => one.getBoundingClientRect())
      return [Number.parseFloat(outlineWidth), Math.max(0, outer.left - (inner.left - edge))]
    })
    assert.deepEqual(cut, [1, 0], image)
  }
  await playground.close()
})

test('a stroke of a finger draws on the digit from end to end, and the page stays where it is', async () => {
  const playground = await site.open('?data=digits', phone)
  const { page } = playground
  await openPanel(playground, 'Inputs')
  const tools = page.locator('.paint')
  await tools.getByRole('button', { name: 'Clear' }).click()
  await tools.getByRole('button', { name: 'Centre and fit' }).waitFor()
  const board = page.locator('.paint-board')
  await bring(board)
  const { x, y, width } = await board.boundingBox()
  const scrolled = await scrollsOf(playground)
  await stroke(
    playground,
    along({ x: x + 0.56 * width, y: y + 0.06 * width }, { x: x + 0.56 * width, y: y + 0.94 * width }, 20),
  )
  await eventually(async () => {
    const { input } = (await playground.state()).view.own
    const column = Array.from({ length: 8 }, (_, row) => input[8 * row + 4])
    assert.ok(
      column.every((value) => value > 8),
      `${column}`,
    )
  })
  assert.equal(await scrollsOf(playground), scrolled)
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('a digit is set pixel by pixel with the keys, predicted, and added', async () => {
  const playground = await digitsToDraw()
  const { page, tools, board } = playground
  await tools.getByRole('button', { name: 'Clear' }).click()
  await board.focus()
  await page.keyboard.press('Home')
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowRight')
  for (let row = 0; row < 8; row++) {
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowDown')
  }
  await eventually(async () => assert.equal((await bestBar(playground)).name, '1'))
  await tools.getByRole('combobox', { name: 'This is a' }).selectOption('1')
  await tools.getByRole('button', { name: 'Add to the data' }).click()
  await eventually(async () => assert.equal((await playground.state()).data.name, 'hand'))
  const row = (await tableOf(playground)).rows.at(-1)
  assert.equal(row.at(-1), 1)
  assert.equal(row.filter((value, i) => i < 64 && value === 16).length, 16)
  await playground.close()
})

test('what is drawn small is fitted to the frame', async () => {
  const playground = await digitsToDraw()
  const { page, tools, board } = playground
  await tools.getByRole('button', { name: 'Clear' }).click()
  await board.scrollIntoViewIfNeeded()
  const { x, y, width } = await board.boundingBox()
  await page.mouse.move(x + 0.15 * width, y + 0.2 * width)
  await page.mouse.down()
  await page.mouse.move(x + 0.15 * width, y + 0.5 * width, { steps: 5 })
  await page.mouse.up()
  const drawn = await eventually(async () => {
    const { own } = (await playground.state()).view
    assert.ok(own.input[8 * 3 + 1] > 0)
    return own.input
  })
  assert.equal(Math.max(...drawn.slice(56)), 0)
  await tools.getByRole('button', { name: 'Centre and fit' }).click()
  await eventually(async () => {
    const { input } = (await playground.state()).view.own
    assert.ok(Math.max(...input.slice(0, 8)) > 0 && Math.max(...input.slice(56)) > 0)
    assert.ok(input[8 * 3 + 3] > 8 && input[8 * 3 + 4] > 8)
  })
  assert.deepEqual(await findings(playground, '.inputs'), [])
  await playground.close()
})

test('axe finds nothing while points are drawn', async () => {
  for (const colorScheme of ['light', 'dark']) {
    const playground = await drawOn('?data=gauss', { colorScheme })
    await playground.tools.getByRole('radio', { name: 'Spray' }).check()
    assert.deepEqual(await findings(playground, '.picture'), [], colorScheme)
    await playground.close()
  }
})
