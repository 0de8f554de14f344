import { isNearly, shortest } from '../network/nearly.ts'
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

function meantBy(key: string) {
  const word = plain(key)
  const isMeant = (field: Field) => {
    const ours = plain(field.key)
    const name = plain(nameOf(field.path))
    return isNearly(word, ours) || (name.length > shortest && word === name)
  }
  return fields.find(isMeant)?.key
}

const plain = (key: string) => key.toLowerCase().replace(/[-_. ]/g, '')

/**
 * Whether a text begins as changes of weights or biases do, cut off or not: what else stands after the # of an address is
 * not ours.
 */
export const areChanges = (text: string) => /^[1-9]\d{0,4}\.[WB](?:[\d,=;]|$)/.test(text)
