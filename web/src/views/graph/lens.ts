import { neuronName } from '../../network/names.ts'
import { type Parameter, parameterName } from '../../network/parameters.ts'
import type { Neuron } from '../../network/pointed.ts'
import { atOf, sourceOf } from '../../quantities/at.ts'
import { type Numbers, valueAt } from '../../quantities/explained.ts'
import { isLast } from '../../quantities/network.ts'
import type { SessionLike } from '../../session/session-like.ts'
import { texts } from '../../text/text.ts'
import { frameNumbers } from '../parts/maths/values.ts'
import { sentences } from './sentences.ts'

const text = texts(sentences)

/** What the numbers on the network are. */
export function legendOf({ overlay }: SessionLike): string {
  const { wires = text('someWeights'), neurons = text('someActivations') } = overlay?.names ?? {}
  return text('legend', { wires, neurons })
}

/** The first answer to what is pointed at, or chosen: how a neuron, or what runs over a wire, comes to its number. */
export function lensOf(session: SessionLike): string {
  const { frame, pointed, state } = session
  const at = pointed ?? state.view.selected
  if (!frame || !at) return ''
  const numbers = frameNumbers(session, frame)
  return 'unit' in at ? ofNeuron(session, numbers, at) : ofParameter(session, numbers, at)
}

function ofNeuron(session: SessionLike, numbers: Numbers, at: Neuron) {
  const name = neuronName(session, at.layer, at.unit)
  const written = (quantity: 'input' | 'sum' | 'activation' | 'delta') => numbers.write(valueAt(numbers, quantity, at))
  if (at.layer < 0) return text('lensInput', { name, value: written('input') })
  if (!numbers.network.layers[at.layer] || !name) return ''
  const values = { name, sum: written('sum'), output: written('activation'), delta: written('delta') }
  return text(isLast(numbers.network, at) ? 'lensOutput' : 'lensNeuron', values)
}

function ofParameter(session: SessionLike, numbers: Numbers, parameter: Parameter) {
  const at = atOf(parameter)
  const name = parameterName(parameter)
  const to = neuronName(session, parameter.layer, parameter.row)
  if ('bias' in parameter) return text('lensBias', { name, to, value: numbers.write(valueAt(numbers, 'bias', at)) })
  const source = sourceOf(at, parameter.column)
  return text('lensWeight', {
    name,
    to,
    from: neuronName(session, parameter.layer - 1, parameter.column),
    weight: numbers.write(valueAt(numbers, 'weight', at)),
    value: numbers.write(valueAt(numbers, source.name, source.at)),
    signal: numbers.write(valueAt(numbers, 'signal', at)),
  })
}
