/** Which modules of a bundle lie in one file. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gather } from '../../web/gather.mjs'

/** What esbuild tells of a bundle. @param modules by their path: bytes, imports, what comes late; E for an entry */
function metafileOf(modules) {
  const imports = ([, at = '', late = '']) => [
    ...at.split(' ').map((path) => ({ path, kind: 'import-statement' })),
    ...late.split(' ').map((path) => ({ path, kind: 'dynamic-import' })),
  ]
  const all = Object.entries(modules)
  return {
    inputs: Object.fromEntries(all.map(([path, module]) => [path, { imports: imports(module) }])),
    outputs: Object.fromEntries(
      all.map(([path, [bytesInOutput]]) => [
        `${path}.js`,
        { inputs: { [path]: { bytesInOutput } }, ...(/[A-Z]/.test(path) ? { entryPoint: path } : {}) },
      ]),
    ),
  }
}

/** What each entry reaches at once when it imports what it is to import first. */
function reachedWith(modules, bundle) {
  const first = gather(metafileOf(modules), bundle)
  const reach = (path, found = new Set()) => {
    if (!(path in modules) || found.has(path)) return found
    found.add(path)
    for (const next of [...(first.get(path) ?? []), ...(modules[path][1] ?? '').split(' ')]) reach(next, found)
    return found
  }
  return Object.fromEntries(Array.from(first.keys(), (entry) => [entry, [...reach(entry)].sort().join(' ')]))
}

const bundle = { entryPoints: { page: 'Page' }, start: ['Page'] }

/** Three panels that come late, of which all need one module and two another. */
const panels = {
  Page: [1000, '', 'Cost Error Layer'],
  Cost: [1000, 'sum table'],
  Error: [1000, 'sum'],
  Layer: [1000, 'sum table'],
  sum: [300],
  table: [300],
}

test('small modules that nearly the same entries need come together', () => {
  assert.deepEqual(reachedWith(panels, bundle), {
    Page: 'Page',
    Cost: 'Cost sum table',
    Error: 'Error sum table',
    Layer: 'Layer sum table',
  })
})

test('what is large comes only where it is needed', () => {
  assert.equal(reachedWith({ ...panels, table: [30_000] }, bundle).Error, 'Error sum')
})

test('what is shared with a page comes with the page, where it always came with it', () => {
  const modules = { Page: [9000, 'sum'], Cost: [1000, 'sum'], sum: [300] }
  assert.equal(reachedWith({ ...modules, Page: [9000, 'sum', 'Cost'] }, bundle).Cost, 'Cost Page sum')
})

test('what acts by being loaded, such as the frame of other pages, is loaded nowhere else', () => {
  const modules = {
    Page: [9000, 'sum', 'Cost'],
    Frame: [200, 'message'],
    Cost: [200, 'message'],
    sum: [300],
    message: [30_000],
  }
  const entryPoints = { page: 'Page', frame: 'Frame' }
  const visits = Array(4).fill(['Page', 'Frame'])
  const reached = reachedWith(modules, { ...bundle, entryPoints, visits })
  for (const entry of ['Page', 'Cost']) assert.doesNotMatch(reached[entry], /Frame/)
})

test('a worker loads nothing of the page’s, and the page nothing of the worker’s', () => {
  const modules = {
    Page: [9000, 'sum view', 'Cost'],
    Cost: [1000, 'view'],
    Work: [9000, 'sum pace', 'Ask'],
    Ask: [1000, 'sum pace'],
    sum: [10],
    view: [10],
    pace: [10],
  }
  const entryPoints = { page: 'Page', worker: 'Work' }
  const reached = reachedWith(modules, { entryPoints, start: ['Page', 'Work'], worker: 'Work' })
  for (const entry of ['Page', 'Cost']) assert.doesNotMatch(reached[entry], /Work|Ask|pace/)
  for (const entry of ['Work', 'Ask']) assert.doesNotMatch(reached[entry], /Page|Cost|view/)
})

test('a worker keeps what only it needs, lest bundlers write what is left of it into an address', () => {
  const modules = {
    Page: [9000, 'sum'],
    Work: [900, 'sum pace', 'Ask'],
    Ask: [100, 'sum pace'],
    sum: [300],
    pace: [300],
  }
  const entryPoints = { page: 'Page', worker: 'Work' }
  const reached = reachedWith(modules, { entryPoints, start: ['Page', 'Work'], worker: 'Work' })
  assert.equal(reached.Ask, 'Ask pace sum')
})
