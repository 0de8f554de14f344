import type { SessionLike } from '../../session/session-like.ts'
import { formatNumber } from '../../text/numbers.ts'

/** Writes numbers with as many digits as the reader has chosen for the pane. */
export const numberOf =
  ({ state }: SessionLike): ((value: number) => string) =>
  (value) =>
    formatNumber(value, state.view.digits)
