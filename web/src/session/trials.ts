import type { DataInfo } from '../data/prepare.ts'
import type { CostPoint } from '../run/cost-history.ts'
import type { Origin } from '../run/run.ts'
import type { PackedFrame } from './frame.ts'

/** What is said of trials: trainings beside the one of the page, which goes on as if there were none. */

/** So many trainings, each from its beginning to a number of steps. */
export interface TrialOrder {
  origins: Origin[]
  until: number
  /** In step with one another; else one after the other. */
  isTogether: boolean
}

/** A moment of one of them. `parameters`: flat; null where they are too many to be told each time. */
export type TrialPoint = CostPoint & { parameters: Float64Array | null }

/** What is new of one of them. */
export interface TrialLane {
  step: number
  isOver: boolean
  hasDiverged: boolean
  /** Of training, so far. */
  milliseconds: number
  points: TrialPoint[]
}

/** The questions, by name: see questions.ts. */
export interface TrialQuestions {
  /** The number of the trial that is begun. */
  beginTrial: { details: TrialOrder; answer: number }
  /** Trains for some milliseconds, 20 at most. */
  advanceTrial: { details: { trial: number; milliseconds: number }; answer: TrialLane[] }
  /** All that is to be seen of one of them, as it stands; null before its first step. */
  trialFrame: { details: { trial: number; lane: number }; answer: { frame: PackedFrame; data: DataInfo } | null }
  /** Gives up what the trial takes of memory. */
  endTrial: { details: { trial: number }; answer: null }
  /** Milliseconds of training of all runs that can be come to, in the order of the log. */
  trainingTimes: { details: object; answer: number[] }
}
