import type { Notice } from '../session/notice.ts'
import type { PlainState } from '../state/border.ts'

/** What the elements tell the page around them, as events that bubble: their names without `glassbox-`, and their details. */
export interface EventDetails {
  /** The engine is there and the first picture is drawn. Who listens too late is told at once. */
  ready: Record<string, never>
  /** Something was edited, by whomever. */
  change: ChangeDetail
  /** Steps were taken. */
  step: ProgressDetail
  /** An epoch is over. */
  epoch: ProgressDetail
  /** The training runs. */
  play: Record<string, never>
  /** The training stands. */
  pause: Record<string, never>
  /** The goal of a check has come to be reached. What is reached already when the network comes is not told. */
  goal: GoalDetail
  /** Something was refused, or could not be done. */
  error: ErrorDetail
}

/** What a change has made. */
export interface ChangeDetail {
  /** All that a reader can set, as it is when this is read. */
  readonly state: PlainState
}

/** How far the training is. Numbers that there are none of are NaN. */
export interface ProgressDetail {
  step: number
  epoch: number
  cost: number
  testCost: number
  accuracy: number
  testAccuracy: number
}

/** A result as xAPI has it. */
export interface GoalDetail {
  success: true
  /** `raw` comparisons hold, of `max`. */
  score: { raw: number; min: number; max: number; scaled: number }
  /** Since the question was put, or put again: PT12.5S. */
  duration: string
  /** The numbers that reached it. */
  response: string
}

/** What was refused, or went wrong. */
export interface ErrorDetail extends Pick<Notice, 'message' | 'refused'> {
  /** What of a state or of the page it is about, '' = all. */
  where: string
}

/** The events by their names. */
export type GlassboxEventMap = {
  [Name in keyof EventDetails as `glassbox-${Name}`]: CustomEvent<EventDetails[Name]>
}
