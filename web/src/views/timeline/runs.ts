import { dequal as isEqual } from 'dequal/lite'
import type { Run } from '../../run/run.ts'
import type { SessionLike } from '../../session/session-like.ts'
import type { State } from '../../state/state.ts'

/** Runs that are shown beside the present one, at most: the last that were left. */
const most = 6

/** Runs with steps of their own whose costs can be set against those of another: of the same data, by the same cost. */
export const comparable = (runs: readonly Run[], present: Run): Run[] =>
  runs.filter((run) => run !== present && run.hasOwnSteps && areComparable(lastOf(run), lastOf(present))).slice(-most)

const lastOf = (run: Run) => run.stateAfter(run.journal.length)

/** Whether the costs of two states measure the same. */
export const areComparable = (one: State, other: State): boolean => isEqual(measureOf(one), measureOf(other))

const measureOf = ({ data, training }: State) => [data, training.cost]

/** The newest moment to go back to: of this run, or of the one that it was branched off from. `isOwn`: of this one */
export function wayBack({ present, isAtEnd, runs }: SessionLike['log']): { run: Run; isOwn: boolean } | null {
  const { run } = present
  if (!isAtEnd) return { run, isOwn: true }
  const left = run.parent && runs.find(({ id }) => id === run.parent?.id)
  return left ? { run: left, isOwn: false } : null
}
