import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { chromium } from 'playwright-core'

/** How Chromium is started, shared or not. */
export const launchOptions = {
  executablePath: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync),
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
