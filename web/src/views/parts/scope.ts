import type { SessionLike } from '../../session/session-like.ts'

/**
 * The samples that the reader looks at, as a question's details name them: the one on the network, or the batch that
 * the next step will use.
 */
export const scopeOf = ({ state }: SessionLike): { isShown: true } | { isBatch: true } =>
  state.view.scope === 'batch' ? { isBatch: true } : { isShown: true }
