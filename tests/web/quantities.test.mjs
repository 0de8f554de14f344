/** No panel knows how a number arises: all of them read the table of quantities. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { belongsTo, quantities } from '../../web/src/quantities/quantities.ts'
import { code } from './rooms.mjs'
import { scripts } from './sources.mjs'

/** What formulas are made of, by the names that frames, traces and planned steps give them. */
const operands = 'Z|activation|delta|slope|costSlope|weights|bias|weightGradient|biasGradient|gradient|before|after'
const ofMeans = 'meanZ|meanActivation|meanSlope'

/** An element taken by its index, or a whole that only a formula wants, taken by its name or out of its object. */
const reads = [
  new RegExp(`\\.(?:${operands})\\??\\.?\\[`, 'g'),
  new RegExp(`\\.(?:Z|costSlope|weightGradient|biasGradient|${ofMeans})\\b`, 'g'),
  new RegExp(`\\{[^{}]*\\b(?:Z|costSlope|weightGradient|biasGradient|${ofMeans})\\b[^{}]*\\}\\s*(?:=[^=>]|:)`, 'g'),
]

/** Lines over many inputs and pictures of many weights show what the engine gives; no formula is behind them. */
const isPicture = (name) => /plots?\.ts$/.test(name)
/** What hands whole lists to the engine's measures works nothing out of them. */
const isMeasured = (name) => name.endsWith('panels/inside/numbers.ts')
const isWords = (name) => /sentences\.ts$/.test(name)

/** Operands that a script reads past the table. */
export const readsOf = ({ name, text }) =>
  reads.flatMap((read) => [...code(text).matchAll(read)].map(([found]) => `${name}: ${found}`))

test('panels read no operand past the table of quantities', () => {
  const isOther = (name) => isPicture(name) || isWords(name) || isMeasured(name)
  const panels = scripts.filter(({ name }) => name.includes('views/panels/') && !isOther(name))
  assert.ok(panels.length > 80)
  assert.deepEqual(panels.flatMap(readsOf), [])
})

test('an operand read past the table is noticed', () => {
  for (const text of [
    'const d = frame.layers[1].delta[unit]',
    'const z = trace.layers[0].Z',
    'const { Z, activation } = trace.layers[layer]',
    'function f({ Z: [Z], activation: [a] }: LayerTrace) {}',
    'const g = next.gradient[index]',
  ]) {
    assert.equal(readsOf({ name: 'planted.ts', text }).length > 0, true, text)
  }
})

test('every quantity is one of a neuron or of a parameter, or the whole network’s', () => {
  const at = { layer: 1, unit: 2, from: 3 }
  const found = Object.keys(quantities).map((name) => [name, belongsTo(name, at)])
  const ofNetwork = found.filter(([, to]) => to === null).map(([name]) => name)
  assert.deepEqual(ofNetwork, ['rowCost', 'cost', 'penalty'])
  for (const [name, to] of found) {
    if (to)
      assert.deepEqual(
        'column' in to ? [to.layer, to.row, to.column] : [to.layer, to.unit],
        'column' in to ? [1, 2, 3] : [1, 2],
        name,
      )
  }
  assert.deepEqual(belongsTo('gradient', { layer: 1, unit: 2 }), { layer: 1, row: 2, bias: true })
})
