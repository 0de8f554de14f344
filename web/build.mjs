/**
 * Builds the site: bundles, shipped tables and languages, pages, licences. Static files with relative addresses only.
 *
 *     node build.mjs [folder] [--languages FOLDER] [--address URL] [--draft]
 *
 * folder: build/site unless told otherwise; generated/ must hold the WebAssembly module. --languages: where the files of
 * other languages are, languages/ unless told otherwise. --address: where the site will be, for previews of links to it;
 * else as the environment's GLASSBOX_ADDRESS says. --draft: without what nobody looks at while the page is changed, which
 * takes longer than all the rest: declarations, the manifest of the elements, the service worker.
 */
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'
import { buildAnywidget } from './anywidget.mjs'
import { writeApi } from './api/api.mjs'
import { alike, bundling, minifiedStyle, smaller, sources, web, withoutImports } from './bundling.mjs'
import { buildTables } from './data/build-tables.mjs'
import { buildGuide } from './guide.mjs'
import { buildLanguages } from './languages/build-languages.mjs'
import { writeOffline } from './offline/offline.mjs'
import { writePackage } from './package/package.mjs'
import { writePreviews } from './previews.mjs'
import { buildSingle } from './single.mjs'

const options = {
  languages: { type: 'string' },
  address: { type: 'string', default: process.env.GLASSBOX_ADDRESS },
  draft: { type: 'boolean' },
}
const { positionals, values } = parseArgs({ allowPositionals: true, options })
const target = resolve(positionals[0] ?? join(web, '../build/site'))
const site = `${target}.part` // takes the place of the old one when it is complete

/** What a page imports or starts by name; everything else goes into chunks beside them. */
const entryPoints = {
  glassbox: 'src/element/glassbox.ts',
  playground: 'src/element/glassbox-playground.ts',
  worker: 'src/worker/worker.ts',
  engine: 'src/engine/engine.ts',
  embed: 'src/element/embed.ts',
  host: 'src/element/host.ts',
}

/** Bundled by itself: chunks that it shared with the playground would be smaller and more, for both. */
const article = { article: 'src/element/article.ts', companions: 'src/element/companions.ts' }

/** What a worker of its own reads tables with: it shares no file with the page. */
const reader = { reader: 'src/data/reading/reader.ts' }

/** Whatever comes late with one of these comes after it. */
const elements = [entryPoints.playground, ...Object.values(article)]

/** What is shipped as it is. */
const pages = ['index.html', 'embed.html', 'favicon.svg', 'schema/state.v1.json']

/** What is of the other bundle is imported where it will lie. */
const articleBeside = {
  name: 'article-beside',
  setup(bundler) {
    bundler.onResolve({ filter: /\/(article|companions)\.ts$/ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path: path.replace(/\.ts$/, '.js'), external: true } : undefined,
    )
  },
}

/**
 * Bundles sources into v1/.
 * @param {Record<string, string>} entryPoints
 * @param {string[]} languages that the site has a file of
 * @returns {Promise<import('esbuild').Metafile>} what went where
 */
async function bundle(entryPoints, languages) {
  const shared = bundling(languages)
  const built = (change) =>
    build({
      ...shared,
      entryPoints,
      outdir: join(site, 'v1'),
      format: 'esm',
      splitting: true,
      chunkNames: 'chunk-[hash]',
      plugins: [...shared.plugins, sources(change), withoutImports, articleBeside],
      write: false,
    })
  const draft = await built()
  const { metafile, outputFiles } = await built(gathered(draft.metafile))
  await mkdir(join(site, 'v1'), { recursive: true })
  await Promise.all(outputFiles.map(({ path, text }) => writeFile(path, smaller(text))))
  return metafile
}

/**
 * Has each entry import before all else what is alike in its own file, and what comes late the one entry that it always
 * comes after: what they share then lies in a file that is there already, not in one of its own.
 * @param {import('esbuild').Metafile} metafile
 */
function gathered(metafile) {
  const first = new Map(
    Object.values(metafile.outputs).map(({ entryPoint, inputs }) => [entryPoint, alike(Object.keys(inputs))]),
  )
  for (const [late, [entry, ...others]] of fetchers(metafile))
    if (others.length === 0 || entry === article.article) first.get(late).push(entry)
  return (source, path) =>
    (first.get(relative(web, path)) ?? []).map((own) => `import '${join(web, own)}'\n`).join('') + source
}

/**
 * Of everything that comes late: with which of the elements it comes, in their order. What comes with figures may be of
 * them: an article that has companions mostly has figures.
 */
function fetchers({ inputs, outputs }) {
  const isEntry = (path) => Object.values({ ...entryPoints, ...article }).includes(path)
  const late = Object.values(outputs).map(({ entryPoint }) => entryPoint)
  const found = new Map()
  const walk = (path, entry, seen = new Set()) => {
    if (seen.has(path) || (path !== entry && isEntry(path))) return
    seen.add(path)
    if (path !== entry && late.includes(path)) found.set(path, (found.get(path) ?? new Set()).add(entry))
    for (const { path: imported, external } of inputs[path].imports) if (!external) walk(imported, entry, seen)
  }
  for (const entry of elements) if (entry in inputs) walk(entry, entry)
  return found
}

/** The npm packages that went in. @param {import('esbuild').Metafile} metafile */
const packagesIn = ({ inputs }) =>
  new Set(
    Object.keys(inputs)
      .map((path) => path.match(/node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1])
      .filter(Boolean),
  )

/**
 * Has a page fetch what the playground imports at once, not one import after the other: 80 ms sooner where an answer takes
 * 60 ms.
 * @param {string} path
 * @param {import('esbuild').Metafile} metafile
 */
async function preloadImports(path, { outputs }) {
  const { imports } = outputs[Object.keys(outputs).find((name) => name.endsWith('/v1/playground.js'))]
  const chunks = imports.filter(({ kind }) => kind === 'import-statement').map((chunk) => basename(chunk.path))
  const preload = (name) => `<link rel="modulepreload" href="v1/${name}">`
  const html = await readFile(path, 'utf8')
  const own = preload('playground.js')
  await writeFile(path, html.replace(own, [own, ...chunks.map(preload)].join('\n  ')))
}

/** The licences of everything the bundles and the WebAssembly module contain. */
async function writeLicences(packages) {
  const texts = [await readFile(join(web, '../LICENSE'), 'utf8'), await readFile(join(web, 'licences.txt'), 'utf8')]
  for (const name of [...packages].sort()) {
    const folder = join(web, 'node_modules', name)
    const file = (await readdir(folder)).find((other) => /^licen[cs]e/i.test(other))
    texts.push(`${name}\n\n${await readFile(join(folder, file), 'utf8')}`)
  }
  texts.push(`v1/maths.woff2: part of STIX Two Math\n\n${await readFile(join(web, 'fonts/LICENSE'), 'utf8')}`)
  await writeFile(join(site, 'licences.txt'), texts.join(`\n${'-'.repeat(80)}\n\n`))
}

await rm(site, { recursive: true, force: true })
const languages = await buildLanguages(join(site, 'v1/languages'), values.languages)
const metafile = await bundle(entryPoints, languages)
await bundle(article, languages)
const { inputs: readerInputs } = await bundle(reader, languages)
const single = join(site, 'v1/glassbox.single.js')
await buildSingle(single, languages)
await buildAnywidget(join(site, 'v1/anywidget.mjs'), single, languages)
await cp(join(web, 'generated/engine.wasm'), join(site, 'v1/engine.wasm'))
await cp(join(web, 'generated/measures.wasm'), join(site, 'v1/measures.wasm'))
await cp(join(web, 'fonts/maths.woff2'), join(site, 'v1/maths.woff2'))
await buildTables(join(site, 'v1/data'))
await writeLicences(packagesIn({ inputs: { ...metafile.inputs, ...readerInputs } }))
await writeFile(join(site, 'page.css'), await minifiedStyle(await readFile(join(web, 'page.css'), 'utf8')))
await buildGuide(site, minifiedStyle)
for (const path of pages) await cp(join(web, path), join(site, path), { recursive: true })
for (const page of pages.filter((path) => path.endsWith('.html'))) await preloadImports(join(site, page), metafile)
await writePreviews(site, values.address)
if (!values.draft) {
  await writeApi(site)
  await writeOffline(site, metafile)
}
await writePackage(site)
await rm(target, { recursive: true, force: true })
await rename(site, target)
