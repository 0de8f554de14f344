import { optionWords } from './option-words.ts'

const velocity = { v: 'v remembers the gradients of earlier steps; each step multiplies them by μ.' }
const moments = {
  m: 'm remembers the gradients of earlier steps, and is corrected for its slow start: t counts the steps of this optimizer.',
  v: 'v remembers their squares, and is corrected likewise.',
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
