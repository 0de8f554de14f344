import { aboutOf, type HandTable } from '../data/hand.ts'
import type { RowStore } from '../data/row-store.ts'
import type { Term } from '../data/sources.ts'
import { flatten, type LayerParameters } from '../network/layer-parameters.ts'
import type { LayerSettings } from '../network/layers.ts'
import type { Parameter } from '../network/parameters.ts'
import type { Neuron } from '../network/pointed.ts'
import { type Sample, toRows } from '../network/rows.ts'
import { encodeNumbers } from './base64.ts'

/** How a link writes the values of each form. How it reads them stands in read-forms.ts, which a first visit needs not. */

export interface LinkContext {
  /** What weights need to be told apart. */
  layers: LayerSettings[]
  isSingle: boolean
  /** Of the rows entered by hand. */
  store: RowStore
}

type Write<Value> = (value: Value, context: LinkContext) => string

const neuron = ({ layer, unit }: Neuron) => `${layer}.${unit}`

/** layer.row.column or layer.row.b */
const parameter = (at: Parameter) => `${at.layer}.${at.row}.${'bias' in at ? 'b' : at.column}`

const listOf =
  <Value>(write: Write<Value>): Write<Value[]> =>
  (value, context) =>
    value.map((one) => write(one, context)).join('-')

const numbers = (values: number[]) => values.join('~')

/** Its input, then its target. */
const sample: Write<Sample> = ({ input, target }) => [input, target].map(numbers).join('!')

/**
 * Input names, output names, then row by row; a cell that is missing is empty. Where more is known of columns, a ! in front
 * says that each is followed by it, by letters after a star: unit, levels, what is done about missing values; and that the
 * names of ignored columns come third.
 */
const table: Write<HandTable> = (value, { store }) => {
  const { inputs, outputs, ignored = [], about, test, imageSide, rows } = value
  const cells = toRows(store.get(rows)).map((row) => row.map((cell) => (Number.isNaN(cell) ? '' : cell)).join('~'))
  if (!about && !ignored.length && test === undefined && !imageSide)
    return [inputs.join('~'), outputs.join('~'), ...cells].join('!')
  const columns = [inputs, outputs, ignored].map((names) => names.map((name) => columnText(value, name)).join('~'))
  const facts = test === undefined && !imageSide ? [] : [`*${test ?? ''}.${imageSide ?? ''}`]
  return ['', ...facts, ...columns, ...cells].join('!')
}

function columnText(table: HandTable, name: string) {
  const { unit, levels = [], missing, range } = aboutOf(table, name)
  const parts = [
    unit && `*u${starred(unit)}`,
    ...levels.map((level) => `*l${starred(level)}`),
    missing && `*m${missing}`,
    range && `*r${range}`,
  ]
  return starred(name) + parts.filter(Boolean).join('')
}

/** Marks that have a meaning in the text of a table. */
export const marks: Record<string, string> = { s: '*', t: '~', x: '!' }

const starred = (text: string) =>
  text.replace(/[*~!]/g, (mark) => `*${Object.keys(marks).find((key) => marks[key] === mark)}`)

/** Products by their factors; a sine has nothing in front of what it is of. */
const terms: Write<Term[]> = (value) =>
  value.map((term) => ('sine' in term ? ['', term.sine] : term.product).map(starred).join('~')).join('!')

/** Hidden layers and the output layer: 8.tanh-8.tanh-1.sigmoid */
const layers: Write<LayerSettings[]> = (value) =>
  value.map(({ units, activation }) => `${units}.${activation}`).join('-')

/** The engine's flat order: see base64.ts. */
const weights: Write<LayerParameters[]> = (value, { isSingle }) =>
  encodeNumbers(isSingle ? Float32Array.from(flatten(value)) : flatten(value))

export const writers = {
  number: String,
  flag: String,
  word: String,
  words: (value: string[]) => value.join('~'),
  neuron,
  parameter,
  neurons: listOf(neuron),
  parameters: listOf(parameter),
  sample,
  table,
  terms,
  layers,
  weights,
}

export type FormName = keyof typeof writers

/** A value of that form, as a link writes it. */
export const written = (form: FormName, value: unknown, context: LinkContext) =>
  (writers[form] as Write<unknown>)(value, context)
