import { html } from 'lit'
import { type Explained, isExactAsWritten } from '../../../quantities/explained.ts'
import { texts } from '../../../text/text.ts'
import { sentences } from './sentences.ts'

const text = texts(sentences)

/**
 * Says so where the numbers as they are shown do not quite come to the result that is shown. It keeps its place where they
 * do: while the network learns that changes from frame to frame.
 */
export const roundedNote = (...shown: Explained[]) =>
  html`<p class="hint rounded ${shown.every(isExactAsWritten) ? 'exact' : ''}">${text('rounded')}</p>`

/** The same, where there is more to say on the line. */
export const roundedWords = (...shown: Explained[]) => (shown.every(isExactAsWritten) ? '' : ` ${text('rounded')}`)

/** The same, of calculations whose parts are in no formula. */
export const roundedHint = () => html`<p class="hint">${text('rounded')}</p>`
