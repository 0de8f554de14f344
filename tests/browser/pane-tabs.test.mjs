import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openSite } from './page.mjs'
import { eventually } from './reading.mjs'

/** The pane is filled without the reader's doing anything, and its tabs are led through by keys. */

const site = await openSite()
after(() => site.close())

const sizes = [
  [390, 844],
  [768, 1024],
  [1366, 657],
  [1440, 900],
]
const openAt = ([width, height], query) => site.open(query, { viewport: { width, height }, reducedMotion: 'reduce' })

const panelText = ({ page }) => page.locator('.tab-panel').textContent()
const openTab = ({ page }) => page.locator('[role=tab][aria-selected=true]').getAttribute('id')
const focused = ({ page }) =>
  page.evaluate(() => document.querySelector('glassbox-playground').shadowRoot.activeElement?.id)

test('the pane is filled by itself, also by a link to a tab, however far below the window it stands', async () => {
  for (const [link, tab] of [
    ['', 'tab-step'],
    ['?data=penguins&tab=confusion', 'tab-confusion'],
  ]) {
    const playground = await openAt([1366, 300], link)
    await eventually(async () => assert.ok((await panelText(playground)).trim().length > 100, link))
    assert.equal(await openTab(playground), tab)
    await playground.close()
  }
})

test('the strip of tabs shows the one that is open, however narrow it is', async () => {
  const playground = await openAt([390, 844], '?data=xor&tab=confusion')
  for (const [width, height] of sizes) {
    await playground.page.setViewportSize({ width, height })
    for (const tab of ['confusion', 'step', 'shock']) {
      await playground.run({ do: 'set', changes: { 'view.tab': tab } })
      await eventually(async () => {
        const [strip, button] = await Promise.all(
          ['.tabs', `#tab-${tab}`].map((name) => playground.page.locator(name).boundingBox()),
        )
        const isWithin = button.x >= strip.x - 1 && button.x + button.width <= strip.x + strip.width + 1
        assert.ok(isWithin, `${tab} at ${width}: ${JSON.stringify([strip, button])}`)
      })
    }
  }
  await playground.close()
})

test('thirteen tabs take two lines beside the network, where the window is low', async () => {
  for (const size of [
    [1280, 720],
    [1366, 657],
    [1440, 789],
  ])
    for (const query of ['?data=spiral', '?data=diabetes']) {
      const playground = await openAt(size, query)
      const tops = await playground.page
        .getByRole('tab')
        .evaluateAll((tabs) => tabs.map((tab) => tab.getBoundingClientRect().top))
      assert.equal(tops.length, 13)
      assert.equal(new Set(tops).size, 2, `${query} at ${size}: ${tops}`)
      await playground.close()
    }
})

test('choosing a tab draws nothing but the pane, and shows the tab as chosen before its panel is drawn', async () => {
  const playground = await openAt([1440, 900], '?data=xor&tab=inputs')
  const { page } = playground
  await page.locator('glassbox-inputs').waitFor()
  await page.waitForLoadState('networkidle') // what the panel fetches is there
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  await page.evaluate(() => {
    const root = document.querySelector('glassbox-playground').shadowRoot
    window.drawn = []
    for (const view of root.querySelectorAll('*'))
      if (view.performUpdate) {
        const old = view.performUpdate
        view.performUpdate = function () {
          const chosen = root.querySelector('[role=tab][aria-selected=true]').id
          window.drawn.push([view.localName, chosen, root.querySelector('.tab-panel').firstElementChild.localName])
          return old.call(this)
        }
      }
  })
  await page.locator('#tab-confusion').click()
  await page.locator('glassbox-confusion').waitFor()
  const [first, ...rest] = await page.evaluate(() => window.drawn)
  assert.deepEqual(first, ['glassbox-pane', 'tab-confusion', 'glassbox-inputs'])
  assert.deepEqual(
    rest.filter(([name]) => name !== 'glassbox-pane'),
    [],
  )
  await playground.close()
})

/** Presses a key on the tabs and looks where it leads: the focus and the open tab are one. */
async function pressed(playground, key, tab) {
  await playground.page.keyboard.press(key)
  await eventually(async () => assert.deepEqual([await focused(playground), await openTab(playground)], [tab, tab]))
}

test('arrow keys lead from the focused tab to its neighbours and round, Home and End to the ends', async () => {
  const playground = await openAt([390, 844], '?data=xor')
  await playground.page.locator('#tab-step').focus()
  for (const [key, tab] of [
    ['ArrowRight', 'tab-inputs'],
    ['ArrowRight', 'tab-neuron'],
    ['ArrowLeft', 'tab-inputs'],
    ['End', 'tab-compare'],
    ['ArrowRight', 'tab-step'],
    ['ArrowLeft', 'tab-compare'],
    ['Home', 'tab-step'],
  ])
    await pressed(playground, key, tab)
  await playground.close()
})

test('arrow keys lead on before the panels have been fetched', async () => {
  const playground = await site.open('?data=xor&tab=layer', { reducedMotion: 'reduce' }, (page) =>
    page.addInitScript(() => {
      window.requestIdleCallback = (then) => setTimeout(then, 3000)
    }),
  )
  await playground.page.locator('#tab-layer').focus()
  await pressed(playground, 'ArrowRight', 'tab-cost')
  await pressed(playground, 'ArrowLeft', 'tab-layer')
  await playground.close()
})

test('keys quickly one after the other are all followed', async () => {
  const playground = await openAt([1440, 900], '?data=xor')
  await playground.page.locator('#tab-step').focus()
  for (let i = 0; i < 3; i++) await playground.page.keyboard.press('ArrowRight')
  await pressed(playground, 'ArrowRight', 'tab-cost')
  await playground.close()
})

test('Tab leads to one tab, the open one, whichever way it was opened', async () => {
  const playground = await openAt([1440, 900], '?data=xor&tab=cost')
  const stops = () =>
    playground.page
      .locator('[role=tab]')
      .evaluateAll((tabs) => tabs.filter((tab) => tab.tabIndex === 0).map(({ id }) => id))
  for (const tab of ['cost', 'step', 'slope']) {
    await playground.run({ do: 'set', changes: { 'view.tab': tab } })
    await eventually(async () => assert.deepEqual(await stops(), [`tab-${tab}`]))
  }
  await playground.close()
})

test('keys of the browser with a modifier are left to it', async () => {
  const playground = await openAt([1440, 900], '?data=xor&tab=cost')
  await playground.page.locator('#tab-cost').focus()
  for (const key of ['Control+ArrowRight', 'Alt+End', 'Control+Home']) await playground.page.keyboard.press(key)
  assert.equal(await openTab(playground), 'tab-cost')
  await playground.close()
})

test('a tab that is gone with its network leaves the focus on the one that is open instead', async () => {
  const playground = await openAt([1440, 900], '?data=diabetes&layers=1.linear&tab=regression')
  await eventually(async () => assert.equal(await openTab(playground), 'tab-regression'))
  await playground.page.locator('#tab-regression').focus()
  await playground.run({ do: 'addLayer', at: 0 })
  await eventually(async () => assert.equal(await focused(playground), 'tab-step'))
  await playground.close()
})
