import { hasParameter } from '../network/parameters.ts'
import type { Pointed } from '../network/pointed.ts'
import { mistake } from '../network/refuse.ts'
import type { SessionLike } from '../session/session-like.ts'
import type { Command } from '../state/commands.ts'

/** What changes only what is shown is drawn as it is told: from outside it must be there. */

/** Why a script or a message may not have that shown, '' = it may. Only panels lay something over the network. */
export function complaint(session: SessionLike, command: Extract<Command, { do: 'point' | 'overlay' }>): string {
  if (command.do === 'overlay') return mistake(RangeError, 'command', 'do', ['overlay']).message
  const { at } = command
  if (at === null || isThere(session, at)) return ''
  const isNeuron = typeof at === 'object' && 'unit' in at
  return mistake(RangeError, isNeuron ? 'neuron' : 'parameter', 'at', [at]).message
}

/** @param at of any origin */
function isThere({ frame }: SessionLike, at: Pointed) {
  if (!frame || typeof at !== 'object') return false
  const { layers } = frame
  if (!Object.values(at).every((value) => value === true || Number.isInteger(value))) return false
  if (!('unit' in at)) return at.row >= 0 && hasParameter(layers, at) && ('bias' in at || at.column >= 0)
  const units = at.layer === -1 ? layers[0].inputs : (layers[at.layer]?.units ?? 0)
  return at.unit >= 0 && at.unit < units
}
