import type { SessionLike } from '../session/session-like.ts'

/** What a session has to say, in the reader's words: why the last command was refused, or what was amiss with it. */
export async function said(session: SessionLike): Promise<string> {
  const { notice } = session
  const { noticeWords } = await import('../views/parts/refusal/words.ts')
  return notice ? noticeWords(session, notice) : ''
}
