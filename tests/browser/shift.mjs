/** What has jumped on a page: the sum of its layout shifts, https://web.dev/articles/cls. */

/** Has a page that is about to be opened add them up. @param {import('playwright-core').Page} page */
export const watchShift = (page) =>
  page.addInitScript(() => {
    globalThis.shift = 0
    const add = (list) => list.getEntries().forEach(({ value }) => (globalThis.shift += value))
    new PerformanceObserver(add).observe({ type: 'layout-shift', buffered: true })
  })

/** The sum until now. @param {import('playwright-core').Page} page @returns {Promise<number>} */
export const shiftOf = (page) => page.evaluate(() => globalThis.shift)
