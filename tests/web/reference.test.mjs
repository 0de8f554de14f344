/** The reference of the engine names all that is public, each with what its comment says, and its links lead somewhere. */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import test from 'node:test'
import ts from 'typescript'
import { declarationsOf, entries } from '../../web/api/declarations.mjs'
import { declaredIn, includedIn } from '../../web/api/headers.mjs'
import { headerEntries, referencePage, scriptEntries } from '../../web/api/reference.mjs'
import { readSources } from '../../web/api/sources.mjs'
import { Engine, Trainer } from '../../web/src/engine/engine.ts'
import { catalog } from './session-helper.mjs'
import { filesOf, root } from './sources.mjs'

const headers = new Map((await filesOf('engine', ['.h'])).map(({ name, text }) => [name, text]))
const isPublic = includedIn(headers.get('engine/glassbox.h'))
const declared = isPublic.flatMap((file) => declaredIn(file, headers.get(file)))

const { texts, files } = declarationsOf(readSources(Object.values(entries)))
const told = { scripts: scriptEntries(texts.engine, files), headers: headerEntries(declared), rules: catalog.rules }
const html = referencePage(await readFile(`${root}/web/reference.html`, 'utf8'), told)

test('every method of the facade is in it, and none that is not', () => {
  for (const [name, { prototype }] of Object.entries({ Engine, Trainer })) {
    const there = Object.getOwnPropertyNames(prototype).filter((one) => one !== 'constructor')
    const { members } = told.scripts.find((entry) => entry.name === name)
    const named = members.map((member) => member.name).filter((one) => one !== 'catalog')
    assert.deepEqual(named.sort(), there.sort())
  }
})

test('every type that a declaration names is declared in it', () => {
  const { parseDiagnostics } = ts.createSourceFile('engine.d.ts', texts.engine, ts.ScriptTarget.Latest)
  assert.deepEqual(parseDiagnostics, [])
  for (const name of ['loadEngine', 'Engine', 'Trainer', 'Catalog', 'TrainerSettings', 'Trace', 'Shock', 'Rows'])
    assert.ok(
      told.scripts.some((entry) => entry.name === name),
      name,
    )
  assert.doesNotMatch(Object.values(texts).join(''), / from '(?!\.)| import\(/, 'nothing of packages')
})

/** Names that a header declares at the margin, or within a class, as a plain look at its lines finds them. */
function plainNames(text) {
  const lines = text.replace(/ private:[\s\S]*?\n\};/g, '').split('\n')
  return lines.flatMap((line) => {
    const type = /^(?:struct|class|enum class) (\w+)[^;]*$/.exec(line)
    const called = /^ {0,2}(?! |return|if|for|throw|else|using|#|\/\/)[^(]*[\s&*](\w+)\(.*[;{]$/.exec(line)
    return (type ?? called) ? [(type ?? called)[1]] : []
  })
}

test('everything that the public headers declare is in it', () => {
  const names = new Set(declared.flatMap(({ name, members }) => [name, ...members.map((member) => member.name)]))
  const plain = isPublic.flatMap((file) => plainNames(headers.get(file)).map((name) => ({ file, name })))
  assert.ok(plain.length > 100, `${plain.length}`)
  for (const { file, name } of plain) assert.ok(names.has(name), `${file}: ${name}`)
})

test('nothing public lacks a docstring', () => {
  const lacking = (entry) => (entry.doc ? [] : [`${entry.file ?? ''} ${entry.id}`])
  assert.deepEqual(
    told.scripts.flatMap((entry) => [...lacking(entry), ...entry.members.flatMap(lacking)]),
    [],
  )
  const named = declared.map(({ members, ...one }) => ({
    ...one,
    members: members.filter(({ kind }) => kind !== 'value'), // the fields of a shape say what they are by their names
  }))
  assert.deepEqual(
    named.flatMap((one) => [one, ...one.members]).flatMap(({ doc, name, file }) => (doc ? [] : [`${file} ${name}`])),
    [],
  )
})

test('each name stands in the page once as a place, and every link leads to one', () => {
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  assert.deepEqual(
    ids.filter((id, i) => ids.indexOf(id) !== i),
    [],
  )
  const links = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
  assert.ok(links.length > 200)
  for (const id of links) assert.ok(ids.includes(id), id)
  for (const { id, members } of [...told.scripts, ...told.headers])
    for (const one of [id, ...members.map((member) => member.id)]) assert.ok(ids.includes(one), one)
})

test('what is said in a comment is said in the page, as text', () => {
  const plain = html
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')
  assert.ok(plain.includes('Takes n steps: one batch each.'))
  assert.ok(plain.includes('throws RangeError for a value that is not allowed: name: rule, got value'))
  assert.ok(plain.includes('std::vector<std::vector<long>> confusion'))
  for (const sentence of Object.values(catalog.rules)) assert.ok(plain.includes(sentence), sentence)
})
