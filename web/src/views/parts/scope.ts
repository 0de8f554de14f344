import { type Sample, sampleOf } from '../../network/rows.ts'
import type { SessionLike } from '../../session/session-like.ts'

/**
 * The samples that the reader looks at, as a question's details name them: the one on the network, or the batch that
 * the next step will use.
 */
export const scopeOf = ({ state: { view } }: SessionLike): { isBatch: true } | { row: number } | { own: Sample } =>
  view.scope === 'batch' ? { isBatch: true } : sampleOf(view)
