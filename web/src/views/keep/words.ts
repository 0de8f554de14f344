import { refusalOf } from '../../network/refuse.ts'
import { Unreadable } from '../../network/unreadable.ts'
import type { SessionLike } from '../../session/session-like.ts'
import { texts } from '../../text/text.ts'
import { errorWords } from '../parts/refusal/words.ts'
import { sentences as refusals } from './refusal-sentences.ts'
import { sentences } from './sentences.ts'

const text = texts(sentences)
const refusal = texts(refusals)

/** Why what was given could not be read or kept, as a sentence. */
export function whyWords(session: SessionLike, error: unknown): string {
  if (error instanceof Unreadable) return refusal(error.code as keyof typeof refusals, error.values)
  const why = errorWords(session, error)
  return refusalOf(error) ? text('refused', { why }) : why
}
