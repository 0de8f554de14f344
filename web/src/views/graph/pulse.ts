import { parameterValue } from '../../network/parameters.ts'
import type { Frame } from '../../session/frame.ts'
import { type PlacedWire, pathElement, wireWidth } from './wires.ts'

/** Signals that run along the wires: a step of learning made visible. */
const length = 800
/** The strongest wires of a layer carry the signal; more would be a blur. */
const mostSignals = 60

/**
 * Runs a signal from the inputs to the outputs, or an error back, layer by layer.
 * @param onArrival a layer has been reached
 * @returns settled when it has arrived, or was stopped; at once when the reader prefers less motion
 */
export async function runPulse(
  svg: SVGSVGElement,
  wires: readonly PlacedWire[],
  direction: 'forward' | 'backward',
  frame: Frame | null,
  onArrival: (layer: number) => void,
  stop: AbortSignal,
): Promise<void> {
  if (window.matchMedia('(prefers-reduced-motion: reduce)').matches || wires.length === 0) return
  const layers = [...new Set(wires.map(({ layer }) => layer))].sort((a, b) => (direction === 'forward' ? a - b : b - a))
  for (const layer of layers) {
    if (stop.aborted) return
    const all = wires.filter((wire) => wire.layer === layer)
    const strongest = all.sort((a, b) => size(frame, b) - size(frame, a)).slice(0, mostSignals)
    const signals = strongest.map((wire) => signalElement(wire, direction, frame))
    svg.append(...signals)
    const keyframes = { strokeDashoffset: direction === 'forward' ? [0.16, -1] : [-1, 0.16] }
    const timing = { duration: length / layers.length, easing: 'ease-in-out' }
    const running = signals.map((signal) => signal.animate(keyframes, timing))
    const end = () => running.forEach((animation) => animation.cancel())
    stop.addEventListener('abort', end)
    await Promise.allSettled(running.map((animation) => animation.finished))
    stop.removeEventListener('abort', end)
    signals.forEach((signal) => signal.remove())
    if (!stop.aborted) onArrival(direction === 'forward' ? layer : layer - 1)
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
