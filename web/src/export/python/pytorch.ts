import type { LayerParameters } from '../../network/layer-parameters.ts'
import { aboutLines } from '../about.ts'
import { type Exported, silent } from '../exported.ts'
import { inCode } from '../text/numbers.ts'
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
import { activations, costs, initializers, optimizers } from './pytorch-tables.ts'

/** PyTorch: the network as a module, with its weights, its cost, its optimizer and a loop that trains it. */

export const imports = `import numpy as np
import torch
import torch.nn.functional as F
from torch import nn`

/** Whatever is needed before there is a network: data as tensors, in its own units and back. */
export const dataPart = (exported: Exported) => `DTYPE = torch.${exported.precision}

${preparation(exported)}

${targetScaleIn(exported)}
def targets(values):
    """Targets in their own unit, as the network has to answer them."""
    Y = np.array(values, dtype=np.float64)
    return torch.tensor(${exported.targetScale ? '(Y - TARGET_MEAN) / TARGET_DEVIATION' : 'Y'}, dtype=DTYPE)


def predict(rows):
    """One row of outputs a row."""
    with torch.no_grad():
        outputs = model(torch.tensor(prepare(rows), dtype=DTYPE)).double().numpy()
    return ${inTargetUnit(exported, 'outputs')}`

/** The module. */
export function networkPart(exported: Exported): string {
  const { layers } = exported
  const isMuted = hasMuted(exported)
  return `class Network(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList([
${layers.map(({ inputs, units }) => `            nn.Linear(${inputs}, ${units}, dtype=DTYPE),`).join('\n')}
        ])
        self.activations = nn.ModuleList([${layers.map(({ activation }) => activations[activation]).join(', ')}])
${isMuted ? `        self.muted = ${mutedIn(layers)}  # of each layer, the neurons that are switched off\n` : ''}
    def Z(self, X):
        """What the output layer makes its activation of."""
        for l, layer in enumerate(self.layers):
            Z = layer(X)
${isMuted ? silencing : ''}            if l == len(self.layers) - 1:
                return Z
            X = self.activations[l](Z)
${isMuted ? '            X = X.masked_fill(is_muted, 0)\n' : ''}
    def forward(self, X):
        return self.activations[-1](self.Z(X))`
}

/** What is switched off passes on 0 and learns nothing. */
const silencing = `            is_muted = torch.zeros(Z.shape[1], dtype=torch.bool)
            is_muted[self.muted[l]] = True
            Z = Z.masked_fill(is_muted, ${silent})
`

/** How its cost and its optimizer are, and how it begins. */
export function trainingPart(exported: Exported): string {
  const { training, layers, initializer, seed, locked } = exported
  const { cost, optimizer, batchSize, shuffle, l1, l2 } = training
  const output = layers[layers.length - 1].activation
  const isHeld = locked.length > 0
  return `def cost(model, X, Y):
    """The number that is made small, without the penalty."""
    return ${costs[cost](output)}


def penalty(model):
    weights = [layer.weight for layer in model.layers]
    return ${inCode(l1)} * sum(each.abs().sum() for each in weights) + ${inCode(l2)} / 2 * sum((each**2).sum() for each in weights)


def optimizer_of(model):
    return ${optimizers[optimizer](training)}


def begin_anew(model, seed=${seed}):
    """New first weights, drawn as the page draws them, but by another generator."""
    torch.manual_seed(seed)
    for layer in model.layers:
        weights = layer.weight
        ${initializers[initializer]}
        nn.init.zeros_(layer.bias)

${isHeld ? heldPart(exported) : ''}
def train(model, X, Y, epochs, batch_size=${batchSize}, shuffle=${shuffle ? 'True' : 'False'}, seed=${seed}, after_step=None):
    """Goes through the rows so many times, a batch a step; batch_size 0 = all rows."""
    optimizer = optimizer_of(model)
    generator = torch.Generator().manual_seed(seed)
    for epoch in range(epochs):
        order = torch.randperm(len(X), generator=generator) if shuffle else torch.arange(len(X))
        for batch in order.split(batch_size or len(X)):
            optimizer.zero_grad()
            (cost(model, X[batch], Y[batch]) + penalty(model)).backward()
${isHeld ? '            held = hold(model)\n' : ''}            optimizer.step()
${isHeld ? '            put_back(model, held)\n' : ''}            if after_step:
                after_step()`
}

/** What is locked keeps its value. */
function heldPart({ locked }: Exported) {
  const places = locked.map((one) =>
    'bias' in one ? `(${one.layer}, "bias", (${one.row},))` : `(${one.layer}, "weight", (${one.row}, ${one.column}))`,
  )
  return `
# Locked weights and biases, which keep their value: layer, kind, place.
LOCKED = [${places.join(', ')}]


def hold(model):
    """Has the optimizer see no slope at what is locked. Returns its values."""
    values = []
    for layer, kind, place in LOCKED:
        parameter = getattr(model.layers[layer], kind)
        parameter.grad[place] = 0
        values.append(parameter[place].item())
    return values


def put_back(model, values):
    with torch.no_grad():
        for (layer, kind, place), value in zip(LOCKED, values):
            getattr(model.layers[layer], kind)[place] = value

`
}

/** Weights under a name, a layer a line. */
export const weightsIn = (name: string, layers: LayerParameters[]) => `${name} = [
${layers.map(({ weights, bias }) => `    (${matrixIn(weights, '    ')}, ${list(bias)}),`).join('\n')}
]`

export const loadPart = `def load(model, parameters):
    """Takes the weights and the bias of each layer over."""
    with torch.no_grad():
        for layer, (weights, bias) in zip(model.layers, parameters):
            layer.weight.copy_(torch.tensor(weights, dtype=DTYPE))
            layer.bias.copy_(torch.tensor(bias, dtype=DTYPE))`

/** A file with the trained network, to be asked or trained further. */
export function pytorchFile(exported: Exported): string {
  return `${comment(aboutLines(exported, ['noMemory', 'otherDraws'], { missing: 'None' }))}
${imports}

${dataPart(exported)}


${networkPart(exported)}


${trainingPart(exported)}


${loadPart}


# Of each layer: its weights (a row a neuron), its bias.
${weightsIn('PARAMETERS', exported.layers)}

model = Network()
load(model, PARAMETERS)
# To train it further: train(model, torch.tensor(prepare(rows), dtype=DTYPE), targets(values), epochs=100)

${selfCheck(exported)}


if __name__ == "__main__":
    check()
`
}
