/** Milliseconds that the page is left to itself before it fetches what it needs without a network. */
const quiet = 2000

/**
 * Has the page there without a network from its next visit on, where it says by what: `<link rel="serviceworker"
 * href="sw.js">`. Nobody's page but the site's own has that, and in a frame it means nothing.
 */
export function keepOffline() {
  const { href } = document.querySelector<HTMLLinkElement>('link[rel=serviceworker]') ?? {}
  if (!href || window.top !== window) return
  setTimeout(() => navigator.serviceWorker?.register(href).catch(() => {}), quiet) // without it nothing else is missing
}
