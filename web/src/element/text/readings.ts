import { neuronName, parameterAbout, parameterTitle } from '../../network/names.ts'
import { countParameters } from '../../network/parameter-order.ts'
import { hasParameter, parameterValue } from '../../network/parameters.ts'
import { engineValue } from '../../quantities/values.ts'
import type { Frame } from '../../session/frame.ts'
import type { SessionLike } from '../../session/session-like.ts'
import { type Measure, type Reference, writeReference } from '../../state/written/references.ts'
import { formatCount, formatNumber, formatShare } from '../../text/numbers.ts'
import { texts } from '../../text/text.ts'
import { frameValues } from '../../views/parts/maths/values.ts'
import { sentences as transport } from '../../views/parts/transport-sentences.ts'
import { sentences } from './sentences.ts'

/** What is written in an article, read from a session: its number, and what it is called. */

const text = texts(sentences)
const transportText = texts(transport)

type Write = (value: number, digits: number) => string

interface Reading {
  read: (frame: Frame) => number
  write: Write
  name: () => string
}

const share: Write = (value) => formatShare(value)
const whole: Write = (value) => formatCount(value)

const readings: Record<Measure, Reading> = {
  cost: { read: ({ cost }) => cost, write: formatNumber, name: () => transportText('cost') },
  testCost: { read: ({ testCost }) => testCost, write: formatNumber, name: () => transportText('testCost') },
  accuracy: { read: ({ accuracy }) => accuracy, write: share, name: () => transportText('accuracy') },
  testAccuracy: {
    read: ({ testAccuracy }) => testAccuracy,
    write: share,
    name: () => transportText('testAccuracy'),
  },
  r2: { read: ({ r2 }) => r2, write: formatNumber, name: () => transportText('r2') },
  testR2: { read: ({ testR2 }) => testR2, write: formatNumber, name: () => transportText('testR2') },
  step: { read: ({ step }) => step, write: whole, name: () => transportText('stepCount') },
  epoch: { read: ({ epoch }) => Math.floor(epoch), write: whole, name: () => transportText('epochCount') },
  neurons: {
    read: ({ layers }) => layers.reduce((sum, { units }) => sum + units, 0),
    write: whole,
    name: () => text('neurons'),
  },
  parameters: { read: ({ layers }) => countParameters(layers), write: whole, name: () => text('parameters') },
}

/** Whether the network has it. */
export function isThere({ frame }: SessionLike, reference: Reference): boolean {
  if (!frame || 'measure' in reference) return Boolean(frame)
  if ('parameter' in reference) return hasParameter(frame.layers, reference.parameter)
  const { layer, unit } = reference.neuron
  return unit < (frame.layers[layer]?.units ?? 0)
}

/** The number in the frame; NaN where there is none. What a neuron comes to is of the row that is shown. */
export function numberOf(session: SessionLike, reference: Reference): number {
  const { frame, data } = session
  if (!frame || !isThere(session, reference)) return NaN
  if ('measure' in reference) return readings[reference.measure].read(frame)
  if ('parameter' in reference) return parameterValue(frame, reference.parameter)
  return engineValue(frameValues(frame, data), reference.quantity, reference.neuron)
}

/** @param digits as many as the reader has chosen for the page, unless told */
export const written = (
  { state }: SessionLike,
  reference: Reference,
  value: number,
  digits: number = state.view.digits,
): string => ('measure' in reference ? readings[reference.measure].write : formatNumber)(value, digits)

/** What it is called, in a word or two: 'test cost', 'W4,2 of layer 1'. */
export function nameOf(session: SessionLike | null, reference: Reference): string {
  if ('measure' in reference) return readings[reference.measure].name()
  if (!session || !isThere(session, reference)) return writeReference(reference)
  if ('parameter' in reference) return parameterTitle(session, reference.parameter)
  const { layer, unit } = reference.neuron
  return text(reference.quantity, { name: neuronName(session, layer, unit) })
}

/** The same with what it joins, or the sentence that there is no such thing. */
export function aboutOf(session: SessionLike, reference: Reference): string {
  if (!isThere(session, reference)) return text('notThere', { name: writeReference(reference) })
  return 'parameter' in reference ? parameterAbout(session, reference.parameter) : nameOf(session, reference)
}
