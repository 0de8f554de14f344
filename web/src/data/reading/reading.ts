/** A table that somebody brings along: what it is read as, and what is to be said of it. Plain data, for a worker reads it. */

/** What is read: bytes of a file, or a text that was pasted. */
export type Source = ArrayBuffer | string

export type DecimalMark = '.' | ','

/** What the reader of the table has set right; whatever is left out is found out. */
export interface ReadOptions {
  /** Between cells; ' ' is any run of spaces. */
  delimiter?: string
  hasHeader?: boolean
  decimal?: DecimalMark
  /** The name of a column without one: '{number}' in it is where it stands. */
  nameless?: string
}

export type ColumnKind = 'number' | 'category' | 'date' | 'identifier' | 'text' | 'empty'

/** One column of the table. */
export interface ReadColumn {
  name: string
  /** Its number in the file, from 1. */
  position: number
  unit: string
  /** Dates, identifiers, texts and what is empty can be no part of a network. */
  kind: ColumnKind
  /** Numbers, or indices of levels; NaN where a value is missing or could not be read. */
  values: Float64Array
  /** Of a category: two of a yes and a no in this order, others in that of the alphabet. */
  levels: string[]
  /** So many cells are missing. */
  missing: number
  /** All that is there is the same. */
  isConstant: boolean
  /** Few whole numbers: a class, or an amount? Only a person knows. */
  isFewWhole: boolean
  /** How its first rows are written. */
  written: string[]
  /** How many values there are of each level, or in each of some equal steps from the lowest to the highest. */
  bars: number[]
  low: number
  high: number
}

/** Where something is: a line of the text or an entry of a list, from 1, and what stands there. */
export interface Place {
  line: number
  value: string
}

/** What is to be said of a table: a mistake, or how it was read. Those of a kind are one. */
export interface Finding {
  code: string
  /** A mistake stands in the way until its rows are left out, or its column. */
  isMistake: boolean
  /** The column that it is about; undefined = the whole. */
  column?: string
  /** How often it is met. */
  count: number
  /** The first of them. */
  places: Place[]
  /** The rows that it makes unusable, from 0. */
  rows: Int32Array
  values: Record<string, string | number>
}

/** How the text is laid out. */
export interface Layout {
  encoding: string
  /** '' = there were none to find, as in JSON. */
  delimiter: string
  hasHeader: boolean
  decimal: DecimalMark
  /** Whether places are lines of a text or entries of a list. */
  places: 'line' | 'entry'
}

export interface Reading {
  layout: Layout
  columns: ReadColumn[]
  rows: number
  /** The line of each row. */
  lines: Int32Array
  findings: Finding[]
  /** The column that is probably to be predicted, -1 = none. */
  target: number
}

/** Why nothing could be read. */
export interface Unreadable {
  code: string
  values: Record<string, string | number>
}

export type ReadResult = { reading: Reading; refused?: undefined } | { refused: Unreadable; reading?: undefined }

/** Work that can pause: it yields wherever something else may be done in between. */
export type Slices<Result> = Generator<undefined, Result, undefined>

/** What a table may measure. */
export const readLimits = Object.freeze({
  bytes: 5 * 1024 * 1024,
  rows: 20_000,
  columns: 100,
  levels: 20,
  /** Characters of a name, and of a level. */
  name: 40,
})

/** How many rows are shown before the table is used, and how many places of a mistake are named. */
export const shownRows = 5
export const namedPlaces = 5

/** Thrown where nothing can be read; readTable() hands it back. */
export class UnreadableError extends Error {
  readonly refused: Unreadable
  constructor(code: string, values: Unreadable['values'] = {}) {
    super(code)
    this.refused = { code, values }
  }
}

export function unreadable(code: string, values: Unreadable['values'] = {}): never {
  throw new UnreadableError(code, values)
}

/** A finding of some places. */
export const found = (
  code: string,
  more: Partial<Omit<Finding, 'code' | 'rows'>> & { rows?: ArrayLike<number> } = {},
): Finding => ({
  isMistake: false,
  count: more.places?.length ?? 0,
  places: [],
  values: {},
  ...more,
  code,
  rows: Int32Array.from(more.rows ?? []),
})
