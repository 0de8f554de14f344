import { type Stop, stopIndexOf, stopsOf } from './stops.ts'

/**
 * One training step as a film: what is seen is a function of the step's numbers and of a position in it, in milliseconds.
 * Its beats are declared stop by stop, with lengths relative to one another; how long they last is computed.
 */

/** What happens in a beat, and how long that takes beside the others. */
const lengths = {
  /** The inputs of the row enter. */
  enter: 0.8,
  /** Signals run into a neuron and add up to Z. */
  sum: 1,
  activation: 0.6,
  /** An output is held against its target. */
  compare: 0.8,
  /** The cost of the batch. */
  mean: 0.6,
  /** Errors come back to a neuron and add up. */
  arriving: 1,
  delta: 0.6,
  /** Each weight into the layer wishes to change. */
  gradient: 1,
  /** All weights do. */
  wish: 1,
  change: 1,
  /** What became of the cost. */
  outcome: 0.8,
}

export type BeatKind = keyof typeof lengths

export interface Beat {
  kind: BeatKind
  /** The index of the stop that it belongs to. */
  stop: number
  /** The neuron of the stop's layer that it is about; -1 = all of them. */
  unit: number
  /** In milliseconds, without the start and with the end. */
  start: number
  end: number
}

export interface Film {
  stops: Stop[]
  beats: Beat[]
  length: number
}

/** A place in a film that means the same in that of another network: the stop, and how many of its beats have passed. */
export interface Place {
  stop: Stop
  /** Nothing = where the stop comes to rest. */
  beats?: number
}

export interface Moment {
  stop: Stop
  beat: Beat
  /** Of the beat, 0 to 1: 1 is its end. */
  share: number
}

/** Neurons of a layer that are told one by one, and the lengths of all beats up to which that is done. */
const mostOneByOne = 6
const mostLength = 50
/** Milliseconds: those of a film, of a stop at most, and of a beat of length 1. */
const usual = 20_000
const longest = 8000
const pace = { least: 500, most: 1000 }

/** @param layers units of each layer */
export function filmOf(layers: readonly number[]): Film {
  const stops = stopsOf(layers.length)
  const beats = beatsThatFit(stops, layers)
  const ofStops = stops.map((_, stop) => lengthOf(beats.filter((beat) => beat.stop === stop)))
  const wanted = Math.min(usual / lengthOf(beats), longest / Math.max(...ofStops))
  const unit = Math.min(pace.most, Math.max(pace.least, wanted))
  let end = 0
  const timed = beats.map((beat) => {
    const start = end
    end += Math.floor(unit * lengths[beat.kind])
    return { ...beat, start, end }
  })
  return { stops, beats: timed, length: end }
}

type Untimed = Pick<Beat, 'kind' | 'stop' | 'unit'>

const lengthOf = (beats: Untimed[]) => beats.reduce((sum, { kind }) => sum + lengths[kind], 0)

/** As many neurons one by one as there is time for. */
function beatsThatFit(stops: Stop[], layers: readonly number[], few = mostOneByOne): Untimed[] {
  const beats = stops.flatMap((of, stop) => beatsOf(of, layers, few).map((beat) => ({ ...beat, stop })))
  return few === 0 || lengthOf(beats) <= mostLength ? beats : beatsThatFit(stops, layers, few - 1)
}

function beatsOf({ kind, layer }: Stop, layers: readonly number[], few: number): Omit<Untimed, 'stop'>[] {
  const units = layers.at(kind === 'cost' ? -1 : layer) ?? 0
  const all = (kinds: BeatKind[]) => kinds.map((each) => ({ kind: each, unit: -1 }))
  /** One neuron after the other where they are few, then all of them. */
  const sweep = (each: BeatKind[], then: BeatKind[]) =>
    units > few
      ? all([...each.filter((one) => !then.includes(one)), ...then])
      : [...Array.from({ length: units }, (_, unit) => each.map((one) => ({ kind: one, unit }))).flat(), ...all(then)]
  switch (kind) {
    case 'start':
      return all(['enter'])
    case 'forward':
      return sweep(['sum', 'activation'], ['activation'])
    case 'cost':
      return sweep(['compare'], ['mean'])
    case 'backward':
      return sweep(layer === layers.length - 1 ? ['delta'] : ['arriving', 'delta'], ['delta', 'gradient'])
    default:
      return all(['wish', 'change', 'outcome'])
  }
}

/** What is on at a position; at its very beginning nothing has happened yet. */
export function momentAt({ stops, beats, length }: Film, position: number): Moment {
  const at = Math.min(Math.max(0, position), length)
  const beat = beats.find(({ end }) => at <= end) as Beat
  return { stop: stops[beat.stop], beat, share: (at - beat.start) / (beat.end - beat.start) }
}

/** Where a stop comes to rest: all that it is about has happened. The first one has happened before the film begins. */
export function restOf({ stops, beats }: Film, stop: number): number {
  if (stops[stop].kind === 'start') return 0
  const own = beats.filter((beat) => beat.stop === stop && beat.kind !== 'gradient')
  return own[own.length - 1].end
}

/** Whether a beat is the one in which its stop comes to rest. */
export const isRest = (film: Film, { stop, end }: Beat) => end === restOf(film, stop)

/** The ends of beats, and those at which stops rest: where keys lead to. */
export const endsOf = ({ beats }: Film) => [0, ...beats.map(({ end }) => end)]
export const restsOf = (film: Film) => film.stops.map((_, stop) => restOf(film, stop))

/** The next of some places, in order, or the one before; at the last one it stays. */
export const nextOf = (places: readonly number[], position: number) =>
  places.find((each) => each > position) ?? Math.max(...places)
export const previousOf = (places: readonly number[], position: number) =>
  places.findLast((each) => each < position) ?? 0

export function placeAt(film: Film, position: number): Place {
  const { stop, beat, share } = momentAt(film, position)
  if (position <= 0) return { stop: film.stops[0] }
  if (position === restOf(film, beat.stop)) return { stop }
  return { stop, beats: film.beats.indexOf(beat) - firstOf(film, beat.stop) + share }
}

/** Of a place that is not there, the end of its stop, or of the first stop of its phase. */
export function positionOf(film: Film, place: Place | null): number {
  const stop = stopIndexOf(film.stops, place?.stop)
  const isSame = place?.stop.kind === film.stops[stop].kind && place.stop.layer === film.stops[stop].layer
  if (!isSame || place?.beats === undefined) return restOf(film, stop)
  const own = film.beats.filter((beat) => beat.stop === stop)
  const whole = Math.min(own.length - 1, Math.max(0, Math.ceil(place.beats) - 1))
  const { start, end } = own[whole]
  return start + Math.min(1, place.beats - whole) * (end - start)
}

const firstOf = ({ beats }: Film, stop: number) => beats.findIndex((beat) => beat.stop === stop)

/** Room that the names need, beside the time that a stop lasts: those of a phase that is one stop need the most. */
const nameLengths: Record<Stop['kind'], number> = {
  start: 4800,
  forward: 2500,
  cost: 7000,
  backward: 3300,
  update: 10_000,
}

/** A stop on the track: where it begins there and how wide it is, as shares of the whole, and which positions it holds. */
interface Span {
  from: number
  width: number
  start: number
  end: number
}

export function spansOf({ stops, beats, length }: Film): Span[] {
  const hasOneLayer = stops.length === 5
  const roomOf = ({ kind }: Stop) => nameLengths[kind === 'backward' && hasOneLayer ? 'update' : kind]
  const whole = stops.reduce((sum, stop) => sum + roomOf(stop), length)
  let from = 0
  return stops.map((of, stop) => {
    const own = beats.filter((beat) => beat.stop === stop)
    const [{ start }, { end }] = [own[0], own[own.length - 1]]
    const span = { from, width: (roomOf(of) + end - start) / whole, start, end }
    from += span.width
    return span
  })
}

/** Where a position is on the track, 0 to 1. */
export function shareOn(film: Film, position: number): number {
  const { from, width, start, end } = spansOf(film)[momentAt(film, position).beat.stop]
  return Math.min(1, from + (width * (Math.min(Math.max(position, start), end) - start)) / (end - start))
}

/** The position at a share of the track. */
export function positionOn(film: Film, share: number): number {
  const at = Math.min(1, Math.max(0, share))
  const { from, width, start, end } = spansOf(film).findLast((span) => span.from <= at) as Span
  return Math.min(end, start + ((at - from) / width) * (end - start))
}

/** A place in a link: 'forward.1' is where layer 1 has come to rest, 'forward.1~2.4' four tenths of its third beat. */
export function writePlace({ stop: { kind, layer }, beats }: Place): string | null {
  if (kind === 'start' && !beats) return null
  const name = layer < 0 ? kind : `${kind}.${layer + 1}`
  return beats === undefined ? name : `${name}~${inHundredths(beats)}`
}

/** What has begun stays so. */
function inHundredths(beats: number) {
  const rounded = Math.round(beats * 100) / 100
  return Number.isInteger(rounded) && rounded < beats ? rounded + 0.01 : rounded
}

/** @returns null = the beginning */
export function readPlace(written: string | null): Place | null {
  const parts = /^([a-z]+)(?:\.(\d+))?(?:~([\d.]+))?$/.exec(written ?? '')
  if (!parts) return null
  const [, kind, layer, beats] = parts
  const stop = {
    kind,
    layer: layer === undefined ? -1 : Number(layer) - 1,
    phase: phaseOf(kind as Stop['kind']),
  } as Stop
  return beats === undefined ? { stop } : { stop, beats: Number(beats) }
}

const phaseOf = (kind: Stop['kind']) => stopsOf(1).find((stop) => stop.kind === kind)?.phase ?? 0
