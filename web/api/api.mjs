/**
 * What others read of the sources' types and docstrings: declarations for TypeScript, and the manifest of the elements.
 */
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { web } from '../bundling.mjs'
import { declarationsOf, entries } from './declarations.mjs'
import { manifestOf } from './manifest.mjs'
import { readSources, src } from './sources.mjs'

const cache = join(web, 'node_modules/.cache/glassbox')

/** @param {string} site the folder that it is built into */
export async function writeApi(site) {
  for (const [path, text] of Object.entries(await madeOnce())) {
    await mkdir(dirname(join(site, path)), { recursive: true })
    await writeFile(join(site, path), text)
  }
}

/** By its path in the site, the text of each file. */
function made() {
  const sources = readSources(Object.values(entries))
  const declarations = declarationsOf(sources)
  return {
    ...Object.fromEntries(Object.entries(declarations).map(([entry, text]) => [`v1/${entry}.d.ts`, text])),
    'custom-elements.json': `${JSON.stringify(manifestOf(sources), null, 2)}\n`,
  }
}

/** The same, kept for as long as nothing that it is made of has changed: it takes seconds. */
async function madeOnce() {
  const hash = createHash('sha256').update(ts.version)
  for (const folder of [src, import.meta.dirname])
    for (const name of (await readdir(folder, { recursive: true })).sort())
      if (/(?<!\.test)\.\w+$/.test(name)) hash.update(name).update(await readFile(join(folder, name)))
  const file = join(cache, `${hash.digest('hex').slice(0, 16)}.api.json`)
  const found = await readFile(file, 'utf8').catch(() => null)
  if (found) return JSON.parse(found)
  const files = made()
  await mkdir(cache, { recursive: true })
  await writeFile(file, JSON.stringify(files))
  return files
}
