/** Writes the service worker of the page, sw.js: with the files that the page is made of, each with its hash. */
import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { build } from 'esbuild'

/** What the page loads beside its scripts. */
const others = ['page.css', 'favicon.svg', 'v1/engine.wasm', 'v1/measures.wasm', 'v1/maths.woff2', 'v1/reader.js']
const folders = ['v1/data', 'v1/languages']
/** What its scripts begin with. */
const entries = ['glassbox.js', 'playground.js', 'worker.js']

/** @param {string} site @param {import('esbuild').Metafile} metafile of the scripts in v1/ */
export async function writeOffline(site, metafile) {
  const scripts = scriptsOf(metafile).map((name) => `v1/${name}`)
  const within = await Promise.all(
    folders.map(async (folder) => (await filesIn(join(site, folder))).map((name) => `${folder}/${name}`)),
  )
  const hashes = { './': await hashOf(join(site, 'index.html')) }
  for (const path of [...others, ...scripts.sort(), ...within.flat()]) hashes[path] = await hashOf(join(site, path))
  const version = createHash('sha256').update(JSON.stringify(hashes)).digest('hex').slice(0, 12)
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'sw.js')],
    minify: true,
    define: { shippedVersion: JSON.stringify(version), shippedFiles: JSON.stringify(hashes) },
    write: false,
  })
  await writeFile(join(site, 'sw.js'), outputFiles[0].text)
}

const filesIn = async (folder) => (await readdir(folder).catch(() => [])).sort()

const hashOf = async (file) =>
  `sha256-${createHash('sha256')
    .update(await readFile(file))
    .digest('base64')}`

/** All that the entries import, at once or late. @param {import('esbuild').Metafile} metafile */
function scriptsOf({ outputs }) {
  const imports = new Map(Object.entries(outputs).map(([path, output]) => [basename(path), output.imports]))
  const found = new Set()
  const visit = (name) => {
    if (found.has(name) || !imports.has(name)) return
    found.add(name)
    for (const { path, external } of imports.get(name)) if (!external) visit(basename(path))
  }
  for (const entry of entries) visit(entry)
  return [...found]
}
