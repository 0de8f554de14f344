import { texts } from '../../../text/text.ts'
import { addTerms } from '../../parts/term/glossary.ts'
import { sentences } from './term-sentences.ts'

/** The words of this panel alone. */
const names = Object.keys(sentences) as (keyof typeof sentences)[]

addTerms(names, (name) => texts(sentences)(name))
