import { text } from '../text/text.js'
import { layerName, neuronName } from './graph-columns.js'

/** @import { Parameter, SessionLike } from '../model/types.d.ts' */

/** Sizes of a layer. @typedef {{ units: number, inputs: number }} Sizes */

/** @param {readonly Sizes[]} layers */
const countIn = (layers) => layers.reduce((sum, { units, inputs }) => sum + units * (inputs + 1), 0)

/** How many weights and biases the network has. @param {SessionLike} session */
export const countParameters = ({ frame }) => countIn(frame?.layers ?? [])

/**
 * Where a parameter lies in the engine's flat arrays: layer by layer, weights column by column (units x inputs), then
 * bias.
 * @param {readonly Sizes[]} layers such as frame.layers
 * @param {Parameter} parameter
 * @returns {number}
 */
export function placeIn(layers, parameter) {
  const { layer, row } = parameter
  const { units, inputs } = layers[layer]
  return countIn(layers.slice(0, layer)) + row + units * ('bias' in parameter ? inputs : parameter.column)
}

/**
 * The parameter that lies there: the inverse of placeIn().
 * @param {readonly Sizes[]} layers
 * @param {number} place
 * @returns {Parameter}
 */
export function parameterAt(layers, place) {
  let layer = 0
  for (let length; place >= (length = layers[layer].units * (layers[layer].inputs + 1)); layer++) place -= length
  const { units, inputs } = layers[layer]
  const column = Math.floor(place / units)
  const row = place % units
  return column === inputs ? { layer, row, bias: true } : { layer, row, column }
}

/** Whether the network has such a parameter. @param {readonly Sizes[]} layers @param {Parameter} parameter */
export function hasParameter(layers, parameter) {
  const found = layers[parameter.layer]
  return Boolean(found) && parameter.row < found.units && ('bias' in parameter || parameter.column < found.inputs)
}

/**
 * The tutorial's notation, counted from 1: W4,2 leads from unit 4 to unit 2; B2 is unit 2's bias.
 * @param {Parameter} parameter
 */
export const parameterName = (parameter) =>
  'bias' in parameter ? `B${parameter.row + 1}` : `W${parameter.column + 1},${parameter.row + 1}`

/**
 * 'W4,2: weight from age to layer 1, unit 2', so that it is known from all others.
 * @param {SessionLike} session
 * @param {Parameter} parameter
 */
export function parameterAbout(session, parameter) {
  const name = parameterName(parameter)
  const to = neuronName(session, parameter.layer, parameter.row)
  if ('bias' in parameter) return text('graph.biasAbout', { name, to })
  const from = neuronName(session, parameter.layer - 1, parameter.column)
  return text('graph.weightAbout', { name, from, to })
}

/** The name with its layer where there are several: 'W4,2 of layer 1'. @param {SessionLike} session @param {Parameter} parameter */
export function parameterTitle(session, parameter) {
  const { length } = session.state.network.layers
  const name = parameterName(parameter)
  return length === 1 ? name : text('graph.ofLayer', { name, layer: layerName(parameter.layer, length) })
}

/** @param {Parameter} a @param {Parameter} b */
export const isSameParameter = (a, b) =>
  a.layer === b.layer &&
  a.row === b.row &&
  'bias' in a === 'bias' in b &&
  ('bias' in a || a.column === /** @type {{ column: number }} */ (b).column)
