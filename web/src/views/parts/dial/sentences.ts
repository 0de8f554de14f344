import { catalogue } from '../../../text/text.ts'

/** What stands on the dial of a weight or bias. */
export const sentences = catalogue('views/parts/dial', {
  lock: 'Lock {name}',
  lockAbout: 'Lock: it keeps its value while the others learn',
  unlockAbout: 'Unlock: it learns again',
  how: 'Type a number, use the arrow keys, or drag sideways. Shift moves ten times as far, Alt a tenth.',
  next: 'next step',
  nextAbout: 'Its value after the next step',
})
