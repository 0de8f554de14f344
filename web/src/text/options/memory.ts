import { optionWords } from './option-words.ts'

const velocity = { v: 'v remembers the gradients of earlier steps; each step multiplies them by μ.' }
const moments = {
  m: 'm ← β₁ m + (1−β₁) g remembers the gradients; m̂ = m / (1−β₁ᵗ), where t counts the steps of this optimizer.',
  v: 'v ← β₂ v + (1−β₂) g² remembers their squares; v̂ = v / (1−β₂ᵗ).',
}

/** What the optimizers keep from step to step, by its symbol. */
export const memory = optionWords('memory', {
  momentum: velocity,
  nesterov: { ...velocity },
  adagrad: { s: 's adds up the squared gradients of all earlier steps.' },
  rmsprop: { s: 's remembers the squared gradients of earlier steps; each step multiplies them by ρ.' },
  adam: moments,
  adamw: { ...moments },
})
