/**
 * A static file server, as small as a site without a back end needs.
 *
 *     node serve.mjs [folder] [--port 8000] [--watch]      --watch builds again on every change and reloads the pages
 */
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { Reload } from './reload.mjs'
import { watchSources } from './watch.mjs'

const types = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
}

/** Stands in for sw.js. */
const gone = [fileURLToPath(new URL('offline', import.meta.url)), '/gone.js']

/** The file in `folder` that a request's path names, or null. A path that ends in / means its index.html. */
async function findFile(folder, path) {
  const file = join(folder, normalize(`/${decodeURIComponent(path)}`), path.endsWith('/') ? 'index.html' : '')
  const info = await stat(file)
  return info.isFile() ? { file, size: info.size } : null
}

/**
 * Serves a folder on this machine only.
 * @param {string} folder
 * @param {{ port?: number, headers?: Record<string, string>, reload?: Reload, isLive?: boolean }} [options] port 0 = any
 *   free one; headers for every answer; reload makes every page load itself again when told to; isLive: the files change,
 *   and the service worker takes its leave instead of keeping them
 * @returns {Promise<{ address: string, close: () => Promise<void> }>} address without a slash at its end
 */
export async function serve(folder, { port = 0, headers = {}, reload, isLive = false } = {}) {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, 'http://localhost').pathname
    if (reload?.answers(path, response)) return
    const found = await findFile(...(isLive && path === '/sw.js' ? gone : [folder, path])).catch(() => null)
    if (!found) return response.writeHead(404, { 'Content-Type': types['.txt'] }).end('Not found\n')
    const type = extname(found.file)
    const page = reload && type === '.html' && reload.intoPage(await readFile(found.file, 'utf8'))
    response.writeHead(200, {
      'Content-Type': types[type] ?? 'application/octet-stream',
      'Content-Length': page ? Buffer.byteLength(page) : found.size,
      'Cache-Control': 'no-cache',
      ...headers,
    })
    if (request.method === 'HEAD') response.end()
    else if (page) response.end(page)
    else createReadStream(found.file).pipe(response)
  })
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve)
        server.closeAllConnections()
      }),
  }
}

/** At the port asked for; without one, at 8000 or, when that is taken, at any other. */
async function serveFromCommandLine() {
  const options = { port: { type: 'string' }, watch: { type: 'boolean' } }
  const { values, positionals } = parseArgs({ allowPositionals: true, options })
  const folder = resolve(positionals[0] ?? fileURLToPath(new URL('../build/site', import.meta.url)))
  const reload = values.watch ? new Reload() : undefined
  const live = { reload, isLive: true }
  const started = values.port
    ? serve(folder, { ...live, port: Number(values.port) })
    : serve(folder, { ...live, port: 8000 }).catch(() => serve(folder, live))
  const { address } = await started
  if (reload) await watchSources(folder, () => reload.send())
  console.log(`Glassbox is at ${address}/ (Ctrl+C ends it)`)
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await serveFromCommandLine()
