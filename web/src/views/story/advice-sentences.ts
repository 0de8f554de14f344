import { catalogue } from '../../text/text.ts'

/** How the training stands, and what can be done next. */
export const sentences = catalogue('views/story/advice', {
  paused:
    'After {steps} the [[cost|cost]] is {cost}; it was {first} at first. Play on, change anything, or open a neuron.',
  stuck:
    'After {steps} the [[cost|cost]] is {cost}, from {first} at first. Try another [[learning rate|learningRate]] or more neurons.',
  rising:
    'After {steps} the [[cost|cost]] has risen from {first} to {cost}: the steps overshoot. Try a lower [[learning rate|learningRate]].',
  overfitted:
    'The [[test cost|testCost]] has risen from {value}: the network is learning the noise. Try fewer neurons or an L2 [[penalty|penalty]].',
  diverged:
    'The numbers grew beyond all bounds: the steps were too large. Lower the [[learning rate|learningRate]] from {value}.',
  divergedRate:
    'The numbers grew beyond all bounds: a [[learning rate|learningRate]] of {value} is far too large. Lower it.',
  divergedTargets:
    'The numbers grew beyond all bounds: the targets reach {value}. [[Standardise|standardised]] the data.',
  divergedInputs:
    'The numbers grew beyond all bounds: the inputs reach {value}. [[Standardise|standardised]] the data.',
  divergedPenalty:
    'The numbers grew beyond all bounds: a [[penalty|penalty]] of {value} overshoots at this [[learning rate|learningRate]]. Lower one of them.',
  wayBack: 'Then go back to step 0.',
  wayBackUndo: 'Then go back to step 0; or undo {what}, which brings back the earlier weights.',
})
