import { catalogue } from '../text/text.ts'

/** What the introduction tells. */
export const sentences = catalogue('element/intro', {
  input: 'A row of the data comes in: {values}. (Click or press any key to skip.)',
  value: '{name} = {value}',
  forward: 'Forward: each neuron adds up what comes in, times its weights, and passes its activation on.',
  truth: 'The last neuron predicts {predicted}, but the target is {target}: its error is {error}.',
  backward: 'Backward: the error is passed back over the same wires, each taking its share by its weight.',
  descent: 'Descent: every weight moves a little, so that the cost falls. Step {step}: {cost}.',
  done: 'That is learning: cost {first} became {cost} in {steps}. Press play to go on, or open an example.',
})
