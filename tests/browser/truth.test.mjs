import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openSite } from './page.mjs'
import { eventually } from './reading.mjs'

/** What the page says is what is so. */

const site = await openSite()
after(() => site.close())

const calm = { reducedMotion: 'reduce' }
const story = ({ page }) => page.locator('glassbox-playground .story p').first()
const tells = (playground, pattern) =>
  eventually(async () => assert.match(await story(playground).textContent(), pattern))

/** What the menus of the sentence and of the network's columns show, beside what the state says. */
const menus = ({ page }) =>
  page.evaluate(() => {
    const element = document.querySelector('glassbox-playground')
    const { network, training } = element.getState()
    const shown = (select) => select?.selectedOptions[0]?.value
    const word = (name) => shown(element.shadowRoot.querySelector(`[data-word=${name}]`))
    const hidden = network.layers.slice(0, -1).map(({ activation }) => activation)
    return {
      shown: {
        layers: word('layers'),
        activation: word('activation'),
        optimizer: word('optimizer'),
        learningRate: word('learningRate'),
        batchSize: word('batchSize'),
        columns: [...element.shadowRoot.querySelectorAll('.column-activation')].map(shown),
      },
      state: {
        layers: String(hidden.length),
        activation: hidden.length ? (new Set(hidden).size > 1 ? '' : hidden[0]) : undefined,
        optimizer: training.optimizer,
        learningRate: String(training.learningRate),
        batchSize: String(training.batchSize),
        columns: network.layers.map(({ activation }) => activation),
      },
    }
  })

test('the sentence and the menus of the layers say what the state says, whatever is chosen after whatever', async () => {
  const playground = await site.open('', calm)
  const set = (path, value) => ({ do: 'set', changes: { [path]: value } })
  for (const command of [
    { do: 'chooseData', name: 'study-hours' },
    { do: 'chooseData', name: 'penguins' },
    { do: 'chooseData', name: 'plane' },
    { do: 'chooseData', name: 'diabetes' },
    { do: 'addLayer', at: 0 },
    set('network.layers.0.activation', 'gelu'),
    { do: 'removeLayer', at: 0 },
    { do: 'removeLayer', at: 0 },
    { do: 'addLayer', at: 0 },
    set('training.learningRate', 0.0123),
    set('training.batchSize', 7),
    set('training.optimizer', 'rmsprop'),
    { do: 'chooseData', name: 'hand' },
    { do: 'undo' },
    { do: 'undo' },
  ]) {
    assert.deepEqual(await playground.run(command), { ok: true, message: '' })
    await eventually(async () => {
      const { shown, state } = await menus(playground)
      assert.deepEqual(shown, state, JSON.stringify(command))
    })
  }
  await playground.close()
})

test('a state that is loaded with its weights is told as that, and undo tells where it leads back to', async () => {
  const playground = await site.open('?data=xor', calm)
  await playground.steps(120)
  const state = await playground.state()
  const other = { ...state, network: { ...state.network, layers: [{ units: 1, activation: 'sigmoid' }] } }
  await playground.run({ do: 'load', state: { ...other, parameters: [{ weights: [[1, 2]], bias: [0] }] } })
  await tells(playground, /with the weights that came with it/)
  await playground.run({ do: 'undo' })
  await tells(playground, /step 120/)
  await playground.close()
})

test('numbers to predict that happen to be 0 and 1 are measured as numbers', async () => {
  const playground = await site.open('?data=hand', calm)
  const table = {
    inputs: ['a'],
    outputs: ['b'],
    rows: [
      [1, 0],
      [2, 1],
      [3, 1],
      [4, 0],
    ],
  }
  await playground.run({ do: 'set', changes: { 'data.table': table } })
  await eventually(async () => assert.equal(await playground.page.locator('[data-reading=accuracy]').count(), 0))
  assert.match(await playground.reading('r2'), /\d/)
  await playground.run({ do: 'set', changes: { 'data.table': { ...table, rows: [[1, 0]] } } })
  await eventually(async () => assert.equal(await playground.reading('r2'), '–'))
  assert.match(await playground.page.locator('[data-reading=r2] .glossed').getAttribute('title'), /do not vary/)
  await playground.close()
})

test('an absurd learning rate is told as the cause, not noise and too many neurons', async () => {
  const playground = await site.open('?data=moons&layers=8.tanh-1.sigmoid&optimizer=sgd&cost=mse&rate=300', calm)
  await playground.steps(60)
  assert.doesNotMatch(await story(playground).textContent(), /noise|neurons/)
  await playground.close()
})

test('targets in the thousands that carry the numbers beyond all bounds are told as the cause', async () => {
  const playground = await site.open('?data=hand', calm)
  const rows = [
    [1, 16800],
    [2, 17000],
    [3, 17200],
  ]
  await playground.run({ do: 'set', changes: { 'data.table': { inputs: ['a'], outputs: ['b'], rows } } })
  await playground.run({ do: 'set', changes: { 'network.layers.1.activation': 'linear' } })
  await playground.run({ do: 'set', changes: { 'network.layers.0.activation': 'linear' } })
  await playground.steps(2000)
  await tells(playground, /targets reach 1\.720e|targets reach 17,?200/)
  await playground.close()
})

/** Every attribute in the playground whose value holds what is no number. */
const invalid = ({ page }) =>
  page.evaluate(() =>
    [...document.querySelector('glassbox-playground').shadowRoot.querySelectorAll('*')].flatMap((element) =>
      [...element.attributes]
        .filter(
          ({ name, value }) => /\bNaN\b|Infinity|undefined/.test(value) && !name.startsWith('aria') && name !== 'title',
        )
        .map(({ name, value }) => `<${element.localName} ${name}="${value.slice(0, 80)}">`),
    ),
  )

const tabs = [
  'step',
  'inputs',
  'neuron',
  'layer',
  'cost',
  'error',
  'blame',
  'shock',
  'slope',
  'confusion',
  'regression',
]

for (const [what, query] of [
  ['a number is predicted', '?data=plane&layers=4.linear-1.linear&optimizer=sgd&rate=40&batch=0'],
  ['in single precision', '?data=bumps&layers=6.relu-1.linear&optimizer=sgd&rate=1000&batch=1&precision=float32'],
  ['from one feature', '?data=sine&layers=3.relu-1.linear&optimizer=momentum&rate=1000&batch=0'],
  ['of a single neuron', '?data=plane&layers=1.linear&optimizer=sgd&rate=1000&batch=0'],
])
  test(`nothing invalid is drawn while the cost grows beyond all bounds and after, where ${what}`, async () => {
    const playground = await site.open(query, calm)
    for (const tab of tabs) {
      await playground.run({ do: 'reset' })
      await playground.run({ do: 'set', changes: { 'view.tab': tab } })
      for (const count of [6, 12, 12, 18, 60, 120]) {
        await playground.steps(count)
        assert.deepEqual(await invalid(playground), [], `${tab}, ${await playground.reading('stepCount')} steps`)
      }
    }
    assert.deepEqual(playground.faults, [])
    await playground.close()
  })

test('the sentence names the batches as they are: of so many rows, or one of all', async () => {
  const playground = await site.open('', calm)
  const reads = (pattern) =>
    eventually(async () => {
      const words = await playground.page.locator('.sentence p').evaluate((line) => {
        const chosen = (part) => part.selectedOptions?.[0].label ?? part.textContent
        return [...line.childNodes].map(chosen).join('')
      })
      assert.match(words.replaceAll(/\s+/g, ' '), pattern)
    })
  await reads(/ in batches of 20\.$/)
  await playground.run({ do: 'set', changes: { 'training.batchSize': 0 } })
  await reads(/ in one batch of all rows\.$/)
  await playground.close()
})

test('where training diverges undo is offered as a way back only where it brings back the same network', async () => {
  const playground = await site.open('?data=xor')
  await playground.press('Examples')
  await playground.page.getByRole('button', { name: /A network that diverges/ }).click()
  await playground.page.getByRole('button', { name: 'Undo: opening another network', exact: true }).waitFor()
  await playground.steps(600)
  await tells(playground, /the steps were too large\. Lower the learning rate from 2\.000\. Then go back to step 0\./)
  await playground.press('Back to step 0, same initial weights')
  await playground.steps(5)
  await playground.run({ do: 'set', changes: { 'training.learningRate': 3 } })
  await playground.steps(600)
  await tells(
    playground,
    /or undo Learning rate 2 → 3 \(and [\d,]+ steps since\), which brings back the earlier weights\./,
  )
  await playground.close()
})
