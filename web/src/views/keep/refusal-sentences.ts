import { catalogue } from '../../text/text.ts'

/** Why something cannot be read or kept: by the codes of Unreadable. */
export const refusals = catalogue('views/keep/refusals', {
  tooLarge: 'This file is too large: at most 64 MB are read.',
  notOurs: 'This is not a file that Glassbox has saved.',
  laterFile: 'This file was saved by a later version of Glassbox than this one.',
  damaged: 'This file is damaged: it is not complete, or was changed since it was saved.',
  tooLong: 'This session would take too long to show here.',
  noRoom: 'The browser has no more room for this. Delete what you no longer need, or save it as a file.',
  noStorage: 'This browser keeps nothing for this page, as in a private window. Save it as a file instead.',
  gone: 'It is not kept any more: it was deleted in another tab.',
})
