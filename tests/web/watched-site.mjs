import { spawn } from 'node:child_process'
import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A copy of the sources of the site, in a folder whose name has a space, served by `serve --watch`. */
export async function watchSite() {
  const folder = await mkdtemp(join(tmpdir(), 'glass box '))
  const web = join(folder, 'web')
  const [sources, site] = [join(root, 'web'), join(folder, 'site')]
  for (const name of await readdir(sources)) {
    if (name !== 'node_modules') await cp(join(sources, name), join(web, name), { recursive: true })
  }
  await symlink(join(sources, 'node_modules'), join(web, 'node_modules'))
  for (const name of ['LICENSE', 'CHANGELOG.md']) await cp(join(root, name), join(folder, name))
  await run(join(web, 'build.mjs'), site, '--draft').ended

  const server = run(join(web, 'serve.mjs'), site, '--watch', '--port', '0')
  const address = (await server.line(/ at (http\S+)\//))[1]
  return {
    address,
    /** Waits for a line that the server prints. @param {RegExp} pattern */
    line: server.line,
    read: (file) => readFile(join(web, file), 'utf8'),
    write: (file, text) => writeFile(join(web, file), text),
    /** Connects as a page does; resolves to a function that waits for the next message to reload. */
    connect: async () => {
      const response = await fetch(`${address}/__reload`)
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
      await reader.read() // the comment that says that it is connected
      return async () => (await reader.read()).value
    },
    close: async () => {
      server.end()
      await server.ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A script of Node in a process of its own, whose lines can be waited for. */
function run(...args) {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const lines = []
  const waiting = []
  const ended = new Promise((resolve) => child.once('close', resolve))
  const look = () => {
    for (const wait of [...waiting]) {
      const at = lines.findIndex((line) => wait.pattern.test(line))
      if (at < 0) continue
      waiting.splice(waiting.indexOf(wait), 1)
      wait.resolve(
        lines
          .splice(0, at + 1)
          .at(-1)
          .match(wait.pattern),
      )
    }
  }
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line)
      look()
    })
  }
  return {
    ended,
    end: () => child.kill(),
    line: (pattern) =>
      new Promise((resolve, reject) => {
        ended.then(() => reject(new Error(`the server ended before it printed ${pattern}: ${lines.join('\n')}`)))
        waiting.push({ pattern, resolve })
        look()
      }),
  }
}
