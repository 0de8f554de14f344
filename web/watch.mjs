import { spawn } from 'node:child_process'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const web = fileURLToPath(new URL('.', import.meta.url))

/**
 * Builds the site again whenever something in web/ has changed, from when this resolves for as long as the process
 * lives. A build that fails prints why and leaves the site as it was. Changes are found by the times of the files: what
 * systems tell of changes inside folders differs too much.
 * @param {string} site the folder to build into
 * @param {() => void} onBuilt
 */
export async function watchSources(site, onBuilt) {
  let built = await timesOfSources()
  const look = async () => {
    const found = await timesOfSources().catch(() => built) // a file went between two looks: the next look will tell
    if (found !== built) {
      built = found // before the build, so that what changes meanwhile counts as a change
      if (await build(site)) onBuilt()
    }
    setTimeout(look, 200)
  }
  setTimeout(look, 200)
}

/** When each file below web/ was changed, in one string. */
async function timesOfSources(folder = web) {
  const entries = await readdir(folder, { withFileTypes: true })
  const times = entries.map(async (entry) => {
    const path = join(folder, entry.name)
    if (entry.name === 'node_modules') return ''
    return entry.isDirectory() ? timesOfSources(path) : `${path}:${(await stat(path)).mtimeMs}`
  })
  return (await Promise.all(times)).join()
}

/** In a process of its own, so that a change of the build itself counts too. @returns {Promise<boolean>} whether it worked */
async function build(site) {
  const began = performance.now()
  const builder = spawn(process.execPath, [join(web, 'build.mjs'), site, '--draft'], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const code = await new Promise((resolve) => builder.once('close', resolve))
  console.log(code ? 'The site stays as it was.' : `Built again in ${Math.round(performance.now() - began)} ms`)
  return code === 0
}
