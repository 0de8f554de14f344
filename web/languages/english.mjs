/**
 * All the sentences of the page in English, as the file of another language has them: what there is to translate.
 *
 *     node web/languages/english.mjs pl > web/languages/pl.json
 */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { tables } from '../src/data/tables.ts'
import { loadEngine } from '../src/engine/engine.ts'
import { sections } from '../src/text/text.ts'

const sources = fileURLToPath(new URL('../src/', import.meta.url))

/** @returns {Promise<Record<string, Record<string, string>>>} every sentence by its section and name */
export async function englishSentences() {
  const files = (await readdir(sources, { recursive: true })).sort()
  for (const file of files.filter((name) => /sentences\.ts$|^text\/options\/\w+\.ts$/.test(name)))
    await import(pathToFileURL(join(sources, file)).href)
  const all = Object.fromEntries(Array.from(sections, ([sentences, section]) => [section, { ...sentences }]))
  for (const [section, words] of [...(await formulas()), ...(await cards())]) Object.assign(all[section], words)
  return all
}

/** The formulas of the engine's options: some have words in them. */
async function formulas() {
  const { catalog } = await loadEngine()
  return ['activations', 'costs', 'optimizers', 'initializers'].flatMap((kind) =>
    catalog[kind].map(({ name, formula }) => [`options/${kind}/${name}`, { formula }]),
  )
}

/** What the cards of the tables say. Citations and licences are not translated. */
const cards = () =>
  Promise.all(
    tables.map(async ({ name }) => {
      const { title, about, source, care } = JSON.parse(
        await readFile(new URL(`../data/${name}.card.json`, import.meta.url), 'utf8'),
      )
      return [`options/cards/${name}`, { title, about, source, ...(care && { care }) }]
    }),
  )

/** The sentences of a section in all forms that a language tells apart when it counts. */
export function withForms(sentences, language) {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
  const formsOf = ([name, sentence]) => {
    const stem = name.replace(/_(one|other)$/, '')
    if (name.endsWith('_one')) return forms.includes('one') ? [[name, sentence]] : []
    if (name.endsWith('_other'))
      return forms.filter((form) => form !== 'one').map((form) => [`${stem}_${form}`, sentence])
    const rare = sentence.includes('{count}') ? forms.filter((form) => !['one', 'other'].includes(form)) : []
    return [[name, sentence], ...rare.map((form) => [`${name}_${form}`, sentence])]
  }
  return Object.fromEntries(Object.entries(sentences).flatMap(formsOf))
}

/** The file of a language, still in English. @param {string} language its tag, such as 'pt-BR' */
export async function fileToTranslate(language) {
  const all = Object.entries(await englishSentences())
  return { language, sentences: Object.fromEntries(all.map(([section, one]) => [section, withForms(one, language)])) }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href)
  console.log(JSON.stringify(await fileToTranslate(process.argv[2] ?? 'en'), null, 2))
