import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { after, test } from 'node:test'
import { openSite } from './page.mjs'
import { eventually } from './reading.mjs'
import { shiftOf, watchShift } from './shift.mjs'

/** The authors' guide, its article and its recipes, as they are built. */

const site = await openSite()
after(() => site.close())

const require = createRequire(import.meta.url)
const axe = await readFile(require.resolve('axe-core/axe.min.js'), 'utf8')

/** Scrolls to each figure, playground and frame of a page, until each has shown something. */
async function walk(page) {
  for (const one of await page.locator('glassbox-figure, glassbox-playground').all()) {
    await one.evaluate((element) => element.scrollIntoView({ block: 'center' }))
    const isShown = () => one.evaluate((element) => Boolean(element.shown || element.isReady))
    await eventually(async () => assert.ok(await isShown(), await one.evaluate(({ outerHTML }) => outerHTML)))
  }
  for (const frame of await page.locator('iframe').all()) {
    await frame.evaluate((element) => element.scrollIntoView({ block: 'center' }))
    await frame.contentFrame().locator('.neuron').first().waitFor()
  }
}

const isInWindow = (element) => {
  const { top, bottom } = element.getBoundingClientRect()
  return top < innerHeight && bottom > 0
}

/** Several playgrounds of a page have landmarks of the same names. */
const rules = { 'landmark-unique': { enabled: false } }

const findingsOn = async (page, only) => {
  await page.evaluate(axe)
  const run = ([only, rules]) => window.axe.run(document, only ? { runOnly: only } : { rules })
  const { violations } = await page.evaluate(run, [only, rules])
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}

const widthOf = (page) => page.evaluate(() => document.documentElement.scrollWidth)

for (const path of ['authors.html', 'article.html', 'reference.html']) {
  test(`every example of ${path} shows something once it is scrolled to, and axe finds nothing`, async () => {
    const { page, faults, close } = await site.visit(path)
    await walk(page)
    assert.deepEqual(await findingsOn(page), [])
    assert.deepEqual(faults, [])
    await close()
  })

  test(`${path} is no wider than a telephone, and has contrast in the dark`, async () => {
    const options = { viewport: { width: 360, height: 740 }, colorScheme: 'dark' }
    const { page, faults, close } = await site.visit(path, options)
    await walk(page)
    assert.equal(await widthOf(page), 360)
    assert.deepEqual(await findingsOn(page, ['color-contrast']), [])
    assert.deepEqual(faults, [])
    await close()
  })
}

test('the guide names every attribute of every element, and none that is not', async () => {
  const { page, close } = await site.visit('authors.html')
  const names = ['playground', 'network', 'figure', 'value', 'set', 'check', 'term']
  for (const name of names) {
    const element = page.locator(`glassbox-${name}`).first()
    await element.evaluate((element) => (element.closest('section') ?? element.parentElement).scrollIntoView())
    const [there, told] = await page.evaluate(async (name) => {
      const { observedAttributes } = await customElements.whenDefined(`glassbox-${name}`)
      const rows = document.querySelectorAll(`#${name}-attributes tbody th`)
      return [observedAttributes, Array.from(rows, ({ textContent }) => textContent)]
    }, name)
    assert.deepEqual(told.sort(), [...there].sort(), name)
  }
  await close()
})

test('the article has one worker, and moves nobody', async () => {
  const { page, faults, close } = await site.visit('article.html', {}, async (page) => {
    await page.addInitScript(() => {
      globalThis.scrolls = 0
      for (const name of ['scrollTo', 'scrollBy', 'scroll'])
        for (const owner of [window, Element.prototype]) owner[name] = () => globalThis.scrolls++
    })
  })
  await page.evaluate(() => document.querySelector('a').focus())
  await walk(page)
  const { scrolls, focused } = await page.evaluate(() => ({
    scrolls: globalThis.scrolls,
    focused: document.activeElement === document.querySelector('a'),
  }))
  assert.equal(scrolls, 0)
  assert.ok(focused)
  assert.equal(page.workers().length, 1)
  const before = await page.evaluate(() => scrollY)
  await page.evaluate(() => document.querySelector('#net').step(3))
  await eventually(async () =>
    assert.equal((await page.evaluate(() => document.querySelector('#net').frame())).step, 3),
  )
  assert.equal(await page.evaluate(() => scrollY), before)
  assert.deepEqual(faults, [])
  await close()
})

test('the button of the article silences a neuron, and what its question asks for can be reached', async () => {
  const { page, faults, close } = await site.visit('article.html')
  await page.locator('glassbox-set').nth(1).scrollIntoViewIfNeeded()
  await page.getByRole('button', { name: 'set the whole neuron to zero' }).click()
  const bias = () => page.evaluate(() => document.querySelector('#net').frame().layers[0].weights[0])
  await eventually(async () => assert.equal(await bias(), 0))
  await page.evaluate(async () => {
    const net = document.querySelector('#net')
    await net.run({ do: 'undo' })
    await net.step(2000)
  })
  const check = page.locator('glassbox-check')
  await check.scrollIntoViewIfNeeded()
  await check.getByText(/^Reached/).waitFor()
  assert.deepEqual(faults, [])
  await close()
})

test('every source can be copied', async () => {
  const { page, close } = await site.visit('authors.html', { permissions: ['clipboard-read', 'clipboard-write'] })
  const source = page.locator('.copied').first()
  await source.getByRole('button', { name: 'Copy' }).click()
  await source.getByText('Copied').waitFor()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  assert.equal(copied, await source.locator('code').textContent())
  await close()
})

test('a link of the guide leads its frame, which is not loaded anew', async () => {
  const { page, close } = await site.visit('authors.html')
  const frame = page.locator('iframe[name=frame]')
  await frame.scrollIntoViewIfNeeded()
  await frame.contentFrame().locator('.neuron').first().waitFor()
  const inside = page.frame({ name: 'frame' })
  const weight = () => inside.evaluate(() => document.querySelector('glassbox-playground').frame().layers[0].weights[0])
  await inside.evaluate(() => (window.isSame = true))
  await page.getByRole('link', { name: 'only x1' }).click()
  await eventually(async () => assert.equal(await weight(), 2))
  assert.ok(await inside.evaluate(() => window.isSame))
  await close()
})

test('what the question of the guide asks for can be reached by playing', async () => {
  const { page, close } = await site.visit('authors.html')
  const check = page.locator('glassbox-check')
  await check.scrollIntoViewIfNeeded()
  await check.getByText('Not reached yet').waitFor()
  await page.evaluate(() => document.querySelector('#net').step(6000))
  await check.getByText(/^Reached/).waitFor()
  await close()
})

/** Fails unless each number of a text is what is written into it for those who have no script. */
async function readNumbers(page) {
  for (const number of await page.locator('glassbox-value, glassbox-set[min]').all()) {
    await number.scrollIntoViewIfNeeded()
    await number.getByText((await number.textContent()).trim(), { exact: true }).waitFor()
  }
}

test('the numbers of the guide are those that its network begins with', async () => {
  const { page, close } = await site.visit('authors.html')
  await readNumbers(page)
  await close()
})

/** The recipes that run by themselves: slides need reveal.js beside them, a notebook needs a notebook. */
const recipes = [
  'blog-post',
  'course',
  'quiz',
  'side-by-side',
  'scrolling',
  'slider',
  'frame-links',
  'frame-script',
  'script',
  'figures',
]

for (const name of recipes)
  test(`the recipe ${name} runs as it is`, async () => {
    const { page, faults, close } = await site.visit(`recipes/${name}.html`)
    await walk(page)
    await readNumbers(page)
    assert.deepEqual(faults, [])
    await close()
  })

/** Pages on which the elements come by a script. */
const scripted = recipes
  .map((name) => `recipes/${name}.html`)
  .filter((path) => readFileSync(new URL(`../../web/${path}`, import.meta.url), 'utf8').includes('v1/glassbox.js'))

/** Waits until what is in the window is all that it will be before it trains. */
const settled = (page) =>
  page.waitForFunction(() => {
    const isSeen = (element) => {
      const { top, bottom } = element.getBoundingClientRect()
      return top < innerHeight && bottom > 0
    }
    const seen = [...document.querySelectorAll('glassbox-playground, glassbox-figure, glassbox-value')].filter(isSeen)
    const isThere = ({ isReady, shown, shadowRoot }) =>
      isReady || shown || shadowRoot?.querySelector('.companion-number')
    return seen.length > 0 && seen.every(isThere)
  })

for (const path of ['article.html', ...scripted])
  for (const viewport of [
    { width: 1280, height: 900 },
    { width: 390, height: 844 },
  ])
    test(`${path} does not jump when its script comes late, at ${viewport.width} x ${viewport.height}`, async () => {
      const { promise: painted, resolve: goOn } = Promise.withResolvers()
      const { page, close } = await site.visit(path, { viewport }, async (page) => {
        await page.exposeFunction('goOn', goOn)
        await watchShift(page)
        await page.addInitScript(() => new PerformanceObserver(() => goOn()).observe({ type: 'paint', buffered: true }))
        await page.route('**/v1/glassbox.js', async (route) => {
          await painted
          await route.continue()
        })
      })
      await settled(page)
      // what has been drawn is laid out in the next frame, and its shift told after that
      await page.evaluate(async () => {
        for (let i = 0; i < 3; i++) await new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
      })
      const shift = await shiftOf(page)
      assert.ok(shift < 0.02, `${shift}`)
      await close()
    })

test('a question has as much room before its script as it takes after', async () => {
  const height = async (prepare, isThere) => {
    const { page, close } = await site.visit('recipes/quiz.html', {}, prepare)
    if (isThere) await page.getByText('Not reached yet').waitFor()
    const { height } = await page.locator('glassbox-check').boundingBox()
    await close()
    return height
  }
  const before = await height((page) => page.route('**/v1/glassbox.js', (route) => route.fulfill({ status: 204 })))
  assert.ok(Math.abs((await height(undefined, true)) - before) <= 2)
})

test('the slides run in reveal.js', async () => {
  const dist = new URL('../../web/node_modules/reveal.js/dist/', import.meta.url)
  const { page, faults, close } = await site.visit('recipes/slides.html', {}, async (page) => {
    for (const [name, contentType] of [
      ['reveal.js', 'text/javascript'],
      ['reveal.css', 'text/css'],
    ]) {
      const body = await readFile(new URL(name, dist), 'utf8')
      await page.route(`**/recipes/${name}`, (route) => route.fulfill({ body, contentType }))
    }
  })
  await page.waitForFunction(() => window.Reveal?.isReady())
  await page.evaluate(() => window.Reveal.slide(1))
  await page.frameLocator('iframe').locator('.neuron').first().waitFor()
  assert.deepEqual(faults, [])
  await close()
})

test('the scripts of the recipes do what they say', async () => {
  const script = await site.visit('recipes/script.html')
  await script.page.getByRole('button', { name: /^Train until/ }).click()
  await script.page.getByText(/the centre is inside with/).waitFor({ timeout: 60_000 })
  await script.close()
  const frame = await site.visit('recipes/frame-script.html')
  await walk(frame.page)
  await frame.page.getByRole('button', { name: 'Take 100 steps' }).click()
  await frame.page.getByText(/^100: 0\.\d{4}$/).waitFor()
  await frame.close()
  const pair = await site.visit('recipes/side-by-side.html')
  await pair.page.getByRole('button', { name: 'Train both' }).click()
  const steps = () =>
    pair.page.evaluate(() =>
      Array.from(document.querySelectorAll('glassbox-network'), (net) => net.frame?.()?.step ?? 0),
    )
  await eventually(async () => assert.ok((await steps()).every((step) => step > 0)))
  await pair.close()
  const scrolling = await site.visit('recipes/scrolling.html')
  await walk(scrolling.page)
  for (const [heading, lit] of [
    ['Another', '.neuron[data-layer="0"][data-unit="1"].pointed'],
    ['The answer', '.neuron[data-layer="1"][data-unit="0"].pointed'],
  ]) {
    const section = scrolling.page.locator('section', { hasText: heading })
    await section.evaluate((section) => section.scrollIntoView({ block: 'center' }))
    await scrolling.page.locator(lit).waitFor()
    assert.ok(await scrolling.page.locator('glassbox-figure').evaluate(isInWindow), heading)
  }
  await scrolling.close()
})

test('the address in the notebook opens a frame', async () => {
  const text = await readFile(new URL('../../web/recipes/notebook.py', import.meta.url), 'utf8')
  const [, address] = /https:\/\/example\.org\/glassbox\/(embed\.html[^"]*)/.exec(text)
  const { page, faults, close } = await site.visit(address)
  await walk(page)
  assert.deepEqual(faults, [])
  await close()
})
