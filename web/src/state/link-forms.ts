import type { HandTable } from '../data/hand.ts'
import type { RowStore } from '../data/row-store.ts'
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

const neuron: Write<Neuron> = ({ layer, unit }) => `${layer}.${unit}`

/** layer.row.column or layer.row.b */
const parameter: Write<Parameter> = (at) => `${at.layer}.${at.row}.${'bias' in at ? 'b' : at.column}`

const listOf =
  <Value>(write: Write<Value>): Write<Value[]> =>
  (value, context) =>
    value.map((one) => write(one, context)).join('-')

const numbers = (values: number[]) => values.join('~')

/** Its input, then its target. */
const sample: Write<Sample> = ({ input, target }) => [input, target].map(numbers).join('!')

/** Input names, output names, then row by row. */
const table: Write<HandTable> = ({ inputs, outputs, rows }, { store }) =>
  [inputs.join('~'), outputs.join('~'), ...toRows(store.get(rows)).map(numbers)].join('!')

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
  layers,
  weights,
}

export type FormName = keyof typeof writers

/** A value of that form, as a link writes it. */
export const written = (form: FormName, value: unknown, context: LinkContext) =>
  (writers[form] as Write<unknown>)(value, context)
