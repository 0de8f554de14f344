/** Builds the single file: one classic script with all of Glassbox but the tables. */
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
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
  const asFunction = async (input, address) => {
    const define = { ...shared.define, 'import.meta.url': address }
    const plugins = [...shared.plugins, sources(atOnce), within, withoutNode]
    const { outputFiles } = await build({ ...shared, ...input, define, plugins, globalName: 'bundled', write: false })
    return outputFiles[0].text
  }
  /** What is imported as 'single:NAME': two bundles of their own, as functions, and the engine. */
  const parts = {
    page: async () => {
      const stdin = { contents: await everything(), resolveDir: src }
      return `export function page(scriptAddress){${await asFunction({ stdin }, 'scriptAddress')}}`
    },
    // It never asks what lies beside it: file:/// is an address as good as any.
    worker: async () => {
      const code = await asFunction({ entryPoints: ['src/single/serve.ts'] }, '"file:///"')
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

/** All elements that src/element/glassbox.ts knows, after what is alike. */
async function everything() {
  const glassbox = await readFile(`${src}/element/glassbox.ts`, 'utf8')
  const elements = [...glassbox.matchAll(/import\('\.\/(.*?)'\)/g)].map(([, name]) => `element/${name}`)
  const able = elements.filter((path) => path !== 'element/unable.ts')
  const paths = [...alike((await readdir(src, { recursive: true })).sort()), 'single/able.ts', ...able]
  return paths.map((path) => `import './${path}'`).join('\n')
}

/** What the engine's loader would do in Node is left out. */
const withoutNode = {
  name: 'without-node',
  setup(bundler) {
    bundler.onLoad({ filter: /generated\/engine\.mjs$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8'))
        .replace(/\bENVIRONMENT_IS_NODE=[^;]*;/, '_;')
        .replaceAll('ENVIRONMENT_IS_NODE', 'false'),
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
