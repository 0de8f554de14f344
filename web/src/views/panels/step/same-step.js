/**
 * Whether a step that was asked for is still the next one: nothing it depends on has changed, however it is looked at.
 *
 * @import { DataInfo, Frame, State } from '../../../types.d.ts'
 * @typedef {{ frame: Frame | null, state: Readonly<State>, data: DataInfo | null, isRunning: boolean }} Seen
 */

/** @param {Seen} now @param {Seen | null} then */
export const isSameStep = (now, then) =>
  then !== null &&
  now.data === then.data &&
  now.isRunning === then.isRunning &&
  (now.state === then.state || settingsOf(now.state) === settingsOf(then.state)) &&
  (now.frame === then.frame || isSameNetwork(now.frame, then.frame))

/** @param {Readonly<State>} state */
const settingsOf = ({ network, training, held }) => JSON.stringify([network, training, held])

/** @param {Frame | null} a @param {Frame | null} b */
function isSameNetwork(a, b) {
  if (!a || !b || a.step !== b.step || a.epoch !== b.epoch || a.hasDiverged !== b.hasDiverged) return false
  return (
    a.layers.length === b.layers.length &&
    a.layers.every(
      ({ weights, bias }, layer) =>
        isSameList(weights, b.layers[layer].weights) && isSameList(bias, b.layers[layer].bias),
    )
  )
}

/** @param {Float64Array} a @param {Float64Array} b */
const isSameList = (a, b) => a.length === b.length && a.every((value, i) => Object.is(value, b[i]))
