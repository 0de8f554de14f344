import { inLanguage } from './language.ts'

/** Lists as the language in use joins them. */
const list = (type: Intl.ListFormatType) => inLanguage((language) => new Intl.ListFormat(language, { type }))

const all = list('conjunction')
const either = list('disjunction')
const row = list('unit')

/** 'a and b', 'a, b, and c' */
export const listOfAll = (parts: string[]) => all().format(parts)

/** 'a or b', 'a, b, or c' */
export const listOfEither = (parts: string[]) => either().format(parts)

/** 'a, b, c' */
export const listOf = (parts: string[]) => row().format(parts)
