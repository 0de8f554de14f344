import { aboutLines, type Note } from '../about.ts'
import { type Exported, type ExportedLayer, silent } from '../exported.ts'
import { inCode } from '../text/numbers.ts'
import { comment, inTargetUnit, list, matrixIn, preparation, selfCheck, targetScaleIn } from './parts.ts'

/** Keras 3: the network as a Sequential model that is compiled and ready to be trained further. */

/** What a Dense layer is told. */
export const activations: Record<string, string> = {
  linear: '"linear"',
  sigmoid: '"sigmoid"',
  tanh: '"tanh"',
  relu: '"relu"',
  leakyRelu: 'keras.layers.LeakyReLU(negative_slope=0.01)',
  elu: '"elu"',
  softplus: '"softplus"',
  gelu: '"gelu"',
  silu: '"silu"',
  softmax: '"softmax"',
}

/** What compile() is told. @param output the activation of the last layer */
export const costs: Record<string, (output: string) => string> = {
  mse: () => 'keras.losses.MeanSquaredError()',
  quadratic: () => 'quadratic',
  binaryCrossEntropy: () => 'keras.losses.BinaryCrossentropy()',
  softmaxCrossEntropy: (output) =>
    `keras.losses.CategoricalCrossentropy(from_logits=${output === 'softmax' ? 'False' : 'True'})`,
  huber: () => 'keras.losses.Huber(delta=1.0)',
}

type Training = Exported['training']

const rate = ({ learningRate }: Training) => `learning_rate=${inCode(learningRate)}`
const epsilon = (training: Training) => `epsilon=${inCode(training.epsilon)}`
const betas = ({ beta1, beta2 }: Training) => `beta_1=${inCode(beta1)}, beta_2=${inCode(beta2)}`

export const optimizers: Record<string, (training: Training) => string> = {
  sgd: (training) => `keras.optimizers.SGD(${rate(training)})`,
  momentum: (training) => `keras.optimizers.SGD(${rate(training)}, momentum=${inCode(training.momentum)})`,
  nesterov: (training) =>
    `keras.optimizers.SGD(${rate(training)}, momentum=${inCode(training.momentum)}, nesterov=True)`,
  adagrad: (training) =>
    `keras.optimizers.Adagrad(${rate(training)}, initial_accumulator_value=0.0, ${epsilon(training)})`,
  rmsprop: (training) =>
    `keras.optimizers.RMSprop(${rate(training)}, rho=${inCode(training.rho)}, ${epsilon(training)})`,
  adam: (training) => `keras.optimizers.Adam(${rate(training)}, ${betas(training)}, ${epsilon(training)})`,
  adamw: (training) =>
    `keras.optimizers.AdamW(${rate(training)}, weight_decay=${inCode(training.weightDecay)}, ${betas(training)}, ${epsilon(training)})`,
}

/** Those that put epsilon elsewhere than PyTorch. */
const otherEpsilon = ['adagrad', 'rmsprop', 'adam', 'adamw']

type Size = Pick<ExportedLayer, 'inputs' | 'units'>

const normal = (deviation: number, seed: number) =>
  `keras.initializers.RandomNormal(0.0, ${inCode(deviation)}, seed=${seed})`

/** Of a layer's weights. Keras cuts the tails off its own normal ones, so the deviation is written out. */
export const initializers: Record<string, (layer: Size, seed: number) => string> = {
  xavierUniform: (_, seed) => `keras.initializers.GlorotUniform(seed=${seed})`,
  xavierNormal: ({ inputs, units }, seed) => normal(Math.sqrt(2 / (inputs + units)), seed),
  heUniform: (_, seed) => `keras.initializers.HeUniform(seed=${seed})`,
  heNormal: ({ inputs }, seed) => normal(Math.sqrt(2 / inputs), seed),
  lecunNormal: ({ inputs }, seed) => normal(Math.sqrt(1 / inputs), seed),
  uniform: (_, seed) => `keras.initializers.RandomUniform(-0.5, 0.5, seed=${seed})`,
  normal: (_, seed) => normal(1, seed),
  zeros: () => 'keras.initializers.Zeros()',
}

/** A file with the trained network. */
export function kerasFile(exported: Exported): string {
  const { layers, training } = exported
  const notes: Note[] = ['kerasUntested', 'noMemory', 'otherDraws']
  if (otherEpsilon.includes(training.optimizer)) notes.push('kerasEpsilon')
  if (training.cost === 'binaryCrossEntropy') notes.push('kerasClip')
  const output = layers[layers.length - 1].activation
  return `${comment(aboutLines(exported, notes, { missing: 'None' }))}
import numpy as np

import keras

keras.config.set_floatx("${exported.precision}")

${preparation(exported)}

${targetScaleIn(exported)}${ownParts(exported)}
# Of each layer: its weights (a row a neuron), its bias.
PARAMETERS = [
${layers.map(({ weights, bias }) => `    (${matrixIn(weights, '    ')}, ${list(bias)}),`).join('\n')}
]

model = keras.Sequential([
    keras.Input((${layers[0].inputs},)),
${layers.map((layer, l) => denseIn(exported, layer, l)).join('\n')}
])
dense = [layer for layer in model.layers if isinstance(layer, keras.layers.Dense)]
for layer, (weights, bias) in zip(dense, PARAMETERS):
    layer.set_weights([np.array(weights).T, np.array(bias)])

model.compile(optimizer=${optimizers[training.optimizer](training)}, loss=${costs[training.cost](output)})
# To train it further: model.fit(prepare(rows), ${exported.targetScale ? '(values - TARGET_MEAN) / TARGET_DEVIATION' : 'values'}, batch_size=${training.batchSize || 'len(rows)'}, shuffle=${training.shuffle ? 'True' : 'False'}, epochs=100)


def predict(rows):
    """One row of outputs a row."""
    outputs = np.asarray(model.predict(prepare(rows), verbose=0), dtype=np.float64)
    return ${inTargetUnit(exported, 'outputs')}


${selfCheck(exported)}


if __name__ == "__main__":
    check()
`
}

/** L1, L2 and the weight decay that goes into the gradient. Keras has no half in its L2. */
function regularizersIn({ training }: Exported) {
  const { l1, l2, weightDecay, optimizer } = training
  const decay = optimizer === 'adamw' ? 0 : weightDecay
  const kernel =
    l1 || l2 || decay ? `, kernel_regularizer=keras.regularizers.L1L2(${inCode(l1)}, ${inCode((l2 + decay) / 2)})` : ''
  return kernel + (decay ? `, bias_regularizer=keras.regularizers.L2(${inCode(decay / 2)})` : '')
}

function denseIn(exported: Exported, layer: ExportedLayer, l: number) {
  const { initializer, seed, locked } = exported
  const { units, activation, muted } = layer
  const held = (isBias: boolean) => locked.filter((one) => one.layer === l && 'bias' in one === isBias)
  const constraint = (name: string, isBias: boolean) => {
    const places = held(isBias).map((one) => ('bias' in one ? `(${one.row},)` : `(${one.column}, ${one.row})`))
    if (places.length === 0) return ''
    const values = isBias ? `np.array(PARAMETERS[${l}][1])` : `np.array(PARAMETERS[${l}][0]).T`
    return `, ${name}=Held(${values}, [${places.join(', ')}])`
  }
  const rest = `kernel_initializer=${initializers[initializer](layer, seed + l)}${regularizersIn(exported)}${constraint('kernel_constraint', false)}${constraint('bias_constraint', true)}`
  if (muted.length === 0) return `    keras.layers.Dense(${units}, activation=${activations[activation]}, ${rest}),`
  const flags = Array.from({ length: units }, (_, unit) => (muted.includes(unit) ? 'True' : 'False')).join(', ')
  return `    keras.layers.Dense(${units}, ${rest}),
    Muted([${flags}], ${silent}),
    keras.layers.Activation(${activations[activation]}),
    Muted([${flags}], 0.0),`
}

/** What Keras has not by itself. */
function ownParts({ training, layers, locked }: Exported) {
  return [
    training.cost === 'quadratic' ? quadratic : '',
    layers.some(({ muted }) => muted.length > 0) ? silencing : '',
    locked.length > 0 ? held : '',
  ].join('')
}

const quadratic = `

def quadratic(Y, outputs):
    """Half the squared distance."""
    return keras.ops.sum(keras.ops.square(outputs - Y), axis=-1) / 2

`

const silencing = `

class Muted(keras.layers.Layer):
    """Neurons that are switched off hold a fixed value."""

    def __init__(self, is_muted, value):
        super().__init__()
        self.is_muted = is_muted
        self.value = value

    def call(self, inputs):
        return keras.ops.where(self.is_muted, keras.ops.cast(self.value, inputs.dtype), inputs)

`

const held = `

class Held(keras.constraints.Constraint):
    """Locked weights keep their value while the others learn."""

    def __init__(self, values, places):
        self.values = values
        self.isHeld = np.zeros(values.shape, dtype=bool)
        for place in places:
            self.isHeld[place] = True

    def __call__(self, weights):
        return keras.ops.where(self.isHeld, keras.ops.cast(self.values, weights.dtype), weights)

`
