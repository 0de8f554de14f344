/** Exports that need no other language to be looked at; the others are run by tests/export. */
import assert from 'node:assert/strict'
import test from 'node:test'
import papa from 'papaparse'
import * as c from '../../web/src/export/c-header.ts'
import { exportAs, kinds } from '../../web/src/export/export.ts'
import { fileName } from '../../web/src/export/gather.ts'
import * as javascript from '../../web/src/export/javascript.ts'
import * as onnx from '../../web/src/export/onnx/onnx.ts'
import { encoded } from '../../web/src/export/onnx/protobuf.ts'
import * as keras from '../../web/src/export/python/keras.ts'
import * as numpy from '../../web/src/export/python/numpy.ts'
import * as pytorch from '../../web/src/export/python/pytorch-tables.ts'
import { inCode } from '../../web/src/export/text/numbers.ts'
import { inC, inComment, inJavaScript, inMarkdown, inPython } from '../../web/src/export/text/quoted.ts'
import { csvCell } from '../../web/src/text/csv.ts'
import { exportedCases, hostileNames } from '../export/cases.mjs'
import { assertAgrees } from '../export/files.mjs'
import { catalog, openSession } from './session-helper.mjs'

const cases = await exportedCases()

test('every option of the catalogue is in the table of every language that has to say it', () => {
  const tables = { numpy, pytorch, keras, javascript, c, onnx }
  for (const [language, table] of Object.entries(tables))
    for (const option of ['activations', 'costs', 'optimizers', 'initializers']) {
      if (!table[option]) continue
      const names = catalog[option].map(({ name }) => name)
      assert.deepEqual(Object.keys(table[option]).sort(), names.sort(), `${language} ${option}`)
    }
  for (const language of [pytorch, keras]) assert.ok(language.costs && language.optimizers && language.initializers)
})

test('what the engine says of an optimizer, its setting, is said to the library', () => {
  const settings = { learningRate: 0.125, momentum: 0.75, beta1: 0.5, beta2: 0.625, epsilon: 0.25, rho: 0.375 }
  for (const { name, uses } of catalog.optimizers)
    for (const use of uses.filter((use) => use !== 'weightDecay')) {
      const said = String(settings[use])
      assert.ok(pytorch.optimizers[name]({ ...settings, weightDecay: 0 }).includes(said), `${name} ${use}`)
      assert.ok(keras.optimizers[name]({ ...settings, weightDecay: 0 }).includes(said), `${name} ${use}`)
    }
})

/** What a module says of itself, and what it can do; what it prints is kept. */
async function moduleOf(exported) {
  const { log } = console
  const said = []
  console.log = (line) => said.push(line)
  try {
    const source = Buffer.from(kinds.javascript.write(exported)).toString('base64')
    return { ...(await import(`data:text/javascript;base64,${source}`)), said }
  } finally {
    console.log = log
  }
}

test('javascript: every network agrees with the page, and says so', async () => {
  for (const [name, exported] of Object.entries(cases)) {
    const { said } = await moduleOf(exported)
    assert.equal(said.length, 1)
    assertAgrees(name, `${said[0]}\n`)
  }
})

test('javascript: names are those of the data, whatever they are, and a value that cannot be is refused', async () => {
  const { columns, outputs, predict } = await moduleOf(cases.hostile)
  assert.deepEqual(
    columns.map(({ name }) => name),
    cases.hostile.columns.map(({ name }) => name.replace(/\p{Surrogate}/gu, '\ufffd')),
  )
  assert.equal(outputs.length, 3)
  assert.equal(Object.prototype.levels, undefined)
  const [row] = cases.hostile.check.rows
  assert.throws(() => predict(row.map((cell) => (typeof cell === 'string' ? 'else' : cell))), RangeError)
  assert.throws(() => predict(row.map(() => '1')), /must be/)
})

test('a text stays a text in every language', () => {
  for (const name of hostileNames) {
    const whole = name.replace(/\p{Surrogate}/gu, '\ufffd')
    const script = inJavaScript(name)
    assert.equal(new Function(`return ${script}`)(), whole)
    assert.doesNotMatch(script, /[<\p{Cc}\p{Cf}\u2028]/u)
    assert.match(inPython(name), /^"(?:[^"\\\n]|\\U[0-9a-f]{8}|\\[\\"])*"$/)
    assert.match(inC(name), /^"(?:[ !#-[\]-~]|\\[0-7]{3}|\\["\\?])*"$/)
    assert.doesNotMatch(inComment(name), /[\n\r\\<\u2028\u202e]|\*\/|"""/)
    assert.doesNotMatch(inMarkdown(name), /[\n<](?<!\\<)/)
  }
})

test('a number is written with all its digits, and as a floating-point one', () => {
  assert.deepEqual([5, -0, 0.1, 1e21, 1e-7].map(inCode), ['5.0', '-0.0', '0.1', '1e+21', '1e-7'])
})

test('CSV: what a spreadsheet would compute is a text, and whatever was in a cell comes back', () => {
  for (const text of ['=1+1', '+1+2', '-1-A1', '@x', ' =1', '\t=1', '\r=1'])
    assert.match(csvCell(text), /^"?'/, JSON.stringify(text))
  assert.deepEqual([-1, 1e21, NaN, null].map(csvCell), ['-1', '1e+21', '', ''])
  for (const name of hostileNames) {
    const [[text, next]] = papa.parse(`${csvCell(name)},1\r\n`, { newline: '\r\n' }).data
    assert.ok([name, `'${name}`].includes(text) && next === '1', JSON.stringify(name))
  }
})

test('CSV of the predictions: every row, what is predicted, and the class', () => {
  const { data } = papa.parse(kinds.predictions.write(cases['activation tanh']), { skipEmptyLines: true })
  const { train, test: tested, predictions, classes, columns } = cases['activation tanh']
  assert.equal(data.length, 1 + train.rows.length + tested.rows.length)
  assert.deepEqual(data[0].slice(0, 3), ['set', 'island', 'bill length (mm)'])
  const [first] = data.slice(1)
  assert.deepEqual(first.slice(-3).map(Number), predictions.train[0])
  assert.ok(classes.includes(first[columns.length + 1]) && classes.includes(first[columns.length + 2]))
})

test('CSV of the history: what the page has noted, step by step', () => {
  const { history } = cases['optimizer adam']
  const { data } = papa.parse(kinds.history.write(cases['optimizer adam']), { skipEmptyLines: true })
  assert.deepEqual(data[0], ['step', 'cost', 'testCost', 'accuracy', 'testAccuracy'])
  assert.deepEqual(
    data.slice(1).map(([step, cost]) => [Number(step), Number(cost)]),
    history.step.map((step, i) => [step, history.cost[i]]),
  )
})

test('JSON: loaded again, it is the same network', async (t) => {
  const session = await openSession(t, 'data=moons&layers=3.tanh-1.sigmoid')
  await session.run({ do: 'step', count: 7 })
  const { text, name, type } = await exportAs(session, 'json')
  assert.deepEqual([name, type], ['moons.json', 'application/json'])
  const { layers } = structuredClone(session.frame)
  await session.run({ do: 'reset' })
  assert.deepEqual(await session.run({ do: 'load', state: JSON.parse(text) }), { ok: true, message: '' })
  assert.deepEqual(
    session.frame.layers.map(({ weights, bias }) => ({ weights, bias })),
    layers.map(({ weights, bias }) => ({ weights, bias })),
  )
})

test('every kind is written of any session, while it trains too, under a name that all systems take', async (t) => {
  const session = await openSession(t, 'data=penguins')
  await session.run({ do: 'play' })
  for (const kind of Object.keys(kinds)) {
    const { name, text, bytes } = await exportAs(session, kind)
    assert.match(name, /^penguins[a-z_]*\.[a-z]+$/)
    assert.equal((text?.length ?? bytes.length) > 0, true, kind)
  }
  assert.ok(session.isRunning)
  await assert.rejects(exportAs(session, '__proto__'), /kind: must be one of notebook, pytorch/)
})

test('files are called after the data, whatever that is called', () => {
  assert.deepEqual(['study-hours', '../../x', '', '日本', '1'].map(fileName), [
    'study_hours',
    'x',
    'network',
    'network',
    'network_1',
  ])
})

test('protocol buffers: a whole number, a text, a message', () => {
  assert.deepEqual([...encoded([[1, 150]])], [0x08, 0x96, 0x01])
  assert.deepEqual([...encoded([[2, 'testing']])], [0x12, 7, ...Buffer.from('testing')])
  assert.deepEqual([...encoded([[3, [[1, 150]]]])], [0x1a, 3, 0x08, 0x96, 0x01])
})

test('what a language cannot say is said in a sentence', () => {
  const said = (kind, name) => kinds[kind].write(cases[name])
  for (const kind of ['numpy', 'javascript', 'cHeader']) assert.match(said(kind, 'deep'), /predicts and does not train/)
  for (const kind of ['pytorch', 'keras', 'cpp']) assert.match(said(kind, 'deep'), /What the optimizer remembers/)
  for (const kind of ['pytorch', 'numpy', 'keras', 'javascript', 'cHeader', 'cpp'])
    assert.match(said(kind, 'held still'), /Neurons that are switched off/)
  assert.match(said('keras', 'optimizer adam'), /epsilon elsewhere/)
  assert.match(said('numpy', 'single'), /about 6 digits/)
  assert.match(said('keras', 'deep'), /Keras was not at hand/)
})
