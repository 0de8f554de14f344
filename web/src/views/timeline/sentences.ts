import { catalogue } from '../../text/text.ts'

/** The timeline on the cost curve. */
export const sentences = catalogue('views/timeline', {
  goToLeft: '{name}. Click to go there',
  goToKept: 'Kept: {name}. Click to load it',
  kept: 'Kept: {name}',
  thumb: 'Time',
  about: 'Drag it to any past step: the whole page shows that moment. Play on from there, change something, or return.',
  value: 'Step {step} of {end}, cost {cost}',
  mark: 'Step {step}: {what}',
  and: '{first}; {second}',
  more_one: 'and {count} more change',
  more_other: 'and {count} more changes',
  other: 'a setting',
  return: 'Return to the end',
  returnAbout: 'Back to the newest moment of this run, step {step}.',
  left: 'Back to the run you left',
  leftAbout: 'Goes to step {step} of the run that this one branched off from.',
  runs: 'Runs you left',
  present: 'This run, {steps}',
  branch: 'Branch from step {step}, {steps}, cost {cost}',
  begun: 'Another run, {steps}, cost {cost}',
  steps_one: '{count} step',
  steps_other: '{count} steps',
})
