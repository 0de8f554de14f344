import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openSession } from '../web/session-helper.mjs'
import { openSite } from './page.mjs'

const site = await openSite()
after(() => site.close())

/** The query that the share panel offers, and the fragment. */
async function sharedQuery(playground, { withWeights }) {
  await playground.press('Share')
  if (withWeights) await playground.page.getByRole('checkbox', { name: /weights/i }).check()
  const address = await playground.page.locator('glassbox-playground .address').inputValue()
  await playground.page.keyboard.press('Escape')
  const { search, hash } = new URL(address)
  return search + hash
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

test('a link that Node has made comes to the same digits in the browser, which makes the same link', async (t) => {
  for (const query of ['data=threeSpirals&optimizer=nesterov', 'data=sine&precision=float32&layers=8.gelu-1.linear']) {
    const session = await openSession(t, query)
    await session.run({ do: 'step', count: 150 })
    const playground = await site.open(`?${session.link()}`)
    await playground.until('stepCount', (step) => step === 150)
    const link = await playground.page.evaluate(() => document.querySelector('glassbox-playground').link())
    assert.equal(link, session.link())
    assert.equal(await playground.notice().textContent(), '')
    await playground.close()
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

test('Share says that the steps are taken again, and that what was changed on the way travels as weights', async () => {
  const playground = await site.open('?data=xor&layers=3.tanh-1.sigmoid')
  await playground.steps(12)
  await playground.press('Share')
  await playground.page.getByText(/and trains to step 12 again: every digit is the same/).waitFor()
  await playground.page.keyboard.press('Escape')
  await playground.run({ do: 'set', changes: { 'training.learningRate': 0.2 } })
  await playground.press('Share')
  await playground.page
    .getByText(/changed while it trained, or .* so the link carries its weights as they are now/)
    .waitFor()
  const address = await playground.page.locator('glassbox-playground .address').inputValue()
  assert.match(address, /\?data=xor&layers=3\.tanh-1\.sigmoid&rate=0\.2#weights=13\./)
  await playground.close()
})

test('weights after the # come and go with a link, without the page being loaded again', async () => {
  const playground = await site.open('?data=xor&layers=1.sigmoid')
  const { page } = playground
  await playground.run({ do: 'setParameter', parameter: { layer: 0, row: 0, column: 0 }, value: 0.25 })
  await page.waitForFunction(() => location.hash.startsWith('#weights=3.'))
  const first = page.url()
  await playground.run({ do: 'setParameter', parameter: { layer: 0, row: 0, column: 0 }, value: 0.75 })
  await page.waitForFunction((first) => location.href !== first, first)
  await page.evaluate((first) => {
    window.isSamePage = true
    location.href = first
  }, first)
  await page.waitForFunction(
    () => document.querySelector('glassbox-playground').getState().parameters[0].weights[0][0] === 0.25,
  )
  assert.equal(await page.evaluate(() => window.isSamePage), true)
  await playground.run({ do: 'randomize' })
  await page.waitForFunction(() => !location.href.includes('#'))
  await playground.close()
})

test('where the host has the fragment for itself, weights stand in the query', async () => {
  const playground = await site.open('?data=xor&layers=1.sigmoid#section-3')
  await playground.run({ do: 'setParameter', parameter: { layer: 0, row: 0, column: 0 }, value: 0.25 })
  await playground.page.waitForFunction(() => /&weights=3\..*#section-3$/.test(location.href))
  const again = await site.open(new URL(playground.page.url()).search)
  assert.equal((await again.state()).parameters[0].weights[0][0], 0.25)
  await again.close()
  await playground.close()
})

test('a cut block of weights is told as incomplete', async () => {
  const playground = await site.open('?data=xor&layers=1.sigmoid#weights=3.AAAAAAAA4D8AAAAA')
  await playground
    .notice()
    .getByText(/This link could not be used.* It is incomplete: its weights are cut off/)
    .waitFor()
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('a heavy link is asked about on the page; while it is computed the page answers, and it can be stopped', async () => {
  const playground = await site.open('?data=spiral&step=900000')
  const { page } = playground
  await playground
    .notice()
    .getByText(/shown at step 0: training it to step 900,000 may take about \d+ seconds/)
    .waitFor()
  assert.equal(await playground.number('stepCount'), 0)
  await page.getByRole('tab', { name: 'Cost', exact: true }).click()
  await page.waitForTimeout(1000) // so long that the address would have been written
  assert.match(page.url(), /step=900000$/, 'what is asked about is still in the address')
  await playground.press('Compute 900,000 steps')
  await playground.notice().getByRole('progressbar').waitFor()
  await playground.until('stepCount', (step) => step > 0)
  await playground.press('Stop')
  await playground.notice().getByRole('progressbar').waitFor({ state: 'detached' })
  const step = await page.evaluate(() => document.querySelector('glassbox-playground').frame().step)
  assert.ok(step < 900_000)
  await playground.until('stepCount', (now) => now === step)
  await playground.press('One step')
  await playground.until('stepCount', (now) => now === step + 1)
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('a frame reads weights after its #, whatever the host has added, and asks about what is heavy', async () => {
  const weights = 'weights=AAAAAAAA4D8AAAAAAADgPwAAAAAAAOA_' // three times 0.5, by hand
  const { page, faults, close } = await site.visit(`embed.html?data=xor&layers=1.sigmoid#${weights}#?secret=aBc123`)
  await page.waitForFunction(() => document.querySelector('glassbox-playground')?.isReady)
  const first = () =>
    page.evaluate(() => document.querySelector('glassbox-playground').getState().parameters?.[0].bias[0])
  assert.equal(await first(), 0.5)
  await page.goto(`${site.address}/embed.html?data=spiral&step=900000&parts=graph`)
  await page.waitForFunction(() => document.querySelector('glassbox-playground')?.isReady)
  await page.getByRole('button', { name: 'Compute 900,000 steps' }).waitFor()
  assert.deepEqual(faults, [])
  await close()
})
