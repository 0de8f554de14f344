import { texts } from '../../../text/text.js'
import { sentences } from './sentences.js'

/**
 * What the parts of the layer panel have in common.
 *
 * @import { DataInfo, Frame, LayerFrame, LayerTrace, Parameter, SessionLike } from '../../../types.d.ts'
 * @typedef {{ rows: number[], shown: number[], X: number[][], layers: LayerTrace[] }} Batch its rows in the training
 * set, those of them that are shown, and their numbers
 * @typedef {{
 *   session: SessionLike
 *   frame: Frame
 *   data: DataInfo
 *   layer: number
 *   found: LayerFrame
 *   batch: Batch | null
 *   pages: Map<string, number>
 *   write: (value: number) => string
 *   redraw: () => void
 * }} LayerContext
 */
export const text = texts(sentences)

/** Rows of a matrix that are shown at once. */
export const pageLength = 16

/** The most cells that are numbers; more are a heat map. */
const mostCells = 160

/** Whether the weights are few enough to be read as numbers. @param {LayerFrame} layer */
export const isSmall = ({ units, inputs }) => units <= pageLength && inputs <= pageLength && units * inputs <= mostCells
