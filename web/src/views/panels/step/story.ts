import { capital } from '../../../text/text.ts'
import { text } from './context.ts'
import { theLayer } from './forward.ts'
import type { Stop } from './stops.ts'

/**
 * What has just happened at a stop and what can be done next, in one line of plain words.
 * @param layers of the network
 * @param cost of the batch, written
 * @returns '' = nothing to tell
 */
export function storyOf({ kind, layer }: Stop, layers: number, cost: string): string {
  if (kind === 'start') return ''
  if (kind === 'cost') return text('storyCost', { cost })
  if (kind === 'update') return text('storyUpdate')
  const name = theLayer(layer, layers)
  const isEnd = layer === (kind === 'forward' ? layers - 1 : 0)
  const next =
    kind === 'forward' ? text(isEnd ? 'costNext' : 'forwardNext') : text(isEnd ? 'updateNext' : 'backwardNext')
  return text(kind === 'forward' ? 'storyForward' : 'storyBackward', { layer: name, Layer: capital(name), next })
}
