import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { spawnBound } from './bound-child.mjs'
import { OtherPage } from './other-page.mjs'

/** WebKitGTK's small browser by WebDriver, which is JSON over HTTP: https://www.w3.org/TR/webdriver2 */

const program = '/usr/bin/WebKitWebDriver'
const screenProgram = '/usr/bin/Xvfb'

/** Starts it on a screen of its own. Null where there is none. */
export async function openWebKit() {
  if (![program, screenProgram].every(existsSync)) return null
  const screen = spawnBound(screenProgram, ['-displayfd', '1', '-screen', '0', '1600x1100x24'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [display] = await new Promise((resolve) =>
    screen.stdout.once('data', (data) => resolve(String(data).split('\n'))),
  )
  const port = await freePort()
  const env = {
    ...process.env,
    DISPLAY: `:${display}`,
    LIBGL_ALWAYS_SOFTWARE: '1',
    WEBKIT_DISABLE_COMPOSITING_MODE: '1',
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', // it would want namespaces, which containers lack
  }
  const driver = spawnBound(program, ['-p', String(port), '--host=127.0.0.1'], { stdio: 'ignore', env })
  const line = new Line(`http://127.0.0.1:${port}`)
  await line.begin()
  const page = new WebKitPage(line)
  return {
    visit: async (address) => {
      await line.send('POST', '/frame', { id: null })
      await line.send('POST', '/url', { url: address })
      return page
    },
    close: async () => {
      await line.end()
      driver.kill()
      screen.kill()
    },
  }
}

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })

/** Commands and their answers, one after the other. */
class Line {
  #session = ''

  constructor(address) {
    this.address = address
  }

  async begin() {
    const capabilities = {
      alwaysMatch: { 'webkitgtk:browserOptions': { args: ['--automation', '--geometry=1280x1000'] } },
    }
    const { sessionId } = await this.#untilItListens('POST', '/session', { capabilities })
    this.#session = `/session/${sessionId}`
    await this.send('POST', '/timeouts', { script: 60_000, pageLoad: 60_000 })
  }

  async #untilItListens(...command) {
    for (const end = Date.now() + 15_000; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
      try {
        return await this.#fetch(...command)
      } catch (error) {
        if (!(error instanceof TypeError) || Date.now() > end) throw error
      }
    }
  }

  send(method, path, body) {
    return this.#fetch(method, this.#session + path, body)
  }

  async #fetch(method, path, body) {
    const answer = await fetch(this.address + path, { method, body: body && JSON.stringify(body) })
    const { value } = await answer.json()
    if (value?.error) throw new Error(`${value.error}: ${value.message}`)
    return value
  }

  end() {
    return this.send('DELETE', '')
  }
}

/** What its one window shows, or a frame in that. */
class WebKitPage extends OtherPage {
  /** @param {string[]} [within] selectors of the frames that lead to this one */
  constructor(line, within = []) {
    super()
    this.line = line
    this.within = within
  }

  /** Has the commands that follow mean this page or frame. */
  async #turnTo() {
    await this.line.send('POST', '/frame', { id: null })
    for (const selector of this.within) {
      const id = await this.line.send('POST', '/element', { using: 'css selector', value: selector })
      await this.line.send('POST', '/frame', { id })
    }
  }

  async call(source) {
    await this.#turnTo()
    const answered = 'then((value) => done({ value }), (error) => done({ error: String(error?.message ?? error) }))'
    const script = `const done = arguments[0]; ${source}.${answered}`
    const { value, error } = await this.line.send('POST', '/execute/async', { script, args: [] })
    if (error) throw new Error(error)
    return value
  }

  async act(actions) {
    await this.#turnTo()
    await this.line.send('POST', '/actions', { actions })
  }

  async frame(selector) {
    return new WebKitPage(this.line, [...this.within, selector])
  }

  async picture() {
    await this.line.send('POST', '/frame', { id: null })
    return Buffer.from(await this.line.send('GET', '/screenshot'), 'base64')
  }

  /** It tells nobody what is written to its console: the served pages note it themselves (other-browsers.mjs). */
  async faults() {
    return this.evaluate(() => globalThis.notedFaults ?? ['this page does not note what goes wrong'])
  }

  async close() {
    await this.line.send('POST', '/frame', { id: null })
    await this.line.send('POST', '/url', { url: 'about:blank' })
  }
}
