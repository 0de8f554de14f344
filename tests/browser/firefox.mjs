import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawnBound } from './bound-child.mjs'
import { OtherPage } from './other-page.mjs'

/** Firefox by WebDriver BiDi, which is messages over a WebSocket: https://w3c.github.io/webdriver-bidi */

const program = ['firefox-esr', 'firefox'].map((name) => `/usr/bin/${name}`).find(existsSync)

/** As a reader's own colours do, wherever a page would have others. */
export const ownColours = { 'browser.display.document_color_use': 2 }

/** Starts it in a profile of its own. Null where there is none. @param {object} [settings] what about:config says there */
export async function openFirefox(settings = {}) {
  if (!program) return null
  const profile = await mkdtemp(join(tmpdir(), 'glassbox-firefox-'))
  const lines = Object.entries(settings).map((pair) => `user_pref(${pair.map((part) => JSON.stringify(part))});\n`)
  await writeFile(join(profile, 'user.js'), lines.join(''))
  const options = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port=0']
  const browser = spawnBound(program, options, { stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = new Promise((resolve) => browser.once('exit', resolve))
  const line = await Line.open(`${await addressOf(browser)}/session`)
  await line.send('session.new', { capabilities: {} })
  await line.send('session.subscribe', { events: ['log.entryAdded'] })
  return {
    visit: async (address, { width = 1280, height = 900 } = {}) => {
      const { context } = await line.send('browsingContext.create', { type: 'tab' })
      const page = new FirefoxPage(line, context)
      await page.resize(width, height)
      await line.send('browsingContext.navigate', { context, url: address, wait: 'complete' })
      return page
    },
    close: async () => {
      await line.send('browser.close').catch(() => browser.kill())
      await ended
      await rm(profile, { recursive: true, force: true })
    },
  }
}

/** Where it listens, which it writes when it does. */
const addressOf = (browser) =>
  new Promise((resolve, reject) => {
    let written = ''
    browser.stderr.on('data', (more) => {
      written += more
      const address = /WebDriver BiDi listening on (ws:\S+)/.exec(written)?.[1]
      if (address) resolve(address)
    })
    browser.once('exit', (code) => reject(new Error(`Firefox ended with code ${code}: ${written}`)))
  })

/** Commands and their answers. */
class Line {
  #last = 0
  #waiting = new Map()
  /** Of each page, what was written to its console. @type {Map<string, (entry: object) => void>} */
  readers = new Map()

  static async open(address) {
    const line = new Line()
    line.socket = new WebSocket(address)
    line.socket.onmessage = ({ data }) => line.#take(JSON.parse(data))
    await new Promise((resolve, reject) => Object.assign(line.socket, { onopen: resolve, onerror: reject }))
    line.socket.onclose = () => line.#lose()
    return line
  }

  send(method, params = {}) {
    return new Promise((resolve, reject) => {
      this.#waiting.set(++this.#last, { resolve, reject })
      this.socket.send(JSON.stringify({ id: this.#last, method, params }))
    })
  }

  #take({ id, result, error, message, method, params }) {
    if (method === 'log.entryAdded') for (const read of this.readers.values()) read(params)
    const { resolve, reject } = this.#waiting.get(id) ?? {}
    this.#waiting.delete(id)
    if (error) reject?.(new Error(`${error}: ${message}`))
    else resolve?.(result)
  }

  #lose() {
    for (const { reject } of this.#waiting.values()) reject(new Error('Firefox has gone'))
  }
}

/** A tab, or a frame in one. */
class FirefoxPage extends OtherPage {
  #faults = []

  constructor(line, context, isFrame = false) {
    super()
    this.line = line
    this.context = context
    // What a frame writes is the page's too, and only one page is open at a time.
    if (!isFrame)
      line.readers.set(context, ({ level, text }) => {
        if (level === 'error') this.#faults.push(text)
      })
  }

  async call(source) {
    const { context } = this
    const { type, result, exceptionDetails } = await this.line.send('script.evaluate', {
      expression: source,
      target: { context },
      awaitPromise: true,
    })
    if (type === 'exception') throw new Error(exceptionDetails.text)
    return result.value
  }

  act(actions) {
    return this.line.send('input.performActions', { context: this.context, actions })
  }

  async frame(selector) {
    const { context } = this
    const { nodes } = await this.line.send('browsingContext.locateNodes', {
      context,
      locator: { type: 'css', value: selector },
    })
    const { result } = await this.line.send('script.callFunction', {
      functionDeclaration: '(frame) => frame.contentWindow',
      arguments: [{ sharedId: nodes[0].sharedId }],
      target: { context },
      awaitPromise: false,
    })
    return new FirefoxPage(this.line, result.value.context, true)
  }

  resize(width, height) {
    return this.line.send('browsingContext.setViewport', { context: this.context, viewport: { width, height } })
  }

  async picture() {
    const { data } = await this.line.send('browsingContext.captureScreenshot', { context: this.context })
    return Buffer.from(data, 'base64')
  }

  async faults() {
    return this.#faults
  }

  async close() {
    this.line.readers.delete(this.context)
    await this.line.send('browsingContext.close', { context: this.context })
  }
}
