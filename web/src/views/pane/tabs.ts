import { beyondPanels } from '#beyond'
import { isOneNeuron } from '../../network/one-neuron.ts'
import type { SessionLike } from '../../session/session-like.ts'
import type { TabName } from '../../state/tab-names.ts'

/** The tabs of the glass pane, in the order of the story that their panels tell. */

/** What the reader asks, in the order of the story. */
export type Question = 'learns' | 'out' | 'wrong' | 'toBlame' | 'changes' | 'learnt'

export interface Tab {
  name: TabName
  question: Question
  /** Whether it makes sense for this network. */
  isThere?: (session: SessionLike) => boolean
  /** Its numbers are of one row or means over the batch. */
  hasScope?: boolean
}

/** Those that are fetched when they are opened: not all of them are everywhere. */
const beyond = (['measures', 'inside', 'compare'] as const).filter((name) => name in beyondPanels)

export const tabs: readonly Tab[] = [
  { name: 'step', question: 'learns' },
  { name: 'inputs', question: 'out' },
  { name: 'neuron', question: 'out', hasScope: true },
  { name: 'layer', question: 'out', hasScope: true },
  { name: 'regression', question: 'out', isThere: isOneNeuron },
  { name: 'cost', question: 'wrong' },
  { name: 'error', question: 'toBlame', hasScope: true },
  { name: 'blame', question: 'toBlame', hasScope: true },
  { name: 'shock', question: 'changes', hasScope: true },
  { name: 'slope', question: 'changes' },
  { name: 'confusion', question: 'learnt' },
  ...beyond.map((name): Tab => ({ name, question: 'learnt' })),
]
