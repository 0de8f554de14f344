import { catalogue } from '../../text/text.ts'

/** Why playing has stopped by itself. */
export const sentences = catalogue('views/timeline/outcome', {
  cost_one: 'Stopped at step {step}, the end of epoch {epoch}: the cost has come down to your target of {value}.',
  cost_other: 'Stopped at step {step}, the end of epoch {epoch}: the cost has come down to your target of {value}.',
  testCost_one:
    'Stopped at step {step}, the end of epoch {epoch}: the test cost has come down to your target of {value}.',
  testCost_other:
    'Stopped at step {step}, the end of epoch {epoch}: the test cost has come down to your target of {value}.',
  accuracy_one: 'Stopped at step {step}, the end of epoch {epoch}: the accuracy has reached your target of {value}.',
  accuracy_other: 'Stopped at step {step}, the end of epoch {epoch}: the accuracy has reached your target of {value}.',
  testAccuracy_one:
    'Stopped at step {step}, the end of epoch {epoch}: the test accuracy has reached your target of {value}.',
  testAccuracy_other:
    'Stopped at step {step}, the end of epoch {epoch}: the test accuracy has reached your target of {value}.',
  epochs_one: 'Stopped at step {step}, after {count} epoch, as you asked.',
  epochs_other: 'Stopped at step {step}, after {count} epochs, as you asked.',
  patience_one:
    'Stopped at step {step}, the end of epoch {epoch}: the test cost has not come below {best} for {count} epoch.',
  patience_other:
    'Stopped at step {step}, the end of epoch {epoch}: the test cost has not come below {best} for {count} epochs.',
  best: 'Go to the best moment, step {step}',
  overflow: 'Step {step} could not be taken: a number grew beyond all bounds.',
  overflow_sum:
    'Step {step} could not be taken: the weighted sum of {name} was the first number that grew beyond all bounds.',
  overflow_activation:
    'Step {step} could not be taken: the activation of {name} was the first number that grew beyond all bounds.',
  overflow_cost:
    'Step {step} could not be taken: the activations could be computed, but the cost grew beyond all bounds.',
  overflow_delta:
    'Step {step} could not be taken: the error of {name} was the first number that grew beyond all bounds.',
  overflow_parameter:
    'Step {step} could not be taken: the change to {name} was the first number that grew beyond all bounds.',
  back: 'Back to step {step}, cost {cost}',
  lowerRate: 'Back to step {step} with a learning rate of {value}',
  lowerPenalty: 'Back to step {step} with a penalty of {value}',
  standardise: 'Back to step {step} with standardised data',
  clip: 'Back to step {step} with the Huber cost, which clips the error of targets far from all others',
})
