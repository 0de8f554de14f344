import { catalogue } from '../../text/text.ts'

/** What stands in the sentences of an article, beside the article's own words. */
export const sentences = catalogue('element/text', {
  neurons: 'neurons',
  parameters: 'weights and biases',
  activation: 'activation of {name}',
  sum: 'sum Z of {name}',
  delta: 'error δ of {name}',
  notThere: 'This network has no {name}.',

  set: '{name} set to {value}.',
  done_one: '{count} change made.',
  done_other: '{count} changes made.',
  how: '{name}: drag sideways, or use the arrow keys',

  reached: 'Reached',
  reachedAt: 'Reached at step {step}',
  notReached: 'Not reached yet',
  waiting: 'Waiting for the network',
  holds: 'holds',
  holdsNot: 'does not hold yet',
  now: 'now {value}',
  hint: 'Hint',
})
