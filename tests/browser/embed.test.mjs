import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { serveElsewhere } from './host.mjs'
import { openSite } from './page.mjs'
import { eventually } from './reading.mjs'

/** The page for iframes, in a page of another origin. */

const site = await openSite()
after(() => site.close())

/** A page elsewhere that keeps what its frame tells it. */
async function openFramed({ query = '?data=xor&layers=2.tanh-1.sigmoid', attributes = '', script = '' } = {}) {
  const address = await serveElsewhere(`
    <script>
      window.told = []
      addEventListener('message', ({ data }) => told.push(data))
    </script>
    <iframe src="${site.address}/embed.html${query}" width="700" height="500" ${attributes}></iframe>
    <script type="module">${script}</script>`)
  const { page } = await site.visit('favicon.svg')
  await page.goto(address)
  const frame = await (await page.waitForSelector('iframe')).contentFrame()
  await frame.waitForFunction(() => document.querySelector('glassbox-playground')?.isReady)
  let last = 0
  /** Asks the frame by a message, and resolves to its answer. */
  const ask = (call, ...details) =>
    page.evaluate(
      ([id, call, details]) =>
        new Promise((done) => {
          addEventListener('message', ({ data }) => data.glassbox === 1 && data.id === id && done(data))
          document.querySelector('iframe').contentWindow.postMessage({ glassbox: 1, id, call, with: details }, '*')
        }),
      [++last, call, details],
    )
  const told = (kind) =>
    page.evaluate((kind) => window.told.filter((data) => new Function('data', `return ${kind}`)(data)), kind)
  const close = () => page.context().close()
  return { page, frame, ask, told, close }
}

test('its address says what is shown of the playground, beside the state', async () => {
  const { frame, close } = await openFramed({
    query: '?parts=graph%20player&controls=play&theme=dark&data=moons&src=x.json',
  })
  const shown = await frame.evaluate(() => {
    const { parts, controls, theme, src, shadowRoot } = document.querySelector('glassbox-playground')
    return { parts, controls, theme, src, isPane: shadowRoot.querySelector('.pane').checkVisibility() }
  })
  assert.deepEqual(shown, { parts: 'graph player', controls: 'play', theme: 'dark', src: '', isPane: false })
  assert.equal(await frame.evaluate(() => document.querySelector('glassbox-playground').getState().data.name), 'moons')
  await close()
})

test('it tells how high it is in five dialects, higher and lower', async () => {
  const { page, frame, told, close } = await openFramed({ query: '?data=xor#?secret=abc123' })
  const heights = async () => {
    const last = async (kind) => (await told(kind)).at(-1)
    return [
      (await last('data.glassbox === 1 && data.height'))?.height,
      JSON.parse((await last('typeof data === "string" && data.includes("iframe.resize")')) ?? '{}').height,
      (await last('data.subject === "lti.frameResize"'))?.height,
      (await last('data.context === "h5p" && data.action === "resize"'))?.scrollHeight,
      (await last('data.message === "height" && data.secret === "abc123"'))?.value,
    ]
  }
  const own = () => frame.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height))
  const isTold = () => eventually(async () => assert.deepEqual(await heights(), Array(5).fill(await own())))
  await isTold()
  const before = await own()
  await frame.evaluate(() => document.querySelector('glassbox-playground').setAttribute('parts', 'player'))
  await eventually(async () => assert.ok((await own()) < before - 200))
  await isTold()
  await frame.evaluate(() => document.querySelector('glassbox-playground').setAttribute('parts', ''))
  await eventually(async () => assert.ok((await own()) > before - 200))
  await isTold()
  await page.evaluate(() =>
    document.querySelector('iframe').contentWindow.postMessage({ context: 'h5p', action: 'hello' }, '*'),
  )
  await isTold()
  await close()
})

test('it is never higher than the parts that its address names', async () => {
  const { frame, told, close } = await openFramed({ query: '?data=xor&parts=graph+picture+player' })
  const own = () => frame.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height))
  const heights = async () => (await told('data.glassbox === 1 && data.height')).map(({ height }) => height)
  await eventually(async () => assert.equal((await heights()).at(-1), await own()))
  assert.ok(Math.max(...(await heights())) <= (await own()), `${await heights()}`)
  await close()
})

test('the page around it calls what the element can do, and is told its events after hello', async () => {
  const { ask, told, close } = await openFramed()
  assert.deepEqual((await ask('step', 3)).result, { ok: true, message: '' })
  assert.deepEqual(await told('data.event'), [])
  assert.equal((await ask('hello')).result.version, 1)
  await ask('step', 2)
  await eventually(async () => assert.ok((await told('data.event === "step" && data.detail.step === 5')).length > 0))
  assert.equal((await ask('frame')).result.step, 5)
  assert.equal((await ask('predict', [[0.5, 0.5]])).result[0].length, 1)
  assert.match((await ask('link')).result, /data=xor/)
  await ask('run', { do: 'chooseData', name: 'moons' })
  assert.equal((await ask('getState')).result.data.name, 'moons')
  await eventually(async () =>
    assert.ok((await told('data.event === "change" && data.detail.state.data.name === "moons"')).length > 0),
  )
  await close()
})

test('what it cannot do is answered with a sentence, and changes nothing', async () => {
  const { ask, page, close } = await openFramed()
  const before = (await ask('getState')).result
  assert.match((await ask('dispose')).error, /must be one of run, play/)
  assert.match((await ask('constructor')).error, /must be one of/)
  assert.match((await ask('predict', 'hello')).error, /X/)
  assert.equal((await ask('run', { do: 'set', changes: { 'training.learningRate': -1 } })).result.ok, false)
  assert.equal((await ask('setState', { __proto__: null, data: { name: 'nothing' } })).result.ok, false)
  await page.evaluate(() => {
    const { contentWindow } = document.querySelector('iframe')
    for (const data of [null, 1, 'play', { glassbox: 2, call: 'play' }, { glassbox: 1 }, { call: 'play' }, [1]])
      contentWindow.postMessage(data, '*')
  })
  assert.deepEqual((await ask('getState')).result, before)
  await close()
})

test('it hears nobody but the page around it', async () => {
  const { page, frame, ask, close } = await openFramed()
  await page.evaluate(() => {
    const sibling = document.createElement('iframe')
    sibling.srcdoc = `<script>parent.frames[0].postMessage({ glassbox: 1, id: 1, call: 'step', with: [50] }, '*')</script>`
    document.body.append(sibling)
  })
  await page.waitForTimeout(400)
  assert.equal((await ask('frame')).result.step, 0)
  assert.equal(await frame.evaluate(() => document.querySelector('glassbox-playground').session.isRunning), false)
  await close()
})

test('on a slide that is left it rests, and goes on when that is turned to', async () => {
  const { page, frame, ask, close } = await openFramed()
  const say = (words) =>
    page.evaluate((words) => document.querySelector('iframe').contentWindow.postMessage(words, '*'), words)
  const step = async () => (await ask('frame')).result.step
  const trains = async () => {
    await page.waitForTimeout(300)
    const before = await step()
    await page.waitForTimeout(300)
    return (await step()) > before
  }
  await ask('play')
  await eventually(async () => assert.ok(await trains()))
  await say('slide:stop')
  await eventually(async () => assert.equal(await trains(), false))
  await say('slide:start')
  await eventually(async () => assert.ok(await trains()))
  await ask('pause')
  await say('slide:stop')
  await say('slide:start')
  assert.equal(await trains(), false, 'what the reader paused stays so')
  assert.ok(await frame.evaluate(() => document.querySelector('glassbox-playground').isReady))
  await close()
})

test('host.js gives the frame its height and calls it, from the first moment on', async () => {
  const script = `import { connect } from '${site.address}/v1/host.js'
    window.net = connect(document.querySelector('iframe'))
    window.early = window.net.call('step', 4) // the frame has not loaded yet`
  const host = await site.visit('favicon.svg')
  const html = `<!doctype html><title>Host</title><iframe src="embed.html?data=xor" width="700" height="200"></iframe>
    <script type="module">${script}</script>`
  await host.page.route(`${site.address}/host.html`, (route) => route.fulfill({ contentType: 'text/html', body: html }))
  await host.page.goto(`${site.address}/host.html`)
  const { page } = host
  await eventually(async () =>
    assert.ok((await page.evaluate(() => document.querySelector('iframe').getBoundingClientRect().height)) > 500),
  )
  assert.equal((await page.evaluate(() => window.early)).ok, true)
  assert.equal(await page.evaluate(async () => (await window.net.call('frame')).step), 4)
  await assert.rejects(
    page.evaluate(() => window.net.call('nothing')),
    /must be one of/,
  )
  // The steps before may be told of later than they were taken.
  const fifth = () => new Promise((done) => window.net.on('step', ({ step }) => step === 5 && done(step)))
  const told = page.evaluate(fifth)
  await page.waitForTimeout(100)
  await page.evaluate(() => window.net.call('step'))
  assert.equal(await told, 5)
  await page.context().close()
})

test('keys of the address of a frame that are nearly one of its own are told of in the console', async () => {
  const warnings = []
  const path = 'embed.html?data=xor&part=graph&Controls=play&thme=dark&utm_source=news&hide=story'
  const { page, close } = await site.visit(path, {}, (page) =>
    page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text())),
  )
  await page.waitForFunction(() => document.querySelector('glassbox-playground')?.isReady)
  assert.deepEqual(warnings, [
    '“part” is not a setting; did you mean “parts”?',
    '“Controls” is not a setting; did you mean “controls”?',
    '“thme” is not a setting; did you mean “theme”?',
  ])
  await close()
})
