import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownEm } from '../../web/own-em.mjs'

test('a length in rem becomes one of the element itself, wherever it stands', () => {
  assert.equal(
    ownEm('a { gap: 0.5rem -1.25rem }'),
    'a { gap: calc(0.5 * var(--glassbox-em)) calc(-1.25 * var(--glassbox-em)) }',
  )
  assert.equal(ownEm('a { width: calc(100vw - 2rem) }'), 'a { width: calc(100vw - calc(2 * var(--glassbox-em))) }')
  assert.equal(ownEm('a { width: 3em; order: 2; --remote: 1 }'), 'a { width: 3em; order: 2; --remote: 1 }')
})

test('a condition on a container goes by the text of the container, one on the window by the reader’s', () => {
  assert.equal(
    ownEm('@container a (40rem <= width < 56rem) { b { gap: 1rem } }'),
    '@container a (40em <= width < 56em) { b { gap: calc(1 * var(--glassbox-em)) } }',
  )
  assert.equal(
    ownEm('@media (height >= 38rem) { b { gap: 1rem } }'),
    '@media (height >= 38rem) { b { gap: calc(1 * var(--glassbox-em)) } }',
  )
})
