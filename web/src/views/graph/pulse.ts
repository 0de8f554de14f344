import { parameterValue } from '../../network/parameters.ts'
import type { Frame } from '../../session/frame.ts'
import type { Overlay } from '../../state/overlay.ts'
import type { GraphView } from './graph.ts'
import { type PlacedWire, pathElement, wireWidth } from './wires.ts'

/** Signals that run along the wires. In milliseconds. */
const length = 800
/** The strongest wires of a layer carry the signal; more would be a blur. */
const mostSignals = 60

/**
 * Runs a signal over the wires into a layer, or an error back over them. Nothing runs when the reader prefers less motion.
 * @param stop ends it
 */
export async function runPulse(
  { wires: { svg }, everyWire, columns, session: { frame } }: GraphView,
  { direction, layer }: Pick<NonNullable<Overlay['pulse']>, 'direction' | 'layer'>,
  stop: AbortSignal,
): Promise<void> {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return
  const all = everyWire.filter((wire) => wire.layer === layer)
  const strongest = all.sort((a, b) => size(frame, b) - size(frame, a)).slice(0, mostSignals)
  const signals = strongest.map((wire) => signalElement(wire, direction, frame))
  svg.append(...signals)
  const keyframes = { strokeDashoffset: direction === 'forward' ? [0.16, -1] : [-1, 0.16] }
  const running = signals.map((signal) => signal.animate(keyframes, { duration: length, easing: 'ease-in-out' }))
  const cancel = () => running.forEach((animation) => animation.cancel())
  stop.addEventListener('abort', cancel)
  await Promise.allSettled(running.map((animation) => animation.finished))
  stop.removeEventListener('abort', cancel)
  signals.forEach((signal) => signal.remove())
  if (!stop.aborted) flash(columns, direction === 'forward' ? layer : layer - 1, direction)
}

/** A layer has been reached. */
function flash(columns: HTMLElement, layer: number, direction: string) {
  for (const body of columns.querySelectorAll(`[data-layer="${layer}"] .neuron-body`)) {
    const colour = `var(--${direction === 'forward' ? 'accent' : 'delta'})`
    body.animate({ boxShadow: [`0 0 0 4px ${colour}`, '0 0 0 0 transparent'] }, { duration: 500, easing: 'ease-out' })
  }
}

const size = (frame: Frame | null, wire: PlacedWire) => Math.abs(parameterValue(frame, wire)) || 0

function signalElement(wire: PlacedWire, direction: string, frame: Frame | null) {
  const element = pathElement(wire, `signal ${direction}`)
  element.setAttribute('pathLength', '1')
  element.setAttribute('stroke-dasharray', '0.14 2')
  element.setAttribute('stroke-dashoffset', '0.16')
  element.setAttribute('stroke-width', String(Math.min(5, wireWidth(parameterValue(frame, wire)) + 1.5)))
  return element
}
