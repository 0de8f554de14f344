import type { DataInfo } from '../../../data/prepare.ts'
import type { Numbers } from '../../../quantities/explained.ts'
import type { Frame, LayerFrame } from '../../../session/frame.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { texts } from '../../../text/text.ts'
import { sentences } from './sentences.ts'

/** What the parts of the layer panel have in common. */

/** Its rows in the training set that are shown, and their numbers. */
export interface Batch {
  shown: number[]
  numbers: Numbers
}

export interface LayerContext {
  session: SessionLike
  frame: Frame
  data: DataInfo
  layer: number
  found: LayerFrame
  batch: Batch | null
  pages: Map<string, number>
  /** Of the row that is shown, or the means. */
  numbers: Numbers
  write: (value: number) => string
  redraw: () => void
}

export const text = texts(sentences)

/** Rows of a matrix that are shown at once. */
export const pageLength = 16

/** The most cells that are numbers; more are a heat map. */
const mostCells = 160

/** Whether the weights are few enough to be read as numbers. */
export const isSmall = ({ units, inputs }: LayerFrame) =>
  units <= pageLength && inputs <= pageLength && units * inputs <= mostCells
