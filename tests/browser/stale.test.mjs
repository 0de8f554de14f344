import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openSite } from './page.mjs'
import { eventually, near, numberIn } from './reading.mjs'

/** After an edit, no panel shows a number that is no longer true without marking it, and what it comes to is the truth. */

const site = await openSite()
after(() => site.close())

const set = (changes) => ({ do: 'set', changes })
const weight = { layer: 0, row: 0, column: 0 }

/** Each kind of edit: what makes numbers untrue. */
const edits = {
  'a weight by hand': { do: 'setParameter', parameter: weight, value: 1.25 },
  'another cost': set({ 'training.cost': 'mse' }),
  'another batch size': set({ 'training.batchSize': 7 }),
  'a penalty': set({ 'training.l2': 0.05 }),
  'another activation': set({ 'network.layers.0.activation': 'relu' }),
  'a muted neuron': { do: 'mute', layer: 0, unit: 0, isMuted: true },
  'data of the same length but other values': set({ 'data.seed': 5 }),
  'as many rows otherwise divided': set({ 'data.testShare': 0.35 }),
  'more rows': set({ 'data.samples': 90 }),
  undo: { do: 'undo' },
}

const tabs = 'step inputs neuron layer cost error blame shock slope confusion measures inside compare'.split(' ')

/** Opens a panel, and waits until it is fetched and drawn. */
async function openAt(link, tab) {
  const playground = await site.open(`${link}&tab=${tab}`, { reducedMotion: 'reduce' })
  const panel = playground.page.locator(`.pane glassbox-${tab}`)
  await eventually(async () => assert.match(await panel.innerText(), /\w+ \w+/))
  return playground
}

/**
 * What stands in the panel, its words and what its fields hold, and whether any of it is marked as of the past.
 * @param command that is done before: then it is read in the first frame that could be painted
 */
const shown = ({ page }, command = null) =>
  page.evaluate(async (command) => {
    const playground = document.querySelector('glassbox-playground')
    if (command) {
      const outcome = await playground.run(command)
      if (!outcome.ok) throw new Error(outcome.message)
    }
    for (let i = 0; i < 2; i++) await new Promise((resolve) => requestAnimationFrame(resolve))
    const pane = playground.shadowRoot.querySelector('.pane')
    // an announcement is of what was done, and what stands in the form of predictions is the reader's: see below
    for (const part of pane.querySelectorAll('.predict, :scope > .spoken')) part.style.display = 'none'
    const isRead = (field) => !field.closest('.predict')
    const fields = [...pane.querySelectorAll('input, select')]
      .filter(isRead)
      .map(({ value, checked }) => `${value}${checked ?? ''}`)
    const words = pane.innerText.split(/\n+/).map((line) => line.replace(/\s+/g, ' ').trim())
    const isMarked = pane.querySelector('[aria-busy="true"], .stale') || words.includes('Measuring the landscape…')
    return { isMarked: Boolean(isMarked), lines: [...words, ...fields] }
  }, command)

/** The panel as it is once nothing in it is marked. */
async function settled(playground) {
  let last = await shown(playground)
  await eventually(async () => {
    const before = last
    last = await shown(playground)
    assert.ok(!last.isMarked && before.lines.join() === last.lines.join(), 'the panel comes to rest')
  })
  return last.lines
}

/** Has the panel made anew. */
async function reopen(playground, tab) {
  await shown(playground, set({ 'view.tab': tab === 'neuron' ? 'error' : 'neuron' }))
  await shown(playground, set({ 'view.tab': tab }))
}

/** What it shows, and what it does not, that it shows once it is made anew; '' = nothing. */
async function differsAnew(playground, tab, lines) {
  await reopen(playground, tab)
  let words = ''
  await eventually(async () => {
    const fresh = await settled(playground)
    words = [without(lines, fresh), without(fresh, lines)].filter(Boolean).join(' / ')
    assert.equal(words, '')
  }, 3000).catch(() => {})
  return words
}

/** Those of one list of lines that another has not. */
const without = (lines, others) => lines.filter((line) => !others.includes(line)).join(' ¦ ')

const classes = '?data=moons&samples=80&noise=0.2&layers=3.tanh-1.sigmoid&batch=10'
const amounts = '?data=plane&samples=80&noise=0.2&layers=1.linear&batch=10&rate=0.01'
const editsOfOne = Object.entries(edits).filter(([, { changes, do: what }]) => {
  const paths = Object.keys(changes ?? {})
  return what !== 'mute' && !paths.some((path) => /cost|activation/.test(path))
})

for (const [tab, link, done] of [
  ...tabs.map((tab) => [tab, classes, Object.entries(edits)]),
  ...['regression', 'measures', 'confusion', 'cost'].map((tab) => [tab, amounts, editsOfOne]),
])
  test(`${tab} of ${link.slice(6, 11)}: after every kind of edit numbers are true, or marked until they are`, async () => {
    const playground = await openAt(link, tab)
    await playground.steps(40)
    await reopen(playground, tab)
    await settled(playground)
    const untrue = []
    for (const [name, command] of done) {
      const atOnce = await shown(playground, command)
      const lines = await settled(playground)
      const stays = await differsAnew(playground, tab, lines)
      const unmarked = atOnce.isMarked ? '' : without(atOnce.lines, lines)
      if (unmarked) untrue.push(`${name}, not marked: ${unmarked}`)
      if (stays) untrue.push(`${name}, stays: ${stays}`)
    }
    assert.deepEqual(untrue, [])
    assert.deepEqual(playground.faults, [])
    await playground.close()
  })

/** What the transport reads, and what the page's own API says, in the first frame after a command. */
const readings = ({ page }, command) =>
  page.evaluate(async (command) => {
    const playground = document.querySelector('glassbox-playground')
    const outcome = await playground.run(command)
    if (!outcome.ok) throw new Error(outcome.message)
    for (let i = 0; i < 2; i++) await new Promise((resolve) => requestAnimationFrame(resolve))
    const frame = playground.frame()
    const names = ['cost', 'testCost', 'accuracy', 'testAccuracy', 'r2', 'testR2']
    const there = names.filter((name) => playground.shadowRoot.querySelector(`[data-reading=${name}] dd`))
    const words = (name) => playground.shadowRoot.querySelector(`[data-reading=${name}] dd`).textContent.trim()
    return there.map((name) => ({ name, shown: words(name), value: frame[name] }))
  }, command)

for (const link of [classes, amounts])
  test(`the transport of ${link.slice(6, 11)} reads what the frame says right after every edit`, async () => {
    const playground = await site.open(link, { reducedMotion: 'reduce' })
    await playground.steps(40)
    for (const [name, command] of link === classes ? Object.entries(edits) : editsOfOne) {
      const all = await readings(playground, command)
      assert.ok(all.length >= 2, 'there are readings')
      for (const { name: what, shown: words, value } of all) {
        const share = words.endsWith('%') ? 100 : 1
        near(numberIn(words), value * share, share > 1 ? 0.06 : 3e-3 * Math.abs(value), `${name}: ${what}`)
      }
    }
    await playground.close()
  })

test('the prediction form answers for what stands in it as the page’s own predict() does, whatever is edited', async () => {
  const playground = await openAt(classes, 'inputs')
  await playground.page.locator('.prediction dd').first().waitFor()
  await playground.steps(40)
  for (const [name, command] of Object.entries(edits)) {
    await shown(playground, command)
    await settled(playground)
    const [share, expected] = await playground.page.evaluate(async () => {
      const playground = document.querySelector('glassbox-playground')
      const form = playground.shadowRoot.querySelector('.predict')
      const inputs = [...form.querySelectorAll('.predict-fields input')].map(({ value }) => Number(value))
      const [[output]] = await playground.predict([inputs])
      return [form.querySelector('.prediction dd').textContent, Math.max(output, 1 - output)]
    })
    near(numberIn(share), 100 * expected, 0.06, name)
  }
  await playground.close()
})

/**
 * Numbers of the panel by their selectors, and whether it is marked, frame by frame from the first after a command, until
 * so many different ones were there.
 */
const frames = ({ page }, command, selectors, count = 5) =>
  page.evaluate(
    async ([command, selectors, count]) => {
      const playground = document.querySelector('glassbox-playground')
      await playground.run(command)
      const pane = playground.shadowRoot.querySelector('.pane')
      const next = () => new Promise((resolve) => requestAnimationFrame(resolve))
      await next()
      const found = new Map()
      for (let i = 0; found.size < count && i < 1000; i++) {
        await next()
        const words = selectors.map((selector) => pane.querySelector(selector)?.textContent ?? '')
        const isMarked = pane.querySelector('[aria-busy="true"]') !== null
        found.set(JSON.stringify([isMarked, words]), { isMarked, words })
      }
      return [...found.values()]
    },
    [command, selectors, count],
  )

/** Of one picture of a panel, its words as numbers; null where they are marked or not there yet. */
const numbersOf = ({ isMarked, words }) => {
  const numbers = words.map((each) => numberIn(each.match(/[−-]?\d[\d.,]*(e[−-]?\d+)?/)?.[0] ?? 'none'))
  return isMarked || !numbers.every(Number.isFinite) ? null : numbers
}

const play = { do: 'play' }
const digits = set({ 'view.digits': 12 })

test('the cost panel adds up in every frame while it trains: rows, mean and penalty are of one moment each', async () => {
  const playground = await openAt(`${classes}&l2=0.01&rate=0.0001`, 'cost')
  await playground.run(digits)
  const of = (...names) => names.map((name) => `[data-value="${name}"]`)
  const selectors = [
    '.cost-mean span',
    '.cost-mean span:nth-child(2)',
    ...of('mean', 'share'),
    '.term[data-value="cost"]',
  ]
  const all = await frames(playground, play, [...selectors, 'dd[data-value="cost"]', ...of('penalty', 'total')])
  const known = all.map(numbersOf).filter(Boolean)
  assert.ok(known.length > 2, 'it trains')
  for (const [rows, sum, mean, share, cost, whole, penalty, total] of known) {
    near(sum / rows, mean, 1e-9, 'mean')
    near(-Math.log(share), cost, 1e-9, 'row')
    near(whole + penalty, total, 1e-9, 'total')
  }
  await playground.close()
})

test('a cost chosen while it trains is never beside costs of the one before that are not marked', async () => {
  const playground = await openAt(classes, 'cost')
  await playground.run(digits)
  await playground.run(play)
  for (const cost of ['mse', 'quadratic', 'mse', 'quadratic']) {
    const selectors = ['[data-value="difference"]', '.term[data-value="cost"]']
    const all = await frames(playground, set({ 'training.cost': cost }), selectors, 8)
    const known = all.map(numbersOf).filter(Boolean)
    assert.ok(known.length > 0)
    for (const [difference, found] of known) near(found, difference ** 2 / (cost === 'mse' ? 1 : 2), 1e-9, cost)
  }
  await playground.close()
})

test('the sum of a single neuron is that of the numbers beside it in every frame while it trains', async () => {
  const playground = await openAt('?data=study-hours&layers=1.sigmoid&rate=0.0001', 'regression')
  await playground.run(digits)
  const names = ['B0', 'B1', 'x', 'z'].map((name) => `.arithmetic [data-value="${name}"]`)
  const known = (await frames(playground, play, names)).map(numbersOf).filter(Boolean)
  assert.ok(known.length > 2, 'it trains')
  for (const [b0, b1, x, z] of known) near(b0 + b1 * x, z, 1e-9)
  await playground.close()
})
