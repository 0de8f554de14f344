import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { heapOf } from './heap.mjs'
import { openHost, prose } from './host.mjs'
import { openSite } from './page.mjs'
import { eventually } from './reading.mjs'

const site = await openSite()
after(() => site.close())

const element = '<glassbox-playground></glassbox-playground>'
const workers = (page) => page.workers().length

/** The step it is at, after the worker has answered: what it has taken until now. */
const stepOf = (page) =>
  page.evaluate(async () => {
    const net = document.querySelector('glassbox-playground')
    const told = new Promise((done) =>
      net.addEventListener('glassbox-step', ({ detail }) => done(detail.step), { once: true }),
    )
    await net.step()
    return told
  })

/** Whether it takes a step by itself within a while, after what was under way has been told. */
const trains = (page) =>
  page.evaluate(async () => {
    const net = document.querySelector('glassbox-playground')
    await new Promise((done) => setTimeout(done, 250))
    return new Promise((done) => {
      const after = setTimeout(() => done(false), 450)
      const told = () => {
        clearTimeout(after)
        done(true)
      }
      net.addEventListener('glassbox-step', told, { once: true })
    })
  })

/** It takes steps by itself, sooner or later. */
const untilItTrains = (page, why) => eventually(async () => assert.ok(await trains(page), why))

test('an element that cannot be seen does not train, and goes on when it can', async () => {
  const playground = await openHost(
    site,
    `<details open><summary>More</summary><div id="box">${element}</div></details>${prose(200)}`,
  )
  const { page } = playground
  await playground.run({ do: 'set', changes: { 'view.speed': 60 } })
  await page.evaluate(() => document.querySelector('glassbox-playground').play())
  await untilItTrains(page)
  const ways = {
    'display: none': [() => (box.style.display = 'none'), () => (box.style.display = '')],
    'the attribute hidden': [
      () => (document.querySelector('glassbox-playground').hidden = true),
      () => (document.querySelector('glassbox-playground').hidden = false),
    ],
    'a closed details': [
      () => (document.querySelector('details').open = false),
      () => (document.querySelector('details').open = true),
    ],
    'no width': [() => (box.style.cssText = 'inline-size: 0; overflow: hidden'), () => (box.style.cssText = '')],
    'content-visibility': [() => (box.style.contentVisibility = 'hidden'), () => (box.style.contentVisibility = '')],
    visibility: [() => (box.style.visibility = 'hidden'), () => (box.style.visibility = '')],
    'another tab': [
      () => {
        Object.defineProperty(document, 'hidden', { value: true, configurable: true })
        document.dispatchEvent(new Event('visibilitychange'))
      },
      () => {
        delete document.hidden
        document.dispatchEvent(new Event('visibilitychange'))
      },
    ],
    'scrolled away': [() => scrollTo(0, document.body.scrollHeight), () => scrollTo(0, 0)],
  }
  for (const [way, [hide, show]] of Object.entries(ways)) {
    await page.evaluate(hide)
    assert.equal(await trains(page), false, way)
    await page.evaluate(show)
    await untilItTrains(page, `shown again after ${way}`)
  }
  await page.evaluate(() => document.querySelector('glassbox-playground').pause())
  await page.evaluate(() => (box.style.display = 'none'))
  await page.evaluate(() => (box.style.display = ''))
  assert.equal(await trains(page), false, 'what was paused stays so')
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('a removed element frees its worker, and put back it is as it was', async () => {
  const playground = await openHost(site, `<div id="a">${element}</div><div id="b"></div>`)
  const { page } = playground
  await playground.run({ do: 'chooseData', name: 'xor' })
  await playground.steps(40)
  const before = await playground.state()
  await page.evaluate(() => {
    globalThis.net = document.querySelector('glassbox-playground')
    net.remove()
  })
  await eventually(async () => assert.equal(workers(page), 0))
  await page.evaluate(() => b.append(net))
  await page.evaluate(() => net.ready)
  assert.deepEqual(await playground.state(), before)
  assert.equal(await stepOf(page), 41)
  await page.evaluate(() => net.play())
  await page.evaluate(() => net.remove())
  await page.evaluate(() => a.append(net))
  await page.evaluate(() => net.ready)
  await untilItTrains(page, 'it was playing')
  const [worker] = page.workers()
  await page.evaluate(() => b.append(net))
  await untilItTrains(page, 'moved, it plays on')
  assert.deepEqual(page.workers(), [worker])
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('many that come and go leave no worker, and one that is disposed of early starts none', async () => {
  const playground = await openHost(site, '', { isReady: false })
  const { page } = playground
  await page.evaluate(async () => {
    await customElements.whenDefined('glassbox-playground')
    for (let i = 0; i < 15; i++) {
      const net = document.createElement('glassbox-playground')
      document.body.append(net)
      await new Promise((done) => setTimeout(done, 20 * (i % 4)))
      net.remove()
    }
    const early = document.createElement('glassbox-playground')
    document.body.append(early)
    early.dispose()
  })
  await page.waitForTimeout(500)
  await eventually(async () => assert.equal(workers(page), 0))
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('a lazy element has no worker before it is seen, and none after it is gone', async () => {
  const body = `${prose(100)}<glassbox-playground loading="lazy"></glassbox-playground>`
  const playground = await openHost(site, body, { isReady: false })
  const { page } = playground
  await page.waitForTimeout(500)
  assert.equal(workers(page), 0)
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
  await page.evaluate(() => document.querySelector('glassbox-playground').ready)
  assert.equal(workers(page), 1)
  await page.evaluate(() => document.querySelector('glassbox-playground').remove())
  await eventually(async () => assert.equal(workers(page), 0))
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('after it was disposed of every method says so', async () => {
  const playground = await openHost(site, element)
  const said = await playground.page.evaluate(async () => {
    const net = document.querySelector('glassbox-playground')
    net.dispose()
    const calls = [
      net.play(),
      net.pause(),
      net.step(),
      net.reset(),
      net.setState({}),
      net.run({ do: 'play' }),
      net.ready,
    ]
    return (await Promise.allSettled(calls)).map(({ reason }) => reason?.message)
  })
  assert.equal(said.length, 7)
  for (const message of said) assert.match(message, /disposed/)
  await eventually(() => assert.equal(workers(playground.page), 0))
  await playground.close()
})

test('a plain element starts nothing by itself, and the author’s own weights are never trained', async () => {
  const playground = await openHost(site, '<glassbox-playground introduction></glassbox-playground>', {
    options: { reducedMotion: 'no-preference' },
  })
  const { page } = playground
  await page.evaluate(() => document.querySelector('glassbox-playground').setState({ data: { name: 'xor' } }))
  assert.equal(await trains(page), false)
  assert.equal((await playground.state()).step, undefined)
  assert.equal(await playground.number('stepCount'), 0)
  await playground.close()
  const plain = await openHost(site, element, { options: { reducedMotion: 'no-preference' } })
  assert.equal(await trains(plain.page), false)
  assert.equal(await plain.number('stepCount'), 0)
  await plain.close()
})

test('the first of two linked elements keeps the address, the other says that it does not', async () => {
  const playground = await openHost(site, '<glassbox-playground linked></glassbox-playground>'.repeat(2), {
    prepare: (page) =>
      page.addInitScript(() => addEventListener('glassbox-error', ({ detail }) => (globalThis.said = detail.message))),
  })
  const { page } = playground
  assert.match(await page.evaluate(() => globalThis.said), /address/)
  const set = (at, name) =>
    page.evaluate(
      ([at, name]) => document.querySelectorAll('glassbox-playground')[at].run({ do: 'chooseData', name }),
      [at, name],
    )
  await set(0, 'xor')
  await eventually(async () => assert.match(page.url(), /data=xor/))
  await set(1, 'moons')
  await page.waitForTimeout(700)
  assert.doesNotMatch(page.url(), /moons/)
  await playground.close()
})

/** In a page, before anything else: whether the element was defined when each worker was started. */
const noteWorkers = (page) =>
  page.addInitScript(() => {
    const started = (globalThis.started = [])
    globalThis.Worker = class extends Worker {
      constructor(...details) {
        super(...details)
        started.push(customElements.get('glassbox-playground') !== undefined)
      }
    }
  })
const started = (page) => page.evaluate(() => globalThis.started)

/** In a page, before anything else: how many workers there were at most at a time. */
const noteMostWorkers = (page) =>
  page.addInitScript(() => {
    let now = 0
    globalThis.most = 0
    globalThis.Worker = class extends Worker {
      constructor(...details) {
        super(...details)
        globalThis.most = Math.max(globalThis.most, ++now)
      }
      terminate() {
        now--
        super.terminate()
      }
    }
  })

test('the worker of the first element starts before the element is defined, each other one with its element', async () => {
  const { page, close } = await openHost(site, element + element, { prepare: noteWorkers })
  assert.deepEqual(await started(page), [false, true])
  assert.equal(workers(page), 2)
  await close()
})

test('where nothing starts by itself no worker is started early, and one that nobody came for is ended', async () => {
  const lazy = `${prose(200)}<glassbox-playground loading="lazy"></glassbox-playground>`
  const waiting = await openHost(site, lazy, { prepare: noteWorkers, isReady: false })
  await waiting.page.evaluate(() => customElements.whenDefined('glassbox-playground'))
  assert.deepEqual(await started(waiting.page), [])
  await waiting.close()
  const removeAtOnce = async (page) => {
    await noteWorkers(page)
    await page.addInitScript(() => {
      const original = globalThis.Worker
      globalThis.Worker = class extends original {
        constructor(...details) {
          super(...details)
          document.querySelector('glassbox-playground').remove()
        }
      }
    })
  }
  const left = await openHost(site, element, { prepare: removeAtOnce, isReady: false })
  await left.page.evaluate(() => customElements.whenDefined('glassbox-playground'))
  await eventually(() => assert.equal(workers(left.page), 0))
  assert.deepEqual(await started(left.page), [false])
  await left.close()
})

test('what is asked before the first picture is done, and is in it', async () => {
  const playground = await openHost(site, element, { isReady: false })
  const wasEmpty = await playground.page.evaluate(async () => {
    await customElements.whenDefined('glassbox-playground')
    const net = document.querySelector('glassbox-playground')
    const wasEmpty = !net.shadowRoot.querySelector('.graph')?.hasChildNodes()
    await net.step(3)
    await net.ready
    return wasEmpty
  })
  assert.ok(wasEmpty)
  await playground.until('stepCount', (value) => value === 3)
  await playground.close()
})

test('of twenty on a page at most four have a worker, all hold less than 300 MB, and whichever is used goes on where it was', async () => {
  const playground = await openHost(site, element.repeat(20), { prepare: noteMostWorkers })
  const { page } = playground
  assert.equal(await page.evaluate(() => globalThis.most), 4)
  const at = (i, call) =>
    page.evaluate(
      ([i, call]) => new Function('net', `return ${call}`)(document.querySelectorAll('glassbox-playground')[i]),
      [i, call],
    )
  await at(0, 'net.step(5)')
  const before = await at(0, 'net.getState({ withParameters: true })')
  for (const i of [6, 7, 8, 9, 10]) await at(i, 'net.step(1)')
  await eventually(() => assert.ok(workers(page) <= 4))
  assert.deepEqual(await at(0, 'net.getState({ withParameters: true })'), before, 'asleep it is as it was')
  await at(0, 'net.step(2)')
  assert.equal(await at(0, 'net.frame().step'), 7)
  await at(0, "net.run({ do: 'undo' })")
  assert.equal(await page.evaluate(() => globalThis.most), 4)
  const megabytes = (await heapOf(page)) / 2 ** 20
  assert.ok(megabytes > 20 && megabytes < 300, `${megabytes} MB`)
  assert.deepEqual(playground.faults, [])
  await playground.close()
})

test('one that was playing when it went to sleep plays on when it is seen again', async () => {
  const playground = await openHost(site, (element + prose(100)).repeat(6))
  const { page } = playground
  const seen = (i) => page.evaluate((i) => document.querySelectorAll('glassbox-playground')[i].scrollIntoView(), i)
  await seen(0)
  await page.evaluate(() => document.querySelector('glassbox-playground').play())
  await untilItTrains(page)
  for (const i of [1, 2, 3, 4, 5]) {
    await seen(i)
    await page.evaluate((i) => document.querySelectorAll('glassbox-playground')[i].step(), i)
  }
  const step = () => page.evaluate(() => document.querySelector('glassbox-playground').frame().step)
  const asleep = await step()
  await page.waitForTimeout(200)
  assert.equal(await step(), asleep)
  await seen(0)
  await eventually(async () => assert.ok((await step()) > asleep))
  assert.ok(workers(page) <= 4)
  assert.deepEqual(playground.faults, [])
  await playground.close()
})
