"""Writes pytorch_reference.h: what PyTorch computes, in float64, for the engine's tests.

Run on Debian 12 or newer, from anywhere:

    apt-get install --no-install-recommends python3-torch
    /usr/bin/python3 tests/reference/pytorch_reference.py

The header beside this script is committed, so the tests need no Python; the script is run again only when a case
is added. Nothing is random: parameters and data are rounded sines, so every run writes the same file.
Numbers have 17 significant digits, which name a float64 exactly.
"""

import math
from pathlib import Path

import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)

STEPS = 25
BATCH_SIZE = 4  # 10 samples: batches of 4, 4 and a short last one of 2

ACTIVATIONS = {
    'linear': lambda z: z * 1,
    'sigmoid': torch.sigmoid,
    'tanh': torch.tanh,
    'relu': F.relu,
    'leakyRelu': lambda z: F.leaky_relu(z, 0.01),
    'elu': lambda z: F.elu(z, 1.0),
    'softplus': F.softplus,
    'gelu': F.gelu,
    'silu': F.silu,
    'softmax': lambda z: F.softmax(z, dim=1),
}

# A cost takes Z and the activation of the output layer: cross-entropies are computed from Z.
COSTS = {
    'mse': lambda z, a, y: F.mse_loss(a, y),
    'quadratic': lambda z, a, y: ((a - y) ** 2).sum() / (2 * len(y)),
    'binaryCrossEntropy': lambda z, a, y: F.binary_cross_entropy_with_logits(z, y),
    'softmaxCrossEntropy': lambda z, a, y: F.cross_entropy(z, y),
    'huber': lambda z, a, y: F.huber_loss(a, y, delta=1.0),
}

# The activations for which a cost is computed from Z as above.
COST_OUTPUTS = {
    'mse': 'linear',
    'quadratic': 'linear',
    'binaryCrossEntropy': 'sigmoid',
    'softmaxCrossEntropy': 'softmax',
    'huber': 'linear',
}

# The hyper-parameters' defaults: those of the engine's Settings that a case may change.
DEFAULTS = dict(learningRate=0.1, momentum=0.9, beta1=0.9, beta2=0.999, epsilon=1e-8, rho=0.99,
                weightDecay=0.0, l1=0.0, l2=0.0)


def optimizer(name, parameters, h):
    """PyTorch's optimizer of that name with the hyper-parameters h."""
    common = dict(lr=h['learningRate'], weight_decay=h['weightDecay'])
    betas = (h['beta1'], h['beta2'])
    return {
        'sgd': lambda: torch.optim.SGD(parameters, **common),
        'momentum': lambda: torch.optim.SGD(parameters, momentum=h['momentum'], **common),
        'nesterov': lambda: torch.optim.SGD(parameters, momentum=h['momentum'], nesterov=True, **common),
        'adagrad': lambda: torch.optim.Adagrad(parameters, eps=h['epsilon'], **common),
        'rmsprop': lambda: torch.optim.RMSprop(parameters, alpha=h['rho'], eps=h['epsilon'], **common),
        'adam': lambda: torch.optim.Adam(parameters, betas=betas, eps=h['epsilon'], **common),
        'adamw': lambda: torch.optim.AdamW(parameters, betas=betas, eps=h['epsilon'], **common),
    }[name]()


def sines(rows, columns, frequency, phase, scale=1.0):
    """A rows x columns matrix of sines of a running index, rounded to three decimals."""
    return torch.tensor([[round(scale * math.sin(frequency * (r * columns + c) + phase), 3) for c in range(columns)]
                         for r in range(rows)])


START = sines(1, 64, 2.399, 0.7, 0.9)[0]  # the first parameters of every network, as many as it has
INPUTS = sines(10, 3, 1.7, 0.3, 1.5)
TARGETS = (sines(10, 2, 2.1, 1.1) + 1) / 2  # two outputs in 0..1
CLASSES = torch.eye(3)[[0, 2, 1, 1, 0, 2, 2, 0, 1, 0]]


def unpack(flat, inputs, layers):
    """Weights and bias of every layer from one vector: weights column by column, then bias, layer after layer."""
    parameters, at = [], 0
    for units, _ in layers:
        weights = flat[at:at + units * inputs].reshape(inputs, units).t()
        at += units * inputs
        parameters += [weights, flat[at:at + units]]
        at += units
        inputs = units
    return [p.clone().contiguous().requires_grad_() for p in parameters]


def pack(parameters):
    """The inverse of unpack."""
    return torch.cat([p.detach().t().reshape(-1) if p.dim() == 2 else p.detach() for p in parameters])


def forward(parameters, layers, x):
    """Z and activation of the output layer, one row a sample."""
    a = x
    for index, (_, activation) in enumerate(layers):
        z = a @ parameters[2 * index].t() + parameters[2 * index + 1]
        a = ACTIVATIONS[activation](z)
    return z, a


def train(layers, cost, optimizer_name, changes):
    """Trains STEPS steps on batches in order; the cost over all samples after 0..STEPS steps, last parameters."""
    h = {**DEFAULTS, **changes}
    y = CLASSES if cost == 'softmaxCrossEntropy' else TARGETS
    count = sum(units * (before + 1) for before, (units, _) in zip([3] + [u for u, _ in layers], layers))
    parameters = unpack(START[:count], 3, layers)
    weights = parameters[0::2]
    rule = optimizer(optimizer_name, parameters, h)

    def full_cost():
        with torch.no_grad():
            return COSTS[cost](*forward(parameters, layers, INPUTS), y).item()

    costs = [full_cost()]
    starts = range(0, len(INPUTS), BATCH_SIZE)
    for step in range(STEPS):
        at = starts[step % len(starts)]
        rows = slice(at, at + BATCH_SIZE)
        rule.zero_grad()
        loss = COSTS[cost](*forward(parameters, layers, INPUTS[rows]), y[rows])
        loss = loss + h['l1'] * sum(w.abs().sum() for w in weights) + h['l2'] / 2 * sum((w ** 2).sum() for w in weights)
        loss.backward()
        rule.step()
        costs.append(full_cost())
    return h, costs, pack(parameters).tolist()


def training_cases():
    """(name, layers, cost, optimizer, changed hyper-parameters) of every training run."""
    small = [(4, 'tanh'), (2, 'sigmoid')]
    for name, changes in [
        ('sgd', dict(learningRate=0.5)),
        ('sgd', dict(learningRate=0.5, weightDecay=0.01)),
        ('sgd', dict(learningRate=0.5, l1=0.01, l2=0.02)),
        ('momentum', dict(learningRate=0.2)),
        ('momentum', dict(learningRate=0.3, momentum=0.5, weightDecay=0.02, l2=0.01)),
        ('nesterov', dict(learningRate=0.2)),
        ('nesterov', dict(learningRate=0.3, momentum=0.8, weightDecay=0.02, l1=0.005)),
        ('adagrad', dict(learningRate=0.1, epsilon=1e-10)),
        ('adagrad', dict(learningRate=0.2, epsilon=1e-3, weightDecay=0.01, l2=0.03)),
        ('rmsprop', dict(learningRate=0.02)),
        ('rmsprop', dict(learningRate=0.01, rho=0.9, epsilon=1e-4, weightDecay=0.01, l1=0.01)),
        ('adam', dict(learningRate=0.02)),
        ('adam', dict(learningRate=0.05, beta1=0.8, beta2=0.99, epsilon=1e-4, weightDecay=0.02, l2=0.01)),
        ('adamw', dict(learningRate=0.02, weightDecay=0.01)),
        ('adamw', dict(learningRate=0.05, beta1=0.7, beta2=0.95, weightDecay=0.3, l1=0.01)),
    ]:
        said = ' '.join(f'{key} {value:g}' for key, value in changes.items())
        yield f'{name} {said}', small, 'mse', name, changes
    for cost, output in COST_OUTPUTS.items():
        units = 3 if cost == 'softmaxCrossEntropy' else 2
        yield f'{output} {cost}', [(4, 'tanh'), (units, output)], cost, 'sgd', dict(learningRate=0.3)
    for hidden in ACTIVATIONS:
        yield f'{hidden} hidden twice', [(4, hidden), (4, hidden), (2, 'linear')], 'mse', 'sgd', {}
    for hidden in ACTIVATIONS:
        yield f'{hidden} hidden softmax out', [(5, hidden), (3, 'softmax')], 'softmaxCrossEntropy', 'adam', {}


def number(x):
    """17 significant digits, always a C++ double."""
    text = f'{x:.17g}'
    return text if any(c in text for c in '.en') else text + '.0'


def numbers(values):
    """A braced, wrapped list."""
    lines, line = [], ''
    for item in map(number, values):
        if len(line) + len(item) > 110:
            lines.append(line.rstrip())
            line = ''
        line += item + ', '
    lines.append(line.rstrip(', '))
    return '{' + '\n     '.join(lines) + '}'


def flat(tensor):
    return numbers(tensor.reshape(-1).tolist())


def activation_rows():
    """Value and derivative of every elementwise activation on the same z; softmax as vectors with J^T g."""
    z = torch.tensor([-30, -20, -10, -5, -3.25, -2, -1.5, -1, -0.75, -0.5, -0.1, -1e-3, -1e-9, 0,
                      1e-9, 1e-3, 0.1, 0.5, 0.75, 1, 1.5, 2, 3.25, 5, 10, 20, 30])
    yield f'inline const std::vector<double> activationZ =\n    {flat(z)};\n'
    yield 'inline const std::vector<Activation> activations = {'
    for name, function in ACTIVATIONS.items():
        if name != 'softmax':
            at = z.clone().requires_grad_()
            value = function(at)
            value.sum().backward()
            yield f'    {{"{name}",\n     {flat(value.detach())},\n     {flat(at.grad)}}},'
    yield '};\n'
    z = torch.stack([torch.tensor(row) for row in
                     ([0.0, 0, 0, 0], [0.1, -0.4, 2, 0.7], [-30.0, 0, 30, 1], [1000.0, 1001, 999, 1000.5])])
    g = torch.tensor([1.0, -2, 0.5, 0.25]).expand_as(z)
    at = z.clone().requires_grad_()
    value = F.softmax(at, dim=1)
    value.backward(g)
    yield '/// Four vectors of four; the gradient is that of activation . upstream.'
    yield (f'inline const Softmax softmax =\n    {{{flat(z)},\n     {flat(g[0])},\n     {flat(value.detach())},\n'
           f'     {flat(at.grad)}}};\n')


def cost_rows():
    """Cost and its gradient by Z, times the number of samples: each sample's own delta."""
    z = torch.tensor([[0.3, -1.2, 2.0], [-0.4, 0.9, -3.0], [1.0, 0.0, 0.25], [-30, 30, 7], [0.5, -0.5, 1.5]])
    soft = torch.tensor([[0.2, 0.5, 0.3], [1, 0, 0], [0, 0.25, 0.75], [0, 1, 0], [0.5, -0.5, 0]]).abs()
    wide = torch.tensor([[0.1, -1.5, 4.0], [-0.4, 0.9, 3.0], [2.0, -1.0, 0.25], [-31.5, 28, 7.5], [0, 0, 0]])
    yield 'inline const std::vector<Cost> costs = {'
    for name, function in COSTS.items():
        y = soft if 'Entropy' in name else wide
        at = z.clone().requires_grad_()
        value = function(at, ACTIVATIONS[COST_OUTPUTS[name]](at), y)
        value.backward()
        yield (f'    {{"{name}", "{COST_OUTPUTS[name]}", {number(value.item())},\n     {flat(z)},\n     {flat(y)},\n'
               f'     {flat(at.grad * len(z))}}},')
    yield '};\n'


def training_rows():
    yield f'inline constexpr int batchSize = {BATCH_SIZE};'
    yield f'inline const std::vector<double> inputs =\n    {flat(INPUTS)};'
    yield f'inline const std::vector<double> targets =\n    {flat(TARGETS)};'
    yield f'inline const std::vector<double> classes =\n    {flat(CLASSES)};'
    yield '/// The first parameters of every network, as many as it has.'
    yield f'inline const std::vector<double> start =\n    {flat(START)};\n'
    yield 'inline const std::vector<Training> trainings = {'
    for name, layers, cost, optimizer_name, changes in training_cases():
        h, costs, parameters = train(layers, cost, optimizer_name, changes)
        drawn = ', '.join(f'{{{units}, "{activation}"}}' for units, activation in layers)
        yield (f'    {{"{name}",\n     {{{drawn}}}, "{cost}", "{optimizer_name}",\n     {numbers(h.values())},\n'
               f'     {numbers(costs)},\n     {numbers(parameters)}}},')
    yield '};\n'


HEAD = '''/// What PyTorch %s computes in float64. Written by pytorch_reference.py: do not edit.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace reference {

/// An elementwise activation: its values and derivatives at activationZ.
struct Activation {
  std::string name;
  std::vector<double> values, derivatives;
};

/// Softmax of vectors z, and the gradient by z of sum(upstream * activation).
struct Softmax {
  std::vector<double> z, upstream, values, gradients;
};

/// A cost of five samples of three outputs (sample after sample), and each sample's own dCost/dZ.
struct Cost {
  std::string name, outputActivation;
  double value;
  std::vector<double> z, targets, deltas;
};

/// The settings that a training run uses; the order is that of the numbers in the table.
struct HyperParameters {
  double learningRate, momentum, beta1, beta2, epsilon, rho, weightDecay, l1, l2;
};

/// A training run on batches in order: the cost over all samples (without penalty) after 0, 1, 2 ... steps, and
/// the last parameters (layer after layer: weights column by column, then bias).
struct Training {
  std::string name;
  std::vector<std::pair<int, std::string>> layers;
  std::string cost, optimizer;
  HyperParameters hyperParameters;
  std::vector<double> costs, parameters;
};
'''


def main():
    parts = [HEAD % torch.__version__.split('a')[0], *activation_rows(), *cost_rows(), *training_rows(),
             '}  // namespace reference']
    Path(__file__).with_name('pytorch_reference.h').write_text('\n'.join(parts) + '\n')


if __name__ == '__main__':
    main()
