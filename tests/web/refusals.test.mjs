import assert from 'node:assert/strict'
import test from 'node:test'
import { refusalOf } from '../../web/src/network/refuse.ts'
import { rules } from '../../web/src/network/rules.ts'
import { createSession } from '../../web/src/session/session.ts'
import { edit } from '../../web/src/state/commands.ts'
import { fields } from '../../web/src/state/fields.ts'
import { presetState } from '../../web/src/state/presets.ts'
import { typedNumber } from '../../web/src/text/read-number.ts'
import { cellsOf, withCells } from '../../web/src/views/own/pasted-cells.ts'
import { sentences as ruleSentences, wholes } from '../../web/src/views/parts/refusal/rule-sentences.ts'
import { alike, sentenceFor } from '../../web/src/views/parts/refusal/rule-words.ts'
import { noticeWords } from '../../web/src/views/parts/refusal/words.ts'
import { flatTable, listed } from './flat-tables.mjs'
import { border, catalog, openSession, startWorker, tableOf } from './session-helper.mjs'
import { scripts } from './sources.mjs'

const codes = new Set([...Object.keys(catalog.rules), ...Object.keys(rules)])
const named = { ...ruleSentences, ...wholes }

test('every code of a rule has a sentence for readers, and every sentence is that of a code', () => {
  const silent = [...codes].filter((code) => !Object.hasOwn(named, sentenceFor(code)))
  assert.deepEqual(silent, [], 'codes without a sentence')
  const said = new Set([...codes].map((code) => sentenceFor(code).replace(/_other$/, '')))
  const idle = Object.keys(named).filter((name) => !said.has(name.replace(/_\w+$/, '')))
  assert.deepEqual(idle, [], 'sentences without a code')
  assert.deepEqual(
    Object.keys(alike).filter((code) => !codes.has(code) || Object.hasOwn(named, code)),
    [],
    'codes that are told like another, but are none or have a sentence of their own',
  )
})

test('a sentence asks for no value that its rules do not have', () => {
  const wordsOf = (sentence) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, word]) => word)
  for (const code of codes) {
    const has = new Set([
      'label',
      'path',
      'value',
      ...wordsOf(catalog.rules[code] ?? ''),
      ...wordsOf(rules[code] ?? ''),
    ])
    for (const word of wordsOf(named[sentenceFor(code)])) assert.ok(has.has(word), `${code}: ${word}`)
  }
})

test('every rule of the web sources is one that something is refused by', () => {
  const texts = scripts.filter(({ name }) => !/\/(rules|rule-\w+)\.ts$/.test(name)).map(({ text }) => text)
  for (const code of Object.keys(rules))
    assert.ok(
      texts.some((text) => text.includes(`'${code}'`)),
      code,
    )
})

test('where the engine has the same code, it says the same', () => {
  const shared = Object.keys(rules).filter((code) => Object.hasOwn(catalog.rules, code))
  assert.ok(shared.length > 5)
  for (const code of shared) assert.equal(rules[code], catalog.rules[code])
})

test('what is refused is told as data: code, path and values', () => {
  const refusalIn = (changes) => {
    try {
      edit(presetState(catalog, 'xor'), { do: 'set', changes }, border)
    } catch (error) {
      return refusalOf(structuredClone({ refusal: error.refusal }))
    }
    return assert.fail('nothing was refused')
  }
  assert.deepEqual(refusalIn({ 'training.learningRate': -1 }), {
    code: 'above',
    path: 'training.learningRate',
    values: { minimum: 0, maximum: 1000, value: -1 },
  })
  assert.deepEqual(refusalIn({ 'network.precision': 'x'.repeat(99) }).values.value, `${'x'.repeat(59)}…`)
  assert.deepEqual(refusalIn({ nothing: 1 }), { code: 'setting', path: 'nothing', values: {} })
})

/** The sentence that the reader sees after a command was refused. */
async function sentence(session, command) {
  const { ok } = await session.run(command)
  assert.equal(ok, false, JSON.stringify(command))
  return noticeWords(session, session.notice)
}

const wrong = [
  '',
  'many',
  '0x10',
  '1_000',
  '1,234',
  '12%',
  '1 2',
  '1e400',
  '-1e-400',
  '1/0',
  '∞',
  'NaN',
  '-4e9',
  '1e300',
]

/** Every number that a reader can type, as what it is called. */
const typed = [
  ['training.learningRate', 'Learning rate'],
  ['training.momentum', 'Momentum'],
  ['training.batchSize', 'Batch size'],
  ['training.l2', 'L2 penalty'],
  ['network.seed', /seed/i],
  ['network.layers.0.units', /layer 1/],
  ['data.samples', 'Rows'],
  ['data.noise', 'Noise'],
  ['data.testShare', /test/],
  ['data.seed', /seed/i],
]

test('whatever is typed into any field is refused in the reader’s words: the thing, what is allowed, what was typed', async (test) => {
  const session = await openSession(test, 'data=gauss&layers=3.tanh-1.sigmoid&optimizer=momentum')
  for (const [path, label] of typed) {
    for (const text of wrong) {
      const words = await sentence(session, { do: 'set', changes: { [path]: typedNumber(text) } })
      assert.match(words, label instanceof RegExp ? label : new RegExp(`^${label}`), words)
      assert.doesNotMatch(words, /\bgot\b|null|undefined|NaN.*NaN|\b[a-z]+[A-Z]\w*|\w\.\w+\.\w|\{|\}/, words)
      if (typeof typedNumber(text) === 'string') assert.ok(words.includes(text), `${words} lacks ${text}`)
      assert.match(words, /[.]$/)
    }
  }
})

test('no field of the state is called by its path', async (test) => {
  const session = await openSession(test, 'data=gauss&layers=3.tanh-1.sigmoid')
  for (const { path } of fields) {
    for (const value of ['nonsense!', {}, [], -7.5, true, null]) {
      const { ok } = await session.run({ do: 'set', changes: { [path]: value } })
      if (ok || !session.notice?.refused) continue
      const words = noticeWords(session, session.notice)
      assert.doesNotMatch(words, /\b(data|network|training|view|held)\.\w|\bgot\b/, `${path}: ${words}`)
    }
  }
})

test('limits stand as the page writes numbers, and what was typed as it was typed', async (test) => {
  const session = await openSession(test)
  const set = (path, text) => sentence(session, { do: 'set', changes: { [path]: typedNumber(text) } })
  assert.equal(
    await set('training.learningRate', '1e400'),
    'Learning rate must be more than 0 and at most 1,000; you typed 1e400.',
  )
  assert.match(await set('training.learningRate', '-4'), /more than 0 and at most 1,000; you typed -4\.$/)
  assert.match(await set('training.batchSize', ''), /whole number from 0 to [\d,]+; the field is empty\.$/)
  assert.match(await set('training.batchSize', '1,000'), /1,000 could mean 1000 or 1\.000/)
})

test('a weight is called by its name, whatever is wrong with what was typed for it', async (test) => {
  const session = await openSession(test, 'data=gauss&layers=3.tanh-1.sigmoid')
  for (const text of ['many', '1,234', '1e400', '1\t2']) {
    const parameter = { layer: 0, row: 1, column: 0 }
    const words = await sentence(session, { do: 'setParameter', parameter, value: typedNumber(text) })
    assert.match(words, /^Weight W1,2 of layer 1/)
    assert.doesNotMatch(words, /\bgot\b|value:/)
  }
  const bias = { layer: 1, row: 0, bias: true }
  assert.match(
    await sentence(session, { do: 'setParameter', parameter: bias, value: '' }),
    /^Bias B1 .*field is empty\.$/,
  )
})

test('a cell of one’s own rows is called by its column and row', async (test) => {
  const session = await openSession(test, 'data=hand')
  const table = tableOf(session)
  const rows = [table.rows[0], [1, 2, 'many', 4]]
  const words = await sentence(session, { do: 'set', changes: { 'data.table': { ...table, rows } } })
  assert.equal(words, 'Out1 in row 2 of your table must be a number or empty; you typed “many”.')
})

test('a link that was cut says that it is incomplete; one with a wrong value says which', async (test) => {
  for (const [query, said] of [
    ['data=xor&layers=2.tanh-1.sigmoid&weights=AAAAAAAA8D8AAAAAAADwPwAAAAAA', /incomplete/],
    ['data=xor&layers=2.tanh-1.sigmoid&weights=AAAAAAAA8D8', /incomplete/],
    ['data=xor&weights=AAAA*', /incomplete/],
    ['data=xor&rate=-4', /Learning rate must be more than 0 and at most 1,000; the link says -4\.$/],
    ['data=nonsense', /The data set has no such choice; the link says “nonsense”\.$/],
    ['data=xor&rate=', /; it is left empty\.$/],
    ['data=xor&data=spiral', /There must be only one “data”; the link says “spiral”\.$/],
  ]) {
    const session = await openSession(test, query)
    const words = noticeWords(session, session.notice)
    assert.match(words, said)
    assert.match(words, /^This link could not be used/)
    assert.doesNotMatch(words, /bytes|\bgot\b|base64/)
  }
})

test('what is wrong with the state of an element is told of its attribute, not of a link', async (test) => {
  for (const [query, said] of [
    ['data=xor&rate=-4', /Learning rate must be more than 0 and at most 1,000; the state says -4\.$/],
    ['data=xor&rate=', /; it is left empty\.$/],
    ['data=xor&data=spiral', /There must be only one “data”; the state says “spiral”\.$/],
    ['data=xor&select=1.2', /The selected neuron must be .*, counted from 0; the state says 1\.2\.$/],
    ['data=xor&parameter=7.0.b', /The selected weight .*; the state says 7\.0\.b\.$/],
    ['data=xor&locked=7.0.1', /The list of locked weights .*; the state says 7\.0\.1\.$/],
    ['data=xor&muted=7.1', /The list of neurons switched off .*; the state says 7\.1\.$/],
    ['data=wine&layers=2', /The number of output neurons must be 3, .*; the state says 2\.$/],
  ]) {
    const session = await createSession({ worker: startWorker, url: query, from: 'attribute' })
    test.after(() => session.dispose())
    for (const words of [noticeWords(session, session.notice), session.notice.message]) {
      assert.match(words, /^The attribute “state” could not be used/)
      assert.doesNotMatch(words, /link/)
    }
    assert.match(noticeWords(session, session.notice), said)
  }
})

test('a key that is nearly ours is told, and the rest of the link counts', async (test) => {
  const session = await createSession({ worker: startWorker, url: '?data=xor&learningrate=0.3&ref=x&noise=0.2' })
  test.after(() => session.dispose())
  assert.equal(session.state.data.noise, 0.2)
  assert.equal(session.notice.kind, 'info')
  assert.match(session.notice.message, /learningrate.*rate/)
})

const table = flatTable({ inputs: ['a', 'b'], outputs: ['y'], rows: [[1, 2, 3]] })
const put = (pasted, isSheet, row = 0, column = 0) =>
  withCells(table, { row, column, mostRows: 100_000 }, cellsOf(pasted, isSheet))

test('several cells fill the table from the one on where they were pasted', () => {
  assert.deepEqual(listed(put('4\t5\t6\n7\t8\t9\n', true)), [
    [4, 5, 6],
    [7, 8, 9],
  ])
  assert.deepEqual(listed(put('0,5\t1/4\r\n−3.5e−1\t8\r\n', true, 0, 1)), [
    [1, 0.5, 0.25],
    [1, -0.35, 8],
  ])
  assert.deepEqual(listed(put('4,5,6\n7,8,9', false))[1], [7, 8, 9])
  assert.deepEqual(listed(put('4;0,5;6', false)), [[4, 0.5, 6]])
  assert.deepEqual(listed(put('0,5\n0,7', true, 0, 2)), [
    [1, 2, 0.5],
    [1, 2, 0.7],
  ])
  assert.deepEqual(listed(table), [[1, 2, 3]])
})

test('what does not fit or cannot be read is said with its row and column, and nothing is changed', () => {
  assert.match(put('1\t2\n3\tmany', true), /Row 2, column 2 .*“many”/)
  assert.match(put('1\t1,234', true), /column 2 .*1234 or 1\.234/)
  assert.match(put('1\t\n', true), /column 2 .*empty/)
  assert.match(put('1\t2\t3', true, 0, 1), /3.*2/)
  assert.match(put('1\t2\n3', true), /Line 2/)
  assert.match(put('1,5\n2,5', false), /decimal commas or columns/)
  assert.match(put('1\n'.repeat(100_001), true), /100,000 rows/)
})

test('half a million rows are refused before anything is made of them', async (test) => {
  const session = await openSession(test, 'data=hand')
  const row = [1, 2, 3, 4]
  const rows = Object.assign(Array(500_000).fill(row), { map: () => assert.fail('they were looked at') })
  const words = await sentence(session, { do: 'set', changes: { 'data.table': { ...tableOf(session), rows } } })
  assert.match(words, /at most 100,000 rows; this one would have 500,000/)
})
