import { catalogue } from '../text/text.ts'

/** What the introduction tells. */
export const sentences = catalogue('element/intro', {
  forward: 'Forward: a row passes through the weights and becomes a prediction.',
  backward: 'Backward: its error is passed back along the same wires.',
  descent: 'Descent: every weight moves a little downhill, and the cost falls.',
  done: 'That is learning: cost {first} became {cost} in {steps}. Press play to go on, or change anything.',
})
