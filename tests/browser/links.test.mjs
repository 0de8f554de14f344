import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openSite } from './page.mjs'

const site = await openSite()
after(() => site.close())

/** The query that the share panel offers. */
async function sharedQuery(playground, { withWeights }) {
  await playground.press('Share')
  if (withWeights) await playground.page.getByRole('checkbox', { name: /weights/i }).check()
  const address = await playground.page.locator('glassbox-playground .address').inputValue()
  await playground.page.keyboard.press('Escape')
  return new URL(address).search
}

test('a reload by link gives the same digits after the same steps', async () => {
  const first = await site.open('?data=circle&seed=7')
  await first.run({ do: 'set', path: 'training.learningRate', value: 0.02 })
  const query = await sharedQuery(first, { withWeights: false })
  await first.steps(200)
  const expected = await first.state()
  const cost = await first.reading('cost')
  await first.close()

  const second = await site.open(query)
  await second.run({ do: 'reset' })
  await second.steps(200)
  const actual = await second.state()
  assert.deepEqual(actual.parameters, expected.parameters)
  assert.equal(await second.reading('cost'), cost)
  await second.close()
})

test('a link made after 150 steps brings the same numbers back, by replay or as first weights that it carries', async () => {
  for (const withWeights of [false, true]) {
    const first = await site.open('?data=gauss')
    await first.steps(150)
    const expected = await first.state()
    const query = await sharedQuery(first, { withWeights })
    const cost = await first.reading('cost')
    await first.close()
    const second = await site.open(query)
    await second.until('stepCount', (value) => value === (withWeights ? 0 : 150))
    assert.deepEqual((await second.state()).parameters, expected.parameters)
    assert.equal(await second.reading('cost'), cost)
    await second.close()
  }
})

test('a damaged link is refused whole, with a sentence, and the page works on', async () => {
  for (const query of [
    '?data=xor&rate=-4',
    '?data=nonsense',
    '?layers=9999.tanh',
    '?data=xor&weights=%00%00',
    '?rate=1e999',
    '?__proto__=1',
  ]) {
    const playground = await site.open(query)
    assert.match((await playground.notice().textContent()).trim(), /This link could not be used.*: /, query)
    await playground.press('One step')
    await playground.until('stepCount', (value) => value === 1)
    assert.deepEqual(playground.faults, [])
    await playground.close()
  }
})
