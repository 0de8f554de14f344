/**
 * The authors' guide: authors.html, the article, the recipes. Each example is written once, as what runs; the source that
 * is shown with it is made of that.
 *
 *     <!-- example --> markup <!-- end -->      the markup, with its source before it
 *     <!-- source recipes/quiz.html -->         the source of a file, which runs as a page of its own
 */
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const web = import.meta.dirname
const pages = ['authors.html', 'article.html']

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Without the indentation that all its lines have. */
function dedented(text) {
  const lines = text.replace(/^\n+|\s+$/g, '').split('\n')
  const indents = lines.filter((line) => line.trim()).map((line) => line.search(/\S/))
  return lines.map((line) => line.slice(Math.min(...indents))).join('\n')
}

const source = (text) => `<pre class="source"><code>${escaped(dedented(text))}</code></pre>`

/**
 * A page with the sources of its examples in it.
 * @param {string} html
 * @param {(name: string) => string} read the text of a file that is shown
 */
export const withSources = (html, read) =>
  html
    .replace(
      /^[ \t]*<!-- example -->\n([\s\S]*?)^[ \t]*<!-- end -->$/gm,
      (_, markup) => `${source(markup)}\n<div class="live">\n${markup}</div>`,
    )
    .replace(/^[ \t]*<!-- source (\S+) -->$/gm, (_, name) => source(read(name)))

/** @param {string} site the folder that it is built into @param {(css: string) => Promise<string>} minified */
export async function buildGuide(site, minified) {
  const recipes = (await readdir(join(web, 'recipes'))).map((name) => `recipes/${name}`)
  const texts = new Map()
  for (const name of recipes) texts.set(name, await readFile(join(web, name), 'utf8'))
  const read = (name) => texts.get(name) ?? fail(name)
  for (const name of pages)
    await writeFile(join(site, name), withSources(await readFile(join(web, name), 'utf8'), read))
  await mkdir(join(site, 'recipes'))
  for (const [name, text] of texts) await writeFile(join(site, name), text)
  await writeFile(join(site, 'authors.css'), await minified(await readFile(join(web, 'authors.css'), 'utf8')))
  await cp(join(web, 'authors.js'), join(site, 'authors.js'))
}

function fail(name) {
  throw new Error(`${name}: a source that is shown, but not there`)
}
