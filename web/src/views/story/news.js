import { neuronName, parameterTitle } from '../../network/names.js'
import { formatCount, formatNumber } from '../../text/numbers.js'
import { text as pageText, texts } from '../../text/text.js'
import { dataOption } from '../parts/chosen.js'
import { sentences } from './sentences.js'

/**
 * What the story says of an edit.
 *
 * @import { DataInfo, Edits, HeldState, SessionLike } from '../../types.d.ts'
 * @import { Shape } from './story.js'
 */
const text = texts(sentences)

/**
 * @param {SessionLike} session
 * @param {Shape} before
 * @param {Shape} now
 * @returns {string | null} null = nothing that is worth a word
 */
export function newsOf(session, before, now) {
  const way = wayOf(before.edits, now.edits)
  if (way) return travelSentence(session, before.edits, way)
  if (now.edits.undo === 'load' && now.editCount !== before.editCount) {
    return text(session.state.parameters ? 'loadedWeights' : 'loaded')
  }
  if (now.data !== before.data && session.data) return newDataSentence(session)
  if (now.network !== before.network) return text('newNetwork')
  return now.held === before.held ? null : heldSentence(session, JSON.parse(before.held))
}

/** @param {SessionLike} session @param {Edits} before @param {'undo' | 'redo'} way */
const travelSentence = ({ frame }, before, way) =>
  text(way, {
    what: pageText(`edits.${/** @type {'set'} */ (before[way])}`),
    step: formatCount(frame?.step ?? 0),
  })

/**
 * Whether an edit was taken back or done again, by what could be undone and redone before and can be after. A new edit
 * leaves nothing to be done again.
 * @param {Edits} before
 * @param {Edits} after
 * @returns {'undo' | 'redo' | null}
 */
export function wayOf(before, after) {
  if (before === after) return null
  if (after.redo !== null && after.redo === before.undo) return 'undo'
  return after.redo !== null && before.redo !== null && after.undo === before.redo ? 'redo' : null
}

/** What is held still since, or let go. @param {SessionLike} session @param {HeldState} before */
function heldSentence(session, before) {
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

/**
 * What a list has that another lacks.
 * @template T
 * @param {T[]} others
 * @param {T[]} list
 * @returns {T[]}
 */
function newIn(others, list) {
  const known = new Set(others.map((other) => JSON.stringify(other)))
  return list.filter((item) => !known.has(JSON.stringify(item)))
}

/** @param {SessionLike} session */
function newDataSentence(session) {
  const { train, test, featureNames, classes } = /** @type {DataInfo} */ (session.data)
  return text('newData', {
    name: dataOption(session).label,
    rows: pageText('data.rows_other', { count: train.X.shape[0] + test.X.shape[0] }),
    features: pageText('data.features_other', { count: featureNames.length }),
    goal: classes.length ? text('goalClasses', { count: classes.length }) : text('goalNumber'),
  })
}
