import { neuronName, parameterName } from '../../../network/names.ts'
import type { Parameter } from '../../../network/parameters.ts'
import type { Neuron, Pointed } from '../../../network/pointed.ts'
import { atOf, type QuantityName, sourceOf } from '../../../quantities/at.ts'
import { type Numbers, valueAt } from '../../../quantities/explained.ts'
import { isLast } from '../../../quantities/network.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { activations } from '../../../text/options/activations.ts'
import { texts } from '../../../text/text.ts'
import { mark } from '../../parts/term/marked.ts'
import { sentences } from './sentences.ts'

/** The first answer to what is pointed at: how a neuron, or what runs over a wire, comes to its number. */

export interface Fact {
  label: string
  /** The quantity whose colour it has. */
  of: QuantityName
  written: string
}

export interface Facts {
  title: string
  /** Its activation. */
  kind?: string
  facts: Fact[]
}

export const text = texts(sentences)

/** @returns null = there is no such thing in the network */
export function factsOf(session: SessionLike, numbers: Numbers, at: Pointed): Facts | null {
  const layer = numbers.network.layers[at.layer]
  if (at.layer >= 0 && !layer) return null
  return 'unit' in at ? ofNeuron(session, numbers, at) : ofParameter(session, numbers, at)
}

function ofNeuron(session: SessionLike, numbers: Numbers, at: Neuron): Facts | null {
  const title = neuronName(session, at.layer, at.unit)
  const fact = (label: string, of: QuantityName) => ({ label, of, written: numbers.write(valueAt(numbers, of, at)) })
  if (!title) return null
  if (at.layer < 0) return { title, facts: [fact(text('input'), 'input')] }
  const isOutput = isLast(numbers.network, at)
  const { activation } = numbers.network.layers[at.layer]
  return {
    title,
    kind: mark(activations.label(activation), `activations:${activation}`),
    facts: [
      fact(text('sum'), 'sum'),
      fact(text(isOutput ? 'prediction' : 'output'), 'activation'),
      ...(isOutput ? [fact(text('target'), 'target')] : []),
      fact(text('error'), 'delta'),
    ],
  }
}

function ofParameter(session: SessionLike, numbers: Numbers, parameter: Parameter): Facts {
  const { write, values } = numbers
  const at = atOf(parameter)
  const written = (name: QuantityName) => write(valueAt(numbers, name, at))
  const isWeight = 'column' in parameter
  const facts: Fact[] = isWeight ? [ofSignal(session, numbers, parameter)] : []
  if (values.step && !values.step.isDiverged) {
    facts.push({ label: text('gradient'), of: 'gradient', written: written('usedGradient') })
    const next = `${written(isWeight ? 'weight' : 'bias')} → ${written('newValue')}`
    facts.push({ label: text('next'), of: 'change', written: next })
  } else if (!isWeight) facts.push({ label: parameterName(session, parameter), of: 'bias', written: written('bias') })
  const name = parameterName(session, parameter)
  const to = neuronName(session, parameter.layer, parameter.row)
  if (!isWeight) return { title: text('ofBias', { name, to }), facts }
  const from = neuronName(session, parameter.layer - 1, parameter.column)
  return { title: text('ofWeight', { name, from, to }), facts }
}

/** What it sends on: weight times what comes in. */
function ofSignal(
  session: SessionLike,
  numbers: Numbers,
  { layer, row, column }: Parameter & { column: number },
): Fact {
  const at = { layer, unit: row, from: column }
  const source = sourceOf(at, column)
  const [weight, value, signal] = [
    valueAt(numbers, 'weight', at),
    valueAt(numbers, source.name, source.at),
    valueAt(numbers, 'signal', at),
  ].map(numbers.write)
  const name = layer === 0 ? neuronName(session, -1, column) : text('activation', { number: column + 1 })
  return { label: text('signal', { name }), of: 'signal', written: `${weight} × ${value} = ${signal}` }
}
