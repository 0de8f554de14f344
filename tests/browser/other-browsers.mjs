import { fileURLToPath } from 'node:url'
import { serve } from '../../web/serve.mjs'
import { openFirefox } from './firefox.mjs'
import { openWebKit } from './webkit.mjs'

/** Its folder. */
export const builtSite = process.env.GLASSBOX_SITE ?? fileURLToPath(new URL('../../build/site', import.meta.url))

/** The browsers beside Chromium, each with how it is started. */
export const otherBrowsers = { Firefox: openFirefox, WebKitGTK: openWebKit }

/** Notes in every page what goes wrong there; a script by its address, since the pages' policy allows none inside. */
const note = `{
  const faults = (globalThis.notedFaults = [])
  const { error } = console
  console.error = (...words) => {
    faults.push(words.join(' '))
    error.apply(console, words)
  }
  const told = ({ error, message, target }) => String(error?.stack ?? message ?? target?.src)
  addEventListener('error', (event) => faults.push(told(event)), true)
  addEventListener('unhandledrejection', ({ reason }) => faults.push(String(reason?.stack ?? reason)))
  addEventListener('securitypolicyviolation', ({ blockedURI }) => faults.push('not allowed: ' + blockedURI))
}`

/**
 * Serves the built site with pages of somebody else's beside it.
 * @param {Record<string, string>} [pages] HTML by address, such as '/host.html'
 * @param {Record<string, string>} [headers] for every file
 */
export const serveNoting = (pages = {}, headers = {}) =>
  serve(builtSite, {
    headers,
    reload: {
      intoPage: noting,
      answers(path, response) {
        const body = path === '/__note.js' ? note : pages[path] && noting(pages[path])
        if (!body) return false
        const type = path.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8'
        response.writeHead(200, { 'Content-Type': type, ...headers }).end(body)
        return true
      },
    },
  })

const noting = (html) => html.replace('<head>', '<head><script src="/__note.js"></script>')

/** The first frame of a page that is our own, ready to be used. @param {import('./other-page.mjs').OtherPage} page */
export const ready = (page) =>
  page.until(async () => {
    const playground = document.querySelector('glassbox-playground')
    await playground?.ready
    return playground?.isReady
  })
