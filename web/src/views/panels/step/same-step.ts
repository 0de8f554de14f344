import type { DataInfo } from '../../../data/prepare.ts'
import type { Frame } from '../../../session/frame.ts'
import type { State } from '../../../state/state.ts'

/**
 * Whether a step that was asked for is still the next one: nothing it depends on has changed, however it is looked at.
 */

export interface Seen {
  frame: Frame | null
  state: Readonly<State>
  data: DataInfo | null
  isRunning: boolean
}

export const isSameStep = (now: Seen, then: Seen | null) =>
  then !== null &&
  now.data === then.data &&
  now.isRunning === then.isRunning &&
  (now.state === then.state || settingsOf(now.state) === settingsOf(then.state)) &&
  (now.frame === then.frame || isSameNetwork(now.frame, then.frame))

const settingsOf = ({ network, training, held }: Readonly<State>) => JSON.stringify([network, training, held])

function isSameNetwork(a: Frame | null, b: Frame | null) {
  if (!a || !b || a.step !== b.step || a.epoch !== b.epoch || a.hasDiverged !== b.hasDiverged) return false
  return (
    a.layers.length === b.layers.length &&
    a.layers.every(
      ({ weights, bias }, layer) =>
        isSameList(weights, b.layers[layer].weights) && isSameList(bias, b.layers[layer].bias),
    )
  )
}

const isSameList = (a: Float64Array, b: Float64Array) =>
  a.length === b.length && a.every((value, i) => Object.is(value, b[i]))
