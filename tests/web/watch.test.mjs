// `serve --watch` builds again when a source changes, and tells the open pages.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { watchSite } from './watched-site.mjs'

let watched
before(async () => {
  watched = await watchSite()
})
after(() => watched.close())

const timeout = 120_000 // of a change that is never seen

const get = async (path) => (await fetch(`${watched.address}${path}`)).text()

/** Changes a file, and waits until a page that loads itself again when told to shows it. */
async function changeUntil(file, change, path, shown) {
  const reloaded = await watched.connect()
  await watched.write(file, change(await watched.read(file)))
  do assert.match(await reloaded(), /^data: /)
  while (!shown.test(await get(path)))
}

test('every page loads a script of its own server that reloads it, within its content security policy', async () => {
  for (const page of ['/', '/embed.html']) assert.match(await get(page), /<script src="\/__reload\.js"><\/script>/)
  assert.match(await get('/__reload.js'), /EventSource/)
})

test('a change of a page, a style sheet, a table or a script is built and the open pages are told', {
  timeout,
}, async () => {
  const script = 'src/element/host.ts'
  const renamed = (text) => text.replace('</head>', '<!-- changed page -->\n</head>')
  const retold = (text) => JSON.stringify({ ...JSON.parse(text), source: 'changed source' })
  await changeUntil('index.html', renamed, '/', /changed page/)
  await changeUntil('page.css', (text) => `${text}\n.changed-style { color: red }\n`, '/page.css', /changed-style/)
  await changeUntil('data/iris.card.json', retold, '/v1/data/iris.json', /changed source/)
  await changeUntil(script, (text) => `${text}\nglobalThis.changed = 1\n`, '/v1/host.js', /globalThis\.changed/)
})

test('a mistake is printed, the site stays as it was, and the next change is built', { timeout }, async () => {
  const script = 'src/element/host.ts'
  const text = await watched.read(script)
  const before = await get('/v1/host.js')
  await watched.write(script, `${text}\nconst = mistake\n`)
  await watched.line(/host\.ts:\d+/)
  await watched.line(/stays as it was/)
  assert.equal(await get('/v1/host.js'), before)
  await changeUntil(script, () => `${text}\nglobalThis.mended = 1\n`, '/v1/host.js', /globalThis\.mended/)
})
