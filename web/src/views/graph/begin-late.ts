import { isSameParameter, type Parameter } from '../../network/parameters.ts'
import type { SessionLike } from '../../session/session-like.ts'
import { useStyle } from '../parts/late-style.ts'
import { rootOf } from '../parts/root-of.ts'
import { answerWhere } from '../parts/terms/where-is.ts'
import type { GraphView } from './graph.ts'
import held from './held.css'
import { LensCard } from './lens/card.ts'
import { pointOn } from './lines.ts'

/**
 * What the network needs once the page has a moment to spare.
 * @param isTaken see LensCard
 */
export function beginLate(graph: GraphView, session: SessionLike, isTaken: () => boolean, leave: AbortSignal) {
  useStyle(graph, held)
  answerWhere(rootOf(graph), (parameter) => placeOf(graph, parameter), leave)
  return new LensCard(graph, session, isTaken, leave)
}

/** The middle of a wire, or for a bias of its neuron, in pixels of the window; null = it is not shown. */
function placeOf(graph: GraphView, parameter: Parameter) {
  const wire = graph.everyWire.find((each) => isSameParameter(each, parameter))
  const column = graph.layout?.columns[parameter.layer + 1]
  const point = wire ? pointOn(wire, 0.5) : column?.places.find(({ unit }) => unit === parameter.row)
  if (!point || ('column' in parameter && !wire)) return null
  const { left, top, width } = graph.stage.getBoundingClientRect()
  const scale = width / graph.stage.offsetWidth
  return { x: left + point.x * scale, y: top + point.y * scale }
}
