import { capital } from '../../../text/text.js'
import { text } from './context.js'
import { theLayer } from './forward.js'

/**
 * What has just happened at a stop and what can be done next, in one line of plain words.
 * @param {import('./stops.js').Stop} stop
 * @param {number} layers of the network
 * @param {string} cost of the batch, written
 * @returns {string} '' = nothing to tell
 */
export function storyOf({ kind, layer }, layers, cost) {
  if (kind === 'start') return ''
  if (kind === 'cost') return text('storyCost', { cost })
  if (kind === 'update') return text('storyUpdate')
  const name = theLayer(layer, layers)
  const isEnd = layer === (kind === 'forward' ? layers - 1 : 0)
  const next =
    kind === 'forward' ? text(isEnd ? 'costNext' : 'forwardNext') : text(isEnd ? 'updateNext' : 'backwardNext')
  return text(kind === 'forward' ? 'storyForward' : 'storyBackward', { layer: name, Layer: capital(name), next })
}
