import type { SessionLike } from '../../session/session-like.ts'
import { formatNumber } from '../../text/numbers.ts'
import { texts } from '../../text/text.ts'
import { diagnose } from '../parts/diagnosis.ts'
import { editWords } from '../parts/edit-words/edit-words.ts'
import { sentences } from './advice-sentences.ts'

const adviceText = texts(sentences)

/** How the training stands and what can be done next. @param steps '1 step', '1,240 steps' */
export function adviceOf(session: SessionLike, steps: string): string {
  const { frame, history } = session
  const { finding, value } = diagnose(session)
  const sentence = adviceText(finding, {
    cost: formatNumber(frame?.cost ?? NaN),
    first: formatNumber(history.cost[0] ?? NaN),
    steps,
    value: formatNumber(value),
  })
  if (!frame?.hasDiverged) return sentence
  const isOther = openings.some((one) => one === session.edits.undo)
  const what = !isOther && editWords(session, 'undo')
  return `${sentence} ${what ? adviceText('wayBackUndo', { what }) : adviceText('wayBack')}`
}

/** Edits with which a network begins: undone, they bring back another one. */
const openings = ['load', 'openTable', 'chooseData']
