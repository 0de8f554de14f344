import { catalogue } from '../../../text/text.ts'

export const sentences = catalogue('views/parts/diverged', {
  diverged:
    'Training has diverged: the numbers are too large to compute with, so there is no next step to open up. Lower the learning rate, then go back to step 0.',
  restart: 'Back to step 0',
})
