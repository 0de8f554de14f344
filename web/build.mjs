/**
 * Builds the site: bundles, shipped tables and languages, pages, licences. Static files with relative addresses only.
 *
 *     node build.mjs [folder] [--languages FOLDER] [--address URL] [--draft]
 *
 * folder: build/site unless told otherwise; generated/ must hold the WebAssembly module. --languages: where the files of
 * other languages are, languages/ unless told otherwise. --address: where the site will be, for previews of links to it;
 * else as the environment's GLASSBOX_ADDRESS says. --draft: without what nobody looks at while the page is changed, which
 * takes longer than all the rest: declarations, the manifest of the elements, the service worker, few files for many.
 */
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'
import { buildAnywidget } from './anywidget.mjs'
import { writeApi } from './api/api.mjs'
import { bundling, minifiedStyle, smaller, sources, web, withoutImports } from './bundling.mjs'
import { buildTables } from './data/build-tables.mjs'
import { gather } from './gather.mjs'
import { buildGuide } from './guide.mjs'
import { buildLanguages } from './languages/build-languages.mjs'
import { writeOffline } from './offline/offline.mjs'
import { writePackage } from './package/package.mjs'
import { writePreviews } from './previews.mjs'
import { roomSheet } from './room.mjs'
import { buildSingle } from './single.mjs'

const options = {
  languages: { type: 'string' },
  address: { type: 'string', default: process.env.GLASSBOX_ADDRESS },
  draft: { type: 'boolean' },
}
const { positionals, values } = parseArgs({ allowPositionals: true, options })
const target = resolve(positionals[0] ?? join(web, '../build/site'))
const site = `${target}.part` // takes the place of the old one when it is complete

const element = (name) => `src/element/${name}.ts`
const page = {
  glassbox: element('glassbox'),
  playground: element('glassbox-playground'),
  worker: 'src/worker/worker.ts',
  embed: element('embed'),
  host: element('host'),
}
const playground = [page.glassbox, page.playground, page.worker]

/** What comes for the first figure that comes near, whatever it shows. */
const figure = [...['article', 'session-tools', 'guest'].map(element), 'src/session/arrival.ts']

/**
 * What is bundled, each by itself: files that they shared would be smaller and more, for all.
 * @satisfies {Record<string, import('./gather.mjs').Bundle>}
 */
const bundles = {
  page: {
    entryPoints: page,
    start: playground,
    visits: [
      [page.glassbox, element('others')],
      [...playground, page.embed],
    ],
    worker: page.worker,
  },
  article: {
    entryPoints: { article: element('article'), companions: element('companions') },
    start: figure,
    visits: [
      [element('article')],
      [...figure, 'src/views/panels/one.ts', 'src/views/panels/neuron/neuron.ts'],
      [element('companions')],
    ],
  },
  unable: { entryPoints: { unable: element('unable') } },
  engine: { entryPoints: { engine: 'src/engine/engine.ts' } },
  /** What a worker of its own reads tables with. */
  reader: { entryPoints: { reader: 'src/data/reading/reader.ts' } },
}

/** What is shipped as it is. */
const pages = ['index.html', 'embed.html', 'favicon.svg', 'schema/state.v1.json']

/** What is of another bundle is imported where it will lie. */
const beside = {
  name: 'beside',
  setup(bundler) {
    bundler.onResolve({ filter: /\/(article|companions|unable)\.ts$/ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path: path.replace(/\.ts$/, '.js'), external: true } : undefined,
    )
  },
}

/**
 * Bundles sources into v1/.
 * @param {import('./gather.mjs').Bundle} bundle
 * @param {string[]} languages that the site has a file of
 * @returns {Promise<import('esbuild').Metafile>} what went where
 */
async function make(bundle, languages) {
  const shared = bundling(languages)
  const built = (change) =>
    build({
      ...shared,
      entryPoints: bundle.entryPoints,
      outdir: join(site, 'v1'),
      format: 'esm',
      splitting: true,
      chunkNames: 'chunk-[hash]',
      plugins: [...shared.plugins, sources(change), withoutImports, beside],
      write: false,
    })
  const draft = await built()
  const { metafile, outputFiles } = values.draft ? draft : await built(importing(gather(draft.metafile, bundle)))
  await mkdir(join(site, 'v1'), { recursive: true })
  await Promise.all(outputFiles.map(({ path, text }) => writeFile(path, smaller(text))))
  return metafile
}

/**
 * Has each entry import before all else what is to lie in one file.
 * @param {Map<string, string[]>} first
 */
const importing = (first) => (source, path) =>
  (first.get(relative(web, path)) ?? []).map((own) => `import '${join(web, own)}'\n`).join('') + source

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
const made = {}
for (const [name, bundle] of Object.entries(bundles)) made[name] = await make(bundle, languages)
const single = join(site, 'v1/glassbox.single.js')
await buildSingle(single, languages)
await buildAnywidget(join(site, 'v1/anywidget.mjs'), single, languages)
await cp(join(web, 'generated/engine.wasm'), join(site, 'v1/engine.wasm'))
await cp(join(web, 'generated/measures.wasm'), join(site, 'v1/measures.wasm'))
await cp(join(web, 'fonts/maths.woff2'), join(site, 'v1/maths.woff2'))
await buildTables(join(site, 'v1/data'))
await writeLicences(packagesIn({ inputs: { ...made.page.inputs, ...made.reader.inputs } }))
await writeFile(join(site, 'v1/glassbox.css'), await minifiedStyle(await roomSheet()))
await writeFile(join(site, 'page.css'), await minifiedStyle(await readFile(join(web, 'page.css'), 'utf8')))
await buildGuide(site, minifiedStyle)
for (const path of pages) await cp(join(web, path), join(site, path), { recursive: true })
for (const page of pages.filter((path) => path.endsWith('.html'))) await preloadImports(join(site, page), made.page)
await writePreviews(site, values.address)
if (!values.draft) {
  await writeApi(site)
  await writeOffline(site, made.page)
}
await writePackage(site)
await rm(target, { recursive: true, force: true })
await rename(site, target)
