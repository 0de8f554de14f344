/** Share: snippets that run where they are pasted, pictures that stand by themselves, a copy that goes on offline. */
import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { openSite } from './page.mjs'
import { eventually, findings } from './reading.mjs'

const site = await openSite()
const files = await mkdtemp(join(tmpdir(), 'glassbox-share-'))
after(async () => {
  await site.close()
  await rm(files, { recursive: true })
})

const details = {
  page: 'Put it into a page',
  picture: 'Save a picture',
  take: 'Export it as code or as a file',
  file: 'Save it as one HTML file',
}

/** Opens Share and one of what it offers. */
async function share(playground, offer) {
  await playground.press('Share')
  await playground.page.getByText(details[offer]).click()
}

/** The snippet for a kind of page. */
async function snippetFor({ page }, kind) {
  await page.getByLabel('Kind of page').selectOption(kind)
  return page.getByRole('textbox', { name: 'Snippet' }).inputValue()
}

/** A page of the site's own origin with a snippet in its body. */
async function openWith(snippet, head = '') {
  const body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title>${head}<body>${snippet}`
  const visited = await site.visit('host.html', { viewport: { width: 1000, height: 800 } }, (page) =>
    page.route(`${site.address}/host.html`, (route) => route.fulfill({ contentType: 'text/html', body })),
  )
  return visited
}

const parametersOf = (frame, selector = 'glassbox-playground') =>
  frame.evaluate(async (selector) => {
    await customElements.whenDefined(selector.replace(/\W*$/, ''))
    const net = document.querySelector(selector)
    await net.ready
    return net.getState({ withParameters: true }).parameters
  }, selector)

/** Saves what a button saves. @returns the path of the file */
async function saved({ page }, name) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()])
  const path = join(files, download.suggestedFilename())
  await download.saveAs(path)
  return path
}

const query = '?data=circle&layers=3.tanh-1.sigmoid&tab=neuron'

test('each snippet brings the same network back where it is pasted', async () => {
  const playground = await site.open(query)
  await playground.steps(30)
  const { parameters } = await playground.state()
  await share(playground, 'page')
  await playground.page.getByRole('combobox', { name: 'Show' }).selectOption('core')
  const kinds = await playground.page.getByLabel('Kind of page').locator('option').all()
  const snippets = {}
  for (const kind of kinds) {
    const name = await kind.getAttribute('value')
    snippets[name] = await snippetFor(playground, name)
  }
  assert.deepEqual(playground.faults, [])
  await playground.close()

  const inFrame = async ({ page }) => parametersOf(await (await page.locator('iframe').elementHandle()).contentFrame())
  const reveal = (name) => readFile(new URL(`../../web/node_modules/reveal.js/dist/${name}`, import.meta.url), 'utf8')
  const ways = {
    script: async (visited) => parametersOf(visited.page),
    single: async (visited) => parametersOf(visited.page),
    frame: inFrame,
    course: inFrame,
    figures: async ({ page }) => {
      await page.locator('glassbox-figure[part=neuron]').evaluate((figure) => figure.scrollIntoView())
      await page.waitForFunction(() => document.querySelector('glassbox-figure[part=neuron]')?.shown === 'neuron')
      return parametersOf(page, 'glassbox-network')
    },
    markdown: async (visited) => {
      const [, address] = /\]\((\S+)\)$/.exec(snippets.markdown)
      const [, src] = /src="([^"]*)"/.exec(snippets.markdown)
      assert.equal(address, src.replaceAll('&amp;', '&'))
      return inFrame(visited)
    },
    slides: inFrame,
    notebook: async ({ page }) => {
      const [, address] =
        /^from IPython\.display import IFrame\n\nIFrame\('([^'\n]+)', width='100%', height=\d+\)$/.exec(
          snippets.notebook,
        )
      await page.goto(address)
      return parametersOf(page)
    },
  }
  assert.deepEqual(Object.keys(snippets).sort(), Object.keys(ways).sort())
  for (const [kind, way] of Object.entries(ways)) {
    const isSlides = kind === 'slides'
    const page = isSlides
      ? `<div class="reveal"><div class="slides">${snippets.slides}</div></div><script>${await reveal('reveal.js')}</script><script>Reveal.initialize()</script>`
      : snippets[kind]
    const visited = await openWith(page, isSlides ? `<style>${await reveal('reveal.css')}</style>` : '')
    await eventually(async () => assert.deepEqual(await way(visited), parameters, kind)) // it takes the steps first
    assert.deepEqual(visited.faults, [], kind)
    await visited.close()
  }
})

test('every kind of file is downloaded under its name, as scripts get it too; code is copied, or selected to be', async () => {
  const playground = await site.open('?data=penguins&step=5')
  await share(playground, 'take')
  const { page } = playground
  const buttons = await page.getByRole('button', { name: /^Download / }).all()
  const names = []
  for (const button of buttons) {
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
    names.push(download.suggestedFilename())
    await download.saveAs(join(files, names.at(-1)))
    await page.waitForTimeout(120) // Chromium drops every download after the tenth of a second
  }
  const kinds = Object.keys((await import('../../web/src/export/export.ts')).kinds)
  const given = await page.evaluate(async (kinds) => {
    const net = document.querySelector('glassbox-playground')
    const made = []
    for (const kind of kinds) {
      const { name, type, text, bytes } = await net.export(kind)
      made.push({ name, size: (await new Blob([text ?? bytes], { type }).arrayBuffer()).byteLength })
    }
    return made
  }, kinds)
  assert.deepEqual(given.map(({ name }) => name).sort(), names.toSorted())
  for (const { name, size } of given) assert.equal((await readFile(join(files, name))).length, size, name)
  // The built site writes what the sources write, its indentation too.
  assert.match(await readFile(join(files, 'penguins_numpy.py'), 'utf8'), /^def predict\(rows\):\n {4}"""/m)
  const refused = await page.evaluate(() => document.querySelector('glassbox-playground').export('exe').catch(String))
  assert.match(refused, /kind: must be one of notebook, pytorch/)

  await page.getByRole('button', { name: 'Copy NumPy' }).click()
  const text = page.getByRole('textbox', { name: 'NumPy' })
  await text.or(page.getByText('NumPy is copied.')).first().waitFor()
  if (await text.isVisible())
    assert.match(await text.evaluate((area) => area.value.slice(area.selectionStart, area.selectionEnd)), /def predict/)
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('nothing of a preview is fetched before it is asked for; then it is the page for frames with these words', async () => {
  const playground = await site.open(query)
  const asked = []
  playground.page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await share(playground, 'page')
  await playground.page.getByRole('textbox', { name: 'Snippet' }).waitFor()
  assert.ok(!asked.includes('/embed.html'), String(asked))
  await playground.press('Show a preview')
  const frame = playground.page.frameLocator('iframe[title^=Preview]')
  await frame.locator('.neuron').first().waitFor()
  assert.equal(await frame.locator('[aria-selected=true]').innerText(), 'Neuron')
  assert.deepEqual(await findings(playground, ''), [])
  assert.deepEqual(playground.faults, [])
  await playground.page.keyboard.press('Escape')
  await eventually(async () => assert.equal(await playground.page.locator('iframe').count(), 0))
  await playground.close()
})

for (const [width, colorScheme] of [
  [360, 'dark'],
  [1280, 'light'],
])
  test(`all that is offered fits ${width} px, ${colorScheme}, and axe finds nothing`, async () => {
    const playground = await site.open(query, { viewport: { width, height: 740 }, colorScheme })
    await playground.press('Share')
    for (const offer of Object.values(details)) {
      await playground.page.getByText(offer).click()
      await playground.page.waitForTimeout(100)
      assert.deepEqual(await findings(playground, ''), [], offer)
      const panel = playground.page.locator('#share-panel')
      const [inner, outer, right] = await panel.evaluate((panel) => [
        panel.scrollWidth,
        panel.clientWidth,
        panel.getBoundingClientRect().right,
      ])
      assert.ok(inner <= outer && right <= width, `${offer}: ${inner} in ${outer}`)
    }
    await playground.close()
  })

/** What stands in a picture, read where no policy forbids its style. */
async function svgOf(text, page) {
  const reader = await page.context().newPage()
  const found = await reader.evaluate((text) => {
    const svg = new DOMParser().parseFromString(text, 'image/svg+xml')
    const all = [...svg.querySelectorAll('*')]
    return {
      isBroken: Boolean(svg.querySelector('parsererror')),
      names: [...new Set(all.map(({ localName }) => localName))],
      attributes: [...new Set(all.flatMap((shape) => [...shape.attributes].map(({ name }) => name)))],
      words: [...svg.querySelectorAll('text')].map(({ textContent }) => textContent),
      references: all
        .map((shape) => shape.getAttribute('href'))
        .filter((href) => href && !href.startsWith('data:image/png')),
      colours: all.flatMap((shape) => [shape.getAttribute('fill'), shape.getAttribute('stroke')]).filter(Boolean),
      size: [svg.documentElement.getAttribute('width'), svg.documentElement.getAttribute('height')].map(Number),
    }
  }, text)
  await reader.close()
  return found
}

test('a picture of each view stands by itself, on white even in the dark, with its numbers, caption and key', async () => {
  const playground = await site.open(query, { colorScheme: 'dark', acceptDownloads: true })
  await playground.steps(30)
  const cost = await playground.reading('cost')
  const { parameters } = await playground.state()
  const weight = parameters[0].weights[0][0].toPrecision(4)
  await share(playground, 'picture')
  const { page } = playground
  for (const [what, word] of [
    ['graph', Math.abs(Number(weight)).toFixed(2)],
    ['map', 'x1'],
    ['chart', cost],
    ['openPanel', 'Z1 term by term'],
  ]) {
    await page.getByLabel('Picture of').selectOption(what)
    const text = await readFile(await saved(playground, 'Save SVG'), 'utf8')
    const { isBroken, names, attributes, words, references, colours } = await svgOf(text, page)
    assert.ok(!isBroken, what)
    assert.deepEqual(
      names.filter((name) => /foreign|style|script|use/i.test(name)),
      what === 'openPanel' ? ['style'] : [], // the font of its formulas
      what,
    )
    assert.deepEqual(
      attributes.filter((name) => /^(class|style|on.*)$/.test(name)),
      [],
      what,
    )
    assert.deepEqual(references, [], what)
    assert.ok(
      words.some((said) => said.includes(word)),
      `${what}: ${word} in ${words.join(' | ')}`,
    )
    assert.ok(
      words.some((said) => said.includes(`cost ${cost}`)),
      what,
    )
    assert.ok(
      colours.every((colour) => /^(#[\da-f]{6}|none|url\(#[\w-]+\))$/.test(colour)),
      `${what}: ${[...new Set(colours)]}`,
    )
    if (what === 'graph') assert.ok(words.includes('negative weight'))
    if (what === 'map') assert.ok(names.includes('image'))
  }
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('a picture of a panel has none of the choices that were not made', async () => {
  const playground = await site.open('?data=xor&tab=compare', { acceptDownloads: true })
  const { page } = playground
  await playground.steps(3)
  await page.locator('glassbox-compare table').first().waitFor()
  await share(playground, 'picture')
  await page.getByLabel('Picture of').selectOption('openPanel')
  const { words } = await svgOf(await readFile(await saved(playground, 'Save SVG'), 'utf8'), page)
  assert.ok(words.includes('Best test cost') && words.includes('Many seeds'), words.join(' | '))
  assert.deepEqual(
    ['seeds', 'race', 'pair', 'All optimizers'].filter((value) => words.includes(value)),
    [],
  )
  await playground.close()
})

test('a picture carries the font of its formulas, and their roots, bars and brackets as they are on the page', async () => {
  const playground = await site.open('?data=circle&layers=2.elu-1.sigmoid&optimizer=adam&tab=step&at=update', {
    acceptDownloads: true,
  })
  const { page } = playground
  const fonts = []
  page.on('request', (request) => request.url().endsWith('.woff2') && fonts.push(request.url()))
  await share(playground, 'picture')
  const picture = async (what) => {
    await page.getByLabel('Picture of').selectOption(what)
    return readFile(await saved(playground, 'Save SVG'), 'utf8')
  }
  assert.doesNotMatch(await picture('chart'), /@font-face/)
  const asked = fonts.length
  const svg = await picture('openPanel')
  assert.ok(fonts.length > asked)
  assert.ok(/<path d="M[^"]*L[^"]*L[^"]*L/.test(svg), 'a root')
  assert.deepEqual(playground.faults, [])
  await playground.close()

  // alone, from a disk, where no such font is
  const context = await page.context().browser().newContext()
  const alone = await context.newPage()
  const path = join(files, 'alone.svg')
  await writeFile(path, svg)
  await alone.goto(String(pathToFileURL(path)))
  const { status, first, own, others } = await alone.evaluate(async () => {
    await document.fonts.ready
    const canvas = new OffscreenCanvas(1, 1).getContext('2d')
    const formulas = [...document.querySelectorAll('text')].filter((text) =>
      text.getAttribute('font-family').startsWith("'Glassbox Maths'"),
    )
    const widthIn = (text, family) => {
      canvas.font = `${text.getAttribute('font-size')}px ${family}`
      return canvas.measureText(text.textContent).width
    }
    const off = (family) =>
      formulas.map((text) => Math.abs(widthIn(text, family) - Number(text.getAttribute('textLength'))))
    return {
      status: [...document.fonts].map(({ family, status }) => [family.replaceAll('"', ''), status]),
      first: formulas.some((text) => text.textContent === '𝑊'),
      own: Math.max(...off("'Glassbox Maths'")),
      others: Math.max(...off('serif')),
    }
  })
  assert.deepEqual(status, [['Glassbox Maths', 'loaded']])
  assert.ok(first, 'a letter is slanted as formulas have it')
  assert.ok(own < 1 && others > 2, `off by ${own} and by ${others}`)
  await context.close()
})

test('a bracket of a formula is as high in a picture as what it holds', async () => {
  const playground = await site.open('?data=sine&layers=2.tanh-1.linear&cost=huber&tab=cost', { acceptDownloads: true })
  const { page } = playground
  await share(playground, 'picture')
  await page.getByLabel('Picture of').selectOption('openPanel')
  const svg = await readFile(await saved(playground, 'Save SVG'), 'utf8')
  const scales = [...svg.matchAll(/<text [^>]*scale\(1 ([\d.]+)\)[^>]*>\{/g)].map(([, scale]) => Number(scale))
  assert.ok(scales.length > 0 && scales.every((scale) => scale > 2), `${scales}`)
  await playground.close()
})

test('the same as PNG has twice the dots, and is white where nothing is', async () => {
  const playground = await site.open(query, { acceptDownloads: true })
  await share(playground, 'picture')
  const svg = await readFile(await saved(playground, 'Save SVG'), 'utf8')
  const png = await readFile(await saved(playground, 'Save PNG'))
  const { size } = await svgOf(svg, playground.page)
  assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [2 * size[0], 2 * size[1]])
  const corner = await playground.page.evaluate(
    async (data) => {
      const image = new Image()
      image.src = data
      await image.decode()
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d')
      context.drawImage(image, 0, 0)
      return [...context.getImageData(2, 2, 1, 1).data]
    },
    `data:image/png;base64,${png.toString('base64')}`,
  )
  assert.deepEqual(corner, [255, 255, 255, 255])
  await playground.close()
})

test('drawing a picture changes nothing on the page', async () => {
  const playground = await site.open('?data=xor&layers=2.tanh-1.sigmoid&tab=step&at=backward.1')
  const { page } = playground
  const drawn = async (source) => {
    await eventually(async () => assert.notEqual(await page.locator('.share-plate').getAttribute('src'), source))
    await eventually(async () => assert.equal(await page.locator('.share-stage > *').count(), 0))
    return page.locator('.share-plate').getAttribute('src')
  }
  await share(playground, 'picture')
  const source = await drawn(null)
  const look = async () => [await page.locator('.stage > .graph').innerText(), await playground.state()]
  const before = await look()
  await page.getByLabel('Picture of').selectOption('openPanel')
  await drawn(source)
  assert.deepEqual(await look(), before)
  await playground.close()
})

/** Opens a file from the disk in a page of its own. */
async function openFile(page, path) {
  const copy = await (await page.context().browser().newContext()).newPage()
  const requests = []
  const faults = []
  copy.on('request', (request) => /^(blob|data):/.test(request.url()) || requests.push(request.url()))
  copy.on('pageerror', (error) => faults.push(error.stack))
  copy.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  const address = String(pathToFileURL(path))
  await copy.goto(address)
  await copy.waitForFunction(() => document.querySelector('glassbox-playground')?.isReady)
  return {
    copy,
    requests,
    faults,
    address,
    state: () => copy.evaluate(() => document.querySelector('glassbox-playground').getState({ withParameters: true })),
  }
}

for (const [about, query, change] of [
  ['a table and the digits after some steps', '?data=iris&tab=layer&row=7', null],
  [
    'weights that were set in the midst of training',
    '?data=xor&layers=2.tanh-1.sigmoid&tab=blame',
    { 'training.learningRate': 0.02 },
  ],
  ['rows entered by hand', '?data=hand&tab=inputs', null],
])
  test(`one HTML file has ${about}, shows what was on screen, and asks for nothing`, async () => {
    const playground = await site.open(query, { acceptDownloads: true })
    await playground.steps(25)
    if (change) await playground.run({ do: 'set', changes: change })
    if (change) await playground.steps(10)
    const expected = await playground.state()
    const step = await playground.reading('stepCount')
    await share(playground, 'file')
    if (change)
      await playground.page.getByText(/The network was changed while it trained, or .* its weights become/).waitFor()
    const path = await saved(playground, 'Save the file')
    assert.deepEqual(playground.faults, [])
    await playground.close()
    const other = await site.open()
    const { copy, requests, faults, address, state } = await openFile(other.page, path)
    assert.deepEqual(await state(), expected)
    const open = await copy.getByRole('tab', { selected: true }).getAttribute('id')
    assert.equal(open, `tab-${expected.view.tab}`)
    if (!change) assert.equal((await copy.locator('[data-reading=stepCount] dd').textContent()).trim(), step)
    await copy.getByRole('button', { name: 'One step', exact: true }).first().click()
    assert.deepEqual(requests, [address])
    assert.deepEqual(faults, [])
    // it is one file already
    await copy.getByRole('button', { name: 'Share', exact: true }).click()
    await copy.getByRole('button', { name: 'Copy link' }).waitFor()
    assert.equal(await copy.getByText(details.file).count(), 0)
    await copy.context().close()
    await other.close()
  })

test('a frame whose sandbox forbids downloads says so in the place of the buttons', async () => {
  const source = `${site.address}/embed.html${query}`
  const visited = await openWith(
    `<iframe title="x" sandbox="allow-scripts allow-same-origin" src="${source}" width="980" height="780"></iframe>`,
  )
  const frame = visited.page.frameLocator('iframe')
  await frame.getByRole('button', { name: 'Share', exact: true }).click()
  await frame.getByText(details.file).click()
  await frame.getByText('not allowed to save files').last().waitFor()
  assert.equal(await frame.getByRole('button', { name: 'Save the file' }).count(), 0)
  await visited.close()
})
