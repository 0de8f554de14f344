import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  endsOf,
  filmOf,
  momentAt,
  nextOf,
  placeAt,
  positionOf,
  positionOn,
  previousOf,
  readPlace,
  restsOf,
  shareOn,
  spansOf,
  writePlace,
} from './film.ts'
import { isKnown } from './known.ts'

const networks = fc.array(fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 10, max: 500 })), {
  minLength: 1,
  maxLength: 12,
})
const films = networks.map(filmOf)
const inFilm = films.chain((film) =>
  fc.tuple(
    fc.constant(film),
    fc.integer({ min: 0, max: 8 * film.length }).map((eighth) => eighth / 8),
  ),
)
const beatsOf = (units) => filmOf(units).beats.map(({ kind, unit }) => (unit < 0 ? kind : `${kind} ${unit}`))

test('few neurons are told one by one, more of them all at once', () => {
  assert.deepEqual(beatsOf([2, 7]).slice(0, 8), [
    'enter',
    'sum 0',
    'activation 0',
    'sum 1',
    'activation 1',
    'activation',
    'sum',
    'activation',
  ])
  assert.deepEqual(beatsOf([2, 7]).slice(8), [
    'compare',
    'mean',
    'delta',
    'gradient',
    'arriving 0',
    'delta 0',
    'arriving 1',
    'delta 1',
    'delta',
    'gradient',
    'wish',
    'change',
    'outcome',
  ])
})

test('beats follow one another without a gap, each of 0.3 to 1 s, and a layer is told in at most 8 s', () => {
  fc.assert(
    fc.property(films, ({ stops, beats, length }) => {
      assert.equal(beats[0].start, 0)
      assert.equal(beats.at(-1).end, length)
      beats.slice(1).forEach(({ start }, i) => assert.equal(start, beats[i].end))
      for (const { start, end } of beats) assert.ok(end - start >= 300 && end - start <= 1000, String(end - start))
      stops.forEach((_, stop) => {
        const own = beats.filter((beat) => beat.stop === stop)
        assert.ok(own.at(-1).end - own[0].start <= 8000)
      })
    }),
  )
})

test('a step of a small network lasts 15 to 25 s, that of any at most 40 s', () => {
  for (const units of [
    [3, 2, 1],
    [2, 3, 5],
    [8, 8, 1],
    [4, 1],
    [8, 3],
  ]) {
    const { length } = filmOf(units)
    assert.ok(length >= 15_000 && length <= 25_000, `${units}: ${length}`)
  }
  fc.assert(fc.property(films, ({ length }) => length <= 40_000))
})

test('the moment at a position is the beat that holds it; the end of a beat belongs to it', () => {
  fc.assert(
    fc.property(inFilm, ([film, position]) => {
      const { stop, beat, share } = momentAt(film, position)
      assert.equal(stop, film.stops[beat.stop])
      assert.ok(position === 0 ? share === 0 : share > 0 && share <= 1)
      assert.ok(Math.abs(beat.start + share * (beat.end - beat.start) - position) < 1e-6)
    }),
  )
})

test('keys lead from beat to beat and from stop to stop, there and back, and stay at both ends', () => {
  const film = filmOf([3, 1])
  for (const places of [endsOf(film), restsOf(film)]) {
    let position = 0
    for (const place of places) assert.equal((position = place === 0 ? 0 : nextOf(places, position)), place)
    assert.equal(nextOf(places, position), position)
    for (const place of places.toReversed().slice(1)) assert.equal((position = previousOf(places, position)), place)
    assert.equal(previousOf(places, 0), 0)
  }
})

test('the track holds every position at one place, and each stop has room for its name', () => {
  fc.assert(
    fc.property(inFilm, ([film, position]) => {
      const share = shareOn(film, position)
      assert.ok(share >= 0 && share <= 1)
      assert.ok(Math.abs(positionOn(film, share) - position) < 1e-6)
      const spans = spansOf(film)
      assert.ok(Math.abs(spans.reduce((sum, { width }) => sum + width, 0) - 1) < 1e-9)
      for (const { width } of spans) assert.ok(width > 0.02)
    }),
  )
  assert.equal(positionOn(filmOf([3, 1]), -1), 0)
  assert.equal(positionOn(filmOf([3, 1]), 2), filmOf([3, 1]).length)
})

test('a place is written and read as it is: a link to it opens there', () => {
  const film = filmOf([3, 1])
  assert.deepEqual(
    restsOf(film).map((position) => writePlace(placeAt(film, position))),
    [null, 'forward.1', 'forward.2', 'cost', 'backward.2', 'backward.1', 'update'],
  )
  assert.equal(writePlace(placeAt(film, film.beats[1].end)), 'forward.1~1')
  fc.assert(
    fc.property(inFilm, ([film, position]) => {
      const written = writePlace(placeAt(film, position))
      if (position > 0) assert.match(written, /^(start|cost|update|(for|back)ward\.\d+)(~[\d.]+)?$/)
      const again = positionOf(film, readPlace(written))
      assert.equal(momentAt(film, again).beat, momentAt(film, position).beat)
      assert.ok(Math.abs(again - position) <= 20)
      assert.equal(positionOf(film, readPlace(writePlace(placeAt(film, again)))), again)
    }),
  )
  assert.equal(positionOf(film, readPlace(null)), 0)
})

test('a place of another network is the same stop, or the first of its phase', () => {
  const film = filmOf([1])
  assert.equal(positionOf(film, readPlace('backward.7~2.5')), positionOf(film, readPlace('backward.1')))
  assert.equal(positionOf(film, readPlace('cost~99')), restsOf(film)[2])
})

test('neuron by neuron more is known, and nothing is forgotten', () => {
  const film = filmOf([3, 1])
  for (const [stop, names] of [
    [1, ['sum', 'activation']],
    [5, ['delta']],
  ]) {
    const own = film.beats.filter((beat) => beat.stop === stop)
    const known = own.map((beat) => names.flatMap((name) => [0, 1, 2].filter((of) => isKnown(beat, name, of)).length))
    known.slice(1).forEach((counts, i) => counts.forEach((count, k) => assert.ok(count >= known[i][k])))
    assert.deepEqual(
      known.at(-1),
      names.map(() => 3),
    )
  }
})
