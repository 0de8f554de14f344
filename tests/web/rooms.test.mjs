/** The rooms of the web sources: who may import whom. The rules themselves are in rooms.mjs. */
import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { test } from 'node:test'
import { circles, complaints, importsOf, roomOf, rooms } from './rooms.mjs'
import { scripts as sources } from './sources.mjs'

const scripts = sources.map(({ name, text }) => ({ name: name.replace('web/src/', ''), text }))

test('every room is in the table, and every room of the table is there', () => {
  const found = new Set(scripts.map(({ name }) => roomOf(name)))
  assert.deepEqual([...found].sort(), Object.keys(rooms).sort())
})

test('a room imports only from the rooms beneath it, and another only through its entry', () => {
  assert.ok(scripts.flatMap(importsOf).length > 1000)
  assert.deepEqual(complaints(scripts), [])
})

test('no scripts import each other in a circle', () => {
  assert.deepEqual(circles(scripts), [])
})

test('nothing imports the worker, which the session starts by its address, but the single file that has it within', () => {
  const users = scripts.flatMap(importsOf).filter(({ from, to }) => /^worker\//.test(to) && roomOf(from) !== 'worker')
  assert.deepEqual([...new Set(users.map(({ from }) => from))], ['single/serve.ts'])
})

/** What is said of a script with one import. */
const said = (name, text) => complaints([{ name, text }])

test('the rules notice what breaks them', () => {
  assert.match(said('views/graph/graph.ts', "import { a } from '../../engine/engine.ts'")[0], /may not use engine/)
  assert.match(
    said('views/graph/graph.ts', "import { a } from '../picture/picture.ts'")[0],
    /may not use views\/picture/,
  )
  assert.match(
    said('views/panels/step/step.ts', "import { a } from '../cost/cost.ts'")[0],
    /may not use views\/panels\/cost/,
  )
  assert.match(
    said('views/parts/dial/dial.ts', "import { a } from '../../graph/graph.ts'")[0],
    /may not use views\/graph/,
  )
  assert.match(said('element/stage.ts', "import { a } from '../views/graph/layout.ts'")[0], /is entered by/)
  assert.match(
    said('element/stage.ts', "import {\n  a,\n} from '../session/session.ts'")[0],
    /got from session\/connect/,
  )
  assert.match(said('element/stage.ts', "const a = await import('../worker/worker.ts')")[0], /may not use worker/)
  assert.match(said('worker/service.ts', "import { a } from '../engine/engine.ts'")[0], /worker\/service/)
  assert.match(said('network/rows.ts', "import type { A } from '../state/state.ts'")[0], /may not use state/)
  assert.match(said('elsewhere/a.ts', "import { a } from '../network/rows.ts'")[0], /in no room/)
  assert.deepEqual(said('views/graph/graph.ts', "import type { A } from '../../session/session.ts'"), [])
  assert.deepEqual(said('worker/service.ts', "import type { A } from '../engine/engine.ts'"), [])
  assert.deepEqual(said('views/graph/graph.ts', "// import { a } from '../picture/picture.ts'"), [])
})

test('circles are found, however long, and late imports count', () => {
  const ring = [
    { name: 'text/a.ts', text: "import { b } from './b.ts'" },
    { name: 'text/b.ts', text: "import { c } from './c.ts'" },
    { name: 'text/c.ts', text: "import('./a.ts')" },
    { name: 'text/d.ts', text: "import { a } from './a.ts'" },
  ]
  assert.deepEqual(circles(ring), ['text/a.ts > text/b.ts > text/c.ts > text/a.ts'])
  assert.deepEqual(circles(ring.slice(1)), [])
})

test('a view has its sentences, style and tests in its own room', async () => {
  const names = await readdir(new URL('../../web/src/views', import.meta.url), { recursive: true })
  assert.deepEqual(
    names.filter((name) => !name.includes('/') && name.includes('.')).map((name) => name.replace(/\.\w+$/, '')),
    ['beyond', 'late'],
  )
})
