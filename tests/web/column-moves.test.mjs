import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { inputMoves, movesBetween } from '../../web/src/state/column-moves.ts'
import { openSession, tableOf, weightsOf } from './session-helper.mjs'

const setTable = (session, value, from) => session.run({ do: 'set', changes: { 'data.table': value }, from })
const table = {
  inputs: ['a', 'b', 'c'],
  outputs: ['p', 'q'],
  rows: [
    [1, 2, 3, 0.25, 0.75],
    [3, 1, 2, 0.5, 0],
  ],
}

/** A session on own rows, trained or not, with a lock on an input's weight and on an output's bias. */
async function openTable(t, steps) {
  const session = await openSession(t, 'data=hand')
  await setTable(session, table)
  const parameters = [
    { layer: 0, row: 1, column: 2 },
    { layer: 1, row: 1, bias: true },
  ]
  await session.run({ do: 'lock', parameters, isLocked: true })
  if (steps) await session.run({ do: 'step', count: steps })
  return session
}

/** The weights that hang on one column of the data: those out of an input, those into an output with its bias. */
const ofInput = ({ layers: [{ units, weights }] }, c) => [...weights.slice(c * units, (c + 1) * units)]
function ofOutput({ layers }, c) {
  const { units, inputs, weights, bias } = layers.at(-1)
  return [...Array.from({ length: inputs }, (_, i) => weights[i * units + c]), bias[c]]
}

for (const steps of [0, 40]) {
  test(`a column that is renamed keeps every weight and lock, also when two swap their names, at step ${steps}`, async (t) => {
    const session = await openTable(t, steps)
    const { locked } = session.state.held
    const before = weightsOf(session)
    for (const names of [
      { inputs: ['size', 'b', 'c'] },
      { inputs: ['b', 'size', 'c'] },
      { inputs: ['size', 'b', 'c'], outputs: ['q', 'p'] },
      { inputs: ['x', 'y', 'z'], outputs: ['u', 'v'] },
    ]) {
      assert.ok(await setTable(session, { ...tableOf(session), ...names }))
      assert.deepEqual(weightsOf(session), before)
      assert.deepEqual(session.state.held.locked, locked)
      assert.deepEqual(session.data.featureNames, names.inputs)
      assert.equal(session.frame.step, steps)
    }
    assert.deepEqual(session.data.outputNames, ['u', 'v'])
    assert.equal((await setTable(session, { ...tableOf(session), inputs: ['x', 'x', 'z'] })).ok, false)
    assert.deepEqual(weightsOf(session), before)
  })
}

test('a rename changes nothing of what training does next', async (t) => {
  const [one, other] = [await openTable(t, 30), await openTable(t, 30)]
  const optimizer = { do: 'set', changes: { 'training.optimizer': 'adam' } }
  for (const session of [one, other]) await session.run(optimizer)
  await one.run({ do: 'step', count: 5 })
  await other.run({ do: 'step', count: 5 })
  await setTable(other, { ...table, inputs: ['c', 'b', 'a'] })
  await one.run({ do: 'step', count: 5 })
  await other.run({ do: 'step', count: 5 })
  assert.deepEqual(weightsOf(other), weightsOf(one))
})

test('first weights set by hand stay in the state when a cell or a name changes', async (t) => {
  const session = await openSession(t, 'data=hand')
  await session.run({ do: 'setParameter', parameter: { layer: 0, row: 0, column: 0 }, value: 0.5 })
  const { parameters } = session.state
  assert.equal(parameters[0].weights[0][0], 0.5)
  await setTable(session, { ...tableOf(session), inputs: ['u', 'v'] })
  assert.deepEqual(session.state.parameters, parameters)
  await setTable(session, { ...tableOf(session), rows: [[1, 2, 0, 1]] })
  assert.deepEqual(session.state.parameters, parameters)
  assert.match(session.link(), /weights=/)
})

// What can be done to a column, as functions of the columns there are: [[id, name], ...] of one side.
const former = (before, after) =>
  after.map(([id]) => {
    const at = before.findIndex(([other]) => other === id)
    return at < 0 ? null : at
  })
let ids = 0
const edits = {
  rename: (columns, at) => columns.with(at, [columns[at][0], `name ${++ids}`]),
  swapNames: (columns, at, to) =>
    columns.with(at, [columns[at][0], columns[to][1]]).with(to, [columns[to][0], columns[at][1]]),
  add: (columns, at) => (columns.length < 5 ? columns.toSpliced(at, 0, [++ids, `new ${ids}`]) : columns),
  remove: (columns, at) => (columns.length > 1 ? columns.toSpliced(at, 1) : columns),
  move: (columns, at, to) => columns.toSpliced(at, 1).toSpliced(to, 0, columns[at]),
}
const anyEdit = fc.record({
  edit: fc.constantFrom(...Object.keys(edits)),
  side: fc.constantFrom('inputs', 'outputs'),
  at: fc.nat(9),
  to: fc.nat(9),
  isTold: fc.boolean(),
})
const anyAct = fc.oneof(
  { weight: 5, arbitrary: anyEdit },
  { weight: 2, arbitrary: fc.constantFrom({ do: 'undo' }, { do: 'redo' }) },
)

test('whatever is done to columns, each that stays keeps its weights bit for bit and its locks; undo and redo too', async (t) => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(0, 25), fc.array(anyAct, { minLength: 1, maxLength: 10 }), async (steps, acts) => {
      const session = await openTable(t, steps)
      const start = {
        inputs: table.inputs.map((name) => [++ids, name]),
        outputs: table.outputs.map((name) => [++ids, name]),
      }
      const lookOf = (columns) => ({
        columns,
        weights: new Map([
          ...columns.inputs.map(([id], c) => [id, ofInput(session.frame, c)]),
          ...columns.outputs.map(([id], c) => [id, ofOutput(session.frame, c)]),
        ]),
        lockedInput: columns.inputs[session.state.held.locked.find(({ layer }) => layer === 0)?.column]?.[0],
        lockedOutput: columns.outputs[session.state.held.locked.find(({ layer }) => layer === 1)?.row]?.[0],
        all: weightsOf(session),
        names: [columns.inputs.map(([, name]) => name), columns.outputs.map(([, name]) => name)],
      })
      const past = []
      const future = []
      let now = lookOf(start)
      for (const act of acts) {
        if (act.do) {
          const [from, to] = act.do === 'undo' ? [past, future] : [future, past]
          await session.run(act)
          if (!from.length) {
            if (act.do === 'undo') return // the edits that made the table
            continue
          }
          to.push(now)
          now = from.pop()
          assert.deepEqual(lookOf(now.columns), now, `${act.do} brings back every weight`)
          continue
        }
        const { columns } = now
        const old = columns[act.side]
        const changed = edits[act.edit](old, act.at % old.length, act.to % old.length)
        if (changed === old) continue
        const next = { ...columns, [act.side]: changed }
        const moves = { inputs: former(columns.inputs, next.inputs), outputs: former(columns.outputs, next.outputs) }
        const value = {
          inputs: next.inputs.map(([, name]) => name),
          outputs: next.outputs.map(([, name]) => name),
          rows: tableOf(session).rows.map((row) => [
            ...moves.inputs.map((place) => (place === null ? 0 : row[place])),
            ...moves.outputs.map((place) => (place === null ? 0 : row[columns.inputs.length + place])),
          ]),
        }
        // Only a move has to be told: it looks like other names in the same places.
        const from = act.isTold || act.edit === 'move' ? moves : undefined
        assert.ok(await setTable(session, value, from), session.notice?.message)
        past.push(now)
        future.length = 0
        const before = now
        now = lookOf(next)
        for (const [id, weights] of now.weights) {
          const kept = before.weights.get(id)
          if (!kept) continue
          // Out of an input go as many weights as before, into an output too: the hidden layer stays.
          assert.deepEqual(weights, kept, `${act.edit} of ${act.side}`)
        }
        const isThere = (id) => [...next.inputs, ...next.outputs].some(([other]) => other === id)
        for (const name of ['lockedInput', 'lockedOutput']) {
          assert.equal(now[name], isThere(before[name]) ? before[name] : undefined, name)
        }
        assert.deepEqual([session.data.featureNames, session.data.outputNames], now.names)
      }
    }),
    { numRuns: 60 },
  )
})

test('other columns of a shipped table keep the weights and locks of those that stay, categories too', async (t) => {
  const session = await openSession(t, 'data=penguins')
  await session.run({ do: 'step', count: 10 })
  const choose = (value) => session.run({ do: 'set', changes: { 'data.features': value } })
  const held = () => Object.fromEntries(session.data.featureNames.map((name, c) => [name, ofInput(session.frame, c)]))
  const all = held()
  const names = session.data.featureNames
  await session.run({ do: 'lock', parameters: [{ layer: 0, row: 3, column: 2 }], isLocked: true })

  assert.ok(await choose([names[0], names[2], 'island']))
  const islands = held()
  assert.ok(Object.keys(islands).length > 3, 'one input for each island')
  for (const name of [names[0], names[2]]) assert.deepEqual(islands[name], all[name])
  assert.deepEqual(session.state.held.locked, [
    { layer: 0, row: 3, column: session.data.featureNames.indexOf(names[2]) },
  ])

  assert.ok(await choose([names[2], names[3], 'island']))
  const later = held()
  for (const name of Object.keys(later).filter((name) => name in islands)) assert.deepEqual(later[name], islands[name])
  assert.ok(await choose([names[3]]))
  assert.deepEqual(held()[names[3]], later[names[3]])
  assert.deepEqual(session.state.held.locked, [], 'its column is gone')
  assert.ok(await choose(null))
  assert.deepEqual(held()[names[3]], later[names[3]])
  for (let i = 0; i < 4; i++) await session.run({ do: 'undo' })
  assert.deepEqual(held(), all)
})

test('a locked weight at step 0 keeps its value when the network changes', async (t) => {
  const session = await openSession(t)
  await session.run({ do: 'lock', parameters: [{ layer: 1, row: 0, column: 0 }], isLocked: true })
  const [weight] = session.frame.layers[1].weights
  await session.run({ do: 'addUnit', layer: 1 })
  assert.equal(session.frame.layers[1].weights[0], weight)
})

test('where columns stood before is told or found, and what is told is checked', () => {
  const after = (inputs) => ({ ...table, inputs })
  assert.deepEqual(movesBetween(table, after(['c', 'a', 'b'])).inputs, [0, 1, 2])
  assert.deepEqual(movesBetween(table, after(['c', 'd', 'a', 'b'])).inputs, [2, null, 0, 1])
  const told = { inputs: [2, 0, null], outputs: [1, 0] }
  assert.deepEqual(movesBetween(table, after(['c', 'a', 'b']), told), told)
  for (const from of [
    null,
    7,
    {},
    { inputs: [0, 1], outputs: [0, 1] },
    { ...told, inputs: [0, 0, 1] },
    { ...told, inputs: [0, 1, 3] },
    { ...told, inputs: [0, 1, '2'] },
    { ...told, more: [] },
  ]) {
    assert.throws(() => movesBetween(table, after(['c', 'a', 'b']), from), /^(Type|Range)Error: from/)
  }
  const columns = [
    { name: 'a', isUsed: true, isUsual: true, inputs: 1 },
    { name: 'kind', isUsed: true, isUsual: false, inputs: 3 },
    { name: 'b', isUsed: false, isUsual: true, inputs: 1 },
  ]
  assert.deepEqual(inputMoves(columns, ['kind', 'b']), [1, 2, 3, null])
  assert.deepEqual(inputMoves(columns, null), [0, null])
})
