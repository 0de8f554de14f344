import type { SessionLike } from '../../session/session-like.ts'
import { texts } from '../../text/text.ts'
import { marked } from '../parts/term/marked.ts'
import { sentences } from './sentences.ts'

const text = texts(sentences)

/** What the numbers on the network are. */
export function legendOf({ overlay }: SessionLike) {
  const { wires = text('someWeights'), neurons = text('someActivations'), wishes } = overlay?.names ?? {}
  return marked(wishes ? text('legendWishes', { wires, neurons, wishes }) : text('legend', { wires, neurons }))
}
