/** @import { SessionLike } from '../../types.d.ts' */

/**
 * The samples that the reader looks at, as a question's details name them: the one on the network, or the batch that
 * the next step will use.
 * @param {SessionLike} session
 * @returns {{ isShown: true } | { isBatch: true }}
 */
export const scopeOf = ({ state }) => (state.view.scope === 'batch' ? { isBatch: true } : { isShown: true })
