import { mostNumbers, type Problem } from '../../data/reading/choices.ts'
import type { Finding, Layout, Place, Unreadable } from '../../data/reading/reading.ts'
import { listOf } from '../../text/lists.ts'
import { formatCount } from '../../text/numbers.ts'
import { texts } from '../../text/text.ts'
import { sentences } from './sentences.ts'

/** What was found, what stands in the way and what could not be read, in the reader's words. */

const text = texts(sentences)

type Key = keyof typeof sentences

type Places = Layout['places']

const mistakeKeys: Record<string, Key> = {
  ragged: 'ragged',
  quotes: 'quotes',
  notNumber: 'notNumber',
  infinite: 'infinite',
  nested: 'nested',
  tooManyRows: 'tooManyRows',
}

const noteKeys: Record<string, Key> = {
  encoding: 'encoding',
  json: 'json',
  lostLetters: 'lostLetters',
  emptyLines: 'emptyLines_other',
  preamble: 'preamble_other',
  unitsLine: 'unitsLine',
  emptyColumns: 'emptyColumns_other',
  namesEmpty: 'namesEmpty',
  namesTwice: 'namesTwice',
  namesChanged: 'namesChanged',
  decimalComma: 'commas',
  eitherComma: 'eitherComma',
  percent: 'percent',
  affix: 'affix',
  constant: 'constant',
  identifier: 'identifier',
  date: 'date',
  text: 'manyTexts',
  longText: 'longText',
  emptyColumn: 'emptyColumn',
}

const problemKeys: Record<Problem['code'], Key> = {
  noTarget: 'noTarget',
  noInput: 'noInput',
  classOrAmount: 'classOrAmount',
  mistakes: 'standing',
  fewRows: 'fewRows',
  oneClass: 'oneClass',
  mixedTargets: 'mixedTargets',
  tooManyNumbers: 'tooManyNumbers',
}

const refusalKeys: Record<string, Key> = {
  empty: 'empty',
  tooLarge: 'tooLarge',
  spreadsheet: 'spreadsheet',
  packed: 'packed',
  notATable: 'notATable',
  binary: 'binary',
  unknownEncoding: 'unknownEncoding',
  encoding: 'badEncoding',
  webPage: 'webPage',
  brokenJson: 'brokenJson',
  jsonNoTable: 'jsonNoTable',
  noRows: 'noRows',
  headerOnly: 'headerOnly',
  oneColumn: 'oneColumn',
  tooManyColumns: 'tooManyColumns',
  longLine: 'longLine',
  openQuote: 'openQuote',
  slow: 'slow',
  unread: 'unread',
}

/** Every code there is a sentence for. */
export const codes = { mistakeKeys, noteKeys, problemKeys, refusalKeys }

/** Numbers with separators. */
const readable = (values: Finding['values']) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'number' ? formatCount(value) : value]),
  )

export const refusalWords = ({ code, values }: Unreadable) => text(refusalKeys[code] ?? 'unread', readable(values))

export const problemWords = ({ code, column = '' }: Problem) =>
  text(problemKeys[code], { column, most: formatCount(mostNumbers) })

/** 'Not a number in x: line 10 (0x10), line 11 (1_000), 3 more.' */
export function mistakeWords({ code, column = '', count, places, values }: Finding, kind: Places) {
  const title = text(mistakeKeys[code], { ...readable(values), column })
  const named = code === 'ragged' ? places.map((place) => cellsWords(place, kind)) : placesOf(places, kind)
  const rest = code === 'tooManyRows' ? 0 : count - places.length
  return text('listed', { title, places: listOf(rest > 0 ? [...named, text('more', { count: rest })] : named) })
}

const cellsWords = (place: Place, kind: Places) =>
  text('raggedCells_other', { place: placeWords(place.line, kind), count: Number(place.value) })

const placeWords = (line: number, kind: Places) => text(kind, { line: formatCount(line) })

const placesOf = (places: Place[], kind: Places) =>
  places.map(({ line, value }) => {
    const place = placeWords(line, kind)
    return value ? text('valueAt', { place, value }) : place
  })

/** How the table was read: what is said of several columns is said once. */
export function notesWords(findings: readonly Finding[], kind: Places): string[] {
  const notes = Map.groupBy(
    findings.filter(({ isMistake }) => !isMistake),
    ({ code, values }) =>
      code === 'percent' || code === 'eitherComma' || code === 'affix' ? code + values.mark : code,
  )
  return [...notes.values()].map(([first, ...others]) => {
    const { code, count, places, values } = first
    const counted = noteKeys[code].endsWith('_other') ? { count } : { count: formatCount(count) }
    return text(noteKeys[code], {
      ...readable(values),
      ...counted,
      columns: listOf([first, ...others].map(({ column = '' }) => column)),
      names: listOf(places.map(({ value }) => value)),
      places: listOf(placesOf(places, kind)),
    })
  })
}
