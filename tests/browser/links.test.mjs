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
  await first.run({ do: 'set', changes: { 'training.learningRate': 0.02 } })
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
  ]) {
    const playground = await site.open(query)
    await playground.notice().getByText('This link could not be used').waitFor()
    assert.doesNotMatch(await playground.notice().textContent(), /\bgot\b|training\.|network\./, query)
    await playground.press('One step')
    await playground.until('stepCount', (value) => value === 1)
    assert.deepEqual(playground.faults, [])
    await playground.close()
  }
})

test('the host’s own query and hash survive, and only our keys change', async () => {
  const playground = await site.open('?p=12&v=3&data=xor&ref=a%20b#section-3')
  const { page } = playground
  assert.equal(
    await playground
      .notice()
      .textContent()
      .then((text) => text.trim()),
    '',
  )
  await playground.run({ do: 'set', changes: { 'training.learningRate': 0.5 } })
  await page.waitForFunction(() => location.search.includes('rate=0.5'))
  const { search, hash } = new URL(page.url())
  assert.equal(hash, '#section-3')
  assert.match(search, /^\?p=12&v=3&ref=a%20b&data=xor&rate=0\.5/)
  await playground.close()
})

test('with a prefix the keys of the host are the host’s, whatever they are called', async () => {
  const playground = await site.open('?step=3')
  const { page } = playground
  await page.evaluate(() => {
    const prefixed = document.createElement('glassbox-playground')
    prefixed.setAttribute('linked', 'gb')
    history.replaceState(null, '', '?step=3&data=theirs&gb-data=xor&gb-noise=0.1#top')
    document.querySelector('glassbox-playground').replaceWith(prefixed)
    return prefixed.ready
  })
  const state = await playground.state()
  assert.deepEqual([state.data.name, state.data.noise], ['xor', 0.1])
  await playground.run({ do: 'set', changes: { 'training.learningRate': 0.5 } })
  await page.waitForFunction(() => location.search.includes('gb-rate=0.5'))
  assert.match(page.url(), /\?step=3&data=theirs&gb-data=xor&gb-noise=0\.1&gb-rate=0\.5[^#]*#top$/)
  await playground.close()
})

test('Share offers no link that does not travel, and says what is not in it', async () => {
  const small = await site.open('?data=xor')
  await small.steps(3)
  await small.press('Share')
  await small.page.getByRole('checkbox', { name: /weights/i }).check()
  await small.page.getByText(/what the optimizer remembers are not in the link/).waitFor()
  await small.close()
  const large = await site.open('?data=digits')
  await large.press('Share')
  await large.page.getByRole('checkbox', { name: /weights/i }).check()
  await large.page.getByText(/too many for a link/).waitFor()
  assert.ok((await large.page.locator('glassbox-playground .address').inputValue()).length < 8000)
  await large.close()
})
