import type { SessionLike } from '../../session/session-like.ts'
import type { Command } from '../../state/commands.ts'

/** One step on: a new one at the end of the run, else the one that was taken, with what was changed there. */
export const stepOn = ({ log, frame }: SessionLike): Command =>
  log.isAtEnd ? { do: 'step' } : { do: 'goTo', step: (frame?.step ?? 0) + 1 }

export const stepBack = ({ frame }: SessionLike): Command => ({ do: 'goTo', step: Math.max(0, (frame?.step ?? 0) - 1) })
