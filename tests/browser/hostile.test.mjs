import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, test } from 'node:test'
import { links, texts } from '../web/hostile-corpus.mjs'
import { openHost, serveElsewhere } from './host.mjs'
import { openSite } from './page.mjs'

/** What tests/web/hostile.test.mjs asks of the session, asked of pages, elements and frames: no harm, no request. */

const site = await openSite()
after(() => site.close())

const corpus = await readFile(new URL('../web/hostile-corpus.mjs', import.meta.url), 'utf8')

/** Lets a page import the corpus. */
const withCorpus = (page) =>
  page.route('**/hostile-corpus.mjs', (route) => route.fulfill({ contentType: 'text/javascript', body: corpus }))

/** What would be there if any text had been taken for markup or code. */
const harm = () => {
  const roots = [document]
  for (const root of roots)
    for (const element of root.querySelectorAll('*')) if (element.shadowRoot) roots.push(element.shadowRoot)
  const all = roots.flatMap((root) => [...root.querySelectorAll('*')])
  return {
    harmed: window.harmed ?? {}.harmed ?? null,
    handlers: all.filter((element) => element.getAttributeNames().some((name) => /^on/.test(name))).length,
    images: all.filter((element) => element.matches('img, iframe, object, embed, base')).length,
  }
}
const unharmed = { harmed: null, handlers: 0, images: 0 }

test('whatever a script of the page asks, nothing is lost and nothing is drawn but text', async () => {
  const playground = await site.open('?data=moons&layers=4.tanh-1.sigmoid', {}, withCorpus)
  await playground.steps(20)
  const wrong = await playground.page.evaluate(async () => {
    const { commands, ofScripts, shown, states } = await import('/hostile-corpus.mjs')
    const net = document.querySelector('glassbox-playground')
    const held = () => JSON.stringify([net.frame().step, net.frame().layers.map(({ weights }) => [...weights])])
    const before = held()
    const all = [
      ...Object.entries({ ...commands, ...shown }).map(([name, make]) => [name, () => net.run(make())]),
      ...Object.entries({ ...states, ...ofScripts }).map(([name, make]) => [name, () => net.setState(make())]),
    ]
    const wrong = []
    for (const [name, ask] of all) {
      const { ok, message } = await ask().catch((error) => ({ ok: 'thrown', message: String(error) }))
      if (ok !== false || !/: /.test(message) || message.length > 700)
        wrong.push(`${name}: ${ok} ${message.slice(0, 200)}`)
      if (held() !== before) wrong.push(`${name}: something was lost`)
    }
    return wrong
  })
  assert.deepEqual(wrong, [])
  await playground.press('One step')
  await playground.until('stepCount', (step) => step === 21)
  assert.deepEqual(await playground.page.evaluate(harm), unharmed)
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('a link that does harm opens the first network with a sentence; in a frame too', async () => {
  const some = links.filter((link, i) => link.length < 8000 && i % 25 === 0)
  for (const [i, link] of some.entries()) {
    const query = link.startsWith('#') ? link : `?${link}`
    const { page, faults, close } = await site.visit(`${i % 2 ? 'embed.html' : ''}${query}`)
    await page.waitForFunction(() => document.querySelector('glassbox-playground')?.isReady)
    await page.locator('glassbox-playground .notice').getByText('This link could not be used').waitFor()
    assert.deepEqual(await page.evaluate(harm), unharmed, link)
    assert.deepEqual(faults, [], link)
    await close()
  }
})

test('names that are markup are names, wherever they are drawn', async () => {
  const name = '<img src=x onerror="window.harmed=1">'
  const rows = encodeURIComponent(`${name}~b!<b>c</b>!1~2~0.5!2~1~0.25`)
  for (const tab of ['inputs', 'neuron', 'cost', 'step', 'constructor', 'hasOwnProperty']) {
    const playground = await site.open(`?data=hand&rows=${rows}&tab=${tab}`)
    await playground.press('One step')
    await playground.until('stepCount', (step) => step === 1)
    await playground.press('Share')
    assert.deepEqual(await playground.page.evaluate(harm), unharmed, tab)
    assert.ok((await playground.page.locator('glassbox-playground').textContent()).length > 0)
    assert.deepEqual(playground.faults, [], tab)
    await playground.close()
  }
})

test('attributes of every element that make no sense do no harm, and the others work', async () => {
  const quoted = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
  const some = texts.filter((text) => !/[\0\ud800-\udfff]/.test(text)).map(quoted)
  const all = some.map(
    (text) => `<glassbox-figure for="net" part="${text}"></glassbox-figure>
      <glassbox-figure for="net" part="neuron" unit="${text}"></glassbox-figure>
      <glassbox-value for="net" of="${text}">?</glassbox-value> <glassbox-value for="${text}" of="cost">?</glassbox-value>
      <glassbox-set for="net" changes="${text}">set</glassbox-set> <a href="#${text}" data-for="${text}">link</a>
      <glassbox-check for="net" goal="${text}" hint="${text}">Is it?</glassbox-check>
      <glassbox-term name="${text}">word</glassbox-term>`,
  )
  const playground = await openHost(
    site,
    `<glassbox-playground id="net" state="data=xor&layers=2.tanh-1.sigmoid" parts="graph player"></glassbox-playground>
     <p id="good"><glassbox-value for="net" of="step">?</glassbox-value></p>${all.join('')}`,
  )
  const { page } = playground
  await page.evaluate(async (texts) => {
    const net = document.querySelector('glassbox-playground')
    for (const name of ['parts', 'controls', 'hide', 'theme', 'state'])
      for (const text of texts) {
        net.setAttribute(name, text)
        await net.updateComplete
      }
    for (const name of ['parts', 'controls', 'hide', 'theme']) net.removeAttribute(name)
    await net.run({ do: 'step', count: 3 })
    document.querySelector('#good').scrollIntoView()
  }, texts)
  await page.waitForFunction(() => document.querySelector('#good glassbox-value').shadowRoot?.textContent.includes('3'))
  const found = await page.evaluate(harm)
  assert.deepEqual(found, unharmed)
  assert.equal(await page.evaluate(() => document.querySelector('glassbox-playground').getState().data.name), 'xor')
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('an address can name no file to be fetched; a file that does harm is refused with its name', async () => {
  const framed = await site.visit('embed.html?data=xor&src=https%3A%2F%2Felsewhere.example%2Fstate.json')
  await framed.page.waitForFunction(() => document.querySelector('glassbox-playground')?.isReady)
  assert.deepEqual(framed.faults, [])
  await framed.close()
  const files = {
    'a.json': '{"v":1,"data":{"name":"xor"},"__proto__":{"harmed":1}}',
    'b.json': '<script>',
    'c.json': '['.repeat(50_000),
  }
  const playground = await openHost(site, '<glassbox-playground state="data=xor"></glassbox-playground>', {
    prepare: async (page) => {
      for (const [name, body] of Object.entries(files))
        await page.route(`**/${name}`, (route) => route.fulfill({ contentType: 'application/json', body }))
    },
  })
  await playground.run({ do: 'step', count: 5 })
  for (const name of Object.keys(files)) {
    const message = await playground.page.evaluate(
      (name) =>
        new Promise((resolve) => {
          const net = document.querySelector('glassbox-playground')
          net.addEventListener('glassbox-error', ({ detail }) => resolve(detail.message), { once: true })
          net.src = name
        }),
      name,
    )
    assert.match(message, /: /, name)
  }
  assert.equal(await playground.page.evaluate(() => document.querySelector('glassbox-playground').frame().step), 5)
  assert.deepEqual(await playground.page.evaluate(harm), unharmed)
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('messages that make no sense, of other frames or by the thousand, are refused or not heard', async () => {
  const elsewhere =
    await serveElsewhere(`<iframe id="net" src="${site.address}/embed.html?data=moons" width="900" height="700"></iframe>
    <iframe id="other" srcdoc="<script>addEventListener('message', () => parent.frames[0].postMessage({ glassbox: 1, id: 'theirs', call: 'reset' }, '*'))</script>"></iframe>`)
  const { page, close } = await site.visit('embed.html') // a page whose faults are watched by itself
  const [faults, requests] = [[], []]
  page.on('pageerror', (error) => faults.push(error.stack))
  page.on('request', (request) => requests.push(request.url()))
  await withCorpus(page)
  await page.goto(elsewhere)
  const frame = await (await page.waitForSelector('#net')).contentFrame()
  await frame.waitForFunction(() => document.querySelector('glassbox-playground')?.isReady)
  const answers = await page.evaluate(async () => {
    const { commands, shown, states } = await import('/hostile-corpus.mjs')
    const { contentWindow } = document.querySelector('#net')
    const waiting = new Map()
    const heard = []
    addEventListener('message', ({ data }) => {
      if (data?.glassbox !== 1 || !('id' in data)) return
      heard.push(data.id)
      waiting.get(data.id)?.(data)
    })
    let last = 0
    const ask = (message) =>
      new Promise((resolve) => {
        waiting.set(++last, resolve)
        try {
          contentWindow.postMessage({ glassbox: 1, id: last, ...message }, '*')
        } catch (error) {
          resolve({ ok: false, error: `too deep to be sent: ${error.message}` })
        }
      })
    const call = (name, ...details) => ask({ call: name, with: details })
    await call('step', 20)
    const before = JSON.stringify((await call('frame')).result.layers)
    const wrong = []
    const refused = async (name, asked) => {
      const { ok, error, result } = await asked
      if (ok === true && result?.ok !== false) wrong.push(`${name}: done`)
      if (!/: /.test(error ?? result?.message)) wrong.push(`${name}: ${error ?? result?.message}`)
    }
    for (const [name, make] of Object.entries({ ...commands, ...shown })) await refused(name, call('run', make()))
    for (const [name, make] of Object.entries(states)) await refused(name, call('setState', make()))
    for (const name of [
      '__proto__',
      'constructor',
      'dispose',
      'toString',
      null,
      {},
      ['step'],
      { toString: 1 },
      'x'.repeat(1e6),
    ])
      await refused(`call ${String(Object(name) === name ? typeof name : name).slice(0, 20)}`, ask({ call: name }))
    for (const details of [5, 'x', {}, [1, 2, 3], { length: 1 }])
      await refused('with', ask({ call: 'step', with: details }))
    for (const details of [
      { row: -1 },
      { row: NaN },
      { row: '0' },
      { X: [[NaN, 0]], Y: [[0]] },
      { X: [[1]], Y: [[0]] },
      5,
    ])
      await refused(`trace ${JSON.stringify(details)}`, call('trace', details))
    for (const rows of [null, 5, [['1', 2]], [[1]], [[Infinity, 0]], 'x'.repeat(1e6)])
      await refused(`predict ${String(rows).slice(0, 20)}`, call('predict', rows))
    // of another version, of none, no objects: not heard
    for (const data of [
      null,
      5,
      'step',
      [],
      { glassbox: 2, id: 'no', call: 'reset' },
      { glassbox: '1', id: 'no', call: 'reset' },
      { glassbox: 1, id: 'no' },
    ])
      contentWindow.postMessage(data, '*')
    document.querySelector('#other').contentWindow.postMessage('now', '*')
    const flood = await Promise.all(Array.from({ length: 1000 }, () => call('predict', [[0, 0]])))
    if (!flood.some(({ ok, error }) => !ok && /at most 32/.test(error))) wrong.push('a flood is not refused')
    if (!flood.some(({ ok }) => ok)) wrong.push('a flood drowns all')
    if (heard.includes('no') || heard.includes('theirs')) wrong.push('heard what is not for it')
    const { result } = await call('frame')
    if (result.step !== 20 || JSON.stringify(result.layers) !== before) wrong.push('something was lost')
    await call('step', 1)
    if ((await call('frame')).result.step !== 21) wrong.push('it works no more')
    return wrong
  })
  assert.deepEqual(answers, [])
  assert.deepEqual(await frame.evaluate(harm), unharmed)
  assert.deepEqual(faults, [])
  const origins = new Set(
    requests
      .map((url) => new URL(url))
      .filter(({ protocol }) => protocol.startsWith('http'))
      .map(({ origin }) => origin),
  )
  assert.deepEqual(origins, new Set([new URL(elsewhere).origin, site.address]))
  await close()
})
