import assert from 'node:assert/strict'
import test from 'node:test'

test('where there are no elements, as in Node, importing the playground does nothing and throws nothing', async () => {
  assert.equal(typeof globalThis.HTMLElement, 'undefined')
  await import('../../web/src/element/glassbox.ts')
  assert.equal(typeof globalThis.customElements, 'undefined')
})
