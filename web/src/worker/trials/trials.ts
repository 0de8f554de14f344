import { refuseValue } from '../../network/refuse.ts'
import type { PackedFrame } from '../../session/frame.ts'
import type { Answer, Details } from '../../session/questions.ts'
import type { TrialQuestions } from '../../session/trials.ts'
import type { Workbench } from '../workbench.ts'
import { Trial } from './trial.ts'

/** What a page can have under way, and how many trainings of it; milliseconds for which one may keep the worker. */
const [mostTrials, mostLanes, longest] = [2, 20, 20]

/** Those under way beside a workbench, by their numbers. */
const all: WeakMap<Workbench, Map<number, Trial>> = new WeakMap()
let last = 0

function trialsOf(bench: Workbench): Map<number, Trial> {
  const trials = all.get(bench) ?? new Map()
  all.set(bench, trials)
  return trials
}

const now = () => performance.now()
/** Makes a whole frame of what stands on a workbench. */
export type FrameOf = (bench: Workbench) => PackedFrame

/** How the questions about trials are answered: see session/trials.ts. */
export const trials: {
  [Q in Exclude<keyof TrialQuestions, 'trainingTimes'>]: (
    bench: Workbench,
    details: Details<Q>,
    frameOf: FrameOf,
  ) => Answer<Q> | Promise<Answer<Q>>
} = {
  beginTrial(bench, order) {
    const { length } = order.origins
    if (length < 1 || length > mostLanes) refuseValue('between', 'origins', length, { minimum: 1, maximum: mostLanes })
    const others = trialsOf(bench)
    if (others.size >= mostTrials) end(others, others.keys().next().value as number)
    others.set(++last, new Trial(bench, order))
    return last
  },
  advanceTrial: (bench, { trial, milliseconds }) => trialOf(bench, trial).advance(Math.min(longest, milliseconds), now),
  trialFrame(bench, { trial, lane }, frameOf) {
    const other = trialOf(bench, trial).bench(lane)
    if (!other) return null
    return { frame: frameOf(other), data: other.prepared.info }
  },
  endTrial(bench, { trial }) {
    end(trialsOf(bench), trial)
    return null
  },
}

function trialOf(bench: Workbench, trial: number): Trial {
  return (
    trialsOf(bench).get(trial) ??
    refuseValue('choice', 'trial', trial, { names: [...trialsOf(bench).keys()].join(', ') })
  )
}

function end(trials: Map<number, Trial>, trial: number) {
  trials.get(trial)?.dispose()
  trials.delete(trial)
}
