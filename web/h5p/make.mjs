/**
 * Makes content of H5P that shows the playground, as a folder:
 *
 *     node web/h5p/make.mjs FOLDER ['{ "state": "data=moons", "goal": "testCost <= 0.1" }']
 *
 * What it asks of build/site is the single file. For a learning platform: (cd FOLDER && zip -D -X -r ../net.h5p .), which
 * an administrator uploads once as a new content type; h5p-standalone shows the folder as it is.
 */
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(new URL('.', import.meta.url))
const site = join(here, '../../build/site')
const [folder, content = '{ "state": "data=xor&layers=3.tanh-1.sigmoid" }'] = process.argv.slice(2)

const library = JSON.parse(await readFile(join(here, 'library.json'), 'utf8'))
const { title, machineName, majorVersion, minorVersion, license } = library
const main = {
  ...{ title, license, mainLibrary: machineName, language: 'en', embedTypes: library.embedTypes },
  preloadedDependencies: [{ machineName, majorVersion, minorVersion }],
}
const target = resolve(folder)
const own = join(target, `${machineName}-${majorVersion}.${minorVersion}`)
await mkdir(own, { recursive: true })
await mkdir(join(target, 'content'), { recursive: true })
await Promise.all([
  ...['library.json', 'semantics.json', 'content-type.js'].map((name) => cp(join(here, name), join(own, name))),
  cp(join(site, 'v1/glassbox.single.js'), join(own, 'glassbox.single.js')),
  writeFile(join(target, 'h5p.json'), JSON.stringify(main)),
  writeFile(join(target, 'content/content.json'), JSON.stringify(JSON.parse(content))),
])
