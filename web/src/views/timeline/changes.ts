import type { Run } from '../../run/run.ts'
import type { SessionLike } from '../../session/session-like.ts'
import { texts } from '../../text/text.ts'
import { whatChanged } from '../parts/edit-words/edit-words.ts'
import { sentences } from './sentences.ts'

const text = texts(sentences)

/** Where something was changed in a run, and what, in words. */
export interface Mark {
  step: number
  words: string
}

/** Changes of one mark that are told one by one. */
const mostTold = 3

/**
 * The changes of a run as marks on its timeline: those that stand too close together to be told apart are one.
 * @param isClose whether two steps are
 */
export function marksOf(session: SessionLike, run: Run, isClose: (a: number, b: number) => boolean): Mark[] {
  const groups: { step: number; edits: number[] }[] = []
  run.journal.forEach(({ step }, edits) => {
    const last = groups.at(-1)
    if (last && (last.step === step || isClose(last.step, step))) last.edits.push(edits)
    else groups.push({ step, edits: [edits] })
  })
  return groups.map(({ step, edits }) => ({ step, words: markWords(session, run, step, edits) }))
}

function markWords(session: SessionLike, run: Run, step: number, edits: number[]) {
  const told = edits.slice(0, mostTold).map((at) => changeWords(session, run, at))
  const count = edits.length - told.length
  const all = count > 0 ? [...told, text('more_other', { count })] : told
  const what = all.reduce((first, second) => text('and', { first, second }))
  return text('mark', { step, what })
}

/** What an edit of a run has changed: 'Learning rate 0.1 → 0.03'. */
function changeWords(session: SessionLike, run: Run, at: number) {
  const { step } = run.journal[at]
  const [before, after] = [at, at + 1].map((edits) => ({ run, edits, step }))
  return whatChanged(session, [before, after]) || text('other')
}
