import type { NumberLimit } from '../../../engine/catalog.ts'
import { type Refusal, refusalOf } from '../../../network/refuse.ts'
import type { Notice, Refused } from '../../../session/notice.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { formatCount } from '../../../text/numbers.ts'
import { activations } from '../../../text/options/activations.ts'
import { costs } from '../../../text/options/costs.ts'
import { readNumber, type Unread } from '../../../text/read-number.ts'
import { text as pageText, texts } from '../../../text/text.ts'
import { refusalLabel } from './label.ts'
import { isWhole, ruleText, sentenceFor } from './rule-words.ts'
import { sentences } from './sentences.ts'

/** Refusals in the reader's words. */

export type Limit = Pick<NumberLimit, 'minimum' | 'maximum' | 'exclusiveMinimum' | 'integer'>

type Values = Refusal['values']

const text = texts(sentences)

/** Problems with what was typed for a number that have a sentence of their own. */
const explained = ['comma', 'cells', 'spaces', 'percent', 'notation', 'large', 'small', 'division'] as const

/** The sentence of a notice. */
export function noticeWords(session: SessionLike, { message, refused }: Notice) {
  if (!refused) return message
  const words = refusalWords(session, refused)
  const { from } = refused
  return isOrigin(from) ? pageText(`notice.${from}`, { message: words }) : words
}

/**
 * The sentence of a question that the engine did not answer.
 * @param error of session.ask, which says as data what it refuses
 */
export function errorWords(session: SessionLike, error: unknown) {
  const refusal = refusalOf(error)
  if (refusal) return refusalWords(session, { ...refusal, from: 'asked' })
  return error instanceof Error ? error.message : String(error)
}

export function refusalWords(session: SessionLike, refused: Refused) {
  const { code, path, values, from } = refused
  const label = refusalLabel(session, refused)
  const key = sentenceFor(code)
  const given = String(values.value ?? '')
  if (key === 'number') return numberWords(label, given, { from, limit: limitAt(session, path) })
  const said = ruleText(key, { ...readableValues(values), label, path })
  return isWhole(key) ? said : ending(said, given, from)
}

/** What is wrong with a text that was typed where a number belongs. */
export function numberWords(
  label: string,
  typed: string,
  { from = 'typed', limit }: { from?: Refused['from']; limit?: Limit } = {},
) {
  const { problem, ...meanings } = readNumber(typed) as Unread
  const own = problem && !(limit && problem === 'large') && explained.find((key) => key === problem)
  if (own) return text(own, { label, value: shown(typed), ...meanings })
  return ending(
    limit ? ruleText(keyOf(limit), { label, ...boundsOf(limit) }) : ruleText('number', { label }),
    typed,
    from,
  )
}

/** What is wrong with a cell that was pasted. */
export function cellWords(label: string, written: string) {
  const own = explained.find((key) => key === readNumber(written).problem)
  if (own) return numberWords(label, written)
  const sentence = ruleText('number', { label })
  return written ? text('pasted', { sentence, value: shown(written) }) : text('pastedEmpty', { sentence })
}

const keyOf = ({ exclusiveMinimum, integer }: Limit) => (integer ? 'whole' : exclusiveMinimum ? 'above' : 'between')

/** Both ends of what is allowed, as the page writes numbers. */
export const boundsOf = ({ minimum, maximum }: Limit) => ({
  minimum: readable(minimum),
  maximum: readable(maximum),
})

const limitAt = ({ catalog: { limits } }: SessionLike, path: string) => limits[path.slice(path.lastIndexOf('.') + 1)]

const isOrigin = (from: Refused['from']) => from === 'link' || from === 'attribute'

/** What was given, at the end of the sentence. */
function ending(sentence: string, value: string, from: Refused['from']) {
  if (value.trim()) return text(from === 'attribute' ? 'state' : from, { sentence, value: shown(value) })
  return text(from === 'typed' ? 'empty' : isOrigin(from) ? 'leftEmpty' : 'plain', { sentence })
}

/** Numbers as they were typed, words in quotes. */
const shown = (value: string) => (/^[-+−]?[.,]?[\d∞]|^[[{]/.test(value) ? value : text('quoted', { value }))

/** '1,000' for 1000; what is no whole number stays. */
const readable = (value: string | number) =>
  (/^-?\d{4,}$/.test(String(value)) ? formatCount(Number(value)) : String(value)).replace('-', '−')

/** How readers call the values of some names. */
const labels: Record<string, (name: string) => string> = {
  cost: costs.label,
  value: activations.label,
  activation: (name) => activations.part(name, 'within', name),
}

/** Values as the page writes them: names of options by their labels, numbers with separators. A count chooses its form. */
const readableValues = (values: Values) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, readableValue(name, value)]))

function readableValue(name: string, value: string | number) {
  if (name === 'count') return value
  return readable(typeof value === 'string' && Object.hasOwn(labels, name) ? labels[name](value) : value)
}
