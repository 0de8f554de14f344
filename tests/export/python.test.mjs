/** Exported Python, run with Debian's NumPy and PyTorch. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import test from 'node:test'
import { catalog } from '../web/session-helper.mjs'
import { exportedCases } from './cases.mjs'
import { assertAgrees, folder, here, root, run, tolerances, writeAll } from './files.mjs'

const hasTorch = (python) => spawnSync(python, ['-c', 'import numpy, torch']).status === 0

/** Debian's own, which has what apt-get installs; where there is no Debian, whichever has PyTorch. */
function pythonWithTorch() {
  if (!['/usr/bin/python3', 'python3'].some(hasTorch)) run('./dev', ['pytorch'], { cwd: root, stdio: 'pipe' })
  return ['/usr/bin/python3', 'python3'].find(hasTorch)
}

const cases = await exportedCases()
const path = await folder()
const files = {}
for (const kind of ['numpy', 'pytorch', 'keras', 'notebook', 'safetensors'])
  files[kind] = await writeAll(path, cases, kind)
const answers = JSON.parse(run(pythonWithTorch(), ['-W', 'error', `${here}run_files.py`, path]))

for (const kind of ['numpy', 'pytorch', 'notebook'])
  test(`${kind}: every network agrees with the page`, () => {
    for (const [name, file] of Object.entries(files[kind])) assertAgrees(name, answers[file].said)
  })

test('safetensors, read by a reader that is not ours: the very weights, by the names of the module', () => {
  for (const [name, { layers, inputScale, targetScale }] of Object.entries(cases)) {
    const { apart, tensors } = answers[files.pytorch[name]]
    assert.equal(apart, 0, name)
    assert.deepEqual(tensors['layers.0.weight'], [layers[0].units, layers[0].inputs], name)
    assert.deepEqual(tensors['inputs.mean'], inputScale ? [layers[0].inputs] : undefined, name)
    assert.deepEqual(tensors['targets.mean'], targetScale ? [layers.at(-1).units] : undefined, name)
  }
})

test('a notebook that goes through the rows as the page did comes to the very weights of the page', () => {
  const inOrder = Object.entries(cases).filter(
    ([, { training, train }]) =>
      !training.shuffle || training.batchSize === 0 || training.batchSize >= train.rows.length,
  )
  assert.ok(inOrder.length > 20)
  for (const [name, { step }] of inOrder) {
    const { apart, steps } = answers[files.notebook[name]]
    assert.equal(steps, step, name)
    assert.ok(apart <= (tolerances[name] ?? 1e-12), `${name}: ${apart}`)
  }
})

test('every cost and every optimizer is among what is trained so', () => {
  const trained = Object.values(cases).filter(({ training }) => training.batchSize === 0)
  for (const [option, names] of Object.entries({ cost: catalog.costs, optimizer: catalog.optimizers }))
    for (const { name } of names)
      assert.ok(
        trained.some(({ training }) => training[option] === name),
        name,
      )
})

/** What the files may use of Keras 3, as its documentation has it: the keywords of each. */
const documented = {
  Input: [],
  Sequential: [],
  'config.set_floatx': [],
  'constraints.Constraint': [],
  'initializers.GlorotUniform': ['seed'],
  'initializers.HeUniform': ['seed'],
  'initializers.RandomNormal': ['mean', 'stddev', 'seed'],
  'initializers.RandomUniform': ['minval', 'maxval', 'seed'],
  'initializers.Zeros': [],
  'layers.Activation': ['activation'],
  'layers.Dense': [
    'activation',
    'kernel_initializer',
    'kernel_regularizer',
    'bias_regularizer',
    'kernel_constraint',
    'bias_constraint',
  ],
  'layers.Layer': [],
  'layers.LeakyReLU': ['negative_slope'],
  'losses.BinaryCrossentropy': ['from_logits'],
  'losses.CategoricalCrossentropy': ['from_logits'],
  'losses.Huber': ['delta'],
  'losses.MeanSquaredError': [],
  'ops.cast': [],
  'ops.square': [],
  'ops.sum': ['axis'],
  'ops.where': [],
  'optimizers.Adagrad': ['learning_rate', 'initial_accumulator_value', 'epsilon'],
  'optimizers.Adam': ['learning_rate', 'beta_1', 'beta_2', 'epsilon'],
  'optimizers.AdamW': ['learning_rate', 'weight_decay', 'beta_1', 'beta_2', 'epsilon'],
  'optimizers.RMSprop': ['learning_rate', 'rho', 'epsilon'],
  'optimizers.SGD': ['learning_rate', 'momentum', 'nesterov'],
  'regularizers.L1L2': ['l1', 'l2'],
  'regularizers.L2': ['l2'],
}
const activations = ['linear', 'sigmoid', 'tanh', 'relu', 'elu', 'softplus', 'gelu', 'silu', 'softmax']

test('keras: every file is Python, and uses nothing that is not documented', () => {
  for (const file of Object.values(files.keras)) {
    const { calls, strings } = answers[file]
    for (const [name, keywords] of calls) {
      assert.ok(Object.hasOwn(documented, name), `${file}: keras.${name}`)
      for (const keyword of keywords) assert.ok(documented[name].includes(keyword), `${file}: ${name}(${keyword}=)`)
    }
    for (const name of strings) assert.ok(activations.includes(name), `${file}: ${name}`)
  }
})
