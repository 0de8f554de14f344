import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(new URL('.', import.meta.url))

/**
 * The languages that a folder has files of, each XX.json with { language: 'XX', sentences: { section: { name: text } } }.
 * @param {string} [folder]
 * @returns {Promise<import('../src/text/language.ts').Language[]>}
 */
export async function readLanguages(folder = here) {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'))
  return Promise.all(
    names.sort().map(async (name) => {
      const file = JSON.parse(await readFile(join(folder, name), 'utf8'))
      if (name !== `${file.language}.json`) throw new Error(`${name}: its language must be as the file is called`)
      if (typeof file.sentences !== 'object') throw new Error(`${name}: it has no sentences`)
      return file
    }),
  )
}

/**
 * Writes every language as small as it can be. @param {string} target @param {string} [folder] where the files are
 * @returns {Promise<string[]>} which there are
 */
export async function buildLanguages(target, folder) {
  const languages = await readLanguages(folder)
  if (languages.length > 0) await mkdir(target, { recursive: true })
  for (const file of languages) await writeFile(join(target, `${file.language}.json`), JSON.stringify(file))
  return languages.map(({ language }) => language)
}
