/** Builds the single file: one classic script with all of Glassbox but the tables and what src/views/beyond.ts lists. */
import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import { compress } from 'lzma'
import { alike, bundling, smaller, sources, web } from './bundling.mjs'

const src = join(web, 'src')

/**
 * @param {string} outfile
 * @param {string[]} languages that the site has a file of
 */
export async function buildSingle(outfile, languages) {
  const shared = { ...bundling(languages), conditions: ['single'], format: 'iife' }
  const bundle = (contents, address) => {
    const stdin = { contents, resolveDir: src }
    const define = { ...shared.define, 'import.meta.url': address }
    const plugins = [...shared.plugins, sources(atOnce), within, asNeeded]
    return build({ ...shared, stdin, define, plugins, globalName: 'bundled', write: false })
  }
  const asFunction = async (contents, address) => (await bundle(contents, address)).outputFiles[0].text
  // It never asks what lies beside it: file:/// is an address as good as any.
  const served = `export * from './single/serve.ts'`
  /** What is imported as 'single:NAME': two bundles of their own, as functions, and the engine. */
  const parts = {
    page: async () => {
      const elements = await findElements()
      const { metafile } = await bundle(imports(elements), 'scriptAddress')
      const code = await asFunction(everything(elements, inBoth, metafile), 'scriptAddress')
      return `export function page(scriptAddress){${code}}`
    },
    worker: async () => {
      const code = await asFunction(`${inBoth}\n${served}`, '"file:///"')
      return `export function bundle(){${code};return bundled}`
    },
    engine: async () => `export default '${(await packedEngine()).toString('base64')}'`,
  }
  const within = {
    name: 'within',
    setup(bundler) {
      bundler.onResolve({ filter: /^single:/ }, ({ path }) => ({ path: path.slice(7), namespace: 'single' }))
      bundler.onLoad({ filter: /./, namespace: 'single' }, async ({ path }) => ({ contents: await parts[path]() }))
    },
  }
  const inBoth = ofPage((await bundle(served, '"file:///"')).metafile)
  const { outputFiles } = await build({
    ...shared,
    entryPoints: ['src/single/single.ts'],
    plugins: [sources(), within],
    write: false,
  })
  await writeFile(outfile, plain(smaller(outputFiles[0].text, false)))
}

/** A classic script is read in the encoding of the page, whatever that is. */
const plain = (code) => code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** Nothing is late where all is one file, and what is imported at once needs no wrapping. */
function atOnce(source) {
  const names = []
  const changed = source.replace(/(typeof )?\bimport\('(\.[^']+)'\)(?!\.[A-Z])/g, (all, type, path) => {
    if (type) return all
    names.push(path)
    return `Promise.resolve(late${names.length})`
  })
  return names.map((path, i) => `import * as late${i + 1} from '${path}'\n`).join('') + changed
}

/** The elements that src/element/glassbox.ts knows. */
async function findElements() {
  const glassbox = await readFile(join(src, 'element/glassbox.ts'), 'utf8')
  const names = [...glassbox.matchAll(/import\('\.\/(.*?)'\)/g)].map(([, name]) => `element/${name}`)
  return names.filter((path) => path !== 'element/unable.ts')
}

/**
 * All elements, after the engine, what is alike and the worker. What is in both stands before the worker, and first in it:
 * a compressor looks back no further than 32 kB, and would not past the engine.
 * @param {string[]} elements
 * @param {string} inBoth imports of it
 * @param {import('esbuild').Metafile} ofElements of a bundle of the elements alone
 */
function everything(elements, inBoth, ofElements) {
  const made = sourcesIn(ofElements).filter((path) => path !== 'single/able.ts')
  const first = [...alike(made.sort()), 'single/able.ts']
  return [`import 'single:engine'`, imports(first), inBoth, `import 'single:worker'`, imports(elements)].join('\n')
}

const imports = (paths) => paths.map((path) => `import './${path}'`).join('\n')

/** Imports of what the page is made of, too. */
const ofPage = (metafile) =>
  imports(sourcesIn(metafile).filter((path) => /^(data|network|run|session|state)\//.test(path)))

/** The sources that went into a bundle, by their paths from src/. */
const sourcesIn = ({ outputs }) =>
  Object.values(outputs)
    .flatMap(({ inputs }) => Object.keys(inputs))
    .flatMap((path) => /^src\/(.*)/.exec(path)?.[1] ?? [])

/** What the engine's loader would do to fetch it, which is at hand, or with texts of bytes, of which it has none, is left out. */
const asNeeded = {
  name: 'as-needed',
  setup(bundler) {
    bundler.onLoad({ filter: /generated\/engine\.mjs$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8'))
        .replace(/\bENVIRONMENT_IS_WEB=.*?;(?=if\()/, '_;')
        .replaceAll(/\bENVIRONMENT_IS_(?:WEB|WORKER|NODE)\b|!binary(?=&&)/g, 'false')
        .replaceAll(/\bstdStringIsUTF8\b(?!=)/g, 'true'),
    }))
  },
}

/** The engine, packed by LZMA: once, for it takes seconds. */
async function packedEngine() {
  const wasm = await readFile(join(web, 'generated/engine.wasm'))
  const cache = join(web, 'node_modules/.cache/glassbox')
  const file = join(cache, `${createHash('sha256').update(wasm).digest('hex').slice(0, 16)}.lzma`)
  const found = await readFile(file).catch(() => null)
  if (found) return found
  const made = Buffer.from(compress(wasm, 9))
  await mkdir(cache, { recursive: true })
  await writeFile(file, made)
  return made
}
