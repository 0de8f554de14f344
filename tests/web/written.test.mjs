/** What people write: references, changes, goals. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { refusalOf } from '../../web/src/network/refuse.ts'
import { areChanges } from '../../web/src/state/link-pairs.ts'
import { readChanges, writeChanges } from '../../web/src/state/written/changes.ts'
import { isMet, readGoal, writeGoal } from '../../web/src/state/written/goal.ts'
import {
  measures,
  readLayer,
  readNeuron,
  readReference,
  writeNeuron,
  writeReference,
} from '../../web/src/state/written/references.ts'

const readers = { readLayer, readNeuron, readReference, readChanges, readGoal }

test('weights, biases and neurons count from 1 where they are written, and from 0 where they are meant', () => {
  assert.deepEqual(readReference('1.W4,2', 'of'), { parameter: { layer: 0, row: 1, column: 3 } })
  assert.deepEqual(readReference(' 2.B1 ', 'of'), { parameter: { layer: 1, row: 0, bias: true } })
  assert.deepEqual(readReference('1.A2', 'of'), { quantity: 'activation', neuron: { layer: 0, unit: 1 } })
  assert.deepEqual(readReference('3.Z1', 'of'), { quantity: 'sum', neuron: { layer: 2, unit: 0 } })
  assert.deepEqual(readReference('1.delta2', 'of'), { quantity: 'delta', neuron: { layer: 0, unit: 1 } })
  assert.deepEqual(readReference('testCost', 'of'), { measure: 'testCost' })
  assert.deepEqual(readNeuron('1.2', 'unit'), { layer: 0, unit: 1 })
  assert.deepEqual(readLayer('2', 'layer'), { layer: 1, unit: 0 })
})

test('changes are of weights, biases, and settings by the key of a link or their own name', () => {
  assert.deepEqual(readChanges('1.W1,1=0.5; 1.B2=−1e-3;', 'changes'), [
    { parameter: { layer: 0, row: 0, column: 0 }, value: 0.5 },
    { parameter: { layer: 0, row: 1, bias: true }, value: -0.001 },
  ])
  assert.deepEqual(readChanges('rate=0.1; batchSize=5; optimizer=adam; shuffle=false', 'changes'), [
    { path: 'training.learningRate', value: 0.1 },
    { path: 'training.batchSize', value: 5 },
    { path: 'training.optimizer', value: 'adam' },
    { path: 'training.shuffle', value: false },
  ])
  assert.deepEqual(readChanges('1.W1,2', 'changes'), [{ parameter: { layer: 0, row: 1, column: 0 }, value: null }])
})

test('a goal is comparisons joined by and, all of which must hold', () => {
  const goal = readGoal('testCost <= 0.05 and neurons<=3 AND 1.W1,1 > -.5', 'goal')
  assert.deepEqual(goal, [
    { of: { measure: 'testCost' }, is: '<=', value: 0.05 },
    { of: { measure: 'neurons' }, is: '<=', value: 3 },
    { of: { parameter: { layer: 0, row: 0, column: 0 } }, is: '>', value: -0.5 },
  ])
  assert.equal(writeGoal(goal), 'testCost <= 0.05 and neurons <= 3 and 1.W1,1 > -0.5')
  const met = (is, number) => isMet({ is, value: 1 }, number)
  assert.deepEqual(
    ['<', '<=', '=', '>=', '>'].map((is) => [0, 1, 2, NaN].map((number) => met(is, number))),
    [
      [true, false, false, false],
      [true, true, false, false],
      [false, true, false, false],
      [false, true, true, false],
      [false, false, true, false],
    ],
  )
})

test('what is refused is told with what was written and what is allowed', () => {
  const said = (read, written) => {
    try {
      read(written, 'of')
    } catch (error) {
      return error.message
    }
  }
  assert.match(said(readReference, 'costs'), /^of: must be one of cost, testCost, .* 1\.delta2, got costs$/)
  assert.match(said(readReference, '0.W1,1'), /counted from 1, .* got 0\.W1,1$/)
  assert.match(said(readReference, '1.2'), /1\.A2, .* got "1\.2"$/)
  assert.match(said(readNeuron, '1.0'), /^of: must be layer\.neuron, counted from 1, as in 1\.2, got "1\.0"$/)
  assert.match(said(readChanges, '1.W1,1=zero'), /^of: must be a finite number, got zero$/)
  assert.match(said(readChanges, '1.W1,1=1e999'), /^of: must be a finite number, got "1e999"$/)
  assert.match(said(readChanges, 'rate=1e999'), /^training\.learningRate: must be a finite number, got "1e999"$/)
  assert.match(said(readChanges, 'rat=0.1'), /^of: has no setting rat; did you mean rate\?$/)
  assert.match(said(readChanges, 'learningrate=0.1'), /did you mean learningRate\?$/)
  assert.match(said(readChanges, 'colour=red'), /^of: must be changes separated by semicolons, .*, got colour=red$/)
  assert.match(said(readChanges, '1.W1,1=1; 1.W1,1=2'), /^of: must name each one once, got 1\.W1,1=2$/)
  assert.match(
    said(readChanges, 'layers=2.tanh'),
    /^of: must be changes separated by semicolons, .* got layers=2\.tanh$/,
  )
  assert.match(said(readChanges, 'shuffle=perhaps'), /^training\.shuffle: must be true or false, got perhaps$/)
  assert.match(said(readChanges, ''), /^of: must be changes separated by semicolons/)
  assert.match(said(readGoal, 'cost 0.05'), /^of: must be comparisons by .* got cost 0\.05$/)
  assert.equal(said(readGoal, 'cost < 1 and accuracy >= 95'), 'accuracy: must be from 0 to 1, got >= 95')
  assert.equal(said(readGoal, 'testR2 > 1'), 'testR2: must be at most 1, got > 1')
  assert.match(said(readGoal, 'cost <= low'), /^of: must be a finite number, got low$/)
  assert.match(said(readGoal, 'cost < 1 < 2'), /^of: must be comparisons/)
  assert.match(said(readGoal, 'x'.repeat(2001)), /^of: must have at most 2000 characters, got 2001$/)
  assert.match(said(readGoal, Array(65).fill('cost<1').join(' and ')), /^of\.length: must be at most 64, got 65$/)
  assert.match(said(readGoal, null), /^of: must be a string, got null$/)
})

test('a goal that no share can reach is refused, and one that some can is a goal', () => {
  for (const share of ['accuracy', 'testAccuracy']) {
    for (const never of ['>= 95', '> 1', '= 1.5', '< 0', '<= -0.1'])
      assert.throws(() => readGoal(`${share} ${never}`, 'goal'), { name: 'RangeError' }, never)
    for (const some of ['>= 0.95', '>= 1', '< 1', '= 0', '<= 0']) readGoal(`${share} ${some}`, 'goal')
  }
  for (const share of ['r2', 'testR2']) {
    for (const never of ['>= 95', '> 1', '= 2'])
      assert.throws(() => readGoal(`${share} ${never}`, 'goal'), { name: 'RangeError' }, never)
    for (const some of ['>= 0.9', '= -3', '< -1']) readGoal(`${share} ${some}`, 'goal')
  }
})

const count = fc.integer({ min: 1, max: 99999 })
const parameter = fc.oneof(
  fc.record({ layer: count, row: count, column: count }),
  fc.record({ layer: count, row: count, bias: fc.constant(true) }),
)
const quantity = fc.constantFrom('activation', 'sum', 'delta')
const reference = fc.oneof(
  fc.constantFrom(...measures).map((measure) => ({ measure })),
  fc.record({ parameter }),
  fc.record({ quantity, neuron: fc.record({ layer: count, unit: count }) }),
)
/** Counted from 0, as they are meant. */
const fromZero = (value) =>
  typeof value === 'number'
    ? value - 1
    : typeof value === 'object'
      ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, fromZero(inner)]))
      : value
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value || 0)

test('what is written down is read again as the same', () => {
  fc.assert(
    fc.property(reference.map(fromZero), (one) => assert.deepEqual(readReference(writeReference(one), 'of'), one)),
  )
  fc.assert(
    fc.property(fc.record({ layer: count, unit: count }).map(fromZero), (one) =>
      assert.deepEqual(readNeuron(writeNeuron(one), 'of'), one),
    ),
  )
  const change = fc.oneof(
    fc.record({ parameter: parameter.map(fromZero), value: fc.option(number) }),
    fc.record({ path: fc.constantFrom('training.learningRate', 'training.l2'), value: fc.option(number) }),
    fc.record({ path: fc.constant('training.shuffle'), value: fc.boolean() }),
    fc.record({ path: fc.constant('training.cost'), value: fc.constantFrom('mse', 'quadratic') }),
  )
  const keyOf = (one) => JSON.stringify(one.parameter ?? one.path)
  const changes = fc.uniqueArray(change, { minLength: 1, maxLength: 20, selector: keyOf }).map(structuredClone)
  fc.assert(fc.property(changes, (all) => assert.deepEqual(readChanges(writeChanges(all), 'changes'), all)))
  const comparison = fc
    .record({ of: reference.map(fromZero), is: fc.constantFrom('<', '<=', '=', '>=', '>'), value: number })
    .map((one) => (/accuracy|r2/i.test(one.of.measure) ? { ...one, value: 0.5 } : one))
  const goals = fc.array(comparison, { minLength: 1, maxLength: 20 }).map(structuredClone)
  fc.assert(fc.property(goals, (goal) => assert.deepEqual(readGoal(writeGoal(goal), 'goal'), goal)))
})

test('whatever is written is read, or refused as data: nothing else is thrown', () => {
  const piece = fc.constantFrom(
    '1',
    '.',
    'W',
    'B',
    ',',
    '=',
    ';',
    ' and ',
    '<=',
    'cost',
    'rate',
    'A',
    'delta',
    '-',
    'e9',
  )
  const written = fc.oneof(
    fc.string({ maxLength: 3000 }),
    fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
    fc.anything(),
  )
  for (const read of Object.values(readers))
    fc.assert(
      fc.property(written, (text) => {
        try {
          read(text, 'written')
        } catch (error) {
          assert.ok(refusalOf(error), String(error.stack))
        }
      }),
      { numRuns: 500 },
    )
})

test('hostile lengths are refused at once', () => {
  const start = performance.now()
  for (const read of Object.values(readers))
    for (const text of ['1.'.repeat(5e6), '<='.repeat(5e6), ';'.repeat(1e7), `${'9'.repeat(1999)}x`])
      assert.throws(
        () => read(text, 'written'),
        (error) => refusalOf(error) !== null,
      )
  assert.ok(performance.now() - start < 2000)
})

test('what stands after the # of an address is ours only where it begins as changes of weights do', () => {
  for (const text of ['1.W1,1=0.5', '1.B2=0; rate=0.1', '2.W1,1=x', '1.W', '1.W=2', '2.B,'])
    assert.ok(areChanges(text), text)
  for (const text of ['section-3', '?secret=a1', '1.2', 'rate=0.1', '', 'W1,1=2', '0.W1,1=1', '1.Why', '2.Background'])
    assert.ok(!areChanges(text), text)
})
