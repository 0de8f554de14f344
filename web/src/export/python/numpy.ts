import { aboutLines } from '../about.ts'
import { type Exported, silent } from '../exported.ts'
import {
  comment,
  hasMuted,
  inTargetUnit,
  list,
  matrixIn,
  mutedIn,
  preparation,
  selfCheck,
  targetScaleIn,
} from './parts.ts'

/** NumPy: what the network predicts, and nothing else to install. */

const sigmoid = `def sigmoid(z):
    return np.exp(-np.logaddexp(0, -z))`

/** Every activation of the catalogue: its functions, the one of its own name at the end. */
export const activations: Record<string, string[]> = {
  linear: [`def linear(z):\n    return z`],
  sigmoid: [sigmoid],
  tanh: [`tanh = np.tanh`],
  relu: [`def relu(z):\n    return np.maximum(z, 0)`],
  leakyRelu: [`def leakyRelu(z):\n    return np.where(z > 0, z, 0.01 * z)`],
  elu: [`def elu(z):\n    return np.where(z > 0, z, np.expm1(np.minimum(z, 0)))`],
  softplus: [`def softplus(z):\n    return np.logaddexp(0, z)`],
  gelu: [
    `erfc = np.vectorize(math.erfc, otypes=[np.float64])`,
    `def gelu(z):\n    return 0.5 * z * erfc(-z / math.sqrt(2))`,
  ],
  silu: [sigmoid, `def silu(z):\n    return z * sigmoid(z)`],
  softmax: [
    `def softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)`,
  ],
}

/** A file that predicts. */
export function numpyFile(exported: Exported): string {
  const { layers } = exported
  const functions = [...new Set(layers.flatMap(({ activation }) => activations[activation]))]
  const isMuted = hasMuted(exported)
  return `${comment(aboutLines(exported, ['noTraining'], { missing: 'None' }))}
import math

import numpy as np

${preparation(exported)}


${functions.join('\n\n\n')}


# Of each layer: its weights (a row a neuron), its bias, its activation.
LAYERS = [
${layers.map(({ weights, bias, activation }) => `    (np.array(${matrixIn(weights, '    ')}), np.array(${list(bias)}), ${activation}),`).join('\n')}
]
${isMuted ? `# Of each layer, the neurons that are switched off.\nMUTED = ${mutedIn(layers)}\n` : ''}${targetScaleIn(exported)}

def forward(X):
    """What the network makes of what it sees."""
${
  isMuted
    ? `    for (weights, bias, activation), muted in zip(LAYERS, MUTED):
        X = X @ weights.T + bias
        X[:, muted] = ${silent}
        X = activation(X)
        X[:, muted] = 0`
    : `    for weights, bias, activation in LAYERS:
        X = activation(X @ weights.T + bias)`
}
    return X


def predict(rows):
    """One row of outputs a row."""
    return ${inTargetUnit(exported, 'forward(prepare(rows))')}


${selfCheck(exported)}


if __name__ == "__main__":
    check()
`
}
