import assert from 'node:assert/strict'
import test from 'node:test'
import { buildTable } from '../../web/data/build-tables.mjs'
import { RowStore } from '../../web/src/data/row-store.ts'
import { firstState } from '../../web/src/state/presets.ts'
import { patienceFor } from '../../web/src/worker/patience.ts'
import { Service } from '../../web/src/worker/service.ts'
import { catalog, engine } from './session-helper.mjs'

/** A worker whose clock only moves when it is looked at, by a millisecond, and whose turns are taken by hand. */
async function slowWorker(test) {
  const worker = { time: 0, next: null, sent: [], waiting: null }
  const clock = {
    now: () => worker.time++,
    soon: (next) => Object.assign(worker, { next }),
    later: (next) => Object.assign(worker, { next }),
  }
  const port = Object.assign(new EventTarget(), {
    postMessage(message) {
      worker.sent.push(message)
      if (worker.waiting?.id === message.id) worker.waiting?.resolve(message)
    },
  })
  const service = new Service(port, engine, buildTable, clock)
  test.after(() => service.dispose())
  const tell = (data) => port.dispatchEvent(Object.assign(new Event('message'), { data }))
  let id = 0
  worker.ask = (request) =>
    new Promise((resolve) => {
      worker.waiting = { id: ++id, resolve }
      tell({ id, ...request })
    })
  worker.see = (spare = null) => tell({ type: 'seen', spare })
  worker.turns = (count) => {
    for (let i = 0; i < count; i++) worker.next()
  }
  worker.frames = () => worker.sent.filter(({ update }) => update?.isRunning && update.frame).length
  worker.step = () => service.bench.step
  const state = firstState(catalog)
  await worker.ask({ type: 'apply', state: { ...state, view: { ...state.view, speed: 1000 } }, isFresh: true })
  return worker
}

test('training waits 100 ms after a frame that nobody has seen, and goes on when it was', async (t) => {
  const worker = await slowWorker(t)
  await worker.ask({ type: 'play' })
  worker.turns(200)
  const waitsAt = worker.step()
  assert.ok(waitsAt > 0, 'it has trained')
  assert.equal(worker.frames(), 1, 'one frame is on its way')
  worker.turns(500)
  assert.equal(worker.step(), waitsAt, 'it waits')
  worker.see()
  worker.turns(200)
  assert.ok(worker.step() > waitsAt, 'it goes on')
  assert.equal(worker.frames(), 2)
})

test('the room of maps that come back is used for the next ones', async (t) => {
  const worker = await slowWorker(t)
  await worker.ask({ type: 'play' })
  const nextMaps = () => {
    for (const from = worker.sent.length; ; worker.turns(10)) {
      const maps = worker.sent.slice(from).find(({ update }) => update?.isRunning && update.frame?.maps)
      if (maps) return maps.update.frame.maps
      worker.see()
    }
  }
  const first = nextMaps()
  const before = first.slice()
  worker.see(first)
  worker.see() // a frame without maps in between takes nothing away
  const second = nextMaps()
  assert.equal(second, first)
  assert.notDeepEqual(second, before)
  assert.notEqual(nextMaps(), first, 'what did not come back is not touched')
})

/** What a worker on so many rows and so wide a network may take for a request. */
const patience = (rows, units, request) => {
  const layers = [{ units }, { units }, { units: 1 }]
  const set = (count) => ({ X: { shape: [count, 2] } })
  const prepared = { train: set(rows), test: set(0) }
  return patienceFor({ state: { network: { layers } }, prepared, engine }, request)
}
const surface = { type: 'ask', question: 'costSurface', details: { resolution: 40 } }

test('a worker announces longer silence the more it has to compute, and hardly any for what is small', () => {
  assert.ok(patience(500, 8) <= 1)
  assert.ok(patience(100_000, 8) > patience(500, 8))
  assert.ok(patience(500, 1024) > 10, 'a frame of a wide network takes long')
  assert.ok(patience(500, 8, surface) > patience(500, 8))
  assert.ok(patience(100_000, 64, surface) > 1000)
  assert.equal(patienceFor({ engine }), 0, 'nothing is there yet')
})

test('new data is announced by its own size, before it is made ready', () => {
  const apply = (data) => ({ type: 'apply', state: { data, network: { layers: [{ units: 64 }, { units: 1 }] } } })
  const bench = { engine, rows: new RowStore() }
  const small = patienceFor(bench, apply({ name: 'spiral', samples: 100 }))
  assert.ok(patienceFor(bench, apply({ name: 'spiral', samples: 100_000 })) > small)
  const rows = bench.rows.add({ data: new Float64Array(200_000), shape: [100_000, 2] })
  assert.ok(patienceFor(bench, apply({ name: 'hand', table: { inputs: ['a'], outputs: ['b'], rows } })) > small)
})
