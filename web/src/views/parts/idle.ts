/** Milliseconds after which a busy page is not waited for any longer. */
const patience = 500

/** Resolves when the page has drawn what is due and has a moment to spare. */
export const idle = (): Promise<unknown> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(resolve, { timeout: patience })
    else setTimeout(resolve, patience / 10)
  })
