import { catalogue } from '../../text/text.ts'

/** When playing stops by itself. */
export const sentences = catalogue('views/timeline/stop', {
  title: 'Stop when',
  about:
    'Checked at the end of every epoch while training plays. The first rule that is met stops it; Play goes on from there.',
  cost: 'the cost is at most',
  testCost: 'the test cost is at most',
  accuracy: 'the accuracy is at least (0 to 1)',
  testAccuracy: 'the test accuracy is at least (0 to 1)',
  epochs: 'this many epochs are over',
  patience: 'the test cost has not fallen for this many epochs',
})
