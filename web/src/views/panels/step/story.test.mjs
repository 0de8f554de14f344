import assert from 'node:assert/strict'
import { test } from 'node:test'
import { filmOf, momentAt, restsOf } from './film.ts'
import { storyOf } from './story.ts'

const film = filmOf([3, 1])
const layers = [{ activation: 'tanh' }, { activation: 'sigmoid' }]
const context = {
  session: {
    state: {
      network: {
        layers: [
          { ...layers[0], units: 3 },
          { ...layers[1], units: 1 },
        ],
      },
      held: { muted: [] },
    },
    data: { task: 'binary', outputNames: ['1'], featureNames: ['x'] },
    catalog: { activations: [] },
  },
  next: { rows: [4], trace: { cost: 0.5 }, isDiverged: false },
  sample: 0,
  costAfter: 0.25,
  number: String,
  numbers: {
    network: { layers, optimizer: 'sgd' },
    write: String,
    values: { row: () => ({ target: [1], layers: [{}, { activation: [0.75], delta: [-0.25] }] }) },
  },
}
const told = (position, more = {}) => storyOf({ ...context, ...more, moment: momentAt(film, position) }, film, position)

test('where a stop comes to rest stands what has happened, and what comes next', () => {
  const lines = restsOf(film).map((position) => told(position))
  assert.equal(lines[0], '')
  for (const line of lines.slice(1)) assert.match(line, /^\w+: .*\./)
  assert.match(lines[1], /layer 1 has computed .*Next, they are passed on\./)
  assert.match(lines[2], /the output has computed .*Next, the prediction is compared/)
  assert.match(lines[3], /costs 0\.5,/)
  assert.match(lines[5], /reached layer 1\..*Next, every parameter takes its step\./)
  assert.match(lines[6], /costs 0\.25 instead of 0\.5\. Take the step/)
  assert.match(told(film.length, { costAfter: 0.75 }), /0\.75, more than 0\.5:/)
  assert.match(told(film.length, { costAfter: null }), /Take the step/)
})

test('every beat has a line of its own that names the neuron it is about', () => {
  const lines = film.beats.map(({ end }) => told(end))
  assert.equal(new Set(lines).size, lines.length)
  film.beats.forEach(({ stop, unit }, i) => {
    const { kind, layer } = film.stops[stop]
    if (unit >= 0 && kind !== 'cost' && layer === 0) assert.match(lines[i], new RegExp(`layer 1, neuron ${unit + 1}`))
  })
  const compared = film.beats.find(({ kind }) => kind === 'compare')
  assert.match(told(compared.end), /says 0\.75, the target is 1: .* it should rise\. Its wish, −delta, is 0\.25/)
})
