/** Builds v1/anywidget.mjs: a module for hosts that copy it to where nothing else of Glassbox lies, as MyST does. */
import { readFile, writeFile } from 'node:fs/promises'
import { build } from 'esbuild'
import { bundling, smaller } from './bundling.mjs'

/** A module asks where it lies in its own way. The tables are beside it where that is a server's address. */
const address = "({src:/^http/.test(import.meta.url)?import.meta.url:''})"

/**
 * @param {string} outfile
 * @param {string} single the file that has all of Glassbox in it
 * @param {string[]} languages that the site has a file of
 */
export async function buildAnywidget(outfile, single, languages) {
  const script = await readFile(single, 'utf8')
  const inside = script.replace(/\bdocument\.currentScript(?!&&|\.)/, address)
  if (inside === script) throw new Error(`${single} no longer asks where it lies as it did`)
  const options = { ...bundling(languages), format: 'esm', write: false }
  const { outputFiles } = await build({ ...options, entryPoints: ['src/element/anywidget.ts'] })
  await writeFile(outfile, `(() => {${inside}\n})()\n${smaller(outputFiles[0].text)}`)
}
