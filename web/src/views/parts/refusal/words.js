import { formatCount } from '../../../text/numbers.js'
import { readNumber } from '../../../text/read-number.js'
import { text as pageText, texts } from '../../../text/text.js'
import { refusalLabel } from './label.js'
import { sentences } from './sentences.js'

/**
 * Refusals in the reader's words. The rules are told apart by how the engine and the model say them.
 *
 * @import { Notice, NumberLimit, Refused, SessionLike } from '../../../types.d.ts'
 * @typedef {Pick<NumberLimit, 'minimum' | 'maximum' | 'exclusiveMinimum' | 'integer'>} Limit
 * @typedef {keyof typeof sentences} Key
 * @typedef {Record<string, string>} Values
 */
const text = texts(sentences)

/** Rules by how they are said, and the sentence for each; what is in brackets are its values. @type {[RegExp, Key][]} */
const rules = [
  [/^must be a whole number from (?<minimum>\S+) to (?<maximum>\S+)$/, 'whole'],
  [/^must be > (?<minimum>\S+) and at most (?<maximum>\S+)$/, 'above'],
  [/^must be from (?<minimum>\S+) to (?<maximum>\S+)$/, 'between'],
  [/^must be (?:a |finite |a finite )numbers?$|^must be finite$/, 'number'],
  [/^must be (?:one of|among) /, 'choice'],
  [/^must be names of 1 to 40 letters/, 'names'],
  [/^must name each (?:column|one) once$/, 'once'],
]

/** Rules that have a sentence of their own, to the end. @type {[RegExp, Key][]} */
const special = [
  [/^(?<cost>\w+) takes predictions from (?<minimum>\S+) to (?<maximum>\S+) only/, 'fit'],
  [/^must have at most (?<maximum>\d+) parameters in all$/, 'tooManyWeights'],
  [/^must have at most (?<maximum>\d+) rows$/, 'tooManyRows'],
  [/^must be at least 1 row and at most (?<maximum>\d+) numbers$/, 'tooManyNumbers'],
  [/^must be (?:numbers in base64url|whole numbers of \d bytes)$|^must fit the layers$/, 'incomplete'],
  [/^must have at most (?<maximum>\d+) characters$/, 'tooLong'],
]

/** Problems with what was typed for a number that have a sentence of their own. @type {Key[]} */
const explained = ['comma', 'cells', 'spaces', 'percent', 'notation', 'large', 'small', 'division']

/**
 * The sentence of a notice.
 * @param {SessionLike} session
 * @param {Notice} notice
 */
export function noticeWords(session, { message, refused }) {
  if (!refused) return message
  const words = refusalWords(session, refused)
  return refused.from === 'link' ? pageText('notice.link', { message: words }) : words
}

/**
 * The sentence of a question that the engine did not answer.
 * @param {SessionLike} session
 * @param {unknown} error of session.ask, which says as data what it refuses
 */
export function errorWords(session, error) {
  const { refusal, message } = /** @type {{ refusal?: Omit<Refused, 'from'>, message?: string }} */ (error)
  return refusal ? refusalWords(session, { ...refusal, from: 'asked' }) : (message ?? String(error))
}

/** @param {SessionLike} session @param {Refused} refused */
export function refusalWords(session, refused) {
  const { rule, value, from } = refused
  const label = refusalLabel(session, refused)
  const [whole, values] = match(special, rule)
  if (whole) return text(whole, { ...named(session, values), value: named(session, { value }).value })
  const [key = 'other', bounds] = match(rules, rule)
  if (key === 'number') return numberWords(label, value, { from, limit: limitAt(session, refused.path) })
  return ending(text(key, { label, rule: plainRule(session, rule), ...bounds }), value, from)
}

/**
 * What is wrong with a text that was typed where a number belongs.
 * @param {string} label
 * @param {string} typed
 * @param {{ from?: Refused['from'], limit?: Limit }} [how]
 */
export function numberWords(label, typed, { from = 'typed', limit } = {}) {
  const { problem, ...meanings } = /** @type {import('../../../text/read-number.js').Unread} */ (readNumber(typed))
  const own = problem && !(limit && problem === 'large') && explained.find((key) => key === problem)
  if (own) return text(own, { label, value: shown(typed), ...meanings })
  return ending(limit ? text(keyOf(limit), { label, ...boundsOf(limit) }) : text('number', { label }), typed, from)
}

/** What is wrong with a cell that was pasted. @param {string} label @param {string} written */
export function cellWords(label, written) {
  const own = explained.find((key) => key === readNumber(written).problem)
  if (own) return numberWords(label, written)
  const sentence = text('number', { label })
  return written ? text('pasted', { sentence, value: shown(written) }) : text('pastedEmpty', { sentence })
}

/** @param {Limit} limit @returns {Key} */
const keyOf = ({ exclusiveMinimum, integer }) => (integer ? 'whole' : exclusiveMinimum ? 'above' : 'between')

/** Both ends of what is allowed, as the page writes numbers. @param {Limit} limit */
export const boundsOf = ({ minimum, maximum }) => ({
  minimum: readable(String(minimum)),
  maximum: readable(String(maximum)),
})

/** @param {SessionLike} session @param {string} path */
const limitAt = ({ catalog: { limits } }, path) => limits[path.slice(path.lastIndexOf('.') + 1)]

/** What was given, at the end of the sentence. @param {string} sentence @param {string} value @param {Refused['from']} from */
function ending(sentence, value, from) {
  if (value.trim()) return text(from, { sentence, value: shown(value) })
  return text(from === 'typed' ? 'empty' : from === 'link' ? 'emptyLink' : 'plain', { sentence })
}

/** Numbers as they were typed, words in quotes. @param {string} value */
const shown = (value) => (/^[-+−]?[.,]?[\d∞]|^[[{]/.test(value) ? value : text('quoted', { value }))

/**
 * The first rule that is said so, with its values as the page writes numbers.
 * @param {[RegExp, Key][]} list
 * @param {string} rule
 * @returns {[Key | undefined, Values]}
 */
function match(list, rule) {
  const found = list.find(([pattern]) => pattern.test(rule))
  const values = Object.entries(found?.[0].exec(rule)?.groups ?? {}).map(([name, value]) => [name, readable(value)])
  return [found?.[1], Object.fromEntries(values)]
}

/** '1,000' for 1000; what is no whole number stays. @param {string} value */
const readable = (value) => (/^-?\d{4,}$/.test(value) ? formatCount(Number(value)) : value).replace('-', '−')

/** A rule that has no sentence of its own: with the labels of options and numbers as the page writes them. @param {SessionLike} session @param {string} rule */
const plainRule = (session, rule) =>
  rule.replace(/\b\d{4,}\b/g, readable).replace(/\b[a-z]+[A-Z]\w*\b/g, (name) => named(session, { name }).name)

/** Names of options by their labels. @param {SessionLike} session @param {Values} values @returns {Values} */
function named({ catalog: { activations, costs } }, values) {
  const label = (/** @type {string} */ value) =>
    [...activations, ...costs].find(({ name }) => name === value)?.label ?? readable(value)
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, label(value)]))
}
