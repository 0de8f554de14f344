import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const web = fileURLToPath(new URL('..', import.meta.url))
const project = join(web, '..')

/** What of the site goes into the package, beside what npm always takes: package.json, README.md and LICENSE. */
const files = [
  'v1',
  'schema',
  'custom-elements.json',
  'embed.html',
  'page.css',
  'favicon.svg',
  'licences.txt',
  'CHANGELOG.md',
]

/** What is imported of the package by name. glassbox.js does nothing in Node, so it needs no stand-in there. */
const exported = {
  '.': { types: './v1/glassbox.d.ts', default: './v1/glassbox.js' },
  './engine': { types: './v1/engine.d.ts', default: './v1/engine.js' },
  './engine.wasm': './v1/engine.wasm',
  './host': { types: './v1/host.d.ts', default: './v1/host.js' },
  './anywidget': './v1/anywidget.mjs',
  './glassbox.css': './v1/glassbox.css',
  './single': { types: './v1/glassbox.d.ts', default: './v1/glassbox.single.js' },
  './schema/*': './schema/*',
  './custom-elements.json': './custom-elements.json',
  './package.json': './package.json',
}

/** What defines elements or does something else by being imported; the chunks are what scripts are made of. */
const sideEffects = [
  'glassbox.js',
  'playground.js',
  'article.js',
  'companions.js',
  'unable.js',
  'embed.js',
  'worker.js',
  'reader.js',
  'glassbox.single.js',
  'chunk-*.js',
  'glassbox.css',
]

/** Makes the folder of the site an npm package too. Its version is that of web/package.json. @param {string} site */
export async function writePackage(site) {
  const { name, version, description, license, type, engines } = JSON.parse(
    await readFile(join(web, 'package.json'), 'utf8'),
  )
  const manifest = {
    ...{ name, version, description, license, type, engines },
    types: exported['.'].types,
    exports: exported,
    customElements: 'custom-elements.json',
    sideEffects: sideEffects.map((file) => `./v1/${file}`),
    files,
  }
  await writeFile(join(site, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  await cp(join(web, 'package/README.md'), join(site, 'README.md'))
  for (const file of ['CHANGELOG.md', 'LICENSE']) await cp(join(project, file), join(site, file))
}
