import type { NumberLimit } from '../../../engine/catalog.ts'
import type { Notice, Refused } from '../../../session/notice.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { formatCount } from '../../../text/numbers.ts'
import { activations } from '../../../text/options/activations.ts'
import { costs } from '../../../text/options/costs.ts'
import { readNumber, type Unread } from '../../../text/read-number.ts'
import { text as pageText, texts } from '../../../text/text.ts'
import { refusalLabel } from './label.ts'
import { sentences } from './sentences.ts'

/** Refusals in the reader's words. The rules are told apart by how the engine and the model say them. */

export type Limit = Pick<NumberLimit, 'minimum' | 'maximum' | 'exclusiveMinimum' | 'integer'>

type Key = keyof typeof sentences

type Values = Record<string, string>

const text = texts(sentences)

/** Rules by how they are said, and the sentence for each; what is in brackets are its values. */
const rules: [RegExp, Key][] = [
  [/^must be a whole number from (?<minimum>\S+) to (?<maximum>\S+)$/, 'whole'],
  [/^must be > (?<minimum>\S+) and at most (?<maximum>\S+)$/, 'above'],
  [/^must be from (?<minimum>\S+) to (?<maximum>\S+)$/, 'between'],
  [/^must be (?:a |finite |a finite )numbers?$|^must be finite$/, 'number'],
  [/^must be (?:one of|among) /, 'choice'],
  [/^must be names of 1 to 40 letters/, 'names'],
  [/^must name each (?:column|one) once$/, 'once'],
]

/** Rules that have a sentence of their own, to the end. */
const special: [RegExp, Key][] = [
  [/^(?<cost>\w+) takes predictions from (?<minimum>\S+) to (?<maximum>\S+) only/, 'fit'],
  [/^must have at most (?<maximum>\d+) parameters in all$/, 'tooManyWeights'],
  [/^must have at most (?<maximum>\d+) rows$/, 'tooManyRows'],
  [/^must be at least 1 row and at most (?<maximum>\d+) numbers$/, 'tooManyNumbers'],
  [/^must be (?:numbers in base64url|whole numbers of \d bytes)$|^must fit the layers$/, 'incomplete'],
  [/^must have at most (?<maximum>\d+) characters$/, 'tooLong'],
]

/** Problems with what was typed for a number that have a sentence of their own. */
const explained: Key[] = ['comma', 'cells', 'spaces', 'percent', 'notation', 'large', 'small', 'division']

/** The sentence of a notice. */
export function noticeWords(session: SessionLike, { message, refused }: Notice) {
  if (!refused) return message
  const words = refusalWords(session, refused)
  return refused.from === 'link' ? pageText('notice.link', { message: words }) : words
}

/**
 * The sentence of a question that the engine did not answer.
 * @param error of session.ask, which says as data what it refuses
 */
export function errorWords(session: SessionLike, error: unknown) {
  const { refusal, message } = error as { refusal?: Omit<Refused, 'from'>; message?: string }
  return refusal ? refusalWords(session, { ...refusal, from: 'asked' }) : (message ?? String(error))
}

export function refusalWords(session: SessionLike, refused: Refused) {
  const { rule, value, from } = refused
  const label = refusalLabel(session, refused)
  const [whole, values] = match(special, rule)
  if (whole) return text(whole, { ...named(values), value: named({ value }).value })
  const [key = 'other', bounds] = match(rules, rule)
  if (key === 'number') return numberWords(label, value, { from, limit: limitAt(session, refused.path) })
  return ending(text(key, { label, rule: plainRule(rule), ...bounds }), value, from)
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
  return ending(limit ? text(keyOf(limit), { label, ...boundsOf(limit) }) : text('number', { label }), typed, from)
}

/** What is wrong with a cell that was pasted. */
export function cellWords(label: string, written: string) {
  const own = explained.find((key) => key === readNumber(written).problem)
  if (own) return numberWords(label, written)
  const sentence = text('number', { label })
  return written ? text('pasted', { sentence, value: shown(written) }) : text('pastedEmpty', { sentence })
}

const keyOf = ({ exclusiveMinimum, integer }: Limit): Key =>
  integer ? 'whole' : exclusiveMinimum ? 'above' : 'between'

/** Both ends of what is allowed, as the page writes numbers. */
export const boundsOf = ({ minimum, maximum }: Limit) => ({
  minimum: readable(String(minimum)),
  maximum: readable(String(maximum)),
})

const limitAt = ({ catalog: { limits } }: SessionLike, path: string) => limits[path.slice(path.lastIndexOf('.') + 1)]

/** What was given, at the end of the sentence. */
function ending(sentence: string, value: string, from: Refused['from']) {
  if (value.trim()) return text(from, { sentence, value: shown(value) })
  return text(from === 'typed' ? 'empty' : from === 'link' ? 'emptyLink' : 'plain', { sentence })
}

/** Numbers as they were typed, words in quotes. */
const shown = (value: string) => (/^[-+−]?[.,]?[\d∞]|^[[{]/.test(value) ? value : text('quoted', { value }))

/** The first rule that is said so, with its values as the page writes numbers. */
function match(list: [RegExp, Key][], rule: string): [Key | undefined, Values] {
  const found = list.find(([pattern]) => pattern.test(rule))
  const values = Object.entries(found?.[0].exec(rule)?.groups ?? {}).map(([name, value]) => [name, readable(value)])
  return [found?.[1], Object.fromEntries(values)]
}

/** '1,000' for 1000; what is no whole number stays. */
const readable = (value: string) => (/^-?\d{4,}$/.test(value) ? formatCount(Number(value)) : value).replace('-', '−')

/** A rule that has no sentence of its own: with the labels of options and numbers as the page writes them. */
const plainRule = (rule: string) =>
  rule.replace(/\b\d{4,}\b/g, readable).replace(/\b[a-z]+[A-Z]\w*\b/g, (name) => named({ name }).name)

/** Names of options by their labels. */
function named(values: Values): Values {
  const label = (value: string) =>
    [activations, costs].map((words) => words.label(value)).find((found) => found !== value) ?? readable(value)
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, label(value)]))
}
