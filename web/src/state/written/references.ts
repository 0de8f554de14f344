import type { Parameter } from '../../network/parameters.ts'
import type { Neuron } from '../../network/pointed.ts'
import { refuseForm, textIn } from './read.ts'

/**
 * How people write down what they mean: layers, neurons and inputs count from 1, as on the page, and the first hidden
 * layer is layer 1. `1.W4,2` is the weight of layer 1 from input 4 to neuron 2, `1.B2` the bias of that neuron, `1.2` the
 * neuron itself, `1.A2` its activation, `1.Z2` its sum, `1.delta2` its error; a measure is called by its name.
 */

/** What is measured of the whole network. `neurons`: of all layers, the output's too; `parameters`: weights and biases. */
export const measures = [
  'cost',
  'testCost',
  'accuracy',
  'testAccuracy',
  'r2',
  'testR2',
  'step',
  'epoch',
  'neurons',
  'parameters',
] as const

export type Measure = (typeof measures)[number]

/** What a neuron comes to, by the letter that it is written with. */
const ofNeuron = { A: 'activation', Z: 'sum', delta: 'delta' } as const

/** Something with a number: a measure, a weight or bias, or what a neuron comes to. */
export type Reference =
  | { measure: Measure }
  | { parameter: Parameter }
  | { quantity: (typeof ofNeuron)[keyof typeof ofNeuron]; neuron: Neuron }

/** Counted from 1. */
const count = '([1-9]\\d{0,4})'
const parameterForm = new RegExp(`^${count}\\.(?:W${count},\\s?${count}|B${count})$`)
const layerForm = new RegExp(`^${count}$`)
const neuronForm = new RegExp(`^${count}\\.${count}$`)
const quantityForm = new RegExp(`^${count}\\.(A|Z|delta)${count}$`)

/** @returns null where it is none */
export function parameterIn(written: string): Parameter | null {
  const [all, layer, from, to, bias] = parameterForm.exec(written) ?? []
  if (all === undefined) return null
  if (bias) return { layer: Number(layer) - 1, row: Number(bias) - 1, bias: true }
  return { layer: Number(layer) - 1, row: Number(to) - 1, column: Number(from) - 1 }
}

/** A neuron, `1.2`. @param path what a refusal calls it @throws {TypeError | RangeError} */
export function readNeuron(written: unknown, path: string): Neuron {
  const text = textIn(written, path).trim()
  const [all, layer, unit] = neuronForm.exec(text) ?? []
  if (all === undefined) refuseForm('layer.neuron, counted from 1, as in 1.2', path, text)
  return { layer: Number(layer) - 1, unit: Number(unit) - 1 }
}

/** A layer, `2`, by its first neuron. @param path what a refusal calls it @throws {TypeError | RangeError} */
export function readLayer(written: unknown, path: string): Neuron {
  const text = textIn(written, path).trim()
  if (!layerForm.test(text)) refuseForm('a layer, counted from 1, as in 2', path, text)
  return { layer: Number(text) - 1, unit: 0 }
}

/** A weight, `1.W4,2`, or a bias, `1.B2`. @param path what a refusal calls it @throws {TypeError | RangeError} */
export function readParameter(written: unknown, path: string): Parameter {
  const text = textIn(written, path).trim()
  return parameterIn(text) ?? refuseForm('a weight or bias, counted from 1, as in 1.W4,2 or 1.B2', path, text)
}

/** Whatever has a number. @param path what a refusal calls it @throws {TypeError | RangeError} */
export function readReference(written: unknown, path: string): Reference {
  const text = textIn(written, path).trim()
  const measure = measures.find((name) => name === text)
  if (measure) return { measure }
  const parameter = parameterIn(text)
  if (parameter) return { parameter }
  const [all, layer, letter, unit] = quantityForm.exec(text) ?? []
  if (all === undefined) refuseForm(referenceForm, path, text)
  const quantity = ofNeuron[letter as keyof typeof ofNeuron]
  return { quantity, neuron: { layer: Number(layer) - 1, unit: Number(unit) - 1 } }
}

const referenceForm = `one of ${measures.join(', ')}, or a number of the network, counted from 1, such as 1.W4,2, 1.B2, 1.A2, 1.Z2 or 1.delta2`

export function writeParameter(parameter: Parameter): string {
  const to = parameter.row + 1
  return `${parameter.layer + 1}.${'bias' in parameter ? `B${to}` : `W${parameter.column + 1},${to}`}`
}

export const writeNeuron = ({ layer, unit }: Neuron) => `${layer + 1}.${unit + 1}`

export function writeReference(reference: Reference): string {
  if ('measure' in reference) return reference.measure
  if ('parameter' in reference) return writeParameter(reference.parameter)
  const { quantity, neuron } = reference
  const [letter] = Object.entries(ofNeuron).find(([, name]) => name === quantity) ?? []
  return `${neuron.layer + 1}.${letter}${neuron.unit + 1}`
}
