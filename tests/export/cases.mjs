/** Networks that between them have everything there is in the catalogue, as they are exported. */

import { gather } from '../../web/src/export/gather.ts'
import { createSession } from '../../web/src/session/session.ts'
import { catalog, startWorker } from '../web/session-helper.mjs'

/** All numbers of a penguin, and the two categories. */
const features = ['bill length', 'bill depth', 'flipper length', 'body mass', 'island', 'sex']

const networkOf = (activation, units, output, outputs, more = {}) => ({
  layers: [
    { units, activation },
    { units: outputs, activation: output },
  ],
  ...more,
})

const penguins = { name: 'penguins', features }
const classes = (activation, more = {}) => ({
  data: penguins,
  network: networkOf(activation, 5, 'softmax', 3),
  ...more,
})

/** Activations that one output can have. */
const single = catalog.activations.filter(({ elementwise }) => elementwise)

const fits = ([low, high], domain) => low >= domain[0] && high <= domain[1]

/** By a name of each: a state, and how many steps are taken. */
const states = {
  ...Object.fromEntries(
    catalog.activations.map(({ name }) => [`activation ${name}`, { state: classes(name), steps: 5 }]),
  ),
  ...Object.fromEntries(
    single.map(({ name }) => [
      `output ${name}`,
      {
        state: {
          data: { ...penguins, target: 'body mass', features: features.filter((name) => name !== 'body mass') },
          network: networkOf('tanh', 4, name, 1),
          training: { cost: 'mse' },
        },
        steps: 5,
      },
    ]),
  ),
  ...Object.fromEntries(
    catalog.initializers.map(({ name }) => [
      `initializer ${name}`,
      {
        state: { data: { name: 'sine' }, network: networkOf('tanh', 3, 'linear', 1, { initializer: name }) },
        steps: 4,
      },
    ]),
  ),
  ...Object.fromEntries(
    catalog.optimizers.map(({ name }) => [
      `optimizer ${name}`,
      {
        state: classes('tanh', {
          training: { optimizer: name, batchSize: 0, weightDecay: 0.01, l1: 0.001, l2: 0.002, learningRate: 0.02 },
        }),
        steps: 20,
      },
    ]),
  ),
  ...Object.fromEntries(
    catalog.costs.flatMap(({ name, domain }) =>
      catalog.activations
        .filter(({ name, range }) => ['linear', 'sigmoid', 'softmax'].includes(name) && fits(range, domain))
        .map(({ name: output }) => [
          `cost ${name} of ${output}`,
          {
            state: {
              data: { name: 'blobs', samples: 60 },
              network: networkOf('tanh', 4, output, 4),
              training: { cost: name, optimizer: 'sgd', batchSize: 0, learningRate: 0.1, l2: 0 },
            },
            steps: 20,
          },
        ]),
    ),
  ),
  'held still': {
    state: classes('sigmoid', {
      training: { optimizer: 'adamw', batchSize: 0, weightDecay: 0.01 },
      held: {
        locked: [
          { layer: 0, row: 1, column: 2 },
          { layer: 1, row: 0, bias: true },
        ],
        muted: [{ layer: 0, unit: 3 }],
      },
    }),
    steps: 12,
  },
  'held still in a softmax': {
    state: classes('softmax', { training: { batchSize: 0 }, held: { locked: [], muted: [{ layer: 0, unit: 0 }] } }),
    steps: 12,
  },
  'in order': {
    state: {
      data: { name: 'circle', samples: 50 },
      network: networkOf('silu', 4, 'sigmoid', 1),
      training: { batchSize: 8, shuffle: false, optimizer: 'adam' },
    },
    steps: 15,
  },
  single: {
    state: classes('relu', { network: networkOf('relu', 5, 'softmax', 3, { precision: 'float32' }) }),
    steps: 5,
  },
  images: { state: { data: { name: 'digits' } }, steps: 2 },
  gaps: {
    state: {
      data: {
        name: 'hand',
        standardize: true,
        testShare: 0.3,
        table: {
          inputs: ['length', 'kind', 'mass', 'sort'],
          outputs: ['a', 'b'],
          ignored: ['id'],
          about: {
            length: { unit: 'mm', missing: 'mean' },
            kind: { levels: ['x', 'y'] },
            mass: { missing: 'column' },
            sort: { levels: ['p', 'q', 'r'], missing: 'column' },
            a: { unit: 'm' },
          },
          rows: Array.from({ length: 24 }, (_, i) => [
            i % 5 === 1 ? null : i * 3 - 7,
            i % 4 === 2 ? null : i % 2,
            i % 6 === 3 ? null : Math.sin(i),
            i % 7 === 4 ? null : i % 3,
            i / 10,
            Math.cos(i) * 100,
            i,
          ]),
        },
      },
      network: networkOf('tanh', 4, 'linear', 2),
      training: { cost: 'mse', optimizer: 'momentum', learningRate: 0.001, batchSize: 0 },
    },
    steps: 8,
  },
  'made of others': {
    state: {
      data: {
        name: 'spiral',
        standardize: true,
        derived: [{ product: ['x1', 'x1'] }, { product: ['x1', 'x2', 'x2'] }, { sine: 'x2' }],
      },
      network: networkOf('tanh', 4, 'sigmoid', 1),
      training: { batchSize: 0 },
    },
    steps: 6,
  },
  'made of categories': {
    state: {
      data: {
        ...penguins,
        features: ['bill length', 'sex'],
        derived: [{ product: ['bill length', 'sex = male'] }, { sine: 'bill length' }],
      },
      network: networkOf('tanh', 4, 'softmax', 3),
      training: { batchSize: 0 },
    },
    steps: 6,
  },
  'one neuron': { state: { data: { name: 'study-hours' } }, steps: 3 },
  'by hand': { state: { data: { name: 'hand' } }, steps: 2 },
  deep: {
    state: {
      data: { name: 'spiral' },
      network: {
        layers: [
          { units: 5, activation: 'gelu' },
          { units: 7, activation: 'elu' },
          { units: 3, activation: 'softplus' },
          { units: 1, activation: 'sigmoid' },
        ],
      },
    },
    steps: 4,
  },
}

/** @param {Record<string, { state: object, steps: number }>} [of] @returns by their names, all that is exported of each */
export async function exportedCases(of = states) {
  const session = await createSession({ worker: startWorker })
  const cases = {}
  for (const [name, { state, steps }] of Object.entries(of)) {
    const { ok, message } = await session.run({ do: 'load', state, isSure: true })
    if (!ok) throw new Error(`${name}: ${message}`)
    await session.run({ do: 'step', count: steps })
    cases[name] = await gather(session, { first: true, predictions: true })
    // As a reader may write it: what was missing has been filled in.
    if (name === 'gaps')
      cases[name].check.rows = cases[name].check.rows.map((row) =>
        row.map((cell, c) => (cell === cases[name].columns[c].fill ? null : cell)),
      )
    cases[name].name = name.toLowerCase().replace(/\W+/g, '_')
  }
  session.dispose()
  const [first] = Object.values(cases)
  return { ...cases, hostile: hostileCase(first) }
}

/** The first case with names that could break a program that holds them. */
export function hostileCase(exported) {
  const copy = structuredClone(exported)
  const renamed = new Map()
  copy.title = hostileNames.join(' ')
  copy.columns.forEach((column, c) => {
    column.name = hostileNames[c % hostileNames.length]
    column.unit = column.levels.length ? '' : hostileNames.at(-1 - c)
    column.levels = column.levels.map((level, l) => {
      renamed.set(level, hostileNames[(c + l + 2) % hostileNames.length])
      return renamed.get(level)
    })
  })
  copy.outputs.forEach((output, i) => {
    output.name = hostileNames[i]
  })
  copy.classes = copy.classes.map((_, i) => hostileNames[i])
  for (const set of [copy.train, copy.test, copy.check])
    set.rows = set.rows.map((row) => row.map((cell) => renamed.get(cell) ?? cell))
  return { ...copy, name: 'hostile' }
}

/** Texts that could break a program that holds them. */
export const hostileNames = [
  '</script><script>alert(1)</script>',
  `"'\`\\`,
  '__proto__',
  'line\nbreak\r\u2028\u2029\0\t',
  '*/ } ??/',
  '\'\'\'"""',
  '\u0024{process.exit(1)}{x}%s%n',
  '=1+1',
  '\ud83d alone, \u202e turned, 🐧 élan',
  '#{} \\N{BULLET} \\u0041 \\',
]
