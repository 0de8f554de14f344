import assert from 'node:assert/strict'
import { test } from 'node:test'
import { downhillFrom, timesLonger } from './arrows.ts'
import { contoursOf, exactWords, heightsOf, levelsOf, traceRings } from './contours.ts'
import { costAt } from './cursor.ts'
import { labelsOf } from './level-labels.ts'
import { habitsOf } from './notes.ts'
import { canDraw, canZoom, farthest, holds, intervals, isOn, rangeAround, rangeOf, zoomed } from './range.ts'
import { cellsOf, heightAt, isHidden, seenFrom } from './relief.ts'
import { blocksOf, nodesOf } from './surface.ts'

/** A bowl with its lowest place in the middle. */
const bowl = (resolution) => {
  const values = Float64Array.from({ length: resolution ** 2 }, (_, k) => {
    const [i, j] = [k % resolution, Math.floor(k / resolution)].map((n) => (2 * n) / (resolution - 1) - 1)
    return 0.4 + i * i + 3 * j * j
  })
  return { resolution, values }
}

test('levels rise, lie between the lowest and the highest cost, and are round', () => {
  const levels = levelsOf(heightsOf(bowl(41).values))
  assert.ok(levels.length >= 8)
  assert.ok(levels.every((level, i) => level > 0.4 && level < 4.4 && (i === 0 || level > levels[i - 1])))
  assert.ok(
    levels.every((level) => String(level).length <= 5),
    levels.join(),
  )
})

test('heights run from 0 to 1, rise with the cost, and go back; what is no number is highest', () => {
  const heights = heightsOf([...bowl(11).values, Infinity])
  assert.equal(heights.share(0.4), 0)
  assert.equal(heights.share(4.4), 1)
  assert.equal(heights.share(Infinity), 1)
  assert.ok(Math.abs(heights.cost(heights.share(1.7)) - 1.7) < 1e-12)
})

test('a flat surface has no lines and no height', () => {
  const heights = heightsOf(new Float64Array(9).fill(2))
  assert.deepEqual(levelsOf(heights), [])
  assert.equal(heights.share(2), 0)
})

test('a contour of a bowl runs where the cost is its level', () => {
  const grid = bowl(41)
  for (const { level, rings } of contoursOf(grid, [0.6, 1, 2], ([x, y]) => ({ x, y }))) {
    const inner = rings.flat().filter(({ x: i, y: j }) => i > 0 && i < 40 && j > 0 && j < 40)
    assert.ok(inner.length > 20)
    for (const { x: i, y: j } of inner) {
      const [x, y] = [i / 20 - 1, j / 20 - 1]
      assert.ok(Math.abs(0.4 + x * x + 3 * y * y - level) < 0.01, `${level} at ${x}, ${y}`)
    }
  }
})

test('every node of a surface lies on its piece, the last one at the very end', () => {
  for (let k = -300; k <= 300; k++) {
    for (const step of [0.05, 0.1, 0.2, 0.5]) {
      const range = rangeAround({ a: k * 0.037, b: k * -0.0171 }, step)
      for (const resolution of [11, 21, intervals + 1]) {
        const [a, b] = [nodesOf(range.a, resolution), nodesOf(range.b, resolution)]
        assert.ok(a.every((value, i) => isOn(range, { a: value, b: b[i] })))
        assert.deepEqual([a.at(-1), b.at(-1)], [range.a[1], range.b[1]])
      }
    }
  }
})

test('a range holds all places, is square, and has its nodes at round numbers', () => {
  for (const places of [
    [{ a: 0.3, b: -7 }],
    [
      { a: 0, b: 0 },
      { a: 31, b: 2 },
    ],
    [
      { a: -1e-3, b: 5.5 },
      { a: 2, b: 4 },
    ],
  ]) {
    const { a, b, step } = rangeOf(places, 0.5)
    assert.ok(places.every((place) => holds({ a, b, step }, place)))
    assert.ok(Math.abs(a[1] - a[0] - (b[1] - b[0])) < 1e-9)
    assert.ok(Math.abs((a[1] - a[0]) / step - intervals) < 1e-9)
    assert.match(String(step), /^(0\.0*)?[125]0*$/)
    assert.ok(Math.abs(a[0] / step - Math.round(a[0] / step)) < 1e-9)
  }
})

test('closer and wider lead back, about the same place', () => {
  const centre = { a: 1.3, b: -0.2 }
  const range = rangeAround(centre, 0.1)
  assert.deepEqual(zoomed(zoomed(range, 1, centre), -1, centre), range)
  assert.equal(zoomed(range, 1, centre).step, 0.05)
  assert.equal(zoomed(range, -1, centre).step, 0.2)
  assert.ok(!holds(range, { a: 1.3 + 21 * 0.1, b: 0 }))
})

test('numbers that diverged leave the range as it is without them', () => {
  assert.deepEqual(rangeOf([{ a: NaN, b: 0 }], 2).a, [-2, 2])
  assert.deepEqual(
    rangeOf(
      [
        { a: Infinity, b: 0 },
        { a: 0, b: 0 },
      ],
      2,
    ).a,
    [-2, 2],
  )
})

test('blocks cover a grid, each within it', () => {
  for (const [resolution, most] of [
    [41, 7],
    [41, 100],
    [11, 2],
    [21, 0],
    [11, NaN],
  ]) {
    const seen = new Set()
    for (const [i, j, size] of blocksOf(resolution, most)) {
      assert.ok(size >= 2 && i + size <= resolution && j + size <= resolution)
      for (let x = i; x < i + size; x++) for (let y = j; y < j + size; y++) seen.add(x + y * resolution)
    }
    assert.equal(seen.size, resolution ** 2)
  }
})

test('a relief paints far cells before near ones, and height lifts a place', () => {
  const eye = { azimuth: 0.7, elevation: 0.5 }
  const cells = cellsOf(new Float64Array(25), 5, eye)
  assert.equal(cells.length, 16)
  const depths = cells.map(({ corners }) => corners[0].depth + corners[2].depth)
  assert.deepEqual(
    depths,
    [...depths].sort((one, other) => other - one),
  )
  assert.ok(seenFrom(eye, 0, 0, 1).y < seenFrom(eye, 0, 0, 0).y)
  assert.ok(seenFrom(eye, 0, -1, 0).depth < seenFrom(eye, 0, 1, 0).depth)
})

test('numbers beside the axes stay short, however far out and however close', () => {
  for (const value of [0, 1.2345, -97.3, 12345, farthest]) {
    let range = rangeOf([{ a: value, b: -value }], 0.5)
    for (let k = 0; k < 40 && canZoom(range, 1, { a: value, b: -value }); k++)
      range = zoomed(range, 1, { a: value, b: -value })
    assert.ok(range.a[0] < range.a[1] && holds(range, { a: value, b: -value }))
    assert.ok(String(Number(range.a[0].toPrecision(8))).replace('.', '').length <= 6, `${range.a[0]}`)
    assert.equal(canZoom(range, 1, { a: value, b: -value }), false)
  }
  assert.ok(!canDraw({ a: 0, b: NaN }) && !canDraw({ a: Infinity, b: 0 }) && canDraw({ a: -farthest, b: farthest }))
  const far = rangeOf(
    [
      { a: -farthest, b: 0 },
      { a: farthest, b: 1e200 },
      { a: farthest, b: 0 },
    ],
    0.5,
  )
  assert.ok(holds(far, { a: farthest, b: 0 }) && !canZoom(far, -1, { a: 0, b: 0 }))
})

test('the arrow downhill goes against the slope, as long whatever its size; a short step is drawn longer', () => {
  const range = rangeAround({ a: 0, b: 0 }, 0.1)
  for (const size of [1e-9, 1, 1e9]) {
    const { a, b } = downhillFrom({ a: 0.5, b: 0 }, { a: 3 * size, b: -4 * size }, range)
    assert.ok(Math.abs(a - (0.5 - 0.864)) < 1e-12 && Math.abs(b - 1.152) < 1e-12)
  }
  assert.equal(downhillFrom({ a: 0, b: 0 }, { a: 0, b: 0 }, range), null)
  assert.equal(timesLonger({ a: 3, b: 0 }, range), 1)
  assert.equal(timesLonger({ a: 0, b: 0.01 }, range), 50)
  assert.equal(timesLonger({ a: NaN, b: 0 }, range), 1)
  assert.equal(timesLonger({ a: 0, b: 0 }, range), 1)
})

test('a cost is read where it was measured only', () => {
  const nodes = Float64Array.from([-1, 0, 1])
  const surface = { resolution: 3, a: nodes, b: nodes, values: Float64Array.from({ length: 9 }, (_, k) => k) }
  assert.equal(costAt(surface, { a: 1, b: 0 }), 5)
  assert.equal(costAt(surface, { a: 1, b: 1e-12 }), 5)
  assert.ok(Number.isNaN(costAt(surface, { a: 0.5, b: 0 })))
})

test('a round number is written with all its digits', () => {
  assert.deepEqual([0.25, 0.40125, 1500, -2.5, 0, 2e-7].map(exactWords), [
    '0.25',
    '0.40125',
    '1500',
    '−2.5',
    '0',
    '2e-7'.replace('-', '−'),
  ])
})

test('behind a ridge a place is hidden, before it and on it it is not', () => {
  const resolution = 21
  // a ridge along v = 0, seen from the side of small v
  const heights = Float64Array.from({ length: resolution ** 2 }, (_, k) =>
    Math.max(0, 1 - 5 * Math.abs(Math.floor(k / resolution) / 10 - 1)),
  )
  const eye = { azimuth: 0, elevation: 0.3 }
  assert.ok(Math.abs(heightAt(heights, resolution, 0.3, 0.05) - 0.75) < 1e-9)
  assert.equal(isHidden(heights, resolution, eye, 0, 0.3), true)
  assert.equal(isHidden(heights, resolution, eye, 0, -0.3), false)
  assert.equal(isHidden(heights, resolution, eye, 0, 0), false)
  assert.equal(isHidden(heights, resolution, { ...eye, elevation: 1.45 }, 0, 0.3), false)
  assert.equal(isHidden(heights, resolution, { ...eye, azimuth: Math.PI }, 0, 0.3), false)
})

test('what an optimizer does beyond −learning rate × g is read off its memory and settings', () => {
  const training = { momentum: 0.9, beta1: 0.9 }
  const [one, two] = [[{}], [{}, {}]]
  const habits = (memory, uses, settings = training) => Object.values(habitsOf({ memory, uses }, settings))
  assert.deepEqual(habits([], ['weightDecay']), [false, false])
  assert.deepEqual(habits(one, ['momentum']), [false, true])
  assert.deepEqual(habits(one, ['momentum'], { momentum: 0 }), [false, false])
  assert.deepEqual(habits(one, ['rho', 'epsilon']), [true, false])
  assert.deepEqual(habits(two, ['beta1', 'beta2', 'epsilon']), [true, true])
})

test('no line leads from one ring of a level to the next', () => {
  const path = Object.assign([], {
    moveTo: (x, y) => path.push(`M${x},${y}`),
    lineTo: (x, y) => path.push(`L${x},${y}`),
    closePath: () => path.push('Z'),
  })
  const ring = (from) => [0, 1, 2].map((i) => ({ x: from + i, y: from }))
  traceRings(path, [ring(0), ring(10)])
  assert.equal(path.join(' '), 'M0,0 L1,0 L2,0 Z M10,10 L11,10 L12,10 Z')
})

test('the numbers of the landscape keep off the point, the arrows’ words, the edge and one another', () => {
  const ring = (level, r) => ({
    level,
    rings: [
      Array.from({ length: 200 }, (_, i) => ({ x: 100 + r * Math.cos(i / 31.8), y: 100 + r * Math.sin(i / 31.8) })),
    ],
  })
  const room = { width: 200, height: 200 }
  const contours = [ring(0.1, 20), ring(0.2, 50), ring(0.3, 90), ring(0.4, 150)]
  const place = (taken) => labelsOf(contours, room, (words) => 6 * words.length, taken)
  const isApart = (one, other) => Math.abs(one.x - other.x) > 30 || Math.abs(one.y - other.y) > 22
  const free = place([])
  assert.deepEqual(
    free.map(({ words }) => words),
    ['0.1', '0.2', '0.3'],
    'the largest lies outside',
  )
  for (const taken of [
    free.map(({ at }) => at),
    [{ x: 135, y: 135 }],
    [
      { x: 60, y: 60 },
      { x: 40, y: 40 },
    ],
  ]) {
    const placed = place(taken).map(({ at }) => at)
    assert.ok(placed.length > 0)
    placed.forEach((at, i) => {
      assert.ok(at.x > 12 && at.x < 188 && at.y > 12 && at.y < 188)
      for (const other of [...taken, ...placed.slice(i + 1)]) assert.ok(isApart(at, other), JSON.stringify([at, other]))
    })
  }
})
