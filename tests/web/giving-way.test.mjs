import assert from 'node:assert/strict'
import test from 'node:test'
import { packFrame } from '../../web/src/session/frame.ts'
import { Shown } from '../../web/src/session/shown.ts'
import { WorkerLine } from '../../web/src/session/worker-line.ts'

/** A line whose worker writes when it is told to, with a timer that is wound by hand. */
function openLine() {
  const port = Object.assign(new EventTarget(), { sent: [], postMessage: ({ type }) => port.sent.push(type) })
  const timers = new Set()
  const pulse = {
    later: (next, milliseconds) => {
      const timer = { next, milliseconds }
      timers.add(timer)
      return () => timers.delete(timer)
    },
  }
  const line = new WorkerLine(port, pulse)
  const receive = (data) => port.dispatchEvent(Object.assign(new Event('message'), { data }))
  receive({ type: 'ready', catalog: {} })
  const frame = () => receive({ type: 'update', update: {} })
  const wait = () => {
    for (const timer of [...timers].filter(({ milliseconds }) => milliseconds < 1000)) {
      timers.delete(timer)
      timer.next()
    }
  }
  return { line, port, frame, wait, timers }
}

/** A frame of a network without layers, of whose maps these are the outputs. */
const frameOf = (numbers) => ({
  layers: [],
  input: [],
  target: [],
  costSlope: [],
  maps: { resolution: 1, extent: [0, 1], layers: [], outputResolution: numbers.length, outputs: [numbers], numbers },
})

test('a frame that was seen has the next one made', () => {
  const { port, frame } = openLine()
  frame()
  frame()
  assert.deepEqual(port.sent, ['seen', 'seen'])
})

test('its maps go back to be used again, and stay readable', () => {
  const given = []
  const port = Object.assign(new EventTarget(), { postMessage: (...message) => given.push(message) })
  const shown = Object.assign(new Shown(), { log: { train() {} } })
  const line = new WorkerLine(port, {})
  line.onUpdate = (update) => shown.take(update, true)
  const hear = (data) => port.dispatchEvent(Object.assign(new Event('message'), { data }))
  hear({ type: 'ready', catalog: {} })
  const numbers = Float32Array.of(1, 2, 3)
  hear({ type: 'update', update: { frame: packFrame(frameOf(numbers)) } })
  const [{ type, spare }, transfer] = given.at(-1)
  assert.deepEqual([type, spare, transfer], ['seen', numbers, [numbers.buffer]])
  spare.fill(9)
  assert.deepEqual(shown.frame.maps.outputs, [Float32Array.of(1, 2, 3)])
})

test('when the reader acts no frame is made for a moment, and then they go on', () => {
  const { line, port, frame, wait } = openLine()
  line.giveWay()
  frame()
  assert.deepEqual(port.sent, [])
  wait()
  assert.deepEqual(port.sent, ['seen'])
  frame()
  assert.deepEqual(port.sent, ['seen', 'seen'])
})

test('acting again, as a key that is held does, makes the moment no longer; nothing is asked for that was not seen', () => {
  const { line, port, frame, wait, timers } = openLine()
  line.giveWay()
  line.giveWay()
  assert.equal([...timers].filter(({ milliseconds }) => milliseconds < 1000).length, 1)
  wait()
  assert.deepEqual(port.sent, [])
  frame()
  assert.deepEqual(port.sent, ['seen'])
})

test('a line that was closed asks for nothing more', () => {
  const { line, port, frame, wait } = openLine()
  line.giveWay()
  frame()
  line.close()
  wait()
  assert.deepEqual(port.sent, [])
})
