import { type Field, fields } from './fields.ts'
import { nameOf } from './paths.ts'

/** The pairs of an address's query: which are ours, which nearly, which somebody else's. */

interface Pair {
  /** As it stands in the address. */
  raw: string
  key: string
  value: string
}

/**
 * The pairs of a query and of the fragment after it, in order, with what software on the way does to addresses undone: a
 * second encoding, also of the #, and '&amp;'. What hosts add to a fragment, `#?secret=…`, is a pair too.
 * @param query with or without '?' or '#' in front
 */
export const pairsOf = (query: string): Pair[] =>
  query
    .replace(/^[?#]+/, '')
    .split(/&|(?:#|%23)(?=\??[\w-]+=)/)
    .filter(Boolean)
    .map((raw) => {
      // the & in front keeps a question mark that is part of a key
      const [[key, value] = ['', '']] = new URLSearchParams(`&${encodedOnce(raw.replace(/^amp;/, ''))}`)
      return { raw, key, value }
    })

/** Encoded twice, every % stands before 25 and two digits: our own links never look so. */
function encodedOnce(raw: string): string {
  const isTwice = /%/.test(raw) && !/%(?!25[\da-f]{2})/i.test(raw)
  return isTwice ? encodedOnce(raw.replaceAll('%25', '%')) : raw
}

/** Whether it is a key of a link. */
export const isOurs = (key: string) => fields.some((field) => field.key === key)

/** A key that was probably meant to be ours, and what it was meant to be; nothing where it was cut off. */
interface Miss {
  key: string
  meant?: string
}

export function nearMisses(query: string): Miss[] {
  const pairs = pairsOf(query)
  const afterOurs = pairs.length > 1 && isOurs(pairs[0].key) ? pairs.at(-1) : null
  return pairs.flatMap((pair): Miss[] => {
    const { raw, key } = pair
    if (isOurs(key)) return []
    if (!raw.includes('=') && isCut(key, pair === afterOurs)) return [{ key }]
    const meant = meantBy(key)
    return meant ? [{ key, meant }] : []
  })
}

/** Whether a word without a value is the beginning of a key of ours. @param isLast of a link: there a letter says it */
const isCut = (key: string, isLast: boolean) =>
  (isLast || key.length > 1) && fields.some((field) => field.key.startsWith(key))

/** Shorter words are too often somebody else's: 'date', 'text', 'feed'. */
const shortest = 5

function meantBy(key: string) {
  const word = plain(key)
  const isMeant = (field: Field) => {
    const ours = plain(field.key)
    const name = plain(nameOf(field.path))
    return isNearly(word, ours) || (name.length > shortest && word === name)
  }
  return fields.find(isMeant)?.key
}

/** Whether a word was probably meant to be a name: it is the other number of it, or a letter off. */
export const isNearly = (word: string, name: string) =>
  word === name || `${word}s` === name || word === `${name}s` || (name.length >= shortest && isOneOff(word, name))

const plain = (key: string) => key.toLowerCase().replace(/[-_. ]/g, '')

/** Whether one letter is added, left out, changed or has changed places with its neighbour. */
function isOneOff(a: string, b: string) {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  const [restA, restB] = [a.slice(start), b.slice(start)]
  const isSwapped = restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2)
  return isSwapped || restA.slice(1) === restB.slice(1) || restA === restB.slice(1) || restA.slice(1) === restB
}

/**
 * Whether a text begins as changes of weights or biases do, cut off or not: what else stands after the # of an address is
 * not ours.
 */
export const areChanges = (text: string) => /^[1-9]\d{0,4}\.[WB](?:[\d,=;]|$)/.test(text)
