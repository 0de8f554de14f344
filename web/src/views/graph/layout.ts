/**
 * Where everything of the network picture stands: pure numbers, no DOM. Lengths are CSS pixels, y runs downwards.
 * A column is one layer of nodes as drawn: layer -1 is the inputs; a long layer shows one page of its units at a time.
 */

interface Column {
  layer: number
  units: number
  isImage: boolean
  first: number
  shown: number
}

interface Place {
  unit: number
  x: number
  y: number
}

export type PlacedColumn = Column & { x: number; half: number; height: number; places: Place[]; footer: number }

export interface Layout {
  width: number
  height: number
  /** Of what stands above the units: titles, and the controls where there is room for them. */
  header: number
  hasControls: boolean
  /** From one column to the next. */
  spacing: number
  /** The controls have less than their full width. */
  isClose: boolean
  /** Columns stand so close that numbers have no room in neurons, only beneath. */
  isTight: boolean
  /** So close that there is no room beneath, either, but at both sides. */
  isTightest: boolean
  /** Names of layers have no room above them. */
  hasShortTitles: boolean
  /** Units stand so close that little is written beside each. */
  isDense: boolean
  tile: number
  pill: { width: number; height: number }
  columns: PlacedColumn[]
  side: { left: number; right: number }
}

/** A layer of more units than this is folded into pages. */
export const mostUnits = 12
const pageLength = 10
/** Kept from the start, so that adding a unit does not push the page down. */
const usualHeights = { wide: 496, narrow: 432, slight: 264 }
/** What stands above the units: titles, controls, and between columns that stand close a row for adding a layer. */
const headers = { ofTitles: 30, withControls: 88, close: 112 }
/** Between controls and the units, where there is room: the first one's bias stands there. */
const biasRoom = 20
/**
 * From one column to the next: least with controls above them in full width, with names of layers beside the buttons
 * that remove them, with controls at all, with numbers in neurons, and beneath them; least of all; most.
 */
const spacings = {
  full: 106,
  withNames: 84,
  withControls: 72,
  withNumbers: 56,
  withNumbersBeneath: 46,
  least: 26,
  most: 250,
}
/** From one unit to the next. */
const pitches = { ofTiles: 36, ofPills: 32, ofNames: 48, most: 104 }
const pillSize = { width: 54, height: 28 }

/** So many units of a layer have room in a picture of some height, beneath controls. */
export const unitsThatFit = (height: number) =>
  Math.max(4, Math.min(mostUnits, Math.floor((height - headers.close) / pitches.ofTiles)))

/**
 * The columns of a network, pages taken into account.
 * @param options first unit shown, by layer; `most` units of a layer are shown without pages
 */
export function columnsOf(
  inputs: number,
  layers: { units: number }[],
  {
    imageSide = 0,
    pages = new Map(),
    most = mostUnits,
  }: { imageSide?: number; pages?: ReadonlyMap<number, number>; most?: number } = {},
): Column[] {
  const length = Math.min(pageLength, most - 1)
  return [inputs, ...layers.map(({ units }) => units)].map((units, i) => {
    const layer = i - 1
    const isImage = layer === -1 && imageSide > 0 && imageSide * imageSide === units
    if (isImage || units <= most) return { layer, units, isImage, first: 0, shown: units }
    const asked = pages.get(layer) ?? 0
    const first = Math.floor(Math.min(Math.max(asked, 0), units - 1) / length) * length
    return { layer, units, isImage, first, shown: Math.min(length, units - first) }
  })
}

/** First unit of the page after this column's, round to the beginning. */
export const nextPage = ({ first, shown, units }: Column) => (first + shown < units ? first + shown : 0)

interface Box {
  hasTile: (layer: number) => boolean
  imageSide?: number
  /** The lengths of the longest names at the two sides, in letters. */
  inputName?: number
  outputName?: number
  /** To be filled; 0 = as high as it needs. */
  height?: number
}

/**
 * Places columns in `width`, inputs and outputs both in sight: where they stand too close for the controls above them
 * these are left out, and it is only wider than its box where even that is not enough.
 * @param box hasTile: its neurons carry a map, the value beneath
 */
export function layoutGraph(columns: Column[], width: number, box: Box): Layout {
  const { hasTile, imageSide = 0, height = 0 } = box
  const { side, spacing, hasControls, pill } = acrossOf(columns.length - 1, width, box)
  const isClose = spacing < spacings.full
  const header = !hasControls ? headers.ofTitles : isClose ? headers.close : headers.withControls
  const content = side.left + side.right + pill.width + (columns.length - 1) * spacing
  const margin = Math.max(0, (width - content) / 2)
  const hasTiles = columns.some(({ layer }) => hasTile(layer))
  const { above, body, pitch } = downOf(columns, width, { hasTiles, hasControls, height, header })
  const tile = Math.max(14, Math.min(56, pitch - 15, spacing * 0.36))
  const placed = columns.map((column, i) => {
    const x = margin + side.left + pill.width / 2 + i * spacing
    const isTile = hasTile(column.layer)
    const half = column.isImage ? imageHalf(side.left) : (isTile ? tile : pill.width) / 2
    const height = isTile ? tile : pill.height
    const middle = above + body / 2
    if (column.isImage) return { ...column, x, half, height, footer: 0, places: pixels(x, middle, half, imageSide) }
    const count = rowsOf(column)
    const top = middle - (count * pitch) / 2
    const y = (k: number) => Math.round(top + (k + 0.5) * pitch - (hasTiles ? 7 : 0))
    const places = Array.from({ length: column.shown }, (_, k) => ({ unit: column.first + k, x, y: y(k) }))
    return { ...column, x, half, height, places, footer: isFolded(column) ? y(column.shown) : 0 }
  })
  return {
    width: Math.max(width, content),
    height: above + body,
    header,
    hasControls,
    spacing,
    isClose,
    isTight: spacing < spacings.withNumbers,
    isTightest: spacing < spacings.withNumbersBeneath,
    hasShortTitles: spacing < (hasControls ? spacings.withNames : spacings.withNumbers),
    isDense: pitch < pitches.ofNames,
    tile,
    pill,
    side,
    columns: placed,
  }
}

/** Where columns stand from left to right. */
function acrossOf(gaps: number, width: number, { imageSide = 0, inputName = 24, outputName = 24 }: Box) {
  const placed = (left: number, right: number, least: number, pillWidth: number) => {
    const side = {
      left: imageSide ? 76 : nameWidth(inputName, 28, left),
      right: nameWidth(outputName, Math.min(84, right), right),
    }
    const spacing = Math.max(least, (width - side.left - side.right - pillWidth) / gaps)
    return { side, spacing, hasControls: spacing >= spacings.withControls, pill: { ...pillSize, width: pillWidth } }
  }
  const isNarrow = width < 560
  const roomy = isNarrow ? placed(88, 84, 0, pillSize.width) : placed(150, 132, 0, pillSize.width)
  if (roomy.spacing >= spacings.full) return { ...roomy, spacing: Math.min(spacings.most, roomy.spacing) }
  const close = (pillWidth: number) =>
    isNarrow ? placed(64, 68, spacings.least, pillWidth) : placed(88, 84, spacings.least, pillWidth)
  const { spacing } = close(pillSize.width)
  const found = close(Math.max(20, Math.min(pillSize.width, spacing - 14)))
  return { ...found, spacing: Math.min(spacings.full - 1, found.spacing) }
}

/** Where units stand from the top down. @param options height: to be filled, 0 = as high as they need */
function downOf(
  columns: Column[],
  width: number,
  {
    hasTiles,
    hasControls,
    height,
    header,
  }: { hasTiles: boolean; hasControls: boolean; height: number; header: number },
) {
  const rows = Math.max(1, ...columns.map(rowsOf))
  const usual = usualHeights[width >= 560 ? 'wide' : rows > 2 ? 'narrow' : 'slight']
  const least = rows * (hasTiles ? pitches.ofTiles : pitches.ofPills)
  const room = (height || usual) - header
  const spare = hasControls ? Math.max(0, Math.min(biasRoom, room - least)) : 0
  const body = Math.max(room - spare, least)
  return { above: header + spare, body, pitch: Math.min(pitches.most, body / rows) }
}

/** Units and the button that turns the page. */
const rowsOf = (column: Column) => (column.isImage ? 1 : column.shown + (isFolded(column) ? 1 : 0))

/** Whether only a page of a layer is shown. */
const isFolded = ({ isImage, shown, units }: Column) => !isImage && shown < units

const nameWidth = (letters: number, least: number, most: number) => Math.min(most, Math.max(least, letters * 7.5 + 10))

/** Half the side of the picture that stands for image inputs. */
const imageHalf = (left: number) => Math.min(64, left * 0.84)

function pixels(x: number, y: number, half: number, side: number) {
  const size = (2 * half) / side
  return Array.from({ length: side * side }, (_, unit) => ({
    unit,
    x: x - half + ((unit % side) + 0.5) * size,
    y: y - half + (Math.floor(unit / side) + 0.5) * size,
  }))
}

/** Half the room of a number beneath a neuron: where units stand close, the bias of the next one keeps off it. */
const leastHalf = 24
/** The number beneath a neuron that has a map. */
const beneath = 13

/**
 * Where the bias of every neuron drawn stands: before the neuron, above the wires that come in, or on these where
 * the header or another neuron is in its way; where there is no room for it between two columns it is crowded.
 * @param size of what is put there
 */
export const biasesOf = (
  { columns, header, isDense }: Layout,
  { width, height }: { width: number; height: number },
): { layer: number; row: number; x: number; y: number; isCrowded: boolean }[] =>
  columns.slice(1).flatMap(({ layer, x, half, places }, i) => {
    const before = columns[i]
    const isFree = (at: { x: number; y: number }) =>
      at.y - height / 2 >= header &&
      (at.x - width / 2 >= before.x + before.half ||
        before.places.every(
          ({ y }) => at.y + height / 2 <= y - before.height / 2 || at.y - height / 2 >= y + before.height / 2 + beneath,
        ))
    return places.map(({ unit, y }) => {
      const above = { x: x - (isDense ? Math.max(half, leastHalf) : half) - width / 2, y: y - 20 }
      const at = [above, { x: x - half - width / 2, y }].find(isFree)
      return { layer, row: unit, ...(at ?? above), isCrowded: !at }
    })
  })

/**
 * The neuron that an arrow key leads to, or null at the edge.
 * @param key ArrowUp, ArrowDown, ArrowLeft, ArrowRight, Home or End
 */
export function neighbour(
  { columns }: Layout,
  { layer, unit }: { layer: number; unit: number },
  key: string,
): { layer: number; unit: number } | null {
  const column = columns[layer + 1]
  const place = column?.places.find((p) => p.unit === unit)
  if (!place) return null
  const index = column.places.indexOf(place)
  const inColumn = { ArrowUp: index - 1, ArrowDown: index + 1, Home: 0, End: column.places.length - 1 }[key]
  if (inColumn !== undefined) return at(column, column.places[inColumn])
  const aside = { ArrowLeft: -1, ArrowRight: 1 }[key]
  const other = aside && columns[layer + 1 + aside]
  if (!other || other.isImage) return null
  const distance = (p: Place) => Math.abs(p.y - place.y)
  return at(
    other,
    other.places.reduce((a, b) => (distance(b) < distance(a) ? b : a)),
  )
}

const at = ({ layer }: Column, place: Place | undefined) => (place ? { layer, unit: place.unit } : null)
