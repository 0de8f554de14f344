import { catalogue } from '../../../text/text.ts'

export const sentences = catalogue('views/parts/terms', {
  rounded: 'The numbers shown are rounded; the result is computed from all of their digits.',
  activationOff: 'Switched off: it passes on 0, whatever {Z} is.',
  together: '{name} makes the activations of a layer add up to 1, so each of them depends on every {Z} there.',
})
