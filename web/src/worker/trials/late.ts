import type { Answer, Details } from '../../session/questions.ts'
import type { TrialQuestions } from '../../session/trials.ts'
import type { Recorder } from '../recorder.ts'
import type { Workbench } from '../workbench.ts'

type Answers = {
  [Q in keyof TrialQuestions]: (
    bench: Workbench,
    details: Details<Q>,
    recorder: Recorder,
  ) => Answer<Q> | Promise<Answer<Q>>
}

const trials = async () => (await import('./trials.ts')).trials

/** The questions about trials. What answers them is fetched with the first, and is no part of the single file. */
export const trialQuestions: Answers = {
  beginTrial: async (bench, details) => (await trials()).beginTrial(bench, details),
  advanceTrial: async (bench, details) => (await trials()).advanceTrial(bench, details),
  trialFrame: async (bench, details) => (await trials()).trialFrame(bench, details),
  endTrial: async (bench, details) => (await trials()).endTrial(bench, details),
  trainingTimes: (_, __, { log, times }) => log.runs.map((run) => times.get(run) ?? 0),
}
