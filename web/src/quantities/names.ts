import { texts } from '../text/text.ts'
import { sentences } from './sentences.ts'

/** What readers call a quantity. */
export const quantityText = texts(sentences)
