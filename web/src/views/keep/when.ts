import { entryOf } from '../../keep/entry.ts'
import type { Entry } from '../../keep/store.ts'
import type { SessionLike } from '../../session/session-like.ts'
import { inLanguage } from '../../text/language.ts'
import { dataLabel } from '../../text/options/data.ts'
import { texts } from '../../text/text.ts'
import { sentences } from './sentences.ts'

const text = texts(sentences)

const dates = inLanguage((language) => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }))

/** 'Penguins, step 1,240' */
export const whatWords = ({ data, step }: Entry) =>
  step > 0 ? text('what', { data: dataLabel(data), step }) : text('whatFirst', { data: dataLabel(data) })

/** The same of a session as it is now. */
export const nowWords = (session: SessionLike) => whatWords(entryOf(session, { id: '' }))

/** 'Penguins 4-8-3, step 1,240 · 12 Mar 2026, 14:05' */
export const entryWords = (entry: Entry) => text('entry', { what: whatWords(entry), date: dates().format(entry.date) })
