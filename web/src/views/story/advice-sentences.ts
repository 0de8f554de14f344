import { catalogue } from '../../text/text.ts'

/** How the training stands, and what can be done next. */
export const sentences = catalogue('views/story/advice', {
  paused: 'After {steps} the cost is {cost}; it was {first} at first. Play on, change anything, or open a neuron.',
  stuck: 'After {steps} the cost is {cost}, from {first} at first. Try another learning rate or more neurons.',
  rising: 'After {steps} the cost has risen from {first} to {cost}: the steps overshoot. Try a lower learning rate.',
  overfitted:
    'The test cost has risen from {value}: the network is learning the noise. Try fewer neurons or an L2 penalty.',
  diverged: 'The numbers grew beyond all bounds: the steps were too large. Lower the learning rate from {value}.',
  divergedRate: 'The numbers grew beyond all bounds: a learning rate of {value} is far too large. Lower it.',
  divergedTargets: 'The numbers grew beyond all bounds: the targets reach {value}. Standardise the data.',
  divergedInputs: 'The numbers grew beyond all bounds: the inputs reach {value}. Standardise the data.',
  divergedPenalty:
    'The numbers grew beyond all bounds: a penalty of {value} overshoots at this learning rate. Lower one of them.',
  wayBack: 'Then go back to step 0.',
  wayBackUndo: 'Then go back to step 0; or undo {what}, which brings back the weights of before.',
})
