/** custom-elements.json is true: all that it tells of the elements is there, and all that is there is told. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import ts from '../../web/node_modules/typescript/lib/typescript.js'
import { openSite } from './page.mjs'

const site = await openSite()
after(() => site.close())

const manifest = JSON.parse(await (await fetch(`${site.address}/custom-elements.json`)).text())
const [{ declarations, exports }] = manifest.modules
const of = (tag) => declarations.find(({ tagName }) => tagName === tag)
const namesOf = (list) => list.map(({ name }) => name).sort()

const markup = `
  <glassbox-playground state="data=xor"></glassbox-playground>
  <glassbox-network id="net" loading="eager" state="data=xor"></glassbox-network>
  <glassbox-figure for="net" part="graph"></glassbox-figure>
  <glassbox-value for="net" of="cost">?</glassbox-value>
  <glassbox-set for="net" changes="1.B2=0">set</glassbox-set>
  <glassbox-check for="net" goal="step >= 2">two steps</glassbox-check>
  <glassbox-term name="delta">error</glassbox-term>`

/** What the types tell of an element beside what every element has. */
const types = fileURLToPath(new URL('../../build/site/v1/glassbox.d.ts', import.meta.url))
const program = ts.createProgram([types], { lib: ['lib.es2024.d.ts', 'lib.dom.d.ts'], types: [] })
const checker = program.getTypeChecker()
const typedMembers = (tag) => {
  const named = tag.replace(/(?:^|-)./g, (start) => start.at(-1).toUpperCase())
  const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(types)))
  const type = checker.getDeclaredTypeOfSymbol(exported.find(({ name }) => name === named))
  const isOurs = ({ declarations }) => declarations.some((declared) => declared.getSourceFile().fileName === types)
  return type.getProperties().filter(isOurs)
}

/** A page with one of each, all of them shown. */
const { page, faults } = await site.visit('index.html', {}, async (page) => {
  const html = `<!doctype html><html lang="en"><title>All</title><link rel="icon" href="data:,">
    <script type="module" src="v1/glassbox.js"></script>${markup}</html>`
  await page.route('**/index.html', (route) => route.fulfill({ body: html, contentType: 'text/html' }))
})
await page.evaluate(async (tags) => {
  window.told = new Map()
  const hear = (event) => window.told.set(event.type, [...(window.told.get(event.type) ?? []), event.target.localName])
  for (const name of ['ready', 'change', 'step', 'epoch', 'play', 'pause', 'goal', 'error'])
    addEventListener(`glassbox-${name}`, hear)
  await Promise.all(tags.map((tag) => customElements.whenDefined(tag)))
  const owners = document.querySelectorAll('glassbox-playground, glassbox-network')
  for (const owner of owners) await owner.ready
}, namesOf(exports))
await page.waitForFunction(() => document.querySelector('glassbox-figure').shown)

test('it names every element, under the tag by which it is defined', () => {
  assert.deepEqual(namesOf(exports), declarations.map(({ tagName }) => tagName).sort())
  assert.deepEqual(
    namesOf(exports),
    [...new Set(markup.match(/(?<=<)glassbox-\w+/g))].sort(),
    'one of each stands on the page of this test',
  )
})

for (const { name: tag } of exports) {
  test(`${tag}: its attributes are those that it observes`, async () => {
    const observed = await page.evaluate((tag) => customElements.get(tag).observedAttributes, tag)
    assert.deepEqual(namesOf(of(tag).attributes), [...observed].sort())
  })

  test(`${tag}: what scripts can use of it is there, and an attribute sets the field that it names`, async () => {
    const { members, attributes } = of(tag)
    const kinds = await page.evaluate(
      ([tag, names]) => names.map((name) => typeof document.createElement(tag)[name]),
      [tag, members.map(({ name }) => name)],
    )
    for (const [i, { name, kind }] of members.entries())
      if (kind === 'method') assert.equal(kinds[i], 'function', name)
      else assert.match(kinds[i], /^(?!function|undefined)/, name)
    for (const { name, fieldName } of attributes.filter(({ fieldName }) => fieldName)) {
      const set = ([tag, name, fieldName]) => {
        const element = document.createElement(tag)
        element.setAttribute(name, '7')
        return element[fieldName]
      }
      assert.ok(['7', true].includes(await page.evaluate(set, [tag, name, fieldName])), `${name} ${fieldName}`)
    }
  })

  test(`${tag}: the types tell of the same members`, () => {
    assert.deepEqual(namesOf(of(tag).members), namesOf(typedMembers(tag)))
  })

  test(`${tag}: its parts and slots are those of its shadow root`, async () => {
    const { cssParts, slots } = of(tag)
    const there = await page.evaluate(async (tag) => {
      const unstarted = Object.assign(document.createElement(tag), { loading: 'lazy' })
      document.body.append(unstarted)
      await unstarted.updateComplete
      const roots = [unstarted, ...document.querySelectorAll(tag)].map((element) => element.shadowRoot ?? element)
      const all = (selector, read) => [
        ...new Set(roots.flatMap((root) => [...root.querySelectorAll(selector)].map(read))),
      ]
      const found = { parts: all('[part]', (one) => one.getAttribute('part')), slots: all('slot', (one) => one.name) }
      unstarted.remove()
      return found
    }, tag)
    const named = (slots) => slots.filter(Boolean).sort()
    assert.deepEqual(namesOf(cssParts), there.parts.sort())
    assert.deepEqual(named(namesOf(slots)), named(there.slots))
  })
}

test('its events are those that the elements fire', async () => {
  await page.evaluate(async () => {
    for (const owner of document.querySelectorAll('glassbox-playground, glassbox-network')) {
      await owner.run({ do: 'set', changes: { 'training.learningRate': 0.1 } })
      await owner.run({ do: 'epoch' })
      await owner.play()
      await owner.step(2)
      await owner.pause()
      await owner.run({ do: 'chooseData', name: 'none' })
    }
  })
  const all = declarations.flatMap(({ tagName, events }) => events.map(({ name }) => [name, tagName]))
  const isTold = (all) => all.every(([name, tag]) => window.told.get(name)?.includes(tag))
  await page.waitForFunction(isTold, all, { timeout: 20_000 }).catch(() => {}) // what is missing is named below
  const told = await page.evaluate(() => [...window.told])
  for (const tag of namesOf(exports)) {
    const fired = told.filter(([, tags]) => tags.includes(tag)).map(([name]) => name)
    assert.deepEqual(namesOf(of(tag).events), fired.sort(), tag)
  }
})

test('its custom properties are those that the style sheets ask for, and each changes something', async () => {
  const sheets = await page.evaluate(() =>
    Object.fromEntries(
      [
        'glassbox-playground',
        'glassbox-figure',
        'glassbox-value',
        'glassbox-set',
        'glassbox-check',
        'glassbox-term',
      ].map((tag) => {
        const { adoptedStyleSheets } = document.querySelector(tag).shadowRoot
        return [tag, adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)).join('\n')]
      }),
    ),
  )
  for (const [tag, css] of Object.entries(sheets)) {
    const asked = new Set([...css.matchAll(/var\(\s*(--glassbox-[a-z]+)/g)].map(([, name]) => name))
    asked.delete('--glassbox-em') // is set by the element itself
    assert.deepEqual(namesOf(of(tag).cssProperties), [...asked].sort(), tag)
  }
})

test('everything in it is described', () => {
  const kinds = ['attributes', 'members', 'events', 'slots', 'cssParts', 'cssProperties']
  for (const declaration of declarations) {
    assert.ok(declaration.description, declaration.tagName)
    for (const kind of kinds)
      for (const one of declaration[kind])
        assert.ok(one.description?.length > 3, `${declaration.tagName} ${kind} ${one.name}`)
  }
  assert.deepEqual(faults, [])
})
