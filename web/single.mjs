/** Builds the single file: one classic script with all of Glassbox but the tables. */
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import { compress } from 'lzma'
import { alike, bundling, sources, web } from './bundling.mjs'

/**
 * @param {string} outfile
 * @param {string[]} languages that the site has a file of
 */
export async function buildSingle(outfile, languages) {
  const shared = { ...bundling(languages), conditions: ['single'], format: 'iife' }
  const asFunction = async (input, address) => {
    const define = { ...shared.define, 'import.meta.url': address }
    const plugins = [...shared.plugins, sources(atOnce), within, engine]
    const { outputFiles } = await build({ ...shared, ...input, define, plugins, globalName: 'bundled', write: false })
    return outputFiles[0].text
  }
  /** What is imported as 'single:NAME': a bundle of its own, as a function. */
  const bundles = {
    page: async () => {
      const src = join(web, 'src')
      const stdin = { contents: await everything(src), resolveDir: src }
      return `export function page(scriptAddress){${await asFunction({ stdin }, 'scriptAddress')}}`
    },
    // It never asks what lies beside it: file:/// is an address as good as any.
    worker: async () =>
      `export function bundle(){${await asFunction({ entryPoints: ['src/single/serve.ts'] }, '"file:///"')};return bundled}`,
  }
  const within = {
    name: 'within',
    setup(bundler) {
      bundler.onResolve({ filter: /^single:/ }, ({ path }) => ({ path: path.slice(7), namespace: 'single' }))
      bundler.onLoad({ filter: /./, namespace: 'single' }, async ({ path }) => ({ contents: await bundles[path]() }))
    },
  }
  await build({ ...shared, entryPoints: ['src/single/single.ts'], outfile, plugins: [sources(), within] })
}

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
async function everything(src) {
  const glassbox = await readFile(`${src}/element/glassbox.ts`, 'utf8')
  const elements = [...glassbox.matchAll(/import\('\.\/(.*?)'\)/g)].map(([, name]) => `element/${name}`)
  const able = elements.filter((path) => path !== 'element/unable.ts')
  const paths = [...alike((await readdir(src, { recursive: true })).sort()), 'single/able.ts', ...able]
  return paths.map((path) => `import './${path}'`).join('\n')
}

/** The engine is imported as text, packed by LZMA; what its loader would do in Node is left out. */
const engine = {
  name: 'engine',
  setup(bundler) {
    bundler.onLoad({ filter: /generated\/engine\.mjs$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8'))
        .replace(/\bENVIRONMENT_IS_NODE=[^;]*;/, '_;')
        .replaceAll('ENVIRONMENT_IS_NODE', 'false'),
    }))
    bundler.onLoad({ filter: /\.wasm$/ }, async ({ path }) => ({
      contents: (await packed(await readFile(path))).toString('base64'),
      loader: 'text',
    }))
  },
}

/** Packed once: it takes seconds. @param {Buffer} wasm */
async function packed(wasm) {
  const cache = join(web, 'node_modules/.cache/glassbox')
  const file = join(cache, `${createHash('sha256').update(wasm).digest('hex').slice(0, 16)}.lzma`)
  const found = await readFile(file).catch(() => null)
  if (found) return found
  const made = Buffer.from(compress(wasm, 9))
  await mkdir(cache, { recursive: true })
  await writeFile(file, made)
  return made
}
