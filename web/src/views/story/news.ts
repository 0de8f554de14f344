import { dequal as isEqual } from 'dequal/lite'
import type { DataInfo } from '../../data/prepare.ts'
import { neuronName, parameterTitle } from '../../network/names.ts'
import type { SessionLike } from '../../session/session-like.ts'
import { formatNumber } from '../../text/numbers.ts'
import { dataLabel } from '../../text/options/data.ts'
import { text as pageText, texts } from '../../text/text.ts'
import { editWords, newIn } from '../parts/edit-words/edit-words.ts'
import { sentences } from './sentences.ts'
import type { Shape } from './story.ts'

/** What the story says of an edit. */
const text = texts(sentences)

/** @returns null = nothing that is worth a word */
export function newsOf(session: SessionLike, before: Shape, now: Shape): string | null {
  const { way, isAtEnd } = session.log
  if (way === 'goTo') return text(isAtEnd ? 'atEnd' : 'goTo', { step: session.frame?.step ?? 0 })
  if (way) return travelSentence(session, way)
  if (now.edits.undo === 'load' && now.editCount !== before.editCount) {
    const { start, parameters } = session.state
    return text(start ? 'loadedExample' : parameters ? 'loadedWeights' : 'loaded')
  }
  if (now.data !== before.data && session.data) return newDataSentence(session)
  if (!isEqual(now.layers, before.layers)) return text('newNetwork')
  return isEqual(now.held, before.held) ? null : heldSentence(session, before.held)
}

/** What was undone can be done again, and the other way round. */
const travelSentence = (session: SessionLike, way: 'undo' | 'redo') =>
  text(way, {
    what: editWords(session, way === 'undo' ? 'redo' : 'undo'),
    step: session.frame?.step ?? 0,
  })

/** What is held still since, or let go. */
function heldSentence(session: SessionLike, before: Shape['held']) {
  const {
    held: { locked, muted },
  } = session.state
  const cost = formatNumber(session.frame?.cost ?? NaN)
  const [off, on] = [newIn(before.muted, muted), newIn(muted, before.muted)]
  const [neuron] = [...off, ...on]
  if (neuron) {
    return text(off.length ? 'muted' : 'unmuted', { cost, name: neuronName(session, neuron.layer, neuron.unit) })
  }
  const [shut, open] = [newIn(before.locked, locked), newIn(locked, before.locked)]
  const [parameter] = [...shut, ...open]
  if (!parameter) return ''
  const count = shut.length + open.length
  const name = count === 1 ? parameterTitle(session, parameter) : text('parameters', { count })
  return text(shut.length ? 'locked_other' : 'unlocked_other', { name, count })
}

function newDataSentence(session: SessionLike) {
  const { train, test, featureNames, classes } = session.data as DataInfo
  return text('newData', {
    name: dataLabel(session.state.data.name),
    rows: pageText('data.rows_other', { count: train.X.shape[0] + test.X.shape[0] }),
    features: pageText('data.features_other', { count: featureNames.length }),
    goal: classes.length ? text('goalClasses', { count: classes.length }) : text('goalNumber'),
  })
}
