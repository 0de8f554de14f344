import type { HandTable } from '../data/hand.ts'
import type { RowStore } from '../data/row-store.ts'
import { flatten, type LayerParameters, unflatten } from '../network/layer-parameters.ts'
import type { LayerSettings } from '../network/layers.ts'
import type { Parameter } from '../network/parameters.ts'
import type { Neuron } from '../network/pointed.ts'
import { refuseType } from '../network/refuse.ts'
import { type Sample, toRows } from '../network/rows.ts'
import { decodeNumbers, encodeNumbers } from './base64.ts'

/** How a link writes a value, and reads one. */

export interface LinkContext {
  /** What weights need to be told apart. */
  layers: LayerSettings[]
  isSingle: boolean
  /** Of the rows entered by hand. */
  store: RowStore
}

export interface LinkForm<Value = unknown> {
  write(value: Value, context: LinkContext): string
  /** What is read is still to be checked. */
  read(text: string, path: string, context: LinkContext): unknown
}

const number: LinkForm<number> = { write: String, read: readNumber }

function readNumber(text: string, path: string) {
  const value = Number(text)
  return /^[-+.\deE]+$/.test(text) && !Number.isNaN(value) ? value : refuseType('number', path, text)
}

const flag: LinkForm<boolean> = {
  write: String,
  read: (text, path) => (text === 'true' || text === 'false' ? text === 'true' : refuseType('flag', path, text)),
}

const word: LinkForm<string> = { write: String, read: (text) => text }

const words: LinkForm<string[]> = { write: (value) => value.join('~'), read: (text) => text.split('~') }

const neuron: LinkForm<Neuron> = {
  write: ({ layer, unit }) => `${layer}.${unit}`,
  read(text, path) {
    const parts = /^(-?\d{1,6})\.(\d{1,6})$/.exec(text)
    return parts ? { layer: Number(parts[1]), unit: Number(parts[2]) } : refuseType('neuronText', path, text)
  },
}

/** layer.row.column or layer.row.b */
const parameter: LinkForm<Parameter> = {
  write: (at) => `${at.layer}.${at.row}.${'bias' in at ? 'b' : at.column}`,
  read(text, path) {
    const parts = /^(\d{1,6})\.(\d{1,6})\.(b|\d{1,6})$/.exec(text)
    if (!parts) return refuseType('parameterText', path, text)
    const at = { layer: Number(parts[1]), row: Number(parts[2]) }
    return parts[3] === 'b' ? { ...at, bias: true } : { ...at, column: Number(parts[3]) }
  },
}

const listOf = <Value>(item: LinkForm<Value>): LinkForm<Value[]> => ({
  write: (value, context) => value.map((one) => item.write(one, context)).join('-'),
  read: (text, path, context) => (text ? text.split('-').map((one) => item.read(one, path, context)) : []),
})

const numbers = (values: number[]) => values.join('~')

const readNumbers = (text: string, path: string) => text.split('~').map((one) => readNumber(one, path))

/** Its input, then its target. */
const sample: LinkForm<Sample> = {
  write: ({ input, target }) => [input, target].map(numbers).join('!'),
  read(text, path) {
    const [input, target = '', ...rest] = text.split('!')
    if (rest.length) refuseType('sampleText', path, text)
    return { input: readNumbers(input, path), target: readNumbers(target, path) }
  },
}

/** Input names, output names, then row by row. */
const table: LinkForm<HandTable> = {
  write: ({ inputs, outputs, rows }, { store }) =>
    [inputs.join('~'), outputs.join('~'), ...toRows(store.get(rows)).map(numbers)].join('!'),
  read(text, path) {
    const [inputs, outputs = '', ...rows] = text.split('!')
    return { inputs: inputs.split('~'), outputs: outputs.split('~'), rows: rows.map((row) => readNumbers(row, path)) }
  },
}

/** Hidden layers and the output layer: 8.tanh-8.tanh-1.sigmoid. Units alone take the activations that suit the data. */
const layers: LinkForm<LayerSettings[]> = {
  write: (value) => value.map(({ units, activation }) => `${units}.${activation}`).join('-'),
  read(text, path, { layers: suited }) {
    const [hidden, output] = [suited.at(-2)?.activation ?? 'tanh', suited.at(-1)?.activation ?? '']
    return text.split('-').map((layer, i, { length }) => {
      const parts = /^(\d{1,6})(?:\.([a-zA-Z0-9]{1,40}))?$/.exec(layer)
      const usual = i === length - 1 ? output : hidden
      return parts ? { units: Number(parts[1]), activation: parts[2] ?? usual } : refuseType('layersText', path, text)
    })
  },
}

/** base64url of the engine's flat order. */
const parameters: LinkForm<LayerParameters[]> = {
  write: (value, { isSingle }) => encodeNumbers(isSingle ? Float32Array.from(flatten(value)) : flatten(value)),
  read: (text, path, { layers: shape, isSingle }) => unflatten(decodeNumbers(text, path, isSingle), shape, path),
}

export const forms = { number, flag, word, words, neuron, parameter, listOf, sample, table, layers, parameters }
