import { catalogue } from '../../../text/text.ts'

export const sentences = catalogue('views/parts/terms', {
  rounded: 'Numbers are shown rounded; the result uses all of their digits.',
  activationOff: 'Switched off: it passes on 0, whatever {Z} is.',
  together: '{name} makes the activations of a layer add up to 1, so each of them depends on every {Z} there.',
})
