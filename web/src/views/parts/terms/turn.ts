import { type Parameter, parameterValue } from '../../../network/parameters.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { Drag } from '../dial/drag.ts'
import { DialLine } from '../dial/send-line.ts'
import { pointedOf } from '../pointed-of.ts'

/**
 * Numbers of weights and biases in a formula, in the class `turns`, are turned by dragging them sideways, as dials are:
 * the whole page goes along, and one undo takes all of it back.
 */
export function turnByNumbers(view: HTMLElement, session: SessionLike, signal: AbortSignal) {
  const line = new DialLine(() => {})
  let turned: { parameter: Parameter; drag: Drag } | null = null

  const onPress = (event: PointerEvent) => {
    const number = event.target instanceof Element ? event.target.closest('.turns') : null
    const parameter = number && pointedOf(number)
    if (!number || !parameter || !('row' in parameter) || event.button !== 0) return
    event.preventDefault()
    number.setPointerCapture(event.pointerId)
    turned = { parameter, drag: new Drag(event, parameterValue(session.frame, parameter)) }
  }
  const onMove = (event: PointerEvent) => {
    if (!turned) return
    const { parameter, drag } = turned
    const goesOn = drag.isMoved
    if (drag.move(event)) line.send({ session, parameter, value: drag.value, goesOn })
  }
  const onEnd = () => {
    turned = null
  }
  view.addEventListener('pointerdown', onPress, { signal })
  view.addEventListener('pointermove', onMove, { signal })
  for (const type of ['pointerup', 'pointercancel', 'lostpointercapture'])
    view.addEventListener(type, onEnd, { signal })
}
