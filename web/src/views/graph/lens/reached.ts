import { pointAt } from '../../parts/point-at.ts'
import type { GraphView } from '../graph.ts'

/** Pixels around the card that belong to it: as far as it stands from what it is about. */
const bridge = 12

type Point = Pick<PointerEvent, 'clientX' | 'clientY'>

/**
 * The card stays while the pointer, a finger or the focus goes over to its words (WCAG 1.4.13): what is drawn beneath it
 * does not hear of them, but for its neurons and weights. Escape closes it.
 */
export function letReach(graph: GraphView, card: HTMLElement, signal: AbortSignal): void {
  const close = () => pointAt(graph.session, null)
  /** Where the pointer was. */
  let before: Point = { clientX: 0, clientY: 0 }
  const distanceOf = ({ clientX: x, clientY: y }: Point) => {
    const { left, right, top, bottom } = card.getBoundingClientRect()
    return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom))
  }
  /** Whether the pointer is at the card, or comes closer to it from its neuron. */
  const isOnWay = (at: Point) => {
    const { pointed } = graph.session
    const distance = distanceOf(at)
    return distance < bridge || (pointed !== null && 'unit' in pointed && distance < distanceOf(before))
  }
  const hear = (event: Event) => {
    const { type, pointerType, target, relatedTarget } = event as PointerEvent
    const [at, to] = [target, type === 'pointermove' ? target : relatedTarget] as (Element | null)[]
    const isHere = !card.hidden && pointerType !== undefined && isOnWay(event as PointerEvent)
    if (type === 'pointermove') before = event as PointerEvent
    if (card.hidden) return
    if (to?.closest('.lens, .term-note') || (isHere && !at?.closest('.neuron, .weight, .glossed')))
      event.stopPropagation()
    else if (!isHere && type !== 'pointerdown' && pointerType !== 'touch' && !graph.stage.contains(to)) close()
  }
  for (const type of ['pointermove', 'pointerdown', 'pointerout', 'pointerleave', 'focusout'])
    graph.addEventListener(type, hear, { signal, capture: true })
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && close(), { signal })
}
