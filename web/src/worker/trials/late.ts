import type { Answer, Details } from '../../session/questions.ts'
import type { TrialQuestions } from '../../session/trials.ts'
import type { Recorder } from '../recorder.ts'
import type { Workbench } from '../workbench.ts'
import type { FrameOf } from './trials.ts'

type Answers = {
  [Q in keyof TrialQuestions]: (
    bench: Workbench,
    details: Details<Q>,
    recorder: Recorder,
    frameOf: FrameOf,
  ) => Answer<Q> | Promise<Answer<Q>>
}

const trials = async () => (await import('./trials.ts')).trials

/** The questions about trials. What answers them is fetched with the first, and is no part of the single file. */
export const trialQuestions: Answers = {
  beginTrial: async (bench, details, _, frameOf) => (await trials()).beginTrial(bench, details, frameOf),
  advanceTrial: async (bench, details, _, frameOf) => (await trials()).advanceTrial(bench, details, frameOf),
  trialFrame: async (bench, details, _, frameOf) => (await trials()).trialFrame(bench, details, frameOf),
  endTrial: async (bench, details, _, frameOf) => (await trials()).endTrial(bench, details, frameOf),
  trainingTimes: (_, __, { log, times }) => log.runs.map((run) => times.get(run) ?? 0),
}
