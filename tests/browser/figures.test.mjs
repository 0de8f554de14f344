import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { openHost, prose } from './host.mjs'
import { openSite } from './page.mjs'
import { eventually } from './reading.mjs'
import { shiftOf, watchShift } from './shift.mjs'

/** Figures anywhere in an article share the session of the network that they name. */

const site = await openSite()
after(() => site.close())

const parts = [
  'graph',
  'picture',
  'chart',
  'player',
  'story',
  'settings',
  'scrubber',
  'inputs',
  'neuron',
  'matrix',
  'cost-table',
  'error',
  'blame',
  'shock',
  'slope',
  'confusion',
  'measures',
  'inside',
  'compare',
  'dial',
]
const network = '<glassbox-network id="net" state="data=xor&layers=3.tanh-1.sigmoid"></glassbox-network>'
const figure = (part, more = '') =>
  `<glassbox-figure for="net" part="${part}" ${more}>${part} follows</glassbox-figure>`

/** An article, in which every figure has been scrolled past once. */
async function openArticle(body, how) {
  const article = await openHost(site, body, { isReady: false, ...how })
  return Object.assign(article, {
    figure: (at) => article.page.locator('glassbox-figure').nth(at),
    net: (call) =>
      article.page.evaluate((call) => new Function('net', `return ${call}`)(document.querySelector('#net')), call),
  })
}

const shown = (page) => page.evaluate(() => Array.from(document.querySelectorAll('glassbox-figure'), (f) => f.shown))

/** Scrolls to each figure until it shows something. */
async function walk(page) {
  for (const figure of await page.locator('glassbox-figure').all()) {
    await figure.evaluate((element) => element.scrollIntoView())
    await eventually(async () => assert.ok(await figure.evaluate(({ shown }) => shown)))
  }
}

test('each part of a network stands anywhere in an article, on one worker', async () => {
  const { page, faults, close } = await openArticle(network + parts.map((part) => prose(3) + figure(part)).join(''))
  await walk(page)
  assert.deepEqual(await shown(page), parts)
  assert.equal(page.workers().length, 1)
  const told = await page
    .locator('glassbox-figure')
    .evaluateAll((all) =>
      all.map(({ shadowRoot }) => shadowRoot.querySelector('.framed > *').textContent.replace(/\s+/g, ' ')),
    )
  for (const [i, words] of told.entries())
    assert.match(words, parts[i] === 'compare' ? /Train a few steps first/ : /\d/, parts[i])
  assert.deepEqual(faults, [])
  await close()
})

/** Custom elements in a figure that nothing has defined; the timeline comes with the first step. */
const undefinedIn = (page) =>
  page.evaluate(() => {
    const [{ shadowRoot }] = document.querySelectorAll('glassbox-figure')
    const elements = shadowRoot.querySelectorAll(':not(:defined, glassbox-timeline)')
    return [...new Set(Array.from(elements, ({ localName }) => localName))]
  })

/** What else the picture shows than a plane of two features: a curve, a plot of predictions, an image, strips. */
const otherPictures = ['sine', 'o-rings', 'diabetes', 'penguins', 'digits']

for (const [part, state] of [
  ...parts.map((part) => [part, 'data=xor&layers=3.tanh-1.sigmoid']),
  ...otherPictures.map((data) => ['picture', `data=${data}`]),
  ['regression', 'start=oneFeature'],
])
  test(`a figure of ${part}, with ${state}, has all that it is made of when it is the only one`, async () => {
    const body = `<glassbox-network id="net" state="${state}"></glassbox-network>${figure(part)}`
    const { page, faults, close } = await openArticle(body)
    await walk(page)
    await page.mouse.move(1, 1) // words say what they mean to whoever does anything
    await eventually(async () => assert.deepEqual(await undefinedIn(page), []))
    assert.deepEqual(faults, [])
    await close()
  })

for (const width of [280, 500, 900])
  test(`no figure is wider than the text around it at ${width} px`, async () => {
    const column = `<div style="inline-size: ${width}px">${parts.map((part) => figure(part)).join('')}</div>`
    const { page, close } = await openArticle(network + column)
    await walk(page)
    const wide = await page.evaluate(() =>
      Array.from(document.querySelectorAll('glassbox-figure')).flatMap(({ shows, shadowRoot, clientWidth }) => {
        const { scrollWidth } = shadowRoot.querySelector('.framed > *')
        return scrollWidth > clientWidth + 1 ? `${shows} ${scrollWidth}` : []
      }),
    )
    assert.deepEqual(wide, [])
    await close()
  })

test('a table in a figure is set as on the page', async () => {
  const look = (root) => {
    const cells = [...root.querySelectorAll('.terms td')].filter((cell) => /\d/.test(cell.textContent))
    return cells.map((cell) => {
      const { display, fontSize, paddingInline, color } = getComputedStyle(cell)
      return [display, fontSize, paddingInline, color].join()
    })
  }
  const state = 'data=xor&layers=3.tanh-1.sigmoid'
  const body = `<glassbox-playground state="${state}" parts="neuron"></glassbox-playground>${figure('neuron')}`
  const {
    page,
    figure: at,
    close,
  } = await openArticle(body.replace(' for="net"', ''), {
    options: { viewport: { width: 1000, height: 900 } },
  })
  await walk(page)
  await page.locator('glassbox-playground .terms td').first().waitFor()
  await at(0).locator('.terms td').first().waitFor()
  const lookAt = (locator) =>
    locator.evaluate((element, look) => new Function(`return ${look}`)()(element.shadowRoot), `${look}`)
  await eventually(async () => {
    const looks = await lookAt(at(0))
    assert.ok(looks.length > 8)
    assert.deepEqual(looks, await lookAt(page.locator('glassbox-playground')))
  })
  await close()
})

test('before a figure comes near nothing of the engine is fetched, and at most 25 kB of ours', async () => {
  const sizes = new Map() // the page and its worker share files, which a browser fetches once
  const prepare = (page) =>
    page.on('response', async (response) => {
      const { pathname } = new URL(response.url())
      if (!pathname.startsWith('/v1/')) return
      const body = await response.body().catch(() => null) // the page may be closed by then
      if (body) sizes.set(pathname, gzipSync(body, { level: 9 }).length)
    })
  const list = () => Array.from(sizes, (each) => each.join(' ')).join('\n')
  const sum = () => [...sizes.values()].reduce((total, size) => total + size, 0)
  const { page, close } = await openArticle(prose(200) + network + figure('neuron'), { prepare })
  await page.evaluate(() => customElements.whenDefined('glassbox-figure'))
  await page.waitForTimeout(500)
  assert.ok(sum() > 0 && sum() <= 25 * 1024, `${sum()}\n${list()}`)
  assert.equal(page.workers().length, 0)
  assert.deepEqual(
    [...sizes.keys()].filter((path) => /wasm|worker|engine/.test(path)),
    [],
  )
  await page.evaluate(() => document.querySelector('glassbox-figure').scrollIntoView())
  await eventually(async () => assert.deepEqual(await shown(page), ['neuron']))
  await page.waitForTimeout(300)
  assert.ok(sum() <= 210 * 1024, `${sum()}\n${list()}`)
  assert.ok(sizes.size <= 32, `${sizes.size} files`)
  const before = sizes.size
  await page.locator('glassbox-figure').hover()
  await eventually(async () => assert.ok(sizes.size > before, 'what edits are made with comes with the pointer'))
  await close()
})

test('what is pointed at in one figure lights up in all', async () => {
  const { page, figure: at, close } = await openArticle(network + figure('graph') + figure('neuron', 'unit="1.2"'))
  await walk(page)
  await at(0).locator('.neuron[data-layer="0"][data-unit="1"]').hover()
  await eventually(async () => assert.ok((await at(1).locator('.pointed').count()) > 0))
  await close()
})

test('a figure about one neuron stays with it, whatever the reader chooses elsewhere', async () => {
  const body = network + figure('neuron', 'unit="1.2"') + figure('neuron', 'unit="1.3"') + figure('neuron')
  const { page, figure: at, net, close } = await openArticle(body)
  await walk(page)
  const titles = () => Promise.all([0, 1, 2].map((i) => at(i).locator('h2').first().innerText()))
  await net(`run({ do: 'set', changes: { 'view.selected': { layer: 0, unit: 0 } } })`.replace(/^/, 'net.'))
  await eventually(async () => {
    const [first, second, third] = await titles()
    assert.match(first, /neuron 2/)
    assert.match(second, /neuron 3/)
    assert.match(third, /neuron 1/)
  })
  await at(0).evaluate((element) => element.setAttribute('unit', '2.1'))
  await eventually(async () => assert.match((await titles())[0], /output/))
  await at(0).evaluate((element) => element.setAttribute('unit', 'second'))
  await eventually(async () =>
    assert.match(
      await at(0).evaluate(({ shadowRoot }) => shadowRoot.textContent),
      /unit: must be layer\.neuron.*second/,
    ),
  )
  await close()
})

test('what is wrong with the layer that a figure is about is said in words of a layer, and a setting that is none is named', async () => {
  const { page, figure: at, close } = await openArticle(network + figure('matrix layer=1'))
  await walk(page)
  const told = (part, pattern) =>
    eventually(async () => {
      await at(0).evaluate((element, part) => element.setAttribute('part', part), part)
      assert.match(await at(0).evaluate(({ message }) => message), pattern)
    })
  await told('matrix layer=first', /^layer: must be a layer, counted from 1, as in 2, got first$/)
  await told('matrix layer=2.1', /^layer: must be a layer.*2\.1/)
  await told('matrix lyer=2', /^part: .*lyer/)
  await told('matrix layer = 2', /^part: /)
  await told('matrix layer=2', /^$/)
  await told('graph regression', /^A figure of Glassbox shows one part; “graph regression” are several\.$/)
  await close()
})

test('a dial turns the weight that it names, and a figure of a weight stays with it', async () => {
  const body =
    network + figure('dial', 'weight="1.W2,3"') + figure('dial', 'weight="2.B1"') + figure('shock', 'weight="1.W1,1"')
  const { page, figure: at, net, close } = await openArticle(body)
  await walk(page)
  const input = at(0).locator('input')
  await input.fill('0.25')
  await input.press('Enter')
  await eventually(async () => assert.equal(await net('net.frame().layers[0].weights[2 * 2 + 1]'), 0.25))
  assert.match(await at(1).locator('h2').innerText(), /[Bb]ias/)
  await input.hover()
  await eventually(async () => assert.ok(await at(0).locator('.pointed').count()))
  assert.equal(await at(2).locator('.parameter-menu select').last().inputValue(), '0')
  await at(1).evaluate((element) => element.setAttribute('weight', '1.X'))
  await eventually(async () =>
    assert.match(await at(1).evaluate(({ shadowRoot }) => shadowRoot.textContent), /weight: must be.*1\.X/),
  )
  await close()
})

test('the network shows what the figure explains that the reader has turned to last', async () => {
  const {
    page,
    figure: at,
    close,
  } = await openArticle(network + figure('graph') + figure('blame') + figure('scrubber'))
  await walk(page)
  const isTold = () => at(0).evaluate(({ shadowRoot }) => shadowRoot.querySelector('.is-told') !== null)
  assert.equal(await isTold(), false, 'nobody has turned to anything')
  await at(1).hover({ position: { x: 5, y: 5 } })
  await eventually(async () => assert.equal(await isTold(), true))
  await at(1).evaluate((element) => element.remove())
  await eventually(async () => assert.equal(await isTold(), false))
  await close()
})

test('figures belong to a playground as well, and see every step of it', async () => {
  const body = `<glassbox-playground id="net" state="data=xor"></glassbox-playground>${figure('player')}`
  const { page, figure: at, net, close } = await openArticle(body)
  await walk(page)
  await net('net.step(7)')
  await eventually(async () => assert.equal(await at(0).locator('[data-reading=stepCount] dd').innerText(), '7'))
  assert.equal(page.workers().length, 1)
  await close()
})

test('a network trains while one of its figures is seen, and rests while none is', async () => {
  const { page, net, close } = await openArticle(network + figure('chart') + prose(200))
  await walk(page)
  await net('net.play()')
  const step = () => net('net.session.frame.step')
  const trains = async () => {
    await page.waitForTimeout(250)
    const before = await step()
    await page.waitForTimeout(300)
    return (await step()) > before
  }
  await eventually(async () => assert.ok(await trains()))
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
  await eventually(async () => assert.equal(await trains(), false))
  await page.evaluate(() => scrollTo(0, 0))
  await eventually(async () => assert.ok(await trains()))
  await close()
})

test('a figure out of sight is not drawn, and is up to date when it is seen', async () => {
  const { page, figure: at, net, close } = await openArticle(network + figure('player') + prose(200) + figure('player'))
  await walk(page)
  await page.evaluate(() => scrollTo(0, 0))
  await page.waitForTimeout(200)
  const steps = (i) => at(i).locator('[data-reading=stepCount] dd').textContent()
  await net('net.step(9)')
  await eventually(async () => assert.equal(await steps(0), '9'))
  assert.equal(await steps(1), '0')
  await at(1).evaluate((element) => element.scrollIntoView())
  await eventually(async () => assert.equal(await steps(1), '9'))
  await close()
})

test('it says what is missing, and finds a network that comes later', async () => {
  const { page, figure: at, close } = await openArticle(figure('neuron') + figure('nothing'))
  await eventually(async () => {
    assert.match(await at(0).evaluate(({ shadowRoot }) => shadowRoot.textContent), /not on the page: “net”/)
    assert.match(await at(1).evaluate(({ shadowRoot }) => shadowRoot.textContent), /cannot show “nothing”/)
  })
  assert.equal(await at(0).innerText(), 'neuron follows')
  await page.evaluate(() => {
    const net = document.createElement('glassbox-network')
    net.id = 'net'
    document.body.append(net)
  })
  await eventually(async () => assert.equal(await at(0).evaluate(({ shown }) => shown), 'neuron'))
  await page.evaluate(() => document.querySelector('#net').remove())
  await eventually(async () => assert.equal(await at(0).innerText(), 'neuron follows'))
  await eventually(() => assert.equal(page.workers().length, 0))
  await close()
})

test('an author is told once of a part, a neuron or a weight that is not there', async () => {
  const warnings = []
  const prepare = (page) => page.on('console', (message) => warnings.push(message.text()))
  const wrong = figure('neuron', 'unit="1.9"') + figure('matrix layer=7') + figure('shock', 'weight="1.W9,1"')
  const right = figure('neuron', 'unit="1.3"') + figure('matrix layer=2') + figure('shock', 'weight="1.W2,1"')
  const { page, close } = await openArticle(network + wrong + right, { prepare })
  await walk(page)
  assert.deepEqual(warnings.map((warning) => /a network that has no “(.*)”:/.exec(warning)?.[1]).sort(), [
    '1.9',
    '1.W9,1',
    'layer=7',
  ])
  await page
    .locator('glassbox-figure')
    .first()
    .evaluate((first) => first.setAttribute('part', 'nothing'))
  await eventually(async () => assert.match(warnings.at(-1), /cannot show “nothing”/))
  await page.evaluate(() => document.body.append(document.createElement('glassbox-network')))
  await page.evaluate(() => document.dispatchEvent(new Event('glassbox-session')))
  assert.equal(warnings.length, 4, warnings.join('\n'))
  await close()
})

test('a figure with a theme has room between its edge and its content', async () => {
  const { page, figure: at, close } = await openArticle(network + figure('story', 'theme="dark"') + figure('story'))
  await walk(page)
  const room = (i) => at(i).evaluate((element) => getComputedStyle(element).paddingInlineStart)
  assert.equal(await room(0), '16px')
  assert.equal(await room(1), '0px')
  await close()
})

test('in 280 px no word of a table is broken: what does not fit is scrolled to', async () => {
  const parts = ['scrubber', 'inputs', 'neuron', 'cost-table', 'error', 'blame', 'shock', 'measures', 'compare']
  const body = `${network}<main style="inline-size: 280px">${parts.map((part) => figure(part)).join('')}</main>`
  const { page, close } = await openArticle(body)
  await walk(page)
  await eventually(async () => assert.equal((await shown(page)).filter(Boolean).length, parts.length))
  await eventually(async () => assert.ok((await page.locator('td').count()) > 50))
  const broken = await page.locator(':is(th, td):visible').evaluateAll((cells) =>
    cells.flatMap((cell) => {
      const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT)
      const found = []
      for (let text = texts.nextNode(); text; text = texts.nextNode())
        for (const { 0: word, index } of text.data.matchAll(/\p{L}{2,}/gu)) {
          const range = new Range()
          range.setStart(text, index)
          range.setEnd(text, index + word.length)
          if (new Set(Array.from(range.getClientRects(), ({ top }) => Math.round(top))).size > 1) found.push(word)
        }
      return found
    }),
  )
  assert.deepEqual(broken, [])
  await close()
})

for (const [width, all] of [
  [280, ['xor', 'iris', 'digits', 'sine', 'diabetes', 'o-rings', 'breast-cancer']],
  [360, ['xor', 'xor&layers=1.tanh&cost=quadratic', 'penguins']],
])
  test(`tables of costs and of measures are not scrolled sideways in ${width} px`, async () => {
    const networks = all.map((data, i) => `<glassbox-network id="n${i}" state="data=${data}"></glassbox-network>`)
    const figures = all.flatMap((_, i) =>
      ['cost-table', 'measures'].map((part) => figure(part).replace('net', `n${i}`)),
    )
    const { page, close } = await openArticle(
      `${networks.join('')}<main style="inline-size: ${width}px">${figures.join('')}</main>`,
    )
    for (const figure of await page.locator('glassbox-figure').all()) {
      await figure.scrollIntoViewIfNeeded()
      await figure.locator('.numbers td').first().waitFor()
      const wide = await figure
        .locator('.table-box')
        .evaluateAll((boxes) =>
          boxes.filter((box) => box.scrollWidth > box.clientWidth).map(({ ariaLabel }) => ariaLabel),
        )
      assert.deepEqual(wide, [], await figure.evaluate((element) => `${element.for} ${element.shows}`))
    }
    await close()
  })

test('what makes no sense for a network is said, until it does', async () => {
  const { page, figure: at, net, close } = await openArticle(network + figure('regression'))
  await walk(page)
  const told = () => at(0).evaluate(({ shadowRoot }) => shadowRoot.querySelector('.room').innerText)
  await eventually(async () => assert.match(await told(), /Only a network of one neuron/))
  await net("net.setState('data=xor&layers=1.sigmoid')")
  await eventually(async () => assert.match(await told(), /\d/))
  await close()
})

test('nothing jumps, scrolls or takes the focus when figures come', async () => {
  const reserved = '<style>glassbox-figure:not(:defined) { display: block; min-block-size: 33rem }</style>'
  const eight = ['graph', 'picture', 'chart', 'player', 'neuron', 'matrix', 'cost-table', 'error']
  const body = `<button id="own">Mine</button><main style="inline-size: 40rem">${network}${eight
    .map((part) => prose(4) + figure(part))
    .join('')}</main>`
  const { page, close } = await openArticle(body, { prepare: watchShift, head: reserved })
  await page.evaluate(() => document.querySelector('#own').focus())
  await eventually(async () => assert.equal((await shown(page))[0], 'graph'))
  await page.waitForTimeout(500)
  assert.deepEqual(await page.evaluate(() => [scrollY, document.activeElement.id]), [0, 'own'])
  const shift = await shiftOf(page)
  assert.ok(shift < 0.02, `${shift}`)
  await close()
})

for (const width of [280, 390, 600, 900])
  test(`the room that is kept for each figure suits it at ${width} px: what follows it stays where it is`, async () => {
    const one = '<glassbox-network id="one" state="data=xor&layers=1.sigmoid"></glassbox-network>'
    const all = [...parts.map((part) => figure(part)), figure('regression').replace('net', 'one')]
    const { page, close } = await openArticle(
      `${network}${one}<main style="inline-size: ${width}px">${figure('story')}</main>`,
      { prepare: watchShift, options: { viewport: { width: 1000, height: 900 } } },
    )
    await walk(page) // what all of them need is there
    const shifted = []
    for (const html of all) {
      const shift = await page.evaluate(
        async ([html, prose]) => {
          const main = document.querySelector('main')
          main.innerHTML = html + prose
          const [figure] = main.children
          await new Promise(requestAnimationFrame)
          globalThis.shift = 0
          while (!figure.shown) await new Promise(requestAnimationFrame)
          await new Promise((done) => setTimeout(done, 400))
          return globalThis.shift
        },
        [html, prose(30)],
      )
      if (shift >= 0.02) shifted.push(`${/part="(\S+)"/.exec(html)[1]} ${shift}`)
    }
    assert.deepEqual(shifted, [])
    await close()
  })

for (const width of [280, 390, 600, 900])
  test(`the figure of a neuron has its room at ${width} px, and keeps its height when the engine answers`, async () => {
    const prepare = (page) =>
      page.addInitScript(() => {
        const { postMessage } = Worker.prototype
        let held = null
        Worker.prototype.postMessage = function (...message) {
          if (held) held.push(() => postMessage.apply(this, message))
          else postMessage.apply(this, message)
        }
        globalThis.hold = () => (held = [])
        globalThis.letGo = () => {
          const all = held
          held = null
          for (const post of all) post()
        }
      })
    const body = `${network}<main style="inline-size: ${width}px">${figure('neuron')}</main>`
    const { page, figure: at, close } = await openArticle(body, { prepare })
    await walk(page)
    await page.evaluate((html) => {
      globalThis.hold()
      document.querySelector('main').innerHTML = html
    }, figure('neuron'))
    await walk(page)
    await at(0).locator('.mute').waitFor()
    const size = () =>
      at(0).evaluate(({ shadowRoot }) => ({
        height: shadowRoot.querySelector('.framed').offsetHeight,
        room: Number.parseFloat(getComputedStyle(shadowRoot.querySelector('.room')).minHeight),
        width: shadowRoot.querySelector('.terms').offsetWidth,
      }))
    const { height } = await size()
    await page.evaluate(() => globalThis.letGo())
    await eventually(async () => {
      assert.match(await at(0).locator('.lost').textContent(), /\d/)
      assert.match(await at(0).locator('.dial-next').first().textContent(), /\d/)
    })
    const after = await size()
    assert.equal(after.height, height)
    assert.ok(Math.abs(after.room - height) <= 24, `${after.room} px of room for ${height}`)
    if (width > 280) assert.ok(after.width <= width, `a table of ${after.width} px`)
    await close()
  })

test('a network that nobody sees tells its author in the console what is wrong with its state, at first and later', async () => {
  const warnings = []
  const body = `<glassbox-network id="net" state="data=circle&rate=-4" loading="eager"></glassbox-network>
    <glassbox-network id="near" state="data=xor&learningrate=0.3" loading="eager"></glassbox-network>`
  const { page, net, close } = await openArticle(body, {
    prepare: (page) => page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text())),
  })
  const told = (pattern) =>
    eventually(async () => {
      const about = warnings.filter((warning) => pattern.test(warning))
      assert.equal(about.length, 1, warnings.join('\n'))
      assert.match(about[0], /^<glassbox-network>/)
    })
  await told(/The attribute “state” could not be used.*Learning rate.*-4/)
  await told(/“learningrate”.*“rate”/)
  await page.evaluate(() => document.querySelector('#net').setAttribute('state', 'data=moons&rate=0.2&la'))
  await told(/cut off: “la”/)
  assert.equal(await net('net.getState().data.name'), 'moons')
  await page.evaluate(() => document.querySelector('#net').setAttribute('state', 'data=xor&tab=neuro'))
  await told(/neuro”\.$/)
  assert.equal(await net('net.getState().data.name'), 'moons')
  await close()
})
