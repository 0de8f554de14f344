import type { CostSurface, GradientCheck, NextStep, Shock, Trace } from '../engine/results.ts'
import type { Parameter } from '../network/parameters.ts'
import type { Neuron } from '../network/pointed.ts'
import type { FlatRows, Rows, Sample, SetName } from '../network/rows.ts'
import type { TrialQuestions } from './trials.ts'

/**
 * Questions that views ask of the engine, through session.ask. They change nothing and may come while it trains. Rows go
 * in raw, in the data's own units.
 */

/**
 * Which samples a question is about: a row of the training set; a sample of the reader's own; the batch of the next
 * step; rows of one's own. Else the training set.
 */
export interface Which {
  row?: number
  own?: Sample
  isBatch?: boolean
  X?: Rows
  Y?: Rows
}

/** A trace with its rows as the network sees them, and where they are in the training set, if they are there. */
export interface TracedRows extends Trace {
  X: number[][]
  Y: number[][]
  rows: number[] | null
}

/** What the next step will do, and the rows of the training set that it will use. */
export interface PlannedStep extends NextStep {
  rows: number[]
}

export type MeasureName = 'cost' | 'accuracy' | 'r2' | 'testCost' | 'testAccuracy' | 'testR2'

/**
 * The first number of a training that is too large to compute with, in the order of a step: a sum or an activation of a
 * neuron, the cost, an error, a weight or bias. `step`: the last with which all numbers could be computed.
 */
export interface Overflow {
  step: number
  what: 'sum' | 'activation' | 'cost' | 'delta' | 'parameter'
  layer: number
  unit: number
  /** Of a weight. */
  parameter?: Parameter
}

/** By its name, what each question is told and what it is answered. */
export interface Questions extends TrialQuestions {
  trace: { details: Which; answer: TracedRows }
  /** Each layer's activation, one row a sample. */
  activations: { details: { X: Rows }; answer: number[][][] }
  /** With the trace of its batch. */
  nextStep: { details: object; answer: PlannedStep & { trace: TracedRows } }
  /** The parameters alone, without the trace. */
  nextParameters: { details: object; answer: PlannedStep }
  /** The cost of the batch of the next step once that is taken. */
  costAfter: { details: object; answer: number }
  /** Each row's own cost, what it comes from (flat, one row a sample), and the mean of all with the sum before it. */
  costs: {
    details: { set: SetName }
    answer: { costs: Float64Array; outputs: Float64Array; cost: number; costSum: number }
  }
  /** With the costs at so many `offsets` from the present value. */
  shock: { details: Which & { parameter: Parameter; epsilon: number; offsets?: number[] }; answer: Shock }
  /** The mean. */
  cost: { details: Which; answer: number }
  /** Of the mean cost alone, at these indices of the flat parameters. */
  gradient: { details: Which & { indices: number[] }; answer: number[] }
  /** What training minimises: cost and penalty, and the sums over all weights that the penalty takes. */
  minimised: { details: object; answer: { cost: number; penalty: number; absolute: number; squared: number } }
  /** Of a slice of the flat parameters, or of all. */
  gradientCheck: { details: Which & { from?: number; count?: number }; answer: GradientCheck }
  costSurface: {
    details: Which & {
      a: Parameter
      b: Parameter
      rangeA: [low: number, high: number]
      rangeB: [low: number, high: number]
      resolution?: number
    }
    answer: CostSurface
  }
  /** The way of these parameters since step 0, by their indices in the flat ones: a list of values each. `run`: of another. */
  trail: { details: { indices: number[]; run?: number }; answer: { step: number[]; values: number[][] } }
  /** The measures as they are, and with that neuron switched off, or on again. */
  without: {
    details: Neuron
    answer: { before: Record<MeasureName, number>; after: Record<MeasureName, number> }
  }
  /** Which number grew beyond all bounds first; null: none has, or it is not known any more. */
  overflow: { details: object; answer: Overflow | null }
  /** The rows of the training set that the next step will use. */
  nextBatch: { details: object; answer: number[] }
  /** Rows of a generator. */
  generate: {
    details: { name: string; samples?: number; noise?: number; seed?: number }
    answer: { X: FlatRows; Y: FlatRows }
  }
}

export type Question = keyof Questions
export type Details<Q extends Question> = Questions[Q]['details']
export type Answer<Q extends Question> = Questions[Q]['answer']
