const velocity = { v: 'v remembers the gradients of earlier steps; each step multiplies them by μ.' }
const moments = {
  m: 'm ← β₁ m + (1−β₁) g remembers the gradients; m̂ = m / (1−β₁ᵗ), where t counts the steps of this optimizer.',
  v: 'v ← β₂ v + (1−β₂) g² remembers their squares; v̂ = v / (1−β₂ᵗ).',
}

/**
 * What readers see of the options of the engine, by the names that its catalogue gives them: every option has a label
 * and a description, what an optimizer keeps from step to step a description by its symbol, and every number one that
 * says what it does.
 */
export const options = {
  activations: {
    linear: {
      label: 'Linear',
      description: 'Passes the sum on unchanged. However many linear layers are stacked, the result is still linear.',
    },
    sigmoid: {
      label: 'Sigmoid',
      description: 'Squeezes any sum into the range 0 to 1: a probability. One such neuron is a logistic regression.',
    },
    tanh: { label: 'Tanh', description: 'Squeezes any sum into the range −1 to 1, centred on 0.' },
    relu: {
      label: 'ReLU',
      description:
        '0 for negative sums, the sum itself for positive ones. Cheap to compute, and its slope does not fade however large the sum.',
    },
    leakyRelu: {
      label: 'Leaky ReLU',
      description: 'A ReLU that lets a little through below 0, so that no neuron becomes inactive for good.',
    },
    elu: { label: 'ELU', description: 'Like ReLU above 0; below, it bends smoothly towards −1.' },
    softplus: { label: 'Softplus', description: 'A ReLU with its corner rounded off. Its slope is the sigmoid.' },
    gelu: {
      label: 'GELU',
      description:
        'The sum times the probability that a standard normal value lies below it. Common in language models.',
    },
    silu: { label: 'SiLU', description: 'The sum times its own sigmoid. Also called swish.' },
    softmax: {
      label: 'Softmax',
      description: 'Turns a layer into shares that add up to 1: one probability per class.',
    },
  },
  costs: {
    mse: {
      label: 'Mean squared error',
      description:
        'The squared difference, averaged over rows and outputs. As in PyTorch and Keras, without a factor ½.',
    },
    quadratic: {
      label: 'Quadratic cost',
      description: 'Half the squared difference, summed over outputs and averaged over rows. As in Nielsen’s book.',
    },
    binaryCrossEntropy: {
      label: 'Binary cross-entropy',
      description:
        'How surprising the target is, given the predicted probability; averaged over rows and outputs. For yes-or-no targets.',
    },
    softmaxCrossEntropy: {
      label: 'Softmax cross-entropy',
      description:
        'How surprising the actual class is, given the predicted shares; averaged over rows. For one class out of several.',
    },
    huber: {
      label: 'Huber',
      description:
        'Squares small differences but counts large ones only in proportion, so that one extreme row cannot dominate.',
    },
  },
  optimizers: {
    sgd: { label: 'Gradient descent', description: 'A step straight downhill, in proportion to the slope.' },
    momentum: {
      label: 'Momentum',
      description: 'Keeps moving in the direction of earlier steps.',
      memory: velocity,
    },
    nesterov: {
      label: 'Nesterov momentum',
      description: 'Momentum that looks one step ahead.',
      memory: velocity,
    },
    adagrad: {
      label: 'Adagrad',
      description: 'Smaller steps for parameters whose gradients have been large.',
      memory: { s: 's adds up the squared gradients of all earlier steps.' },
    },
    rmsprop: {
      label: 'RMSprop',
      description: 'Adagrad that gradually forgets old gradients.',
      memory: { s: 's remembers the squared gradients of earlier steps; each step multiplies them by ρ.' },
    },
    adam: {
      label: 'Adam',
      description: 'Momentum and RMSprop combined, corrected for their slow start.',
      memory: moments,
    },
    adamw: {
      label: 'AdamW',
      description: 'Adam with weight decay applied separately from the gradient.',
      memory: moments,
    },
  },
  initializers: {
    xavierUniform: {
      label: 'Xavier uniform',
      description:
        'Keeps the spread of the signals even from layer to layer, forward and backward; for sigmoid and tanh.',
    },
    xavierNormal: { label: 'Xavier normal', description: 'The same spread, but from a normal distribution.' },
    heUniform: {
      label: 'He uniform',
      description: 'A wider spread for ReLU layers, where about half of the neurons are inactive.',
    },
    heNormal: { label: 'He normal', description: 'The same spread, but from a normal distribution.' },
    lecunNormal: { label: 'LeCun normal', description: 'Gives each sum a standard deviation of about 1.' },
    uniform: { label: 'Uniform', description: 'The same small range for every layer.' },
    normal: { label: 'Normal', description: 'Large weights: sigmoid layers start out saturated.' },
    zeros: {
      label: 'Zeros',
      description: 'All neurons of a layer start alike and so learn alike: this shows why initial weights are random.',
    },
  },
  datasets: {
    gauss: {
      label: 'Two clouds',
      description: 'Two round clouds. A straight line separates them: one neuron is enough.',
    },
    circle: {
      label: 'Circle',
      description: 'A disc inside a ring. No straight line separates them: a hidden layer is needed.',
    },
    xor: {
      label: 'Exclusive or',
      description: 'Four quarters, two classes: the problem that a single neuron cannot solve.',
    },
    spiral: {
      label: 'Spiral',
      description: 'Two arms wound around each other: several neurons have to work together.',
    },
    moons: { label: 'Moons', description: 'Two interlocking half moons.' },
    checkerboard: { label: 'Checkerboard', description: 'Sixteen squares of alternating class: many corners to fit.' },
    threeSpirals: {
      label: 'Three spirals',
      description: 'Three arms, three classes: softmax gives each class its share.',
    },
    blobs: { label: 'Four blobs', description: 'Four clouds, four classes.' },
    plane: { label: 'Plane', description: 'A sloping plane to predict: one linear neuron is enough.' },
    bumps: { label: 'Bumps', description: 'Hills and hollows to predict.' },
    sine: { label: 'Sine wave', description: 'One feature, one wave: watch a curve bend into shape.' },
  },
  settings: {
    learningRate: { description: 'How far each step goes against the gradient.' },
    momentum: { description: 'How much of the previous step’s velocity is kept.' },
    beta1: { description: 'How slowly Adam’s running mean of the gradients forgets.' },
    beta2: { description: 'How slowly Adam’s running mean of the squared gradients forgets.' },
    epsilon: { description: 'Keeps the division finite where the gradient vanishes.' },
    rho: { description: 'How slowly RMSprop’s running mean of the squared gradients forgets.' },
    weightDecay: { description: 'Pulls every parameter towards 0, as defined by PyTorch.' },
    l1: { description: 'Penalty of l1 times the sum of |weight|: drives unimportant weights to 0.' },
    l2: { description: 'Penalty of l2 / 2 times the sum of weight²: keeps weights small.' },
    batchSize: { description: 'Rows that each step averages over; 0 means the whole training set.' },
    seed: { description: 'Where the random numbers start: the same seed always gives the same numbers.' },
    inputs: { description: 'Numbers in each row.' },
    layers: { description: 'Hidden layers and the output layer.' },
    units: { description: 'Neurons in a layer.' },
    parameters: { description: 'Weights and biases in all.' },
    samples: { description: 'Rows of data.' },
    noise: { description: 'How far chance moves each row’s values.' },
    testShare: { description: 'Share of the rows held out as the test set.' },
    resolution: { description: 'Values of each parameter on a cost surface.' },
  },
}
