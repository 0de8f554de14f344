import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { countWhatLives } from './alive.mjs'
import { openHost } from './host.mjs'
import { openSite } from './page.mjs'
import { eventually } from './reading.mjs'

/** What an element has begun ends with it: nothing on the page listens, watches or waits any more. */

const site = await openSite()
after(() => site.close())

const panels = ['step', 'inputs', 'neuron', 'layer', 'cost', 'error', 'blame', 'shock', 'slope', 'confusion']
const others = ['graph', 'picture', 'transport', 'chart', 'story', 'sentence', 'undo', 'notice', 'pane']
const late = ['data', 'settings', 'share']

/** What is done in a view beyond what is done in each: it is pressed in turn. */
const pressed = {
  graph: '.weight',
  step: '.stop:last-child, .play-film',
  cost: '.pane-tools button',
  blame: 'button',
  slope: 'button',
  shock: 'button',
  neuron: '.lock',
  chart: 'button',
}

const alive = (page) => page.evaluate(() => window.alive())

/** How much lives on the page when it has come to rest: the same twice, a while apart. */
const atRest = (page) =>
  eventually(async () => {
    const counts = await alive(page)
    await page.waitForTimeout(150)
    assert.deepEqual(await alive(page), counts)
    return counts
  })

const isAsBefore = (page, before, what) => eventually(async () => assert.deepEqual(await alive(page), before, what))

const openCounted = (body = '<glassbox-playground></glassbox-playground>') =>
  openHost(site, body, { prepare: (page) => page.addInitScript(countWhatLives) })

/** Everything that is fetched late is there, so that nothing of it is made meanwhile. */
async function fetchAll({ page }) {
  await page.evaluate(async () => {
    const net = document.querySelector('glassbox-playground')
    net.shadowRoot.querySelector('[popovertarget=settings-drawer]').click()
    await customElements.whenDefined('glassbox-settings')
    net.shadowRoot.querySelector('#settings-drawer .close').click()
    await customElements.whenDefined('glassbox-slope')
  })
}

/** With its first step a picture gets what answers to the pointer: that of the page has it before anything is counted. */
const settle = async (page) => {
  await page.evaluate(() => document.querySelector('glassbox-playground').step(1))
  const picture = page.locator('glassbox-playground glassbox-picture')
  if (await picture.locator('glassbox-plane, glassbox-curve').count())
    await picture.locator('.fed-mark').waitFor({ state: 'attached' })
}

/** Puts a view at the end of the page, and uses it: it is pointed at, focused, pressed, while steps are taken. */
const use = (page, name, presses) =>
  page.evaluate(
    async ([name, presses]) => {
      const net = document.querySelector('glassbox-playground')
      const picture = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
      const view = Object.assign(document.createElement(name), { session: net.session })
      if (name === 'glassbox-dial') view.parameter = { layer: 0, row: 0, column: 0 }
      window.view = view
      document.body.append(view)
      for (let i = 0; i < 3; i++) await picture()
      for (const type of ['pointerenter', 'pointerover', 'pointermove'])
        for (const part of [...view.querySelectorAll('svg, canvas, tr, .neuron, .plot')].slice(0, 8))
          part.dispatchEvent(new PointerEvent(type, { bubbles: type !== 'pointerenter', clientX: 5, clientY: 5 }))
      await net.step(1)
      await picture()
      if (presses)
        for (const part of [...view.querySelectorAll(presses)].slice(0, 4))
          part.dispatchEvent(new MouseEvent('click', { bubbles: true }))
      for (let i = 0; i < 3; i++) await picture()
      view.querySelector('input, select, button, [tabindex="0"]')?.focus()
      await net.step(1)
      await picture()
    },
    [name, presses],
  )

for (const [what, state, names] of [
  ['each panel', { data: { name: 'spiral' } }, panels],
  [
    'the panel of one neuron',
    { data: { name: 'sine' }, network: { layers: [{ units: 1, activation: 'linear' }] } },
    ['regression'],
  ],
  ['the comparison and the picture of a regression', { data: { name: 'sine' } }, ['confusion', 'picture']],
  ['the painter of images', { data: { name: 'digits' } }, ['inputs', 'picture', 'layer']],
  ['each view of the page, a dial too', { data: { name: 'spiral' } }, [...others, ...late, 'dial']],
])
  test(`${what} leaves nothing behind when it is removed, alone`, async () => {
    const { page, faults, ...playground } = await openCounted()
    await fetchAll({ page })
    const { ok, message } = await page.evaluate(
      (state) => document.querySelector('glassbox-playground').setState(state),
      state,
    )
    assert.ok(ok, message)
    await settle(page)
    const faulty = []
    for (const name of names) {
      const before = await atRest(page)
      await use(page, `glassbox-${name}`, pressed[name])
      assert.notDeepEqual(await alive(page), before, name)
      await page.evaluate(() => window.view.remove())
      await isAsBefore(page, before, name).catch(({ message }) => faulty.push(message))
    }
    assert.deepEqual(faulty, [])
    assert.deepEqual(faults, [])
    await playground.close()
  })

/** Once a playground is ready, what else a page may have is looked for from then on: no element's doing. */
async function untilAllIsDefined(page) {
  await page.evaluate(() => dispatchEvent(new Event('glassbox-ready')))
  await eventually(async () =>
    assert.equal((await page.evaluate(() => window.alive(true)))['observed HTMLDocument'], 1),
  )
}

/** By this a playground answers views that ask for its session, as long as it is there. */
const itself = { 'context-provider on glassbox-playground': 1, 'context-request on glassbox-playground': 1 }

for (const [way, rest] of [
  ['remove', {}],
  ['dispose', itself],
])
  test(`a playground in which all was opened leaves nothing behind after ${way}()`, async () => {
    const { page, faults, ...playground } = await openCounted('<p>An article.</p>')
    await page.evaluate(() => customElements.whenDefined('glassbox-playground'))
    await untilAllIsDefined(page)
    const before = await atRest(page)
    await page.evaluate(async () => {
      window.net = Object.assign(document.createElement('glassbox-playground'), { introduction: true, linked: true })
      document.body.append(window.net)
      await window.net.ready
    })
    for (const tab of panels)
      await page.evaluate(async (tab) => {
        await window.net.run({ do: 'set', changes: { 'view.tab': tab } })
        await window.net.step(1)
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
      }, tab)
    for (const id of ['settings-drawer', 'data-drawer', 'share-panel']) {
      await page.evaluate((id) => window.net.shadowRoot.getElementById(id).showPopover(), id)
      await page.locator(`#${id} .session-element`).first().waitFor()
    }
    await page.evaluate(() => window.net.play())
    const step = () => page.evaluate(() => window.net.session.frame.step)
    await eventually(async () => assert.ok((await step()) > panels.length + 1))
    await page.evaluate((way) => window.net[way](), way)
    await eventually(async () =>
      assert.deepEqual(await page.evaluate(() => window.alive(true)), { ...before, ...rest }),
    )
    assert.deepEqual(faults, [])
    await playground.close()
  })
