import type { ColumnAbout } from '../data/hand.ts'
import { unflatten } from '../network/layer-parameters.ts'
import { refuseType } from '../network/refuse.ts'
import { type FormName, type LinkContext, marks } from './link-forms.ts'
import { decodeNumbers } from './read-base64.ts'

/** How a link reads what link-forms.ts writes. What is read is still to be checked. */

type Read = (text: string, path: string, context: LinkContext) => unknown

function number(text: string, path: string) {
  const value = Number(text)
  return /^[-+.\deE]+$/.test(text) && !Number.isNaN(value) ? value : refuseType('number', path, text)
}

const flag: Read = (text, path) =>
  text === 'true' || text === 'false' ? text === 'true' : refuseType('flag', path, text)

const neuron: Read = (text, path) => {
  const parts = /^(-?\d{1,6})\.(\d{1,6})$/.exec(text)
  return parts ? { layer: Number(parts[1]), unit: Number(parts[2]) } : refuseType('neuronText', path, text)
}

const parameter: Read = (text, path) => {
  const parts = /^(\d{1,6})\.(\d{1,6})\.(b|\d{1,6})$/.exec(text)
  if (!parts) return refuseType('parameterText', path, text)
  const at = { layer: Number(parts[1]), row: Number(parts[2]) }
  return parts[3] === 'b' ? { ...at, bias: true } : { ...at, column: Number(parts[3]) }
}

const listOf =
  (item: Read): Read =>
  (text, path, context) =>
    text.split('-').map((one) => item(one, path, context))

const numbers = (text: string, path: string) => text.split('~').map((one) => number(one, path))

const sample: Read = (text, path) => {
  const [input, target = '', ...rest] = text.split('!')
  if (rest.length) refuseType('sampleText', path, text)
  return { input: numbers(input, path), target: numbers(target, path) }
}

const table: Read = (text, path) => {
  const isStarred = text.startsWith('!')
  const parts = (isStarred ? text.slice(1) : text).split('!')
  const facts = /^\*(\d*)\.(\d*)$/.exec(isStarred ? parts[0] : '')
  const [inputs = '', outputs = '', ...others] = facts ? parts.slice(1) : parts
  const rows = (isStarred ? others.slice(1) : others).map((row) => cells(row, path))
  if (!isStarred) return { inputs: inputs.split('~'), outputs: outputs.split('~'), rows }
  const [read, wanted, ignored] = [inputs, outputs, others[0] ?? ''].map((names) =>
    names ? names.split('~').map((column) => columnOf(column, path)) : [],
  )
  return {
    inputs: read.map(([name]) => name),
    outputs: wanted.map(([name]) => name),
    ignored: ignored.map(([name]) => name),
    about: Object.fromEntries([...read, ...wanted, ...ignored]),
    ...(facts?.[1] && { test: Number(facts[1]) }),
    ...(facts?.[2] && { imageSide: Number(facts[2]) }),
    rows,
  }
}

const cells = (text: string, path: string) => text.split('~').map((cell) => (cell === '' ? null : number(cell, path)))

/** A column's name with what is known of it. */
function columnOf(text: string, path: string): [name: string, about: ColumnAbout] {
  const [name, ...parts] = text.split(/(?=\*[ulmr])/)
  const about: Record<string, unknown> = {}
  for (const part of parts) {
    const value = plainOf(part.slice(2), path)
    if (part[1] === 'l') about.levels = [...((about.levels as string[]) ?? []), value]
    else if (part[1] === 'r') about.range = value.split(',').map((end) => number(end, path))
    else about[part[1] === 'u' ? 'unit' : 'missing'] = value
  }
  return [plainOf(name, path), about]
}

const plainOf = (text: string, path: string) =>
  text.replace(/\*(.?)/g, (_, key) => (Object.hasOwn(marks, key) ? marks[key] : refuseType('tableText', path, text)))

const terms: Read = (text, path) =>
  text.split('!').map((term) => {
    const names = term.split('~').map((name) => plainOf(name, path))
    return names.length === 2 && names[0] === '' ? { sine: names[1] } : { product: names }
  })

/** Units alone take the activations that suit the data. */
const layers: Read = (text, path, { layers: suited }) => {
  const [hidden, output] = [suited.at(-2)?.activation ?? 'tanh', suited.at(-1)?.activation ?? '']
  return text.split('-').map((layer, i, { length }) => {
    const parts = /^(\d{1,6})(?:\.([a-zA-Z0-9]{1,40}))?$/.exec(layer)
    const usual = i === length - 1 ? output : hidden
    return parts ? { units: Number(parts[1]), activation: parts[2] ?? usual } : refuseType('layersText', path, text)
  })
}

export const readers: Record<FormName, Read> = {
  number,
  flag,
  word: (text) => text,
  words: (text) => text.split('~'),
  neuron,
  parameter,
  neurons: listOf(neuron),
  parameters: listOf(parameter),
  sample,
  table,
  terms,
  layers,
  weights: (text, path, { layers: shape, isSingle }) => unflatten(decodeNumbers(text, path, isSingle), shape, path),
}
