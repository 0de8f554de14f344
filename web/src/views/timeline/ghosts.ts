import type { CostCurves } from '../../run/cost-history.ts'
import type { Run } from '../../run/run.ts'
import type { SessionLike } from '../../session/session-like.ts'
import type { Command } from '../../state/commands.ts'
import { texts } from '../../text/text.ts'
import { keptOf, wayTo } from '../parts/kept-runs.ts'
import type { Plot } from '../plot/plot.ts'
import { areComparable, comparable } from './runs.ts'
import { sentences } from './sentences.ts'

const text = texts(sentences)

/** The faint curves of runs that were left, and of those that the reader keeps in the panel Compare. */
export interface Ghost {
  curves: Pick<CostCurves, 'step' | 'cost'>
  name: string
  /** What goes there; null: nothing does. */
  command: Command | null
}

/** Points of a ghost curve: it is quiet, and small. */
const mostPoints = 200

/** One a run. @param label what a run of the log is called */
export function ghostsOf(session: SessionLike, present: Run, label: (run: Run) => string): Ghost[] {
  const { log, state } = session
  const left = comparable(log.runs, present)
  const { runs } = keptOf(session)
  const kept = runs.filter(
    ({ of, state: its }) => of !== present && !left.includes(of as Run) && areComparable(its, state),
  )
  return [
    ...kept.map((run) => {
      const command = wayTo(session, run)
      return { curves: run.curves, name: text(command ? 'goToKept' : 'kept', { name: run.name }), command }
    }),
    ...left.map((run): Ghost => {
      const name = runs.find(({ of }) => of === run)?.name
      const words = name ? text('and', { first: name, second: label(run) }) : label(run)
      return {
        curves: run.history.lists,
        name: text('goToLeft', { name: words }),
        command: { do: 'goTo', run: run.id },
      }
    }),
  ]
}

/** As an SVG has them. */
export function pointsOf({ x, px, py }: Pick<Plot, 'x' | 'px' | 'py'>, { step, cost }: Ghost['curves']) {
  const stride = Math.ceil(step.length / mostPoints)
  const isDrawn = (at: number, i: number) =>
    (i % stride === 0 || i === step.length - 1) && at <= x.high && Number.isFinite(cost[i])
  return step.flatMap((at, i) => (isDrawn(at, i) ? [`${px(at).toFixed(1)},${py(cost[i]).toFixed(1)}`] : [])).join(' ')
}
