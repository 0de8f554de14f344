import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { chromium } from 'playwright-core'

/** The one without windows first: the same pages take a fifth less time in it. */
const programs = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome']

/** How Chromium is started, shared or not. */
export const launchOptions = {
  executablePath: programs.map((name) => `/usr/bin/${name}`).find(existsSync),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--no-first-run',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
  ],
}

/**
 * A browser for one test file: the one that ctest starts for all of them (shared-browser.mjs, whose address stands in
 * the file that GLASSBOX_BROWSER names) or, when a file is run by hand, one of its own. Closing it closes its pages only.
 */
export async function openBrowser() {
  const shared = await readFile(process.env.GLASSBOX_BROWSER ?? '', 'utf8').catch(() => null)
  return shared ? chromium.connect(shared) : chromium.launch(launchOptions)
}
