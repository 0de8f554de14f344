/** The authors' guide: its sources are those of what runs, and it names all that there is, and nothing else. */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import test from 'node:test'
import { withSources } from '../../web/guide.mjs'
import { dataNames } from '../../web/src/data/sources.ts'
import { controls, parts } from '../../web/src/element/content.ts'
import { parts as figureParts } from '../../web/src/element/figure-parts.ts'
import { fields } from '../../web/src/state/fields.ts'
import { fixable } from '../../web/src/state/fixed.ts'
import { decodeLink } from '../../web/src/state/read-link.ts'
import { startNames } from '../../web/src/state/starts.ts'
import { readChanges } from '../../web/src/state/written/changes.ts'
import { measures, readReference, writeReference } from '../../web/src/state/written/references.ts'
import { shownBy } from '../../web/src/views/parts/attributes.ts'
import { panelNames } from '../../web/src/views/parts/part-names.ts'
import { terms } from '../../web/src/views/parts/term/glossary.ts'
import { code } from './rooms.mjs'
import { border, catalog } from './session-helper.mjs'
import { filesOf, root } from './sources.mjs'

const read = (name) => readFile(`${root}/web/${name}`, 'utf8')
const pages = Object.fromEntries(
  await Promise.all(['authors.html', 'article.html'].map(async (name) => [name, await read(name)])),
)
const guide = pages['authors.html']
const recipes = new Map((await filesOf('web/recipes', [''])).map(({ name, text }) => [name.replace('web/', ''), text]))
const elements = await filesOf('web/src/element', ['.ts'])
const sheets = await filesOf('web/src/element', ['.css'])

const plain = (html) => html.replaceAll('&lt;', '<').replaceAll('&amp;', '&')
const flat = (html) => html.replace(/^\s+/gm, '').trim()

/** The rows of a table of the guide: what each is called, and what is written in its second cell. */
function rowsOf(id) {
  const [, table] = new RegExp(`<table id="${id}">([\\s\\S]*?)</table>`).exec(guide) ?? []
  assert.ok(table, `there is no table ${id}`)
  const rows = table.matchAll(/<tr><th scope="row"><code>(.*?)<\/code><\/th><td>(.*?)<\/td>/g)
  return [...rows].map(([, name, words]) => [plain(name), words])
}
const namesOf = (id) => rowsOf(id).map(([name]) => name)
/** The names in the one list that has this id. */
const listed = (id) => new RegExp(`<code id="${id}">([^<]*)<`).exec(guide)[1].split(/\s+/)
const codesIn = (words) => [...words.matchAll(/<code>(.*?)<\/code>/g)].map(([, code]) => code)

/** Fails unless both have the same names, each once. */
const sameNames = (told, there, what) => assert.deepEqual([...told].sort(), [...new Set(there)].sort(), what)

const found = (files, pattern) => files.flatMap(({ text }) => [...text.matchAll(pattern)].map(([, name]) => name))
const sourceOf = (name) => elements.find((file) => file.name === `web/src/element/${name}`).text

test('the source that is shown with an example is that of what runs', () => {
  const html = withSources(guide, (name) => recipes.get(name))
  const shown = [
    ...html.matchAll(/<pre class="source"><code>([^<]*)<\/code><\/pre>\n<div class="live">\n([\s\S]*?)<\/div>/g),
  ]
  assert.equal(shown.length, [...guide.matchAll(/<!-- example -->/g)].length)
  assert.ok(shown.length > 25)
  for (const [, source, live] of shown) assert.equal(flat(plain(source)), flat(live))
  assert.doesNotMatch(html, /<!-- (example|end|source)/)
})

test('each recipe is shown whole, and each that is there is shown', () => {
  const html = withSources(guide, (name) => recipes.get(name))
  const named = [...guide.matchAll(/<!-- source (\S+) -->/g)].map(([, name]) => name)
  sameNames(named, recipes.keys())
  for (const [name, text] of recipes)
    assert.ok(plain(html).includes(`<pre class="source"><code>${text.trimEnd()}</code></pre>`), name)
  assert.equal([...guide.slice(guide.indexOf('id="recipes"')).matchAll(/<h3>/g)].length, 10)
})

test('a source that is not there stops the build', () => {
  assert.throws(() =>
    withSources('<!-- source recipes/none.html -->', () => {
      throw new Error('none')
    }),
  )
})

test('every part and control is named, and none that is not', () => {
  sameNames(namesOf('parts'), [...Object.keys(parts), ...Object.keys(panelNames)])
  sameNames(namesOf('controls'), Object.keys(controls))
})

test('every part of a figure is shown', () => {
  const shown = [...guide.matchAll(/<glassbox-figure[^>]* part="([\w-]+)"/g)].map(([, name]) => name)
  sameNames(new Set(shown), Object.keys(figureParts))
})

test('every key of a link is named, and every name that it can have', () => {
  sameNames(
    namesOf('keys'),
    fields.map(({ key }) => key),
  )
  const options = (kind) => catalog[kind].map(({ name }) => name)
  const names = {
    data: dataNames(catalog),
    start: startNames,
    layers: options('activations'),
    cost: options('costs'),
    optimizer: options('optimizers'),
    init: options('initializers'),
    precision: catalog.precisions,
  }
  sameNames(namesOf('names'), Object.keys(names))
  for (const [key, words] of rowsOf('names')) sameNames(codesIn(words), names[key], key)
})

/** Data that have what a key is about. */
const dataWith = { features: 'penguins', target: 'penguins', standardizeTargets: 'plane', rows: 'hand' }

test('every example of a key is taken', () => {
  const examples = [
    ...guide.matchAll(/<tr><th scope="row"><code>(\w+)<\/code><\/th><td>.*?<\/td><td>(<code>.*)<\/td>/g),
  ]
  assert.ok(examples.length > 40)
  for (const [, key, words] of examples)
    for (const example of codesIn(words)) {
      const data = ['data', 'start'].includes(key) ? '' : `data=${dataWith[key] ?? 'xor'}&`
      assert.ok(decodeLink(`${data}${key}=${plain(example)}`, border), `${key}=${example}`)
    }
})

test('the settings that no change can be of are named', () => {
  const isSet = ({ key }) => {
    try {
      return readChanges(key, 'changes').length === 1
    } catch {
      return false
    }
  }
  const not = fields.filter((field) => !isSet(field)).map(({ key }) => key)
  sameNames(listed('not-set'), not)
})

test('no word that can be fixed is told twice', () => {
  assert.equal(new Set(fixable).size, fixable.length)
})

test('every number that can be asked for is named', () => {
  const names = namesOf('of')
  for (const name of names) assert.equal(writeReference(readReference(name, 'of')), name)
  sameNames(
    names.filter((name) => /^[a-z]/.test(name)),
    measures,
  )
  const kinds = names.flatMap((name) => /^1\.(\D+)/.exec(name)?.[1] ?? [])
  sameNames(kinds, ['W', 'B', 'A', 'Z', 'delta'])
})

test('every term is named', () => {
  const [[, words]] = rowsOf('term-attributes')
  sameNames(
    codesIn(words).filter((name) => !name.includes(':')),
    terms,
  )
})

test('every event is named, and none that is not', () => {
  const told = found(elements, /\b[tT]ell\('(\w+)'/g).map((name) => `glassbox-${name}`)
  const either = [/\btell\(\S+ \? '(\w+)'/g, /\btell\(\S+ \? '\w+' : '(\w+)'/g]
  const others = either.flatMap((pattern) => found(elements, pattern)).map((name) => `glassbox-${name}`)
  const made = found(elements, /new CustomEvent\(['"](glassbox-\w+)/g)
  sameNames(namesOf('events'), [...told, ...others, ...made])
})

test('every method is named, and what can be called by messages', () => {
  const [, list] = /const calls = \[([\s\S]*?)\]/.exec(sourceOf('frame-messages.ts'))
  const calls = [...list.matchAll(/'(\w+)'/g)].map(([, name]) => name)
  sameNames(listed('calls'), calls)
  sameNames(namesOf('methods'), [...calls, 'ready', 'dispose'])
  const owner = sourceOf('session-owner.ts')
  for (const name of namesOf('methods')) assert.match(owner, new RegExp(`^ {2}(async |get )?${name}\\(`, 'm'), name)
})

test('every event of a frame and every trait of a widget that is followed is named', () => {
  const [, events] = /const events = \[(.*?)\]/.exec(sourceOf('frame-messages.ts'))
  sameNames(
    listed('heard'),
    [...events.matchAll(/'(\w+)'/g)].map(([, name]) => name),
  )
  sameNames(listed('traits'), ['state', 'height', ...shownBy])
})

test('every slot, custom property and part of a style sheet is named', () => {
  const templates = elements
    .filter(({ name }) => /glassbox-(playground|figure)\.ts$/.test(name))
    .map(({ text }) => ({ text: code(text) }))
  sameNames(namesOf('slots'), found(templates, /<slot name="(\w+)"/g))
  sameNames(namesOf('css-parts'), found(templates, /\bpart="(\w+)"/g))
  const ours = ['--glassbox-em'] // is set by the element itself
  const named = found(sheets, /var\(\s*(--glassbox-[a-z]+)/g).filter((name) => !ours.includes(name))
  sameNames(namesOf('properties'), named)
})

test('the keys of the address of a frame are told', () => {
  const frames = guide.slice(guide.indexOf('id="frames"'), guide.indexOf('id="scripts"'))
  for (const name of shownBy) assert.ok(frames.includes(`<code>${name}</code>`), name)
})

test('what leads somewhere on these pages leads to something', async () => {
  for (const [name, html] of Object.entries(pages)) {
    const ids = new Set([...html.matchAll(/\bid="([\w-]+)"/g)].map(([, id]) => id))
    const links = [...html.matchAll(/<a(?![^>]*data-for)[^>]*? href="([^"]+)"/g)].map(([, href]) => href)
    for (const href of links) {
      const [path] = href.split(/[?#]/)
      if (href.startsWith('#')) assert.ok(ids.has(href.slice(1)), `${name}: ${href}`)
      else if (path !== './') assert.ok(await read(path), `${name}: ${href}`)
    }
    for (const [, id] of html.matchAll(/<glassbox-[^>]*\bfor="(\w+)"/g)) assert.ok(ids.has(id), `${name}: ${id}`)
  }
})

test('the article has eight figures of one network, in about 800 words', () => {
  const html = pages['article.html']
  assert.equal(html.match(/<glassbox-figure /g).length, 8)
  assert.equal(html.match(/<glassbox-network /g).length, 1)
  const text = html
    .slice(html.indexOf('<main>'))
    .replace(/<figcaption>[\s\S]*?<\/figcaption>|<glassbox-figure[\s\S]*?<\/glassbox-figure>|<[^>]+>/g, ' ')
  const words = text.split(/\s+/).filter(Boolean).length
  assert.ok(words > 700 && words < 900, `${words}`)
})
