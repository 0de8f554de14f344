/**
 * Rows that run in Chromium, each on a page of its own, pinned to one processor.
 *
 * @import { Row } from './rounds.mjs'
 */
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { chromium } from 'playwright-core'
import { serve } from '../../web/serve.mjs'
import { launchOptions } from '../browser/browser.mjs'
import { pin } from './pin.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))
const folder = fileURLToPath(new URL('../../build/bench', import.meta.url))

/** What the modules look for beside themselves. */
const besides = {
  'engine.wasm': '../../web/generated/engine.wasm',
  'ort-wasm-simd-threaded.wasm': 'peers/node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.wasm',
  node_modules: 'peers/node_modules',
}

export class Chromium {
  #browser
  #processes
  #served

  static async open() {
    const chrome = new Chromium()
    await prepareFolder()
    chrome.#served = await serve(folder)
    chrome.#browser = await chromium.launch(launchOptions)
    chrome.#processes = await chrome.#browser.newBrowserCDPSession()
    return chrome
  }

  /** What it calls itself. */
  get version() {
    return this.#browser.version()
  }

  /**
   * @param {string} name @param {string} net a module beside this one, see measure-net.mjs
   * @param {Partial<Row> & { precision?: string }} [options] @returns {Promise<Row>}
   */
  async row(name, net, { precision = 'float64', ...options } = {}) {
    const address = `${this.#served.address}/${await bundle(net)}`
    return { name, measure: (workload) => this.#measure(address, { ...workload, precision }), ...options }
  }

  async #measure(address, workload) {
    const context = await this.#browser.newContext()
    try {
      const page = await context.newPage()
      await page.goto(this.#served.address)
      if (!workload.isCold) await this.#pin() // the compiler mostly has another processor
      await page.exposeFunction('processorSeconds', await processorSecondsOf(page))
      return await page.evaluate(measureOnPage, { address, workload })
    } finally {
      await context.close()
    }
  }

  async #pin() {
    const { processInfo } = await this.#processes.send('SystemInfo.getProcessInfo')
    for (const { type, id } of processInfo) if (type === 'renderer') pin(id)
  }

  async close() {
    await this.#browser.close()
    await this.#served.close()
  }
}

async function prepareFolder() {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  await writeFile(`${folder}/index.html`, '<!doctype html><title>Bench</title><link rel="icon" href="data:,">')
  for (const [name, path] of Object.entries(besides)) await symlink(join(here, path), `${folder}/${name}`)
}

/** Puts a module and what measures it into one file. @param {string} net @returns {Promise<string>} its name */
async function bundle(net) {
  const name = basename(net)
  await build({
    stdin: {
      contents: `export { createNet } from './${net}'; export { measureNet } from './measure-net.mjs'`,
      resolveDir: here,
    },
    outfile: `${folder}/${name}`,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    external: ['node:*', 'module'], // only ever imported in Node
    logLevel: 'error',
  })
  return name
}

/** Processor time of the page's process so far. */
async function processorSecondsOf(page) {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'ProcessTime').value
  }
}

/** In the page. */
async function measureOnPage({ address, workload }) {
  const { createNet, measureNet } = await import(address)
  return measureNet(createNet, workload, { now: () => performance.now() / 1000, spent: globalThis.processorSeconds })
}
