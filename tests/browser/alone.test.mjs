import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openHost } from './host.mjs'
import { openSite } from './page.mjs'
import { eventually } from './reading.mjs'

/** Every view stands anywhere in a document: it needs a session, and no playground round it. */

const site = await openSite()
after(() => site.close())

const panels = [
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
const others = ['graph', 'picture', 'transport', 'chart', 'story', 'sentence', 'undo']

const state = (name, layers) => ({
  data: { name, samples: 60 },
  network: { layers: layers.map((units) => ({ units, activation: 'sigmoid' })) },
  training: { cost: 'mse', learningRate: 0.5, batchSize: 10 },
})

/** Two playgrounds, each in a state of its own. */
const setStates = (page, states) =>
  page.evaluate(async (states) => {
    for (const [i, net] of [window.a, window.b].entries()) {
      const { ok, message } = await net.setState(states[i])
      if (!ok) throw new Error(message)
    }
  }, states)

const setTabs = (page, tab) =>
  page.evaluate(
    (tab) => Promise.all([window.a, window.b].map((net) => net.run({ do: 'set', changes: { 'view.tab': tab } }))),
    tab,
  )

/** Two playgrounds that have learnt different data for a few steps. */
async function openTwo() {
  const nets = ['a', 'b'].map((id) => `<glassbox-playground id="${id}"></glassbox-playground>`)
  const host = await openHost(site, nets.join(''))
  await setStates(host.page, [state('xor', [2, 1]), state('spiral', [3, 1])])
  await host.page.evaluate(async () => {
    const step = (count) => Promise.all([window.a.step(count), window.b.step(count)])
    await step(4)
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))) // the news has been told
    await step(1)
  })
  return host
}

/** Puts views of a kind at the end of the page, as wide as those within: two of the first session, one of the second. */
const mount = (page, name) =>
  page.evaluate(async (name) => {
    await customElements.whenDefined(name)
    for (const net of [window.a, window.a, window.b]) {
      const view = document.createElement(name)
      view.session = net.session
      const within = net.shadowRoot.querySelector(name)
      if (within) view.style.inlineSize = `${within.clientWidth}px`
      document.body.append(view)
    }
  }, name)

/**
 * What is written in each view of a kind: what only screen readers get and what is typed in included; without the ticks
 * of axes and the numbers on wires, of which there are as many as there is room for.
 */
const written = (page, name) =>
  page.evaluate((name) => {
    const words = (view) => {
      const copy = view?.cloneNode(true)
      copy?.querySelectorAll('.plot-axes, .graph-weights').forEach((part) => part.remove())
      const typed = Array.from(view?.querySelectorAll('input') ?? [], ({ value }) => value)
      return [copy?.textContent, ...typed].join(' ').replace(/\s+/g, ' ')
    }
    const within = [window.a, window.b].map((net) => words(net.shadowRoot.querySelector(name)))
    return { within, alone: Array.from(document.querySelectorAll(`body > ${name}`), words) }
  }, name)

async function showsTheSame(page, name) {
  await mount(page, name)
  await eventually(async () => {
    const { within, alone } = await written(page, name)
    assert.match(alone[0], name === 'glassbox-undo' ? /^\s*/ : /\d/, name)
    assert.deepEqual(alone, [within[0], within[0], within[1]], name)
  })
  await page.evaluate((name) => document.querySelectorAll(`body > ${name}`).forEach((view) => view.remove()), name)
}

test('each panel shows the same alone as in the pane, two on one session, two sessions side by side', async () => {
  const { page, faults, close } = await openTwo()
  for (const panel of panels.filter((name) => name !== 'regression')) {
    await setTabs(page, panel)
    await showsTheSame(page, `glassbox-${panel}`)
  }
  assert.deepEqual(faults, [])
  await close()
})

test('so does the regression of one neuron', async () => {
  const { page, faults, close } = await openTwo()
  await setStates(page, [state('xor', [1]), state('spiral', [1])])
  await setTabs(page, 'regression')
  await showsTheSame(page, 'glassbox-regression')
  assert.deepEqual(faults, [])
  await close()
})

test('and each view of the page', async () => {
  const { page, faults, close } = await openTwo()
  for (const name of others) await showsTheSame(page, `glassbox-${name}`)
  assert.deepEqual(faults, [])
  await close()
})

test('a view that is put back shows what it showed, on the page that was turned to', async () => {
  const { page, faults, close } = await openTwo()
  await setTabs(page, 'cost')
  await mount(page, 'glassbox-cost')
  const view = page.locator('body > glassbox-cost').first()
  await view.getByRole('button', { name: 'Next rows' }).click()
  const shown = await view.locator('tbody').innerText()
  assert.match(shown, /11/)
  await page.evaluate(() => {
    const view = document.querySelector('body > glassbox-cost')
    view.remove()
    document.body.prepend(view)
  })
  await page.evaluate(() => window.a.step(1))
  await eventually(async () => {
    const now = await view.locator('tbody').innerText()
    assert.match(now, /11/)
    assert.notEqual(now, shown)
  })
  assert.deepEqual(faults, [])
  await close()
})

test('a view that is removed hears nothing more of its session', async () => {
  const { page, faults, close } = await openTwo()
  for (const panel of panels) await page.evaluate((name) => customElements.whenDefined(name), `glassbox-${panel}`)
  const counts = await page.evaluate(
    async (names) => {
      const { session } = window.a
      const heard = { now: 0 }
      const [add, remove] = [session.addEventListener, session.removeEventListener]
      session.addEventListener = (type, listener, options) => {
        heard.now++
        options?.signal?.addEventListener('abort', () => heard.now--)
        add.call(session, type, listener, options)
      }
      session.removeEventListener = (...given) => {
        heard.now--
        remove.apply(session, given)
      }
      const views = names.map((name) => Object.assign(document.createElement(name), { session }))
      document.body.append(...views)
      await new Promise((resolve) => setTimeout(resolve, 300))
      const there = heard.now
      for (const view of views) view.remove()
      return { there, gone: heard.now, probes: document.querySelectorAll('.palette-probe').length }
    },
    [...panels, ...others].map((name) => `glassbox-${name}`),
  )
  assert.ok(counts.there >= panels.length + others.length)
  assert.equal(counts.gone, 0)
  assert.equal(counts.probes, 0)
  assert.deepEqual(faults, [])
  await close()
})

test('a network that was put back does one thing at a click', async () => {
  const { page, faults, close } = await openTwo()
  await mount(page, 'glassbox-graph')
  await page.evaluate(() => {
    const graph = document.querySelector('body > glassbox-graph')
    for (let i = 0; i < 3; i++) {
      graph.remove()
      document.body.prepend(graph)
    }
    window.commands = []
    window.a.session.addEventListener('command', ({ command }) => window.commands.push(command))
  })
  const graph = page.locator('body > glassbox-graph').first()
  assert.equal(await graph.locator('.graph-stage').count(), 1)
  await graph.locator('.neuron[data-layer="0"][data-unit="1"]').dispatchEvent('click')
  await eventually(async () => assert.ok((await page.evaluate(() => window.commands.length)) > 0))
  const edits = await page.evaluate(() => window.commands.filter((command) => command.do === 'set'))
  assert.equal(edits.length, 1)
  assert.deepEqual(faults, [])
  await close()
})

test('a panel that is removed while its step is taken does no harm', async () => {
  const { page, faults, close } = await openTwo()
  await mount(page, 'glassbox-step')
  const step = page.locator('body > glassbox-step').first()
  await step.locator('.stop').last().click()
  await step.locator('.step-on').waitFor()
  await eventually(async () => assert.match(await step.locator('.step-on').innerText(), /step/i))
  const before = await page.evaluate(() => window.a.session.frame.step)
  await page.evaluate(() => {
    const view = document.querySelector('body > glassbox-step')
    view.querySelector('.step-on').click()
    view.remove()
  })
  await eventually(async () => assert.equal(await page.evaluate(() => window.a.session.frame.step), before + 1))
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)))
  assert.deepEqual(faults, [])
  await close()
})

test('a view alone has the colours and controls of a playground, and leaves those of the page alone', async () => {
  const { page, faults, close } = await openTwo()
  await setTabs(page, 'neuron')
  const looks = () =>
    page.evaluate(() => {
      const look = (element, ...names) => names.map((name) => getComputedStyle(element)[name])
      const own = [...document.querySelectorAll('body > .guest *')]
      const control = ['fontSize', 'fontFamily', 'color', 'borderRadius', 'blockSize']
      const views = [document, window.a.shadowRoot].map((root) => root.querySelector('glassbox-neuron'))
      return {
        guest: own.map((element) => look(element, 'display', 'margin', 'boxSizing', ...control)),
        views: views.map((view) => view && look(view.querySelector('.dial-value'), ...control)),
      }
    })
  await page.evaluate(() => {
    const guest = Object.assign(document.createElement('div'), { className: 'guest' })
    guest.innerHTML =
      '<h2>A</h2><button class="quiet">B</button><input><p class="hint">C</p><table class="numbers"><tr><td>D'
    document.body.prepend(guest)
  })
  await page.locator('#a glassbox-neuron .dial-value').first().waitFor()
  const before = await looks()
  await mount(page, 'glassbox-neuron')
  await page.locator('body > glassbox-neuron .dial-value').first().waitFor()
  await eventually(async () => {
    const { guest, views } = await looks()
    assert.deepEqual(guest, before.guest)
    assert.deepEqual(views[0], views[1])
  })
  assert.deepEqual(faults, [])
  await close()
})

/** In the playground the chart is the track of a docked player, which sets it otherwise. */
const alike = [...others.filter((each) => each !== 'chart'), 'blame']

test('views alone are drawn in the styles of their rooms', async () => {
  const { page, faults, close } = await openTwo()
  await setTabs(page, 'blame')
  for (const name of alike.map((each) => `glassbox-${each}`)) {
    await mount(page, name)
    await eventually(async () => {
      const [within, alone] = await page.evaluate((name) => {
        const properties = ['display', 'color', 'fontFamily', 'fontWeight', 'borderStyle', 'borderRadius']
        const looks = (view) =>
          Array.from(view?.querySelectorAll('*') ?? [], (part) => {
            const style = getComputedStyle(part)
            return `${part.localName}.${part.getAttribute('class')}: ${properties.map((each) => style[each]).join()}`
          })
        return [window.a.shadowRoot.querySelector(name), document.querySelector(`body > ${name}`)].map((view) =>
          [...new Set(looks(view))].sort(),
        )
      }, name)
      assert.ok(alone.length > 1, name)
      assert.deepEqual(alone, within, name)
    })
    await page.evaluate((name) => document.querySelectorAll(`body > ${name}`).forEach((view) => view.remove()), name)
  }
  assert.deepEqual(faults, [])
  await close()
})

test('a session that is given before the view is defined is not lost', async () => {
  const { page, faults, close } = await openHost(site, '<glassbox-playground id="a"></glassbox-playground>', {
    prepare: (page) =>
      page.addInitScript(() => {
        const define = customElements.define.bind(customElements)
        customElements.define = (name, ...rest) =>
          name === 'glassbox-cost' ? (window.defineLate = () => define(name, ...rest)) : define(name, ...rest)
      }),
  })
  await page.waitForFunction(() => window.defineLate)
  await page.evaluate(() => {
    document.body.append(Object.assign(document.createElement('glassbox-cost'), { session: window.a.session }))
    window.defineLate()
  })
  await page.locator('body > glassbox-cost table').first().waitFor()
  assert.deepEqual(faults, [])
  await close()
})
