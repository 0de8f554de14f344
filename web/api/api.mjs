/**
 * What others read of the sources' types and docstrings: declarations for TypeScript, the manifest of the elements, and the
 * reference of the engine.
 */
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import ts from 'typescript'
import { web } from '../bundling.mjs'
import { loadEngine } from '../src/engine/engine.ts'
import { rules } from '../src/network/rules.ts'
import { declarationsOf, entries } from './declarations.mjs'
import { declaredIn, includedIn } from './headers.mjs'
import { manifestOf } from './manifest.mjs'
import { headerEntries, referencePage, scriptEntries } from './reference.mjs'
import { readSources, src } from './sources.mjs'

const project = join(web, '..')
const cache = join(web, 'node_modules/.cache/glassbox')

/** @param {string} site the folder that it is built into */
export async function writeApi(site) {
  for (const [path, text] of Object.entries(await madeOnce())) {
    await mkdir(dirname(join(site, path)), { recursive: true })
    await writeFile(join(site, path), text)
  }
}

/** By its path in the site, the text of each file. */
async function made() {
  const sources = readSources(Object.values(entries))
  const { texts, files } = declarationsOf(sources)
  return {
    ...Object.fromEntries(Object.entries(texts).map(([entry, text]) => [`v1/${entry}.d.ts`, text])),
    'custom-elements.json': `${JSON.stringify(manifestOf(sources), null, 2)}\n`,
    'reference.html': referencePage(await readFile(join(web, 'reference.html'), 'utf8'), {
      scripts: scriptEntries(
        texts.engine,
        Object.fromEntries(Object.entries(files).map(([name, file]) => [name, relative(project, file)])),
      ),
      headers: headerEntries(await publicHeaders()),
      rules: await rulesOfEngine(),
    }),
  }
}

/** What the headers declare that the engine's own header includes. */
async function publicHeaders() {
  const read = (path) => readFile(join(project, path), 'utf8')
  const paths = includedIn(await read('engine/glassbox.h'))
  // what is trained comes first, and then what else there is to it
  const order = ['training', 'options', 'network', 'explain', 'measures', 'math']
  const place = (path) => order.indexOf(path.split('/')[1])
  const sorted = paths.toSorted((a, b) => place(a) - place(b))
  return (await Promise.all(sorted.map(async (path) => declaredIn(path, await read(path))))).flat()
}

/** The rules by which the engine and its facade refuse: those that their sources name. */
async function rulesOfEngine() {
  const { catalog } = await loadEngine()
  const sources = [
    'network/rows.ts',
    'network/refuse.ts',
    ...(await readdir(join(src, 'engine'))).map((name) => `engine/${name}`),
  ]
  const text = (await Promise.all(sources.map((name) => readFile(join(src, name), 'utf8')))).join('\n')
  const own = Object.entries(rules).filter(([code]) => text.includes(`'${code}'`))
  return { ...Object.fromEntries(own), ...catalog.rules }
}

/** The same, kept for as long as nothing that it is made of has changed: it takes seconds. */
async function madeOnce() {
  const hash = createHash('sha256')
    .update(ts.version)
    .update(await readFile(join(web, 'reference.html')))
    .update(await readFile(join(web, 'generated/engine.wasm')))
  for (const folder of [src, import.meta.dirname, join(project, 'engine')])
    for (const name of (await readdir(folder, { recursive: true })).sort())
      if (/(?<!\.test)\.\w+$/.test(name)) hash.update(name).update(await readFile(join(folder, name)))
  const file = join(cache, `${hash.digest('hex').slice(0, 16)}.api.json`)
  const found = await readFile(file, 'utf8').catch(() => null)
  if (found) return JSON.parse(found)
  const files = await made()
  await mkdir(cache, { recursive: true })
  await writeFile(file, JSON.stringify(files))
  return files
}
