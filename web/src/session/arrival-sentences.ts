import { catalogue } from '../text/text.ts'

export const sentences = catalogue('session/arrival', {
  steps: 'The network is shown at step 0: training it to step {step} may take about {seconds} seconds.',
  compute_one: 'Compute {count} step',
  compute_other: 'Compute {count} steps',
  computing: 'Training to step {step}.',
  stop: 'Stop',
  show: 'Show it anyway',
  otherVersion:
    'Whoever made this link saw slightly different digits: it was made with version {made} of the engine, and this is version {here}.',
  otherDigits: 'Whoever made this link saw different digits: its settings have probably been changed or cut off since.',
})
