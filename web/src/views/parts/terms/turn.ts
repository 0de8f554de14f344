import { type Parameter, parameterValue } from '../../../network/parameters.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { DialLine } from '../dial/send-line.ts'
import { pace, shake, stepOf, stepped } from '../dial/steps.ts'
import { pointedOf } from '../pointed-of.ts'

interface Drag {
  parameter: Parameter
  x: number
  value: number
  step: number
  isMoved: boolean
}

/**
 * Numbers of weights and biases in a formula, in the class `turns`, are turned by dragging them sideways, as dials are:
 * the whole page goes along, and one undo takes all of it back.
 */
export function turnByNumbers(view: HTMLElement, session: SessionLike, signal: AbortSignal) {
  const line = new DialLine(() => {})
  let drag: Drag | null = null

  const onPress = (event: PointerEvent) => {
    const number = event.target instanceof Element ? event.target.closest('.turns') : null
    const parameter = number && pointedOf(number)
    if (!number || !parameter || !('row' in parameter) || event.button !== 0) return
    event.preventDefault()
    number.setPointerCapture(event.pointerId)
    const value = parameterValue(session.frame, parameter)
    drag = { parameter, x: event.clientX, value, step: stepOf(value), isMoved: false }
  }
  const onMove = (event: PointerEvent) => {
    const pixels = drag ? Math.round(event.clientX - drag.x) : 0
    if (!drag || !pixels || (!drag.isMoved && Math.abs(pixels) <= shake)) return
    const goesOn = drag.isMoved
    const value = stepped(drag.value, pixels * pace(event), drag.step)
    Object.assign(drag, { x: drag.x + pixels, value, isMoved: true })
    line.send({ session, parameter: drag.parameter, value, goesOn })
  }
  const onEnd = () => {
    drag = null
  }
  view.addEventListener('pointerdown', onPress, { signal })
  view.addEventListener('pointermove', onMove, { signal })
  for (const type of ['pointerup', 'pointercancel', 'lostpointercapture'])
    view.addEventListener(type, onEnd, { signal })
}
