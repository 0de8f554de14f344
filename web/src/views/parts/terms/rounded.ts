import { html, nothing } from 'lit'
import { type Explained, isExactAsWritten } from '../../../quantities/explained.ts'
import { texts } from '../../../text/text.ts'
import { sentences } from './sentences.ts'

const text = texts(sentences)

/** Says so where the numbers as they are shown do not quite come to the result that is shown. */
export const roundedNote = (explained: Explained) =>
  isExactAsWritten(explained) ? nothing : html`<p class="hint rounded">${text('rounded')}</p>`
