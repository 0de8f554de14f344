import type { Exported } from '../exported.ts'
import { inCode } from '../text/numbers.ts'

/** What each option of the catalogue is in PyTorch, whose definitions and defaults are the page's. */

/** Of Z, samples by units. */
export const activations: Record<string, string> = {
  linear: 'nn.Identity()',
  sigmoid: 'nn.Sigmoid()',
  tanh: 'nn.Tanh()',
  relu: 'nn.ReLU()',
  leakyRelu: 'nn.LeakyReLU(0.01)',
  elu: 'nn.ELU()',
  // PyTorch's own is straight beyond 20, which differs by 2e-9; here it ends where float64 does.
  softplus: 'nn.Softplus(threshold=40)',
  gelu: 'nn.GELU()',
  silu: 'nn.SiLU()',
  softmax: 'nn.Softmax(dim=1)',
}

/** Of `model`, `X` and `Y`. @param output the activation of the last layer */
export const costs: Record<string, (output: string) => string> = {
  mse: () => 'F.mse_loss(model(X), Y)',
  quadratic: () => '((model(X) - Y) ** 2).sum() / (2 * len(Y))',
  binaryCrossEntropy: (output) =>
    output === 'sigmoid' ? 'F.binary_cross_entropy_with_logits(model.Z(X), Y)' : 'F.binary_cross_entropy(model(X), Y)',
  softmaxCrossEntropy: (output) =>
    output === 'softmax' ? 'F.cross_entropy(model.Z(X), Y)' : 'F.cross_entropy(model(X), Y)',
  huber: () => 'F.huber_loss(model(X), Y, delta=1.0)',
}

type Training = Exported['training']

const sgd = (more: string) => (training: Training) =>
  `torch.optim.SGD(model.parameters(), lr=${inCode(training.learningRate)}${more}${decay(training)})`

const decay = ({ weightDecay }: Training) => `, weight_decay=${inCode(weightDecay)}`

const moments = ({ learningRate, beta1, beta2, epsilon }: Training) =>
  `model.parameters(), lr=${inCode(learningRate)}, betas=(${inCode(beta1)}, ${inCode(beta2)}), eps=${inCode(epsilon)}`

/** Of `model`. */
export const optimizers: Record<string, (training: Training) => string> = {
  sgd: sgd(''),
  momentum: (training) => sgd(`, momentum=${inCode(training.momentum)}`)(training),
  // PyTorch refuses nesterov with no momentum, which is plain descent.
  nesterov: (training) =>
    sgd(training.momentum > 0 ? `, momentum=${inCode(training.momentum)}, nesterov=True` : '')(training),
  adagrad: (training) =>
    `torch.optim.Adagrad(model.parameters(), lr=${inCode(training.learningRate)}, eps=${inCode(training.epsilon)}${decay(training)})`,
  rmsprop: (training) =>
    `torch.optim.RMSprop(model.parameters(), lr=${inCode(training.learningRate)}, alpha=${inCode(training.rho)}, eps=${inCode(training.epsilon)}${decay(training)})`,
  adam: (training) => `torch.optim.Adam(${moments(training)}${decay(training)})`,
  adamw: (training) => `torch.optim.AdamW(${moments(training)}${decay(training)})`,
}

/** Of `weights`, units x inputs; biases begin at 0. */
export const initializers: Record<string, string> = {
  xavierUniform: 'nn.init.xavier_uniform_(weights)',
  xavierNormal: 'nn.init.xavier_normal_(weights)',
  heUniform: 'nn.init.kaiming_uniform_(weights, nonlinearity="relu")',
  heNormal: 'nn.init.kaiming_normal_(weights, nonlinearity="relu")',
  lecunNormal: 'nn.init.normal_(weights, 0, weights.shape[1] ** -0.5)',
  uniform: 'nn.init.uniform_(weights, -0.5, 0.5)',
  normal: 'nn.init.normal_(weights, 0, 1)',
  zeros: 'nn.init.zeros_(weights)',
}
