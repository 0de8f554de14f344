/**
 * Starts one Chromium for all test files of a run of ctest, and writes where it listens into a file (see browser.mjs).
 *
 *     node shared-browser.mjs FILE      returns when the browser is there
 *
 * The browser stays in a process of its own, which ends with the process that started this one: with ctest, however
 * that ends.
 */
import { spawn } from 'node:child_process'
import { rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { launchOptions } from './browser.mjs'

const [, , file, owner] = process.argv
if (owner) await shareUntilEndOf(Number(owner)).catch((error) => process.send({ failure: error.message }))
else await start()

/** Waits until the process that holds the browser says that it is there. It inherits no stream, or ctest would wait for it. */
async function start() {
  const options = { detached: true, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] }
  const holder = spawn(process.execPath, [fileURLToPath(import.meta.url), file, String(process.ppid)], options)
  const failure = await new Promise((resolve) => {
    holder.once('message', ({ failure }) => resolve(failure))
    holder.once('exit', (code) => resolve(`it ended with code ${code}`))
  })
  if (failure) throw new Error(`the shared browser: ${failure}`)
  holder.disconnect()
  holder.unref()
}

async function shareUntilEndOf(owner) {
  const server = await chromium.launchServer(launchOptions)
  await writeFile(file, server.wsEndpoint())
  process.send({})
  const watch = setInterval(async () => {
    if (isRunning(owner)) return
    clearInterval(watch)
    await rm(file, { force: true })
    await server.close()
  }, 500)
}

function isRunning(pid) {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
