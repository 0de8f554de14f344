import { formatNumber } from '../../text/numbers.js'

/** @import { SessionLike } from '../../types.d.ts' */

/**
 * Writes numbers with as many digits as the reader has chosen for the pane.
 * @param {SessionLike} session
 * @returns {(value: number) => string}
 */
export const numberOf =
  ({ state }) =>
  (value) =>
    formatNumber(value, state.view.digits)
