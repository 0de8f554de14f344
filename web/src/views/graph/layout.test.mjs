import assert from 'node:assert/strict'
import { test } from 'node:test'
import { biasesOf, columnsOf, layoutGraph, mostUnits, neighbour, nextPage, unitsThatFit } from './layout.ts'
import { placeLabels, pointOn, wireAt, wiresOf } from './lines.ts'

const layers = (...units) => units.map((count) => ({ units: count }))
const place = (inputs, hidden, width = 900, options = {}) =>
  layoutGraph(columnsOf(inputs, layers(...hidden), options), width, { hasTile: (layer) => layer >= 0, ...options })

test('a network that fits is drawn whole, inputs first', () => {
  const columns = columnsOf(2, layers(8, 1))
  assert.deepEqual(
    columns.map(({ layer, shown }) => [layer, shown]),
    [
      [-1, 2],
      [0, 8],
      [1, 1],
    ],
  )
})

test('a long layer shows one page, and its pages reach every unit and come round again', () => {
  const pages = new Map()
  const seen = new Set()
  for (let turn = 0; turn < 7; turn++) {
    const column = columnsOf(64, layers(10), { pages })[0]
    for (let unit = column.first; unit < column.first + column.shown; unit++) seen.add(unit)
    pages.set(-1, nextPage(column))
  }
  assert.equal(seen.size, 64)
  assert.equal(pages.get(-1), 0)
})

test('a page asked for beyond the end is the last page', () => {
  const [column] = columnsOf(mostUnits + 1, layers(1), { pages: new Map([[-1, 999]]) })
  assert.equal(column.first + column.shown, mostUnits + 1)
})

test('pixels stand in rows as in the picture', () => {
  const [image] = place(64, [4], 900, { imageSide: 8 }).columns
  assert.ok(image.isImage)
  assert.equal(image.places[0].y, image.places[7].y)
  assert.ok(image.places[8].y > image.places[7].y)
  assert.equal(image.places[8].x, image.places[0].x)
})

test('inputs and outputs are both in sight in any box, and a wide one is filled', () => {
  for (const [width, hidden] of [
    [328, [8, 8, 1]],
    [358, [3, 3, 3, 3, 3, 3, 1]],
    [480, [8, 8, 8, 8, 1]],
    [768, [8, 8, 1]],
    [1900, [8, 8, 1]],
  ]) {
    const { columns, width: total, side } = place(2, hidden, width)
    assert.equal(total, width)
    assert.ok(columns[0].x - columns[0].half - side.left >= -0.01)
    assert.ok(columns.at(-1).x + columns.at(-1).half + side.right <= total + 0.01)
    for (let i = 1; i < columns.length; i++) {
      assert.ok(columns[i].x - columns[i].half > columns[i - 1].x + columns[i - 1].half + 5, `${width}`)
    }
  }
})

test('controls stand above columns wherever they do not meet, and only there', () => {
  for (let width = 320; width < 1200; width += 40) {
    for (const hidden of [[1], [8, 8, 1], [4, 4, 4, 4, 4, 1]]) {
      const { columns, hasControls, header } = place(2, hidden, width)
      const least = Math.min(...columns.slice(1).map(({ x }, i) => x - columns[i].x))
      assert.equal(hasControls, least >= 72, `${width}`)
      assert.equal(header, hasControls ? (least < 106 ? 112 : 88) : 30)
    }
  }
})

test('a network fits into the height it is given, in pages where it has more units', () => {
  for (const height of [300, 360, 450, 700]) {
    for (const units of [1, 8, 12, 13, 64]) {
      const most = unitsThatFit(height)
      const columns = columnsOf(2, layers(units, 1), { most })
      const layout = layoutGraph(columns, 400, { hasTile: (layer) => layer >= 0, height })
      assert.equal(layout.height, height, `${units} in ${height}`)
      for (const { places, footer } of layout.columns) {
        assert.ok(places[0].y - layout.tile / 2 >= layout.header)
        assert.ok(places.at(-1).y + layout.tile / 2 + 12 <= height && footer + 13 <= height)
      }
    }
  }
})

test('neurons of one column never overlap, with the value beneath them', () => {
  for (const units of [1, 2, 5, 8, 12, 13, 256]) {
    const {
      columns: [, column],
      tile,
    } = place(2, [units, 1])
    column.places.slice(1).forEach((p, i) => assert.ok(p.y - column.places[i].y >= tile + 13))
  }
})

test('every bias that is not crowded stands below the controls and off the neurons of its column and the one before', () => {
  const size = { width: 48, height: 20 }
  const across = [size.width / 2 - 1, size.height / 2 - 1]
  for (const width of [328, 358, 500, 900]) {
    for (const units of [
      [8, 8, 1],
      [2, 3, 5],
      [12, 1],
      [40, 10],
      [3, 3, 3, 3, 3, 3, 1],
    ]) {
      const layout = place(5, units, width)
      const biases = biasesOf(layout, size)
      for (const { layer, x, y } of biases.filter(({ isCrowded }) => !isCrowded)) {
        assert.ok(y - size.height / 2 >= layout.header)
        for (const column of layout.columns.slice(layer, layer + 2)) {
          const isAside = x - across[0] >= column.x + column.half || x + across[0] <= column.x - column.half
          const isOff = (place) =>
            y - across[1] >= place.y + column.height / 2 || y + across[1] <= place.y - column.height / 2
          assert.ok(isAside || column.places.every(isOff), `${width}: ${units}`)
        }
      }
      if (width === 900)
        assert.ok(
          biases.every(({ isCrowded }) => !isCrowded),
          `${units}`,
        )
    }
  }
})

test('adding a unit to a small network does not change its height', () => {
  const heights = [1, 2, 3, 5, 8].map((units) => place(2, [units, 1]).height)
  assert.equal(new Set(heights).size, 1)
})

test('there is one wire for every pair of neighbours and none twice', () => {
  const wires = wiresOf(place(3, [4, 2]))
  assert.equal(wires.length, 3 * 4 + 4 * 2)
  assert.equal(new Set(wires.map(({ layer, row, column }) => `${layer} ${row} ${column}`)).size, wires.length)
})

test('a wire begins at its source and ends at its target', () => {
  const line = { x0: 10, y0: 5, x1: 110, y1: 45 }
  assert.deepEqual(pointOn(line, 0), { x: 10, y: 5 })
  assert.deepEqual(pointOn(line, 1), { x: 110, y: 45 })
  assert.deepEqual(pointOn(line, 0.5), { x: 60, y: 25 })
})

test('the wire under any point of a wire is that wire', () => {
  const wires = wiresOf(place(2, [3, 1]))
  for (const wire of wires) {
    const { x, y } = pointOn(wire, 0.93)
    assert.equal(wireAt(wires, x, y, 2)?.layer, wire.layer)
    assert.equal(wireAt([wire], x, y, 0.01), wire)
  }
  assert.equal(wireAt(wires, 0, 0), null)
})

test('labels on wires do not cover each other', () => {
  const size = { width: 48, height: 20 }
  const labels = placeLabels(wiresOf(place(2, [4, 1])), size)
  assert.ok(labels.length >= 10)
  for (const a of labels) {
    for (const b of labels) {
      assert.ok(a === b || Math.abs(a.x - b.x) >= size.width || Math.abs(a.y - b.y) >= size.height)
    }
  }
})

test('arrow keys lead through the network and stop at its edges', () => {
  const layout = place(2, [3, 1])
  assert.deepEqual(neighbour(layout, { layer: 0, unit: 0 }, 'ArrowDown'), { layer: 0, unit: 1 })
  assert.deepEqual(neighbour(layout, { layer: 0, unit: 1 }, 'ArrowRight'), { layer: 1, unit: 0 })
  assert.deepEqual(neighbour(layout, { layer: 0, unit: 0 }, 'ArrowLeft'), { layer: -1, unit: 0 })
  assert.deepEqual(neighbour(layout, { layer: 0, unit: 0 }, 'End'), { layer: 0, unit: 2 })
  assert.equal(neighbour(layout, { layer: 0, unit: 0 }, 'ArrowUp'), null)
  assert.equal(neighbour(layout, { layer: 1, unit: 0 }, 'ArrowRight'), null)
})

test('keys that are not arrows lead nowhere', () => {
  const layout = place(2, [3, 1])
  for (const key of ['Enter', 'Tab', ' ', 'a']) assert.equal(neighbour(layout, { layer: 0, unit: 0 }, key), null)
})
