import type { LayerParameters } from '../network/layer-parameters.ts'
import { Unreadable } from '../network/unreadable.ts'
import { rowsOf, type Tensor } from './tensor.ts'

/** Arrays as layers of a network. */

/** How weights lie: a row a neuron, as in PyTorch and here; or a row an input, as in Keras and in Y = XW. */
export type Orientation = 'neurons' | 'inputs'

/** A way to read the arrays that fits the data. */
export interface Reading {
  orientation: Orientation
  layers: LayerParameters[]
  /** Layers without biases: theirs are 0. */
  withoutBias: number
}

interface Pair {
  weight: Tensor
  bias: Tensor | null
}

/**
 * All ways in which the arrays are a network with so many inputs and outputs: two where each would do, and then the
 * reader has to say which.
 * @throws {Unreadable} where there is none
 */
export function readingsOf(tensors: Tensor[], ends: { inputs: number; outputs: number }): Reading[] {
  const odd = tensors.find(({ shape }) => shape.length < 1 || shape.length > 2 || shape.includes(0))
  if (odd) throw new Unreadable('notDense', { name: odd.name || odd.shape.join(' × ') })
  const all = pairingsOf(tensors).flatMap((pairs) => orientationsOf(pairs).map((one) => readingIn(pairs, one)))
  const joined = all.filter((reading) => reading !== null)
  if (joined.length === 0) throw new Unreadable('notJoined', { shapes: shapesOf(tensors) })
  const fitting = joined.filter(({ layers }) => inputsOf(layers) === ends.inputs && outputsOf(layers) === ends.outputs)
  const [first] = joined
  if (fitting.length === 0)
    throw new Unreadable('otherEnds', {
      ...ends,
      given: inputsOf(first.layers),
      givenOutputs: outputsOf(first.layers),
    })
  return fitting
}

const inputsOf = ([{ weights }]: LayerParameters[]) => weights[0].length
const outputsOf = (layers: LayerParameters[]) => layers[layers.length - 1].bias.length
const shapesOf = (tensors: Tensor[]) => tensors.map(({ shape }) => shape.join(' × ')).join(', ')

/** PyTorch's names tell its order, and Keras's theirs. */
function orientationsOf(pairs: Pair[]): Orientation[] {
  if (pairs.every(({ weight }) => /(^|\.)weight$/.test(weight.name))) return ['neurons']
  if (pairs.every(({ weight }) => /(^|[./])kernel(:0)?$/.test(weight.name))) return ['inputs']
  return ['neurons', 'inputs']
}

/** Weights, each with its bias: by their names where they have such, else in the order in which they stand. */
function pairingsOf(tensors: Tensor[]): Pair[][] {
  if (tensors.every(({ name }) => /(weight|bias|kernel)(:0)?$/.test(name))) return [namedPairs(tensors)]
  return [pairsInOrder(tensors), tensors.map((tensor) => ({ weight: asRows(tensor), bias: null }))]
}

function namedPairs(tensors: Tensor[]): Pair[] {
  const stem = ({ name }: Tensor) => name.replace(/[./]?(weight|bias|kernel)(:0)?$/, '')
  const natural = new Intl.Collator('en', { numeric: true }).compare
  const stems = [...new Set(tensors.map(stem))].sort(natural)
  return stems.map((name) => {
    const own = tensors.filter((tensor) => stem(tensor) === name)
    const weight = own.find((tensor) => !/bias(:0)?$/.test(tensor.name))
    const bias = own.find((tensor) => tensor !== weight) ?? null
    if (weight?.shape.length !== 2 || own.length > 2) throw new Unreadable('notDense', { name: name || own[0].name })
    return { weight, bias }
  })
}

function pairsInOrder(tensors: Tensor[]): Pair[] {
  const pairs: Pair[] = []
  for (const tensor of tensors) {
    const last = pairs.at(-1)
    const isBias = last && !last.bias && isVector(tensor)
    if (isBias && last.weight.shape.includes(tensor.data.length)) last.bias = tensor
    else pairs.push({ weight: asRows(tensor), bias: null })
  }
  return pairs
}

const isVector = ({ shape }: Tensor) => shape.length === 1 || shape.includes(1)
const asRows = (tensor: Tensor): Tensor =>
  tensor.shape.length === 2 ? tensor : { ...tensor, shape: [1, tensor.data.length] }

/** Null where the layers do not join. */
function readingIn(pairs: Pair[], orientation: Orientation): Reading | null {
  const layers = pairs.map(({ weight, bias }) => {
    const rows = rowsOf(weight)
    const weights = orientation === 'neurons' ? rows : transposed(rows)
    return { weights, bias: bias ? [...bias.data] : weights.map(() => 0) }
  })
  const isJoined = layers.every(
    ({ weights, bias }, l) =>
      bias.length === weights.length && (l === 0 || weights[0].length === layers[l - 1].bias.length),
  )
  return isJoined ? { orientation, layers, withoutBias: pairs.filter(({ bias }) => !bias).length } : null
}

const transposed = (rows: number[][]) => rows[0].map((_, c) => rows.map((row) => row[c]))
