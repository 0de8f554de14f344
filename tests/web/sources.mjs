import { readdir, readFile } from 'node:fs/promises'
import { relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))

/** Every file of a folder with its text, by its path from the root. */
export async function filesOf(folder, endings) {
  const names = await readdir(resolve(root, folder), { recursive: true })
  const wanted = names.filter((name) => endings.some((ending) => name.endsWith(ending)))
  return Promise.all(
    wanted.map(async (name) => {
      const path = resolve(root, folder, name)
      return { path, name: relative(root, path), text: await readFile(path, 'utf8') }
    }),
  )
}

/** The scripts of the web sources. */
export const scripts = await filesOf('web/src', ['.ts'])

/** The catalogues of sentences that rooms bring along, by their file. */
export const catalogues = new Map(
  await Promise.all(
    scripts
      .filter(({ name }) => name.endsWith('sentences.ts'))
      .map(async ({ path, name }) => [name, await import(path)]),
  ),
)
