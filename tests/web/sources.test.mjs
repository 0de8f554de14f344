import assert from 'node:assert/strict'
import { dirname } from 'node:path'
import test from 'node:test'
import { en } from '../../web/src/text/en.ts'
import { code, importsOf } from './rooms.mjs'
import { catalogues, filesOf, scripts } from './sources.mjs'

const native = await filesOf('engine', ['.h', '.cpp'])

test('there are sources to look at', () => {
  assert.ok(scripts.length > 200 && native.length > 20)
})

/** What web/package.json and web/single.mjs put in place of a name, and who may ask for it. */
const stands = {
  '#trials': /^web\/src\/worker\/questions\./,
  '#worker': /^web\/src\/session\/start-worker\./,
  '#maths-font': /^web\/src\/views\/(panels\/(panels|one)|parts\/maths\/maths)\./,
  '#print-size': /^web\/src\/element\/print\./,
  '#beyond': /^web\/src\/(views|element)\//,
  '#beyond-panel': /^web\/src\/views\/panels\/panels\./,
  '#fetched': /^web\/src\/(views|element)\//,
  '#gallery': /^web\/src\/views\/late\./,
  '#keeping': /^web\/src\/element\/guest\./,
  '#intro': /^web\/src\/element\/stage\./,
  '#offline': /^web\/src\/element\/guest\./,
  'single:page': /^web\/src\/single\//,
  'single:engine': /^web\/src\/single\//,
  'single:worker': /^web\/src\/single\//,
}

test('only the packages agreed on are imported, and only where things are drawn', () => {
  for (const script of scripts) {
    for (const { to, kind } of importsOf(script).filter(({ to }) => !to.startsWith('web/src/'))) {
      if (to === '#wasm' && kind !== 'type') assert.equal(script.name, 'web/src/engine/engine.ts')
      else if (stands[to]) assert.match(script.name, stands[to])
      else if (to === 'papaparse') assert.match(script.name, /^web\/src\/data\/reading\//)
      else if (to !== '#wasm')
        assert.match(to, /^(lit|@lit\/context|d3-array|d3-contour|dequal|@sinclair\/typebox)(\/|$)/, script.name)
      if (/^@sinclair/.test(to)) assert.equal(kind, 'type', script.name)
      if (/^(@?lit|d3-)/.test(to)) assert.match(script.name, /^web\/src\/(views|element)\//)
    }
  }
})

test('only views, elements and what starts the worker know of a page', () => {
  const apart = /^web\/src\/(views|element|single)\/|^web\/src\/session\/connect\./
  for (const { name, text } of scripts.filter(({ name }) => !apart.test(name))) {
    assert.doesNotMatch(code(text), /\b(document|window|localStorage|HTMLElement)\./, name)
  }
})

test('the engine knows nothing of Emscripten, JavaScript, files or clocks', () => {
  for (const { name, text } of native)
    assert.doesNotMatch(text, /emscripten|EMSCRIPTEN|<(iostream|fstream|filesystem|chrono|cstdio|random)>/, name)
})

test('no text becomes markup or code', () => {
  for (const { name, text } of scripts) {
    assert.doesNotMatch(
      text,
      /\b(innerHTML|outerHTML|insertAdjacentHTML|unsafeHTML|unsafeSVG|document\.write|srcdoc)\b/,
      name,
    )
    assert.doesNotMatch(text, /\beval\s*\(|new Function\b|setTimeout\(\s*['"`]/, name)
  }
})

/** Those that read or write JSON, or quote a text as it does. */
const writers = [
  'web/src/data/reading/json.ts',
  'web/src/element/fetch-state.ts',
  'web/src/element/frame-height.ts',
  'web/src/export/text/json.ts',
  'web/src/import/safetensors.ts',
  'web/src/keep/file.ts',
  'web/src/network/refuse.ts',
  'web/src/session/worker-beside.ts',
  'web/src/single/worker-inside.ts',
  'web/src/views/share/more/html-file.ts',
]

test('things are told apart by their values or their revision, not by their JSON', () => {
  const found = scripts.filter(({ text }) => /\bJSON\.|\bidentityOf\b/.test(code(text))).map(({ name }) => name)
  assert.deepEqual(found.sort(), writers)
})

test('the page is scrolled in one place only, where a reader asks to be led', () => {
  const scrolling = /\.(scrollIntoView|scrollIntoViewIfNeeded|scrollTo|scrollBy|scroll)\(|\bscrollTop\s*[-+]?=[^=]/
  const places = scripts.filter(({ text }) => scrolling.test(code(text))).map(({ name }) => name)
  assert.deepEqual(places, ['web/src/views/parts/reveal.ts'])
})

test('no sentence is looked up before it is used: the language may not be there yet', () => {
  for (const { name, text } of scripts)
    assert.doesNotMatch(code(text), /^(export )?(const|let) \w+ = (\w*[tT]ext|formatCount|formatShare)\(/m, name)
})

test('every sentence that is asked for is in the catalogue', () => {
  for (const { name, text } of scripts) {
    for (const [, section, sentence] of text.matchAll(/\btext(?:Parts)?\(\s*'(\w+)\.(\w+)'/g)) {
      assert.ok(en[section]?.[sentence], `${name} asks for ${section}.${sentence}`)
    }
  }
})

/** What stands in a script in quotes or as the name of a property. */
const wordsIn = (texts) =>
  new Set(texts.flatMap((text) => [...text.matchAll(/['`]([\w$]+)|\b(\w+)\??:/g)].map(([, word, key]) => word ?? key)))

test('every sentence of the first catalogue is asked for', () => {
  const texts = scripts.filter(({ name }) => !name.startsWith('web/src/text/')).map(({ text }) => text)
  const all = texts.join('\n')
  const words = wordsIn(texts)
  for (const [section, sentences] of Object.entries(en)) {
    const isComputed = all.includes(`\`${section}.\${`)
    for (const key of Object.keys(sentences)) {
      const plural = key.replace(/_one$/, '_other')
      const isAsked = all.includes(`'${section}.${plural}'`)
      assert.ok(isAsked || (isComputed && words.has(key.replace(/About$/, ''))), `nobody says ${section}.${key}`)
    }
  }
})

test('templates of views hold no words of their own', () => {
  for (const { name, text } of scripts.filter(({ name }) => /^web\/src\/(views|element)\//.test(name))) {
    for (const [, words] of text.matchAll(/(?:aria-label|title|placeholder|alt)="([^"$]*[a-z]{3}[^"$]*)"/g)) {
      assert.fail(`${name}: "${words}" belongs into the catalogue`)
    }
  }
})

/** The scripts in a catalogue's own room and those that import it, and what these import. */
function usersOf(path) {
  const isNear = ({ name }) => name.startsWith(`${dirname(path)}/`)
  const users = scripts.filter((script) => isNear(script) || importsOf(script).some(({ to }) => to === path))
  const used = new Set(users.flatMap(importsOf).map(({ to }) => to))
  return scripts.filter((script) => (users.includes(script) || used.has(script.name)) && !catalogues.has(script.name))
}

/** Called by the codes of rules, the engine's too: the test of refusals looks after them. */
const sentencesOfRules = 'web/src/views/parts/refusal/rule-sentences.ts'
/** Called by the codes of Unreadable: keep.test.mjs looks after them. */
const sentencesOfUnreadable = 'web/src/views/keep/refusal-sentences.ts'
/** Called by the names of terms: the test of terms looks after them. */
const glossary = /\/term\/sentences\.ts$|\/term-sentences\.ts$/

test('every sentence that a room brings along is asked for by those who know its catalogue', () => {
  for (const [path, sections] of catalogues) {
    const users = usersOf(path)
    const words = wordsIn(users.map(({ text }) => text))
    const isBegun = (name) =>
      [...words].some((word) => word.endsWith('$') && word.length > 1 && name.startsWith(word.slice(0, -1)))
    const isEnded = (name) =>
      users.some(({ text }) => [...text.matchAll(/\}(\w+)`/g)].some(([, end]) => name.endsWith(end)))
    if ([sentencesOfRules, sentencesOfUnreadable].includes(path) || glossary.test(path)) continue
    for (const name of Object.values(sections).flatMap(Object.keys)) {
      const plain = name.replace(/_one$/, '_other')
      assert.ok(words.has(plain) || words.has(name) || isBegun(plain) || isEnded(plain), `${path}: nobody says ${name}`)
    }
  }
})
