import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openHost } from './host.mjs'
import { openSite } from './page.mjs'
import { eventually } from './reading.mjs'

/** What an author says by attributes: what it begins with, and what is shown of it. */

const site = await openSite()
after(() => site.close())

const open = (attributes, how) => openHost(site, `<glassbox-playground ${attributes}></glassbox-playground>`, how)
const layersOf = async (playground) =>
  (await playground.state()).network.layers.map(({ units, activation }) => `${units}.${activation}`).join('-')
const set = (page, name, value) =>
  page.evaluate(
    ([name, value]) => document.querySelector('glassbox-playground').setAttribute(name, value),
    [name, value],
  )

/** Which of these can be seen. */
const seen = (page, selectors) =>
  page.evaluate(
    (selectors) =>
      selectors.filter((selector) =>
        document.querySelector('glassbox-playground').shadowRoot.querySelector(selector)?.checkVisibility(),
      ),
    selectors,
  )

const everything = [
  '.sentence',
  '.tools',
  '.story',
  '.graph',
  '.picture',
  'glassbox-transport',
  'glassbox-chart',
  '.pane',
]
const buttons = ['play', 'step', 'epoch', 'reset', 'randomize'].map((name) => `.buttons [data-command=${name}]`)

test('the attribute state says what it begins with, and what it is from then on', async () => {
  const playground = await open('state="data=xor&layers=3.tanh-1.sigmoid&rate=0.5"')
  assert.equal(await layersOf(playground), '3.tanh-1.sigmoid')
  assert.equal((await playground.state()).training.learningRate, 0.5)
  await playground.steps(2)
  await set(playground.page, 'state', 'data=moons&layers=2-4.relu-1')
  await eventually(async () => assert.equal((await playground.state()).data.name, 'moons'))
  assert.equal(await layersOf(playground), '2.silu-4.relu-1.sigmoid', 'units alone take what suits the data')
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('a state that cannot be is told of, and the one before it stays', async () => {
  const playground = await open('state="data=xor"')
  const said = playground.page.evaluate(
    () =>
      new Promise((done) =>
        document.querySelector('glassbox-playground').addEventListener('glassbox-error', ({ detail }) => done(detail)),
      ),
  )
  await set(playground.page, 'state', 'hello')
  assert.match((await said).message, /data=xor/)
  assert.equal((await playground.state()).data.name, 'xor')
  await playground.close()
})

test('src names a file of the state; what cannot be read is said in the place of the playground', async () => {
  const prepare = (page) =>
    page.route('**/state.json', (route) =>
      route.fulfill({ json: { data: { name: 'circle' }, training: { batchSize: 7 } } }),
    )
  const playground = await open('src="state.json"', { prepare })
  const { data, training } = await playground.state()
  assert.deepEqual([data.name, training.batchSize], ['circle', 7])
  await playground.close()
  for (const [file, body, cause] of [
    ['none.json', null, /404/],
    ['words.json', 'hello', /not JSON/],
    ['wrong.json', '{"data":{"name":"nothing"}}', /wrong\.json: The data set .*nothing/],
  ]) {
    const broken = (page) =>
      page.route(`**/${file}`, (route) => (body === null ? route.fulfill({ status: 404 }) : route.fulfill({ body })))
    const { page, close } = await open(`src="${file}"`, { prepare: broken, isReady: false })
    await eventually(async () =>
      assert.match(await page.evaluate(() => document.querySelector('glassbox-playground')?.failure ?? ''), cause),
    )
    await eventually(() => assert.equal(page.workers().length, 0))
    await close()
  }
})

test('an address cannot name a file to be fetched', async () => {
  const { page, close } = await site.open('?src=https://elsewhere.example/state.json&data=xor')
  const requests = []
  page.on('request', (request) => requests.push(request.url()))
  await page.waitForTimeout(300)
  assert.equal(await page.evaluate(() => document.querySelector('glassbox-playground').src), '')
  assert.deepEqual(
    requests.filter((url) => url.includes('elsewhere')),
    [],
  )
  await close()
})

test('parts says all that is shown', async () => {
  const playground = await open('parts="graph player neuron"')
  const { page } = playground
  await eventually(async () =>
    assert.deepEqual(await seen(page, everything), ['.graph', 'glassbox-transport', '.pane']),
  )
  assert.deepEqual(await seen(page, ['.pane .tabs']), [], 'of one panel there is nothing to choose')
  await playground.close()
})

for (const parts of ['regression', 'graph regression'])
  test(`where the only panel makes no sense for the network, that is said until it does: ${parts}`, async () => {
    const { page, close } = await open(`state="data=xor&layers=3.tanh-1.sigmoid" parts="${parts}"`)
    const why = page.locator('.pane').getByText('Only a network of one neuron can be shown as a regression.')
    await why.waitFor()
    assert.deepEqual(await seen(page, ['.tab-panel', '.pane-common *']), [])
    await set(page, 'state', 'data=xor&layers=1.sigmoid')
    await page.locator('glassbox-regression').getByText('B0').first().waitFor()
    assert.equal(await why.count(), 0)
    await close()
  })

test('the question of an example stands above the panels, and nowhere where there are none', async () => {
  const options = { viewport: { width: 1280, height: 900 } }
  const playground = await open('state="start=circle" parts="graph picture player"', { options })
  const { page } = playground
  const isAsked = page.locator('.gallery-question')
  await isAsked.waitFor({ state: 'attached' })
  assert.equal(await isAsked.isVisible(), false)
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 1280)
  await set(page, 'parts', 'graph picture player neuron')
  await isAsked.waitFor()
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 1280)
  await playground.close()
})

test('in a wide window, too, with no more tabs than are named', async () => {
  const playground = await open('parts="graph neuron cost-table"', {
    options: { viewport: { width: 1440, height: 800 } },
  })
  const tabs = playground.page.locator('.pane [role=tab]')
  await eventually(async () => assert.deepEqual(await tabs.allInnerTexts(), ['Neuron', 'Cost']))
  await set(playground.page, 'parts', '')
  await eventually(async () => assert.ok((await tabs.count()) > 8))
  assert.deepEqual(await seen(playground.page, everything), everything)
  await playground.close()
})

for (const parts of ['neuron', 'player slope error'])
  test(`panels without a network are as high as what they show, and keep to a height that is given: ${parts}`, async () => {
    const { page, close } = await open(`parts="${parts}"`, { options: { viewport: { width: 1440, height: 800 } } })
    const heights = () =>
      page.evaluate(() => {
        const { shadowRoot, offsetHeight } = document.querySelector('glassbox-playground')
        const { clientHeight, scrollHeight } = shadowRoot.querySelector('.pane > .tab-panel')
        return { offsetHeight, clientHeight, scrollHeight }
      })
    await eventually(async () => {
      const { offsetHeight, clientHeight, scrollHeight } = await heights()
      assert.ok(clientHeight > 300 && clientHeight === scrollHeight && offsetHeight > clientHeight)
    })
    await page.evaluate(() => {
      document.querySelector('glassbox-playground').style.height = '400px'
    })
    await eventually(async () => {
      const { offsetHeight, clientHeight, scrollHeight } = await heights()
      assert.ok(offsetHeight === 400 && clientHeight < 400 && scrollHeight > clientHeight)
    })
    await close()
  })

test('controls says all buttons that are shown, hide what is not', async () => {
  const playground = await open('controls="play step" hide="story tools"')
  const { page } = playground
  assert.deepEqual(await seen(page, buttons), buttons.slice(0, 2))
  assert.deepEqual(await seen(page, ['.speed', '.add-layer', '.column-activation', '.story', '.tools', '.graph']), [
    '.graph',
  ])
  await set(page, 'controls', '')
  await eventually(async () => assert.deepEqual(await seen(page, buttons), buttons))
  await playground.close()
})

test('a word that means nothing is told to the author, once, whichever attribute it stands in and when', async () => {
  const warnings = []
  const prepare = (page) => page.on('console', (message) => warnings.push(message.text()))
  const wrong = 'parts="graph player nonsense" theme="purple" loading="soon" fixed="wieghts"'
  const body = `<glassbox-playground ${wrong}></glassbox-playground>
    <glassbox-figure part="graph" theme="pink" parts="graph">follows</glassbox-figure>`
  const playground = await openHost(site, body, { prepare })
  await playground.page.evaluate(() => {
    const playground = document.querySelector('glassbox-playground')
    playground.hide = 'chart tols'
    document.querySelector('glassbox-figure').scrollIntoView()
  })
  await eventually(async () =>
    assert.deepEqual(warnings.map((warning) => warning.replace(/must be one of .*,/, '…')).sort(), [
      '<glassbox-figure> attributes: has no setting parts; did you mean part?',
      '<glassbox-figure> theme: … got pink',
      '<glassbox-playground> fixed: … got wieghts',
      '<glassbox-playground> hide: … got tols',
      '<glassbox-playground> loading: … got soon',
      '<glassbox-playground> parts: … got nonsense',
      '<glassbox-playground> theme: … got purple',
    ]),
  )
  assert.ok(warnings.includes('<glassbox-playground> theme: must be one of auto, light, dark, got purple'))
  await playground.close()
})

test('why a state is refused is told in words to an author whose network has no picture', async () => {
  const warnings = []
  const prepare = (page) => page.on('console', (message) => warnings.push(message.text()))
  const body = '<glassbox-network loading="eager" state="data=iris&layers=2"></glassbox-network>'
  const { page, close } = await openHost(site, body, { prepare, isReady: false })
  const why = 'The number of output neurons must be 3, one for each value to predict; the state says 2.'
  await eventually(async () => assert.match(warnings.join(), new RegExp(`^<glassbox-network> .* ${why}$`)))
  await page.evaluate(() => document.querySelector('glassbox-network').setAttribute('state', 'data=iris&layers=4-2'))
  await eventually(async () => assert.match(warnings[1], /^<glassbox-network> The number of output neurons must be 3/))
  await close()
})

test('a script reads the numbers on screen, predicts, traces and links', async () => {
  const playground = await open('state="data=xor&layers=2.tanh-1.sigmoid"')
  const { frame, predicted, traced, link, late } = await playground.page.evaluate(async () => {
    const net = document.querySelector('glassbox-playground')
    await net.ready
    await net.step(3)
    const late = await new Promise((done) => net.addEventListener('glassbox-ready', ({ type }) => done(type)))
    const row = net.session.frame.input
    return {
      late,
      frame: net.frame(),
      predicted: await net.predict([[...row]]),
      traced: await net.trace({ row: 0 }),
      link: net.link(),
    }
  })
  assert.equal(late, 'glassbox-ready', 'who listens late is told, too')
  assert.equal(frame.step, 3)
  assert.equal(predicted[0][0], Object.values(frame.layers[1].activation)[0])
  assert.equal(traced.layers[1].activation[0][0], predicted[0][0])
  assert.match(link, /data=xor.*step=3|step=3.*data=xor/)
  await playground.close()
})

/** Runs a command as the views do when a reader acts. */
const asReader = (page, command) =>
  page.evaluate((command) => document.querySelector('glassbox-playground').session.run(command), command)

const disabled = (page, selector) =>
  page.evaluate(
    (selector) =>
      [...document.querySelector('glassbox-playground').shadowRoot.querySelectorAll(selector)].map(
        ({ disabled }) => disabled,
      ),
    selector,
  )

test('what is fixed is shown, and no reader can change it', async () => {
  const playground = await open('state="data=xor&layers=3.tanh-1.sigmoid" fixed="data layers rate"')
  const { page } = playground
  const before = await playground.state()
  for (const [command, path] of [
    [{ do: 'chooseData', name: 'moons' }, 'data.name'],
    [{ do: 'set', changes: { 'data.noise': 0.3 } }, 'data.noise'],
    [{ do: 'addUnit', layer: 0 }, 'network.layers'],
    [{ do: 'set', changes: { 'training.learningRate': 1, 'training.batchSize': 2 } }, 'training.learningRate'],
    [{ do: 'load', state: { start: 'spiral' } }, 'data.name'],
  ]) {
    const { ok, message } = await asReader(page, command)
    assert.ok(!ok, JSON.stringify(command))
    assert.equal(message, `${path}: must stay as it is: it is fixed here`)
  }
  assert.deepEqual(await playground.state(), before)
  const places = '[data-word="learningRate"], .column-activation, .column-units button, .add-layer button'
  assert.ok((await disabled(page, places)).every(Boolean))
  assert.deepEqual(await disabled(page, '[data-word="optimizer"], [data-command="step"]'), [false, false])
  await playground.steps(1)
  assert.ok((await asReader(page, { do: 'set', changes: { 'training.batchSize': 2 } })).ok)
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('the author changes what is fixed, and can let it go', async () => {
  const playground = await open('state="data=xor" fixed="data training"')
  const { page } = playground
  const { ok } = await page.evaluate(() => document.querySelector('glassbox-playground').setState('data=moons'))
  assert.ok(ok)
  assert.ok((await disabled(page, '[data-word="learningRate"]')).every(Boolean), 'what is drawn anew stays marked')
  await set(page, 'fixed', '')
  await eventually(async () => assert.deepEqual(await disabled(page, '[data-word="learningRate"]'), [false]))
  const command = { do: 'set', changes: { 'training.learningRate': 1 } }
  await eventually(async () => assert.ok((await asReader(page, command)).ok))
  await playground.close()
})

test('fixed weights are still learnt, but not turned by hand', async () => {
  const playground = await open('state="data=xor&layers=2.tanh-1.sigmoid&tab=neuron&select=0.0" fixed="weights"')
  const { page } = playground
  const command = { do: 'setParameter', parameter: { layer: 0, row: 0, column: 0 }, value: 5 }
  const { ok, message } = await asReader(page, command)
  assert.ok(!ok)
  assert.equal(message, 'parameters: must stay as it is: it is fixed here')
  await eventually(async () => assert.ok((await disabled(page, '.pane .dial-value')).length > 0))
  await eventually(async () => assert.ok((await disabled(page, '.pane .dial-value')).every(Boolean)))
  await playground.steps(1)
  await set(page, 'fixed', 'wieghts')
  await eventually(async () => assert.ok((await asReader(page, command)).ok, 'a word that means nothing fixes nothing'))
  await playground.close()
})
