import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { serve } from '../../web/serve.mjs'
import { Playground } from './page.mjs'

/** Where the host's page is served: beside the site, so that an author's relative addresses hold. */
export const hostPath = 'host.html'

/**
 * A page of somebody else's with the playground in it.
 * @param {Awaited<ReturnType<typeof import('./page.mjs').openSite>>} site
 * @param {string} body its HTML; what it needs to define the element is there already
 * @param {{ head?: string, root?: string, isReady?: boolean, options?: object, prepare?: (page) => unknown, query?: string }} [how]
 * `root`: attributes of its html element; `isReady`: false when it should not be waited for
 */
export async function openHost(
  site,
  body,
  { head = '', root = '', isReady = true, options, prepare, query = '' } = {},
) {
  const html = `<!doctype html><html lang="en" ${root}><head><meta charset="utf-8"><title>An article</title>${head}
    <script type="module" src="v1/glassbox.js"></script></head><body>${body}</body></html>`
  const serveHost = async (page) => {
    await page.route(`${site.address}/${hostPath}*`, (route) => route.fulfill({ contentType: 'text/html', body: html }))
    await prepare?.(page)
  }
  const { page, ...visited } = await site.visit(hostPath + query, options, serveHost, prepare !== undefined)
  if (isReady)
    await page.evaluate(async () => {
      await customElements.whenDefined('glassbox-playground')
      await Promise.all(Array.from(document.querySelectorAll('glassbox-playground'), ({ ready }) => ready))
    })
  return Object.assign(new Playground(page), visited)
}

/** So many paragraphs of an article. */
export const prose = (count) => '<p>A paragraph of an article that is about something else.</p>'.repeat(count)

/**
 * A page of somebody else's on an origin of its own, until the test is over, however that ends: a server that is left
 * keeps the file waiting.
 * @param {string} body its HTML
 * @returns {Promise<string>} its address
 */
export async function serveElsewhere(body) {
  const folder = await mkdtemp(join(tmpdir(), 'glassbox-host-'))
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Elsewhere</title><body>${body}</body></html>`
  await writeFile(join(folder, 'index.html'), html)
  const { address, close } = await serve(folder)
  after(async () => {
    await close()
    await rm(folder, { recursive: true })
  })
  return `${address}/`
}
