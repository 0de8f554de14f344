import { optionWords } from './option-words.ts'

const velocity = { v: 'v remembers the gradients of earlier steps; each step multiplies them by μ.' }
const moments = {
  m: 'm ← β₁ m + (1−β₁) g remembers the gradients; m̂ = m / (1−β₁ᵗ), where t counts the steps of this optimizer.',
  v: 'v ← β₂ v + (1−β₂) g² remembers their squares; v̂ = v / (1−β₂ᵗ).',
}

/** What readers see of the optimizers; what one keeps from step to step stands under its symbol. */
export const optimizers = optionWords('optimizers', {
  sgd: {
    label: 'Gradient descent',
    description: 'A step straight downhill, in proportion to the slope.',
  },
  momentum: {
    label: 'Momentum',
    description: 'Keeps moving in the direction of earlier steps.',
    ...velocity,
  },
  nesterov: {
    label: 'Nesterov momentum',
    description: 'Momentum that looks one step ahead.',
    ...velocity,
  },
  adagrad: {
    label: 'Adagrad',
    description: 'Smaller steps for parameters whose gradients have been large.',
    s: 's adds up the squared gradients of all earlier steps.',
  },
  rmsprop: {
    label: 'RMSprop',
    description: 'Adagrad that gradually forgets old gradients.',
    s: 's remembers the squared gradients of earlier steps; each step multiplies them by ρ.',
  },
  adam: {
    label: 'Adam',
    description: 'Momentum and RMSprop combined, corrected for their slow start.',
    ...moments,
  },
  adamw: {
    label: 'AdamW',
    description: 'Adam with weight decay applied separately from the gradient.',
    ...moments,
  },
})
