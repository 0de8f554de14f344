import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, relative, resolve } from 'node:path'
import test from 'node:test'
import { fileURLToPath } from 'node:url'
import { en } from '../../web/src/text/en.js'

const root = fileURLToPath(new URL('../../', import.meta.url))
const source = resolve(root, 'web/src')

/** Every file of a folder with its text, by its path from the root. */
async function filesOf(folder, endings) {
  const names = await readdir(resolve(root, folder), { recursive: true })
  const wanted = names.filter((name) => endings.some((ending) => name.endsWith(ending)))
  return Promise.all(
    wanted.map(async (name) => {
      const path = resolve(root, folder, name)
      return { path, name: relative(root, path), text: await readFile(path, 'utf8') }
    }),
  )
}

const scripts = await filesOf('web/src', ['.js'])
const native = await filesOf('engine', ['.h', '.cpp'])

/** The sources without their comments. */
const code = (text) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '')

/** What a script imports when it runs. */
const importsOf = ({ text }) =>
  [...code(text).matchAll(/^(?:import|export)\s(?:[\w*{},\s]*\sfrom\s)?'([^']+)'|\bimport\('([^']+)'\)/gm)].map(
    ([, named, later]) => named ?? later,
  )

/** The folders of web/src that each may import from, beside itself. */
const allowed = {
  text: [],
  model: ['text'],
  worker: ['text', 'model'],
  views: ['text'],
  element: ['text', 'model', 'views'],
}

test('there are sources to look at', () => {
  assert.ok(scripts.length > 30 && native.length > 20)
})

test('a folder imports only from the folders beneath it', () => {
  for (const script of scripts) {
    const [folder] = relative(source, script.path).split('/')
    for (const imported of importsOf(script).filter((name) => name.startsWith('.'))) {
      const [target] = relative(source, resolve(dirname(script.path), imported)).split('/')
      assert.ok(target === folder || allowed[folder].includes(target), `${script.name} imports ${imported}`)
    }
  }
})

test('only the packages agreed on are imported, and only where things are drawn', () => {
  for (const script of scripts) {
    for (const imported of importsOf(script).filter((name) => !name.startsWith('.'))) {
      if (imported === '#wasm') assert.equal(script.name, 'web/src/model/engine.js')
      else if (/^(node:|module$)/.test(imported)) assert.equal(script.name, 'web/src/model/engine.js')
      else assert.match(imported, /^(lit|d3-contour)(\/|$)/, script.name)
      if (/^(lit|d3-contour)/.test(imported)) assert.match(script.name, /^web\/src\/(views|element)\//)
    }
  }
})

test('nothing but the worker loads the engine, so none of it runs on the main thread', () => {
  for (const script of scripts) {
    for (const imported of importsOf(script).filter((name) => name.endsWith('/engine.js'))) {
      assert.equal(script.name, 'web/src/worker/worker.js', `${script.name} imports ${imported}`)
    }
  }
})

test('the model and the worker know nothing of a page', () => {
  for (const { name, text } of scripts.filter(({ name }) => /^web\/src\/(model|worker)\//.test(name))) {
    assert.doesNotMatch(text, /\b(document|window|localStorage|HTMLElement)\./, name)
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

test('the page is scrolled in one place only, where a reader asks to be led', () => {
  const scrolling = /\.(scrollIntoView|scrollIntoViewIfNeeded|scrollTo|scrollBy|scroll)\(|\bscrollTop\s*[-+]?=[^=]/
  const places = scripts.filter(({ text }) => scrolling.test(code(text))).map(({ name }) => name)
  assert.deepEqual(places, ['web/src/views/reveal.js'])
})

test('every sentence that is asked for is in the catalogue', () => {
  for (const { name, text } of scripts) {
    for (const [, section, sentence] of text.matchAll(/\btext(?:Parts)?\(\s*'(\w+)\.(\w+)'/g)) {
      assert.ok(en[section]?.[sentence], `${name} asks for ${section}.${sentence}`)
    }
  }
})

test('every sentence of the catalogue is asked for', () => {
  const all = scripts
    .filter(({ name }) => !name.startsWith('web/src/text/'))
    .map(({ text }) => text)
    .join('\n')
  for (const [section, sentences] of Object.entries(en)) {
    for (const key of Object.keys(sentences)) {
      const plural = `${section}.${key.replace(/_one$/, '_other')}`
      const isComputed = new RegExp(`\`${section}\\.`).test(all)
      assert.ok(isComputed || all.includes(`${section}.${key}'`) || all.includes(`${plural}'`), `${section}.${key}`)
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

/** The sections of the catalogue that panels bring with them, by their file; options are asked for by the engine's names. */
const sections = new Map(
  await Promise.all(
    scripts
      .filter(({ name }) => name.startsWith('web/src/text/en/') && !name.endsWith('/options.js'))
      .map(async ({ path }) => [path, Object.values(await import(path))[0]]),
  ),
)

test('every sentence that a panel brings along is asked for, and it asks for no other', () => {
  for (const [path, sentences] of sections) {
    const users = scripts.filter(({ name }) => name.startsWith('web/src/views/'))
    const words = new Set(
      users.flatMap(({ text }) => [...text.matchAll(/['`]([\w$]+)|\b(\w+):/g)].map(([, word, key]) => word ?? key)),
    )
    const isBegun = (name) =>
      [...words].some((word) => word.endsWith('$') && word.length > 1 && name.startsWith(word.slice(0, -1)))
    const isEnded = (name) =>
      users.some(({ text }) => [...text.matchAll(/\}(\w+)`/g)].some(([, end]) => name.endsWith(end)))
    for (const name of Object.keys(sentences)) {
      const plain = name.replace(/_one$/, '_other')
      assert.ok(words.has(plain) || isBegun(plain) || isEnded(plain), `${relative(root, path)}: nobody says ${name}`)
    }
  }
})
