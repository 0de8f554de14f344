/** How sources become bundles: what every call of esbuild has in common. */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { transform } from 'esbuild'
import { minifySync } from 'oxc-minify'
import { ownEm } from './own-em.mjs'

export const web = fileURLToPath(new URL('.', import.meta.url))

/** The oldest browsers that README names. */
const browsers = ['chrome123', 'firefox128', 'safari17.5']

export const minifiedStyle = async (css) =>
  (await transform(css, { loader: 'css', minify: true, target: browsers })).code

/** A style sheet is imported as its text, as small as it can be. */
const styleText = {
  name: 'style-text',
  setup(bundler) {
    bundler.onLoad({ filter: /\.css$/ }, async ({ path }) => ({
      contents: await minifiedStyle(ownEm(await readFile(path, 'utf8'))),
      loader: 'text',
    }))
  },
}

/** What exports are written from: there indentation is a part of what is written. */
const isIndented = /src\/export\//

/**
 * Sources as they are, but for their indentation: within the templates of views it would be sent along.
 * @param {(source: string, path: string) => string} [change] what else is done to them
 */
export const sources = (change = (source) => source) => ({
  name: 'sources',
  setup(bundler) {
    bundler.onLoad({ filter: /src\/.*\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8')
      const contents = isIndented.test(path) ? source : source.replace(/\n[ \t]+/g, '\n')
      return { contents: change(contents, path), loader: 'ts' }
    })
  },
})

/**
 * The loader of the WebAssembly module asks Node itself for what it needs there: bundlers of pages would look for what it
 * imports.
 */
export const withoutImports = {
  name: 'without-imports',
  setup(bundler) {
    bundler.onLoad({ filter: /generated\/engine\.mjs$/ }, async ({ path }) => {
      const loader = await readFile(path, 'utf8')
      const contents = loader.replace('await import("module")', 'process.getBuiltinModule("module")')
      if (contents === loader) throw new Error('engine.mjs no longer imports "module" as it did')
      return { contents, loader: 'js' }
    })
  },
}

/** The reader of tables as a module: else each file of the page would fetch what wraps the one that is none. */
const papaAsModule = {
  name: 'papa-as-module',
  setup(bundler) {
    bundler.onLoad({ filter: /papaparse\.min\.js$/ }, async ({ path }) => ({
      contents: `const module = { exports: {} }, { exports } = module;
${await readFile(path, 'utf8')};
export default module.exports`,
      loader: 'js',
    }))
  },
}

/**
 * Style sheets and then words: imported first they stand together, and like beside like is compressed better, by a
 * twenty-fifth of the whole.
 * @param {string[]} paths
 */
export const alike = (paths) => [
  ...paths.filter((path) => path.endsWith('.css')),
  ...paths.filter((path) => /sentences\.ts$|\btext\/(en|options)\b.*\.ts$/.test(path)),
]

/** @param {string[]} languages that the site has a file of @returns {import('esbuild').BuildOptions} */
export const bundling = (languages) => ({
  absWorkingDir: web,
  bundle: true,
  minify: true,
  charset: 'utf8',
  target: 'es2022',
  define: { shippedLanguages: JSON.stringify(languages.join(' ')) },
  plugins: [styleText, papaAsModule],
  legalComments: 'none', // build.mjs has them in full
  metafile: true,
  logLevel: 'warning',
  logOverride: { 'ignored-bare-import': 'silent' }, // gather.mjs imports d3's modules, too, which come with their importers
})

/** A bundle once more, by another minifier: a fiftieth less. @param {string} code @param {boolean} [module] */
export function smaller(code, module = true) {
  const made = minifySync('bundle.js', code, { module, compress: { target: 'es2022' }, mangle: { toplevel: true } })
  if (made.errors.length > 0) throw new Error(made.errors[0].message)
  return made.code
}
