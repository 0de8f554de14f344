import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { startNames } from '../../web/src/state/starts.ts'
import { openSite } from './page.mjs'
import { eventually, findings } from './reading.mjs'

const site = await openSite()
after(() => site.close())

const windows = [
  [1440, 789],
  [1366, 657],
  [768, 1024],
  [360, 740],
]

const drawer = ({ page }) => page.locator('#gallery-drawer')
const question = ({ page }) => page.locator('.gallery-question')
const focused = ({ page }) =>
  page.evaluate(() => document.querySelector('glassbox-playground').shadowRoot.activeElement?.textContent.trim())
const scrolled = ({ page }) =>
  page.evaluate(() => [scrollX, scrollY, document.documentElement.scrollWidth - innerWidth])

async function choose(playground, name) {
  await playground.press('Examples')
  await drawer(playground).getByRole('button', { name }).click()
  await eventually(async () => assert.equal(await question(playground).count(), 1))
}

for (const [width, height] of windows) {
  test(`at ${width} x ${height} an example is chosen by keyboard, its question stands in view and takes the focus`, async () => {
    const playground = await site.open('', { viewport: { width, height }, reducedMotion: 'reduce' })
    const { page } = playground
    await playground.button('Examples').press('Enter')
    const entries = drawer(playground).locator('.starts button')
    await eventually(async () => {
      assert.equal(await entries.count(), startNames.length)
      for (const svg of await entries.locator('svg').all()) assert.ok((await svg.locator('path').count()) > 0)
    })
    await entries.filter({ hasText: 'The tutorial’s network' }).press('Enter')
    await eventually(async () => assert.equal(await focused(playground), 'It rises'))
    assert.equal(await drawer(playground).isVisible(), false)
    const words = await question(playground).locator('#question').boundingBox()
    assert.ok(words.y >= 0 && words.y + words.height <= height && words.x + words.width <= width)
    assert.deepEqual(await scrolled(playground), [0, 0, 0])
    if (width >= 1120) {
      const inner = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)
      assert.equal(inner, 0, 'the page does not scroll')
    }
    assert.deepEqual(await findings(playground, ''), [])
    assert.deepEqual(playground.faults, [])
    await playground.close()
  })
}

test('a prediction is met by the numbers of the training, and undo takes the example back', async () => {
  const playground = await site.open('?data=moons', { reducedMotion: 'reduce' })
  const before = await playground.state()
  await choose(playground, /^Exclusive or/)
  const status = question(playground).getByRole('status')
  const answer = (name) => question(playground).getByRole('button', { name })
  assert.match(await status.textContent(), /Choose an answer/)
  await answer('About three quarters').click()
  await eventually(async () => assert.match(await status.textContent(), /after 500 steps/))
  assert.equal(await answer('About three quarters').getAttribute('aria-pressed'), 'true')
  await playground.steps(499)
  assert.match(await status.textContent(), /after 500 steps/, 'not yet')
  await playground.steps(1)
  const accuracy = await playground.reading('accuracy')
  await eventually(async () => {
    const said = await status.textContent()
    assert.ok(said.includes(`You predicted otherwise. After 500 steps, ${accuracy} of the points are right.`), said)
  })
  assert.match(await answer('More than nine in ten').textContent(), /✓.*what happened/)
  await answer('More than nine in ten').click({ force: true })
  assert.equal(await answer('More than nine in ten').getAttribute('aria-pressed'), 'false', 'it is too late to predict')
  assert.ok(!(await answer('About half').isVisible()), 'what nobody said and what has not come makes room')
  await playground.run({ do: 'reset' })
  await answer('More than nine in ten').click()
  await playground.steps(500)
  await eventually(async () => assert.match(await status.textContent(), /^As you predicted\./))
  for (let left = 2; left > 0; left--) await playground.run({ do: 'undo' })
  await eventually(async () => assert.equal(await question(playground).count(), 0))
  assert.deepEqual({ ...(await playground.state()), view: before.view }, before)
  await playground.close()
})

test('an answer that comes late says after how many steps its numbers are', async () => {
  const playground = await site.open('?start=tutorial', { reducedMotion: 'reduce' })
  const told = async (pattern) => {
    const status = question(playground).getByRole('status')
    await eventually(async () => assert.match(await status.textContent(), pattern))
    return pattern.exec(await status.textContent())
  }
  await playground.steps(20)
  // The worker, when it is slow, has looked at the cost on the way.
  const [, count, first, cost] = await told(/In (\d+) steps? the cost went from ([\d.]+) to ([\d.]+)\./)
  for (const [step, value] of [
    [Number(count), cost],
    [0, first],
  ]) {
    await playground.run({ do: 'goTo', step })
    await eventually(async () => assert.equal(await playground.reading('cost'), value))
  }
  await playground.run({ do: 'reset' })
  await playground.steps(1)
  await told(/In 1 step the cost went/)
  await choose(playground, /^Handwritten digits/)
  await playground.steps(100)
  const [, steps] = await told(/After (\d+) steps, .* Two passes are 80 steps of 32 images each/)
  assert.ok(steps >= 80 && steps <= 100, steps)
  await playground.close()
})

test('a question goes when it is put away or the settings change, and comes back with undo and with a link', async () => {
  const playground = await site.open('?start=diverges', { reducedMotion: 'reduce' })
  const has = (count) => eventually(async () => assert.equal(await question(playground).count(), count))
  await has(1)
  await eventually(async () => assert.equal((await playground.state()).start, 'diverges'))
  await playground.run({ do: 'set', changes: { 'training.learningRate': 0.1 } })
  await has(0)
  await playground.run({ do: 'undo' })
  await has(1)
  await question(playground).getByRole('button', { name: 'Put the question away' }).click()
  await has(0)
  await playground.steps(1)
  await has(0)
  await choose(playground, 'A network that diverges')
  const answer = question(playground).getByRole('button', { name: 'It swings to and fro' })
  await answer.click()
  await eventually(async () => assert.equal(await answer.getAttribute('aria-pressed'), 'true'))
  await choose(playground, 'A network that diverges')
  await eventually(async () => assert.equal(await answer.getAttribute('aria-pressed'), 'false'))
  await playground.page.getByRole('button', { name: /Choose other data/ }).click()
  await playground.page.locator('#data-drawer').getByRole('button', { name: 'Examples' }).click()
  await drawer(playground).getByRole('button', { name: 'A dead ReLU' }).click()
  await has(1)
  await playground.close()
})
