import { fileURLToPath } from 'node:url'
import { serve } from '../../web/serve.mjs'
import { openBrowser } from './browser.mjs'

const builtSite = process.env.GLASSBOX_SITE ?? fileURLToPath(new URL('../../build/site', import.meta.url))

/** What a page that is used again can be given anew. */
const renewable = ['viewport', 'colorScheme', 'reducedMotion']
const usual = { viewport: { width: 1280, height: 900 }, colorScheme: 'light', reducedMotion: 'no-preference' }
/** What a page keeps for its next visit would come between it and the tests of it: offline.test.mjs has it. */
const without = { serviceWorkers: 'block' }

/**
 * The built site in a real browser, as one test file uses it.
 * Every page fails its test on a script error, a console error or a request that leaves the site.
 */
export async function openSite(folder = builtSite) {
  const { address, close } = await serve(folder)
  const browser = await openBrowser()
  /** Pages that are closed and may be used again, which takes a third of the time of a new one. */
  const spare = []

  /** Notes what goes wrong on a page from now on. */
  const watch = (page) => {
    const faults = []
    page.on('pageerror', (error) => faults.push(error.stack))
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text())
    })
    page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url())
      if (protocol.startsWith('http') && origin !== address) faults.push(`request to ${origin}`)
    })
    return faults
  }

  /** A page in a browser profile of its own. */
  const newPage = async (options) => (await browser.newContext({ ...usual, ...without, ...options })).newPage()

  /** A page as good as new. */
  const pageWith = async (options) => {
    const page = spare.pop()
    if (!page) return newPage(options)
    const { viewport, ...media } = { ...usual, ...options }
    await page.setViewportSize(viewport)
    await page.emulateMedia({ ...media, forcedColors: 'none', media: null })
    await page.mouse.move(0, 0)
    return page
  }

  /** Keeps a page for later, without what was on it. */
  const keep = async (page) => {
    for (const event of ['pageerror', 'console', 'request']) page.removeAllListeners(event)
    await page.unrouteAll()
    await page.goto('about:blank')
    const client = await page.context().newCDPSession(page)
    await client.send('Storage.clearDataForOrigin', { origin: address, storageTypes: 'indexeddb' }) // its last session
    await client.detach()
    spare.push(page)
  }

  /**
   * Opens a path of the site in a page of its own, and notes what goes wrong there. `isLasting`: what `prepare` does to
   * the page outlasts a visit.
   */
  const visit = async (path, options = {}, prepare, isLasting = prepare !== undefined) => {
    const isRenewable = !isLasting && Object.keys(options).every((name) => renewable.includes(name))
    const page = await (isRenewable ? pageWith(options) : newPage(options))
    const faults = watch(page)
    await prepare?.(page)
    await page.goto(`${address}/${path}`)
    return { page, faults, close: () => (isRenewable ? keep(page) : page.context().close()) }
  }

  return {
    address,
    /** Ends the server alone: the pages stay. */
    stop: close,
    close: async () => {
      await browser.close()
      await close()
    },
    visit,
    /** @param {string} [query] such as '?data=xor' @param {object} [options] of browser.newContext @param {(page) => unknown} [prepare] */
    open: async (query = '', options, prepare) => {
      const { page, ...visited } = await visit(query, options, prepare)
      await page.waitForFunction(() => document.querySelector('glassbox-playground')?.isReady)
      await page.evaluate(() => document.querySelector('glassbox-playground').ready)
      return Object.assign(new Playground(page), visited)
    },
  }
}

/** The playground on a page, used as a person uses it: by the names of its controls. */
export class Playground {
  constructor(page) {
    this.page = page
  }

  button(name) {
    return this.page.getByRole('button', { name, exact: true })
  }

  press(name) {
    return this.button(name).click()
  }

  /** The text of one reading of the transport: step, cost, testCost, accuracy, testAccuracy, ... */
  async reading(name) {
    return (await this.page.locator(`[data-reading=${name}] dd`).textContent()).trim()
  }

  async number(name) {
    const text = await this.reading(name)
    const value = Number(text.replaceAll(',', '').replace('−', '-').replace('%', ''))
    return text.endsWith('%') ? value / 100 : value
  }

  /** Waits until a reading satisfies `holds`, looking again and again; resolves to its value. */
  async until(name, holds, timeout = 120_000) {
    for (const end = Date.now() + timeout; Date.now() < end; await this.page.waitForTimeout(50)) {
      const value = await this.number(name)
      if (holds(value)) return value
    }
    throw new Error(`${name} is ${await this.reading(name)} after ${timeout / 1000} s`)
  }

  /** All that a reader can set, with the weights. */
  state() {
    return this.page.evaluate(() => document.querySelector('glassbox-playground').getState({ withParameters: true }))
  }

  run(command) {
    return this.page.evaluate((command) => document.querySelector('glassbox-playground').run(command), command)
  }

  /** Takes that many steps, and waits until they can be seen. */
  async steps(count) {
    await this.run({ do: 'step', count })
    await this.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
  }

  notice() {
    return this.page.locator('glassbox-playground .notice')
  }
}
