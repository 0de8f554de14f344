/** In the place of sw.js where sources change: takes its leave with all that it kept, and has the pages that it served load anew. */
addEventListener('install', () => skipWaiting())
addEventListener('activate', (event) => event.waitUntil(leave()))

async function leave() {
  const names = (await caches.keys()).filter((name) => name.startsWith(`glassbox ${registration.scope} `))
  await Promise.all(names.map((name) => caches.delete(name)))
  await registration.unregister()
  for (const client of await clients.matchAll({ type: 'window' })) client.navigate(client.url)
}
