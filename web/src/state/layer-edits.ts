import type { HeldState } from '../network/held.ts'
import type { LayerParameters } from '../network/layer-parameters.ts'
import type { LayerSettings } from '../network/layers.ts'
import type { Parameter } from '../network/parameters.ts'
import { refuseValue } from '../network/refuse.ts'
import type { FormerIndices, Moves } from './column-moves.ts'

/**
 * Edits of the network's layers, each with the origin of every unit of the new network in the old one, so that the
 * weights between units that survive can be kept.
 */

/** Null = a new unit; layer -1 = an input */
export type Origin = { layer: number; unit: number } | null

export interface Edit {
  layers: LayerSettings[]
  origins: Origin[][]
  /** Where the inputs come from; without them they are as they were. */
  inputs?: Origin[]
}

/** The network as it is, every unit its own origin. */
export const unchanged = (layers: LayerSettings[]): Edit => ({
  layers: structuredClone(layers),
  origins: layers.map(({ units }, layer) => Array.from({ length: units }, (_, unit) => ({ layer, unit }))),
})

/**
 * A new hidden layer, shaped like its neighbour.
 * @param at the index it will have
 * @throws {RangeError}
 */
export function addLayer(layers: LayerSettings[], at: number): Edit {
  const output = layers.length - 1
  if (!isIndex(at, output)) refuseValue('beforeOutput', 'at', at, { maximum: output })
  const { layers: next, origins } = unchanged(layers)
  const neighbour = output === 0 ? { units: 4, activation: 'tanh' } : layers[at > 0 ? at - 1 : 0]
  next.splice(at, 0, { ...neighbour })
  origins.splice(
    at,
    0,
    Array.from({ length: neighbour.units }, () => null),
  )
  return { layers: next, origins }
}

/**
 * The network without one hidden layer.
 * @throws {RangeError}
 */
export function removeLayer(layers: LayerSettings[], at: number): Edit {
  requireHidden(layers, at)
  const { layers: next, origins } = unchanged(layers)
  next.splice(at, 1)
  origins.splice(at, 1)
  return { layers: next, origins }
}

/**
 * A hidden layer with as many units as wanted: new ones are added at its end, surplus ones taken from there.
 * @throws {RangeError}
 */
export function resizeLayer(layers: LayerSettings[], at: number, units: number): Edit {
  requireHidden(layers, at)
  const { layers: next, origins } = unchanged(layers)
  next[at].units = units
  origins[at] = Array.from({ length: units }, (_, unit) => origins[at][unit] ?? null)
  return { layers: next, origins }
}

/**
 * A hidden layer without one of its units.
 * @throws {RangeError}
 */
export function removeUnit(layers: LayerSettings[], at: number, unit: number): Edit {
  requireHidden(layers, at)
  const last = layers[at].units - 1
  if (last === 0) refuseValue('someUnit', `network.layers.${at}.units`, 0)
  if (!isIndex(unit, last)) refuseValue('between', 'unit', unit, { minimum: 0, maximum: last })
  const { layers: next, origins } = unchanged(layers)
  next[at].units = last
  origins[at].splice(unit, 1)
  return { layers: next, origins }
}

/** The network with other columns of data at its two ends. */
export function withColumns(layers: LayerSettings[], { inputs, outputs }: Moves): Edit {
  const { layers: next, origins } = unchanged(layers)
  const output = layers.length - 1
  next[output].units = outputs.length
  origins[output] = originsAt(output, outputs)
  return { layers: next, origins, inputs: originsAt(-1, inputs) }
}

const originsAt = (layer: number, former: FormerIndices): Origin[] =>
  former.map((unit) => (unit === null ? null : { layer, unit }))

/** What is held, where it stands in the edited network; what is gone is held no more. */
export function heldAfter({ locked, muted }: HeldState, edit: Omit<Edit, 'layers'>): HeldState {
  const unitNow = (layer: number, unit: number) => movedUnit(edit, layer, unit)
  return {
    locked: locked.flatMap((parameter) => {
      const to = unitNow(parameter.layer, parameter.row)
      const from = 'bias' in parameter ? null : unitNow(parameter.layer - 1, parameter.column)
      return to ? movedTo(parameter, to, from) : []
    }),
    muted: muted.flatMap(({ layer, unit }) => unitNow(layer, unit) ?? []),
  }
}

/** Where a unit of the old network, or an input, stands in the new one. */
function movedUnit({ origins, inputs }: Omit<Edit, 'layers'>, layer: number, unit: number): Origin {
  if (layer < 0 && !inputs) return { layer, unit }
  const isFrom = (origin: Origin) => origin?.layer === layer && origin.unit === unit
  const units = [inputs ?? [], ...origins]
  const at = units.findIndex((row) => row.some(isFrom))
  return at < 0 ? null : { layer: at - 1, unit: units[at].findIndex(isFrom) }
}

/** @returns empty when the two units are not joined any more */
function movedTo(
  parameter: Parameter,
  { layer, unit: row }: { layer: number; unit: number },
  from: Origin,
): Parameter[] {
  if ('bias' in parameter) return [{ layer, row, bias: true }]
  return from?.layer === layer - 1 ? [{ layer, row, column: from.unit }] : []
}

const isIndex = (at: unknown, last: number) => Number.isInteger(at) && Number(at) >= 0 && Number(at) <= last

function requireHidden(layers: LayerSettings[], at: number) {
  const output = layers.length - 1
  if (at === output) refuseValue('notOutput', `network.layers.${at}`, at)
  if (output === 0) refuseValue('noHidden', 'layer', at)
  if (!isIndex(at, output - 1)) refuseValue('between', 'layer', at, { minimum: 0, maximum: output - 1 })
}

/**
 * Weights for an edited network: those between units that were joined before keep their exact values, the others are
 * the fresh ones.
 * @param before of the old network
 * @param fresh of the new network
 * @param origins of each unit of each new layer
 * @param inputs origin of each new input
 */
export function keepParameters(
  before: LayerParameters[],
  fresh: LayerParameters[],
  origins: Origin[][],
  inputs: Origin[],
): LayerParameters[] {
  return fresh.map(({ weights, bias }, l) => {
    const from = l === 0 ? inputs : origins[l - 1]
    return {
      weights: weights.map((row, r) => row.map((value, c) => keptWeight(before, origins[l][r], from[c]) ?? value)),
      bias: bias.map((value, r) => {
        const unit = origins[l][r]
        return unit ? before[unit.layer].bias[unit.unit] : value
      }),
    }
  })
}

const keptWeight = (before: LayerParameters[], to: Origin, from: Origin) =>
  to && from && from.layer === to.layer - 1 ? before[to.layer].weights[to.unit][from.unit] : undefined

/** The origins of two edits, one after the other, as those of one. */
export function composed(
  first: Pick<Edit, 'origins' | 'inputs'>,
  second: Partial<Pick<Edit, 'origins' | 'inputs'>>,
): Pick<Edit, 'origins' | 'inputs'> {
  const before = (origin: Origin): Origin => {
    if (!origin) return null
    if (origin.layer >= 0) return first.origins[origin.layer][origin.unit]
    return first.inputs ? first.inputs[origin.unit] : origin
  }
  const origins = second.origins ? second.origins.map((layer) => layer.map(before)) : first.origins
  const inputs = second.inputs ? second.inputs.map(before) : first.inputs
  return { origins, ...(inputs ? { inputs } : {}) }
}
