import { isOneNeuron } from '../../network/one-neuron.ts'
import type { SessionLike } from '../../session/session-like.ts'
import type { TabName } from './sentences.ts'

/** The tabs of the glass pane, in the order of the story that their panels tell. */

export interface Tab {
  name: TabName
  /** Whether it makes sense for this network. */
  isThere?: (session: SessionLike) => boolean
  /** Its numbers are of one row or means over the batch. */
  hasScope?: boolean
  /** A large picture or table that shows nothing on the network. */
  needsRoom?: boolean
}

export const tabs: readonly Tab[] = [
  { name: 'step' },
  { name: 'inputs' },
  { name: 'neuron', hasScope: true },
  { name: 'layer', hasScope: true },
  { name: 'regression', isThere: isOneNeuron, needsRoom: true },
  { name: 'cost', needsRoom: true },
  { name: 'error', hasScope: true },
  { name: 'blame', hasScope: true },
  { name: 'shock', hasScope: true },
  { name: 'slope', needsRoom: true },
  { name: 'confusion', needsRoom: true },
]
