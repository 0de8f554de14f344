/**
 * Keeps the page usable without a network: once its files are here, it comes from here, whole, in one version. Its build
 * writes in which files those are.
 *
 * A new version is fetched beside the old one, file by file as its hashes say or not at all, and takes over when no page of
 * the old one is open, or as the only one is loaded again. The site's other pages, and those that frame it, are left alone.
 */

/* global shippedVersion, shippedFiles */

const { scope } = registration
/** Other copies of the site at the same origin have caches of their own. */
const ours = `glassbox ${scope} `
const cacheName = ours + shippedVersion
/** @type {Map<string, string>} by the address of each file, its hash */
const files = new Map(Object.entries(shippedFiles).map(([path, hash]) => [new URL(path, scope).href, hash]))

/** Whether an address is that of the page, whatever state it carries. @param {string} address */
const isPage = (address) => [scope, `${scope}index.html`].includes(address.replace(/[?#].*$/s, ''))

addEventListener('install', (event) => event.waitUntil(keepAll()))
addEventListener('activate', (event) => event.waitUntil(takeOver()))
addEventListener('message', ({ data }) => data === 'take over' && skipWaiting())
addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request
  if (method !== 'GET') return
  if (mode === 'navigate') {
    if (isPage(url)) event.respondWith(pageFor(event.request))
  } else if (files.has(url)) event.respondWith(fileFor(event))
})

/** Fails as a whole where one of them is not what it should be, as while a site is being updated: the next visit tries again. */
async function keepAll() {
  const cache = await caches.open(cacheName)
  await cache.addAll([...files].map(([url, integrity]) => new Request(url, { integrity, cache: 'no-cache' })))
}

async function takeOver() {
  const names = (await caches.keys()).filter((name) => name.startsWith(ours) && name !== cacheName)
  await Promise.all(names.map((name) => caches.delete(name)))
  await clients.claim()
}

const windows = () => clients.matchAll({ type: 'window', includeUncontrolled: true })

/** @param {Request} request */
async function pageFor(request) {
  if (registration.waiting && (await windows()).length < 2)
    return new Response(handOver, { headers: { 'Content-Type': 'text/html' } })
  return (await caches.match(scope, { cacheName })) ?? fetch(request)
}

/** A page that is there until the next version has taken over. */
const handOver = `<!doctype html><meta name="color-scheme" content="light dark"><title>Glassbox</title><script>
const { serviceWorker } = navigator
serviceWorker.addEventListener('controllerchange', () => location.reload())
serviceWorker.ready.then(({ waiting }) => (waiting ? waiting.postMessage('take over') : location.reload()))
</script>`

/** @param {FetchEvent} event */
async function fileFor({ request, clientId }) {
  const kept = (await isForPage(clientId)) && (await caches.match(request.url, { cacheName }))
  return kept || fetch(request)
}

/**
 * Workers say not whose they are: theirs is the page's where one is open. None is asked for by its name: Firefox answers that
 * when the worker has started, which it has not while it waits for this.
 */
async function isForPage(clientId) {
  const open = await windows()
  const asking = open.find(({ id }) => id === clientId)
  return (asking ? [asking] : open).some(({ url }) => isPage(url))
}
