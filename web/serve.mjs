/**
 * A static file server, as small as a site without a back end needs.
 *
 *     node serve.mjs [folder] [--port 8000]
 */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'

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
}

/** The file in `folder` that a request's path names, or null. A path that ends in / means its index.html. */
async function findFile(folder, path) {
  const file = join(folder, normalize(`/${decodeURIComponent(path)}`), path.endsWith('/') ? 'index.html' : '')
  const info = await stat(file)
  return info.isFile() ? { file, size: info.size } : null
}

/**
 * Serves a folder on this machine only.
 * @param {string} folder
 * @param {{ port?: number, headers?: Record<string, string> }} [options] port 0 = any free one; headers for every answer
 * @returns {Promise<{ address: string, close: () => Promise<void> }>} address without a slash at its end
 */
export async function serve(folder, { port = 0, headers = {} } = {}) {
  const server = createServer(async (request, response) => {
    const found = await findFile(folder, new URL(request.url, 'http://localhost').pathname).catch(() => null)
    if (!found) return response.writeHead(404, { 'Content-Type': types['.txt'] }).end('Not found\n')
    response.writeHead(200, {
      'Content-Type': types[extname(found.file)] ?? 'application/octet-stream',
      'Content-Length': found.size,
      'Cache-Control': 'no-cache',
      ...headers,
    })
    if (request.method === 'HEAD') response.end()
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

/** The address asked for; without one, port 8000 or, when that is taken, any other. */
async function serveFromCommandLine() {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { port: { type: 'string' } } })
  const folder = positionals[0] ?? fileURLToPath(new URL('../build/site', import.meta.url))
  const started = values.port
    ? serve(folder, { port: Number(values.port) })
    : serve(folder, { port: 8000 }).catch(() => serve(folder))
  const { address } = await started
  console.log(`Glassbox is at ${address}/ (Ctrl+C ends it)`)
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await serveFromCommandLine()
